"""What hosts' robots.txt let us read (RFC 9309): each asked for once a day, when the first page is wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from protego import Protego
from yarl import URL

from bot.clock import Now
from bot.ingest.fetching.outcomes import Fault, Fetched, NotModified, Outcome, Reason, Refused

PRODUCT = "Readout"
"""The name that a robots.txt addresses us by."""
SIZE_BYTES = 500 * 1024
"""As much as the RFC demands to be read; the rest is cut off."""

_KEPT = timedelta(days=1)
_KEPT_UNKNOWN = timedelta(minutes=30)
_MOST_ORIGINS = 500
_SILENCE = (Fault.NETWORK, Fault.UNCLEAR)


class Rules:
    """One robots.txt, for us."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(text)

    def allow(self, url: URL) -> bool:
        """Whether the page may be fetched."""
        return bool(self._parsed.can_fetch(str(url), PRODUCT))

    @property
    def pause_seconds(self) -> float:
        """The Crawl-delay, or 0."""
        return float(self._parsed.crawl_delay(PRODUCT) or 0)


@dataclass(slots=True)
class _Origin:
    until: datetime
    rules: Rules | Refused | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class RobotsRules:
    """The rules of every host met, by origin; `fetch_robots` brings a robots.txt, cut at `SIZE_BYTES`."""

    def __init__(self, fetch_robots: Callable[[URL], Awaitable[Outcome]], now: Now) -> None:
        self._fetch_robots = fetch_robots
        self._now = now
        self._origins: dict[URL, _Origin] = {}

    async def get_rules(self, url: URL) -> Rules | Refused:
        """The rules for the page's host, or why they are unknown: then nothing there may be read."""
        origin = self._origin(url.origin())
        async with origin.lock:
            if origin.rules is None or origin.until <= self._now():
                rules = read_rules(await self._fetch_robots(url.origin().with_path("/robots.txt")))
                origin.rules = rules
                origin.until = self._now() + _kept(rules)
            return origin.rules

    def _origin(self, url: URL) -> _Origin:
        if url not in self._origins:
            if len(self._origins) >= _MOST_ORIGINS:
                self._forget_oldest()
            self._origins[url] = _Origin(until=self._now())
        return self._origins[url]

    def _forget_oldest(self) -> None:
        idle = [url for url, origin in self._origins.items() if not origin.lock.locked()]
        if idle:
            del self._origins[min(idle, key=lambda url: self._origins[url].until)]


def read_rules(outcome: Outcome) -> Rules | Refused:
    """A host without a robots.txt allows everything; one that cannot show its own, nothing (RFC 9309, 2.3.1).

    Silence is the fetch's own refusal: the page would have met it as well.
    """
    match outcome:
        case Fetched(body=body):
            return Rules(body.decode("utf-8-sig", "replace"))
        case Refused(reason=Reason.HTTP_STATUS, status=int(status)) if 400 <= status < 500 and status != 429:
            return Rules("")
        case Refused(reason=Reason.TOO_MANY_REDIRECTS):
            return Rules("")
        case Refused(reason=reason) if reason is Reason.ASKED_TO_WAIT or reason.fault in _SILENCE:
            return outcome
        case Refused(reason=reason, status=status):
            detail = f"{reason} {status or ''} {outcome.detail}".strip()
            return replace(outcome, reason=Reason.ROBOTS_UNKNOWN, detail=detail)
        case NotModified():
            raise AssertionError("asked without validators")


def _kept(rules: Rules | Refused) -> timedelta:
    if isinstance(rules, Rules):
        return _KEPT
    return _KEPT_UNKNOWN if rules.reason is Reason.ROBOTS_UNKNOWN else timedelta()
