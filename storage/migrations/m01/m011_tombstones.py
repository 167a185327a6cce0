"""Articles that were deleted: what stays of them, so that their feeds and pages do not bring them back."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLES = """
CREATE TABLE tombstones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL UNIQUE,         -- as it was; the id is not used again
  title TEXT,
  reason TEXT NOT NULL,
  deleted_at TEXT NOT NULL
) STRICT;
CREATE TABLE tombstone_keys (
  key TEXT PRIMARY KEY,                       -- an address it had, or the fingerprint of a version
  tombstone_id INTEGER NOT NULL REFERENCES tombstones(id)
) STRICT;
"""


def remember_the_deleted(db: Database) -> None:
    """Of articles taken out before, nothing is known."""
    run_script(db, TABLES)
