"""What runs when: one table of ticks. The scheduler only ticks; who is due stands in the database."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.ext import Application, CallbackContext

from bot.briefing.subscribing.returning import fall_due_again
from bot.clock import Now
from bot.delivery.outbox import Drain
from bot.jobs.composing import compose_alerts, compose_due
from bot.jobs.correcting import apply_corrections
from bot.jobs.editing import compose_edits
from bot.jobs.sources import Sources
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from storage.chats.dialogue.answers import prune_answers
from storage.chats.dialogue.drafts import prune_drafts
from storage.chats.dialogue.lookups import prune_lookups
from storage.database import Database, sync_later
from storage.sources.runs import prune_runs
from storage.sources.wanted import prune_pages

logger = logging.getLogger(__name__)

DESK_KEY = "readout.desk"
"""Where `app` puts the `Desk` in `bot_data`."""
DRAFTS_KEPT = timedelta(days=7)
RUNS_KEPT = timedelta(days=40)
"""Longer than the window of any digest, which says what failed in it."""
PAGES_KEPT = timedelta(days=90)
"""A page that its feed still shows by then is fetched once more, and known by its address."""

_PAUSE_SECONDS = 0.02
"""Between two transactions of composing: whoever waits to write comes in."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyContext = CallbackContext[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the ticks work with. `open_store` opens a connection of its own, for the thread it is called in.

    `sources` is None where nothing is fetched: in the demo, in tests, and where a setting says so.
    """

    open_store: Callable[[], Database]
    drain: Drain
    messages: Messages
    now: Now
    gazetteer: Gazetteer
    sources: Sources | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something done again and again."""

    name: str
    every_seconds: int
    run: Callable[[AnyContext], Coroutine[Any, Any, None]]


async def tick(desk: Desk) -> None:
    """Compose whoever is due and begin to send it; the demo calls it when its clock is moved."""
    try:
        await asyncio.to_thread(compose, desk)
    finally:
        desk.drain.wake()


async def run_tick(context: AnyContext) -> None:
    """Compose whoever is due and begin to send it."""
    await tick(_desk_of(context))


async def run_outbox(context: AnyContext) -> None:
    """Tell at once what has arrived, and send what may be sent by now: retries, and what a chat's pace held back."""
    desk = _desk_of(context)
    try:
        await asyncio.to_thread(_alert, desk)
    finally:
        desk.drain.wake()


async def run_sources(context: AnyContext) -> None:
    """Fetch what is due, unless that is being done."""
    if (sources := _desk_of(context).sources) is not None:
        sources.wake(partial(run_outbox, context))


async def run_housekeeping(context: AnyContext) -> None:
    """Forget what is kept for a while only."""
    await asyncio.to_thread(_prune, _desk_of(context))


TICKS = (
    Tick(name="digests", every_seconds=60, run=run_tick),
    Tick(name="outbox", every_seconds=5, run=run_outbox),
    Tick(name="sources", every_seconds=2, run=run_sources),
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


def let_others_write() -> None:
    """The pause between two transactions of a tick."""
    time.sleep(_PAUSE_SECONDS)


def compose(desk: Desk) -> None:
    """Put into the outbox what has arrived for those who want it at once, and the digests that have fallen due."""
    with closing(desk.open_store()) as db:
        sync_later(db)
        try:
            apply_corrections(db, desk.gazetteer, desk.now)
        finally:  # a report that cannot be read anew must hold up no digest
            _compose_due(desk, db)


def _compose_due(desk: Desk, db: Database) -> None:
    if count := fall_due_again(db, desk.now()):
        logger.warning("the clock was set back: %s subscriptions fall due earlier", count)
    _compose_alerts(desk, db)
    if count := compose_due(db, desk.now(), desk.messages, let_others_write):
        logger.info("%s subscriptions were due", count)
    if count := compose_edits(db, desk.now(), desk.messages, let_others_write):
        logger.info("%s messages that were sent are edited", count)


def _alert(desk: Desk) -> None:
    with closing(desk.open_store()) as db:
        sync_later(db)
        try:
            apply_corrections(db, desk.gazetteer, desk.now)
        finally:
            _compose_alerts(desk, db)


def _compose_alerts(desk: Desk, db: Database) -> None:
    if count := compose_alerts(db, desk.now(), desk.messages, let_others_write):
        logger.info("%s alerts wait to be sent", count)


def _prune(desk: Desk) -> None:
    now = desk.now()
    with closing(desk.open_store()) as db:
        prune_lookups(db, now)
        prune_answers(db, now)
        prune_drafts(db, now - DRAFTS_KEPT)
        prune_runs(db, now - RUNS_KEPT)
        prune_pages(db, now - PAGES_KEPT)


def _desk_of(context: AnyContext) -> Desk:
    return _desk_in(context.bot_data)


def _desk_in(bot_data: Mapping[str, object]) -> Desk:
    desk = bot_data[DESK_KEY]
    assert isinstance(desk, Desk)
    return desk
