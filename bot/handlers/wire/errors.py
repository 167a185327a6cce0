"""What escaped an answer: logged first, then the person is told, in words that hold no secret."""

from __future__ import annotations

import logging
from typing import Any

from telegram import Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackContext

from bot.handlers.context import Context
from bot.handlers.wire.guards import get_context, read_asked, read_pressed
from bot.handlers.wire.receiving import answer_query
from bot.handlers.wire.sending import send_all
from bot.render.html import Html, plain
from storage.errors import ReadoutError
from storage.models.chats import OutgoingMessage

log = logging.getLogger(__name__)


async def on_error(update: object, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Telegram's error handler."""
    error = ptb_context.error
    log.error("an update failed: %s", error, exc_info=error)
    # A chat that Telegram cannot reach now cannot be told so either.
    unreachable = isinstance(error, TelegramError) and not isinstance(error, BadRequest)
    if unreachable or not isinstance(update, Update):
        return
    try:
        await _tell(update, ptb_context, error)
    except TelegramError as failure:
        log.warning("nor could the person be told: %s", failure)


async def _tell(update: Update, ptb_context: CallbackContext[Any, Any, Any, Any], error: Exception | None) -> None:
    context = get_context(ptb_context)
    text = _apology(context, error)
    if update.callback_query:
        query, _ = read_pressed(update, context.settings.language)
        await answer_query(query, plain(text))
    elif asked := read_asked(update, ptb_context.bot, context.settings.language):
        await send_all(ptb_context.bot, context, asked.request, [OutgoingMessage(text=text)], None)


def _apology(context: Context, error: Exception | None) -> Html:
    language = context.settings.language
    if isinstance(error, ReadoutError):
        return context.messages.text(error.person_key, language, **error.values)
    return context.messages.text("error.unexpected", language)
