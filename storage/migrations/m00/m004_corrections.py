"""A reader's corrections, kept apart from what was read; and what a document's carrier declared, so that reading the
stored text again reads the same document."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLES = """
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  change TEXT NOT NULL,                      -- JSON: kind, and the fields of that change
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  undone_at TEXT                             -- null: in force
) STRICT;
CREATE INDEX corrections_article ON corrections(article_id);
ALTER TABLE documents ADD COLUMN declared TEXT NOT NULL DEFAULT '{}';  -- JSON: title, published_on, source, language
"""
# Of older documents what cannot have come from the text must have been declared.
DECLARED = """
UPDATE documents SET declared = (SELECT json_object(
    'title', CASE WHEN instr(documents.text, a.title) = 0 THEN a.title END,
    'published_on', CASE WHEN a.published_seen IN ('metadata', 'feed') THEN a.published_on END,
    'source', CASE WHEN instr(documents.text, a.source) = 0 THEN a.source END)
  FROM articles AS a WHERE a.id = documents.article_id)
WHERE EXISTS (SELECT 1 FROM articles AS a WHERE a.id = documents.article_id);
"""


def keep_corrections(db: Database) -> None:
    """The tables, and what can still be told of the documents that are there."""
    run_script(db, TABLES + DECLARED)
