"""Pages fetched on a person's word, with a bar: what a sitemap lists, what a file names. Stopped, it can go on."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import click

from bot.cli.sources.trying import name_feed, open_ask
from bot.clock import now
from bot.config import Settings
from bot.ingest.addresses import host_of
from bot.ingest.gathering.gatherer import Gatherer
from bot.ingest.gathering.items import see_address
from bot.ingest.gathering.listing import Unlisted, list_pages
from bot.ingest.gathering.opening import gathering
from bot.ingest.lists import Link
from bot.reading.gazetteer import Gazetteer
from storage.database import Database
from storage.models.sources import NewFeed, PageState, SeenItem, WantedBy
from storage.sources.feeds import add_feed
from storage.sources.wanted import count_batch, want_pages

_AT_ONCE = 1_000
"""Rows in one transaction: the bot may want to write as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backfill:
    """What is fetched as one, and called by one name when it goes on."""

    db: Database
    settings: Settings
    gazetteer: Gazetteer
    batch: str

    def want(self, items: Sequence[SeenItem]) -> None:
        """Let these wait, but for those that were seen before."""
        for first in range(0, len(items), _AT_ONCE):
            block = items[first : first + _AT_ONCE]
            want_pages(self.db, block, wanted_by=WantedBy.BACKFILL, now=now(), batch=self.batch)

    async def list_sitemap(self, url: str, since: date) -> Sequence[Unlisted]:
        """Let the pages of a sitemap wait; what of it could not be had is returned."""
        async with open_ask(self.settings) as ask:
            return await list_pages(ask, url, since=since, take=self.want)

    async def fetch(self) -> None:
        """Fetch what waits, until nothing is due."""
        async with gathering(self.settings, self.gazetteer, now) as gatherer:
            await self._fetch(gatherer)

    async def _fetch(self, gatherer: Gatherer) -> None:
        counts = count_batch(self.db, self.batch)
        total, waiting = sum(counts.values()), counts.get(PageState.WAITING, 0)
        with click.progressbar(length=total, label="Fetching", file=sys.stderr) as bar:
            bar.update(total - waiting)
            await gatherer.fetch_batch(self.batch, lambda: bar.update(1))

    def summary(self) -> str:
        """How far it is."""
        counts = count_batch(self.db, self.batch)
        counted = ", ".join(f"{counts.get(state, 0)} {state.value}" for state in PageState)
        waits = "; call again to go on" if counts.get(PageState.WAITING) else ""
        return f"{sum(counts.values())} pages: {counted}{waits}"


def follow_links(links: Sequence[Link], db: Database, settings: Settings, gazetteer: Gazetteer) -> str:
    """Follow the feeds and fetch the pages that files name; what came of it."""
    lines: list[str] = []
    if feeds := [link for link in links if link.is_feed]:
        lines.append(_follow_feeds(db, feeds))
    if pages := [link for link in links if not link.is_feed]:
        # By the addresses themselves, so that the same list goes on where it was.
        name = hashlib.sha256("\n".join(link.url for link in pages).encode()).hexdigest()[:16]
        work = Backfill(db=db, settings=settings, gazetteer=gazetteer, batch=f"list {name}")
        work.want([see_address(link.url) for link in pages])
        asyncio.run(work.fetch())
        lines.append(work.summary())
    return "\n".join(lines)


def _follow_feeds(db: Database, links: Iterable[Link]) -> str:
    new = known = 0
    for link in links:
        host = host_of(link.url)
        feed = NewFeed(name=name_feed(db, link.url), title=link.title or host, url=link.url, host=host)
        if add_feed(db, feed, now()) is None:
            known += 1
        else:
            new += 1
    return f"{new} sources followed from now on, {known} were before"
