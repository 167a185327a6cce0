"""Composition root: the one place that builds database, gazetteer, messages and the Telegram application."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest

from bot.clock import Now
from bot.config import Settings
from bot.delivery.line import Line
from bot.delivery.outbox import Drain
from bot.delivery.pacer import FREE_SENDS_A_SECOND, PAID_SENDS_A_SECOND, Pacer
from bot.delivery.sender import read_wait_seconds
from bot.delivery.settling import RESENT
from bot.errors import SettingsError
from bot.handlers import CONTEXT_KEY, register, set_menu
from bot.handlers.context import Context
from bot.ingest.seeding import load_seeds
from bot.jobs import DESK_KEY, Desk, schedule_jobs, tick
from bot.jobs.cards import Cards
from bot.jobs.notices import Notices
from bot.jobs.sources import Sources
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import load_messages
from storage.database import open_database, set_patience
from storage.seeds import read_seeds
from storage.sending import SendingRight

if TYPE_CHECKING:
    from bot.ingest.gathering.gatherer import Gatherer

logger = logging.getLogger(__name__)

_AT_ONCE = 256
"""Updates handled side by side; within a chat the receiver keeps their order."""

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""What we ask Telegram to send: nothing else is handled."""
_LONGEST_PAUSE_SECONDS = 60
_CONFLICTS = 3
"""So many refused polls in a row are another poller; one may be a stray request."""
_END_SECONDS = 8.0
"""How long a hanging Telegram is waited for at the end: containers are killed after ten."""
_LAST_POLL_SECONDS = 3.0
"""Of these; whoever does not tell Telegram what it got gets it again, and knows it."""
_BUSY_SECONDS = 0.1
"""How long the event loop stands still for another program's lock; whoever can wait longer does so beside it."""


def build_context(settings: Settings, now: Now) -> Context:
    """Open the database, load the seeds into it, and read everything that is known beforehand.

    Raises:
        StorageError: the file cannot be opened.
        SeedError: a seed breaks its format.
    """
    db = open_database(settings.database)
    seeds = read_seeds()
    gazetteer = Gazetteer(seeds)
    load_seeds(db, seeds, gazetteer, now)
    set_patience(db, _BUSY_SECONDS)
    return Context(
        db=db,
        gazetteer=gazetteer,
        messages=load_messages(seeds.countries),
        settings=settings,
        now=now,
    )


def build_application(context: Context, token: str, api_url: str, *, has_sources: bool = False) -> TelegramApplication:
    """The bot over the Bot API server at `api_url`, everything registered, nothing started.

    Only with `has_sources` is anything fetched from elsewhere.
    """
    certificates = {"verify": httpx.create_ssl_context()}  # one for both: each costs a fortieth of a second
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(HTTPXRequest(connection_pool_size=_AT_ONCE, httpx_kwargs=certificates))
        .get_updates_request(HTTPXRequest(connection_pool_size=1, httpx_kwargs=certificates))
        .concurrent_updates(_AT_ONCE)
        .build()
    )
    drain = _build_drain(context, token, api_url)
    application.bot_data[CONTEXT_KEY] = replace(
        context, wake=drain.wake, replied=drain.replied, making_way=drain.making_way
    )
    application.bot_data[DESK_KEY] = Desk(
        open_store=partial(open_database, context.settings.database),
        drain=drain,
        messages=context.messages,
        now=context.now,
        gazetteer=context.gazetteer,
        sources=_build_sources(context) if has_sources else None,
    )
    register(application)
    return application


async def find_bot_name(token: str, api_url: str) -> str | None:
    """Whose token it is, as Telegram says; None where Telegram cannot be reached.

    Raises:
        SettingsError: Telegram refuses the token.
    """
    try:
        async with Bot(token, base_url=f"{api_url}/bot") as bot:
            return bot.username
    except InvalidToken as error:
        raise SettingsError("READOUT_TOKEN: Telegram does not know this token") from error
    except NetworkError:
        return None


