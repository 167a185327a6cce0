"""Outlets of our own on the test web, and a gatherer that reads them in time that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, repeat
from pathlib import Path

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.gathering.gatherer import Gatherer
from bot.ingest.gathering.storing import OnSettled, tell_nobody
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, open_database
from storage.models.sources import FollowedFeed, NewFeed
from storage.sources.feeds import add_feed, find_feed, list_untold_ends
from tests.ingest.fetching.conftest import FAST
from tests.ingest.fetching.web import FastTime, Web, answer

STORY = (
    "BAKU, Azerbaijan, April 8. Health Minister of Azerbaijan Teymur Musayev has received Péter Takács, State Secretary"
    " for Health of Hungary. Musayev said the two countries could do more in oncology, in training of doctors and in"
    " the making of medicines. Takács spoke of scholarships for young surgeons, and invited his colleague to Budapest."
)
OTHER = (
    "ASTANA. The Minister of Health of Kazakhstan Akmaral Alnazarova met the Minister of Health of Uzbekistan Asilbek"
    " Khudayarov in Astana on Tuesday. The ministers discussed the control of infections at the border, an exchange of"
    " students, and signed a programme of cooperation for the years 2025 and 2026, the ministry said in a statement."
)
BUDAPEST = (
    "BUDAPEST. The Minister of Health of Türkiye Kemal Memişoğlu visited Hungary and met its Interior Minister Sándor"
    " Pintér in Budapest on Monday. They signed a memorandum on cooperation in health tourism, and agreed that a joint"
    " working group on the treatment of rare diseases would meet twice a year in both of the capitals in turn."
)


def page(text: str, title: str, *, day: str | None = "2025-04-08", more: str = "") -> bytes:
    """A page with an article."""
    published = f'<meta property="article:published_time" content="{day}T09:00:00+04:00">' if day else ""
    paragraphs = "".join(f"<p>{part}.</p>" for part in text.rstrip(".").split(". "))
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{published}{more}</head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def feed(*items: tuple[str, str, str], days: Sequence[str] = ()) -> bytes:
    """An RSS feed of (address, title, summary); of the days none is named but those of the first items."""
    entries = "".join(
        f"<item><guid>{url}</guid><link>{url}</link><title>{title}</title><description>{summary}</description>"
        f"<pubDate>{day}</pubDate></item>"
        for (url, title, summary), day in zip(
            items, chain(days, repeat("Tue, 08 Apr 2025 10:00:00 +0400")), strict=False
        )
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{entries}</channel></rss>'.encode()


def html(body: bytes) -> bytes:
    """A page as a server sends it."""
    return answer(body, Content_Type="text/html; charset=utf-8")


@dataclass
class Newsroom:
    """A gatherer on the test web, and what it was told."""

    web: Web
    time: FastTime
    db: Database
    gatherer: Gatherer

    def follow(self, name: str = "agency", path: str = "/rss", host: str = "news.example") -> None:
        """Poll that address from now on."""
        feed = NewFeed(name=name, title=name.title(), url=self.web.url(path, host), host=host, language="en")
        assert add_feed(self.db, feed, self.time.now()) is not None

    def show(self, *articles: tuple[str, str, str], path: str = "/rss", host: str = "news.example") -> None:
        """The feed shows articles, (path, title, text) each, and their pages are there."""
        items = [(self.web.url(at, host), title, text[:80]) for at, title, text in articles]
        self.web.pages[f"{host}{path}"] = answer(feed(*items), Content_Type="application/rss+xml")
        for at, title, text in articles:
            self.web.pages[f"{host}{at}"] = html(page(text, title))

    def feed(self, name: str = "agency") -> FollowedFeed:
        """How the feed stands."""
        found = find_feed(self.db, name)
        assert found is not None
        return found

    async def gather(self, *, after: timedelta = timedelta()) -> None:
        """Let time pass and fetch what is due then."""
        self.time.at += after
        await self.gatherer.gather()

    async def come_due(self, name: str = "agency") -> None:
        """Fetch when the feed is due next."""
        due = self.feed(name).next_fetch_at
        assert due is not None
        self.time.at = max(self.time.at, due)
        await self.gatherer.gather()

    def disabled(self) -> list[str]:
        """Feeds that disabled themselves, and why."""
        return [f"{feed.name}: {feed.disabled_reason}" for feed in list_untold_ends(self.db)]

    def texts(self) -> list[str]:
        """The stored articles' last texts, the first stored first."""
        sql = "SELECT d.text FROM articles AS a JOIN documents AS d ON d.id = a.document_id ORDER BY a.id"
        return [row[0] for row in self.db.execute(sql).fetchall()]

    def column(self, sql: str) -> Sequence[object]:
        """The first column of a question."""
        return [row[0] for row in self.db.execute(sql).fetchall()]

    def fetched(self, path: str) -> int:
        """How often the address was asked for."""
        return self.web.paths().count(path)


@asynccontextmanager
async def opened(
    web: Web, time: FastTime, database: Path, gazetteer: Gazetteer, on_settled: OnSettled = tell_nobody
) -> AsyncIterator[Newsroom]:
    """A newsroom over a database that is there."""
    db = open_database(database)
    fetcher = Fetcher(limits=FAST, allow_loopback=True, now=time.now, sleep=time.sleep, lookup=web.lookup)
    async with fetcher:
        gatherer = Gatherer(
            fetcher,
            lambda: open_database(database),
            gazetteer,
            time.now,
            on_settled=on_settled,
            jitter=lambda: 0.5,
            pause_seconds=0,
        )
        yield Newsroom(web=web, time=time, db=db, gatherer=gatherer)
        await gatherer.close()
    db.close()
