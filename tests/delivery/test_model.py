"""Subscribers, scheduler and outbox against a simple oracle: whatever is interleaved, the promises hold."""

from __future__ import annotations

import asyncio
import json
import math
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.briefing.schedule import next_due
from bot.briefing.subscribing.returning import fall_due_again, resume
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent
from bot.delivery.pacer import Pacer
from bot.jobs.composing import compose_due
from bot.render.messages import Messages
from storage.chats.outbox import count_outbox, digest_key, enqueue, list_group, next_not_before, save_bodies
from storage.chats.subscribers import find_subscriber, record_subscriber
from storage.chats.subscriptions import end_subscription, save_subscription
from storage.database import Database, open_database
from storage.errors import StorageError
from storage.models.chats import (
    Cadence,
    ChatKind,
    Delivery,
    DeliveryState,
    OutgoingMessage,
    Schedule,
    Subscriber,
)
from storage.times import read_instant
from tests.factories import make_country, make_reading, store_reading

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
COUNTRIES = ("KZ", "AZ")
CHATS = (7, 8, -9)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story the oracle knows, and who subscribed before it came."""

    country: str
    followers: frozenset[int]


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


class Bot(RuleBasedStateMachine):
    """One database, a process that may die, a Telegram that answers when and what the test says."""

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
        self.refused: set[int] = set()
        self.rejected: set[str] = set()
        self.told_until: dict[int, float] = {}
        self.stories: dict[int, Told] = {}
        self.wrongs: list[str] = []
        self.put_count = 0
        self.ticked_at: datetime | None = None
        self.drain = self._new_drain()

    def _open(self) -> Database:
        db = open_database(self.path)
        db.execute("PRAGMA synchronous = OFF")  # a process dies here, never the machine
        return db

    # Telegram, and time

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds - 1000) + self.off

    async def _sleep(self, seconds: float) -> None:
        alarm = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.seconds + seconds, alarm))
        await alarm

    async def _send(self, delivery: Delivery) -> Outcome:
        # Whoever sends must not die of an assertion: it is looked at later.
        reader = find_subscriber(self.db, delivery.chat_id)
        if reader is not None and reader.paused_reason is not None:
            self.wrongs.append(f"{delivery.dedupe_key} to a paused chat")
        if self.seconds < self.told_until.get(delivery.chat_id, 0):
            self.wrongs.append(f"{delivery.dedupe_key} into a retry_after")
        if delivery.chat_id in {flight.delivery.chat_id for flight in self.flights}:
            self.wrongs.append(f"{delivery.dedupe_key} beside another to the same chat")
        flight = Flight(delivery=delivery, answer=asyncio.get_running_loop().create_future())
        self.flights.append(flight)
        return await flight.answer

    def _new_drain(self) -> Drain:
        pacer = Pacer(math.inf)  # each chat's pace holds all the same
        return Drain(self.db, self._send, now=self.now, pacer=pacer, seconds=lambda: self.seconds, sleep=self._sleep)

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

    def _arrive(self, delivery: Delivery) -> None:
        self.arrived[delivery.dedupe_key].append(delivery.is_repeat)
        self.arrivals.append((delivery.chat_id, delivery.dedupe_key.rpartition(":")[0], delivery.part))

    def _answer(self, flight: Flight, outcome: Outcome) -> None:
        self.flights.remove(flight)
        flight.answer.set_result(outcome)
        self._spin()

    # What may happen

    @initialize()
    def begin(self) -> None:
        for chat_id in CHATS:
            kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
            reader = record_subscriber(self.db, chat_id=chat_id, thread_id=0, kind=kind, language="en", now=self.now())
            subscribe(self.db, reader, (), time(12, 30), self.now())
            self.a_message_is_put_into_the_outbox(chat_id, 2, "digest")
        self.a_story_is_stored(COUNTRIES[0])

    @rule(country=st.sampled_from(COUNTRIES))
    def a_story_is_stored(self, country: str) -> None:
        text = f"Talks {len(self.stories)} in {country}."
        saved = store_reading(self.db, make_reading(text, countries=[make_country(country)]), now=self.now())
        rows = self.db.execute("SELECT id FROM subscriptions").fetchall()
        self.stories[saved.story_id] = Told(country=country, followers=frozenset(id_ for (id_,) in rows))

    @rule(
        chat_id=st.sampled_from(CHATS),
        countries=st.sets(st.sampled_from(COUNTRIES)),
        at=st.sampled_from([time(8), time(12, 30), time(20)]),
    )
    def somebody_subscribes(self, chat_id: int, countries: set[str], at: time) -> None:
        if (reader := self._find_reader(chat_id)) and reader.paused_reason is None:
            subscribe(self.db, reader, countries, at, self.now())

    @rule(which=st.integers(0, 9))
    def somebody_unsubscribes(self, which: int) -> None:
        end_subscription(self.db, which, self.now())

    @rule(
        chat_id=st.sampled_from(CHATS),
        parts=st.integers(1, 3),
        kind=st.sampled_from(["digest", "alert", "asked"]),
    )
    def a_message_is_put_into_the_outbox(self, chat_id: int, parts: int, kind: str) -> None:
        reader = self._find_reader(chat_id)
        if reader is None or reader.paused_reason is not None:
            return
        self.put_count += 1
        bodies = save_bodies(self.db, [OutgoingMessage(text=f"{self.put_count} {n}") for n in range(parts)])
        enqueue(self.db, group_key=f"{kind}:0:{self.put_count}", subscriber=reader, bodies=bodies, now=self.now())
        self._wake()

    @rule(again=st.booleans())
    def the_scheduler_ticks(self, again: bool) -> None:
        fall_due_again(self.db, self.now())
        compose_due(self.db, self.now(), self.messages)
        self.ticked_at = self.now()
        if again:
            assert compose_due(self.db, self.now(), self.messages) == 0
        self._wake()

    @rule()
    def the_scheduler_dies_before_it_is_done(self) -> None:
        self.db.execute("CREATE TRIGGER dies BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'it dies'); END")
        with suppress(StorageError):
            compose_due(self.db, self.now(), self.messages)
        self.db.execute("DROP TRIGGER dies")

    @precondition(lambda self: self.flights)
    @rule(which=st.integers(0, 9), more=st.booleans())
    def telegram_takes_it(self, which: int, more: bool) -> None:
        for flight in list(self.flights) if more else [self._pick(which)]:
            self._arrive(flight.delivery)
            self._answer(flight, Sent(message_id=len(self.arrivals)))

    @precondition(lambda self: self.flights)
    @rule(which=st.integers(0, 9), seconds=st.integers(1, 7200), is_flood=st.booleans())
    def telegram_tells_it_to_wait(self, which: int, seconds: int, is_flood: bool) -> None:
        flight = self._pick(which)
        if is_flood:
            self.told_until[flight.delivery.chat_id] = self.seconds + seconds
        when = self.now() + timedelta(seconds=seconds)
        self._answer(flight, RetryAt(when=when, reason="wait", is_flood=is_flood))

    @precondition(lambda self: self.flights)
    @rule(which=st.integers(0, 9), is_taken=st.booleans())
    def the_answer_is_lost(self, which: int, is_taken: bool) -> None:
        flight = self._pick(which)
        if is_taken:
            self._arrive(flight.delivery)
        self._answer(flight, InDoubt(reason="reset"))

    @precondition(lambda self: self.flights)
    @rule(which=st.integers(0, 9))
    def somebody_has_left(self, which: int) -> None:
        flight = self._pick(which)
        self.refused.add(flight.delivery.subscriber_id)
        self._answer(flight, Blocked(reason="left"))

    @precondition(lambda self: self.flights)
    @rule(which=st.integers(0, 9))
    def telegram_rejects_it(self, which: int) -> None:
        flight = self._pick(which)
        self.rejected.add(flight.delivery.dedupe_key.rpartition(":")[0])
        self._answer(flight, Rejected(reason="never"))

    @precondition(lambda self: any(f.delivery.chat_id == CHATS[-1] for f in self.flights))
    @rule()
    def the_group_moves(self) -> None:
        flight = next(f for f in self.flights if f.delivery.chat_id == CHATS[-1])
        self._answer(flight, Migrated(chat_id=MOVED_TO))

    @rule(chat_id=st.sampled_from(CHATS))
    def somebody_comes_back(self, chat_id: int) -> None:
        if (reader := self._find_reader(chat_id)) and reader.paused_reason is not None:
            resume(self.db, reader.id, self.now())

    @rule(seconds=st.one_of(st.integers(1, 90), st.integers(3600, 30 * 3600)))
    def time_passes(self, seconds: int) -> None:
        self._pass(seconds)
        self._wake()

    @rule(hours=st.one_of(st.integers(-30, 30), st.sampled_from([-9000, -100, 100, 9000])))
    def somebody_sets_the_clock(self, hours: int) -> None:
        self.off += timedelta(hours=hours)

    @precondition(lambda self: self.off)
    @rule()
    def somebody_sets_the_clock_right(self) -> None:
        self.off = timedelta()

    @rule(taken=st.lists(st.booleans(), min_size=3, max_size=3))
    def the_bot_is_killed_and_starts_again(self, taken: list[bool]) -> None:
        for flight, is_taken in zip(self.flights, taken, strict=False):
            if is_taken:
                self._arrive(flight.delivery)
        if self.off != timedelta():
            self.told_until.clear()  # what a clock that was set had been told, only the process that died knew
        self._abandon()
        self.db.close()
        self.db = self._open()
        self.drain = self._new_drain()
        self._wake()

    # What must hold

    @invariant()
    def nothing_is_sent_where_or_when_it_must_not(self) -> None:
        assert not self.wrongs

    @invariant()
    def nothing_comes_twice_unmarked(self) -> None:
        for key, marks in self.arrived.items():
            assert all(marks[1:]), key

    @invariant()
    def parts_come_in_order(self) -> None:
        order: dict[str, list[int]] = defaultdict(list)
        for _, group_key, part in self.arrivals:
            order[group_key].append(part)
        for group_key, parts in order.items():
            assert parts == sorted(parts), group_key

    @invariant()
    def windows_touch_and_every_story_in_them_is_told_once(self) -> None:
        for id_, countries, anchor_at in self._list_subscriptions():
            rows = self.db.execute(
                "SELECT since_at, story_ids, slot_at FROM digests WHERE subscription_id = ? ORDER BY id", [id_]
            ).fetchall()
            begun = [since for since, _, _ in rows] + [anchor_at] * bool(rows)
            assert begun[1:] == sorted(set(begun[1:]))
            for _, ids, slot in rows:
                assert ids == "[]" or list_group(self.db, digest_key(id_, read_instant(slot)))
            counted = Counter(story for _, ids, _ in rows for story in json.loads(ids))
            for story_id, story in self.stories.items():
                is_matching = not countries or story.country in countries
                arrived_at = self.db.execute("SELECT first_stored_at FROM stories WHERE id = ?", [story_id]).fetchone()[
                    0
                ]
                if is_matching and id_ in story.followers and rows and arrived_at < anchor_at:
                    assert counted[story_id] == 1, (id_, story)
                assert counted[story_id] <= 1, (id_, story)

    @invariant()
    def nobody_waits_longer_than_to_the_next_slot_once_the_scheduler_ticked(self) -> None:
        if self.ticked_at == self.now():
            (last,) = self.db.execute("SELECT max(next_due_at) FROM subscriptions").fetchone()
            assert last is None or read_instant(last) - self.now() <= timedelta(days=2), last

    def teardown(self) -> None:
        """Telegram recovers, and time passes: everything arrives that nobody refused."""
        try:
            self._finish()
            assert not self.wrongs
            self._check_nothing_is_lost()
        finally:
            self._abandon()
            self.runner.close()
            self.db.close()

    def _finish(self) -> None:
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

    def _check_nothing_is_lost(self) -> None:
        for (group_key,) in self.db.execute("SELECT DISTINCT group_key FROM outbox").fetchall():
            for delivery in list_group(self.db, group_key):
                has_arrived = bool(self.arrived.get(delivery.dedupe_key))
                match delivery.state:
                    case DeliveryState.SENT:
                        assert has_arrived, delivery
                    case DeliveryState.FAILED | DeliveryState.DROPPED:
                        assert delivery.subscriber_id in self.refused or group_key in self.rejected, delivery
                    case DeliveryState.IN_DOUBT:
                        assert group_key.startswith("alert"), delivery
                    case _:
                        raise AssertionError(delivery)

    # How it is looked at

    def _find_reader(self, chat_id: int) -> Subscriber | None:
        return find_subscriber(self.db, chat_id) or find_subscriber(self.db, MOVED_TO)

    def _pick(self, which: int) -> Flight:
        return self.flights[which % len(self.flights)]

    def _list_subscriptions(self) -> list[tuple[int, set[str], str]]:
        rows = self.db.execute(
            "SELECT u.id, f.wanted, u.anchor_at FROM subscriptions u JOIN filters f ON f.id = u.filter_id"
        ).fetchall()
        return [
            (id_, {country for (country,) in json.loads(listed).get("alternatives", ())}, anchor_at)
            for id_, listed, anchor_at in rows
        ]

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


def test_no_interleaving_breaks_a_promise(messages: Messages, tmp_path: Path) -> None:
    template = tmp_path / "template.sqlite"
    open_database(template).close()
    machine = type("Machine", (Bot,), {"messages": messages, "template": template})
    run_state_machine_as_test(
        machine,
        settings=settings(
            deadline=None,
            derandomize=True,
            max_examples=int(os.environ.get("READOUT_MODEL_EXAMPLES", "8")),
            stateful_step_count=int(os.environ.get("READOUT_MODEL_STEPS", "20")),
            suppress_health_check=list(HealthCheck),
        ),
    )
