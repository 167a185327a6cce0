"""A web archive to documents: its pages, each read as if it had just been fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from warcio.bufferedreaders import ChunkedDataReader

from bot.ingest.archives.records import Answer, Damage, list_answers
from bot.ingest.fetching.outcomes import Reason as Fault
from bot.ingest.fetching.safety.bodies import Body
from bot.ingest.pages.article import document_of, parse_article
from bot.ingest.pages.metadata import FAR
from bot.ingest.refusal import Reason, Refusal
from storage.models.reading import Document


def parse_archive(path: Path, limit: int) -> Iterator[Document | Refusal]:
    """Every page of the archive, one after the other; of each at most `limit` bytes, as sent and as decoded.

    Raises:
        OSError: the file cannot be read.
    """
    origin, is_empty = str(path), True
    with path.open("rb") as file:
        for found in list_answers(file, limit):
            is_empty = False
            yield _read(found, f"{origin}:{found.url}", limit) if isinstance(found, Answer) else _refuse(found, origin)
    if is_empty:
        yield Refusal(origin=origin, reason=Reason.NO_PAGES)


def _refuse(damage: Damage, origin: str) -> Refusal:
    return Refusal(origin=f"{origin}:{damage.url or damage.number}", reason=Reason.DAMAGED)


def _read(answer: Answer, origin: str, limit: int) -> Document | Refusal:
    """The day of the capture dates nothing: it only shows that a later day on the page is none."""
    body = _decode(answer, limit)
    if isinstance(body, Reason):
        return Refusal(origin=origin, reason=body)
    article = parse_article(body, url=answer.url, now=answer.captured_at or FAR, content_type=answer.content_type)
    if isinstance(article, Refusal):
        return Refusal(origin=origin, reason=article.reason)
    return replace(document_of(article), origin=origin)


def _decode(answer: Answer, limit: int) -> bytes | Reason:
    """The page itself. Archives there are that keep it decoded under the headers of what was sent."""
    if len(answer.body) > limit:
        return Reason.TOO_LARGE
    sent: bytes = ChunkedDataReader(io.BytesIO(answer.body)).read() if answer.is_chunked else answer.body
    decoded = _unpack(sent, answer.encoding, limit)
    if decoded is Fault.BAD_ENCODING:
        decoded = _unpack(sent, None, limit)
    match decoded:
        case bytes():
            return decoded
        case Fault.TOO_LARGE:
            return Reason.TOO_LARGE
        case _:
            return Reason.DAMAGED


def _unpack(sent: bytes, encoding: str | None, limit: int) -> bytes | Fault:
    body = Body(encoding, limit)
    return body.feed(sent) or body.finish()
