"""Articles of which only the feed's words could be had say so; and of many pages that wait, the first is found fast."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

CHANGES = """
ALTER TABLE articles ADD COLUMN shortfall TEXT;          -- why its text is only a feed's summary; null: it is whole
DROP INDEX wanted_pages_waiting;
CREATE INDEX wanted_pages_waiting ON wanted_pages(wanted_by) WHERE state = 'waiting';  -- and by id, as every index is
"""


def mark_summaries(db: Database) -> None:
    """Nothing that is stored before is a summary."""
    run_script(db, CHANGES)
