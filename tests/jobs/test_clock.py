"""A clock that somebody sets, far or near, there and back: every story reaches its digest soon, once, and its alert."""

from __future__ import annotations

import json
import math
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from bot.briefing.digest import FIRST_COUNT
from bot.briefing.due import first_due
from bot.clock import MovableClock
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome, Sent
from bot.delivery.pacer import Pacer
from bot.jobs import Desk, tick
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from storage.arrivals import start_alerts
from storage.chats.outbox import (
    enqueue,
    hold_chat,
    next_not_before,
    release_from_future,
    save_bodies,
    shift_waits,
)
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import save_subscription, set_next_due
from storage.database import Database, open_database
from storage.models.chats import Cadence, ChatKind, Delivery, OutgoingMessage, QuietHours, Schedule
from storage.seeds import read_seeds
from tests.delivery.fanout import JumpingClock
from tests.jobs.test_composing import store

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
DAILY = Schedule(cadence=Cadence.DAILY, times=(time(8),))
TWICE = Schedule(cadence=Cadence.WEEKDAYS, times=(time(9), time(17)), days=(0, 1, 2, 3, 4, 5, 6))
AT_ONCE = Schedule(cadence=Cadence.AT_ONCE)
NIGHT = QuietHours(since=time(22), until=time(7))
TICK_HOURS, STORY_HOURS = 2, 6
SOON = timedelta(days=3)
"""A day, and those two whose slots a clock ahead had used up."""

Jumps = dict[int, timedelta]
"""By how much the clock is set, so many hours after the start."""


class Play:
    """A bot that ticks through true time, while stories arrive and its clock is set now and then."""

    def __init__(self, db: Database, messages: Messages, path: Path) -> None:
        self.db = db
        self.true = MovableClock(lambda: START)
        self.clock = JumpingClock(self.true)
        self.sent: list[tuple[datetime, str]] = []
        self.stored: dict[int, datetime] = {}
        drain = Drain(
            db,
            self._send,
            now=self.clock,
            pacer=Pacer(math.inf),
            seconds=lambda: self.true().timestamp(),
            sleep=self._leap,
        )
        self.desk = Desk(
            open_store=partial(open_database, path),
            drain=drain,
            messages=messages,
            now=self.clock,
            gazetteer=Gazetteer(read_seeds()),  # built when a text is read: here none is
        )

    def follow(self, schedule: Schedule, chat_id: int, quiet: QuietHours | None = None) -> int:
        now = self.clock()
        kind = ChatKind.PRIVATE
        reader = record_subscriber(self.db, chat_id=chat_id, thread_id=0, kind=kind, language="en", now=now)
        return save_subscription(
            self.db,
            subscriber_id=reader.id,
            alternatives=[("KZ",)],
            schedule=schedule,
            timezone="UTC",
            next_due_at=first_due(schedule, "UTC", now, quiet),
            anchor_at=start_alerts(self.db, now) if schedule.cadence is Cadence.AT_ONCE else None,
            quiet=quiet,
            now=now,
        )

    def store(self) -> int:
        story = store(self.db, self.clock(), "KZ", on=self.true().date())
        self.stored[story] = self.true()
        return story

    async def run(self, hours: int, jumps: Jumps) -> None:
        """So many hours more; hours of jumps count from the start."""
        for hour in range(0, hours, TICK_HOURS):
            self.true.move(timedelta(hours=TICK_HOURS))
            self.clock.jump(jumps.get(hour, timedelta()))
            if hour % STORY_HOURS == 0:
                self.store()
            await tick(self.desk)
            await self.desk.drain.drain()

    def digests(self, id_: int) -> list[tuple[str, list[int]]]:
        rows = self.db.execute(
            "SELECT slot_at, story_ids FROM digests WHERE subscription_id = ? ORDER BY id", [id_]
        ).fetchall()
        return [(slot, json.loads(ids)) for slot, ids in rows]

    def sent_at(self, id_: int, kind: str) -> list[datetime]:
        return [at for at, key in self.sent if key.startswith(f"{kind}:{id_}:")]

    def alerted(self, id_: int) -> Counter[int]:
        """How often each story was told at once, or in what was gathered over night."""
        keys = [key.split(":") for _, key in self.sent if key.startswith(f"alert:{id_}:")]
        return Counter(int(parts[2]) for parts in keys) + Counter(s for _, ids in self.digests(id_) for s in ids)

    async def _leap(self, seconds: float) -> None:
        self.true.move(timedelta(seconds=seconds))

    async def _send(self, delivery: Delivery) -> Outcome:
        self.sent.append((self.true(), delivery.dedupe_key))
        return Sent(message_id=len(self.sent))


@pytest.fixture
def play(db: Database, messages: Messages, tmp_path: Path) -> Play:
    return Play(db, messages, tmp_path / "readout.sqlite")


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
THERE_AND_BACK: dict[str, Jumps] = {
    "over a slot and back at once": {40: 5 * HOUR, 42: -5 * HOUR},
    "days": {34: 3 * DAY, 60: -3 * DAY},
    "a year": {34: YEAR, 38: -YEAR},
    "a year, back in part": {34: YEAR, 38: 10 * DAY - YEAR, 70: -10 * DAY},
    "again and again": {34: YEAR, 38: -YEAR, 58: 2 * YEAR, 62: -2 * YEAR, 80: 5 * HOUR, 82: -5 * HOUR},
    "for good": {34: YEAR},
    "back by hours and ahead": {34: -5 * HOUR, 38: 5 * HOUR},
    "to the beginning of time and ahead": {34: EPOCH - START, 60: START - EPOCH},
}


