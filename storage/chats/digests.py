"""The digests composed so far: one row per subscription and slot, so a slot is composed once, whoever ticks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from storage.arrivals import record_told
from storage.chats.outbox import enqueue_digests
from storage.chats.subscriptions import advance_all
from storage.database import Database, write
from storage.models.due import Reader, SettledDue
from storage.times import write_instant


def settle_due(db: Database, settled: Sequence[SettledDue], now: datetime) -> None:
    """Claim their slots, enqueue what goes to those who got one, and let all go on to their next: in one write.

    Whose slot was composed already gets nothing for it: it comes again where a clock was set, and what arrived since
    comes with the next. From now on nothing arrives before the slots.
    """
    with write(db):
        if slots := [each.slot for each in settled if each.slot]:
            record_told(db, max(slots))
        rows = [row for each in settled for row in _list_rows(each, now)]
        claimed = _claim(db, rows)
        enqueue_digests(db, settled, claimed, now)
        advance_all(db, settled, {row[0] for row in rows} - claimed)


def record_digest(
    db: Database,
    *,
    subscription_id: int,
    slot: datetime,
    since: datetime | None,
    story_ids: Sequence[int],
    now: datetime,
) -> bool:
    """Claim one slot. False: somebody composed it already, and nothing may be enqueued for it.

    `since` is null for a first digest, which comes from the archive. From now on nothing arrives before the slot.
    """
    reader = Reader(subscription_id, 0, 0, 0)
    claim = SettledDue(
        readers=(reader,), slot=slot, since=since, story_ids=tuple(story_ids), anchor_at=slot, next_due_at=None
    )
    with write(db):
        record_told(db, slot)
        return bool(_claim(db, _list_rows(claim, now)))


def _claim(db: Database, rows: Sequence[Sequence[object]]) -> set[int]:
    """The subscriptions whose slot is now theirs; call it within a `write`."""
    before = db.execute("SELECT coalesce(max(id), 0) FROM digests").fetchone()[0]
    db.conn.executemany(
        "INSERT INTO digests (subscription_id, slot_at, since_at, story_ids, composed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        rows,
    )
    return {row[0] for row in db.execute("SELECT subscription_id FROM digests WHERE id > ?", [before]).fetchall()}


def _list_rows(settled: SettledDue, now: datetime) -> list[Sequence[object]]:
    if settled.slot is None:
        return []
    slot, since = write_instant(settled.slot), settled.since and write_instant(settled.since)
    told, at = json.dumps(settled.story_ids), write_instant(now)
    return [(reader.subscription_id, slot, since, told, at) for reader in settled.readers]
