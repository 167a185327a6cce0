"""Digests that fell due → the outbox: composed once for all who share filter, window and language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import cache

from bot.briefing.digest import Composer, Digest
from bot.briefing.schedule import find_zone, last_due, next_due
from bot.render.digests import render_digest
from bot.render.messages import Messages
from storage.chats.digests import record_digest
from storage.chats.outbox import digest_key, enqueue, save_bodies
from storage.chats.subscriptions import advance, list_due
from storage.database import Database, write
from storage.models.chats import Schedule, Subscription

AT_ONCE = 200
"""Subscriptions composed in one transaction: others who write wait no longer than that takes."""

Slots = tuple[datetime, datetime]


def compose_due(db: Database, now: datetime, messages: Messages, pause: Callable[[], None] = lambda: None) -> int:
    """Compose, enqueue and advance every subscription whose slot has come; returns how many. Safe to run twice at once.

    What is due is read under the write lock, so of two ticks the second finds nothing left. `pause` is called between
    transactions, for those who wait to write.
    """
    count, composing = 0, _Composing(db, now, messages)
    while True:
        with write(db):
            due = list_due(db, now, AT_ONCE)
            for subscription in due:
                composing.settle(subscription)
        count += len(due)
        if len(due) < AT_ONCE:
            return count
        pause()


class _Composing:
    """One tick's work: each filter, window and language is composed once, and rendered once a zone."""

    def __init__(self, db: Database, now: datetime, messages: Messages) -> None:
        self._db, self._now, self._messages = db, now, messages
        self._composer = Composer(db)
        self._bodies: dict[tuple[int, str, str], tuple[int, ...]] = {}
        self._zones = cache(find_zone)
        self._slots = cache(self._read_slots)

    def settle(self, subscription: Subscription) -> None:
        """Enqueue the digest of the last slot that has passed, and go on to the next: one covers a whole pause."""
        slot, next_at = self._slots(subscription.schedule, self._zones(subscription.timezone))
        since = subscription.anchor_at
        if since is None or since < slot:
            self._enqueue(subscription, slot)
        advance(self._db, subscription.id, slot=max(slot, since or slot), next_due_at=next_at)

    def _read_slots(self, schedule: Schedule, zone: tzinfo) -> Slots:
        return last_due(schedule, zone, self._now), next_due(schedule, zone, self._now)

    def _enqueue(self, subscription: Subscription, slot: datetime) -> None:
        since = subscription.anchor_at
        digest = self._compose(subscription, slot)
        is_new = record_digest(
            self._db,
            subscription_id=subscription.id,
            slot=slot,
            since=since,
            story_ids=digest.story_ids,
            now=self._now,
        )
        if is_new and (digest.story_ids or since is None or subscription.sends_empty):
            enqueue(
                self._db,
                group_key=digest_key(subscription.id, slot),
                subscriber=subscription.subscriber,
                bodies=self._render(digest, subscription),
                now=self._now,
            )

    def _compose(self, subscription: Subscription, slot: datetime) -> Digest:
        since, language = subscription.anchor_at, subscription.subscriber.language
        if since is None:
            return self._composer.compose_first(subscription.filter, subscription.created_at, slot, language)
        return self._composer.compose_window(subscription.filter, since, slot, language)

    def _render(self, digest: Digest, subscription: Subscription) -> tuple[int, ...]:
        # The composer keeps its digests for as long as this lives, so their identity tells them apart.
        key = (id(digest), subscription.timezone, subscription.subscriber.language)
        if key not in self._bodies:
            parts = render_digest(digest, subscription.timezone, key[2], self._messages)
            self._bodies[key] = save_bodies(self._db, parts)
        return self._bodies[key]
