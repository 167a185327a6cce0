"""What an answer shows, so that an edit of the question that changes nothing edits nothing."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script


def keep_shown(db: Database) -> None:
    """Older answers are edited once more than they need."""
    run_script(db, "ALTER TABLE answers ADD COLUMN shown TEXT NOT NULL DEFAULT '';")