@pytest.mark.parametrize("jumps", THERE_AND_BACK.values(), ids=THERE_AND_BACK)
async def test_a_clock_that_is_set_holds_no_digest_up_loses_no_story_and_tells_none_twice(
    play: Play, jumps: Jumps
) -> None:
    daily, twice = play.follow(DAILY, 1), play.follow(TWICE, 2)
    at_once, quiet = play.follow(AT_ONCE, 3), play.follow(AT_ONCE, 4, NIGHT)
    await play.run(7 * 24, jumps)
    new = {story for story, at in play.stored.items() if play.true() - at < SOON}
    for id_ in (daily, twice):
        counted = Counter(story for _, ids in play.digests(id_) for story in ids)
        assert set(counted.values()) == {1}
        assert set(play.stored) - new <= set(counted)
        slots = [slot for slot, _ in play.digests(id_)]
        assert len(slots) == len(set(slots))
        arrivals = play.sent_at(id_, "digest")
        assert max(b - a for a, b in pairwise((*arrivals, play.true()))) <= SOON
    for id_ in (at_once, quiet):
        assert set(play.alerted(id_).values()) == {1}
    assert set(play.alerted(at_once)) == set(play.stored)
    assert set(play.stored) - new <= set(play.alerted(quiet))
    assert len(play.sent) == len(set(play.sent))


@pytest.mark.parametrize("ahead", [5 * HOUR, 3 * DAY, YEAR])
async def test_who_subscribes_while_the_clock_is_ahead_gets_what_arrives_from_then_on(
    play: Play, ahead: timedelta
) -> None:
    archive = [play.store() for _ in range(FIRST_COUNT + 2)]
    play.clock.jump(ahead)
    daily = play.follow(DAILY, 1)
    play.clock.jump(-ahead)
    new = [play.store() for _ in range(FIRST_COUNT + 2)]
    await play.run(3 * 24, {})
    first = play.digests(daily)[0][1]
    assert set(new) <= set(first)
    assert not set(archive) & set(first)
    counted = Counter(story for _, ids in play.digests(daily) for story in ids)
    assert set(counted.values()) == {1}


async def test_who_wants_alerts_while_the_clock_is_ahead_is_told_what_arrives_from_then_on(play: Play) -> None:
    archive = [play.store() for _ in range(3)]
    play.clock.jump(YEAR)
    at_once = play.follow(AT_ONCE, 1)
    play.clock.jump(-YEAR)
    await play.run(24, {})
    assert set(play.alerted(at_once)) == set(play.stored) - set(archive)
    assert set(play.alerted(at_once).values()) == {1}


async def test_who_changes_times_while_the_clock_is_a_year_ahead_waits_no_year(play: Play) -> None:
    daily = play.follow(DAILY, 1)
    await play.run(24, {})
    play.clock.jump(YEAR)
    set_next_due(play.db, daily, first_due(TWICE, "UTC", play.clock(), None))
    play.clock.jump(-YEAR)
    await play.run(4 * 24, {})
    assert max(b - a for a, b in pairwise(play.sent_at(daily, "digest"))) <= DAY + HOUR


async def test_what_is_shown_of_a_window_is_what_the_wall_says(play: Play) -> None:
    play.follow(DAILY, 1)
    await play.run(3 * 24, {24: YEAR, 26: -YEAR})
    last = play.db.execute(
        "SELECT b.text FROM outbox o JOIN bodies b ON b.id = o.body_id ORDER BY o.id DESC LIMIT 1"
    ).fetchone()[0]
    assert "Wed 6 May 2026, 08:00 – Thu 7 May 2026, 08:00 (UTC)" in last
    assert "late" not in last


async def test_two_digests_gathered_within_a_second_of_a_clock_set_back_both_arrive(play: Play) -> None:
    at_once = play.follow(AT_ONCE, 1, NIGHT)
    await play.run(5 * 24, {2: YEAR, 4: -YEAR})
    assert len(play.sent_at(at_once, "digest")) >= 4


def test_what_rests_or_waits_when_the_clock_is_set_back_waits_no_longer_than_before(play: Play) -> None:
    reader = record_subscriber(play.db, chat_id=1, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=START)
    enqueue(
        play.db,
        group_key="digest:1:x",
        subscriber=reader,
        bodies=save_bodies(play.db, [OutgoingMessage(text="x")]),
        now=START,
    )
    hold_chat(play.db, 1, START + YEAR + HOUR)
    shift_waits(play.db, START, YEAR)
    assert next_not_before(play.db) == START + HOUR
    hold_chat(play.db, 1, START + YEAR)
    release_from_future(play.db, START)
    assert next_not_before(play.db) == START + YEAR  # for all that is known, it is to wait so long
    play.clock.jump(YEAR)
    play.store()
    release_from_future(play.db, START)
    assert next_not_before(play.db) == START
