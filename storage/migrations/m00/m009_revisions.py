"""Which versions of articles the messages that were sent are still to be edited by."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

COLUMN = """
ALTER TABLE documents ADD COLUMN is_unshown INTEGER NOT NULL DEFAULT 0;
  -- 1: a version that changes what was said and adds nothing to tell; what was sent does not show it yet
CREATE INDEX documents_unshown ON documents(article_id) WHERE is_unshown = 1;
"""


def edit_by_revisions(db: Database) -> None:
    """Of versions stored before, what was sent stays as it is."""
    run_script(db, COLUMN)
