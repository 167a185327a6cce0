"""What is said when a question has several readings, or none: buttons to choose from, or how to ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefing.asking.understanding import Candidate, NotUnderstood, Why
from bot.render.answers.names import label_of
from bot.render.callbacks import AskLookup
from bot.render.html import Html, cut, escape, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage

_ASKED_LIMIT = 40


def render_choice(
    asked: str, options: Sequence[tuple[int, Candidate]], language: str, messages: Messages, *, is_guess: bool
) -> OutgoingMessage:
    """One button an option, each with the stored lookup it asks."""
    key = "ask.did_you_mean" if is_guess else "ask.which"
    rows = [
        ((label_of(option.subjects, language, messages), str(AskLookup(lookup_id=id_))),) for id_, option in options
    ]
    return OutgoingMessage(text=messages.text(key, language, asked=quote(asked)), keyboard=tuple(rows))


def render_not_understood(
    question: NotUnderstood, language: str, messages: Messages, *, command: str | None = None
) -> OutgoingMessage:
    """Why, and what to write instead; `command` is the one that lacks its argument."""
    if question.why is Why.EMPTY:
        key = f"ask.empty.{command}"
        return OutgoingMessage(text=messages.text(key if messages.has(key, language) else "ask.empty", language))
    text = messages.text(f"ask.{question.why.value}", language, asked=quote(question.asked))
    return OutgoingMessage(text=text)


def render_expired(lookup_id: int, asked: str, language: str, messages: Messages) -> OutgoingMessage:
    """A list too old to page: with what was asked, to ask it again."""
    label = plain(cut(escape(one_line(asked)), _ASKED_LIMIT))
    return OutgoingMessage(
        text=messages.text("page.expired", language), keyboard=(((label, str(AskLookup(lookup_id=lookup_id))),),)
    )


def quote(asked: str) -> Html:
    """What somebody wrote, short, on one line, escaped."""
    return cut(escape(one_line(asked)), _ASKED_LIMIT)
