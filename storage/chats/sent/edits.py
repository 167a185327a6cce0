"""Messages that were sent and say something else now: found by the stories they tell of, edited by the outbox."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.chats.outbox import digest_key, enqueue, get_delivery
from storage.chats.subscribers import find_subscriber
from storage.database import Database, write
from storage.models.chats import Delivery
from storage.times import read_instant, write_instant

_TELLING = """
SELECT o.id, o.group_key, o.state, o.created_at, o.body_id, coalesce((SELECT e.body_id FROM outbox e
  WHERE e.dedupe_key >= 'edit:' || o.id || ':' AND e.dedupe_key < 'edit:' || o.id || ';' ORDER BY e.id DESC LIMIT 1),
  o.body_id)
FROM body_stories b JOIN outbox o ON o.body_id = b.body_id
WHERE b.story_id = ? AND o.edits IS NULL AND coalesce(o.sent_at, o.created_at) >= ?
AND (o.group_key LIKE 'digest:%' OR o.group_key LIKE 'alert:%') AND o.state IN ('sent', 'pending', 'sending')
ORDER BY o.id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A message that tells of a story. `body_id` as it was sent, `shown_id` as it was edited last."""

    delivery_id: int
    group_key: str
    is_sent: bool
    composed_at: datetime
    body_id: int
    shown_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDigest:
    """A digest as it was composed. `since`: null for a first one."""

    subscription_id: int
    since: datetime | None
    slot: datetime
    story_ids: tuple[int, ...]


def list_tellings(db: Database, story_id: int, since: datetime) -> tuple[Telling, ...]:
    """Digests and alerts that show the story, sent since then or on their way."""
    return tuple(
        Telling(
            delivery_id=id_,
            group_key=key,
            is_sent=state == "sent",
            composed_at=read_instant(at),
            body_id=body,
            shown_id=shown,
        )
        for id_, key, state, at, body, shown in db.execute(_TELLING, [story_id, write_instant(since)]).fetchall()
    )


def find_told_digest(db: Database, group_key: str) -> ToldDigest | None:
    """The digest whose parts have this key in the outbox."""
    subscription_id = int(group_key.split(":")[1])
    rows = db.execute(
        "SELECT since_at, slot_at, story_ids FROM digests WHERE subscription_id = ? ORDER BY slot_at DESC",
        [subscription_id],
    )
    for since, slot, story_ids in rows.fetchall():
        if digest_key(subscription_id, read_instant(slot)) == group_key:
            return ToldDigest(
                subscription_id=subscription_id,
                since=read_instant(since) if since else None,
                slot=read_instant(slot),
                story_ids=tuple(json.loads(story_ids)),
            )
    return None


def enqueue_edits(db: Database, bodies: Mapping[int, int], revision: str, now: datetime) -> int:
    """Let these deliveries' messages say what the bodies do; returns how many edits are new. `revision` is the last
    correction that made them, so that one edits a message once."""
    with write(db):
        return sum(_enqueue_edit(db, get_delivery(db, id_), body, revision, now) for id_, body in bodies.items())


def _enqueue_edit(db: Database, delivery: Delivery, body: int, revision: str, now: datetime) -> int:
    # A group that moved left its messages behind: nobody is there under the old number.
    subscriber = find_subscriber(db, delivery.chat_id, delivery.thread_id)
    if subscriber is None or subscriber.paused_reason is not None or delivery.message_id is None:
        return 0
    return enqueue(
        db,
        group_key=f"edit:{delivery.id}:{revision}",
        subscriber=subscriber,
        bodies=(body,),
        edits=(delivery.message_id,),
        now=now,
    )
