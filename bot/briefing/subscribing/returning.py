"""A chat that is back, a clock that was set back: digests fall due again."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.briefing.due import resumed_due
from storage.arrivals import find_end
from storage.chats.subscribers import resume_subscriber
from storage.chats.subscriptions import bring_forward, last_due_at, list_last_due, list_subscriptions, set_next_due
from storage.database import Database, write

FARTHEST = timedelta(days=40)
"""No slot is farther off, unless a clock that was ahead named it."""


def resume(db: Database, subscriber_id: int, now: datetime) -> None:
    """Give each of its subscriptions its next slot; their windows still begin where the last digest ended."""
    with write(db):
        resume_subscriber(db, subscriber_id)
        for each in list_subscriptions(db, subscriber_id):
            set_next_due(db, each.id, resumed_due(each, now))


def fall_due_again(db: Database, now: datetime) -> int:
    """Nobody waits for a slot that only a clock ahead of this one called the next. Returns how many did."""
    last = last_due_at(db)
    if last is None or (find_end(db, now) is None and last <= now + FARTHEST):
        return 0
    with write(db):
        return sum(
            bring_forward(db, each, due)
            for each in list_last_due(db)
            if each.next_due_at and (due := resumed_due(each, now)) < each.next_due_at
        )
