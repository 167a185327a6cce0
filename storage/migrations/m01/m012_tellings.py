"""Which texts tell of a story, and who is still to be told at once: each by an index."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

TABLES = """
CREATE TABLE body_stories (                  -- the stories a text tells of, one button "e:<story>" each
  story_id INTEGER NOT NULL,
  body_id INTEGER NOT NULL REFERENCES bodies(id),
  PRIMARY KEY (story_id, body_id)
) STRICT, WITHOUT ROWID;
INSERT INTO body_stories (story_id, body_id)
SELECT DISTINCT CAST(substr(target, 3) AS INTEGER), id FROM (
  SELECT b.id, json_extract(button.value, '$[1]') AS target
  FROM bodies b, json_each(b.keyboard) line, json_each(line.value) button)
WHERE target GLOB 'e:[0-9]*' AND NOT target GLOB 'e:*[^0-9]*';

DROP INDEX subscriptions_at_once;
CREATE INDEX subscriptions_at_once ON subscriptions(filter_id, anchor_at, subscriber_id, next_due_at)
WHERE cadence = 'at once' AND ended_at IS NULL;
"""


def record_tellings(db: Database) -> None:
    """What was told so far is found by the buttons under it."""
    run_script(db, TABLES)
