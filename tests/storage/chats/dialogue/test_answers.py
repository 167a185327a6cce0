"""Which of our messages answer which of theirs."""

from __future__ import annotations

from datetime import timedelta

from storage.chats.dialogue.answers import KEPT, find_answer, prune_answers, record_answer
from storage.database import Database
from storage.models.chats import Answer
from tests.factories import NOON


def test_the_last_answer_to_a_message_is_remembered(db: Database) -> None:
    record_answer(db, Answer(chat_id=-100, message_id=7, answer_message_ids=(8,)), NOON)
    last = Answer(chat_id=-100, message_id=7, answer_message_ids=(8, 9))
    record_answer(db, last, NOON)
    assert find_answer(db, -100, 7) == last
    assert find_answer(db, 100, 7) is None


def test_answers_are_forgotten_in_time(db: Database) -> None:
    record_answer(db, Answer(chat_id=1, message_id=1, answer_message_ids=(2,)), NOON)
    record_answer(db, Answer(chat_id=1, message_id=3, answer_message_ids=(4,)), NOON + timedelta(hours=1))
    assert prune_answers(db, NOON + KEPT) == 1
    assert find_answer(db, 1, 1) is None
    assert find_answer(db, 1, 3) is not None
