"""Which corrections the messages that were sent already show."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

COLUMN = """
ALTER TABLE corrections ADD COLUMN shown_at TEXT;    -- when what was sent was edited by it or its end; null: not yet
UPDATE corrections SET shown_at = coalesce(undone_at, corrected_at);
CREATE INDEX corrections_unshown ON corrections(article_id) WHERE shown_at IS NULL;
"""


def edit_what_was_sent(db: Database) -> None:
    """Of corrections stated before, what was sent stays as it is."""
    run_script(db, COLUMN)
