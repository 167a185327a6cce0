"""What the fetch of a feed means: for its items, which are wanted; for the feed, when to come again. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.ingest.addresses import host_of
from bot.ingest.feeds.interval import (
    OUTAGE_PAUSE,
    Attempt,
    Fetched,
    Pace,
    Plan,
    Result,
    Verdict,
    is_outage,
    next_interval,
)
from bot.ingest.feeds.models import Feed, FeedItem, FeedKind
from bot.ingest.fetching.outcomes import Fault, Reason, Refused
from bot.ingest.gathering.items import see_item
from storage.models.sources import FeedFetch, FollowedFeed, LastAttempt, SeenItem

OUTAGE = "outage"
"""The result of a fetch for whose failure the feed is not to blame."""

_FRESH = timedelta(days=2)
"""What a feed shows at its first fetch and is older is an archive's: kept, but told to nobody."""
_SITEMAP_REACH = timedelta(days=3)
"""A sitemap may list all that a site ever published."""
_PROOF_AGE = timedelta(hours=1)
_SHORTEST_REST = timedelta(minutes=1)
_GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A fetch that brought something: `feed` is None where it is what we have. What is None of the rest stays."""

    feed: Feed | None = None
    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A fetch that brought nothing. `fault` says whom it speaks of."""

    detail: str
    fault: Fault = Fault.SOURCE
    status: int | None = None
    retry_after: timedelta | None = None
    is_unasked: bool = False
    """The host had asked to be left alone, so nothing was sent."""

    @property
    def is_silence(self) -> bool:
        """Nobody answered: then it matters how the others fare."""
        return self.fault in (Fault.NETWORK, Fault.UNCLEAR)


def hash_body(body: bytes) -> str:
    """Tells a body that changed from one that did not."""
    return hashlib.sha256(body).hexdigest()[:32]


def name_failure(refused: Refused) -> Failed:
    """A refusal of the network room, as runs keep it."""
    status = f" {refused.status}" if refused.status else ""
    return Failed(
        detail=f"{refused.reason}{status}",
        fault=refused.fault,
        status=refused.status,
        retry_after=refused.retry_after,
        is_unasked=refused.reason is Reason.ASKED_TO_WAIT,
    )


def list_seen(feed: FollowedFeed, parsed: Feed, now: datetime) -> tuple[SeenItem, ...]:
    """The items that are worth a look: of a sitemap, which may list everything, the latest."""
    today, is_first = now.date(), feed.last_success_at is None
    items: Iterable[FeedItem] = parsed.items
    if parsed.kind in (FeedKind.SITEMAP, FeedKind.SITEMAP_INDEX):
        items = (item for item in items if (day := _day_of(item)) and day >= today - _SITEMAP_REACH)
    return tuple(see_item(item, feed.id, is_archive=is_first and not _is_fresh(item, today)) for item in items)


def settle_feed(
    feed: FollowedFeed, polled: Polled, unseen: Sequence[SeenItem], *, now: datetime, jitter: float
) -> FeedFetch:
    """All that follows from a fetch that went well; `unseen` is what it showed for the first time, or changed."""
    parsed = polled.feed
    ttl = timedelta(minutes=parsed.ttl_minutes) if parsed and parsed.ttl_minutes else None
    result = Result.NEWS if unseen else Result.UNCHANGED
    plan = next_interval(_pace_of(feed), Fetched(result=result, at=now, ttl=ttl), jitter=jitter)
    new_url = polled.url if polled.url != feed.url else None
    return replace(
        _planned(feed, plan, result, now),
        is_success=True,
        is_answered=True,
        url=new_url,
        host=host_of(new_url) if new_url else None,
        kind=parsed.kind if parsed else None,
        etag=polled.etag,
        last_modified=polled.last_modified,
        body_hash=polled.body_hash,
        item_count=len(parsed.items) if parsed else 0,
        items=tuple(unseen),
    )


def settle_failure(
    feed: FollowedFeed, failed: Failed, others: Collection[LastAttempt], *, now: datetime, jitter: float
) -> FeedFetch:
    """All that follows from one that failed. `others` are the latest attempts of all feeds; only silence asks for them.

    To disable a feed for its silence it takes a proof that the network was there: an answer of another host within the
    last hour.
    """
    if failed.is_unasked:
        rest = max(failed.retry_after or _SHORTEST_REST, _SHORTEST_REST)
        return replace(_unplanned(feed, now, now + rest), detail=failed.detail)
    result = Result.UNREACHED if failed.is_silence else Result.GONE if failed.status == _GONE else Result.REFUSED
    fetched = Fetched(result=result, at=now, retry_after=failed.retry_after)
    plan = next_interval(_pace_of(feed), fetched, jitter=jitter, is_outage=_is_outage(feed, others))
    is_unproved = plan.verdict is Verdict.DISABLED and failed.is_silence and not _has_proof(feed, others, now)
    if plan.verdict is Verdict.OUTAGE or is_unproved:
        next_at = plan.next_at or now + OUTAGE_PAUSE
        return replace(_unplanned(feed, now, next_at), result=OUTAGE, detail=failed.detail)
    disabled = _name_end(plan, result, failed.detail) if plan.verdict is Verdict.DISABLED else None
    return replace(
        _planned(feed, plan, result, now),
        is_answered=not failed.is_silence,
        detail=failed.detail,
        disabled_reason=disabled,
    )


def _name_end(plan: Plan, result: Result, detail: str) -> str:
    if result is Result.GONE:
        return "gone for good (HTTP status 410)"
    return f"failed on {plan.pace.failed_days} days, last: {detail}"


def _day_of(item: FeedItem) -> date | None:
    days = [day for day in (item.published_on, item.updated_on) if day]
    return max(days, default=None)


def _is_fresh(item: FeedItem, today: date) -> bool:
    return item.published_on is not None and item.published_on >= today - _FRESH


def _pace_of(feed: FollowedFeed) -> Pace:
    return Pace(interval=feed.interval, failures=feed.failures, failed_days=feed.failed_days, failed_on=feed.failed_on)


def _planned(feed: FollowedFeed, plan: Plan, result: Result, now: datetime) -> FeedFetch:
    return FeedFetch(
        feed_id=feed.id,
        at=now,
        result=result,
        is_success=False,
        is_answered=False,
        interval=plan.pace.interval,
        failures=plan.pace.failures,
        failed_days=plan.pace.failed_days,
        failed_on=plan.pace.failed_on,
        next_fetch_at=plan.next_at,
    )


def _unplanned(feed: FollowedFeed, now: datetime, next_at: datetime) -> FeedFetch:
    """It comes again then, and what is remembered of it stays."""
    plan = Plan(pace=_pace_of(feed), next_at=next_at, verdict=Verdict.FAILING)
    return _planned(feed, plan, Result.REFUSED, now)


def _is_outage(feed: FollowedFeed, others: Collection[LastAttempt]) -> bool:
    """Whether, as far as is known, nobody answers."""
    known = [(other.host, other.result) for other in others if other.feed_id != feed.id]
    latest = [Attempt(host=host, result=_result_of(result)) for host, result in known if result is not None]
    return is_outage([*latest, Attempt(host=feed.host, result=Result.UNREACHED)])


def _result_of(result: str) -> Result:
    return Result.UNREACHED if result == OUTAGE else Result(result)


def _has_proof(feed: FollowedFeed, others: Collection[LastAttempt], now: datetime) -> bool:
    """Whether another host answered lately; where no other is asked, nothing can be proved and its silence counts."""
    answers = [other.answered_at for other in others if other.host != feed.host]
    return not answers or any(at is not None and now - at <= _PROOF_AGE for at in answers)
