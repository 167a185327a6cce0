"""How many messages a second the outbox claims, hands over and marks, durably, when answered at once: `outbox`

The drain as it is, on a database as it is (every commit is on the disk when it returns), without Telegram and without
the pace. Afterwards each message stands there as sent, with its own id and its one attempt.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.clock import now
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome, Sent
from bot.delivery.pacer import Pacer
from storage.chats.outbox import count_outbox
from storage.database import open_database
from storage.models.chats import Delivery, DeliveryState
from tests.bench.chats import fill_outbox, make_database
from tests.bench.timing import show_table

_RATE_WANTED = 3000
_FIRST_CHAT = 10_000_000


def bench(arguments: Sequence[str]) -> None:
    """So many rounds, each with an outbox of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench outbox", description=__doc__)
    parser.add_argument("--messages", type=int, default=30_000, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=3, metavar="COUNT")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as folder:
        rates = [_measure(Path(folder) / "outbox.sqlite", given.messages) for _ in range(given.rounds)]
    show_table(
        [f"{given.messages:,} messages, {given.rounds} rounds", "messages/s", "wanted"],
        [
            ("durably, the middle round", f"{statistics.median(rates):,.0f}", f"{_RATE_WANTED:,}"),
            ("the slowest round", f"{min(rates):,.0f}", f"{_RATE_WANTED:,}"),
        ],
    )


def _measure(path: Path, count: int) -> float:
    with closing(make_database(path)) as db:
        fill_outbox(db, range(_FIRST_CHAT, _FIRST_CHAT + count), now())
    seconds = asyncio.run(_drain(path))
    with closing(open_database(path)) as db:
        assert count_outbox(db) == {DeliveryState.SENT: count}
        attempts, messages = db.execute(
            "SELECT (SELECT count(*) FROM attempts), count(DISTINCT message_id) FROM outbox"
        ).fetchone()
        assert (attempts, messages) == (count, count)
    return count / seconds


async def _drain(path: Path) -> float:
    sent = 0

    async def send(_: Delivery) -> Outcome:
        nonlocal sent
        sent += 1
        return Sent(message_id=sent)

    with closing(open_database(path)) as db:
        drain = Drain(db, send, now=now, pacer=Pacer(math.inf))
        started = time.perf_counter()
        await drain.drain()
        seconds = time.perf_counter() - started
        await drain.stop()
    return seconds
