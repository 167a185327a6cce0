"""`kill -9` of the real process in the middle of a fan-out: nothing lost, only what was under way repeated, marked."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import MovableClock, now
from bot.delivery.outbox import SENDS_AT_ONCE
from bot.sandbox import Sandbox
from storage.database import open_database
from tests.delivery.victim import Victim, follow, take_account

PEOPLE = 90


@pytest.fixture
async def real_time() -> AsyncIterator[Sandbox]:
    telegram = Sandbox(clock=MovableClock(), limits=False)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def database(tmp_path: Path, real_time: Sandbox) -> Path:
    """A digest is due for everybody."""
    path = tmp_path / "readout.sqlite"
    chat_ids = [real_time.world.add_person(f"Reader {n}", is_started=True).id for n in range(PEOPLE)]
    with closing(open_database(path)) as db:
        follow(db, chat_ids, now())
    return path


async def test_a_process_killed_while_it_sends_loses_nothing_and_repeats_only_what_was_under_way(
    real_time: Sandbox, database: Path
) -> None:
    victim, dice, in_flight = Victim(real_time, database), random.Random(4), 0
    for reached in sorted(dice.sample(range(10, 2 * PEOPLE - 40), 2)):
        await victim.start()
        await victim.reach(reached)
        in_flight += (killed_in := await victim.kill())
        assert killed_in <= SENDS_AT_ONCE
    await victim.start()
    await victim.settle(PEOPLE)
    await victim.end()
    with closing(open_database(database)) as db:
        account = take_account(db, real_time)
    assert (account.lost, account.unmarked_repeats, account.out_of_order) == (0, 0, 0)
    assert 0 < account.repeats <= in_flight


async def test_of_two_processes_on_one_database_one_sends_and_the_other_takes_over_when_it_dies(
    real_time: Sandbox, database: Path
) -> None:
    first, second = (Victim(real_time, database, is_paid=False) for _ in range(2))
    world = real_time.world
    await first.start()
    await first.reach(10)
    menus = len(world.calls_of("setMyCommands"))
    await second.start()
    await world.wait_for(lambda: len(world.calls_of("setMyCommands")) > menus, 30)
    await first.reach(first.sent_count() + 20)
    in_flight = await first.kill()
    assert first.sent_count() < 2 * PEOPLE
    await second.settle(PEOPLE)
    await second.end()
    with closing(open_database(database)) as db:
        account = take_account(db, real_time)
    assert (account.lost, account.unmarked_repeats, account.out_of_order) == (0, 0, 0)
    assert account.repeats <= in_flight
