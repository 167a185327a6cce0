"""Questions as understood, stored because a button has room for their id only."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from storage.database import Database, write
from storage.models.chats import Lookup, LookupKind
from storage.times import read_day, write_day, write_instant

KEPT = timedelta(days=90)
"""How long the buttons of an answer work."""


def save_lookup(db: Database, lookup: Lookup, now: datetime) -> int:
    """Store it for `KEPT`; returns the id its buttons carry."""
    question = {
        "kind": lookup.kind.value,
        "asked": lookup.asked,
        "keys": lookup.keys,
        "since_on": write_day(lookup.since_on),
        "until_on": write_day(lookup.until_on),
        "words": lookup.words,
    }
    with write(db):
        cursor = db.execute(
            "INSERT INTO lookups (question, created_at) VALUES (?, ?)",
            (json.dumps(question, ensure_ascii=False), write_instant(now)),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def find_lookup(db: Database, lookup_id: int, now: datetime) -> Lookup | None:
    """The lookup a button stands for; none when it is older than `KEPT`, or never was."""
    row = db.execute(
        "SELECT question FROM lookups WHERE id = ? AND created_at > ?", (lookup_id, write_instant(now - KEPT))
    ).fetchone()
    if row is None:
        return None
    said = json.loads(row[0])
    return Lookup(
        kind=LookupKind(said["kind"]),
        asked=said["asked"],
        keys=tuple(said["keys"]),
        since_on=read_day(said["since_on"]),
        until_on=read_day(said["until_on"]),
        words=tuple(said["words"]),
    )


def prune_lookups(db: Database, now: datetime) -> int:
    """Forget those older than `KEPT`; returns how many. Ids are not used again: no old button means a new question."""
    with write(db):
        return db.execute("DELETE FROM lookups WHERE created_at <= ?", (write_instant(now - KEPT),)).rowcount
