"""Deliveries → Telegram, one attempt at a time; what Telegram or the network answers becomes an `Outcome`."""

from __future__ import annotations

import html
import logging
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.clock import Now
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent, UnreachedError
from storage.models.chats import Delivery, OutgoingMessage

logger = logging.getLogger(__name__)

LONGEST_BACK_OFF_SECONDS = 300

_UNREACHED = (UnreachedError, httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Of all failures on the way only these say for certain that Telegram has not got it."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
_TAG = re.compile(r"<[^<>]*>")
_PARSE_ERROR = "can't parse entities"
_CLOSED_TOPIC = ("topic_closed", "topic_deleted", "message thread not found")
_CLOSED_CHAT = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "chat_restricted",
    "have no rights to send",
    "not enough rights to send",
    "need administrator rights",
    "group chat was deleted",
    "group chat was deactivated",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """Carries deliveries to Telegram. `is_paid`: with paid broadcast, which lifts the free pace."""

    bot: Bot
    now: Now
    repeat_mark: str
    is_paid: bool = False

    async def send(self, delivery: Delivery) -> Outcome:
        """One attempt. A part that was sent before and may have arrived opens with `repeat_mark`."""
        text = f"{self.repeat_mark}\n\n{delivery.message.text}" if delivery.is_repeat else delivery.message.text
        try:
            return Sent(message_id=await self._call(delivery, text, ParseMode.HTML))
        except BadRequest as error:
            if _PARSE_ERROR not in str(error).lower():
                return read_error(error, self.now(), delivery.attempt_count)
            logger.error("%s: Telegram cannot read our HTML, sent as plain text: %s", delivery.dedupe_key, error)
            return await self._send_plain(delivery, text, str(error))
        except TelegramError as error:
            return read_error(error, self.now(), delivery.attempt_count)
        except Exception as error:  # one answer nobody foresaw must not hold up every other chat
            logger.exception("%s: an answer that cannot be read", delivery.dedupe_key)
            return InDoubt(reason=repr(error))

    async def _send_plain(self, delivery: Delivery, text: str, flaw: str) -> Outcome:
        try:
            return Sent(message_id=await self._call(delivery, plain_text(text), None), flaw=flaw)
        except TelegramError as error:
            return read_error(error, self.now(), delivery.attempt_count)

    async def _call(self, delivery: Delivery, text: str, parse_mode: str | None) -> int:
        if delivery.edits is not None:
            return await self._edit(delivery, delivery.edits, text, parse_mode)
        message = await self.bot.send_message(
            delivery.chat_id,
            text,
            parse_mode=parse_mode,
            message_thread_id=delivery.thread_id or None,
            link_preview_options=_NO_PREVIEW,
            reply_markup=read_keyboard(delivery.message),
            allow_paid_broadcast=self.is_paid or None,
        )
        return message.message_id

    async def _edit(self, delivery: Delivery, message_id: int, text: str, parse_mode: str | None) -> int:
        """A message that shows this already is changed: an edit may be tried as often as one likes."""
        try:
            await self.bot.edit_message_text(
                text,
                chat_id=delivery.chat_id,
                message_id=message_id,
                parse_mode=parse_mode,
                link_preview_options=_NO_PREVIEW,
                reply_markup=read_keyboard(delivery.message),
            )
        except BadRequest as error:
            if _UNCHANGED not in str(error).lower():
                raise
        return message_id


def read_error(error: TelegramError, at: datetime, attempt_count: int) -> Outcome:
    """What a failed attempt means. BadRequest and TimedOut are NetworkErrors too: the order matters."""
    match error:
        case RetryAfter():
            return RetryAt(when=at + timedelta(seconds=read_wait_seconds(error)), reason=str(error), is_flood=True)
        case ChatMigrated():
            return Migrated(chat_id=error.new_chat_id)
        case Forbidden():
            return Blocked(reason=str(error))
        case InvalidToken():
            logger.error("Telegram does not know the bot's token: %s", error)
            return RetryAt(when=at + timedelta(seconds=LONGEST_BACK_OFF_SECONDS), reason=str(error))
        case BadRequest():
            return _read_bad_request(str(error))
    if "too many requests" in str(error).lower():  # a 429 that does not say how long
        return RetryAt(when=at + back_off(attempt_count), reason=str(error), is_flood=True)
    if isinstance(error.__cause__, _UNREACHED):
        return RetryAt(when=at + back_off(attempt_count), reason=str(error) or repr(error.__cause__))
    return InDoubt(reason=str(error) or repr(error))


def back_off(attempt_count: int) -> timedelta:
    """Longer after each attempt: 2, 4, 8 … seconds."""
    return timedelta(seconds=min(2 ** min(attempt_count, 16), LONGEST_BACK_OFF_SECONDS))


def read_keyboard(message: OutgoingMessage) -> InlineKeyboardMarkup | None:
    """Telegram's form of a message's buttons: an address opens, anything else comes back as callback data."""
    if not message.keyboard:
        return None
    return InlineKeyboardMarkup([[_button(*button) for button in row] for row in message.keyboard])


def plain_text(text: str) -> str:
    """What a reader would see of our HTML."""
    return html.unescape(_TAG.sub("", text))


def _read_bad_request(reason: str) -> Outcome:
    lowered = reason.lower()
    if any(words in lowered for words in _CLOSED_TOPIC):
        return Blocked(reason=reason, is_topic=True)
    if any(words in lowered for words in _CLOSED_CHAT):
        return Blocked(reason=reason)
    return Rejected(reason=reason)


def read_wait_seconds(error: TelegramError) -> float:
    """How long Telegram told us to wait; 0 where it did not."""
    if not isinstance(error, RetryAfter):
        return 0
    # A whole number of seconds, or a timedelta where PTB_TIMEDELTA is set.
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _button(label: str, target: str) -> InlineKeyboardButton:
    if target.startswith(("http://", "https://")):
        return InlineKeyboardButton(label, url=target)
    return InlineKeyboardButton(label, callback_data=target)
