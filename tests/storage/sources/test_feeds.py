"""The seeds' feeds come in once and again, and what a person decided about them stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.ingest.seeding import load_seeds
from bot.reading.gazetteer import Gazetteer
from storage.database import Database
from storage.models.seeds import Seeds
from storage.models.sources import FeedFetch, FollowedFeed, NewFeed
from storage.sources.feeds import (
    add_feed,
    disable_feed,
    enable_feed,
    find_feed,
    list_due_feeds,
    list_feeds,
    load_feeds,
)
from storage.sources.runs import record_fetch
from tests.factories import NOON

AGENCY = NewFeed(name="agency", title="An Agency", url="https://agency.example/rss", host="agency.example")
PAPER = NewFeed(name="paper", title="A Paper", url="https://paper.example", host="paper.example", language="tr")
LATER = NOON + timedelta(days=3)


def feed_of(db: Database, name: str) -> FollowedFeed:
    """The feed of that name, which is there."""
    found = find_feed(db, name)
    assert found is not None
    return found


def fail(db: Database, name: str, at: datetime, *, disabled: str | None = None) -> None:
    """A fetch of it fails."""
    feed = feed_of(db, name)
    record_fetch(
        db,
        FeedFetch(
            feed_id=feed.id,
            at=at,
            result="refused",
            is_success=False,
            is_answered=True,
            interval=feed.interval,
            failures=feed.failures + 1,
            failed_days=feed.failed_days + 1,
            failed_on=at.date(),
            next_fetch_at=None if disabled else at + feed.interval,
            detail="HTTP status 404",
            disabled_reason=disabled,
        ),
    )


def names(feeds: Sequence[FollowedFeed]) -> list[str]:
    """What they are called."""
    return [feed.name for feed in feeds]


def test_the_seeds_feeds_come_in_at_the_first_start_and_are_due_at_once(
    db: Database, seeds: Seeds, gazetteer: Gazetteer
) -> None:
    load_seeds(db, seeds, gazetteer, lambda: NOON, with_samples=False)
    assert names(list_feeds(db)) == sorted(feed.slug for feed in seeds.feeds)
    assert len(list_due_feeds(db, NOON, besides=(), limit=1000)) == len(seeds.feeds) >= 40
    assert len({feed.address for feed in seeds.feeds}) == len(seeds.feeds)


def test_loading_again_changes_nothing(db: Database) -> None:
    load_feeds(db, [AGENCY, PAPER], NOON)
    fail(db, "agency", NOON)
    before = list_feeds(db)
    load_feeds(db, [AGENCY, PAPER], LATER)
    assert list_feeds(db) == before


def test_what_a_person_disabled_stays_disabled_and_what_a_person_added_stays(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON)
    disable_feed(db, feed_of(db, "agency").id, "too much of it", NOON)
    assert add_feed(db, PAPER, NOON) is not None
    moved = NewFeed(name="agency", title="An Agency", url="https://agency.example/atom", host="agency.example")
    load_feeds(db, [moved], LATER)
    assert feed_of(db, "agency").disabled_reason == "too much of it"
    assert names(list_due_feeds(db, LATER, besides=(), limit=9)) == ["paper"]


def test_a_feed_that_disabled_itself_is_tried_again_where_the_seeds_know_a_new_address(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON)
    fail(db, "agency", NOON, disabled="failed for ten days")
    load_feeds(db, [AGENCY], LATER)
    assert feed_of(db, "agency").is_disabled
    load_feeds(db, [NewFeed(name="agency", title="A", url="https://agency.example/new", host="agency.example")], LATER)
    feed = feed_of(db, "agency")
    assert (feed.url, feed.is_disabled, feed.failures) == ("https://agency.example/new", False, 0)
    assert feed.next_fetch_at == LATER


def test_a_feed_that_left_the_seeds_is_disabled_and_comes_back_with_them(db: Database) -> None:
    load_feeds(db, [AGENCY, PAPER], NOON)
    load_feeds(db, [AGENCY], LATER)
    assert feed_of(db, "paper").disabled_reason == "no longer in the seeds"
    load_feeds(db, [AGENCY, PAPER], LATER)
    assert not feed_of(db, "paper").is_disabled


def test_a_feed_somebody_added_before_the_seeds_named_it_is_theirs(db: Database) -> None:
    add_feed(db, NewFeed(name="mine", title="Mine", url=AGENCY.url, host="agency.example"), NOON)
    load_feeds(db, [AGENCY], LATER)
    assert names(list_feeds(db)) == ["mine"]
    load_feeds(db, [], LATER)
    assert not feed_of(db, "mine").is_disabled


def test_an_address_is_followed_once(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON)
    assert add_feed(db, NewFeed(name="again", title="Again", url=AGENCY.url, host="agency.example"), NOON) is None


def test_enabling_forgives_the_failures_and_fetches_at_once(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON)
    fail(db, "agency", NOON, disabled="failed for ten days")
    enable_feed(db, feed_of(db, "agency").id, LATER)
    feed = feed_of(db, "agency")
    assert (feed.failures, feed.failed_days, feed.next_fetch_at, feed.disabled_reason) == (0, 0, LATER, None)


def test_a_feed_disabled_while_it_was_fetched_stays_disabled(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON)
    feed = feed_of(db, "agency")
    disable_feed(db, feed.id, "by hand", NOON)
    fail(db, "agency", LATER)
    assert feed_of(db, "agency").next_fetch_at is None


def test_a_clock_that_was_set_back_leaves_no_feed_waiting_for_years(db: Database) -> None:
    load_feeds(db, [AGENCY], NOON + timedelta(days=3650))
    assert names(list_due_feeds(db, NOON, besides=(), limit=9)) == ["agency"]
