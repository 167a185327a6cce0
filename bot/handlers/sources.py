"""/sources: where the news comes from, and how each source does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.context import Context, Request
from bot.render.answers.sources import render_sources
from storage.models.chats import OutgoingMessage
from storage.sources.feeds import list_standings


def answer_sources(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """A page of them; the argument is its number."""
    words = request.words.strip()
    page = int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 1
    return (
        render_sources(
            list_standings(context.db, context.now()),
            page,
            context.zone_of(request).key,
            request.language,
            context.messages,
            is_fetched=context.settings.fetch,
        ),
    )
