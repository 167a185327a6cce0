"""The two doors by which people reach us: a message, new or edited, and a pressed button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import BadRequest
from telegram.ext import CallbackContext

from bot.handlers.context import Answer, Press, Pressed, Request
from bot.handlers.wire.admins import with_rights
from bot.handlers.wire.guards import get_context, read_asked, read_pressed
from bot.handlers.wire.order import Turns
from bot.handlers.wire.sending import answer_message, edit_message, send_all
from bot.render.html import plain

TOAST_LIMIT = 200
"""Characters Telegram shows of a callback answer."""


class Receiver:
    """Hands requests to the answers it is given, and the answers to Telegram."""

    def __init__(
        self, answer_words: Answer, answer_other: Answer, press: Press, needs_admin: Callable[[str], bool]
    ) -> None:
        self._needs_admin = needs_admin
        self._answer_words = answer_words
        self._answer_other = answer_other
        self._press = press
        self._turns = Turns()

    async def on_message(self, update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Answer what is for us; a sticker or photo is told that we read words."""
        context = get_context(ptb_context)
        asked = read_asked(update, ptb_context.bot, context.settings.language)
        if asked is None:
            return
        answer = self._answer_words if asked.is_words else self._answer_other
        async with self._turns.of(asked.request.chat_id):
            request = await self._with_rights(ptb_context.bot, asked.request)
            await answer_message(ptb_context.bot, context, request, answer(context, request))

    async def on_press(self, update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Do what the button says; Telegram waits for the callback's answer, so it comes first."""
        context = get_context(ptb_context)
        query, request = read_pressed(update, context.settings.language)
        if request is None:
            await answer_query(query, plain(context.messages.text("button.unknown", context.settings.language)))
            return
        async with self._turns.of(request.chat_id):
            pressed = self._press(context, await self._with_rights(ptb_context.bot, request))
            await answer_query(query, plain(pressed.toast) if pressed.toast else None)
            await _show(ptb_context.bot, query, request, pressed)

    async def _with_rights(self, bot: Bot, request: Request) -> Request:
        return await with_rights(bot, request) if self._needs_admin(request.words) else request


async def answer_query(query: CallbackQuery, toast: str | None = None) -> None:
    """Stop the button's waiting sign; too late for that is no fault."""
    try:
        await query.answer(text=toast[:TOAST_LIMIT] if toast else None)
    except BadRequest as error:
        if "query is too old" not in str(error).lower():
            raise


async def _show(bot: Bot, query: CallbackQuery, request: Request, pressed: Pressed) -> None:
    message = query.message
    assert message is not None
    sent = list(pressed.sent)
    if pressed.edited:
        is_there = isinstance(message, Message)
        if not (is_there and await edit_message(bot, request.chat_id, message.message_id, pressed.edited)):
            sent.insert(0, pressed.edited)
    await send_all(bot, request, sent, message.message_id)
