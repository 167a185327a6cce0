"""The card of a page that somebody sent: what was read there, and whether that is right.

k:<article>   keep it as it is; the other buttons are corrections (`render.correcting.buttons`)
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

PREFIX = "k:"
_KEEP = re.compile(r"k:([1-9][0-9]{0,17})")
_LIMIT = 4096
_REASON_LIMIT = 300


def parse_keep(carried: str) -> int | None:
    """The article; None for what no button of ours carries."""
    found = _KEEP.fullmatch(carried)
    return int(found[1]) if found else None


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
