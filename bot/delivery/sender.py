"""Deliveries → Telegram, one attempt at a time; what Telegram or the network answers becomes an `Outcome`."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.clock import Now
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent, UnreachedError
from storage.models.chats import Delivery, OutgoingMessage

logger = logging.getLogger(__name__)

LONGEST_BACK_OFF_SECONDS = 300

_UNREACHED = (UnreachedError, httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Of all failures on the way only these say for certain that Telegram has not got it."""
_NO_PREVIEW = {"is_disabled": True}
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


Call = Callable[[str, Mapping[str, object]], Awaitable[object]]
"""A method of the Bot API and its parameters → its result, as JSON has it; raises PTB's errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """Carries deliveries to Telegram. `is_paid`: with paid broadcast, which lifts the free pace.

    PTB's `Bot` makes objects of whatever Telegram says of a message, and we want its id: half of a send's work.
    """

    call: Call
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
        said: dict[str, object] = {
            "chat_id": delivery.chat_id,
            "text": text,
            "link_preview_options": _NO_PREVIEW,
            **({"parse_mode": parse_mode} if parse_mode else {}),
            **({"reply_markup": {"inline_keyboard": rows}} if (rows := _shape_keyboard(delivery.message)) else {}),
        }
        if delivery.edits is not None:
            return await self._edit(delivery.edits, said)
        if delivery.thread_id:
            said["message_thread_id"] = delivery.thread_id
        if self.is_paid:
            said["allow_paid_broadcast"] = True
        return _read_message_id(await self.call("sendMessage", said))

    async def _edit(self, message_id: int, said: Mapping[str, object]) -> int:
        """A message that shows this already is changed: an edit may be tried as often as one likes."""
        try:
            await self.call("editMessageText", {**said, "message_id": message_id})
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
    """A message's buttons as PTB has them: an address opens, anything else comes back as callback data."""
    rows = [
        [InlineKeyboardButton(b["text"], url=b.get("url"), callback_data=b.get("callback_data")) for b in row]
        for row in _shape_keyboard(message)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


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


def _read_message_id(message: object) -> int:
    match message:
        case {"message_id": int(id_)}:
            return id_
    raise TelegramError(f"no message in Telegram's answer: {message!r:.200}")


def _shape_keyboard(message: OutgoingMessage) -> list[list[dict[str, str]]]:
    return [[_shape_button(*button) for button in row] for row in message.keyboard]


def _shape_button(label: str, target: str) -> dict[str, str]:
    kind = "url" if target.startswith(("http://", "https://")) else "callback_data"
    return {"text": label, kind: target}
