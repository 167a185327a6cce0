"""What becomes of a chat: it blocks us, removes us, or moves; nobody is written to who wants no more."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.constants import ChatMemberStatus
from telegram.ext import CallbackContext

from bot.handlers.wire.guards import get_context
from storage.chats.subscribers import move_chat, pause_chat

_OUT = frozenset((ChatMemberStatus.BANNED, ChatMemberStatus.LEFT))


async def on_membership(update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
    """We were blocked or removed: its digests pause; whoever comes back says /start."""
    changed = update.my_chat_member
    if changed is not None and changed.new_chat_member.status in _OUT:
        pause_chat(get_context(ptb_context).db, changed.chat.id, "blocked")


async def on_moved(update: Update, ptb_context: CallbackContext[Any, Any, Any, Any]) -> None:
    """A group became a supergroup, which has another number."""
    message = update.effective_message
    if message is not None and message.migrate_to_chat_id is not None:
        move_chat(get_context(ptb_context).db, message.chat_id, message.migrate_to_chat_id)
