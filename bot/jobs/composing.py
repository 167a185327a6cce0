"""What fell due → the outbox: digests of slots that came, alerts of stories that arrived. Composed once for many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache

from bot.briefing.alerts import Alerts
from bot.briefing.digest import Composer, Digest
from bot.briefing.due import Slots, is_sent, read_slots, settle
from bot.render.digests import render_alert, render_digest
from bot.render.messages import Messages
from storage.arrivals import advance_alerts, alert_cursor
from storage.chats.digests import record_digest
from storage.chats.outbox import digest_key, enqueue, save_bodies
from storage.chats.subscriptions import advance, list_due, settle_alerts
from storage.database import Database, write
from storage.models.chats import QuietHours, Schedule, Subscription

AT_ONCE = 200
"""Subscriptions composed in one transaction: others who write wait no longer than that takes."""

Pause = Callable[[], None]
"""Called between transactions, for those who wait to write."""


def compose_due(db: Database, now: datetime, messages: Messages, pause: Pause = lambda: None) -> int:
    """Compose, enqueue and advance every subscription whose slot has come; returns how many. Safe to run twice at once.

    What is due is read under the write lock, so of two ticks the second finds nothing left.
    """
    count, composing = 0, _Composing(db, now, messages)
    while True:
        with write(db):
            due, told_until = list_due(db, now, AT_ONCE), alert_cursor(db, now)
            for subscription in due:
                composing.settle(subscription, told_until)
        count += len(due)
        if len(due) < AT_ONCE:
            return count
        pause()


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
            for alert in told.alerts:
                language = alert.subscriber.language
                key = (id(alert.entry), language)
                if key not in bodies:
                    bodies[key] = save_bodies(db, (render_alert(alert.entry, language, messages),))
                count += enqueue(
                    db, group_key=alert.group_key, subscriber=alert.subscriber, bodies=bodies[key], now=now
                )
            settle_alerts(db, told.told, told.held, since=told.since, until=told.until)
            if not told.is_left:
                advance_alerts(db, told.until)
                return count
        pause()


class _Composing:
    """One tick's work: each filter, window and language is composed once, and rendered once a zone and schedule."""

    def __init__(self, db: Database, now: datetime, messages: Messages) -> None:
        self._db, self._now, self._messages = db, now, messages
        self._composer = Composer(db)
        self._bodies: dict[tuple[int, str, Schedule, str], tuple[int, ...]] = {}
        self._slots = cache(self._read_slots)

    def settle(self, subscription: Subscription, told_until: datetime) -> None:
        """Enqueue the digest of the last slot that has passed, and go on to the next: one covers a whole pause."""
        slots = self._slots(subscription.schedule, subscription.timezone, subscription.quiet, told_until)
        settlement = settle(subscription, slots)
        if settlement.slot is not None:
            self._enqueue(subscription, settlement.slot)
        advance(self._db, subscription.id, slot=settlement.anchor_at, next_due_at=settlement.next_due_at)

    def _read_slots(self, schedule: Schedule, timezone: str, quiet: QuietHours | None, told_until: datetime) -> Slots:
        return read_slots(schedule, timezone, quiet, self._now, told_until)

    def _enqueue(self, subscription: Subscription, slot: datetime) -> None:
        digest = self._compose(subscription, slot)
        is_new = record_digest(
            self._db,
            subscription_id=subscription.id,
            slot=slot,
            since=subscription.anchor_at,
            story_ids=digest.story_ids,
            now=self._now,
        )
        if is_new and is_sent(subscription, digest.story_ids):
            enqueue(
                self._db,
                group_key=digest_key(subscription.id, slot),
                subscriber=subscription.subscriber,
                bodies=self._render(digest, subscription),
                now=self._now,
            )

    def _compose(self, subscription: Subscription, slot: datetime) -> Digest:
        since, most, grouping = subscription.anchor_at, subscription.most_entries, subscription.grouping
        filter_, language = subscription.filter, subscription.subscriber.language
        if since is None:
            return self._composer.compose_first(filter_, subscription.created_at, slot, language, most, grouping)
        return self._composer.compose_window(filter_, since, slot, language, most, grouping)

    def _render(self, digest: Digest, subscription: Subscription) -> tuple[int, ...]:
        # The composer keeps its digests for as long as this lives, so their identity tells them apart.
        key = (id(digest), subscription.timezone, subscription.schedule, subscription.subscriber.language)
        if key not in self._bodies:
            parts = render_digest(digest, subscription.timezone, key[3], self._messages, schedule=subscription.schedule)
            self._bodies[key] = save_bodies(self._db, parts)
        return self._bodies[key]
