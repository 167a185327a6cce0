"""A demo's file is the demo's, and goes on where it ended."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from storage.chats.dialogue.answers import record_answer
from storage.chats.subscribers import pause_chat, record_subscriber
from storage.database import open_database
from storage.errors import DatabaseHeldError, DatabaseOwnerError
from storage.file.demo import hold_demo, is_demo
from storage.models.chats import Answer, ChatKind
from tests.factories import NOON, make_reading, store_reading

ROOT = Path(__file__).parents[3]
HOLD = "import sys; from pathlib import Path; from storage.file.demo import hold_demo\n\
with hold_demo(Path(sys.argv[1])):\n\
    print('held', flush=True)\n\
    sys.stdin.read()"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "demo.sqlite"


def test_a_new_file_is_marked_as_a_demos(path: Path) -> None:
    assert not is_demo(path)
    with hold_demo(path) as run:
        assert (run.number, run.newest_at, run.chat_ids) == (1, None, frozenset())
    assert is_demo(path)


def test_each_start_counts_one_more_and_none_less_than_asked(path: Path) -> None:
    for number in (1, 2):
        with hold_demo(path) as run:
            assert run.number == number
    with hold_demo(path, number=7) as run:
        assert run.number == 7
    with hold_demo(path, number=7) as run:
        assert run.number == 8


def test_a_start_knows_who_was_talking_and_how_late_it_was(path: Path) -> None:
    with hold_demo(path):
        db = open_database(path)
        later = NOON + timedelta(days=3)
        for chat_id in (1, 2):
            record_subscriber(
                db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=NOON + timedelta(days=1)
            )
        pause_chat(db, 2, "blocked")
        record_answer(db, Answer(chat_id=3, message_id=1, answer_message_ids=(2,)), later)
        db.close()
    with hold_demo(path) as run:
        assert run.newest_at == later
        assert run.chat_ids == {1, 2, 3}
        assert run.blocked_chat_ids == {2}


def test_an_archive_is_refused_and_left_as_it_was(path: Path) -> None:
    db = open_database(path)
    store_reading(db, make_reading())
    db.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseOwnerError, match="not made by a demo"), hold_demo(path):
        pytest.fail("it was taken")
    assert path.read_bytes() == before
    assert not is_demo(path)


def test_a_second_demo_on_one_file_is_refused_until_the_first_ends(path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    with pytest.raises(DatabaseHeldError, match="another demo"), hold_demo(path):
        pytest.fail("it was taken")
    first.kill()
    first.communicate()
    with hold_demo(path) as run:
        assert run.number == 2


def test_others_may_write_to_a_file_that_is_held(path: Path) -> None:
    with hold_demo(path):
        db = open_database(path)
        store_reading(db, make_reading())
        db.close()
