"""The power fails: whatever of the log had not reached the disk is gone, and still nothing is lost or sent anew.

Played on what lies in the files: the log is cut behind what SQLite had waited for, at each commit, within a write, and
with a hole in it, for a disk writes in any order until it is waited for. Two things cannot be played: a disk that says
it has written and has not, and SQLite's moving of the log into the database, which waits for the disk at every step.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.app import build_application, build_context, desk_of
from bot.briefing.due import first_due
from bot.clock import MovableClock
from bot.config import Settings
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome, Sent
from bot.delivery.pacer import Pacer
from bot.jobs import Desk, compose
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from bot.sandbox import AIGERIM, Sandbox
from storage.arrivals import start_alerts
from storage.chats.outbox import list_group, list_sending, next_not_before
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import save_subscription
from storage.database import Database, open_database
from storage.models.chats import Cadence, ChatKind, Delivery, DeliveryState, Schedule
from tests.delivery.fanout import put_all
from tests.factories import NOON, make_country, make_reading, store_reading

DAY = timedelta(days=1)
DAILY, AT_ONCE = Schedule(cadence=Cadence.DAILY, times=(time(13),)), Schedule(cadence=Cadence.AT_ONCE)
READERS = {1: DAILY, 2: DAILY, 3: AT_ONCE, 4: AT_ONCE}
SENDS_A_TICK = 3
TICKS = 5
"""While sends are under way."""
_HEADER, _FRAME_HEADER = 32, 24
"""Bytes, of SQLite's log."""
_TORN = 1000
"""Bytes, of a write that did not reach the disk whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What the disk holds of the log when the power fails, and what had been stored, was under way and had arrived."""

    log: bytes
    at: datetime
    arrived: dict[str, list[bool]]
    under_way: frozenset[str]
    stories: frozenset[int]


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def open_unmoved(path: Path) -> Database:
    """A connection that leaves everything in the log."""
    db = open_database(path)
    db.execute("PRAGMA wal_autocheckpoint = 0")
    return db


def list_commits(log: bytes) -> Iterator[int]:
    """Where each transaction of a log ends."""
    frame = _FRAME_HEADER + int.from_bytes(log[8:12], "big")
    for end in range(_HEADER + frame, len(log) + 1, frame):
        if int.from_bytes(log[end - frame + 4 : end - frame + 8], "big"):  # how many pages there are: of commits only
            yield end


