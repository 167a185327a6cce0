"""/start, /privacy, and what is said to stickers and unknown commands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.context import Context, Request
from bot.handlers.subscribing.keeping import resume_chat
from storage.models.chats import OutgoingMessage


def answer_start(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    resume_chat(context, request)
    return _say(context, request, "start")


def answer_privacy(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return _say(context, request, "privacy")


def answer_wordless(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """A sticker, a photo, a voice."""
    return _say(context, request, "ask.words_only")


def _say(context: Context, request: Request, key: str) -> Sequence[OutgoingMessage]:
    return (OutgoingMessage(text=context.messages.text(key, request.language)),)
