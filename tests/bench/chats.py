"""Databases with many chats: subscribers, subscriptions, an outbox that waits; filled in bulk, hence SQL."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from storage.chats.outbox import enqueue, save_bodies
from storage.database import Database, open_database, write
from storage.models.chats import ChatKind, OutgoingMessage, Subscriber
from storage.times import write_instant

MESSAGE = OutgoingMessage(
    text="<b>Kazakhstan · daily digest</b>\n3 stories\n\n"
    + "\n\n".join(
        f"<b>{n}. The health ministers of Kazakhstan and Azerbaijan met</b>\n7 Apr 2025 · Astana\n"
        f'They spoke of medicines, vaccines and the training of doctors. <a href="https://news.example/{n}">Source</a>'
        for n in (1, 2, 3)
    ),
    keyboard=((("Evidence 1", "e:1:0"), ("Evidence 2", "e:2:0"), ("Evidence 3", "e:3:0")),),
)
"""What every contestant sends."""


def make_database(path: Path) -> Database:
    """A new one in place of what was there."""
    for suffix in ("", "-wal", "-shm", "-sending"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return open_database(path)


def add_subscribers(db: Database, chat_ids: Sequence[int], now: datetime) -> list[Subscriber]:
    """One private chat each."""
    at = write_instant(now)
    with write(db):
        db.conn.executemany(
            "INSERT INTO subscribers (chat_id, thread_id, kind, language, created_at)"
            " VALUES (?, 0, 'private', 'en', ?)",
            [(chat_id, at) for chat_id in chat_ids],
        )
    ids = dict(db.execute("SELECT chat_id, id FROM subscribers").fetchall())
    return [
        Subscriber(
            id=ids[chat_id],
            chat_id=chat_id,
            thread_id=0,
            kind=ChatKind.PRIVATE,
            language="en",
            timezone=None,
            paused_reason=None,
        )
        for chat_id in chat_ids
    ]


def fill_outbox(db: Database, chat_ids: Sequence[int], now: datetime) -> None:
    """A digest of one part waits for each chat."""
    readers = add_subscribers(db, chat_ids, now)
    with write(db):
        bodies = save_bodies(db, [MESSAGE])
        for reader in readers:
            enqueue(db, group_key=f"digest:{reader.id}:x", subscriber=reader, bodies=bodies, now=now)


def add_subscriptions(
    db: Database, readers: Sequence[Subscriber], filters: Sequence[str], next_due_at: datetime, since: datetime
) -> None:
    """A daily subscription each, the filters (JSON, as stored) drawn by Zipf's law."""
    dice = random.Random(7)
    with write(db):
        db.conn.executemany("INSERT INTO filters (alternatives) VALUES (?)", [(each,) for each in filters])
        ids = [row[0] for row in db.execute("SELECT id FROM filters ORDER BY id").fetchall()]
        drawn = dice.choices(ids, [1 / rank for rank in range(1, len(ids) + 1)], k=len(readers))
        due, anchor, at = write_instant(next_due_at), write_instant(since), f"{next_due_at:%H:%M}"
        created = write_instant(since - timedelta(days=1))
        db.conn.executemany(
            "INSERT INTO subscriptions (subscriber_id, filter_id, cadence, at, timezone, anchor_at, next_due_at,"
            " created_at) VALUES (?, ?, 'daily', ?, 'UTC', ?, ?, ?)",
            [(reader.id, chosen, at, anchor, due, created) for reader, chosen in zip(readers, drawn, strict=True)],
        )
