"""The first tables: the news (what articles say) and the chats (who is told what).

Ids of articles, stories and officials are AUTOINCREMENT: never used again. One that was merged keeps its row and
points to what it became. Days are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM:SS.ffffff+00:00`.
"""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

NEWS = """
CREATE TABLE seed_loads (                    -- what of seeds/ is in, so that a start with nothing new costs nothing
  name TEXT PRIMARY KEY,                     -- 'officials' or 'samples'
  fingerprint TEXT NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE officials (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,                        -- the usual Latin spelling, NFC
  country TEXT,
  organization TEXT,
  is_learned INTEGER NOT NULL DEFAULT 0,     -- 0: curated in seeds/; 1: first met in an article
  merged_into INTEGER REFERENCES officials(id),
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE official_names (                -- every known spelling, by the keys a lookup may come with
  key TEXT NOT NULL,                         -- storage.folding.name_key of a whole name or of a surname
  official_id INTEGER NOT NULL REFERENCES officials(id),
  name TEXT NOT NULL,
  is_surname INTEGER NOT NULL,
  PRIMARY KEY (key, official_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX official_names_official ON official_names(official_id);
CREATE TABLE tenures (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials(id),
  office TEXT NOT NULL,                      -- slug in seeds/offices.csv
  role TEXT NOT NULL,
  country TEXT,
  organization TEXT,
  from_on TEXT,                              -- null: not known
  until_on TEXT,
  source TEXT NOT NULL,                      -- where it was seen, or 'unchecked': then never shown
  UNIQUE (official_id, office, from_on)
) STRICT;

CREATE TABLE stories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort_on TEXT NOT NULL,                     -- first known publication day of its articles, or 0001-01-01
  keys TEXT,                                 -- 'KZ ~RU #12': party, only mentioned, official; null: not filed yet
  met TEXT,                                  -- JSON: pairs of officials who met in it, as `official_meetings` counts
  merged_into INTEGER REFERENCES stories(id),
  first_stored_at TEXT NOT NULL,             -- the window it belongs to
  updated_at TEXT                            -- when a later report last added a fact; null: never
) STRICT;
CREATE INDEX stories_arrived ON stories(first_stored_at);
CREATE INDEX stories_updated ON stories(updated_at) WHERE updated_at IS NOT NULL;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id INTEGER NOT NULL REFERENCES stories(id),
  document_id INTEGER,                       -- the version read last
  url TEXT UNIQUE,                           -- canonical; null for a file
  title TEXT,
  headline TEXT,                             -- JSON of HeadlineFacts: worded by render, never stored worded
  lead TEXT,
  source TEXT,
  language TEXT,
  published_on TEXT,                         -- as printed, never converted; null: not known
  published_seen TEXT,
  event_on TEXT,
  place TEXT,
  topics TEXT NOT NULL DEFAULT '[]',
  is_relevant INTEGER NOT NULL DEFAULT 1,
  relevance_reason TEXT NOT NULL DEFAULT '',
  is_sample INTEGER NOT NULL DEFAULT 0,      -- a retelling of ours: shown as such, never quoted
  rules_version TEXT NOT NULL,
  merged_into INTEGER REFERENCES articles(id),
  stored_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_story ON articles(story_id);
CREATE TABLE documents (                     -- versions of an article's text; evidence points into one of them
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  version INTEGER NOT NULL,
  text TEXT NOT NULL,                        -- NFC, LF
  fingerprint TEXT NOT NULL,                 -- of the folded words: the same text elsewhere is the same article
  origin TEXT NOT NULL,
  stored_at TEXT NOT NULL,
  UNIQUE (article_id, version)
) STRICT;
CREATE INDEX documents_fingerprint ON documents(fingerprint);

CREATE TABLE article_countries (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  country TEXT NOT NULL,
  is_party INTEGER NOT NULL,
  evidence TEXT NOT NULL,                    -- JSON [[start, end], ...] in the article's document
  stated_by TEXT NOT NULL DEFAULT 'read',    -- 'read' or 'corrected'
  rules_version TEXT,
  PRIMARY KEY (article_id, country, stated_by)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_people (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  official_id INTEGER NOT NULL REFERENCES officials(id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  country TEXT,
  organization TEXT,
  surface_forms TEXT NOT NULL,
  evidence TEXT NOT NULL,
  stated_by TEXT NOT NULL DEFAULT 'read',
  rules_version TEXT,
  PRIMARY KEY (article_id, official_id, stated_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_people_official ON article_people(official_id, article_id);
CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  held_on TEXT,
  place TEXT,
  format TEXT,
  occasion TEXT,
  is_background INTEGER NOT NULL,
  is_planned INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  stated_by TEXT NOT NULL DEFAULT 'read',
  rules_version TEXT
) STRICT;
CREATE INDEX meetings_article ON meetings(article_id);
CREATE TABLE meeting_sides (
  meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,                       -- the person's name, or what stands for somebody unnamed
  official_id INTEGER REFERENCES officials(id),
  PRIMARY KEY (meeting_id, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_sides_official ON meeting_sides(official_id) WHERE official_id IS NOT NULL;
CREATE TABLE agreements (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  kind TEXT NOT NULL,
  subject TEXT,
  parties TEXT NOT NULL,
  status TEXT NOT NULL,
  evidence TEXT NOT NULL,
  stated_by TEXT NOT NULL DEFAULT 'read',
  rules_version TEXT
) STRICT;
CREATE INDEX agreements_article ON agreements(article_id);

-- One covering table answers for a country, an official, a pair ('AZ+KZ', '#12+KZ') and all ('*'): flat as it grows.
CREATE TABLE lookup_entries (
  key TEXT NOT NULL,
  sort_on TEXT NOT NULL,
  story_id INTEGER NOT NULL,
  PRIMARY KEY (key, sort_on, story_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lookup_counts (key TEXT PRIMARY KEY, story_count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- The days a story was published or happened on; the second index finds the same story twice in one range.
CREATE TABLE story_days (
  day TEXT NOT NULL,
  story_id INTEGER NOT NULL,
  PRIMARY KEY (day, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_days_story ON story_days(story_id, day);

-- What an official's card says, kept: summed up anew it would read every article that names them.
CREATE TABLE official_offices (
  official_id INTEGER NOT NULL REFERENCES officials(id),
  role TEXT NOT NULL,
  country TEXT NOT NULL,                     -- '' for none, as a primary key takes no null
  organization TEXT NOT NULL,
  article_count INTEGER NOT NULL,
  first_on TEXT,                             -- of the dated articles that state it
  last_on TEXT,
  PRIMARY KEY (official_id, role, country, organization)
) STRICT, WITHOUT ROWID;
CREATE TABLE official_meetings (             -- stories in which they met, once in either direction
  official_id INTEGER NOT NULL REFERENCES officials(id),
  other_id INTEGER NOT NULL REFERENCES officials(id),
  story_count INTEGER NOT NULL,
  PRIMARY KEY (official_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_search (                  -- the app-folded shadow text of a story's articles
  search_id INTEGER PRIMARY KEY,             -- in date order, so that newest first is a walk
  story_id INTEGER NOT NULL UNIQUE REFERENCES stories(id),
  folded TEXT NOT NULL
) STRICT;
-- Every folded word once: a prefix becomes the words it begins, which FTS5 walks lazily; a prefix it would read whole.
CREATE TABLE search_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

CHATS = """
CREATE TABLE subscribers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL DEFAULT 0,      -- forum topic; 0: none
  kind TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT 'en',
  timezone TEXT,                             -- null: not asked yet
  paused_reason TEXT,                        -- null: active
  created_at TEXT NOT NULL,
  UNIQUE (chat_id, thread_id)
) STRICT;
CREATE TABLE filters (                       -- canonical, shared by every subscription that asks for the same
  id INTEGER PRIMARY KEY,
  alternatives TEXT NOT NULL UNIQUE          -- JSON [["KZ"], ["#12", "KZ"]], sorted; []: everything
) STRICT;
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber_id INTEGER NOT NULL REFERENCES subscribers(id),
  filter_id INTEGER NOT NULL REFERENCES filters(id),
  cadence TEXT NOT NULL,
  at TEXT NOT NULL,                          -- local HH:MM
  weekday INTEGER,                           -- Monday is 0; null for daily
  timezone TEXT NOT NULL,
  anchor_at TEXT,                            -- windows are [anchor_at, slot); null until the first digest
  next_due_at TEXT,                          -- the next slot; null: ended or paused
  sends_empty INTEGER NOT NULL DEFAULT 0,
  asked_in INTEGER,                          -- the message that asked for it: editing that changes this one
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX subscriptions_due ON subscriptions(next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX subscriptions_subscriber ON subscriptions(subscriber_id);
CREATE TABLE digests (                       -- one row per slot, so a slot is composed once, whoever ticks
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscription_id INTEGER NOT NULL REFERENCES subscriptions(id),
  slot_at TEXT NOT NULL,
  since_at TEXT,
  story_ids TEXT NOT NULL,
  composed_at TEXT NOT NULL,
  UNIQUE (subscription_id, slot_at)
) STRICT;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dedupe_key TEXT NOT NULL UNIQUE,           -- digest:<subscription>:<slot>:<part>, asked:<update>:<part>
  subscriber_id INTEGER NOT NULL REFERENCES subscribers(id),
  chat_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL,
  group_key TEXT NOT NULL,                   -- the parts of one digest go in order
  part INTEGER NOT NULL,
  text TEXT NOT NULL,
  keyboard TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'pending',     -- pending → sending → sent | in_doubt | failed | dropped
  attempt_count INTEGER NOT NULL DEFAULT 0,
  not_before TEXT NOT NULL,
  is_repeat INTEGER NOT NULL DEFAULT 0,      -- resent after doubt: the message says so
  claimed_at TEXT,
  sent_at TEXT,
  message_id INTEGER,
  outcome TEXT,
  error TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_waiting ON outbox(not_before, id) WHERE state = 'pending';
CREATE INDEX outbox_sending ON outbox(id) WHERE state = 'sending';
CREATE INDEX outbox_group ON outbox(group_key, part);
CREATE INDEX outbox_chat ON outbox(chat_id, id) WHERE state IN ('pending', 'sending'); -- one at a time a chat, in order
CREATE TABLE attempts (                      -- every try and what Telegram answered: a send in doubt stays on record
  delivery_id INTEGER NOT NULL REFERENCES outbox(id),
  attempt INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  error TEXT,
  ended_at TEXT NOT NULL,
  PRIMARY KEY (delivery_id, attempt)
) STRICT, WITHOUT ROWID;
CREATE TABLE drafts (                        -- a subscription being put together in chat: survives a restart
  id INTEGER PRIMARY KEY AUTOINCREMENT,      -- what its buttons carry; never used again, so an old button hits nothing
  subscriber_id INTEGER NOT NULL REFERENCES subscribers(id),
  user_id INTEGER NOT NULL,                  -- who is asked: in a group their words are the answer, nobody else's
  draft TEXT NOT NULL,                       -- JSON of Draft
  created_at TEXT NOT NULL,
  UNIQUE (subscriber_id, user_id)
) STRICT;
CREATE INDEX drafts_created ON drafts(created_at);
CREATE TABLE lookups (                       -- what a button's id stands for; kept 90 days
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  question TEXT NOT NULL,                    -- JSON of Lookup
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX lookups_created ON lookups(created_at);
CREATE TABLE answers (                       -- our messages that answer one of theirs: editing it edits them
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  answer_message_ids TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_created ON answers(created_at);
"""


def create_tables(db: Database) -> None:
    """Every table of the first version."""
    run_script(db, NEWS + CHATS)
    db.table("story_search").enable_fts(["folded"], create_triggers=True, tokenize="unicode61 remove_diacritics 0")
