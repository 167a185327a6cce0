"""Web archives (WARC, ISO 28500): each page that was captured becomes a document. For `files`.

Records are streamed, so an archive may be of any size; what one of them unpacks to is bounded.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from bot.ingest.pages.article import document_of, parse_article
from bot.ingest.refusal import Reason, Refusal
from storage.models.reading import Document

LARGEST_PAGE = 10 * 1024 * 1024
"""Bytes of one page, unpacked."""

_PAGES = ("text/html", "application/xhtml", "application/pdf")
_ANY_HEAD = zlib.MAX_WBITS + 32
_LONGEST_SIZE = 100
"""Bytes of the line that says how long a chunk is."""
_FAR = datetime(9999, 1, 1, tzinfo=UTC)


def parse_archive(path: Path) -> Iterator[Document | Refusal]:
    """The pages that were answered with 200, in order; requests, pictures and the rest are passed over.

    The day of the capture dates no article: it only shows that a later day on the page is none. What is broken ends
    the archive there, and is said; the pages before it are kept.
    """
    count = 0
    try:
        with path.open("rb") as file:
            for record in _list_pages(file):
                count += 1
                yield _parse_page(record, str(path))
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, AttributeError, TypeError) as error:
        # The reader takes it for granted that headers are there: AttributeError and TypeError say they are not.
        reason = Reason.NO_PERMISSION if isinstance(error, PermissionError) else Reason.BROKEN_ARCHIVE
        yield Refusal(origin=str(path), reason=reason)
        return
    if not count:
        yield Refusal(origin=str(path), reason=Reason.NO_PAGES)


def _list_pages(file: BinaryIO) -> Iterator[ArcWarcRecord]:
    for record in ArchiveIterator(file):
        headers = record.http_headers
        if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
            continue
        if (headers.get_header("Content-Type") or "").strip().lower().startswith(_PAGES):
            yield record


def _parse_page(record: ArcWarcRecord, origin: str) -> Document | Refusal:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = f"{origin}: {url}"
    headers = record.http_headers
    packed = record.raw_stream.read(LARGEST_PAGE + 1)
    if (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        packed = _join_chunks(packed)
    raw = _unpack(packed, (headers.get_header("Content-Encoding") or "").strip().lower())
    if raw is None or len(raw) > LARGEST_PAGE:
        return Refusal(origin=place, reason=Reason.UNREADABLE if raw is None else Reason.TOO_LARGE)
    content_type = headers.get_header("Content-Type")
    article = parse_article(raw, url=url, now=_captured_at(record), content_type=content_type)
    if isinstance(article, Refusal):
        return Refusal(origin=place, reason=article.reason)
    return document_of(article)


def _join_chunks(raw: bytes) -> bytes:
    """The body without the sizes between its chunks; as it is where the header lies, for some tools unpack and say so
    no more."""
    body, at = b"", 0
    while at < len(raw):
        end = raw.find(b"\r\n", at, at + _LONGEST_SIZE)
        try:
            size = int(raw[at:end].split(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            return body or raw
        body += raw[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
    return body


def _unpack(raw: bytes, encoding: str) -> bytes | None:
    """At most a byte more than `LARGEST_PAGE`; as it is where it is not packed at all, None where it cannot be told."""
    unpack = _UNPACKERS.get(encoding)
    if unpack is None:
        return raw if encoding in ("", "identity") or raw.lstrip()[:1] == b"<" else None
    try:
        return unpack(raw)
    except (zlib.error, brotli.error):
        return raw if raw.lstrip()[:1] == b"<" else None


def _inflate(raw: bytes) -> bytes:
    """gzip or zlib, told by their heads; without a head as well."""
    try:
        return zlib.decompressobj(_ANY_HEAD).decompress(raw, LARGEST_PAGE + 1)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, LARGEST_PAGE + 1)


def _unbrotli(raw: bytes) -> bytes:
    unpacked: bytes = brotli.Decompressor().process(raw, output_buffer_limit=LARGEST_PAGE + 1)
    return unpacked


_UNPACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _inflate,
    "x-gzip": _inflate,
    "deflate": _inflate,
    "br": _unbrotli,
}


def _captured_at(record: ArcWarcRecord) -> datetime:
    try:
        at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return _FAR
    return at if at.tzinfo else at.replace(tzinfo=UTC)
