"""The plain bytes of an archive, piece by piece: each member of a compressed one, else the file as it is.

However much a piece holds, what is in memory is a line, a head, or what is asked for.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP = b"\x1f\x8b\x08"
_CHUNK = 64 * 1024
_LONGEST_LINE, _LONGEST_HEAD = 64 * 1024, 256 * 1024


class DamagedError(Exception):
    """The bytes are not what they claim to be. Never leaves this folder."""


class Piece:
    """One member of a gzip file from `start` on, or a whole plain file."""

    def __init__(self, file: BinaryIO, start: int, *, is_packed: bool) -> None:
        file.seek(start)
        self._packed = _Member(file) if is_packed else None
        self._plain = io.BufferedReader(self._packed, _CHUNK) if self._packed else file
        self._head_left = 0

    @property
    def end(self) -> int | None:
        """Where the next piece begins, once this one was read to its end; None: that is not known."""
        return self._packed.end if self._packed else None

    def begin(self) -> bytes:
        """The next line that is not blank, with which a head may begin; empty at the end of the piece.

        Raises:
            DamagedError: the piece breaks off, or is not compressed as it says.
        """
        self._head_left = _LONGEST_HEAD
        while (line := self._line(_LONGEST_LINE)) and not line.strip():
            pass
        return line

    def read(self, size: int) -> bytes:
        """That many bytes; fewer at the end of the piece.

        Raises:
            DamagedError: as `begin`.
        """
        try:
            return self._plain.read(size)
        except zlib.error as error:
            raise DamagedError from error

    def readline(self, size: int = _LONGEST_LINE) -> bytes:
        """The next line of a head, or as much of it as any has.

        Raises:
            DamagedError: as `begin`; or the head is longer than any is.
        """
        line = self._line(min(size, _LONGEST_LINE))
        self._head_left -= len(line)
        if self._head_left < 0:
            raise DamagedError
        return line

    def _line(self, most: int) -> bytes:
        try:
            return self._plain.readline(most)
        except zlib.error as error:
            raise DamagedError from error


class _Member(io.RawIOBase):
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unzip = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def end(self) -> int | None:
        return self._file.tell() - len(self._unzip.unused_data) if self._unzip.eof else None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        part = self._unpack(len(room))
        room[: len(part)] = part
        return len(part)

    def _unpack(self, most: int) -> bytes:
        while not self._unzip.eof:
            chunk = self._unzip.unconsumed_tail or self._file.read(_CHUNK)
            if not chunk:
                raise DamagedError
            if part := self._unzip.decompress(chunk, most):
                return part
        return b""


def list_pieces(file: BinaryIO) -> Iterator[Piece]:
    """The pieces of the file, each to be read before the next is asked for; behind a damaged one the next that begins
    like one."""
    if file.read(len(_GZIP)) != _GZIP:
        yield Piece(file, 0, is_packed=False)
        return
    start: int | None = 0
    while start is not None:
        piece = Piece(file, start, is_packed=True)
        yield piece
        start = _find_member(file, start + 1) if piece.end is None else piece.end
        start = start if start is not None and _is_more(file, start) else None


def _is_more(file: BinaryIO, start: int) -> bool:
    file.seek(start)
    return bool(file.read(1))


def _find_member(file: BinaryIO, start: int) -> int | None:
    """Where the next member may begin, from `start` on."""
    file.seek(start)
    kept = b""
    while chunk := file.read(_CHUNK):
        looked_at = kept + chunk
        at = looked_at.find(_GZIP)
        if at >= 0:
            return start + at
        kept = looked_at[1 - len(_GZIP) :]
        start += len(looked_at) - len(kept)
    return None
