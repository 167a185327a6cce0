"""A web archive's records → the pages that servers answered with, undecoded. What else it holds is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from warcio.limitreader import LimitReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from bot.ingest.addresses import parse_address
from bot.ingest.archives.unpacking import DamagedError, Piece, list_pieces
from bot.ingest.fetching.headers import parse_media_type

_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})
_CHUNK = 1024 * 1024
_WARC, _HTTP = StatusAndHeadersParser(["WARC/"]), StatusAndHeadersParser([], verify=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page as its server sent it. `encoding` and `is_chunked` say how."""

    url: str
    captured_at: datetime | None
    content_type: str | None
    encoding: str | None
    is_chunked: bool
    body: bytes
    """Cut behind the limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Where something cannot be read: the record that is expected there, counted from 1, and its address where that
    much is known."""

    number: int
    url: str | None = None


def list_answers(file: BinaryIO, limit: int) -> Iterator[Answer | Damage]:
    """The pages of the archive in their order, with at most `limit` + 1 bytes of each; the rest of a damaged place is
    sought for the next record.

    Raises:
        OSError: the file cannot be read.
    """
    reader = _Reader(limit)
    was_lost = False
    for piece in list_pieces(file):
        for found in reader.read(piece):
            if not (was_lost and _is_lost(found)):
                yield found
            was_lost = _is_lost(found)


class _Reader:
    """Knows how many records there were, and at whose it is."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._count = 0
        self._url: str | None = None

    def read(self, piece: Piece) -> Iterator[Answer | Damage]:
        """What the piece holds. A page is given away when what stands behind it is known to be whole: a packed one's
        checksum does."""
        self._url = None
        try:
            line = piece.begin()
            while line:
                found = self._read_record(piece, line)
                line = piece.begin()
                self._url, self._count = None, self._count + (not _is_lost(found))
                if found is not None:
                    yield found
        except DamagedError:
            yield self._damage()

    def _read_record(self, piece: Piece, line: bytes) -> Answer | Damage | None:
        try:
            head = _WARC.parse(piece, line)
        except StatusAndHeadersParserException:
            return self._damage()
        length = (_header(head, "Content-Length") or "").strip()
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            return self._damage()
        self._url = _address(head)
        block = LimitReader(piece, int(length))
        answer = self._read_answer(head, block)
        while block.read(_CHUNK):
            pass
        return answer if block.limit == 0 else self._damage()

    def _read_answer(self, head: StatusAndHeaders, block: LimitReader) -> Answer | None:
        if self._url is None or _header(head, "WARC-Type") != "response":
            return None
        try:
            http = _HTTP.parse(block)
        except EOFError:
            return None
        content_type = _header(http, "Content-Type")
        if http.get_statuscode() != "200" or parse_media_type(content_type) not in _PAGES:
            return None
        return Answer(
            url=self._url,
            captured_at=_instant(_header(head, "WARC-Date")),
            content_type=content_type,
            encoding=_header(http, "Content-Encoding"),
            is_chunked=(_header(http, "Transfer-Encoding") or "").strip().lower() == "chunked",
            body=block.read(self._limit + 1),
        )

    def _damage(self) -> Damage:
        return Damage(number=self._count + 1, url=self._url)


def _is_lost(found: Answer | Damage | None) -> bool:
    """Whether it is not even known what is damaged."""
    return isinstance(found, Damage) and found.url is None


def _address(head: StatusAndHeaders) -> str | None:
    """Some write it between `<` and `>`."""
    return parse_address((_header(head, "WARC-Target-URI") or "").strip("<> ").replace(" ", "%20"))


def _header(head: StatusAndHeaders, name: str) -> str | None:
    value: str | None = head.get_header(name)
    return value


def _instant(written: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat((written or "").strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
