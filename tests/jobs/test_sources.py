"""The bot keeps itself fed: from a feed to an alert in the outbox, beside the answers, and only where it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import build_application, desk_of
from bot.config import Settings
from bot.handlers.context import Context
from bot.ingest.gathering.gatherer import Gatherer
from bot.ingest.seeding import load_seeds
from bot.jobs.composing import compose_alerts
from bot.jobs.notices import Notices
from bot.jobs.sources import Sources
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from bot.sandbox import Sandbox
from storage.chats.subscribers import record_subscriber
from storage.database import Database, open_database
from storage.models.chats import ChatKind
from storage.models.seeds import Seeds
from tests.ingest.fetching.web import FastTime, Seen, serving
from tests.ingest.gathering.newsroom import STORY, Newsroom, opened
from tests.jobs.test_alerts import follow

ROOT = Path(__file__).parents[2]
MUSAYEV = ("/a", "Ministers meet in Baku", STORY)
ADMIN = 7


@pytest.fixture
async def newsroom(settings: Settings, gazetteer: Gazetteer) -> AsyncIterator[Newsroom]:
    """A web of our own, and nothing that is followed."""
    async with serving() as web, opened(web, FastTime(), settings.database, gazetteer) as room:
        yield room


@pytest.fixture
def openings() -> list[datetime]:
    """When a gatherer was opened: each pass of its own would open one."""
    return []


@pytest.fixture
def sources(newsroom: Newsroom, settings: Settings, messages: Messages, openings: list[datetime]) -> Sources:
    """What the tick wakes, with an administrator."""

    @asynccontextmanager
    async def opening() -> AsyncIterator[Gatherer]:
        openings.append(newsroom.time.at)
        yield newsroom.gatherer

    notices = Notices(messages, "en", [ADMIN])
    return Sources(opening, lambda: open_database(settings.database), notices, newsroom.time.now, wait_seconds=0)


def waiting(db: Database) -> list[str]:
    """What the outbox holds."""
    sql = "SELECT b.text FROM outbox AS o JOIN bodies AS b ON b.id = o.body_id ORDER BY o.id"
    return [row[0] for row in db.execute(sql).fetchall()]


async def test_an_item_that_appears_in_a_feed_becomes_an_alert_in_the_outbox(
    newsroom: Newsroom, sources: Sources, messages: Messages, seeds: Seeds, gazetteer: Gazetteer
) -> None:
    db, now = newsroom.db, newsroom.time.now
    newsroom.time.at += timedelta(days=400)  # past the day at which `follow` subscribes
    load_seeds(db, seeds, gazetteer, now, with_samples=False)
    db.execute("UPDATE feeds SET next_fetch_at = NULL")
    follow(db, ("HU",))
    newsroom.follow()
    newsroom.show()
    await sources.gather()
    assert compose_alerts(db, now(), messages) == 0
    newsroom.show(MUSAYEV)
    newsroom.time.at = newsroom.feed().next_fetch_at or now()
    composed: list[int] = []

    async def tell() -> None:
        composed.append(compose_alerts(db, now() + timedelta.resolution, messages))

    await sources.gather(tell)
    assert sum(composed) == 1
    assert "Ministers meet in Baku" in waiting(db)[0]


async def test_passes_do_not_overlap_and_a_stop_is_prompt(
    newsroom: Newsroom, sources: Sources, openings: list[datetime]
) -> None:
    reached = asyncio.Event()

    async def stall(_: Seen, __: asyncio.StreamWriter) -> None:
        reached.set()
        await asyncio.Event().wait()

    newsroom.follow()
    newsroom.web.pages["/rss"] = stall
    sources.wake()
    sources.wake()
    await reached.wait()
    sources.wake()
    await asyncio.wait_for(sources.stop(), 0.35)
    assert (newsroom.fetched("/rss"), len(openings)) == (1, 1)
    await sources.gather()
    assert newsroom.fetched("/rss") == 1


async def test_administrators_are_told_once_which_sources_gave_up(newsroom: Newsroom, sources: Sources) -> None:
    record_subscriber(
        newsroom.db, chat_id=ADMIN, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=newsroom.time.at
    )
    for name in ("a<b>", "other"):
        newsroom.follow(name, f"/{name}")
    for _ in range(12):
        newsroom.time.at += timedelta(days=1)
        await sources.gather()
    (notice,) = waiting(newsroom.db)
    assert "• a&lt;b&gt;: failed on 10 days, last: HTTP status 404" in notice
    assert "• other: " in notice


async def test_only_the_bot_on_telegram_fetches_and_only_where_its_setting_says_so(
    context: Context, sandbox: Sandbox
) -> None:
    def has_sources(*, has: bool) -> bool:
        application = build_application(context, sandbox.token, sandbox.api_url, has_sources=has)
        return desk_of(application).sources is not None

    assert not has_sources(has=False)
    assert has_sources(has=True)
