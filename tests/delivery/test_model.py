"""Subscribers, scheduler and outbox against a simple oracle: whatever is interleaved, the promises hold."""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test

from bot.briefing.subscribing.returning import fall_due_again, resume
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Rejected, RetryAt, Sent
from bot.jobs.composing import compose_due
from bot.render.messages import Messages
from storage.chats.outbox import digest_key, enqueue, list_group, save_bodies
from storage.chats.sent.audit import drop_deliveries, retry_deliveries
from storage.chats.subscribers import find_subscriber, record_subscriber
from storage.chats.subscriptions import end_subscription
from storage.database import open_database
from storage.errors import StorageError
from storage.models.chats import ChatKind, Delivery, DeliveryState, OutgoingMessage, Subscriber
from storage.times import read_instant
from tests.delivery.machine import GROUP, MOVED_TO, START, Machine, subscribe
from tests.factories import make_country, make_reading, store_reading

COUNTRIES = ("KZ", "AZ")
CHATS = (7, 8, GROUP)
DEATHS = ("INSERT ON digests", "INSERT ON outbox", "UPDATE OF anchor_at ON subscriptions", None)
"""What a tick is about to do when it dies; None: it has just let go of the lock."""
SOON_DAYS = 4
"""After so many days every story is told: a day, those whose slots a clock ahead had used up, and one begun."""


