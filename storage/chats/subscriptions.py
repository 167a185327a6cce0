"""What each chat follows and when its next digest falls due; a tick asks here who is due."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from storage.chats.subscribers import COLUMNS as SUBSCRIBER_COLUMNS
from storage.chats.subscribers import read_subscriber
from storage.database import Database, write
from storage.models.chats import Cadence, Filter, Schedule, Subscription
from storage.times import read_instant, write_instant

Alternatives = Iterable[Iterable[str]]
"""As in `Filter.alternatives`, in any order."""

_SELECT = f"""
SELECT u.id, u.cadence, u.at, u.weekday, u.timezone, u.anchor_at, u.next_due_at, u.sends_empty, u.created_at,
       f.id, f.alternatives, {SUBSCRIBER_COLUMNS}
FROM subscriptions u JOIN filters f ON f.id = u.filter_id JOIN subscribers s ON s.id = u.subscriber_id
"""  # noqa: S608


def save_subscription(
    db: Database,
    *,
    subscriber_id: int,
    alternatives: Alternatives,
    schedule: Schedule,
    timezone: str,
    next_due_at: datetime,
    now: datetime,
    sends_empty: bool = False,
    asked_in: int | None = None,
) -> int:
    """A new subscription's id; its first digest falls due at `next_due_at`. `asked_in` is the message that asked."""
    with write(db):
        return int(
            db.execute(
                "INSERT INTO subscriptions (subscriber_id, filter_id, cadence, at, weekday, timezone, next_due_at,"
                " sends_empty, asked_in, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    subscriber_id,
                    _filter_id(db, alternatives),
                    schedule.cadence,
                    _write_time(schedule.at),
                    schedule.weekday,
                    timezone,
                    write_instant(next_due_at),
                    int(sends_empty),
                    asked_in,
                    write_instant(now),
                ],
            ).lastrowid
            or 0
        )


def change_subscription(
    db: Database,
    subscription_id: int,
    *,
    alternatives: Alternatives,
    schedule: Schedule,
    timezone: str,
    next_due_at: datetime,
) -> None:
    """Follow something else or at another time; the window still begins where the last digest ended."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET filter_id = ?, cadence = ?, at = ?, weekday = ?, timezone = ?, next_due_at = ?"
            " WHERE id = ? AND ended_at IS NULL",
            [
                _filter_id(db, alternatives),
                schedule.cadence,
                _write_time(schedule.at),
                schedule.weekday,
                timezone,
                write_instant(next_due_at),
                subscription_id,
            ],
        )


def find_subscription(db: Database, subscription_id: int) -> Subscription | None:
    """One that has not ended."""
    row = db.execute(f"{_SELECT} WHERE u.id = ? AND u.ended_at IS NULL", [subscription_id]).fetchone()
    return _read(row) if row else None


def find_asked(db: Database, subscriber_id: int, message_id: int) -> Subscription | None:
    """The one this message asked for, if it has not ended."""
    row = db.execute(
        f"{_SELECT} WHERE u.subscriber_id = ? AND u.asked_in = ? AND u.ended_at IS NULL", [subscriber_id, message_id]
    ).fetchone()
    return _read(row) if row else None


def list_subscriptions(db: Database, subscriber_id: int) -> tuple[Subscription, ...]:
    """What a chat follows, oldest first."""
    rows = db.execute(f"{_SELECT} WHERE u.subscriber_id = ? AND u.ended_at IS NULL ORDER BY u.id", [subscriber_id])
    return tuple(map(_read, rows.fetchall()))


def end_subscription(db: Database, subscription_id: int, now: datetime) -> None:
    """It falls due no more; its row stays, for its digests point to it."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET ended_at = ?, next_due_at = NULL WHERE id = ? AND ended_at IS NULL",
            [write_instant(now), subscription_id],
        )


def list_due(db: Database, now: datetime, limit: int) -> tuple[Subscription, ...]:
    """The subscriptions whose slot has come, longest due first; one walk along an index."""
    rows = db.execute(
        f"{_SELECT} WHERE u.next_due_at IS NOT NULL AND u.next_due_at <= ? ORDER BY u.next_due_at LIMIT ?",
        [write_instant(now), limit],
    )
    return tuple(map(_read, rows.fetchall()))


def set_next_due(db: Database, subscription_id: int, next_due_at: datetime) -> None:
    """When it falls due next, its window unchanged: for a chat that is back."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET next_due_at = ? WHERE id = ? AND ended_at IS NULL",
            [write_instant(next_due_at), subscription_id],
        )


def advance(db: Database, subscription_id: int, *, slot: datetime, next_due_at: datetime) -> None:
    """The slot is composed: the next window begins at it."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET anchor_at = ?, next_due_at = ? WHERE id = ?",
            [write_instant(slot), write_instant(next_due_at), subscription_id],
        )


def _filter_id(db: Database, alternatives: Alternatives) -> int:
    canonical = json.dumps(sorted({tuple(sorted(set(keys))) for keys in alternatives}))
    db.execute("INSERT INTO filters (alternatives) VALUES (?) ON CONFLICT DO NOTHING", [canonical])
    return int(db.execute("SELECT id FROM filters WHERE alternatives = ?", [canonical]).fetchone()[0])


def _read(row: Sequence[Any]) -> Subscription:
    id_, cadence, at, weekday, timezone, anchor_at, next_due_at, sends_empty, created_at, filter_id, alternatives = row[
        :11
    ]
    return Subscription(
        id=id_,
        subscriber=read_subscriber(row[11:]),
        filter=Filter(id=filter_id, alternatives=tuple(map(tuple, json.loads(alternatives)))),
        schedule=Schedule(cadence=Cadence(cadence), at=time.fromisoformat(at), weekday=weekday),
        timezone=timezone,
        anchor_at=read_instant(anchor_at) if anchor_at else None,
        next_due_at=read_instant(next_due_at) if next_due_at else None,
        sends_empty=bool(sends_empty),
        created_at=read_instant(created_at),
    )


def _write_time(at: time) -> str:
    return at.strftime("%H:%M")
