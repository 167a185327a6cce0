"""Nothing arrives in a window that is composed already, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.arrivals import (
    CLOCK_STEP,
    advance_alerts,
    alert_cursor,
    arrival_at,
    find_end,
    has_alerts,
    next_alert_cursor,
    record_told,
    start_alerts,
)
from storage.chats.digests import record_digest
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import end_subscription, save_subscription, settle_alerts
from storage.database import Database
from storage.models.chats import Cadence, ChatKind, Schedule
from storage.news.stories import find_story, list_arrived
from tests.factories import make_country, make_reading, store_reading

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def follow(db: Database) -> int:
    reader = record_subscriber(db, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=NOON)
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=[],
        schedule=Schedule(cadence=Cadence.AT_ONCE),
        timezone="UTC",
        next_due_at=None,
        anchor_at=NOON,
        now=NOON - 3 * HOUR,
    )


def test_a_story_stored_by_a_clock_that_was_set_back_arrives_after_the_last_slot(db: Database) -> None:
    record_digest(db, subscription_id=follow(db), slot=NOON, since=None, story_ids=(), now=NOON)
    story_id = store_reading(db, make_reading(), now=NOON - HOUR).story_id
    story = find_story(db, story_id)
    assert story
    assert story.first_stored_at == story.articles[0].stored_at == NOON
    assert [each.story_id for each in list_arrived(db, NOON, NOON + HOUR)] == [story_id]


def test_an_update_stored_by_a_clock_that_was_set_back_arrives_after_the_last_slot(db: Database) -> None:
    story_id = store_reading(db, make_reading(), now=NOON - 2 * HOUR).story_id
    record_digest(db, subscription_id=follow(db), slot=NOON, since=None, story_ids=(), now=NOON)
    saved = store_reading(db, make_reading(countries=[make_country("CU")]), story_id=story_id, now=NOON - HOUR)
    assert saved.is_update
    story = find_story(db, story_id)
    assert story
    assert (story.first_stored_at, story.updated_at) == (NOON - 2 * HOUR, NOON)


def test_alerts_hold_arrivals_back_as_digests_do_as_soon_as_one_chat_is_told(db: Database) -> None:
    settle_alerts(db, [follow(db)], {}, since=NOON, until=NOON + HOUR)
    assert arrival_at(db, NOON) == NOON + HOUR
    assert alert_cursor(db, NOON) == NOON + HOUR
    advance_alerts(db, NOON + 2 * HOUR)
    assert arrival_at(db, NOON) == alert_cursor(db, NOON) == NOON + 2 * HOUR


def test_what_was_told_never_goes_back(db: Database) -> None:
    record_told(db, NOON)
    record_told(db, NOON - HOUR)
    assert arrival_at(db, NOON - HOUR) == NOON
    assert arrival_at(db, NOON + HOUR) == NOON + HOUR


def test_a_cursor_creeps_on_under_a_clock_that_was_set_back(db: Database) -> None:
    assert next_alert_cursor(db, NOON, NOON + HOUR) == NOON + HOUR
    assert NOON < next_alert_cursor(db, NOON, NOON - HOUR) < NOON + timedelta(seconds=1)
    record_told(db, NOON + 2 * HOUR)
    assert next_alert_cursor(db, NOON, NOON + HOUR) == NOON + 2 * HOUR + timedelta.resolution


def test_windows_end_after_all_that_arrived_while_the_clock_stands_far_behind_it(db: Database) -> None:
    assert find_end(db, NOON) is None
    story_id = store_reading(db, make_reading(), now=NOON).story_id
    assert find_end(db, NOON - CLOCK_STEP) is None
    assert find_end(db, NOON - HOUR) == NOON + timedelta.resolution
    store_reading(db, make_reading(countries=[make_country("CU")]), story_id=story_id, now=NOON + HOUR)
    assert find_end(db, NOON) == NOON + HOUR + timedelta.resolution
    record_told(db, NOON + 2 * HOUR)
    assert find_end(db, NOON) == NOON + 2 * HOUR + timedelta.resolution
    assert find_end(db, NOON + 2 * HOUR) is None


def test_the_first_who_wants_alerts_is_not_told_of_all_that_came_while_nobody_did(db: Database) -> None:
    assert alert_cursor(db, NOON) == NOON
    assert not has_alerts(db)
    begin = start_alerts(db, NOON + 9 * HOUR)
    assert alert_cursor(db, NOON) == begin > NOON + 9 * HOUR
    id_ = follow(db)
    assert has_alerts(db)
    assert start_alerts(db, NOON + 10 * HOUR) == arrival_at(db, NOON) > NOON + 10 * HOUR
    assert alert_cursor(db, NOON) == begin
    end_subscription(db, id_, NOON)
    assert not has_alerts(db)