class DeadError(Exception):
    """The tick ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story the oracle knows, and who subscribed before it came."""

    country: str
    followers: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A subscription as the store has it. `is_live`: its digests come."""

    id: int
    countries: frozenset[str]
    anchor_at: str | None
    is_live: bool


class Bot(Machine):
    """What may happen, and what must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: set[int] = set()
        self.rejected: set[str] = set()
        self.sent_by_hand: set[str] = set()
        self.stories: dict[int, Told] = {}
        self.windows: dict[int, tuple[str | None, int]] = {}
        self.put_count = 0
        self.ticked_at = START

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
        self._tick()
        self.ticked_at = self.now()
        if again:
            assert compose_due(self.db, self.now(), self.messages) == 0
        self._wake()

    @rule(before=st.sampled_from(DEATHS), country=st.sampled_from(COUNTRIES))
    def the_scheduler_dies_before_it_is_done(self, before: str | None, country: str) -> None:
        self.a_story_is_stored(country)
        fall_due_again(self.db, self.now())
        (due,) = self.db.execute("SELECT min(next_due_at) FROM subscriptions").fetchone()
        if due:  # else it dies idle
            self.time_passes(max(0, (read_instant(due) - self.now()).total_seconds()))
        if before:
            self.db.execute(f"CREATE TRIGGER dies BEFORE {before} BEGIN SELECT raise(ABORT, 'it dies'); END")
        with suppress(StorageError, DeadError):
            compose_due(self.db, self.now(), self.messages, self._let_others_write if before else self._die)
        self.db.execute("DROP TRIGGER IF EXISTS dies")

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

    @precondition(lambda self: any(f.delivery.chat_id == GROUP for f in self.flights))
    @rule()
    def the_group_moves(self) -> None:
        flight = next(f for f in self.flights if f.delivery.chat_id == GROUP)
        self.has_moved = True
        self._answer(flight, Migrated(chat_id=MOVED_TO))

    @rule(which=st.integers(0, 99))
    def an_administrator_drops_a_message(self, which: int) -> None:
        if delivery := self._pick_row(which, "pending", "failed", "in_doubt"):
            assert drop_deliveries(self.db, [delivery.id]) == 1
            self.dropped.add(delivery.dedupe_key)

    @rule(which=st.integers(0, 99))
    def an_administrator_sends_a_message_again(self, which: int) -> None:
        delivery = self._pick_row(which, "failed", "in_doubt", "dropped")
        reader = delivery and find_subscriber(self.db, delivery.chat_id)
        if delivery and reader and reader.paused_reason is None:
            assert retry_deliveries(self.db, [delivery.id], self.now()) == 1
            self.dropped.discard(delivery.dedupe_key)
            self.sent_by_hand.add(delivery.dedupe_key.rpartition(":")[0])
            self._wake()

    @rule(chat_id=st.sampled_from(CHATS))
    def somebody_comes_back(self, chat_id: int) -> None:
        if (reader := self._find_reader(chat_id)) and reader.paused_reason is not None:
            resume(self.db, reader.id, self.now())

    @rule(seconds=st.one_of(st.integers(1, 90), st.integers(3600, 30 * 3600)))
    def time_passes(self, seconds: float) -> None:
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
            assert parts == sorted(parts) or group_key in self.sent_by_hand, group_key

    @invariant()
    def a_window_goes_on_with_a_digest_and_never_without(self) -> None:
        rows = self.db.execute(
            "SELECT u.id, u.anchor_at, count(d.id) FROM subscriptions u LEFT JOIN digests d ON d.subscription_id = u.id"
            " GROUP BY u.id"
        ).fetchall()
        for id_, anchor_at, count in rows:
            before = self.windows.get(id_, (None, 0))
            assert (anchor_at != before[0]) == (count != before[1]), (id_, before, anchor_at, count)
            self.windows[id_] = (anchor_at, count)

    @invariant()
    def windows_touch_and_every_story_in_them_is_told_once(self) -> None:
        for each in self._list_subscriptions():
            rows = self.db.execute(
                "SELECT since_at, story_ids, slot_at FROM digests WHERE subscription_id = ? ORDER BY id", [each.id]
            ).fetchall()
            begun = [since for since, _, _ in rows] + [each.anchor_at] * bool(rows)
            assert begun[1:] == sorted(set(begun[1:]))
            for since, ids, slot in rows:
                is_empty = ids == "[]" and since is not None
                assert is_empty or list_group(self.db, digest_key(each.id, read_instant(slot)))
            counted = self._count_told(each.id)
            for story_id, story in self.stories.items():
                arrived_at = self.db.execute("SELECT first_stored_at FROM stories WHERE id = ?", [story_id]).fetchone()[
                    0
                ]
                if self._is_for(story, each) and each.anchor_at and arrived_at < each.anchor_at:
                    assert counted[story_id] == 1, (each, story)
                assert counted[story_id] <= 1, (each, story)

    @invariant()
    def nobody_waits_longer_than_to_the_next_slot_once_the_scheduler_ticked(self) -> None:
        if self.ticked_at == self.now():
            (last,) = self.db.execute("SELECT max(next_due_at) FROM subscriptions").fetchone()
            assert last is None or read_instant(last) - self.now() <= timedelta(days=2), last

    def teardown(self) -> None:
        """Telegram recovers, and time passes: everything is told and arrives that nobody refused."""
        try:
            self._send_all()
            self._tell_all(SOON_DAYS)
            assert not self.wrongs
            self.nothing_comes_twice_unmarked()
            self._check_nothing_is_lost()
            self._check_everything_is_told()
        finally:
            self._abandon()
            self.runner.close()
            self.db.close()

    def _check_nothing_is_lost(self) -> None:
        for (group_key,) in self.db.execute("SELECT DISTINCT group_key FROM outbox").fetchall():
            for delivery in list_group(self.db, group_key):
                has_arrived = bool(self.arrived.get(delivery.dedupe_key))
                match delivery.state:
                    case DeliveryState.SENT:
                        assert has_arrived, delivery
                    case DeliveryState.DROPPED if delivery.dedupe_key in self.dropped:
                        pass
                    case DeliveryState.FAILED | DeliveryState.DROPPED:
                        assert delivery.subscriber_id in self.refused or group_key in self.rejected, delivery
                    case DeliveryState.IN_DOUBT:
                        assert group_key.startswith("alert"), delivery
                    case _:
                        raise AssertionError(delivery)

    def _check_everything_is_told(self) -> None:
        for each in self._list_subscriptions():
            counted = self._count_told(each.id)
            for story_id, story in self.stories.items():
                if each.is_live and self._is_for(story, each):
                    assert counted[story_id] == 1, (each, story)

    # How it is looked at

    def _find_reader(self, chat_id: int) -> Subscriber | None:
        return find_subscriber(self.db, chat_id) or find_subscriber(self.db, MOVED_TO)

    def _pick_row(self, which: int, *states: str) -> Delivery | None:
        marks = ", ".join("?" for _ in states)
        keys = self.db.execute(f"SELECT DISTINCT group_key FROM outbox WHERE state IN ({marks})", states).fetchall()
        found = [row for (key,) in keys for row in list_group(self.db, key) if row.state in states]
        return found[which % len(found)] if found else None

    def _list_subscriptions(self) -> list[Followed]:
        rows = self.db.execute(
            "SELECT u.id, f.wanted, u.anchor_at, u.ended_at IS NULL AND s.paused_reason IS NULL FROM subscriptions u"
            " JOIN filters f ON f.id = u.filter_id JOIN subscribers s ON s.id = u.subscriber_id"
        ).fetchall()
        return [
            Followed(
                id=id_,
                countries=frozenset(country for (country,) in json.loads(wanted).get("alternatives", ())),
                anchor_at=anchor_at,
                is_live=bool(is_live),
            )
            for id_, wanted, anchor_at, is_live in rows
        ]

    def _count_told(self, subscription_id: int) -> Counter[int]:
        rows = self.db.execute("SELECT story_ids FROM digests WHERE subscription_id = ?", [subscription_id]).fetchall()
        return Counter(story for (ids,) in rows for story in json.loads(ids))

    def _is_for(self, story: Told, followed: Followed) -> bool:
        is_wanted = not followed.countries or story.country in followed.countries
        return is_wanted and followed.id in story.followers

    def _let_others_write(self) -> None:
        """Nobody wants to."""

    def _die(self) -> None:
        raise DeadError


def test_no_interleaving_breaks_a_promise(messages: Messages, tmp_path: Path) -> None:
    template = tmp_path / "template.sqlite"
    open_database(template).close()
    machine = type("Played", (Bot,), {"messages": messages, "template": template})
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
