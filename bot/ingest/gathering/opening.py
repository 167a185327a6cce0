"""A gatherer as the settings want it, open for as long as a block lasts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.clock import Now
from bot.config import Settings
from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.gathering.gatherer import Gatherer
from bot.ingest.gathering.storing import OnSettled, tell_nobody
from bot.reading.gazetteer import Gazetteer
from storage.database import open_database


def build_fetcher(settings: Settings, now: Now) -> Fetcher:
    """One that is to be entered."""
    return Fetcher(
        contact=settings.contact, proxy=settings.proxy or None, allow_loopback=settings.fetch_loopback, now=now
    )


@asynccontextmanager
async def gathering(
    settings: Settings, gazetteer: Gazetteer, now: Now, on_settled: OnSettled = tell_nobody
) -> AsyncIterator[Gatherer]:
    """Its store is a connection of its own; at the end what is begun is finished."""
    async with build_fetcher(settings, now) as fetcher:
        gatherer = Gatherer(fetcher, partial(open_database, settings.database), gazetteer, now, on_settled=on_settled)
        try:
            yield gatherer
        finally:
            await gatherer.close()
