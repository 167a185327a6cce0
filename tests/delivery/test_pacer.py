"""How fast the bot may write."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacer import CHAT_BURST, FLOODED_CHATS, PAID_SENDS_A_SECOND, Pacer


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    pacer = Pacer()
    rests = [pacer.sent(7, 1000) for _ in range(CHAT_BURST + 1)]
    assert rests == [*(timedelta(),) * (CHAT_BURST - 1), timedelta(seconds=1), timedelta(seconds=2)]
    assert pacer.sent(7, 1060) == timedelta()


def test_a_group_rests_three_seconds_after_each_which_is_twenty_a_minute() -> None:
    pacer = Pacer()
    assert pacer.sent(-7, 1000) == timedelta(seconds=3)
    assert pacer.sent(-7, 1003) == timedelta(seconds=3)


@pytest.mark.parametrize(("pace", "limit"), [(Pacer, 30), (lambda: Pacer(PAID_SENDS_A_SECOND), 1000)])
def test_no_second_ever_holds_more_than_telegram_allows(pace: type[Pacer], limit: int) -> None:
    @given(st.lists(st.floats(0, 0.2), min_size=40, max_size=120))
    @settings(deadline=None, derandomize=True, max_examples=50)
    def holds(pauses: list[float]) -> None:
        pacer, at, sent = pace(), 1000.0, list[float]()
        for pause in pauses:
            at += pause
            sent += [at] * pacer.grant(at, 64)
        assert all(sum(start <= other < start + 1 for other in sent) <= limit for start in sent)

    holds()


def test_the_pace_is_not_far_below_what_telegram_allows() -> None:
    pacer, at, count = Pacer(), 1000.0, 0
    while at < 1010:
        count += pacer.grant(at, 32)
        at += pacer.wait(at) + 0.003
    assert count >= 280


def test_what_was_granted_and_not_used_is_given_back() -> None:
    pacer = Pacer()
    assert pacer.grant(1000, 32) == 1
    pacer.give_back(1)
    assert pacer.grant(1000, 32) == 1
    assert pacer.grant(1000, 32) == 0


def test_an_answer_beside_the_outbox_counts() -> None:
    pacer = Pacer()
    pacer.replied(7, 1000)
    pacer.replied(7, 1000)
    pacer.replied(7, 1000)
    assert pacer.wait(1000) > 0
    assert pacer.sent(7, 1000) == timedelta(seconds=2)


def test_without_a_limit_everything_may_leave_at_once() -> None:
    pacer = Pacer(math.inf)
    assert pacer.grant(1000, 32) == 32
    assert pacer.wait(1000) == 0
    pacer.wait_until(1060)
    assert pacer.grant(1000, 32) == 0
    assert pacer.wait(1000) == 60


def test_one_chat_told_to_wait_holds_nobody_else() -> None:
    pacer = Pacer()
    for _ in range(10):
        pacer.flooded(7, 1060)
    assert pacer.wait(1000) == 0


def test_many_chats_told_to_wait_hold_everybody() -> None:
    pacer = Pacer()
    for chat_id in range(FLOODED_CHATS):
        pacer.flooded(chat_id, 1060)
    assert pacer.wait(1000) == 60
    assert pacer.grant(1000, 32) == 0


def test_a_message_taken_in_between_shows_that_it_is_the_chats() -> None:
    pacer = Pacer()
    for chat_id in range(FLOODED_CHATS * 2):
        pacer.flooded(chat_id, 1060)
        pacer.took()
    assert pacer.wait(1000) == 0
