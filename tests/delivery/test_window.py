"""How many sends are under way: enough for the pace, too few to stand in a queue."""

from __future__ import annotations

import heapq
import math

import pytest

from bot.delivery.pacer import FREE_SENDS_A_SECOND, PAID_SENDS_A_SECOND
from bot.delivery.window import FEWEST_SENDS, HUNG_SECONDS, MOST_SENDS, UNPACED_SENDS, Window


def play(
    window: Window, *, pace: float, latency: float, seconds: float, machine: float = math.inf
) -> tuple[float, int]:
    """Send for so long, each answered after `latency`, on a machine that manages `machine` a second: the rate of the
    second half, and the most that were under way in it."""
    at, free_at, count, most = 0.0, 0.0, 0, 0
    under_way: list[tuple[float, int]] = []
    last_id = 0
    while at < seconds:
        while under_way and under_way[0][0] <= at:
            _, id_ = heapq.heappop(under_way)
            window.answered(window.end(id_, at), at)
            count += at > seconds / 2
        for _ in range(min(window.room(at), math.floor(pace * at) - last_id)):
            last_id += 1
            window.begin(last_id, at)
            free_at = max(free_at, at) + 1 / machine
            heapq.heappush(under_way, (max(free_at, at) + latency, last_id))
        if at > seconds / 2:
            most = max(most, len(under_way))
        at += 0.004
    return count / (seconds / 2), most


@pytest.mark.parametrize("latency", [0.05, 0.1, 0.15])
def test_the_paid_pace_is_reached_at_telegrams_distance(latency: float) -> None:
    rate, most = play(Window(PAID_SENDS_A_SECOND), pace=PAID_SENDS_A_SECOND, latency=latency, seconds=12)
    assert rate > 0.95 * PAID_SENDS_A_SECOND
    assert most <= MOST_SENDS


def test_the_free_pace_needs_few() -> None:
    rate, most = play(Window(FREE_SENDS_A_SECOND), pace=FREE_SENDS_A_SECOND, latency=0.3, seconds=12)
    assert rate > 0.95 * FREE_SENDS_A_SECOND
    assert most <= FEWEST_SENDS


def test_a_machine_that_cannot_keep_the_pace_makes_no_queue_of_it() -> None:
    rate, most = play(Window(PAID_SENDS_A_SECOND), pace=PAID_SENDS_A_SECOND, latency=0.05, seconds=20, machine=300)
    assert rate > 290
    assert most < 60


def test_sends_that_hang_hinder_the_others_only_when_there_are_very_many() -> None:
    window = Window(FREE_SENDS_A_SECOND)
    for id_ in range(FEWEST_SENDS):
        window.begin(id_, 0.0)
    assert window.room(1.0) == 0
    assert window.room(HUNG_SECONDS) == FEWEST_SENDS
    for id_ in range(FEWEST_SENDS, MOST_SENDS):
        window.begin(id_, 0.0)
    assert window.room(HUNG_SECONDS) == 0
    window.end(3, HUNG_SECONDS)
    assert window.room(HUNG_SECONDS) == 1


def test_without_a_pace_it_is_always_the_same() -> None:
    assert Window(math.inf).room(0.0) == UNPACED_SENDS
