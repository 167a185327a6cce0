"""Links and posts that administrators send in chat, from the message until its card is in the outbox.

a message ──▶ links ──▶ wanted_pages ──▶ an article, and in the same transaction the card in the outbox
"""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLE = """
CREATE TABLE links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,                          -- as it was sent; of a forwarded post its own, or empty
  post TEXT,                                  -- JSON: a forwarded post, which is read as it stands
  subscriber_id INTEGER NOT NULL REFERENCES subscribers(id),
  asked_at TEXT NOT NULL,
  page_id INTEGER,                            -- the wanted page; null: the next pass takes it
  told_at TEXT                                -- when its card was put into the outbox; null: not yet
) STRICT;
CREATE INDEX links_open ON links(page_id) WHERE told_at IS NULL;
"""


def keep_links(db: Database) -> None:
    """Nobody has sent any so far."""
    run_script(db, TABLE)
