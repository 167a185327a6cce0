"""A chat that is back: its digests fall due again."""

from __future__ import annotations

from datetime import datetime

from bot.briefing.due import resumed_due
from storage.chats.subscribers import resume_subscriber
from storage.chats.subscriptions import list_subscriptions, set_next_due
from storage.database import Database, write


def resume(db: Database, subscriber_id: int, now: datetime) -> None:
    """Give each of its subscriptions its next slot; their windows still begin where the last digest ended."""
    with write(db):
        resume_subscriber(db, subscriber_id)
        for each in list_subscriptions(db, subscriber_id):
            set_next_due(db, each.id, resumed_due(each, now))
