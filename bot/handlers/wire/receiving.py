"""The two doors by which people reach us: a message, new or edited, and a pressed button."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackContext

from bot.handlers.context import Answer, Context, Press, Pressed, Request
from bot.handlers.wire.admins import with_rights
from bot.handlers.wire.guards import get_context, read_asked, read_pressed
from bot.handlers.wire.order import Turns
from bot.handlers.wire.patience import patiently
from bot.handlers.wire.sending import answer_message, edit_message, send_all
from bot.render.html import plain
from storage.chats.dialogue.answers import find_answer
from storage.models.chats import OutgoingMessage

log = logging.getLogger(__name__)

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
        self._last_album: str | None = None

    async def on_message(self, update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Answer what is for us; a sticker or photo is told that we read words."""
        context = get_context(ptb_context)
        asked = read_asked(update, ptb_context.bot, context.settings.language)
        if asked is None:
            return
        answer = self._answer_words if asked.is_words else self._answer_other
        with context.making_way():
            async with self._turns.of(asked.request.chat_id):
                if self._is_answered(context, asked.request) or self._is_of_known_album(asked.message):
                    return
                request = await self._with_rights(ptb_context.bot, asked.request)
                messages = await patiently(lambda: answer(context, request))
                await answer_message(ptb_context.bot, context, request, messages)

    async def on_press(self, update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Do what the button says; Telegram waits for the callback's answer, so it comes first."""
        context = get_context(ptb_context)
        query, request = read_pressed(update, context.settings.language)
        if request is None:
            await answer_query(query, plain(context.messages.text("button.unknown", context.settings.language)))
            return
        with context.making_way():
            async with self._turns.of(request.chat_id):
                trusted = await self._with_rights(ptb_context.bot, request)
                pressed = await patiently(lambda: self._press(context, trusted))
                await answer_query(query, plain(pressed.toast) if pressed.toast else None)
                await _show(ptb_context.bot, context, query, request, pressed)

    def _is_answered(self, context: Context, request: Request) -> bool:
        """Telegram hands an update out again to a process that died before it could confirm it."""
        return not request.is_edit and find_answer(context.db, request.chat_id, request.message_id) is not None

    def _is_of_known_album(self, message: Message) -> bool:
        """The pictures of an album are messages of their own: one hint is enough."""
        is_known = message.media_group_id is not None and message.media_group_id == self._last_album
        self._last_album = message.media_group_id or self._last_album
        return is_known

    async def _with_rights(self, bot: Bot, request: Request) -> Request:
        return await with_rights(bot, request) if self._needs_admin(request.words) else request


async def answer_query(query: CallbackQuery, toast: str | None = None) -> None:
    """Stop the button's waiting sign; where that fails, what the button does matters more."""
    try:
        await query.answer(text=toast[:TOAST_LIMIT] if toast else None)
    except TelegramError as error:
        log.info("a press was not acknowledged: %s", error)


async def _show(bot: Bot, context: Context, query: CallbackQuery, request: Request, pressed: Pressed) -> None:
    message = query.message
    assert message is not None
    sent = list(pressed.sent)
    if pressed.edited:
        is_there = isinstance(message, Message)
        if not (is_there and await _edited(bot, request.chat_id, message.message_id, pressed.edited)):
            sent.insert(0, pressed.edited)
    await send_all(bot, context, request, sent, message.message_id)


async def _edited(bot: Bot, chat_id: int, message_id: int, message: OutgoingMessage) -> bool:
    """Whether the message shows it; one that could not be changed is sent anew, for a page asked for must come."""
    try:
        return await edit_message(bot, chat_id, message_id, message)
    except BadRequest:
        raise
    except TelegramError as error:
        log.info("message %s of chat %s was not changed: %s", message_id, chat_id, error)
        return False
