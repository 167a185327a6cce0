"""`kill -9` of the real process in the middle of a fan-out: nothing lost, only what was under way repeated, marked."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from bot.clock import now
from bot.delivery.window import MOST_SENDS
from bot.sandbox import Sandbox
from storage.database import open_database
from tests.delivery.victim import Victim, follow, take_account


def prepare(database: Path, sandbox: Sandbox, people: int) -> None:
    """A digest is due for everybody."""
    chat_ids = [sandbox.world.add_person(f"Reader {n}", is_started=True).id for n in range(people)]
    with closing(open_database(database)) as db:
        follow(db, chat_ids, now())


async def test_a_process_killed_while_it_sends_loses_nothing_and_repeats_only_what_was_under_way(
    real_time: Sandbox, database: Path
) -> None:
    people = 120
    prepare(database, real_time, people)
    victim = Victim(real_time, database, is_paid=True, latency_seconds=0.03)
    dice, in_flight = random.Random(4), 0
    for reached in sorted(dice.sample(range(10, 2 * people - 60), 2)):
        await victim.start()
        await victim.reach(reached)
        in_flight += (killed_in := await victim.kill())
        assert killed_in <= MOST_SENDS
    await victim.start()
    await victim.settle(people)
    await victim.end()
    with closing(open_database(database)) as db:
        account = take_account(db, real_time)
    assert (account.lost, account.unmarked_repeats, account.out_of_order) == (0, 0, 0)
    assert 0 < account.repeats <= in_flight


async def test_of_two_processes_on_one_database_one_sends_and_the_other_takes_over_when_it_dies(
    real_time: Sandbox, database: Path
) -> None:
    people = 300
    prepare(database, real_time, people)
    first = Victim(real_time, database, is_paid=False, latency_seconds=0.4)
    second = Victim(real_time, database, is_paid=True, latency_seconds=0)
    world = real_time.world
    await first.start()
    await first.reach(10)
    menus = len(world.calls_of("setMyCommands"))
    await second.start()
    await world.wait_for(lambda: len(world.calls_of("setMyCommands")) > menus, 30)
    await first.reach(first.sent_count() + 30)
    with closing(open_database(database, read_only=True)) as db:
        assert {each for (each,) in db.execute("SELECT outcome FROM attempts").fetchall()} == {"sent"}
    in_flight = await first.kill()
    assert first.sent_count() < 2 * people
    await second.settle(people)
    await second.end()
    with closing(open_database(database)) as db:
        account = take_account(db, real_time)
    assert (account.lost, account.unmarked_repeats, account.out_of_order) == (0, 0, 0)
    assert account.repeats <= in_flight