def _build_drain(context: Context, token: str, api_url: str) -> Drain:
    settings = context.settings
    line = Line(
        token,
        api_url,
        now=context.now,
        repeat_mark=context.messages.text("delivery.repeat", settings.language),
        is_paid=settings.paid_broadcast,
    )
    right = SendingRight(settings.database)

    async def close() -> None:
        await line.close()
        right.release()

    return Drain(
        context.db,
        line.send,
        now=context.now,
        pacer=Pacer(PAID_SENDS_A_SECOND if settings.paid_broadcast else FREE_SENDS_A_SECOND),
        resent=RESENT[settings.resend_in_doubt],
        may_send=right.take,
        notices=Notices(context.messages, settings.language, settings.admins),
        open_line=line.open,
        close=close,
    )


def _build_sources(context: Context) -> Sources:
    settings = context.settings

    def load() -> AbstractAsyncContextManager[Gatherer]:
        from bot.ingest.gathering.opening import gathering

        return gathering(
            settings, context.gazetteer, context.now, Cards(context.messages, context.now, settings.admins).tell
        )

    notices = Notices(context.messages, settings.language, settings.admins)
    return Sources(load, partial(open_database, settings.database), notices, context.now)


@asynccontextmanager
async def running(application: TelegramApplication) -> AsyncIterator[asyncio.Event]:
    """Poll and tick for as long as the block lasts; what is being sent at its end is finished, if that is soon.

    The event tells that another poller has taken over.
    """
    taken_over, conflicts = asyncio.Event(), 0
    updater = application.updater
    assert updater is not None

    def on_polling_error(error: TelegramError) -> None:
        nonlocal conflicts
        logger.warning("polling failed: %s", error)
        conflicts = conflicts + 1 if isinstance(error, Conflict) else 0
        if conflicts >= _CONFLICTS:
            taken_over.set()

    await _reach_telegram(application)
    try:
        await application.start()
        schedule_jobs(application)
        await updater.start_polling(allowed_updates=UPDATES, error_callback=on_polling_error, bootstrap_retries=-1)
        yield taken_over
    finally:
        await _end(application)


async def _end(application: TelegramApplication) -> None:
    """Begin nothing more, and finish what is under way while there is time."""
    desk, updater, begun = desk_of(application), application.updater, asyncio.get_running_loop().time()
    sends = asyncio.create_task(desk.drain.stop(_END_SECONDS))
    assert updater is not None
    if updater.running:
        with suppress(TimeoutError):
            async with asyncio.timeout_at(begun + _LAST_POLL_SECONDS):
                await updater.stop()
    if application.running:
        with suppress(TimeoutError):
            async with asyncio.timeout_at(begun + _END_SECONDS):
                await application.stop()
    if desk.sources is not None:
        await desk.sources.stop()
    await sends
    await application.shutdown()


async def run_due(application: TelegramApplication) -> None:
    """Compose and send what has fallen due, now: for a clock that was moved."""
    await tick(desk_of(application))


def desk_of(application: TelegramApplication) -> Desk:
    """What the ticks of this application work with."""
    desk = application.bot_data[DESK_KEY]
    assert isinstance(desk, Desk)
    return desk


async def _reach_telegram(application: TelegramApplication) -> None:
    """Wait for the network, however long it takes: a machine often starts before its network does."""
    pause_seconds = 1
    while True:
        try:
            await application.initialize()
            await set_menu(application, application.bot_data[CONTEXT_KEY])
        except InvalidToken as error:
            raise SettingsError("READOUT_TOKEN: Telegram does not know this token; ask @BotFather for it") from error
        except TelegramError as error:
            wait_seconds = max(pause_seconds, read_wait_seconds(error))
            logger.warning("Telegram is out of reach, next try in %s s: %s", wait_seconds, error)
            await asyncio.sleep(wait_seconds)
            pause_seconds = min(2 * pause_seconds, _LONGEST_PAUSE_SECONDS)
        else:
            return
