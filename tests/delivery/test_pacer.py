"""How fast the bot may write."""

from __future__ import annotations

import math
from datetime import timedelta
from itertools import count as count_from
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacer import (
    CHAT_BURST,
    FLOODED_CHATS,
    LONGEST_HOLD_SECONDS,
    PAID_SENDS_A_SECOND,
    SECOND,
    UNANSWERED_CHATS,
    Pacer,
)


def rest_after(pacer: Pacer, chat_id: int, at: float) -> float:
    """How long the chat rests once one more message went to it."""
    pacer.sent(chat_id, at)
    return pacer.rest(chat_id, at).total_seconds()


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    pacer = Pacer()
    assert pacer.rest(7, 1000) == timedelta()
    rests = [rest_after(pacer, 7, 1000) for _ in range(CHAT_BURST + 1)]
    assert rests == [*(0,) * (CHAT_BURST - 1), 1, 2]
    assert pacer.rest(7, 1001.5) == timedelta(seconds=0.5)
    assert rest_after(pacer, 7, 1060) == 0


def test_a_group_rests_three_seconds_after_each_which_is_twenty_a_minute() -> None:
    pacer = Pacer()
    assert rest_after(pacer, -7, 1000) == 3
    assert rest_after(pacer, -7, 1003) == 3


@pytest.mark.parametrize(("pace", "limit"), [(Pacer, 30), (lambda: Pacer(PAID_SENDS_A_SECOND), 1000)])
def test_no_second_ever_holds_more_than_telegram_allows(pace: type[Pacer], limit: int) -> None:
    @given(st.lists(st.floats(0, 0.2), min_size=40, max_size=120))
    @settings(deadline=None, derandomize=True, max_examples=50)
    def holds(pauses: list[float]) -> None:
        pacer, at, sent = pace(), 1000.0, list[float]()
        for pause in pauses:
            at += pause
            count = pacer.grant(at, 64)
            at += pause / 7  # a claim on its way to the disk
            sent += [at] * count
            for _ in range(count):
                pacer.left(at)
        assert all(later - start >= 1 for start, later in zip(sent, sent[limit:], strict=False))

    holds()


def test_the_pace_is_not_far_below_what_telegram_allows() -> None:
    pacer, at, count = Pacer(), 1000.0, 0
    for turn in count_from(0):
        granted = pacer.grant(at, 32)
        for _ in range(granted):
            pacer.left(at)
        count += granted
        at += pacer.wait(at) + (0.09 if turn % 10 == 0 else 0.003)
        if at >= 1010:
            break
    assert count >= 281


def test_a_pace_below_one_a_second_is_kept_too() -> None:
    pacer, at = Pacer(0.5), 1000.0
    left: list[float] = []
    while len(left) < 4:
        if pacer.grant(at, 32):
            pacer.left(at)
            left.append(at)
        at += max(pacer.wait(at), 0.001)
    assert [round(later - earlier) for earlier, later in pairwise(left)] == [2, 2, 2]


def test_what_was_granted_and_not_used_is_given_back() -> None:
    pacer = Pacer()
    made_up_for = pacer.grant(1000, 32)
    pacer.give_back(1)
    assert pacer.grant(1000, 32) == 1 < made_up_for
    assert pacer.grant(1000, 32) == 0


def test_a_late_turn_is_made_up_for_only_where_the_last_second_leaves_room() -> None:
    pacer = Pacer()
    for _ in range(29):
        pacer.left(1000)
    assert pacer.grant(1001, 32) == 0
    assert pacer.wait(1001) == pytest.approx(SECOND - 1)
    assert pacer.grant(1000 + SECOND, 32) > 1


def test_an_answer_beside_the_outbox_counts() -> None:
    pacer = Pacer()
    most = Pacer().grant(1000, 32)
    pacer.replied(7, 1000)
    pacer.replied(7, 1000)
    pacer.replied(7, 1000)
    assert pacer.grant(1000, 32) == most - 3
    assert rest_after(pacer, 7, 1000) == 2


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


@pytest.mark.parametrize("chat_id", [7, -7])
def test_a_chat_told_to_wait_rests_until_then_and_has_no_burst_left(chat_id: int) -> None:
    pacer = Pacer()
    pacer.flooded(chat_id, 1060)
    assert pacer.rest(chat_id, 1000) == timedelta(seconds=60)
    assert pacer.rest(chat_id, 1060) == timedelta()
    assert rest_after(pacer, chat_id, 1060) >= 1


def lose(pacer: Pacer, at: float) -> float:
    """Many lose their answers; how long all are held."""
    for chat_id in range(2 * UNANSWERED_CHATS - 1):
        pacer.unanswered(chat_id, at)
    return pacer.wait(at)


def test_a_telegram_that_answers_nobody_is_tried_ever_more_rarely_until_it_answers() -> None:
    pacer, at = Pacer(), 1000.0
    assert [lose(pacer, at := at + 1000) for _ in range(4)] == [2, 4, 8, 16]
    assert max(lose(pacer, at := at + 1000) for _ in range(30)) == LONGEST_HOLD_SECONDS
    pacer.took()
    assert lose(pacer, at + 1000) == 2


def test_one_chat_without_an_answer_holds_nobody_else() -> None:
    pacer = Pacer()
    for _ in range(10):
        pacer.unanswered(7, 1000)
    assert pacer.wait(1000) == 0
