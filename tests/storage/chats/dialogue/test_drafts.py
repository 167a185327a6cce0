"""Dialogues survive a restart."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from storage.chats.dialogue.drafts import end_draft, find_draft, prune_drafts, save_draft, update_draft
from storage.chats.subscribers import record_subscriber
from storage.database import Database, open_database
from storage.models.chats import Cadence, ChatKind, Cut, Draft, QuietHours, Step, Term

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
FULL = Draft(
    alternatives=((Term(words="Қазақстан", key="KZ"), Term(words="Kim")),),
    cadence=Cadence.WEEKLY,
    days=(0,),
    times=(time(7, 30), time(18)),
    timezone="Asia/Almaty",
    cut=Cut(topics=("research",), languages=("tr",), includes=("oil price",), excludes=("futbol",)),
    quiet=QuietHours(since=time(22), until=time(7)),
    sends_empty=True,
    most_entries=10,
    unread=("every 2 weeks",),
    asks=Step.NAME,
    changes=4,
    asked_in=77,
)


def begin(db: Database, draft: Draft, user_id: int = 5) -> int:
    reader = record_subscriber(db, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=NOON)
    return save_draft(db, subscriber_id=reader.id, user_id=user_id, draft=draft, now=NOON)


def test_a_draft_is_the_same_after_a_restart(tmp_path: Path) -> None:
    db = open_database(tmp_path / "readout.sqlite")
    first = begin(db, FULL)
    second = begin(db, Draft(), user_id=6)
    db.close()
    again = open_database(tmp_path / "readout.sqlite")
    assert find_draft(again, subscriber_id=1, user_id=5) == (first, FULL)
    assert find_draft(again, subscriber_id=1, user_id=6) == (second, Draft())
    again.close()


def test_everything_is_not_the_same_as_nothing_said(db: Database) -> None:
    id_ = begin(db, Draft(alternatives=()))
    assert find_draft(db, subscriber_id=1, user_id=5) == (id_, Draft(alternatives=()))


def test_a_new_dialogue_takes_the_place_of_the_open_one_under_a_new_id(db: Database) -> None:
    old = begin(db, FULL)
    new = begin(db, Draft())
    assert new > old
    assert find_draft(db, subscriber_id=1, user_id=5) == (new, Draft())
    end_draft(db, new)
    assert find_draft(db, subscriber_id=1, user_id=5) is None
    assert begin(db, Draft()) > new


def test_an_answer_is_kept(db: Database) -> None:
    id_ = begin(db, Draft())
    update_draft(db, id_, FULL)
    assert find_draft(db, subscriber_id=1, user_id=5) == (id_, FULL)


def test_old_dialogues_are_forgotten(db: Database) -> None:
    begin(db, FULL)
    assert find_draft(db, subscriber_id=1, user_id=5, since=NOON + timedelta(seconds=1)) is None
    assert prune_drafts(db, NOON) == 0
    assert prune_drafts(db, NOON + timedelta(seconds=1)) == 1
    assert find_draft(db, subscriber_id=1, user_id=5) is None
