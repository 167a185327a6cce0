"""An administrator sends a link or forwards a post: it waits in the store, an ingest pass reads it, its card follows.

Here it is only written down: answers know nothing of `ingest`. What it brings is told to subscribers as any other news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.handlers.context import Context, Pressed, Request
from bot.handlers.correcting import may_correct
from bot.handlers.subscribing.keeping import reader_of
from bot.render.cards import parse_keep, render_card
from bot.render.html import join
from storage.models.chats import ChatKind, OutgoingMessage
from storage.models.sources import SentPost
from storage.news.articles import get_article
from storage.news.stories import find_story
from storage.sources.links import send_links

MOST_LINKS = 5
"""Of one message; the others are left out, and it is told."""

SHORTEST_POST = 80
"""Characters of a forwarded post that can be read by itself."""

_LONGEST_LINK = 2000
_LINK = re.compile(r"(?<![\w@./:-])https?://[^\s<>\"'«»“”]{3,}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}…"


def take_links(context: Context, request: Request) -> Sequence[OutgoingMessage] | None:
    """What is answered to links and forwarded posts; None where there are none, or the writer may send none."""
    urls, post = find_links(request), request.post
    if not (urls or post) or request.kind is not ChatKind.PRIVATE or not may_correct(context, request):
        return None
    if not context.settings.fetch:
        return (OutgoingMessage(text=context.messages.text("links.off", request.language)),)
    if post is not None and (len(post.text) >= SHORTEST_POST or not urls):
        return (_take_post(context, request, post),)
    return (_take_urls(context, request, urls),)


def _take_urls(context: Context, request: Request, urls: Sequence[str]) -> OutgoingMessage:
    messages, language = context.messages, request.language
    count = send_links(context.db, urls[:MOST_LINKS], reader_of(context, request).id, context.now())
    said = [messages.plural("links.taken", language, count)] if count else []
    if left := len(urls) - count:
        said.append(messages.plural("links.left", language, left))
    return OutgoingMessage(text=join("\n", said))


def _take_post(context: Context, request: Request, post: SentPost) -> OutgoingMessage:
    messages, language = context.messages, request.language
    if len(post.text) < SHORTEST_POST:
        return OutgoingMessage(text=messages.text("links.short", language))
    if not send_links(context.db, [post], reader_of(context, request).id, context.now()):
        return OutgoingMessage(text=messages.plural("links.left", language, 1))
    return OutgoingMessage(text=messages.text("links.post", language))


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
