"""Composition root: the one place that builds database, gazetteer, messages and the Telegram application."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Bot
from telegram.ext import Application, ApplicationBuilder

from bot.clock import Now
from bot.config import Settings
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome
from bot.delivery.sender import send_delivery
from bot.handlers import CONTEXT_KEY, register, set_menu
from bot.handlers.context import Context
from bot.handlers.wire.order import ChatOrder
from bot.jobs import DESK_KEY, Desk, schedule_jobs
from bot.reading.gazetteer import build_gazetteer
from bot.render.messages import load_messages
from storage.database import open_database
from storage.models.chats import Delivery
from storage.news.officials import load_officials
from storage.seeds import read_seeds

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]


def build_context(settings: Settings, now: Now) -> Context:
    """Open the database, load the seeds into it, and read everything that is known beforehand.

    Raises:
        StorageError: the file cannot be opened.
        SeedError: a seed breaks its format.
    """
    db = open_database(settings.database)
    seeds = read_seeds()
    load_officials(db, seeds, now())
    return Context(
        db=db,
        gazetteer=build_gazetteer(seeds),
        messages=load_messages(seeds.countries),
        settings=settings,
        now=now,
    )


def build_application(context: Context, token: str, api_url: str) -> TelegramApplication:
    """The bot over the Bot API server at `api_url`, everything registered, nothing started."""
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .concurrent_updates(ChatOrder())
        .post_init(_begin)
        .post_stop(_end)
        .build()
    )
    drain = _build_drain(context, application.bot)
    application.bot_data[CONTEXT_KEY] = replace(context, wake=drain.wake)
    application.bot_data[DESK_KEY] = Desk(
        open_store=partial(open_database, context.settings.database),
        drain=drain,
        messages=context.messages,
        now=context.now,
    )
    register(application)
    return application


def _build_drain(context: Context, bot: Bot) -> Drain:
    mark = context.messages.text("delivery.repeat", context.settings.language)

    async def send(delivery: Delivery) -> Outcome:
        return await send_delivery(bot, delivery, now=context.now, repeat_mark=mark)

    return Drain(context.db, send, now=context.now)


async def _begin(application: TelegramApplication) -> None:
    """Before the first update: the menu, and the ticks."""
    context = application.bot_data[CONTEXT_KEY]
    assert isinstance(context, Context)
    await set_menu(application, context)
    schedule_jobs(application)


async def _end(application: TelegramApplication) -> None:
    """After the last update: what is being sent is finished."""
    desk = application.bot_data[DESK_KEY]
    assert isinstance(desk, Desk)
    await desk.drain.stop()
