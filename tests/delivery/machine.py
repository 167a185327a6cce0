"""A bot whose process may die, in time that stands until it is moved, before a Telegram that answers as it is told."""

from __future__ import annotations

import asyncio
import math
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from bot.briefing.schedule import next_due
from bot.briefing.subscribing.returning import fall_due_again
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome, Sent
from bot.delivery.pacer import Pacer
from bot.jobs.composing import Pause, compose_due
from bot.render.messages import Messages
from storage.chats.outbox import count_outbox, next_not_before
from storage.chats.subscribers import find_subscriber
from storage.chats.subscriptions import save_subscription
from storage.database import Database, open_database
from storage.models.chats import Cadence, Delivery, Schedule, Subscriber

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
GROUP = -9
MOVED_TO = -1009
"""Where the group goes when it becomes a supergroup."""
_TURNS = 40
"""Of the event loop: enough for the drain to come to rest."""
_MOST_WAITS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """A send under way: what the test answers, it has answered."""

    delivery: Delivery
    answer: asyncio.Future[Outcome]


def subscribe(db: Database, reader: Subscriber, countries: Iterable[str], at: time, now: datetime) -> int:
    """The one place that knows how a subscription is saved."""
    schedule = Schedule(cadence=Cadence.DAILY, times=(at,))
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=[(country,) for country in countries],
        schedule=schedule,
        timezone="UTC",
        next_due_at=next_due(schedule, UTC, now),
        now=now,
    )


class Machine(RuleBasedStateMachine):
    """What the rules play with. `wrongs`: sends that should not have begun; whoever sends must not die of them, so they
    are looked at later."""

    messages: Messages
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.path = self.template.with_name("model.sqlite")
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        shutil.copy(self.template, self.path)
        self.db = self._open()
        self.runner = asyncio.Runner()
        self.seconds, self.off = 1000.0, timedelta()
        self.flights: list[Flight] = []
        self.sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self.arrived: dict[str, list[bool]] = defaultdict(list)
        self.arrivals: list[tuple[int, str, int]] = []
        self.told_until: dict[int, float] = {}
        self.dropped: set[str] = set()
        self.has_moved = False
        self.wrongs: list[str] = []
        self.drain = self._new_drain()

    def _open(self) -> Database:
        db = open_database(self.path)
        db.execute("PRAGMA synchronous = OFF")  # a process dies here, never the machine
        return db

    # Time, and the scheduler

    def now(self) -> datetime:
        """What the bot's clock shows."""
        return START + timedelta(seconds=self.seconds - 1000) + self.off

    async def _sleep(self, seconds: float) -> None:
        alarm = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.seconds + seconds, alarm))
        await alarm

    def _spin(self) -> None:
        async def spin() -> None:
            for _ in range(_TURNS):
                await asyncio.sleep(0)

        self.runner.run(spin())

    def _wake(self) -> None:
        async def wake() -> None:
            self.drain.wake()

        self.runner.run(wake())
        self._spin()

    def _pass(self, seconds: float) -> None:
        self.seconds += seconds
        due = [alarm for at, alarm in self.sleepers if at <= self.seconds]
        self.sleepers = [(at, alarm) for at, alarm in self.sleepers if at > self.seconds]
        for alarm in due:
            if not alarm.done():
                alarm.set_result(None)
        self._spin()

    def _tick(self, pause: Pause = lambda: None) -> int:
        fall_due_again(self.db, self.now())
        return compose_due(self.db, self.now(), self.messages, pause)

    # Telegram

    async def _send(self, delivery: Delivery) -> Outcome:
        reader = find_subscriber(self.db, delivery.chat_id)
        if reader is not None and reader.paused_reason is not None:
            self.wrongs.append(f"{delivery.dedupe_key} to a paused chat")
        if self.seconds < self.told_until.get(delivery.chat_id, 0):
            self.wrongs.append(f"{delivery.dedupe_key} into a retry_after")
        if delivery.chat_id in {flight.delivery.chat_id for flight in self.flights}:
            self.wrongs.append(f"{delivery.dedupe_key} beside another to the same chat")
        if delivery.dedupe_key in self.dropped:
            self.wrongs.append(f"{delivery.dedupe_key} though it was dropped")
        if delivery.chat_id == GROUP and self.has_moved:
            self.wrongs.append(f"{delivery.dedupe_key} to where the group no longer is")
        flight = Flight(delivery=delivery, answer=asyncio.get_running_loop().create_future())
        self.flights.append(flight)
        return await flight.answer

    def _new_drain(self) -> Drain:
        pacer = Pacer(math.inf)  # each chat's pace holds all the same
        return Drain(self.db, self._send, now=self.now, pacer=pacer, seconds=lambda: self.seconds, sleep=self._sleep)

    def _pick(self, which: int) -> Flight:
        return self.flights[which % len(self.flights)]

    def _arrive(self, delivery: Delivery) -> None:
        self.arrived[delivery.dedupe_key].append(delivery.is_repeat)
        self.arrivals.append((delivery.chat_id, delivery.dedupe_key.rpartition(":")[0], delivery.part))

    def _answer(self, flight: Flight, outcome: Outcome) -> None:
        self.flights.remove(flight)
        flight.answer.set_result(outcome)
        self._spin()

    # The end

    def _send_all(self) -> None:
        """Telegram takes everything, however far off it is due."""
        for _ in range(_MOST_WAITS):
            self._wake()
            while self.flights:
                self._arrive(self.flights[0].delivery)
                self._answer(self.flights[0], Sent(message_id=len(self.arrivals)))
            due_at = next_not_before(self.db)
            if due_at is None:
                return
            self._pass(max(1.0, min(3600.0, (due_at - self.now()).total_seconds())))
        raise AssertionError(f"it does not end: {count_outbox(self.db)}")

    def _tell_all(self, days: int) -> None:
        """The clock shows the time, and the scheduler ticks once a day."""
        self.off = timedelta()
        for _ in range(days):
            self._pass(DAY.total_seconds())
            self._tick()
            self._send_all()

    def _abandon(self) -> None:
        """The process is gone, with whatever it was about to do."""

        async def abandon() -> None:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        self.runner.run(abandon())
        self.flights.clear()
        self.sleepers.clear()
