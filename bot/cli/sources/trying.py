"""Feeds fetched once, for the command line: is there one, does it live. Imported when a fetch is near."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.clock import now
from bot.config import Settings
from bot.ingest.addresses import host_of
from bot.ingest.gathering.finding import Ask, find_feed, poll_feed
from bot.ingest.gathering.opening import build_fetcher
from bot.ingest.gathering.polling import Failed, Polled
from storage.database import Database
from storage.models.sources import FollowedFeed, NewFeed
from storage.sources.feeds import find_feed as find_followed

Show = Callable[[FollowedFeed, str, bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that may be followed, and what it shows."""

    feed: NewFeed
    shown: str


async def find_new_feed(
    db: Database, settings: Settings, url: str, *, name: str | None, language: str | None
) -> FoundFeed | str:
    """The feed behind the address, or why there is none."""
    address = url if "://" in url else f"https://{url}"
    async with open_ask(settings) as ask:
        found = await find_feed(ask, address, language)
    match found:
        case Failed(detail=detail):
            return detail
        case Polled(feed=feed, url=str(at)) if feed is not None:
            if name and find_followed(db, name):
                return f"a source is called {name} already"
            new = NewFeed(
                name=name or name_feed(db, at),
                title=feed.title or host_of(at),
                url=at,
                host=host_of(at),
                language=language or feed.language,
                kind=feed.kind,
            )
            return FoundFeed(feed=new, shown=describe_polled(found))
        case _:
            raise AssertionError("asked without validators")


async def try_feeds(settings: Settings, feeds: Sequence[FollowedFeed], show: Show) -> None:
    """Fetch each once, side by side, one host after the other; `show` hears of each as it comes."""
    async with open_ask(settings) as ask:

        async def attempt(feed: FollowedFeed) -> None:
            unknown = replace(feed, etag=None, last_modified=None, body_hash=None)
            polled = await poll_feed(ask, unknown)
            is_well = isinstance(polled, Polled)
            show(feed, describe_polled(polled), is_well)

        async with asyncio.TaskGroup() as group:
            for feed in feeds:
                group.create_task(attempt(feed))


def name_feed(db: Database, url: str) -> str:
    """The host's, numbered where it is taken."""
    base = host_of(url).replace(".", "-") or "source"
    names = [base, *(f"{base}-{number}" for number in range(2, 1000))]
    return next(name for name in names if find_followed(db, name) is None)


@asynccontextmanager
async def open_ask(settings: Settings) -> AsyncIterator[Ask]:
    """Fetches as the settings say, parses in a thread."""
    async with build_fetcher(settings, now) as fetcher:
        yield Ask(fetch=fetcher.fetch, aside=asyncio.to_thread, now=now)


def describe_polled(polled: Polled | Failed) -> str:
    """What a fetch brought: format, how many items, the newest day."""
    match polled:
        case Failed(detail=detail):
            return detail
        case Polled(feed=feed) if feed is not None:
            days = [day for item in feed.items for day in (item.published_on, item.updated_on) if day]
            newest = f", newest {max(days)}" if days else ", undated"
            return f"{feed.kind}, {len(feed.items)} items{newest if feed.items else ''}"
        case _:
            return "unchanged"
