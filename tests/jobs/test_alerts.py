"""Alerts: told at once, once, to those whose filter it meets; silent hours hold them, nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs import composing
from bot.jobs.composing import compose_alerts
from bot.render.messages import Messages
from storage.arrivals import advance_alerts, start_alerts
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import find_subscription, save_subscription, settle_alerts
from storage.database import Database
from storage.models.chats import Cadence, ChatKind, Schedule
from tests.jobs.test_composing import store

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def follow(db: Database, *alternatives: tuple[str, ...], chat_id: int = 7) -> int:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=NOON)
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=alternatives,
        schedule=Schedule(cadence=Cadence.AT_ONCE),
        timezone="UTC",
        next_due_at=None,
        anchor_at=start_alerts(db, NOON),
        now=NOON,
    )


def waiting(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT dedupe_key FROM outbox ORDER BY id").fetchall()]


def test_a_story_is_told_at_once_and_once_to_whom_it_concerns(db: Database, messages: Messages) -> None:
    kazakh, cuban = follow(db, ("KZ",)), follow(db, ("CU",), chat_id=8)
    compose_alerts(db, NOON, messages)
    story = store(db, NOON + MINUTE, "KZ", "TR")
    assert compose_alerts(db, NOON + 2 * MINUTE, messages) == 1
    assert compose_alerts(db, NOON + 2 * MINUTE, messages) == 0
    assert compose_alerts(db, NOON + 3 * MINUTE, messages) == 0
    assert waiting(db) == [f"alert:{kazakh}:{story}:1:1"]
    assert cuban


def test_what_was_there_before_is_not_told(db: Database, messages: Messages) -> None:
    store(db, NOON - MINUTE, "KZ")
    follow(db, ("KZ",))
    assert compose_alerts(db, NOON + MINUTE, messages) == 0


def test_many_chats_share_one_text(db: Database, messages: Messages) -> None:
    for chat_id in range(20):
        follow(db, ("KZ",), chat_id=chat_id)
    compose_alerts(db, NOON, messages)
    store(db, NOON + MINUTE, "KZ")
    assert compose_alerts(db, NOON + 2 * MINUTE, messages) == 20
    assert db.execute("SELECT count(*) FROM bodies").fetchone()[0] == 1


def test_a_clock_that_was_set_back_loses_no_story_and_tells_none_twice(db: Database, messages: Messages) -> None:
    follow(db, ("KZ",))
    compose_alerts(db, NOON, messages)
    store(db, NOON + MINUTE, "KZ")
    compose_alerts(db, NOON + 60 * MINUTE, messages)
    store(db, NOON + 5 * MINUTE, "KZ", "AZ")
    for later in range(6, 10):
        compose_alerts(db, NOON + later * MINUTE, messages)
    compose_alerts(db, NOON + 61 * MINUTE, messages)
    assert len(waiting(db)) == len(set(waiting(db))) == 2


def test_what_was_held_back_is_told_up_to_where_alerts_were_told_by_then(
    db: Database, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "FEWEST_AT_ONCE", 1)
    monkeypatch.setattr(composing, "MOST_AT_ONCE", 1)
    held = [follow(db, ("KZ",), chat_id=chat_id) for chat_id in (7, 8)]
    since, told, told_later, end = (NOON + minutes * MINUTE for minutes in (10, 20, 25, 30))
    settle_alerts(db, [], dict.fromkeys(held, end), since=since, until=since)
    advance_alerts(db, told)
    pauses: list[None] = []

    def meanwhile() -> None:
        pauses.append(None)
        if len(pauses) == 2:  # the first has its digest
            advance_alerts(db, told_later)

    assert composing.compose_due(db, end, messages, meanwhile) == 2
    assert [each.anchor_at for id_ in held if (each := find_subscription(db, id_))] == [told, told_later]
