"""The one that goes out: an address to an outcome, politely, safely. Opened by `app`, closed with it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from bot import __version__
from bot.clock import Now
from bot.clock import now as machine_now
from bot.ingest.fetching.asking import Answer, Asking, Failure, TimeLeft, ask, open_session
from bot.ingest.fetching.headers import parse_retry_after, parse_validator
from bot.ingest.fetching.limits import Limits
from bot.ingest.fetching.outcomes import FetchRequest, Kind, Outcome, Reason, Refused
from bot.ingest.fetching.politeness.robots import PRODUCT, SIZE_BYTES, RobotsRules
from bot.ingest.fetching.politeness.turns import Sleep, Turns
from bot.ingest.fetching.safety.connector import open_connector
from bot.ingest.fetching.safety.names import Lookup, NameService
from bot.ingest.fetching.safety.targets import parse_target
from bot.ingest.fetching.settling import Way, read_location, refuse, settle

_log = logging.getLogger(__name__)

_ACCEPT = {
    Kind.FEED: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
    Kind.PAGE: "text/html, application/xhtml+xml, application/pdf;q=0.8, */*;q=0.5",
}
_ROBOTS_SECONDS = 10.0
_BUSY = frozenset({429, 503})


class Fetcher:
    """Fetches as often as it is asked, by as many tasks as there are; one host never sees two requests at once.

    `contact` is an address or page by which hosts reach whoever runs the bot. With a `proxy`, names are the proxy's to
    resolve and to judge: only what an address itself spells is checked here. `allow_loopback` is for tests: this
    machine counts as public, on any port. `now`, `sleep` and `lookup` are the machine's unless a test moves them.
    """

    def __init__(
        self,
        *,
        contact: str = "",
        limits: Limits | None = None,
        feeds_obey_robots: bool = False,
        proxy: str | None = None,
        allow_loopback: bool = False,
        now: Now = machine_now,
        sleep: Sleep = asyncio.sleep,
        lookup: Lookup | None = None,
    ) -> None:
        self._user_agent = name_user_agent(contact)
        self._limits = limits or Limits()
        self._feeds_obey_robots = feeds_obey_robots
        self._proxy = proxy
        self._allow_loopback = allow_loopback
        self._now = now
        self._names = NameService(self._limits.at_once)
        self._lookup = lookup or self._names.look_up
        self._turns = Turns(self._limits.pause_seconds, now, sleep)
        self._robots = RobotsRules(self._fetch_robots, now)
        self._places = asyncio.Semaphore(self._limits.at_once)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        if self._allow_loopback:
            _log.warning("LOOPBACK ADDRESSES ARE FETCHED: for tests only, whoever sends a link can reach this machine")
        if self._proxy:
            _log.warning("fetching through a proxy: it is the proxy that must not reach inside addresses")
            connector = aiohttp.TCPConnector(force_close=True, limit=0)
        else:
            connector = open_connector(self._lookup, allow_loopback=self._allow_loopback)
        self._session = open_session(connector, self._user_agent, self._proxy, self._limits.connect_seconds)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
        self._names.close()

    async def fetch(self, request: FetchRequest) -> Outcome:
        """What the address holds. Waits for its turn; never raises for what a host, a name or an address does."""
        asking = Asking(
            accept=_ACCEPT[request.kind],
            size_bytes=self._limits.size_bytes,
            etag=parse_validator(request.etag),
            last_modified=parse_validator(request.last_modified),
        )
        obeys_robots = request.kind is Kind.PAGE or self._feeds_obey_robots
        return await self._follow(request.url, asking, TimeLeft(self._limits.seconds), obeys_robots=obeys_robots)

    async def _follow(self, address: str, asking: Asking, left: TimeLeft, *, obeys_robots: bool) -> Outcome:
        target = parse_target(address, allow_loopback=self._allow_loopback)
        if isinstance(target, Reason):
            return Refused(url=address, final_url=address, reason=target)
        way = Way(start=address, end=target)
        while True:
            if obeys_robots and (refused := await self._ask_robots(way)):
                return refused
            answer = await self._ask_in_turn(way.end, asking, left)
            location = read_location(answer) if isinstance(answer, Answer) else None
            if not isinstance(answer, Answer) or location is None:
                return settle(answer, asking, way, self._now())
            if way.length == self._limits.redirects:
                return refuse(way, Failure(reason=Reason.TOO_MANY_REDIRECTS))
            target = parse_target(location, after=way.end, allow_loopback=self._allow_loopback)
            if isinstance(target, Reason):
                return refuse(way, Failure(reason=target, detail="redirected there"))
            way = way.led_to(target, answer.status)

    async def _ask_in_turn(self, url: URL, asking: Asking, left: TimeLeft) -> Answer | Failure:
        if self._session is None:
            raise RuntimeError("a Fetcher is entered before it fetches")
        host = url.raw_host or ""
        async with self._turns.turn(host) as rest:
            if rest is not None:
                return Failure(reason=Reason.ASKED_TO_WAIT, retry_after=rest)
            async with self._places:
                answer = await ask(self._session, url, asking, left)
            if isinstance(answer, Answer) and answer.status in _BUSY:
                rest = parse_retry_after(answer.headers.get("Retry-After"), self._now())
                if rest:
                    self._turns.rest(host, rest)
        return answer

    async def _ask_robots(self, way: Way) -> Refused | None:
        rules = await self._robots.get_rules(way.end)
        if isinstance(rules, Refused):
            return replace(rules, url=way.start, final_url=str(way.end))
        self._turns.slow_down(way.end.raw_host or "", rules.pause_seconds)
        return None if rules.allow(way.end) else refuse(way, Failure(reason=Reason.ROBOTS))

    async def _fetch_robots(self, url: URL) -> Outcome:
        asking = Asking(accept="text/plain, */*;q=0.5", size_bytes=SIZE_BYTES, cuts=True)
        return await self._follow(str(url), asking, TimeLeft(_ROBOTS_SECONDS), obeys_robots=False)


def name_user_agent(contact: str) -> str:
    """`Readout/1.2 (+contact)`: printable ASCII, whatever the setting holds."""
    printable = "".join(c for c in contact.strip() if c.isascii() and c.isprintable() and c not in "()")[:200]
    return f"{PRODUCT}/{__version__} (+{printable})" if printable else f"{PRODUCT}/{__version__}"
