"""Delivery at scale: a text for many is kept once, people who wait come first, a message may edit an earlier one."""

from __future__ import annotations

import hashlib

from sqlite_utils import Database

from storage.migrations.statements import run_script

BODIES = """
CREATE TABLE bodies (                        -- what a message says, once, however many chats get it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  keyboard TEXT NOT NULL
) STRICT;
ALTER TABLE outbox ADD COLUMN body_id INTEGER REFERENCES bodies(id);
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;  -- 0: somebody waits, 1: an alert, 2: a digest
ALTER TABLE outbox ADD COLUMN edits INTEGER;                        -- the message of the chat that it replaces
ALTER TABLE subscribers ADD COLUMN owner_id INTEGER;                -- who subscribed a group: told when it closes
"""
INDICES = """
ALTER TABLE outbox DROP COLUMN text;
ALTER TABLE outbox DROP COLUMN keyboard;
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox(priority, not_before, id) WHERE state = 'pending';
CREATE INDEX outbox_body ON outbox(body_id);
"""


def share_bodies(db: Database) -> None:
    """Move each text into `bodies`; what waits keeps its place."""
    run_script(db, BODIES)
    for id_, text, keyboard in db.execute("SELECT id, text, keyboard FROM outbox").fetchall():
        fingerprint = hashlib.sha256(f"{keyboard}\n{text}".encode()).hexdigest()
        db.execute(
            "INSERT INTO bodies (fingerprint, text, keyboard) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [fingerprint, text, keyboard],
        )
        db.execute(
            "UPDATE outbox SET body_id = (SELECT id FROM bodies WHERE fingerprint = ?),"
            " priority = CASE WHEN group_key LIKE 'asked:%' THEN 0 ELSE 2 END WHERE id = ?",
            [fingerprint, id_],
        )
    run_script(db, INDICES)
