"""Who may decide for a chat: in a group its administrators, elsewhere whoever writes."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.handlers.context import Request
from storage.models.chats import ChatKind

log = logging.getLogger(__name__)

ANONYMOUS_ADMIN_ID = 1087968824
"""Telegram's GroupAnonymousBot, in whose name an administrator writes who stays anonymous."""


async def with_rights(bot: Bot, request: Request) -> Request:
    """The request with `is_admin` as Telegram tells it; no, where it does not tell."""
    if request.kind is ChatKind.PRIVATE or request.user_id == ANONYMOUS_ADMIN_ID:
        return request
    try:
        member = await bot.get_chat_member(request.chat_id, request.user_id)
    except TelegramError as error:
        log.info("who may decide for chat %s is not known: %s", request.chat_id, error)
        return replace(request, is_admin=False)
    return replace(request, is_admin=member.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR))
