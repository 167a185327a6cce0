"""What runs when: one table of ticks. The scheduler only ticks; who is due stands in the database."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.ext import Application, CallbackContext

from bot.briefing.digest import Composer, Digest
from bot.briefing.schedule import find_zone, last_due, next_due
from bot.clock import Now
from bot.delivery.outbox import Drain
from bot.render.digests import render_digest
from bot.render.messages import Messages
from storage.chats.answers import prune_answers
from storage.chats.digests import record_digest
from storage.chats.drafts import prune_drafts
from storage.chats.lookups import prune_lookups
from storage.chats.outbox import enqueue
from storage.chats.subscriptions import advance, list_due
from storage.database import Database, write
from storage.models.chats import OutgoingMessage, Subscription

logger = logging.getLogger(__name__)

DESK_KEY = "readout.desk"
"""Where `app` puts the `Desk` in `bot_data`."""
DRAFTS_KEPT = timedelta(days=7)

_AT_ONCE = 50
"""Subscriptions composed in one transaction: others who write wait no longer than that takes."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyContext = CallbackContext[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the ticks work with. `open_store` opens a connection of its own, for the thread it is called in."""

    open_store: Callable[[], Database]
    drain: Drain
    messages: Messages
    now: Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something done again and again."""

    name: str
    every_seconds: int
    run: Callable[[AnyContext], Coroutine[Any, Any, None]]


async def tick(desk: Desk) -> None:
    """Compose whoever is due and begin to send it; the demo calls it when its clock is moved."""
    await asyncio.to_thread(_compose, desk)
    desk.drain.wake()


async def run_tick(context: AnyContext) -> None:
    """Compose whoever is due and begin to send it."""
    await tick(_desk_of(context))


async def run_outbox(context: AnyContext) -> None:
    """Send what may be sent by now: retries, and what a chat's pace held back."""
    _desk_of(context).drain.wake()


async def run_housekeeping(context: AnyContext) -> None:
    """Forget what is kept for a while only."""
    await asyncio.to_thread(_prune, _desk_of(context))


TICKS = (
    Tick(name="digests", every_seconds=60, run=run_tick),
    Tick(name="outbox", every_seconds=5, run=run_outbox),
    Tick(name="housekeeping", every_seconds=24 * 60 * 60, run=run_housekeeping),
)


def schedule_jobs(application: AnyApplication) -> None:
    """Run every tick of the table now, and then whenever the clock shows a multiple of its seconds."""
    queue = application.job_queue
    assert queue is not None
    at = _desk_in(application.bot_data).now().timestamp()
    # APScheduler forgets what is a second late, unless told otherwise.
    job_kwargs = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    for each in TICKS:
        queue.run_once(each.run, 0, name=each.name, job_kwargs=job_kwargs)
        first = each.every_seconds - at % each.every_seconds
        queue.run_repeating(each.run, each.every_seconds, first=first, name=each.name, job_kwargs=job_kwargs)


def compose_due(db: Database, now: datetime, messages: Messages) -> int:
    """Compose, enqueue and advance every subscription whose slot has come; returns how many. Safe to run twice at once.

    What is due is read under the write lock, so of two ticks the second finds nothing left.
    """
    count, composing = 0, _Composing(db, now, messages)
    while True:
        with write(db):
            due = list_due(db, now, _AT_ONCE)
            for subscription in due:
                composing.settle(subscription)
        count += len(due)
        if len(due) < _AT_ONCE:
            return count


class _Composing:
    """One tick's work: each filter, window and language is composed once, and rendered once a zone."""

    def __init__(self, db: Database, now: datetime, messages: Messages) -> None:
        self._db, self._now, self._messages = db, now, messages
        self._composer = Composer(db)
        self._rendered: dict[tuple[int, str, str], tuple[OutgoingMessage, ...]] = {}

    def settle(self, subscription: Subscription) -> None:
        """Enqueue the digest of the last slot that has passed, and go on to the next: one covers a whole pause."""
        zone = find_zone(subscription.timezone)
        slot, since = last_due(subscription.schedule, zone, self._now), subscription.anchor_at
        if since is None or since < slot:
            self._enqueue(subscription, slot)
        advance(
            self._db,
            subscription.id,
            slot=max(slot, since or slot),
            next_due_at=next_due(subscription.schedule, zone, self._now),
        )

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
                group_key=f"digest:{subscription.id}:{slot:%Y%m%dT%H%M%SZ}",
                subscriber=subscription.subscriber,
                messages=self._render(digest, subscription),
                now=self._now,
            )

    def _compose(self, subscription: Subscription, slot: datetime) -> Digest:
        since, language = subscription.anchor_at, subscription.subscriber.language
        if since is None:
            return self._composer.compose_first(subscription.filter, subscription.created_at, slot, language)
        return self._composer.compose_window(subscription.filter, since, slot, language)

    def _render(self, digest: Digest, subscription: Subscription) -> tuple[OutgoingMessage, ...]:
        # The composer keeps its digests for as long as this lives, so their identity tells them apart.
        key = (id(digest), subscription.timezone, subscription.subscriber.language)
        if key not in self._rendered:
            self._rendered[key] = render_digest(digest, subscription.timezone, key[2], self._messages)
        return self._rendered[key]


def _compose(desk: Desk) -> None:
    db = desk.open_store()
    try:
        if count := compose_due(db, desk.now(), desk.messages):
            logger.info("%s subscriptions were due", count)
    finally:
        db.close()


def _prune(desk: Desk) -> None:
    db, now = desk.open_store(), desk.now()
    try:
        prune_lookups(db, now)
        prune_answers(db, now)
        prune_drafts(db, now - DRAFTS_KEPT)
    finally:
        db.close()


def _desk_of(context: AnyContext) -> Desk:
    return _desk_in(context.bot_data)


def _desk_in(bot_data: Mapping[str, object]) -> Desk:
    desk = bot_data[DESK_KEY]
    assert isinstance(desk, Desk)
    return desk
