"""`readout run` as a process of its own, killed in the middle of its work, and the account of who got what."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.delivery.sender import plain_text
from bot.sandbox import BOT, Sandbox
from bot.sandbox.world import faults
from storage.chats.outbox import count_outbox, list_group
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import advance, save_subscription
from storage.database import Database, open_database
from storage.models.chats import Cadence, ChatKind, DeliveryState, Schedule
from tests.factories import make_country, make_reading, store_reading

ROOT = Path(__file__).parents[2]
COUNTRIES = {"CU": 1, "AZ": 15, "KZ": 30}
"""So many stories of each: digests of one, two and three parts."""
_UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING)
_PATIENCE_SECONDS = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What arrived, against what was to arrive."""

    lost: int
    repeats: int
    unmarked_repeats: int
    out_of_order: int


class Victim:
    """One database, and the process that serves it for as long as it lives.

    Telegram takes `latency_seconds` to answer, so that sends are under way whenever the process dies. `resent` is what
    it is set to send again after doubt.
    """

    def __init__(
        self, sandbox: Sandbox, database: Path, *, is_paid: bool, latency_seconds: float, resent: str = "digests"
    ) -> None:
        self._sandbox, self._database, self._is_paid, self._resent = sandbox, database, is_paid, resent
        self._running: asyncio.subprocess.Process | None = None
        self._latency = faults.Hang(seconds=latency_seconds)

    async def start(self) -> None:
        """`readout run`, at Telegram's paid or free pace; Telegram is as slow from now on as this one wants it."""
        self._sandbox.world.faults.clear()
        self._sandbox.world.faults.script("sendMessage", self._latency, times=1_000_000)
        settings = {
            "READOUT_TOKEN": self._sandbox.token,
            "READOUT_API_URL": self._sandbox.api_url,
            "READOUT_DATABASE": str(self._database),
            "READOUT_PAID_BROADCAST": str(self._is_paid),
            "READOUT_RESEND_IN_DOUBT": self._resent,
            "READOUT_LOG_LEVEL": "error",
            "READOUT_FETCH": "off",
        }
        self._running = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=asyncio.subprocess.DEVNULL,
        )

    async def kill(self) -> int:
        """`kill -9`; how many sends were under way."""
        assert self._running is not None
        with suppress(ProcessLookupError):
            self._running.kill()
        await self._running.wait()
        with closing(open_database(self._database)) as db:
            return count_outbox(db).get(DeliveryState.SENDING, 0)

    async def terminate(self, patience_seconds: float) -> int | None:
        """SIGTERM, as services and containers are ended; how the process ended, and it had to by then."""
        assert self._running is not None
        self._running.terminate()
        async with asyncio.timeout(patience_seconds):
            return await self._running.wait()

    async def end(self) -> None:
        """Ctrl-C."""
        if self._running is not None and self._running.returncode is None:
            self._running.send_signal(signal.SIGINT)
            await self._running.wait()

    def sent_count(self) -> int:
        """How many messages Telegram took so far."""
        return sum(call.status == 200 for call in self._sandbox.world.calls_of("sendMessage"))

    async def reach(self, count: int) -> None:
        """Wait until Telegram took so many."""
        await self._sandbox.world.wait_for(lambda: self.sent_count() >= count, _PATIENCE_SECONDS)

    async def begin(self, count: int) -> None:
        """Wait until so many sends have begun, whatever becomes of them."""
        await self._sandbox.world.wait_for(
            lambda: len(self._sandbox.world.calls_of("sendMessage")) >= count, _PATIENCE_SECONDS
        )

    async def settle(self, subscription_count: int) -> None:
        """Wait until every digest is composed and nothing waits any more."""
        deadline = asyncio.get_running_loop().time() + _PATIENCE_SECONDS
        while not self._is_settled(subscription_count):
            assert asyncio.get_running_loop().time() < deadline, "it does not end"
            await asyncio.sleep(0.2)

    def _is_settled(self, subscription_count: int) -> bool:
        with closing(open_database(self._database, read_only=True)) as db:
            counts = count_outbox(db)
            composed = db.execute("SELECT count(*) FROM digests").fetchone()[0]
            return composed == subscription_count and not any(counts.get(state) for state in _UNSETTLED)


def follow(db: Database, chat_ids: Sequence[int], now: datetime) -> None:
    """Stories, and a subscription for each chat whose digest of them fell due a moment ago."""
    since = now - timedelta(days=1)
    for country, count in COUNTRIES.items():
        for n in range(count):
            reading = make_reading(f"Talks {n} in {country}.", countries=[make_country(country)])
            store_reading(db, reading, now=since + timedelta(hours=1))
    for chat_id in chat_ids:
        _subscribe(db, chat_id, [*COUNTRIES][chat_id % len(COUNTRIES)], since, now)


def _subscribe(db: Database, chat_id: int, country: str, since: datetime, now: datetime) -> None:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=since)
    slot = now.astimezone(UTC).replace(second=0, microsecond=0)
    id_ = save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=((country,),),
        schedule=Schedule(cadence=Cadence.DAILY, times=(time(slot.hour, slot.minute),)),
        timezone="UTC",
        next_due_at=slot,
        now=since,
    )
    advance(db, id_, slot=since, next_due_at=slot)


def take_account(db: Database, sandbox: Sandbox) -> Account:
    """Compare the outbox with what the chats show."""
    totals: Counter[str] = Counter()
    groups = db.execute("SELECT DISTINCT group_key FROM outbox").fetchall()
    for (group_key,) in groups:
        deliveries = list_group(db, group_key)
        wanted = [plain_text(delivery.message.text) for delivery in deliveries]
        shown = [m.text for m in sandbox.world.messages(deliveries[0].chat_id) if m.sender.id == BOT.id]
        parts = [next(n for n, text in enumerate(wanted) if message.endswith(text)) for message in shown]
        plain = [message in wanted for message in shown]
        totals["lost"] += len(set(range(len(wanted))) - set(parts))
        totals["repeats"] += len(parts) - len(set(parts))
        totals["unmarked"] += sum(plain[at] and part in parts[:at] for at, part in enumerate(parts))
        totals["out of order"] += parts != sorted(parts)
    return Account(
        lost=totals["lost"],
        repeats=totals["repeats"],
        unmarked_repeats=totals["unmarked"],
        out_of_order=totals["out of order"],
    )
