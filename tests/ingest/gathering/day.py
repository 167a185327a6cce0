"""Days of many feeds in fast time, with everything that goes wrong: for the test and for `python -m tests.bench feeds`.

Each feed has a host of its own that publishes at times of its own and shows its last items. Some hosts are ill for
hours, each in its own way, and for three hours nobody answers at all. What was published, when, and when each address
was asked for is written down, so that the end can be held against it.
"""

from __future__ import annotations

import asyncio
import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

from storage.sources.feeds import list_feeds
from tests.ingest.fetching.web import Seen, answer, raw
from tests.ingest.gathering.newsroom import Newsroom, html

SHOWN = 20
"""Items that a feed shows: what is older has left it."""
FASTEST = timedelta(minutes=5) * 0.9
"""The shortest interval there is, with its jitter."""
REST = timedelta(hours=1)
"""What an ill host that wants to be left alone asks for."""
_RETRIED_WITHIN = timedelta(minutes=1)
"""Sooner than anything of ours is tried again."""

_COUNTRIES = ("Hungary", "Kazakhstan", "Uzbekistan", "Türkiye", "Georgia", "Kyrgyzstan", "Belarus", "Serbia")
_TOPICS = ("oncology", "vaccines", "rare diseases", "medical tourism", "the training of nurses", "telemedicine")
ILLNESSES = ("error", "gone quiet", "rest", "page")


@dataclass(frozen=True, kw_only=True)
class Illness:
    """Hours in which a host does not do as it should."""

    kind: str
    since: datetime
    until: datetime


@dataclass
class Outlet:
    """One host: what it publishes when, and when it was asked for what."""

    host: str
    published: list[datetime]
    illnesses: list[Illness]
    asked: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    rested_at: list[datetime] = field(default_factory=list)

    def ill(self, now: datetime) -> str | None:
        """What ails it now."""
        return next((each.kind for each in self.illnesses if each.since <= now < each.until), None)


@dataclass
class Day:
    """The world, and what is to be held at its end."""

    room: Newsroom
    outlets: dict[str, Outlet]
    began: datetime
    outage: tuple[datetime, datetime]

    @property
    def until(self) -> datetime:
        """When nothing more is published."""
        return self.began + timedelta(days=1)

    async def play(self, on_step: Callable[[], None] = lambda: None) -> None:
        """From one due time to the next, through the day and as long after it as the slowest feed takes."""
        end = self.until + timedelta(days=1, hours=3)
        while (due := self._next_due()) is not None and due < end:
            self.room.time.at = max(self.room.time.at, due)
            self._cut_lines()
            await self.room.gatherer.gather()
            on_step()

    def lost(self) -> set[str]:
        """Published, and not in the store."""
        urls = {str(url) for url in self.room.column("SELECT url FROM articles")}
        wanted = {self.room.web.url(path, host) for host, outlet in self.outlets.items() for path in _paths(outlet)}
        return wanted - urls

    def hurried(self) -> list[str]:
        """Addresses that were asked for sooner than is allowed."""
        return list(self._list_hurried())

    def _list_hurried(self) -> Iterator[str]:
        for host, outlet in self.outlets.items():
            asked = outlet.asked["/rss"]
            yield from (f"{host} {a:%d %H:%M:%S}" for a, b in pairwise(asked) if b - a < FASTEST)
            every = sorted(at for times in outlet.asked.values() for at in times)
            yield from (f"{host} no pause {a}" for a, b in pairwise(every) if b - a < timedelta(seconds=1))
            for rested in outlet.rested_at:
                yield from (f"{host} not let rest {at}" for at in every if rested < at < rested + REST)

    def _next_due(self) -> datetime | None:
        waiting = self.room.column("SELECT min(not_before) FROM wanted_pages WHERE state = 'waiting'")
        dues = [feed.next_fetch_at for feed in list_feeds(self.room.db) if feed.next_fetch_at]
        dues += [datetime.fromisoformat(str(at)) for at in waiting if at]
        return min(dues, default=None)

    def _cut_lines(self) -> None:
        is_out = self.outage[0] <= self.room.time.at < self.outage[1]
        self.room.web.names = {host: list[str]() for host in self.outlets} if is_out else {}


