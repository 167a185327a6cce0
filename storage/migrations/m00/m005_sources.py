"""The feeds that are polled, the pages they lead to, and what came of each: a restart forgets nothing of it.

    feeds ──▶ runs            one row a fetch of a feed: what came of it
      └─────▶ wanted_pages    one row an address: seen in a feed, listed by a sitemap or sent by a person

A page waits in `wanted_pages` from the transaction that remembers its feed's ETag until the one that stores its article
(or says why not). So a crash between fetch and store costs a fetch, nothing else.
"""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLES = """
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,                 -- what commands call it by; of the seeds' feeds the slug
  title TEXT NOT NULL,                       -- what people see
  url TEXT NOT NULL UNIQUE,                  -- a feed, a sitemap, or a page whose feed is still to be found
  kind TEXT,                                 -- the format it was last found in; null: never read
  language TEXT,
  seed_url TEXT,                             -- as seeds/ had it when it was loaded; null: somebody added it
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,                            -- of the body read last: many servers know no ETag
  host TEXT NOT NULL,
  interval_seconds REAL NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,       -- since the last success
  failed_days INTEGER NOT NULL DEFAULT 0,
  failed_on TEXT,
  next_fetch_at TEXT,                        -- null: disabled
  disabled_at TEXT,
  disabled_reason TEXT,
  is_disabled_by_person INTEGER NOT NULL DEFAULT 0,
  is_end_told INTEGER NOT NULL DEFAULT 0,    -- to the administrators, where it was not theirs
  last_fetch_at TEXT,
  last_result TEXT,
  last_answer_at TEXT,                       -- its server said something, an error at least
  last_success_at TEXT,
  last_error TEXT,
  last_error_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX feeds_due ON feeds(next_fetch_at) WHERE next_fetch_at IS NOT NULL;

CREATE TABLE runs (                          -- kept for some weeks
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
  ended_at TEXT NOT NULL,
  result TEXT NOT NULL,                      -- news, unchanged, refused, gone, unreached, outage
  detail TEXT NOT NULL DEFAULT '',
  item_count INTEGER NOT NULL DEFAULT 0,     -- in the feed
  new_count INTEGER NOT NULL DEFAULT 0,      -- of these, seen for the first time or changed
  stored_count INTEGER NOT NULL DEFAULT 0,   -- what became of the new ones, as it comes to be known
  known_count INTEGER NOT NULL DEFAULT 0,
  refused_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_feed ON runs(feed_id, ended_at);
CREATE INDEX runs_ended ON runs(ended_at);

CREATE TABLE wanted_pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,                  -- the address without what changes from link to link
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  wanted_by TEXT NOT NULL,                   -- feed, person or backfill
  feed_id INTEGER REFERENCES feeds(id) ON DELETE SET NULL,
  run_id INTEGER,
  batch TEXT,                                -- of a backfill: its sitemap
  item TEXT,                                 -- JSON: what the feed says of it; null once settled
  version TEXT NOT NULL,                     -- of what the feed says: another one is fetched again
  is_archive INTEGER NOT NULL DEFAULT 0,     -- old when it was first seen: kept, not sent
  state TEXT NOT NULL DEFAULT 'waiting',     -- waiting → stored, known or refused
  reason TEXT,                               -- why refused; or of what is stored, why only the feed's words
  attempt_count INTEGER NOT NULL DEFAULT 0,
  not_before TEXT NOT NULL,
  article_id INTEGER,
  seen_at TEXT NOT NULL,
  settled_at TEXT
) STRICT;
CREATE INDEX wanted_pages_waiting ON wanted_pages(wanted_by) WHERE state = 'waiting';  -- and by id, as every index is
CREATE INDEX wanted_pages_feed ON wanted_pages(feed_id, settled_at) WHERE feed_id IS NOT NULL;
CREATE INDEX wanted_pages_settled ON wanted_pages(settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX wanted_pages_article ON wanted_pages(article_id) WHERE article_id IS NOT NULL;
ALTER TABLE articles ADD COLUMN shortfall TEXT;          -- why its text is only a feed's summary; null: it is whole
"""


def follow_sources(db: Database) -> None:
    """The tables; the seeds fill them at the next start."""
    run_script(db, TABLES)
