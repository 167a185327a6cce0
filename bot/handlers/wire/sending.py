"""Answers → Telegram: waits out a flood, swallows what is no fault, edits the answer of an edited question."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import httpx
from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TimedOut

from bot.delivery.sender import read_keyboard
from bot.handlers.context import Context, Request
from storage.chats.answers import find_answer, record_answer
from storage.models.chats import Answer, ChatKind, OutgoingMessage

log = logging.getLogger(__name__)

_TRIES = 4
_LONGEST_WAIT = 30.0
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")

T = TypeVar("T")


async def send_all(bot: Bot, request: Request, messages: Sequence[OutgoingMessage], reply_to: int | None) -> list[int]:
    """Send the parts in order; the ids of those that arrived."""
    sent = []
    for message in messages:
        message_id = await _send(bot, request, message, reply_to)
        if message_id is None:
            break
        sent.append(message_id)
    return sent


async def answer_message(bot: Bot, context: Context, request: Request, messages: Sequence[OutgoingMessage]) -> None:
    """Answer a message, or bring the answer up to date where the message was edited; remember which answers which."""
    reply_to = None if request.kind is ChatKind.PRIVATE else request.message_id
    known = find_answer(context.db, request.chat_id, request.message_id) if request.is_edit else None
    shown = await _edit_answer(bot, request, messages, known) if known else []
    shown += await send_all(bot, request, messages[len(shown) :], reply_to)
    if shown:
        answer = Answer(chat_id=request.chat_id, message_id=request.message_id, answer_message_ids=tuple(shown))
        record_answer(context.db, answer, context.now())


async def edit_message(bot: Bot, chat_id: int, message_id: int, message: OutgoingMessage) -> bool:
    """Whether the message now shows this; not, when it is gone."""
    try:
        await _attempt(
            lambda: bot.edit_message_text(
                message.text,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=read_keyboard(message),
                link_preview_options=_NO_PREVIEW,
            )
        )
    except BadRequest as error:
        if any(gone in str(error).lower() for gone in _GONE):
            return False
        raise
    return True


async def _send(bot: Bot, request: Request, message: OutgoingMessage, reply_to: int | None) -> int | None:
    sent = await _attempt(
        lambda: bot.send_message(
            request.chat_id,
            message.text,
            message_thread_id=request.thread_id or None,
            parse_mode=ParseMode.HTML,
            reply_markup=read_keyboard(message),
            link_preview_options=_NO_PREVIEW,
            reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
        )
    )
    return sent.message_id if sent else None


async def _edit_answer(bot: Bot, request: Request, messages: Sequence[OutgoingMessage], known: Answer) -> list[int]:
    """Part by part into the earlier answer's messages, up to one that is gone; those left over are taken away."""
    ids = known.answer_message_ids
    for surplus in ids[len(messages) :]:
        await _delete(bot, request.chat_id, surplus)
    shown: list[int] = []
    for message, message_id in zip(messages, ids, strict=False):
        if not await edit_message(bot, request.chat_id, message_id, message):
            break
        shown.append(message_id)
    return shown


async def _delete(bot: Bot, chat_id: int, message_id: int) -> None:
    try:
        await _attempt(lambda: bot.delete_message(chat_id, message_id))
    except BadRequest as error:  # too old, or gone already
        log.info("message %s of chat %s stays: %s", message_id, chat_id, error)


async def _attempt(call: Callable[[], Awaitable[T]]) -> T | None:
    """The call's result; None where the chat is closed to us or nothing had to change.

    Repeats only what surely did not arrive: a flood, and a connection that never came about.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            return await call()
        except Forbidden as error:
            log.info("not allowed to write: %s", error)
            return None
        except RetryAfter as error:
            seconds = _seconds(error.retry_after)
            if not tries_left or seconds > _LONGEST_WAIT:
                raise
            await asyncio.sleep(seconds)
        except TimedOut as error:
            if not tries_left or not isinstance(error.__cause__, httpx.ConnectTimeout | httpx.PoolTimeout):
                raise
        except BadRequest as error:
            if _UNCHANGED in str(error).lower():
                return None
            raise
    return None


def _seconds(wait: int | timedelta) -> float:
    """PTB hands either, by its environment."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
