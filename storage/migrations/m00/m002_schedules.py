"""Subscriptions at any cadence, cut by more than names, found from a story's keys; arrivals that no clock sets back."""

from __future__ import annotations

import json

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLES = """
ALTER TABLE filters RENAME COLUMN alternatives TO wanted;        -- JSON of what is not empty: alternatives, topics …
CREATE TABLE filter_keys (                   -- a story can only pass a filter that one of its keys leads to
  key TEXT NOT NULL,                         -- 'KZ', '#12', 'topic:research', or '*' for a filter without such
  filter_id INTEGER NOT NULL REFERENCES filters(id),
  PRIMARY KEY (key, filter_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE subscriptions RENAME COLUMN at TO times;             -- local 'HH:MM HH:MM', ascending; '' for alerts
ALTER TABLE subscriptions ADD COLUMN days TEXT NOT NULL DEFAULT '';    -- '0 2 4': weekdays, or days of the month
UPDATE subscriptions SET days = coalesce(weekday, '');
ALTER TABLE subscriptions DROP COLUMN weekday;
ALTER TABLE subscriptions ADD COLUMN quiet_from TEXT;            -- local HH:MM; null: no quiet hours
ALTER TABLE subscriptions ADD COLUMN quiet_until TEXT;
ALTER TABLE subscriptions ADD COLUMN most_entries INTEGER NOT NULL DEFAULT 50;
CREATE INDEX subscriptions_at_once ON subscriptions(filter_id, subscriber_id)
  WHERE cadence = 'at once' AND ended_at IS NULL;

CREATE TABLE told_until (                    -- what no later arrival may lie before
  what TEXT PRIMARY KEY,                     -- 'alerts': their cursor; 'all': the newest end of any window composed
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO told_until (what, at) SELECT 'all', max(slot_at) FROM digests HAVING max(slot_at) IS NOT NULL;

ALTER TABLE articles ADD COLUMN revised_at TEXT;                 -- when a new version of its page last added a fact
"""


def widen_subscriptions(db: Database) -> None:
    """Every subscription goes on as it was, and so does every dialogue that stands open."""
    run_script(db, TABLES)
    for filter_id, wanted in db.execute("SELECT id, wanted FROM filters").fetchall():
        alternatives = json.loads(wanted)
        widened = json.dumps({"alternatives": alternatives} if alternatives else {})
        db.execute("UPDATE filters SET wanted = ? WHERE id = ?", [widened, filter_id])
        # `#` sorts before letters: of a pair the official, whom fewer stories name.
        keys = {min(alternative, default="*") for alternative in alternatives} or {"*"}
        db.conn.executemany(
            "INSERT INTO filter_keys (key, filter_id) VALUES (?, ?)", [(key, filter_id) for key in sorted(keys)]
        )
    for draft_id, draft in db.execute("SELECT id, draft FROM drafts").fetchall():
        db.execute("UPDATE drafts SET draft = ? WHERE id = ?", [_widen_draft(draft), draft_id])


def _widen_draft(text: str) -> str:
    draft = json.loads(text)
    at, weekday = draft.pop("at", None), draft.pop("weekday", None)
    draft |= {"times": [at] if at else [], "days": [] if weekday is None else [weekday]}
    draft |= {"cut": {}, "quiet": None, "sends_empty": None, "most_entries": None, "unread": []}
    return json.dumps(draft, ensure_ascii=False)
