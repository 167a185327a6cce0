"""What became of deliveries: listed, tried again, given up, proved for a slot. For the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.chats.outbox import digest_key, list_group, list_in_state
from storage.database import Database, write
from storage.models.chats import Delivery, DeliveryState
from storage.times import read_instant, write_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedDigest:
    """One subscription's digest of a slot, and every part of it with what became of it; none: it had nothing to say."""

    subscription_id: int
    slot_at: datetime
    chat_id: int
    thread_id: int
    parts: tuple[Delivery, ...]


def list_deliveries(db: Database, states: Sequence[DeliveryState], limit: int) -> tuple[Delivery, ...]:
    """The newest deliveries in one of the states."""
    found = [delivery for state in states for delivery in list_in_state(db, state, limit)]
    return tuple(sorted(found, key=lambda delivery: -delivery.id)[:limit])


def retry_deliveries(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Send these again, those in doubt marked as a repeat; what was sent or waits stays. Returns how many."""
    with write(db):
        return sum(
            db.execute(
                "UPDATE outbox SET is_repeat = max(is_repeat, state = 'in_doubt'), state = 'pending', not_before = ?"
                " WHERE id = ? AND state IN ('failed', 'in_doubt', 'dropped')",
                [write_instant(now), id_],
            ).rowcount
            for id_ in ids
        )


def drop_deliveries(db: Database, ids: Sequence[int]) -> int:
    """Send these no more; what was sent, or is being sent, stays. Returns how many. One in doubt is a repeat still,
    should it be sent again after all."""
    with write(db):
        return sum(
            db.execute(
                "UPDATE outbox SET is_repeat = max(is_repeat, state = 'in_doubt'), state = 'dropped',"
                " outcome = 'by hand' WHERE id = ?"
                " AND state IN ('pending', 'failed', 'in_doubt')",
                [id_],
            ).rowcount
            for id_ in ids
        )


def audit_slots(db: Database, since: datetime, until: datetime) -> Iterator[AuditedDigest]:
    """Every digest whose slot lies in `[since, until)`, in the order of slots and subscriptions."""
    rows = db.execute(
        "SELECT d.subscription_id, d.slot_at, s.chat_id, s.thread_id FROM digests d"
        " JOIN subscriptions u ON u.id = d.subscription_id JOIN subscribers s ON s.id = u.subscriber_id"
        " WHERE d.slot_at >= ? AND d.slot_at < ? ORDER BY d.slot_at, d.subscription_id",
        [write_instant(since), write_instant(until)],
    ).fetchall()
    for subscription_id, slot, chat_id, thread_id in rows:
        slot_at = read_instant(slot)
        yield AuditedDigest(
            subscription_id=subscription_id,
            slot_at=slot_at,
            chat_id=chat_id,
            thread_id=thread_id,
            parts=list_group(db, digest_key(subscription_id, slot_at)),
        )
