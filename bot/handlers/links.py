"""An administrator sends a link: it waits in the store, the ingest pass fetches it, and its card follows.

Here it is only written down: answers know nothing of `ingest`. What it brings is told to subscribers as any other news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.handlers.context import Context, Pressed, Request
from bot.handlers.correcting import may_correct
from bot.render.cards import parse_keep, render_card
from bot.render.html import join
from storage.chats.subscribers import record_subscriber
from storage.models.chats import ChatKind, OutgoingMessage
from storage.news.articles import get_article
from storage.news.stories import find_story
from storage.sources.links import send_links

MOST_LINKS = 5
"""Of one message; the others are left out, and it is told."""

_LONGEST_LINK = 2000
_LINK = re.compile(r"(?<![\w@./:-])https?://[^\s<>\"'«»“”]{3,}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}…"


def take_links(context: Context, request: Request) -> Sequence[OutgoingMessage] | None:
    """What is answered to a message with links; None where it has none, or its writer may send none."""
    urls = find_links(request)
    if not urls or request.kind is not ChatKind.PRIVATE or not may_correct(context, request):
        return None
    messages, language = context.messages, request.language
    if not context.settings.fetch:
        return (OutgoingMessage(text=messages.text("links.off", language)),)
    reader = record_subscriber(
        context.db,
        chat_id=request.chat_id,
        thread_id=request.thread_id,
        kind=request.kind,
        language=language,
        now=context.now(),
    )
    count = send_links(context.db, urls[:MOST_LINKS], reader.id, context.now())
    said = [messages.plural("links.taken", language, count)] if count else []
    if left := len(urls) - count:
        said.append(messages.plural("links.left", language, left))
    return (OutgoingMessage(text=join("\n", said)),)


def find_links(request: Request) -> tuple[str, ...]:
    """The addresses in the words and behind them, each once, in order."""
    written = (found.rstrip(_TRAILING) for found in _LINK.findall(request.words))
    return tuple(dict.fromkeys(url for url in (*written, *request.links) if len(url) <= _LONGEST_LINK))


def press_card_button(context: Context, request: Request) -> Pressed:
    """Keep it: the buttons go. Whoever is no administrator is refused, for buttons can be forged."""
    if not may_correct(context, request):
        return Pressed(toast=context.messages.text("correct.refused", request.language))
    article_id = parse_keep(request.words)
    article = get_article(context.db, article_id) if article_id else None
    story = find_story(context.db, article.story_id) if article else None
    if article is None or story is None:
        return Pressed(toast=context.messages.text("evidence.gone", request.language))
    card = render_card(story, article, request.language, context.messages, is_decided=True)
    return Pressed(edited=card, toast=context.messages.text("card.kept", request.language))
