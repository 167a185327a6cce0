"""Writes down what outcomes mean: for each delivery, its later parts, its chat; in the caller's transaction."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.briefing.subscribing.returning import resume
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent
from storage.chats import outbox
from storage.chats.subscribers import find_subscriber, move_chat, pause_chat
from storage.database import Database, write
from storage.models.chats import Delivery, DeliveryState, SentDelivery

logger = logging.getLogger(__name__)

MOST_ATTEMPTS_IN_DOUBT = 12
"""With each wait twice the last: an hour in which Telegram answers nobody is outlasted."""
RESENT: Mapping[str, tuple[str, ...]] = {
    "nothing": (),
    "digests": ("digest", "asked", "reply", "card", "notice"),
    "everything": ("digest", "asked", "reply", "card", "notice", "alert"),
}
"""What is sent again after doubt, marked, by the setting: a digest twice is better than none, an alert is not."""
BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A delivery with what became of its attempt."""

    delivery: Delivery
    outcome: Outcome


class Notices(Protocol):
    """Tells those who can mend it, through the outbox, in the caller's transaction."""

    def tell_closed(self, db: Database, delivery: Delivery, reason: str, now: datetime) -> None:
        """A chat is closed to us."""

    def tell_refused(self, db: Database, count: int, reason: str, now: datetime) -> None:
        """So many chats in a row refused us."""


def settle(
    db: Database,
    answered: Sequence[Answered],
    now: datetime,
    *,
    resent: Collection[str],
    notices: Notices | None = None,
) -> None:
    """Record every outcome. `resent`: the kinds (`digest`) that are sent again, marked, when their answer was lost."""
    with write(db):
        _settle_sent(db, answered, now)
        for each in answered:
            if not isinstance(each.outcome, Sent):
                _settle_one(db, each.delivery, each.outcome, now, resent)
            if isinstance(each.outcome, Blocked) and notices is not None:
                notices.tell_closed(db, each.delivery, each.outcome.reason, now)


def reopen(db: Database, wronged: Sequence[Delivery], not_before: datetime, now: datetime) -> None:
    """These chats are not closed after all: their subscribers are back, and what was dropped waits again."""
    with write(db):
        for delivery in wronged:
            subscriber = find_subscriber(db, delivery.chat_id, delivery.thread_id)
            if subscriber is not None:
                resume(db, subscriber.id, now)
            outbox.reopen(db, delivery, outcome=BLOCKED, not_before=not_before)


def _settle_sent(db: Database, answered: Sequence[Answered], now: datetime) -> None:
    sent = [
        SentDelivery(delivery=each.delivery, message_id=each.outcome.message_id, flaw=each.outcome.flaw)
        for each in answered
        if isinstance(each.outcome, Sent)
    ]
    outbox.record_sent(db, sent, now)


def _settle_one(db: Database, delivery: Delivery, outcome: Outcome, now: datetime, resent: Collection[str]) -> None:
    match outcome:
        case RetryAt(when=when, reason=reason):
            _retry(db, delivery, "retry_at", reason, when, now)
        case Migrated(chat_id=chat_id):
            _retry(db, delivery, "migrated", f"now {chat_id}", now, now)
            move_chat(db, delivery.chat_id, chat_id)
        case Blocked(reason=reason, is_topic=is_topic):
            logger.info("%s: paused: %s", delivery.dedupe_key, reason)
            thread_id = delivery.thread_id if is_topic else None
            _end(db, delivery, DeliveryState.FAILED, BLOCKED, reason, now)
            pause_chat(db, delivery.chat_id, reason, thread_id=thread_id)
            outbox.drop_chat(db, delivery.chat_id, BLOCKED, thread_id=thread_id)
        case Rejected(reason=reason):
            # People delete messages: that they cannot be edited then is nobody's mistake.
            level = logging.ERROR if delivery.edits is None else logging.INFO
            logger.log(level, "%s: rejected: %s", delivery.dedupe_key, reason)
            _end(db, delivery, DeliveryState.FAILED, "rejected", reason, now)
        case InDoubt(reason=reason):
            _settle_doubt(db, delivery, reason, now, resent)


def _settle_doubt(db: Database, delivery: Delivery, reason: str, now: datetime, resent: Collection[str]) -> None:
    is_resent = delivery.dedupe_key.partition(":")[0] in resent or delivery.edits is not None
    doubt_count = 1 + outbox.count_attempts(db, delivery.id, "in_doubt")
    if is_resent and doubt_count < MOST_ATTEMPTS_IN_DOUBT:
        again_at = now + timedelta(seconds=2**doubt_count)
        _retry(db, delivery, "in_doubt", reason, again_at, now, is_repeat=delivery.edits is None)
    else:
        logger.warning("%s: in doubt: %s", delivery.dedupe_key, reason)
        _end(db, delivery, DeliveryState.IN_DOUBT, "in_doubt", reason, now)


def _retry(
    db: Database, delivery: Delivery, outcome: str, error: str, at: datetime, now: datetime, *, is_repeat: bool = False
) -> None:
    outbox.record_retry(db, delivery, outcome=outcome, error=error, not_before=at, is_repeat=is_repeat, now=now)


def _end(db: Database, delivery: Delivery, state: DeliveryState, outcome: str, error: str, now: datetime) -> None:
    outbox.record_end(db, delivery, state=state, outcome=outcome, error=error, now=now)
