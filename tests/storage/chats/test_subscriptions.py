"""Subscribers and subscriptions in the store."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from storage.chats.digests import record_digest
from storage.chats.filters import save_filter
from storage.chats.outbox import enqueue, get_delivery, save_bodies
from storage.chats.subscribers import find_subscriber, move_chat, pause_chat, record_subscriber, resume_subscriber
from storage.chats.subscriptions import (
    advance,
    change_subscription,
    end_subscription,
    find_asked,
    find_subscription,
    list_due,
    list_subscriptions,
    list_untold,
    list_untold_chats,
    save_subscription,
    set_next_due,
    settle_alerts,
)
from storage.database import Database
from storage.models.chats import Cadence, ChatKind, Cut, OutgoingMessage, QuietHours, Schedule, Subscriber

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAILY = Schedule(cadence=Cadence.DAILY, times=(time(8),))
WEEKLY = Schedule(cadence=Cadence.WEEKLY, times=(time(20, 30),), days=(4,))
CUT = Cut(topics=("research",), languages=("tr",), includes=("asi",), excludes=("futbol",))
NIGHT = QuietHours(since=time(22), until=time(7))


@pytest.fixture
def reader(db: Database) -> Subscriber:
    return make_reader(db)


def make_reader(db: Database, chat_id: int = 7, thread_id: int = 0) -> Subscriber:
    return record_subscriber(db, chat_id=chat_id, thread_id=thread_id, kind=ChatKind.PRIVATE, language="en", now=NOON)


def follow(db: Database, reader: Subscriber, *alternatives: tuple[str, ...], due_at: datetime = NOON) -> int:
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=alternatives,
        schedule=DAILY,
        timezone="Asia/Almaty",
        next_due_at=due_at,
        now=NOON,
    )


def test_a_chat_and_each_of_its_topics_is_one_subscriber(db: Database) -> None:
    assert make_reader(db).id == make_reader(db).id
    assert make_reader(db).id != make_reader(db, thread_id=3).id
    assert find_subscriber(db, 7, 3) == make_reader(db, thread_id=3)
    assert find_subscriber(db, 8) is None


def test_a_subscription_comes_back_as_it_was_saved(db: Database, reader: Subscriber) -> None:
    id_ = save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=[("KZ",), ("KZ", "#12")],
        cut=CUT,
        schedule=WEEKLY,
        timezone="Asia/Almaty",
        quiet=NIGHT,
        sends_empty=True,
        most_entries=10,
        next_due_at=NOON,
        now=NOON,
        asked_in=77,
    )
    found = find_subscription(db, id_)
    assert found is not None
    assert (found.filter.cut, found.quiet, found.sends_empty, found.most_entries) == (CUT, NIGHT, True, 10)
    assert found.subscriber == reader
    assert (found.schedule, found.timezone, found.anchor_at, found.next_due_at) == (WEEKLY, "Asia/Almaty", None, NOON)
    assert set(map(frozenset, found.filter.alternatives)) == {frozenset({"KZ"}), frozenset({"KZ", "#12"})}
    assert find_asked(db, reader.id, 77) == found
    assert find_asked(db, reader.id, 78) is None


def test_the_same_wish_is_the_same_filter_in_any_order(db: Database, reader: Subscriber) -> None:
    one = find_subscription(db, follow(db, reader, ("KZ", "#12"), ("CU",)))
    other = find_subscription(db, follow(db, make_reader(db, 8), ("CU",), ("#12", "KZ"), ("CU", "CU")))
    assert one
    assert other
    assert one.filter == other.filter


def due_ids(db: Database, now: datetime, limit: int) -> list[int]:
    return [id_ for due in list_due(db, now, limit) for id_ in due.ids]


def test_due_is_what_has_come_longest_due_first(db: Database, reader: Subscriber) -> None:
    late = follow(db, reader, due_at=NOON - timedelta(hours=1))
    exact = follow(db, reader, due_at=NOON)
    follow(db, reader, due_at=NOON + timedelta(microseconds=1))
    assert due_ids(db, NOON, 10) == [late, exact]
    assert due_ids(db, NOON, 1) == [late]


@pytest.mark.parametrize(
    "differs",
    [
        "cadence = 'weekly', days = '0'",
        "times = '09:00'",
        "days = '1'",
        "timezone = 'Europe/Baku'",
        "quiet_from = '22:00', quiet_until = '07:00'",
        "sends_empty = 1",
        "most_entries = 3",
        "anchor_at = '2026-05-03T12:00:00.000000+00:00'",
        "created_at = '2026-05-03T12:00:00.000000+00:00'",
        "filter_id = 2",
        "grouping = 'pair'",
    ],
)
def test_those_are_due_together_who_share_all_that_a_digest_depends_on(db: Database, differs: str) -> None:
    alike = [follow(db, make_reader(db, chat_id)) for chat_id in (1, 2)]
    apart = follow(db, make_reader(db, 3))
    save_filter(db, [("CU",)], CUT)
    db.execute(f"UPDATE subscriptions SET {differs} WHERE id = ?", [apart])
    assert [list(due.ids) for due in list_due(db, NOON, 10)] == [alike, [apart]]


def test_when_it_was_subscribed_to_parts_first_digests_only(db: Database) -> None:
    alike = [follow(db, make_reader(db, chat_id)) for chat_id in (1, 2)]
    for id_ in alike:
        advance(db, id_, slot=NOON - timedelta(days=1), next_due_at=NOON)
    db.execute("UPDATE subscriptions SET created_at = ? WHERE id = ?", ["2026-05-01T12:00:00.000000+00:00", alike[1]])
    (due,) = list_due(db, NOON, 10)
    assert due.ids == tuple(alike)


def test_due_is_found_by_an_index(db: Database) -> None:
    plan = db.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM subscriptions WHERE next_due_at IS NOT NULL AND next_due_at <= 'x'"
    ).fetchall()
    assert "subscriptions_due" in plan[0][3]


def test_an_ended_or_paused_subscription_is_never_due(db: Database, reader: Subscriber) -> None:
    ended, paused = follow(db, reader), follow(db, make_reader(db, 8))
    end_subscription(db, ended, NOON)
    pause_chat(db, 8, "blocked")
    assert list_due(db, NOON, 10) == ()
    assert find_subscription(db, ended) is None
    assert list_subscriptions(db, reader.id) == ()
    set_next_due(db, ended, NOON)
    assert list_due(db, NOON, 10) == ()
    kept = find_subscription(db, paused)
    assert kept is not None
    assert kept.subscriber.paused_reason == "blocked"


def test_a_closed_topic_pauses_itself_alone(db: Database) -> None:
    follow(db, make_reader(db, 7, 3))
    other = follow(db, make_reader(db, 7, 4))
    pause_chat(db, 7, "topic closed", thread_id=3)
    assert due_ids(db, NOON, 10) == [other]


def test_a_resumed_chat_keeps_where_its_window_began(db: Database, reader: Subscriber) -> None:
    id_ = follow(db, reader)
    advance(db, id_, slot=NOON, next_due_at=NOON + timedelta(days=1))
    pause_chat(db, reader.chat_id, "blocked")
    resume_subscriber(db, reader.id)
    set_next_due(db, id_, NOON + timedelta(days=9))
    assert due_ids(db, NOON + timedelta(days=9), 10) == [id_]
    found = find_subscription(db, id_)
    assert found
    assert (found.anchor_at, found.subscriber.paused_reason) == (NOON, None)


def test_a_change_keeps_where_the_window_began(db: Database, reader: Subscriber) -> None:
    id_ = follow(db, reader, ("KZ",))
    advance(db, id_, slot=NOON, next_due_at=NOON + timedelta(days=1))
    change_subscription(
        db, id_, alternatives=[("CU",)], schedule=WEEKLY, timezone="UTC", next_due_at=NOON + timedelta(days=3)
    )
    found = find_subscription(db, id_)
    assert found is not None
    assert found.filter.alternatives == (("CU",),)
    assert (found.schedule, found.timezone, found.anchor_at) == (WEEKLY, "UTC", NOON)


def test_a_slot_is_recorded_once(db: Database, reader: Subscriber) -> None:
    id_ = follow(db, reader)
    assert record_digest(db, subscription_id=id_, slot=NOON, since=None, story_ids=(1, 2), now=NOON)
    assert not record_digest(db, subscription_id=id_, slot=NOON, since=None, story_ids=(), now=NOON)


def test_a_group_that_becomes_a_supergroup_takes_everything_along(db: Database) -> None:
    group = make_reader(db, -7)
    follow(db, group, ("KZ",))
    bodies = save_bodies(db, (OutgoingMessage(text="a"),))
    enqueue(db, group_key="digest:1:x", subscriber=group, bodies=bodies, now=NOON)
    move_chat(db, -7, -1007)
    moved = find_subscriber(db, -1007)
    assert moved is not None
    assert moved.id == group.id
    assert len(list_subscriptions(db, moved.id)) == 1
    assert get_delivery(db, 1).chat_id == -1007


def test_a_group_that_moves_to_one_that_subscribed_already_becomes_one_with_it(db: Database) -> None:
    group, supergroup = make_reader(db, -7), make_reader(db, -1007)
    follow(db, group, ("KZ",))
    follow(db, supergroup, ("CU",))
    move_chat(db, -7, -1007)
    assert len(list_subscriptions(db, supergroup.id)) == 2
    assert list_subscriptions(db, group.id) == ()


@pytest.mark.parametrize(
    "schedule",
    [
        DAILY,
        WEEKLY,
        Schedule(cadence=Cadence.AT_ONCE),
        Schedule(cadence=Cadence.DAILY, times=(time(8), time(18, 30))),
        Schedule(cadence=Cadence.WEEKDAYS, times=(time(8),), days=(0, 2, 4)),
        Schedule(cadence=Cadence.MONTHLY, times=(time(8),), days=(1, 31)),
    ],
)
def test_every_schedule_comes_back_as_it_was(db: Database, reader: Subscriber, schedule: Schedule) -> None:
    id_ = follow(db, reader)
    change_subscription(db, id_, alternatives=[], schedule=schedule, timezone="UTC", next_due_at=None)
    found = find_subscription(db, id_)
    assert found
    assert found.schedule == schedule


def test_a_change_may_say_where_the_window_begins(db: Database, reader: Subscriber) -> None:
    id_ = follow(db, reader)
    for anchor_at, wanted in ((NOON, NOON), (None, NOON), (NOON + timedelta(hours=1), NOON + timedelta(hours=1))):
        change_subscription(
            db, id_, alternatives=[], schedule=DAILY, timezone="UTC", next_due_at=NOON, anchor_at=anchor_at
        )
        found = find_subscription(db, id_)
        assert found
        assert found.anchor_at == wanted


def at_once(db: Database, chat_id: int, *alternatives: tuple[str, ...]) -> int:
    return save_subscription(
        db,
        subscriber_id=make_reader(db, chat_id).id,
        alternatives=alternatives,
        schedule=Schedule(cadence=Cadence.AT_ONCE),
        timezone="UTC",
        next_due_at=None,
        anchor_at=NOON,
        now=NOON,
    )


def test_untold_are_all_of_a_chat_together_and_none_twice(db: Database) -> None:
    later = NOON + timedelta(hours=1)
    mine = [at_once(db, 7, ("KZ",)), at_once(db, 7, ("CU",))]
    others = [at_once(db, chat_id, ("KZ",)) for chat_id in (8, 9)]
    follow(db, make_reader(db, 10), ("KZ",))
    filters = {each.filter.id for id_ in mine if (each := find_subscription(db, id_))}
    first, *rest = list_untold_chats(db, filters, later)
    assert [each.id for each in list_untold(db, filters, later, [first])] == mine
    settle_alerts(db, mine, {}, since=NOON, until=later)
    pause_chat(db, 8, "blocked")
    assert list_untold_chats(db, filters, later) == tuple(rest[1:])
    assert [each.id for each in list_untold(db, filters, later, rest)] == others[1:]
    settle_alerts(db, [], {others[1]: later}, since=NOON, until=later)
    assert list_untold(db, filters, later, rest) == ()
    assert list_untold_chats(db, filters, later + timedelta(hours=1)) == (first,)
    assert [id_ for id_ in due_ids(db, later, 10) if id_ in others] == others[1:]
