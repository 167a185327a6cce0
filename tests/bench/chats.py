"""Databases with many chats: subscribers, subscriptions, an outbox that waits; filled in bulk, hence SQL."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from storage.chats.filters import Alternatives, save_filter
from storage.chats.outbox import enqueue, save_bodies
from storage.database import Database, open_database, write
from storage.models.chats import UNCUT, ChatKind, OutgoingMessage, Schedule, Subscriber
from storage.times import write_instant
from tests.bench.world import OFFICIAL_COUNT, World

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


def follow(
    db: Database,
    readers: Sequence[Subscriber],
    filters: Sequence[Alternatives],
    *,
    schedule: Schedule,
    due_at: datetime,
    since: datetime | None,
) -> None:
    """A subscription each, due at `due_at` for what arrived from `since` on, the filters drawn by Zipf's law."""
    dice = random.Random(7)
    with write(db):
        ids = [save_filter(db, each, UNCUT).id for each in filters]
        drawn = dice.choices(ids, [1 / rank for rank in range(1, len(ids) + 1)], k=len(readers))
        times, days = " ".join(f"{at:%H:%M}" for at in schedule.times), " ".join(map(str, schedule.days))
        due, anchor = write_instant(due_at), since and write_instant(since)
        created = write_instant((since or due_at) - timedelta(days=1))
        db.conn.executemany(
            "INSERT INTO subscriptions (subscriber_id, filter_id, cadence, times, days, timezone, anchor_at,"
            " next_due_at, created_at) VALUES (?, ?, ?, ?, ?, 'UTC', ?, ?, ?)",
            [
                (reader.id, chosen, schedule.cadence, times, days, anchor, due, created)
                for reader, chosen in zip(readers, drawn, strict=True)
            ],
        )


def draw_filters(world: World, count: int) -> list[tuple[tuple[str, ...], ...]]:
    """So many distinct ones, the popular first: everything, countries, pairs of them, officials, several countries."""
    dice = random.Random(11)
    countries = list(world.countries)
    found: dict[tuple[tuple[str, ...], ...], None] = {(): None}
    found |= {((code,),): None for code in countries[: count // 3]}
    while len(found) < count:
        one, other, third = (countries[min(int(dice.expovariate(0.05)), len(countries) - 1)] for _ in range(3))
        official = f"#{dice.randint(1, OFFICIAL_COUNT)}"
        kind = dice.choice((((one, other),), ((official,),), ((one,), (other,), (third,)), ((official, one),)))
        if all(len(set(keys)) == len(keys) for keys in kind) and len(set(kind)) == len(kind):
            found[kind] = None
    return list(found)
