"""What fell due → the outbox: digests of slots that came, alerts of stories that arrived. Composed once for many."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from bot.briefing.alerts import Alerts
from bot.briefing.digest import Composer, Digest
from bot.briefing.due import Settlement, Slots, is_sent, read_slots, settle, show_window
from bot.render.digests import render_alert, render_digest
from bot.render.messages import Messages
from storage.arrivals import advance_alerts, alert_cursor, find_end, record_told
from storage.chats.digests import settle_due
from storage.chats.outbox import Parcel, enqueue_all, save_bodies
from storage.chats.subscriptions import get_subscription, list_due, settle_alerts
from storage.database import Database, write
from storage.models.chats import Filter, Grouping, OutgoingMessage, QuietHours, Schedule, Subscription
from storage.models.due import Due, SettledDue

FEWEST_AT_ONCE, MOST_AT_ONCE = 50, 2000
"""Subscriptions settled in one transaction: as many as the machine manages in `HELD_SECONDS`."""
HELD_SECONDS = 0.02
"""How long others who write are to wait for such a transaction, about."""

Pause = Callable[[], None]
"""Called between transactions, for those who wait to write."""


def compose_due(db: Database, now: datetime, messages: Messages, pause: Pause = lambda: None) -> int:
    """Compose, enqueue and advance every subscription whose slot has come; returns how many. Safe to run twice at once.

    What is due is read under the write lock, so of two ticks the second finds nothing left. A digest nobody had yet is
    composed when the lock is free again, and its readers are settled with the next block.
    """
    count, size, composing = 0, FEWEST_AT_ONCE, Composing(db, now, messages, close_windows(db, now))
    while True:
        with write(db):
            started = time.perf_counter()
            due, told_until = list_due(db, now, size), alert_cursor(db, now)
            settled, missing = composing.settle(due, told_until)
            settle_due(db, settled, now)
            if missing:  # nothing may arrive any more in the windows about to be read
                record_told(db, max(wanted.slot for wanted in missing))
            held = time.perf_counter() - started  # the commit may end with a checkpoint, which holds up nobody
        count += sum(len(each.ids) for each in settled)
        if not missing and sum(len(each.ids) for each in due) < size:
            return count
        size = fit_block(size, held)
        pause()
        for wanted, subscription in missing.items():
            composing.compose(wanted, subscription)


def close_windows(db: Database, now: datetime) -> datetime | None:
    """Where this tick's windows end if the clock was set back, null: at their slots. Nothing arrives before it then."""
    with write(db):
        end = find_end(db, now)
        if end:
            record_told(db, end)
    return end


def fit_block(size: int, held_seconds: float) -> int:
    """How many to settle in the next transaction, after one of that size took so long."""
    return max(FEWEST_AT_ONCE, min(MOST_AT_ONCE, 2 * size, round(size * HELD_SECONDS / held_seconds)))


def compose_alerts(db: Database, now: datetime, messages: Messages, pause: Pause = lambda: None) -> int:
    """Tell at once what arrived since the last time to those who want that; returns how many messages wait. Each story
    is matched once and worded once a language; the cursor goes on in the transaction of the last messages."""
    count, alerts = 0, Alerts(db, now)
    bodies: dict[tuple[int, str], tuple[int, ...]] = {}
    while True:
        with write(db):
            told = alerts.compose()
            if told is None:
                return count
            parcels = []
            for alert in told.alerts:
                language = alert.subscriber.language
                key = (id(alert.entry), language)
                if key not in bodies:
                    bodies[key] = save_bodies(db, (render_alert(alert.entry, language, messages),))
                parcels.append(Parcel(alert.group_key, alert.subscriber, bodies[key]))
            count += enqueue_all(db, parcels, now)
            settle_alerts(db, told.told, told.held, since=told.since, until=told.until)
            if not told.is_left:
                advance_alerts(db, told.until)
                return count
        pause()


class Wanted(NamedTuple):
    """Whatever a digest, its wording and its sending depend on: who shares all of it shares the digest."""

    filter: Filter
    since: datetime | None
    created_at: datetime | None
    slot: datetime
    until: datetime
    language: str
    most_entries: int
    grouping: Grouping
    timezone: str
    schedule: Schedule
    sends_empty: bool


@dataclass(slots=True, kw_only=True)
class _Composed:
    """A digest as it leaves. Its parts become bodies with the first of its readers; none: nothing is sent."""

    story_ids: tuple[int, ...]
    parts: tuple[OutgoingMessage, ...]
    bodies: tuple[int, ...] | None = None


