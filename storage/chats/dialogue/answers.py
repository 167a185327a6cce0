"""Which of our messages answer which of theirs, so that an edited question edits its answer."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from storage.database import Database, write
from storage.models.chats import Answer
from storage.times import write_instant

KEPT = timedelta(days=3)
"""Telegram lets people edit a message for two days."""


def record_answer(db: Database, answer: Answer, now: datetime) -> None:
    """Remember it, in place of an earlier answer to the same message."""
    with write(db):
        db.execute(
            "INSERT INTO answers (chat_id, message_id, answer_message_ids, shown, created_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET answer_message_ids = excluded.answer_message_ids,"
            " shown = excluded.shown, created_at = excluded.created_at",
            (
                answer.chat_id,
                answer.message_id,
                json.dumps(answer.answer_message_ids),
                answer.shown,
                write_instant(now),
            ),
        )


def find_answer(db: Database, chat_id: int, message_id: int) -> Answer | None:
    """Our answer to that message, while it is remembered."""
    row = db.execute(
        "SELECT answer_message_ids, shown FROM answers WHERE chat_id = ? AND message_id = ?", (chat_id, message_id)
    ).fetchone()
    if row is None:
        return None
    return Answer(chat_id=chat_id, message_id=message_id, answer_message_ids=tuple(json.loads(row[0])), shown=row[1])


def prune_answers(db: Database, now: datetime) -> int:
    """Forget those older than `KEPT`; returns how many."""
    with write(db):
        return db.execute("DELETE FROM answers WHERE created_at <= ?", (write_instant(now - KEPT),)).rowcount
