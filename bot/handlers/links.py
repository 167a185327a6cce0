"""Somebody sends a link or forwards a post: it waits in the store, an ingest pass reads it, its card follows.

Here it is only written down: answers know nothing of `ingest`. What it brings is told to subscribers as any other news.
So nothing of a reader's is fetched before an administrator, who is asked by a message with two buttons, says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.handlers.context import Context, Pressed, Request
from bot.handlers.correcting import may_correct
from bot.handlers.subscribing.keeping import reader_of
from bot.render.cards import (
    parse_decision,
    parse_keep,
    render_card,
    render_decision,
    render_left_alone,
    render_question,
)
from bot.render.html import join
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import find_subscriber, get_subscriber
from storage.database import write
from storage.models.chats import ChatKind, OutgoingMessage, Subscriber
from storage.models.sources import SentLink, SentPost
from storage.news.articles import get_article
from storage.news.stories import find_story
from storage.sources.links import decide_link, send_links

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
    if not (urls or post) or not may_send_links(context, request):
        return None
    if not context.settings.fetch:
        return _say(context, request, "links.off")
    if post is None or (urls and len(post.text) < SHORTEST_POST):
        return _take(context, request, urls, taken="links.taken")
    if len(post.text) < SHORTEST_POST:
        return _say(context, request, "links.short")
    return _take(context, request, [post], taken="links.post")


def may_send_links(context: Context, request: Request) -> bool:
    """In private, administrators, and everybody where the setting says so."""
    is_allowed = context.settings.links == "anyone" or may_correct(context, request)
    return is_allowed and request.kind is ChatKind.PRIVATE


def _take(
    context: Context, request: Request, links: Sequence[str | SentPost], *, taken: str
) -> Sequence[OutgoingMessage]:
    messages, language, db = context.messages, request.language, context.db
    is_granted = may_correct(context, request)
    admins = [] if is_granted else _list_admins(context)
    if not (is_granted or admins):
        return _say(context, request, "links.nobody")
    with write(db):
        reader = reader_of(context, request)
        sent = send_links(db, links[:MOST_LINKS], reader.id, context.now(), is_granted=is_granted)
        for admin in admins:
            for link in sent:
                _ask(context, link, admin)
    if admins:
        context.wake()
    said = [messages.plural(taken if is_granted else "links.asked", language, len(sent))] if sent else []
    if left := len(links) - len(sent):
        said.append(messages.plural("links.left", language, left))
    return (OutgoingMessage(text=join("\n", said)),)


def _list_admins(context: Context) -> list[Subscriber]:
    """Those who ever wrote to the bot, and can be written to."""
    found = (find_subscriber(context.db, admin) for admin in context.settings.admins)
    return [admin for admin in found if admin is not None and admin.paused_reason is None]


def _ask(context: Context, link: SentLink, admin: Subscriber) -> None:
    question = save_bodies(context.db, [render_question(link, admin.language, context.messages)])
    key = f"notice:link:{link.id}:{admin.id}"
    enqueue(context.db, group_key=key, subscriber=admin, bodies=question, now=context.now())


def _say(context: Context, request: Request, key: str) -> Sequence[OutgoingMessage]:
    return (OutgoingMessage(text=context.messages.text(key, request.language)),)


def find_links(request: Request) -> tuple[str, ...]:
    """The addresses in the words and behind them, each once, in order."""
    written = (found.rstrip(_TRAILING) for found in _LINK.findall(request.words))
    return tuple(dict.fromkeys(url for url in (*written, *request.links) if len(url) <= _LONGEST_LINK))


def press_card_button(context: Context, request: Request) -> Pressed:
    """Keep it, or decide about a reader's link. Whoever is no administrator is refused, for buttons can be forged."""
    if not may_correct(context, request):
        return Pressed(toast=context.messages.text("correct.refused", request.language))
    if decision := parse_decision(request.words):
        return _decide(context, request, *decision)
    article_id = parse_keep(request.words)
    article = get_article(context.db, article_id) if article_id else None
    story = find_story(context.db, article.story_id) if article else None
    if article is None or story is None:
        return Pressed(toast=context.messages.text("evidence.gone", request.language))
    card = render_card(story, article, request.language, context.messages, is_decided=True)
    return Pressed(edited=card, toast=context.messages.text("card.kept", request.language))


def _decide(context: Context, request: Request, link_id: int, is_granted: bool) -> Pressed:
    """The administrator who grants it gets its card, as the reader does; a refusal is told to the reader."""
    db, messages = context.db, context.messages
    with write(db):
        link = decide_link(db, link_id, context.now(), is_granted=is_granted)
        if link is None:
            return Pressed(toast=messages.text("links.decided", request.language))
        if is_granted:
            send_links(db, [link.post or link.url], reader_of(context, request).id, context.now())
        else:
            reader = get_subscriber(db, link.subscriber_id)
            told = save_bodies(db, [render_left_alone(link, reader.language, messages)])
            enqueue(db, group_key=f"notice:link:{link.id}", subscriber=reader, bodies=told, now=context.now())
            context.wake()
    return Pressed(edited=render_decision(link, request.language, messages, is_granted=is_granted))