@dataclass(slots=True, kw_only=True)
class _Plan:
    """What a tick does with all who share what a digest depends on. `wanted`: null where no window has passed."""

    subscription: Subscription
    settlement: Settlement
    wanted: Wanted | None
    composed: _Composed | None = None


Settled = tuple[Sequence[SettledDue], Mapping[Wanted, Subscription]]
"""Those who get something now, and the digests that the others wait for."""


class Composing:
    """One tick's work: each filter, window and language is composed once, and rendered once a zone and schedule."""

    def __init__(self, db: Database, now: datetime, messages: Messages, end: datetime | None) -> None:
        self._db, self._now, self._messages, self._end = db, now, messages, end
        self._composer = Composer(db)
        self._composed: dict[Wanted, _Composed] = {}
        self._slots = cache(self._read_slots)
        self._plans: dict[tuple[str, datetime], _Plan] = {}

    def settle(self, due: Iterable[Due], told_until: datetime) -> Settled:
        """Give them the digest of the last slot that has passed, for one covers a whole pause; and what is missing."""
        settled: list[SettledDue] = []
        missing: dict[Wanted, Subscription] = {}
        for each in due:
            plan = self._plans.get((each.shared, told_until))
            if plan is None:
                plan = self._plans[each.shared, told_until] = self._plan(each.ids[0], told_until)
            if plan.wanted and not plan.composed:
                plan.composed = self._composed.get(plan.wanted)
            if plan.wanted and not plan.composed:
                missing[plan.wanted] = plan.subscription
            else:
                settled.append(self._settle(each.ids, plan))
        return settled, missing

    def compose(self, wanted: Wanted, subscription: Subscription) -> None:
        """Have it ready for all who share it."""
        digest = self._read_digest(wanted)
        parts = (
            render_digest(digest, wanted.timezone, wanted.language, self._messages, schedule=wanted.schedule)
            if is_sent(subscription, digest.story_ids)
            else ()
        )
        self._composed[wanted] = _Composed(story_ids=digest.story_ids, parts=parts, bodies=None if parts else ())

    def _plan(self, subscription_id: int, told_until: datetime) -> _Plan:
        subscription = get_subscription(self._db, subscription_id)
        slots = self._slots(subscription.schedule, subscription.timezone, subscription.quiet, told_until)
        settlement = settle(subscription, slots)
        wanted = _want(subscription, settlement.slot, settlement.until) if settlement.slot else None
        return _Plan(subscription=subscription, settlement=settlement, wanted=wanted)

    def _settle(self, ids: tuple[int, ...], plan: _Plan) -> SettledDue:
        composed, settlement = plan.composed, plan.settlement
        return SettledDue(
            ids=ids,
            slot=settlement.slot,
            story_ids=composed.story_ids if composed else (),
            bodies=self._save(composed) if composed else (),
            anchor_at=settlement.anchor_at,
            next_due_at=settlement.next_due_at,
        )

    def _save(self, composed: _Composed) -> tuple[int, ...]:
        if composed.bodies is None:
            composed.bodies, composed.parts = save_bodies(self._db, composed.parts), ()
        return composed.bodies

    def _read_slots(self, schedule: Schedule, timezone: str, quiet: QuietHours | None, told_until: datetime) -> Slots:
        return read_slots(schedule, timezone, quiet, self._now, told_until, self._end)

    def _read_digest(self, wanted: Wanted) -> Digest:
        filter_, language, most, grouping = wanted.filter, wanted.language, wanted.most_entries, wanted.grouping
        if wanted.created_at is not None:
            return self._composer.compose_first(filter_, wanted.created_at, wanted.until, language, most, grouping)
        since = wanted.since
        assert since is not None
        shown = show_window(wanted.schedule, wanted.timezone, since, wanted.slot, self._now)
        return self._composer.compose_window(filter_, since, wanted.until, language, most, grouping, shown)


def _want(subscription: Subscription, slot: datetime, until: datetime) -> Wanted:
    return Wanted(
        filter=subscription.filter,
        since=subscription.anchor_at,
        created_at=None if subscription.anchor_at else subscription.created_at,
        slot=slot,
        until=until,
        language=subscription.subscriber.language,
        most_entries=subscription.most_entries,
        grouping=subscription.grouping,
        timezone=subscription.timezone,
        schedule=subscription.schedule,
        sends_empty=subscription.sends_empty,
    )