class Log:
    """What of a log surely lies on the disk: all up to the last commit that waited for it. Those of ticks do not."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, log_of(path)
        self._ticks_from = self._ticks_until = _HEADER

    def tick(self, work: Callable[[], None]) -> None:
        """Commits that need not wait."""
        if (size := self._size()) != self._ticks_until:
            self._ticks_from = size
        work()
        self._ticks_until = self._size()

    def list_cuts(self) -> Iterator[bytes]:
        """What the disk may hold if the power fails now."""
        log, kept = self._path.read_bytes(), self._kept()
        yield log[:kept]
        later = [end for end in list_commits(log) if end > kept]
        yield from (log[:end] for end in later)
        for end in later[:1]:
            torn = log[: end - _TORN]
            yield torn
            yield torn + bytes(_TORN) + log[end:]

    def _kept(self) -> int:
        if self._db.execute("PRAGMA synchronous").fetchone()[0] < 2:
            return _HEADER
        size = self._size()
        return self._ticks_from if size == self._ticks_until else size

    def _size(self) -> int:
        return max(_HEADER, self._path.stat().st_size)


class Life:
    """One process on one database, and the Telegram it sends to."""

    def __init__(self, path: Path, clock: MovableClock, messages: Messages, gazetteer: Gazetteer) -> None:
        self.db, self.clock = open_unmoved(path), clock
        self.arrived: dict[str, list[bool]] = {}
        self.before_arrival: Callable[[], None] = lambda: None
        self.after_arrival: Callable[[], None] = lambda: None
        drain = Drain(
            self.db,
            self._send,
            now=clock,
            pacer=Pacer(math.inf),
            seconds=lambda: clock().timestamp(),
            sleep=self._leap,
        )
        self.desk = Desk(
            open_store=lambda: open_unmoved(path), drain=drain, messages=messages, now=clock, gazetteer=gazetteer
        )

    async def finish(self, days: int) -> None:
        """Tick once a day, and send until nothing waits."""
        for _ in range(days):
            compose(self.desk)
            await self.desk.drain.drain()
            while (due_at := next_not_before(self.db)) is not None:
                self.clock.move(max(timedelta(seconds=1), due_at - self.clock()))
                await self.desk.drain.drain()
            self.clock.move(DAY)

    def store(self) -> int:
        reading = make_reading(f"Talks at {self.clock()}.", countries=[make_country("KZ")])
        return store_reading(self.db, reading, now=self.clock()).story_id

    async def _leap(self, seconds: float) -> None:
        self.clock.move(timedelta(seconds=seconds))

    async def _send(self, delivery: Delivery) -> Outcome:
        self.before_arrival()
        await asyncio.sleep(0)
        self.arrived.setdefault(delivery.dedupe_key, []).append(delivery.is_repeat)
        self.after_arrival()
        return Sent(message_id=len(self.arrived))


def follow(db: Database, chat_id: int, schedule: Schedule, now: datetime) -> None:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=now)
    save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=[("KZ",)],
        schedule=schedule,
        timezone="UTC",
        next_due_at=first_due(schedule, "UTC", now, None),
        anchor_at=start_alerts(db, now) if schedule.cadence is Cadence.AT_ONCE else None,
        now=now,
    )


async def list_failures(life: Life, path: Path) -> list[Failure]:
    """Ticks while sends are under way, and the power failing before and after each arrival and tick."""
    log, failures, stories = Log(life.db, path), list[Failure](), list[int]()
    sends = 0

    def fail() -> None:
        failures.extend(
            Failure(
                log=cut,
                at=life.clock(),
                arrived={key: list(marks) for key, marks in life.arrived.items()},
                under_way=frozenset(each.dedupe_key for each in list_sending(life.db)),
                stories=frozenset(stories),
            )
            for cut in log.list_cuts()
        )

    def tick() -> None:
        stories.append(life.store())
        life.clock.move(DAY)
        log.tick(lambda: compose(life.desk))
        fail()

    def before_arrival() -> None:
        nonlocal sends
        fail()
        sends += 1
        if sends % SENDS_A_TICK == 0 and len(stories) < TICKS:
            tick()

    life.before_arrival, life.after_arrival = before_arrival, fail
    tick()
    await life.desk.drain.drain()
    assert len(stories) == TICKS
    return failures


def count_told(db: Database, subscription_id: int) -> Counter[int]:
    """How often each story came, in a digest or at once."""
    digests = db.execute("SELECT story_ids FROM digests WHERE subscription_id = ?", [subscription_id]).fetchall()
    alerts = db.execute("SELECT group_key FROM outbox WHERE group_key LIKE ?", [f"alert:{subscription_id}:%"])
    return Counter(
        [story for (ids,) in digests for story in json.loads(ids)]
        + [int(key.split(":")[2]) for (key,) in alerts.fetchall()]
    )


def check(life: Life, failure: Failure) -> None:
    """All was told once, and arrived; twice only what was under way, and marked."""
    for id_ in range(1, len(READERS) + 1):
        assert count_told(life.db, id_) == Counter(failure.stories)
    for (group_key,) in life.db.execute("SELECT DISTINCT group_key FROM outbox").fetchall():
        for delivery in list_group(life.db, group_key):
            key = delivery.dedupe_key
            is_doubtful = key.startswith("alert:") and key in failure.under_way
            assert delivery.state is (DeliveryState.IN_DOUBT if is_doubtful else DeliveryState.SENT), delivery
            assert is_doubtful or key in life.arrived
    for key, marks in life.arrived.items():
        assert len(marks) == 1 or key in failure.under_way
        assert all(marks[1:])


async def test_a_power_failure_loses_nothing_and_repeats_only_what_was_under_way(
    messages: Messages, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    path, again = tmp_path / "readout.sqlite", tmp_path / "again.sqlite"
    life = Life(path, MovableClock(lambda: NOON), messages, gazetteer)
    for chat_id, schedule in READERS.items():
        follow(life.db, chat_id, schedule, NOON)
    life.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    disk = path.read_bytes()
    failures = await list_failures(life, path)
    life.db.close()
    assert len({len(failure.log) for failure in failures}) > 2 * TICKS
    for failure in failures:
        again.write_bytes(disk)
        log_of(again).write_bytes(failure.log)
        clock = MovableClock(lambda at=failure.at: at)  # type: ignore[misc]
        next_life = Life(again, clock, messages, gazetteer)
        next_life.db.execute("PRAGMA synchronous = OFF")  # one failure is enough
        next_life.arrived = {key: list(marks) for key, marks in failure.arrived.items()}
        await next_life.finish(days=2)
        check(next_life, failure)
        next_life.db.close()


async def test_the_bot_as_it_runs_claims_on_a_connection_that_waits_for_the_disk(
    settings: Settings, sandbox: Sandbox, clock: MovableClock
) -> None:
    context = build_context(settings, clock)
    with closing(context.db) as db:
        put_all(db, [AIGERIM.id], clock())
        sandbox.world.write(AIGERIM.id, "/start")
        said: list[tuple[str, int]] = []

        def note(sql: str) -> None:
            if "SET state = 'sending'" in sql:
                said.append((sql, len(sandbox.world.calls_of("sendMessage"))))

        db.conn.set_trace_callback(note)
        drain = desk_of(build_application(context, sandbox.token, sandbox.api_url)).drain
        await drain.drain()
        await drain.stop()
        db.conn.set_trace_callback(None)
        calls = sandbox.world.calls_of("sendMessage", AIGERIM.id)
        assert [sent_before for _, sent_before in said] == list(range(len(calls))) != []
        assert db.execute("PRAGMA synchronous").fetchone()[0] >= 2
