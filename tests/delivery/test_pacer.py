"""How fast the bot may write."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacer import FLOODED_CHATS, Pacer, chat_gap


def test_a_chat_rests_a_second_and_a_group_three() -> None:
    assert chat_gap(7).total_seconds() == 1
    assert 60 / chat_gap(-7).total_seconds() <= 20


@given(st.lists(st.floats(0, 0.2), min_size=40, max_size=120))
@settings(deadline=None, derandomize=True, max_examples=50)
def test_no_second_ever_holds_more_than_thirty(pauses: list[float]) -> None:
    pacer, at, sent = Pacer(), 1000.0, list[float]()
    for pause in pauses:
        at += pause
        at += pacer.reserve(at)
        sent.append(at)
    assert all(sum(start <= other < start + 1 for other in sent) <= 30 for start in sent)


def test_the_pace_is_not_far_below_what_telegram_allows() -> None:
    pacer, at = Pacer(), 1000.0
    for _ in range(280):
        at += pacer.reserve(at)
    assert at <= 1010


def test_one_chat_told_to_wait_holds_nobody_else() -> None:
    pacer = Pacer()
    for _ in range(10):
        pacer.flooded(7, 1060)
    assert pacer.reserve(1000) == 0


def test_many_chats_told_to_wait_hold_everybody() -> None:
    pacer = Pacer()
    for chat_id in range(FLOODED_CHATS):
        pacer.flooded(chat_id, 1060)
    assert pacer.reserve(1000) == 60


def test_a_message_taken_in_between_shows_that_it_is_the_chats() -> None:
    pacer = Pacer()
    for chat_id in range(FLOODED_CHATS * 2):
        pacer.flooded(chat_id, 1060)
        pacer.took()
    assert pacer.reserve(1000) == 0
