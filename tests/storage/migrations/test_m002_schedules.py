"""A database of the first version, filled, goes on as it was."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from storage.arrivals import arrival_at
from storage.chats.dialogue.drafts import find_draft
from storage.chats.filters import list_filter_keys, save_filter
from storage.chats.subscriptions import find_asked, find_subscription, list_due
from storage.database import open_database
from storage.migrations.m00 import m001_first
from storage.models.chats import MOST_ENTRIES, Cadence, Cut, Draft, Schedule, Step, Term

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
AT = "2026-05-04T12:00:00.000000+00:00"
LATER = "2026-05-05T03:00:00.000000+00:00"
DRAFT = """{"alternatives": [[{"words": "Cuba", "key": "CU"}]], "cadence": "weekly", "weekday": 4, "at": "08:00",
 "timezone": null, "asks": "zone", "changes": null, "asked_in": 77}"""
OPEN = """{"alternatives": null, "cadence": null, "weekday": null, "at": null, "timezone": "UTC", "asks": "what",
 "changes": null, "asked_in": null}"""


@pytest.fixture
def old_path(tmp_path: Path) -> Path:
    """A file as the first version left it."""
    path = tmp_path / "readout.sqlite"
    with closing(Database(path)) as db:
        first = Migrations("readout")
        first(name="m001_first")(m001_first.create_tables)
        first.apply(db)
        for chat_id in (7, 8):
            db.execute("INSERT INTO subscribers (chat_id, kind, created_at) VALUES (?, 'private', ?)", [chat_id, AT])
        for wanted in ("[]", '[["#12", "KZ"], ["CU"]]'):
            db.execute("INSERT INTO filters (alternatives) VALUES (?)", [wanted])
        subscribed = (
            "INSERT INTO subscriptions (subscriber_id, filter_id, cadence, at, weekday, timezone, anchor_at,"
            " next_due_at, sends_empty, asked_in, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        db.execute(subscribed, [1, 1, "daily", "08:00", None, "Asia/Almaty", None, LATER, 0, 5, AT])
        db.execute(subscribed, [2, 2, "weekly", "20:30", 4, "UTC", AT, LATER, 1, None, AT])
        db.execute(
            "INSERT INTO digests (subscription_id, slot_at, story_ids, composed_at) VALUES (1, ?, '[]', ?)", [LATER, AT]
        )
        for user_id, draft in ((5, DRAFT), (6, OPEN)):
            db.execute(
                "INSERT INTO drafts (subscriber_id, user_id, draft, created_at) VALUES (1, ?, ?, ?)",
                [user_id, draft, AT],
            )
    return path


def test_every_subscription_goes_on_as_it_was(old_path: Path) -> None:
    with closing(open_database(old_path)) as db:
        daily, weekly = find_subscription(db, 1), find_subscription(db, 2)
        assert daily
        assert weekly
        assert daily == find_asked(db, 1, 5)
        assert daily.schedule == Schedule(cadence=Cadence.DAILY, times=(time(8),))
        assert weekly.schedule == Schedule(cadence=Cadence.WEEKLY, times=(time(20, 30),), days=(4,))
        assert (daily.filter.alternatives, daily.filter.cut) == ((), Cut())
        assert weekly.filter.alternatives == (("#12", "KZ"), ("CU",))
        assert (weekly.anchor_at, weekly.sends_empty) == (NOON, True)
        assert (daily.quiet, daily.most_entries) == (None, MOST_ENTRIES)
        assert len(list_due(db, datetime(2026, 5, 5, 3, tzinfo=UTC), 10)) == 2
        assert not db.execute("PRAGMA foreign_key_check").fetchall()


def test_old_filters_are_found_by_keys_and_shared_with_those_who_ask_for_the_same(old_path: Path) -> None:
    with closing(open_database(old_path)) as db:
        same = save_filter(db, [("CU",), ("KZ", "#12")], Cut())
        assert same.id == 2
        assert save_filter(db, [], Cut()).id == 1
        rows = db.execute("SELECT key FROM filter_keys WHERE filter_id = 2").fetchall()
        assert {row[0] for row in rows} == list_filter_keys(same) == {"#12", "CU"}
        assert db.execute("SELECT key FROM filter_keys WHERE filter_id = 1").fetchall() == [("*",)]


def test_an_open_dialogue_goes_on(old_path: Path) -> None:
    with closing(open_database(old_path)) as db:
        found = find_draft(db, subscriber_id=1, user_id=5)
        assert found
        assert found[1] == Draft(
            alternatives=((Term(words="Cuba", key="CU"),),),
            cadence=Cadence.WEEKLY,
            days=(4,),
            times=(time(8),),
            asks=Step.ZONE,
            asked_in=77,
        )
        begun = find_draft(db, subscriber_id=1, user_id=6)
        assert begun
        assert begun[1] == Draft(timezone="UTC", asks=Step.WHAT)


def test_nothing_arrives_before_what_was_told_by_then(old_path: Path) -> None:
    with closing(open_database(old_path)) as db:
        assert arrival_at(db, NOON) == datetime(2026, 5, 5, 3, tzinfo=UTC)
