"""The card of a page that somebody sent: what was read there, and whether that is right.

k:<article>   keep it as it is; the other buttons are corrections (`render.correcting.buttons`)
k:+<link>     read what a reader sent; k:-<link> leave it
"""

from __future__ import annotations

import re

from bot.briefing.entries import compose_entry
from bot.render.correcting.buttons import CorrectionStep, OpenCorrection, Step
from bot.render.entries import render_entry
from bot.render.html import Html, cut, escape, join, plain
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage
from storage.models.news import Article, Story
from storage.models.sources import SentLink

PREFIX = "k:"
_KEEP = re.compile(r"k:([1-9][0-9]{0,17})")
_DECIDE = re.compile(r"k:([+-])([1-9][0-9]{0,17})")
_LIMIT = 4096
_POST_LIMIT = 600
_REASON_LIMIT = 300


def parse_keep(carried: str) -> int | None:
    """The article; None for what no button of ours carries."""
    found = _KEEP.fullmatch(carried)
    return int(found[1]) if found else None


def parse_decision(carried: str) -> tuple[int, bool] | None:
    """The link an administrator decides about, and whether it is read; None for what no such button carries."""
    found = _DECIDE.fullmatch(carried)
    return (int(found[2]), found[1] == "+") if found else None


def render_question(link: SentLink, language: str, messages: Messages) -> OutgoingMessage:
    """For an administrator: what a reader sent, and whether it is to be read."""
    return OutgoingMessage(
        text=messages.text("links.question", language, link=_describe(link)),
        keyboard=(
            (
                (plain(messages.text("links.read", language)), f"{PREFIX}+{link.id}"),
                (plain(messages.text("links.leave", language)), f"{PREFIX}-{link.id}"),
            ),
        ),
    )


def render_decision(link: SentLink, language: str, messages: Messages, *, is_granted: bool) -> OutgoingMessage:
    """The question, answered."""
    key = "links.granted" if is_granted else "links.left_alone"
    return OutgoingMessage(text=messages.text(key, language, link=_describe(link)))


def render_left_alone(link: SentLink, language: str, messages: Messages) -> OutgoingMessage:
    """For the reader who sent it."""
    return OutgoingMessage(text=messages.text("links.not_read", language, link=_describe(link)))


def _describe(link: SentLink) -> Html:
    """The address, and of a forwarded post how it begins."""
    parts = (link.url, link.post.source if link.post else None, link.post.text if link.post else None)
    return join("\n", [cut(escape(part), _POST_LIMIT) for part in parts if part])


def render_card(
    story: Story,
    article: Article,
    language: str,
    messages: Messages,
    *,
    is_known: bool = False,
    is_decided: bool = False,
) -> OutgoingMessage:
    """`is_known`: it was in the store before. A card that is decided has no buttons any more."""
    notes: list[Html] = []
    if is_known:
        notes.append(messages.text("card.known", language))
    if not story.is_relevant:
        notes.append(messages.text("card.irrelevant", language))
    if article.shortfall:
        notes.append(messages.text("card.shortfall", language, reason=_say(article.shortfall)))
    entry = render_entry(compose_entry(story, language), language, messages)
    text = cut(join("\n\n", (messages.text("card.head", language), entry, join("\n", notes))), _LIMIT)
    return OutgoingMessage(text=text, keyboard=() if is_decided else _buttons(story, article, language, messages))


def render_refusal(url: str, reason: str, language: str, messages: Messages) -> OutgoingMessage:
    """A page that could not be read, and why."""
    return OutgoingMessage(text=messages.text("card.refused", language, url=_say(url), reason=_say(reason)))


def _buttons(
    story: Story, article: Article, language: str, messages: Messages
) -> tuple[tuple[tuple[str, str], ...], ...]:
    step = Step.IRRELEVANT if story.is_relevant else Step.RELEVANT
    relevance = "correct.irrelevant" if story.is_relevant else "correct.relevant"
    rows = (
        ("card.keep", f"{PREFIX}{article.id}"),
        ("evidence.wrong", str(OpenCorrection(story_id=article.story_id))),
        (relevance, str(CorrectionStep(article_id=article.id, step=step))),
    )
    first, second, third = ((plain(messages.text(key, language)), carried) for key, carried in rows)
    return ((first, second), (third,))


def _say(words: str) -> Html:
    return cut(escape(words), _REASON_LIMIT)
