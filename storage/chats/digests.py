"""The digests composed so far: one row per subscription and slot, so a slot is composed once, whoever ticks."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from datetime import datetime

from storage.arrivals import record_told
from storage.chats.outbox import enqueue_digests
from storage.chats.subscriptions import advance_all
from storage.database import Database, write
from storage.models.due import SettledDue
from storage.times import write_instant

_CLAIM = """
INSERT INTO digests (subscription_id, slot_at, since_at, story_ids, composed_at)
SELECT u.id, :slot, u.anchor_at, told.key, :at
FROM json_each(:told) told JOIN json_each(told.value) reader JOIN subscriptions u ON u.id = reader.value
WHERE true ON CONFLICT DO NOTHING
"""


def settle_due(db: Database, settled: Sequence[SettledDue], now: datetime) -> None:
    """Claim their slots, enqueue what goes to those who got one, and let all go on to their next: in one write.

    Whose slot was composed already gets nothing for it: it comes again where a clock was set, and what arrived since
    comes with the next. From now on nothing arrives before the slots.
    """
    alike: dict[tuple[datetime | None, datetime, datetime | None], list[SettledDue]] = {}
    for each in settled:
        alike.setdefault((each.slot, each.anchor_at, each.next_due_at), []).append(each)
    with write(db):
        if slots := [slot for slot, _, _ in alike if slot]:
            record_told(db, max(slots))
        for (slot, anchor_at, next_due_at), together in alike.items():
            ids = {id_ for each in together for id_ in each.ids}
            claimed = _claim(db, slot, together, now) if slot else ids
            if slot:
                enqueue_digests(db, slot, _list_readers(together, claimed), now)
            advance_all(db, claimed, anchor_at, next_due_at)
            advance_all(db, ids - claimed, None, next_due_at)


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
    with write(db):
        record_told(db, slot)
        row = (subscription_id, write_instant(slot), since and write_instant(since), json.dumps(story_ids))
        claimed = db.execute(
            "INSERT INTO digests (subscription_id, slot_at, since_at, story_ids, composed_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [*row, write_instant(now)],
        )
        return claimed.rowcount == 1


def _claim(db: Database, slot: datetime, settled: Sequence[SettledDue], now: datetime) -> set[int]:
    """The subscriptions whose slot is now theirs; call it within a `write`."""
    before = db.execute("SELECT coalesce(max(id), 0) FROM digests").fetchone()[0]
    told: dict[tuple[int, ...], list[int]] = {}
    for each in settled:
        told.setdefault(each.story_ids, []).extend(each.ids)
    written = json.dumps({json.dumps(story_ids): ids for story_ids, ids in told.items()})
    db.execute(_CLAIM, {"slot": write_instant(slot), "told": written, "at": write_instant(now)})
    return {row[0] for row in db.execute("SELECT subscription_id FROM digests WHERE id > ?", [before]).fetchall()}


def _list_readers(settled: Sequence[SettledDue], claimed: Set[int]) -> dict[tuple[int, ...], list[int]]:
    """By what they are sent, those who claimed their slot."""
    readers: dict[tuple[int, ...], list[int]] = {}
    for each in settled:
        if each.bodies:
            readers.setdefault(each.bodies, []).extend(id_ for id_ in each.ids if id_ in claimed)
    return readers
