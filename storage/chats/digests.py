"""The digests composed so far: one row per subscription and slot, so a slot is composed once, whoever ticks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from storage.arrivals import record_told
from storage.database import Database, write
from storage.times import write_instant


def record_digest(
    db: Database,
    *,
    subscription_id: int,
    slot: datetime,
    since: datetime | None,
    story_ids: Sequence[int],
    now: datetime,
) -> bool:
    """Claim the slot. False: somebody composed it already, and nothing may be enqueued for it.

    `since` is null for a first digest, which comes from the archive. From now on nothing arrives before the slot.
    """
    with write(db):
        record_told(db, slot)
        cursor = db.execute(
            "INSERT INTO digests (subscription_id, slot_at, since_at, story_ids, composed_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [
                subscription_id,
                write_instant(slot),
                write_instant(since) if since else None,
                json.dumps(list(story_ids)),
                write_instant(now),
            ],
        )
        return cursor.rowcount > 0
