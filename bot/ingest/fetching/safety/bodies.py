"""A body, decompressed as it comes and never past a limit: no bomb, no endless stream fills the memory. Pure."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from bot.ingest.fetching.outcomes import Reason

ACCEPTED = "gzip, br"

_PLAIN = frozenset({"", "identity", "none", "utf-8"})
_GZIP = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_MEMBERS = 100
"""A gzip file may be many in a row; a hostile one is a million empty ones."""


class _Decoder(Protocol):
    @property
    def finished(self) -> bool:
        """Whether the stream may end here."""

    def decode(self, chunk: bytes, most: int) -> bytes:
        """At most a little over `most` bytes."""


class _BrokenError(Exception):
    """The bytes are not what they claim to be. Never leaves this module."""


class Body:
    """Fed by chunks, then finished. `limit` holds for what came over the wire as well as for what it became."""

    def __init__(self, encoding: str | None, limit: int) -> None:
        self._encoding = (encoding or "").strip().lower()
        self._limit = limit
        self._received = 0
        self._length = 0
        self._parts: list[bytes] = []
        self._start = b""
        self._decoder: _Decoder | None = None

    def feed(self, chunk: bytes) -> Reason | None:
        """Take a chunk. A reason says that there is no use in more."""
        self._received += len(chunk)
        if self._decoder is None:
            self._start += chunk
            if len(self._start) < len(_GZIP_MAGIC):
                return None
            chunk = self._start
        return self._decode(chunk)

    def finish(self) -> bytes | Reason:
        """The whole, or that it broke off in the middle of a compressed stream."""
        if self._decoder is None and self._start and (reason := self._decode(self._start)):
            return reason
        if self._decoder and not self._decoder.finished:
            return Reason.CUT_SHORT
        return b"".join(self._parts)

    def beginning(self) -> bytes:
        """What has come so far, up to the limit."""
        return b"".join(self._parts)[: self._limit]

    def _decode(self, chunk: bytes) -> Reason | None:
        try:
            self._decoder = self._decoder or _open_decoder(self._encoding, chunk)
            part = self._decoder.decode(chunk, self._limit - self._length + 1)
        except (_BrokenError, zlib.error, brotli.error):
            return Reason.BAD_ENCODING
        self._length += len(part)
        self._parts.append(part)
        return Reason.TOO_LARGE if max(self._length, self._received) > self._limit else None


def _open_decoder(encoding: str, start: bytes) -> _Decoder:
    """By the first bytes before the header: servers name a gzip they did not make, and send one they do not name."""
    if start.startswith(_GZIP_MAGIC) and encoding in _PLAIN | _GZIP:
        return _Gzip()
    if encoding in _PLAIN or encoding in ("gzip", "x-gzip"):
        return _Plain()
    if encoding == "deflate":
        return _Deflate(start)
    if encoding == "br":
        return _Brotli()
    raise _BrokenError


class _Plain:
    finished = True

    def decode(self, chunk: bytes, most: int) -> bytes:
        return chunk[:most]


class _Gzip:
    def __init__(self) -> None:
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._count = 1
        self._ended = False

    @property
    def finished(self) -> bool:
        return self._member.eof

    def decode(self, chunk: bytes, most: int) -> bytes:
        parts, length = [], 0
        while chunk and length < most and not self._ended:
            if self._member.eof:
                chunk = self._next_member(chunk)
                continue
            parts.append(self._member.decompress(chunk, most - length))
            length += len(parts[-1])
            chunk = self._member.unused_data
        return b"".join(parts)

    def _next_member(self, chunk: bytes) -> bytes:
        """Past the last member, some servers pad: what does not begin like a member is none of ours."""
        if chunk[:1] != _GZIP_MAGIC[:1]:
            self._ended = True
            return b""
        if self._count == _MOST_MEMBERS:
            raise _BrokenError
        self._count += 1
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return chunk


class _Deflate:
    """With zlib's header, as the standard says, or without, as some send it."""

    def __init__(self, start: bytes) -> None:
        with_header = len(start) > 1 and start[0] & 15 == 8 and int.from_bytes(start[:2], "big") % 31 == 0
        self._stream = zlib.decompressobj(zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS)

    @property
    def finished(self) -> bool:
        return self._stream.eof

    def decode(self, chunk: bytes, most: int) -> bytes:
        return b"" if self._stream.eof else self._stream.decompress(chunk, most)


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def finished(self) -> bool:
        return bool(self._stream.is_finished())

    def decode(self, chunk: bytes, most: int) -> bytes:
        parts, length = [], 0
        while (chunk or not self._stream.can_accept_more_data()) and length < most:
            part: bytes = self._stream.process(chunk, output_buffer_limit=most - length)
            chunk = b""
            parts.append(part)
            length += len(part)
        return b"".join(parts)
