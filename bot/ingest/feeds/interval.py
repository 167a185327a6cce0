"""When to look at a feed again: by how often it changes, how it fails, and whether the network is there. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

FASTEST, SLOWEST = timedelta(minutes=5), timedelta(days=1)
START = timedelta(minutes=30)
LONGEST_WAIT = timedelta(days=7)
"""For which a server's Retry-After is obeyed."""

DISABLE_AFTER_DAYS = 10
FEWEST_FAILURES = 5
OUTAGE_PAUSE = timedelta(minutes=5)

_QUICKER, _SLOWER = 0.5, 1.25
"""Of a fetch with news and of one without. In balance one fetch in four has news, so that an item waits for about an
eighth of the usual gap between two."""

_SPREAD = 0.1
"""Part of the interval by which jitter moves a fetch, either way."""


class Result(StrEnum):
    """How a fetch of a feed ended."""

    NEWS = "news"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    """The server answered, but with no feed: an error status, a web page."""
    GONE = "gone"
    """410: its owner says that it will not come back."""
    UNREACHED = "unreached"
    """No answer at all: name, connection, time."""


class Verdict(StrEnum):
    """What the fetch says of the feed."""

    WELL = "well"
    FAILING = "failing"
    DISABLED = "disabled"
    OUTAGE = "outage"
    """Nothing was reached: the network is ours to mend, and no feed is to blame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What is remembered of a feed between fetches. `failed_days` are those with failures since its last success."""

    interval: timedelta = START
    failures: int = 0
    failed_days: int = 0
    failed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One fetch: how it ended, and what the feed or its server asks for."""

    result: Result
    at: datetime
    ttl: timedelta | None = None
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When to fetch next, what to remember, and whether the feed is well. A disabled feed has no next time."""

    pace: Pace
    next_at: datetime | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One fetch of any feed, as `is_outage` weighs it."""

    host: str
    result: Result


def next_interval(
    pace: Pace,
    fetched: Fetched,
    *,
    jitter: float,
    is_outage: bool = False,
    fastest: timedelta = FASTEST,
    slowest: timedelta = SLOWEST,
    disable_after_days: int = DISABLE_AFTER_DAYS,
) -> Plan:
    """The plan after a fetch. `jitter` is a random number in [0, 1); never earlier than feed and server ask.

    A feed is disabled when it failed on so many days without a success between them, days on which nobody looked and
    outages not counted; one that is gone for good, on its second day.
    """
    if fetched.result in (Result.NEWS, Result.UNCHANGED):
        factor = _QUICKER if fetched.result is Result.NEWS else _SLOWER
        settled = Pace(interval=min(max(pace.interval * factor, fastest), slowest))
        wait = max(_spread(settled.interval, jitter, slowest), min(fetched.ttl or timedelta(0), slowest))
        return _plan(settled, fetched, wait, Verdict.WELL)
    if is_outage and fetched.result is Result.UNREACHED:
        return _plan(pace, fetched, _spread(OUTAGE_PAUSE, jitter, slowest), Verdict.OUTAGE)
    failing = _count_failure(pace, fetched.at.date())
    if _is_dead(failing, fetched.result, disable_after_days):
        return Plan(pace=failing, next_at=None, verdict=Verdict.DISABLED)
    doubled = pace.interval * 2 ** min(failing.failures - 1, 12)
    return _plan(failing, fetched, _spread(doubled, jitter, slowest), Verdict.FAILING)


def is_outage(attempts: Iterable[Attempt]) -> bool:
    """Whether the latest fetches of several hosts all came to nothing: then the fault is on our side.

    Give one attempt a feed, of one pass or of the last quarter of an hour. Any answer, even an error, proves a network.
    """
    seen = list(attempts)
    return len({attempt.host for attempt in seen}) > 1 and all(a.result is Result.UNREACHED for a in seen)


def revive(pace: Pace) -> Pace:
    """The pace of a disabled feed that a person switches on again: its failures forgiven."""
    return replace(pace, failures=0, failed_days=0, failed_on=None)


def _plan(pace: Pace, fetched: Fetched, wait: timedelta, verdict: Verdict) -> Plan:
    asked = min(fetched.retry_after or timedelta(0), LONGEST_WAIT)
    return Plan(pace=pace, next_at=fetched.at + max(wait, asked), verdict=verdict)


def _spread(interval: timedelta, jitter: float, longest: timedelta) -> timedelta:
    return min(interval * (1 - _SPREAD + 2 * _SPREAD * jitter), longest)


def _count_failure(pace: Pace, on: date) -> Pace:
    days = pace.failed_days + (pace.failed_on != on)
    return replace(pace, failures=pace.failures + 1, failed_days=days, failed_on=on)


def _is_dead(pace: Pace, result: Result, after_days: int) -> bool:
    if result is Result.GONE:
        return pace.failed_days >= 2
    return pace.failed_days >= after_days and pace.failures >= FEWEST_FAILURES
