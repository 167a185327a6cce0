"""A digest names the sources that were asked in its window and never answered well."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.briefing.digest import Composer
from storage.database import Database
from storage.models.chats import Filter
from storage.models.sources import FeedFetch, NewFeed
from storage.sources.feeds import add_feed
from storage.sources.runs import record_fetch
from tests.factories import NOON

DAY = timedelta(days=1)


def fetched(db: Database, name: str, at: datetime, result: str) -> None:
    """The source was asked, and so it ended."""
    url = f"https://{name}.example/rss"
    feed = add_feed(db, NewFeed(name=name, title=name.title(), url=url, host=name), NOON)
    feed_id = feed.id if feed else db.execute("SELECT id FROM feeds WHERE name = ?", [name]).fetchone()[0]
    fetch = FeedFetch(
        feed_id=feed_id,
        at=at,
        result=result,
        is_success=result == "news",
        is_answered=True,
        interval=DAY,
        failures=0,
        failed_days=0,
        failed_on=None,
        next_fetch_at=at + DAY,
    )
    record_fetch(db, fetch)


def test_only_failures_of_its_window_count_and_a_success_in_it_outweighs_them(db: Database) -> None:
    for name, at, result in (
        ("silent", NOON, "outage"),
        ("mended", NOON, "unreached"),
        ("mended", NOON + timedelta(hours=1), "news"),
        ("before", NOON - DAY, "refused"),
        ("after", NOON + DAY, "refused"),
    ):
        fetched(db, name, at, result)
    everything = Filter(id=0, alternatives=())
    composer = Composer(db)
    assert composer.compose_window(everything, NOON, NOON + DAY, "en").silent_sources == ("Silent",)
    assert composer.compose_first(everything, NOON, NOON + DAY, "en").silent_sources == ()
