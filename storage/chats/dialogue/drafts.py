"""Subscriptions being put together in chat: one a person and chat, so that a restart forgets no dialogue."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from storage.database import Database, write
from storage.models.chats import Cadence, Cut, Draft, Grouping, QuietHours, Step, Term
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
    quiet = draft.quiet and [_write_time(draft.quiet.since), _write_time(draft.quiet.until)]
    row = asdict(draft) | {"times": [_write_time(at) for at in draft.times], "quiet": quiet}
    return json.dumps(row, ensure_ascii=False)


def _read(text: str) -> Draft:
    row: dict[str, Any] = json.loads(text)
    alternatives, cut, quiet = row["alternatives"], row["cut"], row["quiet"]
    return Draft(
        alternatives=None if alternatives is None else tuple(tuple(Term(**term) for term in a) for a in alternatives),
        cut=Cut(**{kind: tuple(words) for kind, words in cut.items()}),
        cadence=Cadence(row["cadence"]) if row["cadence"] else None,
        days=tuple(row["days"]),
        times=tuple(map(time.fromisoformat, row["times"])),
        timezone=row["timezone"],
        quiet=quiet and QuietHours(since=time.fromisoformat(quiet[0]), until=time.fromisoformat(quiet[1])),
        sends_empty=row["sends_empty"],
        most_entries=row["most_entries"],
        grouping=Grouping(row["grouping"]) if row.get("grouping") else None,
        unread=tuple(row["unread"]),
        asks=Step(row["asks"]) if row["asks"] else None,
        changes=row["changes"],
        asked_in=row["asked_in"],
    )


def _write_time(at: time) -> str:
    return at.strftime("%H:%M")
