"""One request at a time to a host, and pauses between them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.limits import Limits
from bot.ingest.fetching.outcomes import Fetched, FetchRequest, Kind
from bot.ingest.fetching.politeness.turns import LONGEST_PAUSE, Turns
from tests.ingest.fetching.web import FastTime, Seen, Web, answer


@pytest.fixture
def turns(time: FastTime) -> Turns:
    return Turns(1.0, time.now, time.sleep)


async def take(turns: Turns, host: str = "a.example") -> timedelta | None:
    async with turns.turn(host) as rest:
        return rest


async def test_the_first_does_not_wait_and_the_next_waits_what_is_left_of_a_second(
    turns: Turns, time: FastTime
) -> None:
    await take(turns)
    assert time.slept == []
    time.at += timedelta(seconds=0.25)
    await take(turns)
    assert time.slept == [0.75]
    time.at += timedelta(seconds=5)
    await take(turns)
    assert time.slept == [0.75]


async def test_hosts_do_not_wait_for_each_other(turns: Turns, time: FastTime) -> None:
    async with turns.turn("a.example"):
        await asyncio.wait_for(take(turns, "b.example"), 1)
    assert time.slept == []


async def test_a_clock_set_back_costs_no_more_than_a_pause(turns: Turns, time: FastTime) -> None:
    await take(turns)
    time.at -= timedelta(hours=3)
    await take(turns)
    assert time.slept == [1.0]
    turns.rest("a.example", timedelta(minutes=1))
    time.at -= timedelta(hours=3)
    assert await take(turns) == timedelta(minutes=1)


async def test_a_turn_that_fails_is_given_on_after_the_pause(turns: Turns, time: FastTime) -> None:
    with pytest.raises(ZeroDivisionError):
        async with turns.turn("a.example"):
            raise ZeroDivisionError
    await take(turns)
    assert time.slept == [1.0]


async def test_longer_pauses_are_granted_within_reason_and_shorter_ones_not_taken(turns: Turns, time: FastTime) -> None:
    await take(turns)
    for asked, given in ((5.0, 5.0), (0.0, 1.0), (86400.0, LONGEST_PAUSE), (float("nan"), 1.0), (-7.0, 1.0)):
        turns.slow_down("a.example", asked)
        await take(turns)
        await take(turns)
        assert time.slept[-1] == given


async def test_thousands_of_hosts_are_not_remembered(turns: Turns, time: FastTime) -> None:
    turns.rest("resting.example", timedelta(hours=1))
    for number in range(2500):
        await take(turns, f"{number}.example")
        time.at += timedelta(seconds=1)
    assert len(turns._hosts) <= 2001
    assert await take(turns, "resting.example"), "a rest is kept as long as it lasts"


async def test_a_host_in_hand_is_not_forgotten_for_others(turns: Turns, time: FastTime) -> None:
    async with turns.turn("a.example"):
        time.at += timedelta(hours=1)
        for number in range(2001):
            await take(turns, f"{number}.example")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(take(turns), 0.01)


async def test_a_host_never_sees_two_requests_at_once_and_hosts_are_asked_side_by_side(web: Web) -> None:
    async def takes_a_moment(seen: Seen, writer: asyncio.StreamWriter) -> None:
        in_hand.append(sum(web.at_once.values()))
        await asyncio.sleep(0.02)
        writer.write(answer(b"x"))

    in_hand: list[int] = []
    web.pages["/a"] = takes_a_moment
    limits = Limits(at_once=3, pause_seconds=0)
    async with Fetcher(limits=limits, allow_loopback=True, lookup=web.lookup) as fetcher:
        wanted = [FetchRequest(url=web.url("/a", f"{n % 5}.example"), kind=Kind.FEED) for n in range(20)]
        outcomes = await asyncio.gather(*map(fetcher.fetch, wanted))
    assert all(isinstance(outcome, Fetched) for outcome in outcomes)
    assert web.most_at_once == 1
    assert max(in_hand) == 3


async def test_waiting_for_a_turn_is_not_held_against_the_host(web: Web) -> None:
    async def takes_a_moment(seen: Seen, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.write(answer(b"x"))

    web.pages["/a"] = takes_a_moment
    limits = Limits(seconds=0.5, pause_seconds=0)
    async with Fetcher(limits=limits, allow_loopback=True, lookup=web.lookup) as fetcher:
        wanted = [FetchRequest(url=web.url("/a"), kind=Kind.FEED)] * 5
        outcomes = await asyncio.gather(*map(fetcher.fetch, wanted))
    assert all(isinstance(outcome, Fetched) for outcome in outcomes)


async def test_leaving_is_prompt_for_whoever_waits(web: Web, fetcher: Fetcher) -> None:
    async def says_nothing(seen: Seen, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    web.pages["/a"] = says_nothing
    web.pages["/b"] = answer(b"x")
    waiting = [asyncio.create_task(fetcher.fetch(FetchRequest(url=web.url("/a"), kind=Kind.FEED))) for _ in range(3)]
    await asyncio.sleep(0.05)
    for task in waiting:
        task.cancel()
    assert all(isinstance(e, asyncio.CancelledError) for e in await asyncio.gather(*waiting, return_exceptions=True))
    assert isinstance(await fetcher.fetch(FetchRequest(url=web.url("/b"), kind=Kind.FEED)), Fetched)
