"""What the buttons under answers do: turn the page, ask a candidate, show the evidence."""

from __future__ import annotations

import re

from bot.briefing.asking.understanding import Candidates, Understood
from bot.briefing.entries import compose_entry
from bot.briefing.evidence import compose_passages
from bot.handlers.context import Context, Pressed, Request
from bot.handlers.correcting import shows_corrections
from bot.handlers.lookups import answer_page, answer_understood, understand
from bot.render.answers.choices import render_expired
from bot.render.answers.evidence import render_evidence
from bot.render.callbacks import AskLookup, ShowEvidence, TurnPage, parse_callback
from storage.chats.dialogue.lookups import find_lookup, save_lookup
from storage.news.facts import list_evidence
from storage.news.stories import find_story

_QUOTED = re.compile("“([^”]{1,200})”")


def press_lookup_button(context: Context, request: Request) -> Pressed:
    """Buttons outlive what they point to, and may be forged: each gets an answer."""
    match parse_callback(request.words):
        case TurnPage() as turn:
            return _turn_page(context, request, turn)
        case AskLookup(lookup_id=lookup_id):
            return _ask(context, request, lookup_id)
        case ShowEvidence(story_id=story_id, part=part):
            return _show_evidence(context, request, story_id, part)
        case None:
            return Pressed(toast=context.messages.text("button.unknown", request.language))


def _turn_page(context: Context, request: Request, turn: TurnPage) -> Pressed:
    lookup = find_lookup(context.db, turn.lookup_id, context.now())
    if lookup is None:
        return _offer_again(context, request)
    before, after = (turn.cursor, None) if turn.side == "b" else (None, turn.cursor)
    page = answer_page(context, request, lookup, lookup_id=turn.lookup_id, before=before, after=after)
    return Pressed(edited=page)


def _ask(context: Context, request: Request, lookup_id: int) -> Pressed:
    lookup = find_lookup(context.db, lookup_id, context.now())
    if lookup is None:
        return _offer_again(context, request)
    return Pressed(sent=(answer_page(context, request, lookup, lookup_id=lookup_id),))


def _show_evidence(context: Context, request: Request, story_id: int, part: int | None) -> Pressed:
    story = find_story(context.db, story_id)
    if story is None:
        return Pressed(toast=context.messages.text("evidence.gone", request.language))
    passages = compose_passages(list_evidence(context.db, story.id))
    entry = compose_entry(story, request.language)
    can_correct = shows_corrections(context, request)
    message = render_evidence(passages, entry, part or 0, request.language, context.messages, can_correct=can_correct)
    return Pressed(sent=(message,)) if part is None else Pressed(edited=message)


def _offer_again(context: Context, request: Request) -> Pressed:
    """An expired list still says what was asked: read anew, it gives the button to ask it again, or fresh choices."""
    language, messages = request.language, context.messages
    toast = messages.text("page.expired.toast", language)
    asked = _asked_above(request.under)
    match understand(context, request, asked):
        case Understood(lookup=lookup):
            lookup_id = save_lookup(context.db, lookup, context.now())
            return Pressed(sent=(render_expired(lookup_id, asked, language, messages),), toast=toast)
        case Candidates() as choice:
            return Pressed(sent=answer_understood(context, request, choice), toast=toast)
        case _:
            return Pressed(toast=toast)


def _asked_above(under: str) -> str:
    """The question that stands over the buttons: quoted where it was doubtful, else the title of its answer."""
    first = under.partition("\n")[0]
    quoted = _QUOTED.search(first)
    return quoted[1] if quoted else first.partition(" · ")[0].strip()
