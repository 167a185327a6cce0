"""Answers → Telegram: what does not get through at once waits in the outbox; an edited question edits its answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from hashlib import blake2b

from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.delivery.outcomes import Blocked, InDoubt, Migrated, RetryAt
from bot.delivery.sender import read_error, read_keyboard
from bot.handlers.context import Context, Request
from bot.handlers.wire.patience import patiently
from storage.chats.dialogue.answers import find_answer, record_answer
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import move_chat, pause_chat, record_subscriber
from storage.database import write
from storage.errors import StorageError
from storage.models.chats import Answer, ChatKind, OutgoingMessage

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


async def send_all(
    bot: Bot, context: Context, request: Request, messages: Sequence[OutgoingMessage], reply_to: int | None
) -> list[int]:
    """Send the parts in order; the ids of those that arrived. The rest waits in the outbox, where it can arrive later.

    Raises:
        BadRequest: Telegram will not take a message, ever; a mistake of ours.
    """
    sent: list[int] = []
    for at, message in enumerate(messages):
        try:
            sent.append(await _send(bot, request, message, reply_to))
        except TelegramError as error:
            await patiently(partial(_leave, context, request, messages[at:], error))
            break
        context.replied(request.chat_id)
    return sent


async def answer_message(bot: Bot, context: Context, request: Request, messages: Sequence[OutgoingMessage]) -> None:
    """Answer a message, or bring the answer up to date where the message was edited; remember which answers which."""
    reply_to = None if request.kind is ChatKind.PRIVATE else request.message_id
    known = find_answer(context.db, request.chat_id, request.message_id) if request.is_edit else None
    fingerprint = _fingerprint(messages)
    if known and known.shown == fingerprint:
        return
    shown = await _edit_answer(bot, request, messages, known) if known else []
    shown += await send_all(bot, context, request, messages[len(shown) :], reply_to)
    if shown:
        answer = Answer(
            chat_id=request.chat_id, message_id=request.message_id, answer_message_ids=tuple(shown), shown=fingerprint
        )
        try:
            await patiently(lambda: record_answer(context.db, answer, context.now()))
        except StorageError as error:  # it was answered: an apology would be a second answer
            log.warning("which message answers %s is not remembered: %s", request.message_id, error)


def _fingerprint(messages: Sequence[OutgoingMessage]) -> str:
    """Two answers that show the same have the same."""
    return blake2b(repr([(each.text, each.keyboard) for each in messages]).encode(), digest_size=16).hexdigest()


async def edit_message(bot: Bot, chat_id: int, message_id: int, message: OutgoingMessage) -> bool:
    """Whether the message now shows this; not, when it is gone.

    Raises:
        TelegramError: it could not be changed.
    """
    try:
        await bot.edit_message_text(
            message.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=read_keyboard(message),
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        if any(gone in str(error).lower() for gone in _GONE):
            return False
        if _UNCHANGED not in str(error).lower():
            raise
    return True


async def _send(bot: Bot, request: Request, message: OutgoingMessage, reply_to: int | None) -> int:
    sent = await bot.send_message(
        request.chat_id,
        message.text,
        message_thread_id=request.thread_id or None,
        parse_mode=ParseMode.HTML,
        reply_markup=read_keyboard(message),
        link_preview_options=_NO_PREVIEW,
        reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
    )
    return sent.message_id


def _leave(context: Context, request: Request, messages: Sequence[OutgoingMessage], error: TelegramError) -> None:
    """What Telegram did not take at once goes to the outbox, unless it never will be taken."""
    match read_error(error, context.now(), attempt_count=1):
        case Blocked(reason=reason, is_topic=is_topic):
            log.info("not allowed to write to chat %s: %s", request.chat_id, reason)
            pause_chat(context.db, request.chat_id, reason, thread_id=request.thread_id if is_topic else None)
        case RetryAt(when=when):
            _post(context, request, messages, not_before=when)
        case InDoubt():
            _post(context, request, messages, is_repeat=True)
        case Migrated(chat_id=chat_id):
            _post(context, request, messages)
            move_chat(context.db, request.chat_id, chat_id)
        case _:
            raise error
    context.wake()


def _post(
    context: Context,
    request: Request,
    messages: Sequence[OutgoingMessage],
    *,
    not_before: datetime | None = None,
    is_repeat: bool = False,
) -> None:
    with write(context.db):
        chat = record_subscriber(
            context.db,
            chat_id=request.chat_id,
            thread_id=request.thread_id,
            kind=request.kind,
            language=request.language,
            now=context.now(),
        )
        enqueue(
            context.db,
            group_key=f"reply:{request.update_id}",
            subscriber=chat,
            bodies=save_bodies(context.db, messages),
            now=context.now(),
            not_before=not_before,
            is_repeat=is_repeat,
        )


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
        await bot.delete_message(chat_id, message_id)
    except TelegramError as error:  # too old, or gone already
        log.info("message %s of chat %s stays: %s", message_id, chat_id, error)
