"""Links that anybody may send, where that is allowed: an administrator says of each whether it is read."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

COLUMN = """
ALTER TABLE links ADD COLUMN is_granted INTEGER NOT NULL DEFAULT 1;  -- 0: an administrator is to say so
"""


def ask_consent(db: Database) -> None:
    """Those sent so far were administrators' own."""
    run_script(db, COLUMN)