def begin_day(room: Newsroom, count: int, *, items: int, seed: int = 5) -> Day:
    """So many feeds, each with about so many items in the day."""
    dice, began = random.Random(seed), room.time.at
    outlets = {f"host{n}.example": _make_outlet(f"host{n}.example", dice, began, items) for n in range(count)}
    for n, host in enumerate(outlets):
        room.follow(f"feed-{n}", host=host)
    outage = (began + timedelta(hours=10), began + timedelta(hours=13))
    day = Day(room=room, outlets=outlets, began=began, outage=outage)

    async def serve(seen: Seen, writer: asyncio.StreamWriter) -> None:
        _answer(day, seen, writer)

    for host, outlet in outlets.items():
        room.web.pages |= {f"{host}{path}": serve for path in ("/rss", *_paths(outlet))}
    return day


def _make_outlet(host: str, dice: random.Random, began: datetime, items: int) -> Outlet:
    count = dice.randint(1, 2 * items - 1)
    published = sorted(began + timedelta(seconds=dice.uniform(0, 86_400)) for _ in range(count))
    illnesses = []
    if dice.random() < 0.5:
        since = began + timedelta(hours=dice.uniform(0, 20))
        until = since + timedelta(hours=dice.uniform(0.5, 4))
        illnesses.append(Illness(kind=dice.choice(ILLNESSES), since=since, until=until))
    return Outlet(host=host, published=published, illnesses=illnesses)


def _paths(outlet: Outlet) -> Sequence[str]:
    return [f"/a{number}" for number in range(len(outlet.published))]


def _answer(day: Day, seen: Seen, writer: asyncio.StreamWriter) -> None:
    now, outlet = day.room.time.at, day.outlets[seen.host]
    illness, asked = outlet.ill(now), outlet.asked[seen.path]
    if not (illness == "gone quiet" and asked and now - asked[-1] < _RETRIED_WITHIN):
        # Where a server hangs up without a word, aiohttp asks once more on its own: that is one fetch of ours. The
        # clock may have gone on by then, for others slept.
        asked.append(now)
    match illness:
        case "error":
            writer.write(answer(status=503))
        case "gone quiet":
            writer.close()
        case "rest":
            outlet.rested_at.append(now)
            writer.write(answer(status=429, Retry_After=str(int(REST.total_seconds()))))
        case "page" if seen.path == "/rss":
            writer.write(html(b"<html><body>Down for maintenance</body></html>"))
        case _ if seen.path == "/rss":
            _answer_feed(day, outlet, now, seen, writer)
        case _:
            number = int(seen.path[2:])
            writer.write(html(_page(seen.host, number, outlet.published[number])))


def _answer_feed(day: Day, outlet: Outlet, now: datetime, seen: Seen, writer: asyncio.StreamWriter) -> None:
    count = bisect_right(outlet.published, now)
    etag = f'"{count}"'
    if seen.headers.get("if-none-match") == etag:
        writer.write(raw(304, {}))
        return
    items = "".join(
        f"<item><link>{day.room.web.url(f'/a{n}', outlet.host)}</link><title>Talks {n} of {outlet.host}</title>"
        f"<pubDate>{format_datetime(outlet.published[n])}</pubDate></item>"
        for n in range(max(0, count - SHOWN), count)
    )
    writer.write(answer(f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode(), ETag=etag))


def _page(host: str, number: int, published: datetime) -> bytes:
    dice = random.Random(f"{host}/{number}")
    country, topic = dice.choice(_COUNTRIES), dice.choice(_TOPICS)
    name = "".join(dice.choice("bdgklmnrstv") + dice.choice("aeiou") for _ in range(4)).title()
    return (
        f"<html><head><title>Talks {number} of {host}</title>"
        f'<meta property="article:published_time" content="{published.isoformat()}"></head><body><article>'
        f"<h1>Talks {number} of {host}</h1><p>Health Minister of Azerbaijan Teymur Musayev met {name} {name}ov, an"
        f" envoy of {country}, and spoke of {topic} and of a plan that he called the {name} plan, number {number}.</p>"
        f"<p>The two agreed that experts would meet in the house of {host} before the end of the year.</p>"
        "</article></body></html>"
    ).encode()
