"""Subscriptions being put together in chat: one a person and chat, so that a restart forgets no dialogue."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from storage.database import Database, write
from storage.models.chats import Cadence, Draft, Step, Term
from storage.times import write_instant


def save_draft(db: Database, *, subscriber_id: int, user_id: int, draft: Draft, now: datetime) -> int:
    """Begin a dialogue, in place of the one this person may have left open here; its new id is what buttons carry."""
    with write(db):
        db.execute("DELETE FROM drafts WHERE subscriber_id = ? AND user_id = ?", [subscriber_id, user_id])
        cursor = db.execute(
            "INSERT INTO drafts (subscriber_id, user_id, draft, created_at) VALUES (?, ?, ?, ?)",
            [subscriber_id, user_id, _write(draft), write_instant(now)],
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def update_draft(db: Database, draft_id: int, draft: Draft) -> None:
    """What is known after one more answer."""
    with write(db):
        db.execute("UPDATE drafts SET draft = ? WHERE id = ?", [_write(draft), draft_id])


def find_draft(
    db: Database, *, subscriber_id: int, user_id: int, since: datetime | None = None
) -> tuple[int, Draft] | None:
    """The dialogue this person has open in this chat, with its id, if it was not begun before `since`."""
    row = db.execute(
        "SELECT id, draft FROM drafts WHERE subscriber_id = ? AND user_id = ? AND created_at >= ?",
        [subscriber_id, user_id, write_instant(since) if since else ""],
    ).fetchone()
    return (row[0], _read(row[1])) if row else None


def end_draft(db: Database, draft_id: int) -> None:
    """It has become a subscription, or was given up."""
    with write(db):
        db.execute("DELETE FROM drafts WHERE id = ?", [draft_id])


def prune_drafts(db: Database, before: datetime) -> int:
    """Forget dialogues begun before that and left open; returns how many."""
    with write(db):
        return db.execute("DELETE FROM drafts WHERE created_at < ?", [write_instant(before)]).rowcount


def _write(draft: Draft) -> str:
    return json.dumps(asdict(draft) | {"at": draft.at and draft.at.strftime("%H:%M")}, ensure_ascii=False)


def _read(text: str) -> Draft:
    row: dict[str, Any] = json.loads(text)
    alternatives = row["alternatives"]
    return Draft(
        alternatives=None if alternatives is None else tuple(tuple(Term(**term) for term in a) for a in alternatives),
        cadence=Cadence(row["cadence"]) if row["cadence"] else None,
        weekday=row["weekday"],
        at=time.fromisoformat(row["at"]) if row["at"] else None,
        timezone=row["timezone"],
        asks=Step(row["asks"]) if row["asks"] else None,
        changes=row["changes"],
        asked_in=row["asked_in"],
    )
