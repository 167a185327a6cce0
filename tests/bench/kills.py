"""`kill -9` of `readout run` at random moments of a fan-out, until it is done: `kills --kills 20`

Telegram is played on loopback and answers after a while, so that sends are under way whenever the process dies. What is
lost or out of order must be 0, repeats no more than what was under way at the kills, each marked.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.clock import MovableClock, now
from bot.sandbox import Sandbox
from storage.database import open_database
from tests.bench.timing import show_table
from tests.delivery.victim import Account, Victim, follow, take_account

_PEOPLE_A_KILL = 30
_MOST_BETWEEN_KILLS = 50
"""Messages: about two a person, so that the last kill still finds some left."""
_LATENCY_SECONDS = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """When Telegram had taken so many messages, and so many were under way."""

    taken: int
    in_flight: int


def bench(arguments: Sequence[str]) -> None:
    """Kill, start again, take account."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=20, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=4, help="of the moments")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        kills, account = asyncio.run(_play(Path(folder) / "readout.sqlite", chosen.kills, random.Random(chosen.seed)))
    rows = [(str(at), str(kill.taken), str(kill.in_flight)) for at, kill in enumerate(kills, start=1)]
    show_table(("kill", "taken before", "under way"), rows)
    in_flight = sum(kill.in_flight for kill in kills)
    print(
        f"\n{account.lost} lost, {account.repeats} repeated ({account.unmarked_repeats} unmarked)"
        f" of {in_flight} under way at {len(kills)} kills, {account.out_of_order} chats out of order"
    )


async def _play(database: Path, count: int, dice: random.Random) -> tuple[list[Kill], Account]:
    telegram = Sandbox(clock=MovableClock(), limits=False)
    await telegram.start()
    try:
        people = max(1, count) * _PEOPLE_A_KILL
        chat_ids = [telegram.world.add_person(f"Reader {n}", is_started=True).id for n in range(people)]
        with closing(open_database(database)) as db:
            follow(db, chat_ids, now())
        victim = Victim(telegram, database, is_paid=True, latency_seconds=_LATENCY_SECONDS)
        kills = [await _kill(victim, dice) for _ in range(count)]
        await victim.start()
        await victim.settle(people)
        await victim.end()
        with closing(open_database(database)) as db:
            return kills, take_account(db, telegram)
    finally:
        await telegram.stop()


async def _kill(victim: Victim, dice: random.Random) -> Kill:
    await victim.start()
    await victim.reach(victim.sent_count() + dice.randint(1, _MOST_BETWEEN_KILLS))
    await asyncio.sleep(dice.uniform(0, 2 * _LATENCY_SECONDS))
    taken = victim.sent_count()
    return Kill(taken=taken, in_flight=await victim.kill())
