"""Raw updates → concrete values, or None where nothing is asked of us: in a group all but commands and replies."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, overload

from telegram import Bot, CallbackQuery, Message, MessageEntity, MessageOriginChannel, Update
from telegram.ext import CallbackContext

from bot.handlers.context import Context, Request
from storage.models.chats import ChatKind
from storage.models.sources import SentPost

CONTEXT_KEY = "readout"
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A message that wants an answer. `is_words` is false for a sticker, a photo, a voice."""

    message: Message
    request: Request
    is_words: bool


def get_context(ptb_context: CallbackContext[Any, Any, Any, Any]) -> Context:
    """The one Context, put there by `app`."""
    context = ptb_context.bot_data[CONTEXT_KEY]
    assert isinstance(context, Context)
    return context


def read_asked(update: Update, bot: Bot, language: str) -> Asked | None:
    """The message, new or edited, if it is for us."""
    message = update.message or update.edited_message
    if message is None:
        return None
    kind = ChatKind(message.chat.type)
    words = _readable(message.text or (message.caption if message.forward_origin else None))
    if kind is not ChatKind.PRIVATE and not _is_for_us(message, bot):
        return None
    request = Request(
        chat_id=message.chat_id,
        thread_id=_thread_of(message),
        user_id=message.from_user.id if message.from_user else 0,
        message_id=message.message_id,
        kind=kind,
        words=words or "",
        language=language,
        update_id=update.update_id,
        is_edit=update.edited_message is not None,
        links=_links_of(message),
        post=_post_of(message, words) if words else None,
    )
    return Asked(message=message, request=request, is_words=words is not None)


def read_pressed(update: Update, language: str) -> tuple[CallbackQuery, Request | None]:
    """A pressed button; without a request where Telegram no longer tells under which message it hangs."""
    query = update.callback_query
    assert query is not None
    if query.message is None or query.data is None:
        return query, None
    message = query.message
    request = Request(
        chat_id=message.chat.id,
        thread_id=_thread_of(message) if isinstance(message, Message) else 0,
        user_id=query.from_user.id,
        message_id=message.message_id,
        kind=ChatKind(message.chat.type),
        words=_readable(query.data),
        language=language,
        update_id=update.update_id,
        under=(message.text or "") if isinstance(message, Message) else "",
    )
    return query, request


def split_command(words: str) -> tuple[str | None, str | None, str]:
    """The command in small letters, the bot it is addressed to, and what follows; no command for plain text."""
    found = _COMMAND.fullmatch(words.strip())
    if found is None:
        return None, None, words.strip()
    return found[1].lower(), found[2], (found[3] or "").strip()


def _links_of(message: Message) -> tuple[str, ...]:
    """An address without "https://" is one too, if Telegram shows it as such."""
    marked = (message.parse_entities if message.text else message.parse_caption_entities)(
        [MessageEntity.URL, MessageEntity.TEXT_LINK]
    )
    return tuple(entity.url or (words if "://" in words else f"https://{words}") for entity, words in marked.items())


def _post_of(message: Message, words: str) -> SentPost | None:
    """Whatever is forwarded. Only a channel's post was published, where and when Telegram says."""
    match message.forward_origin:
        case None:
            return None
        case MessageOriginChannel(chat=chat, message_id=number, date=at):
            url = f"https://t.me/{chat.username}/{number}" if chat.username else None
            key = f"post {chat.id}/{number}"
            return SentPost(key=key, text=words, url=url, source=_readable(chat.title), published_at=at)
        case _:
            return SentPost(key=f"post {hashlib.sha256(words.encode()).hexdigest()}", text=words)


def _is_for_us(message: Message, bot: Bot) -> bool:
    command, addressee, _ = split_command(message.text or "")
    if command:
        return addressee is None or addressee.lower() == bot.username.lower()
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.forum_topic_created:
        return False  # in a topic that we opened Telegram calls every message a reply to that
    return replied.from_user.id == bot.id


@overload
def _readable(words: str) -> str: ...
@overload
def _readable(words: None) -> None: ...
def _readable(words: str | None) -> str | None:
    """Half a surrogate pair is no character: neither SQLite nor a log takes it."""
    return words if words is None else words.encode("utf-8", "replace").decode()


def _thread_of(message: Message) -> int:
    """The forum topic; outside forums Telegram numbers threads of replies, which are no place of their own."""
    return message.message_thread_id or 0 if message.is_topic_message else 0
