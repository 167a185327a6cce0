"""The chats Readout writes to: unique by chat and forum topic, paused when Telegram says they are gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.database import Database, write
from storage.models.chats import ChatKind, Subscriber
from storage.times import write_instant

COLUMNS = "s.id, s.chat_id, s.thread_id, s.kind, s.language, s.timezone, s.paused_reason"
"""What `read_subscriber` takes, with `s` for `subscribers`."""


def record_subscriber(
    db: Database,
    *,
    chat_id: int,
    thread_id: int,
    kind: ChatKind,
    language: str,
    now: datetime,
    owner_id: int | None = None,
) -> Subscriber:
    """The chat's row, made at its first word; its kind follows Telegram's, its language stays as first seen.

    `owner_id` is who decided for a group: told when it can no longer be written to.
    """
    with write(db):
        db.execute(
            "INSERT INTO subscribers (chat_id, thread_id, kind, language, owner_id, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id, thread_id)"
            " DO UPDATE SET kind = excluded.kind, owner_id = coalesce(excluded.owner_id, owner_id)",
            [chat_id, thread_id, kind, language, owner_id, write_instant(now)],
        )
        row = db.execute(
            f"SELECT {COLUMNS} FROM subscribers s WHERE chat_id = ? AND thread_id = ?",  # noqa: S608
            [chat_id, thread_id],
        ).fetchone()
    return read_subscriber(row)


def find_subscriber(db: Database, chat_id: int, thread_id: int = 0) -> Subscriber | None:
    """The chat's row, if it ever subscribed or named a zone."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM subscribers s WHERE chat_id = ? AND thread_id = ?",  # noqa: S608
        [chat_id, thread_id],
    ).fetchone()
    return read_subscriber(row) if row else None


def get_subscriber(db: Database, subscriber_id: int) -> Subscriber:
    """A row, by an id it gave out."""
    row = db.execute(f"SELECT {COLUMNS} FROM subscribers s WHERE id = ?", [subscriber_id]).fetchone()  # noqa: S608
    return read_subscriber(row)


def find_owner(db: Database, chat_id: int, thread_id: int) -> Subscriber | None:
    """The private chat of whoever decided for that group, if they ever wrote to us."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM subscribers g JOIN subscribers s ON s.chat_id = g.owner_id AND s.thread_id = 0"  # noqa: S608
        " WHERE g.chat_id = ? AND g.thread_id = ? AND s.chat_id != g.chat_id AND s.paused_reason IS NULL",
        [chat_id, thread_id],
    ).fetchone()
    return read_subscriber(row) if row else None


def set_timezone(db: Database, subscriber_id: int, timezone: str) -> None:
    """The zone a chat named: what its next subscriptions and its lookups go by."""
    with write(db):
        db.execute("UPDATE subscribers SET timezone = ? WHERE id = ?", [timezone, subscriber_id])


def pause_chat(db: Database, chat_id: int, reason: str, *, thread_id: int | None = None) -> None:
    """Stop writing to a chat, or to one of its topics, that Telegram says is gone; `resume_subscriber` undoes it."""
    where, values = "chat_id = ? AND (? IS NULL OR thread_id = ?)", [chat_id, thread_id, thread_id]
    with write(db):
        db.execute(f"UPDATE subscribers SET paused_reason = ? WHERE {where}", [reason, *values])  # noqa: S608
        db.execute(
            f"UPDATE subscriptions SET next_due_at = NULL WHERE subscriber_id IN"  # noqa: S608
            f" (SELECT id FROM subscribers WHERE {where})",
            values,
        )


def resume_subscriber(db: Database, subscriber_id: int) -> None:
    """The chat is back; give each of its subscriptions its next slot (`set_next_due`)."""
    with write(db):
        db.execute("UPDATE subscribers SET paused_reason = NULL WHERE id = ?", [subscriber_id])


def move_chat(db: Database, old_chat_id: int, new_chat_id: int) -> None:
    """A group became a supergroup: what it follows and what waits for it goes to the new chat, but edits: their
    messages stayed behind, and in the new chat others have their numbers.

    Where the new chat subscribed already, the two become one and the old row stays behind without subscriptions.
    """
    with write(db):
        db.execute(
            "UPDATE outbox SET state = 'dropped', outcome = 'moved' WHERE chat_id = ?"
            " AND state IN ('pending', 'sending') AND state = 'pending' AND edits IS NOT NULL",
            [old_chat_id],
        )
        db.execute("UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND state = 'pending'", [new_chat_id, old_chat_id])
        for subscriber_id, thread_id in db.execute(
            "SELECT id, thread_id FROM subscribers WHERE chat_id = ?", [old_chat_id]
        ).fetchall():
            known = find_subscriber(db, new_chat_id, thread_id)
            if known is None:
                db.execute(
                    "UPDATE subscribers SET chat_id = ?, kind = ? WHERE id = ?",
                    [new_chat_id, ChatKind.SUPERGROUP, subscriber_id],
                )
            else:
                _hand_over(db, subscriber_id, known.id)


def _hand_over(db: Database, from_id: int, to_id: int) -> None:
    for table in ("subscriptions", "outbox"):
        db.execute(f"UPDATE {table} SET subscriber_id = ? WHERE subscriber_id = ?", [to_id, from_id])  # noqa: S608


def read_subscriber(row: Sequence[Any]) -> Subscriber:
    """The dataclass of a row of `COLUMNS`."""
    id_, chat_id, thread_id, kind, language, timezone, paused_reason = row
    return Subscriber(
        id=id_,
        chat_id=chat_id,
        thread_id=thread_id,
        kind=ChatKind(kind),
        language=language,
        timezone=timezone,
        paused_reason=paused_reason,
    )
