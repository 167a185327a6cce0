"""What the fetch of a page means: read it, come again later, keep the feed's words, or drop it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ingest.feeds.models import FeedItem
from bot.ingest.fetching.outcomes import Fault, Fetched, NotModified, Outcome, Reason, Refused
from bot.ingest.pages.article import Article, from_item
from bot.ingest.pages.walls import Shortfall
from storage.models.sources import WantedBy, WantedPage

MOST_ATTEMPTS = 6
"""About four hours: then the feed's own words must do."""
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=2), timedelta(days=1)
_NETWORK_WAIT = timedelta(minutes=5)

_PASSING = frozenset(
    {
        *(Reason.NO_SUCH_HOST, Reason.NOT_CONNECTED, Reason.BAD_TLS, Reason.NO_ANSWER, Reason.TOO_SLOW),
        *(Reason.CUT_SHORT, Reason.BROKEN_ANSWER, Reason.ROBOTS_UNKNOWN),
    }
)
_PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_ABSENT_STATUSES = frozenset({404, 410})
_FORBIDDEN = frozenset({Reason.BAD_ADDRESS, Reason.NOT_HTTP, Reason.PORT, Reason.NOT_PUBLIC})
"""Addresses that nobody should be led to, whatever a feed says of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Not now; `is_attempt`: it counts, and after some there is no further."""

    until: datetime
    reason: str
    is_attempt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Not at all."""

    reason: str


Verdict = Fetched | Article | Later | Dropped
"""`Fetched` is to be parsed; an `Article` is made of the feed's words."""


def judge_page(page: WantedPage, outcome: Outcome | None, item: FeedItem | None, now: datetime) -> Verdict:
    """`outcome` is None of an item that leads nowhere."""
    match outcome:
        case Fetched():
            return outcome
        case None:
            return _keep_item(page, item, "the feed names no page")
        case NotModified():
            raise AssertionError("asked without validators")
        case Refused(reason=reason) if reason in _FORBIDDEN:
            return Dropped(reason=reason)
        case Refused():
            return _wait(page, outcome, now) or _give_up(page, outcome, item)


def _wait(page: WantedPage, refused: Refused, now: datetime) -> Later | None:
    """When to come again; a person does not wait."""
    if page.wanted_by is WantedBy.PERSON:
        return None
    reason = _words(refused)
    if refused.reason is Reason.ASKED_TO_WAIT or refused.fault is Fault.NETWORK:
        wait = min(max(refused.retry_after or _NETWORK_WAIT, _FIRST_WAIT), _LONGEST_WAIT)
        return Later(until=now + wait, reason=reason, is_attempt=False)
    if not _is_passing(refused) or page.attempt_count + 1 >= MOST_ATTEMPTS:
        return None
    wait = max(_FIRST_WAIT * 3**page.attempt_count, refused.retry_after or timedelta())
    return Later(until=now + min(wait, _LONGEST_WAIT), reason=reason, is_attempt=True)


def _is_passing(refused: Refused) -> bool:
    return refused.reason in _PASSING or refused.status in _PASSING_STATUSES


def _give_up(page: WantedPage, refused: Refused, item: FeedItem | None) -> Article | Dropped:
    if refused.status in _ABSENT_STATUSES:
        return Dropped(reason=_words(refused))
    return _keep_item(page, item, _words(refused))


def _keep_item(page: WantedPage, item: FeedItem | None, reason: str) -> Article | Dropped:
    is_whole = item is not None and item.full_text is not None
    article = from_item(item, url=page.url or page.key, shortfall=None if is_whole else Shortfall.NO_PAGE)
    return article or Dropped(reason=reason)


def _words(refused: Refused) -> str:
    return f"{refused.reason} {refused.status}" if refused.status else str(refused.reason)
