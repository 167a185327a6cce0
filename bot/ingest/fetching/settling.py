"""An answer to its outcome. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yarl import URL

from bot.ingest.fetching.asking import Answer, Asking, Failure
from bot.ingest.fetching.headers import parse_charset, parse_media_type, parse_retry_after, parse_validator
from bot.ingest.fetching.outcomes import Fetched, NotModified, Outcome, Reason, Refused

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From the address asked for to the one that answered. `permanent` until a redirect was for the time being."""

    start: str
    end: URL
    permanent: bool = True
    length: int = 0

    @property
    def moved(self) -> bool:
        """Whether the first address has given way to the last for good."""
        return self.permanent and self.length > 0

    def led_to(self, url: URL, status: int) -> Way:
        """One redirect further."""
        return Way(start=self.start, end=url, permanent=self.permanent and status in _PERMANENT, length=self.length + 1)


def read_location(answer: Answer) -> str | None:
    """Where a redirect leads, or None of any other answer."""
    return answer.headers.get("Location") or None if answer.status in _REDIRECTS else None


def settle(answer: Answer | Failure, asking: Asking, way: Way, now: datetime) -> Outcome:
    """What the last answer on the way comes to."""
    if isinstance(answer, Failure):
        return refuse(way, answer)
    if answer.status == 304 and asking.is_conditional:
        return _not_modified(answer, asking, way)
    if answer.status == 200:
        return _fetched(answer, way)
    return Refused(
        url=way.start,
        final_url=str(way.end),
        reason=Reason.HTTP_STATUS,
        status=answer.status,
        retry_after=parse_retry_after(answer.headers.get("Retry-After"), now),
    )


def refuse(way: Way, failure: Failure) -> Refused:
    """The way ends here."""
    return Refused(
        url=way.start,
        final_url=str(way.end),
        reason=failure.reason,
        detail=failure.detail,
        retry_after=failure.retry_after,
    )


def _fetched(answer: Answer, way: Way) -> Fetched:
    content_type = answer.headers.get("Content-Type")
    return Fetched(
        url=way.start,
        final_url=str(way.end),
        status=answer.status,
        media_type=parse_media_type(content_type),
        charset=parse_charset(content_type),
        body=answer.body,
        etag=parse_validator(answer.headers.get("ETag")),
        last_modified=parse_validator(answer.headers.get("Last-Modified")),
        moved=way.moved,
    )


def _not_modified(answer: Answer, asking: Asking, way: Way) -> NotModified:
    return NotModified(
        url=way.start,
        final_url=str(way.end),
        etag=parse_validator(answer.headers.get("ETag")) or asking.etag,
        last_modified=parse_validator(answer.headers.get("Last-Modified")) or asking.last_modified,
        moved=way.moved,
    )
