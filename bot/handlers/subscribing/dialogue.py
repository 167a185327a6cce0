"""The subscribe dialogue: a draft on disk, its open question on screen, an answer by button or in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import product
from string import ascii_uppercase

from bot.briefing.asking.understanding import key_of
from bot.briefing.digest import list_subjects
from bot.briefing.subscribing.answers import Word, press, write
from bot.briefing.subscribing.draft import ask_next, open_term
from bot.briefing.subscribing.zones import find_zones
from bot.handlers.context import Context, Pressed, Request
from bot.handlers.subscribing.keeping import finish
from bot.reading.countries.lookup import resolve_country, suggest_countries
from bot.render.subscribing.buttons import AnswerStep
from bot.render.subscribing.dialogue import Question, render_question
from storage.chats.dialogue.drafts import end_draft, find_draft, save_draft, update_draft
from storage.chats.subscribers import find_subscriber, set_timezone
from storage.database import write as writing
from storage.models.chats import Draft, OutgoingMessage, Step, Subscriber
from storage.news.entries import rank_keys
from storage.news.officials import find_officials, list_leading_officials, suggest_officials

_MOST_OFFERED = 8
_ANSWERED_WITHIN = timedelta(hours=1)
"""Words written later are a question of their own, not the answer to one long scrolled away."""


def advance_dialogue(
    context: Context, request: Request, subscriber: Subscriber, draft: Draft, *, note: str | None = None
) -> OutgoingMessage:
    """Begin a dialogue with what is known: its next question, or the subscription where nothing is left to ask. One
    that has a question open already begins with that."""
    draft = draft if draft.asks else ask_next(draft)
    if draft.asks is None:
        return finish(context, request, subscriber, draft, note=note)
    draft_id = save_draft(
        context.db, subscriber_id=subscriber.id, user_id=request.user_id, draft=draft, now=context.now()
    )
    return _ask(context, request, draft_id, draft)


def take_dialogue_text(context: Context, request: Request) -> Sequence[OutgoingMessage] | None:
    """What answers words written to the dialogue this person has open here; None without one: they are a lookup."""
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    if subscriber is None or request.is_edit:
        return None
    since = context.now() - _ANSWERED_WITHIN
    found = find_draft(context.db, subscriber_id=subscriber.id, user_id=request.user_id, since=since)
    if found is None:
        return None
    draft_id, draft = found
    answered = write(draft, request.words, lambda words: find_keys(context, words))
    if answered is None:
        return (_ask(context, request, draft_id, draft, note="dialogue.not_understood", words=request.words),)
    return (_go_on(context, request, subscriber, draft_id, draft, answered),)


def answer_step(context: Context, request: Request, button: AnswerStep) -> Pressed:
    """A button of the dialogue; one of an earlier question shows the one that is open."""
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    found = subscriber and find_draft(context.db, subscriber_id=subscriber.id, user_id=request.user_id)
    if not subscriber or not found or found[0] != button.draft_id:
        return Pressed(toast=context.messages.text("dialogue.over", request.language))
    draft_id, draft = found
    if button.value == Word.CANCEL:
        end_draft(context.db, draft_id)
        text = context.messages.text("dialogue.cancelled", request.language)
        return Pressed(edited=OutgoingMessage(text=text))
    answered = press(draft, button.value) if button.step is draft.asks else None
    return Pressed(edited=_go_on(context, request, subscriber, draft_id, draft, answered or draft))


def find_keys(context: Context, words: str) -> tuple[str, ...]:
    """The countries that bear the name, else the officials; of namesakes those who stand in stories."""
    if codes := resolve_country(words, context.gazetteer.countries):
        return codes
    officials = find_officials(context.db, words)
    known = [official for official in officials if official.story_count]
    return tuple(key_of(official) for official in known or officials)


def _go_on(
    context: Context, request: Request, subscriber: Subscriber, draft_id: int, before: Draft, draft: Draft
) -> OutgoingMessage:
    with writing(context.db):
        if before.asks is Step.ZONE and draft.timezone and subscriber.timezone is None:
            set_timezone(context.db, subscriber.id, draft.timezone)
        if draft.asks is None:
            end_draft(context.db, draft_id)
            return finish(context, request, subscriber, draft)
        update_draft(context.db, draft_id, draft)
        unread = tuple(each for each in draft.unread if each not in before.unread)
    return _ask(context, request, draft_id, draft, unread=unread)


def _ask(
    context: Context,
    request: Request,
    draft_id: int,
    draft: Draft,
    *,
    note: str | None = None,
    words: str = "",
    unread: tuple[str, ...] = (),
) -> OutgoingMessage:
    offered, is_guess = _offer(context, draft, words)
    known = [term.key for terms in draft.alternatives or () for term in terms if term.key]
    question = Question(
        draft_id=draft_id,
        draft=draft,
        subjects=list_subjects(context.db, [*known, *(() if draft.asks is Step.ZONE else offered)]),
        offered=offered,
        is_guess=is_guess,
        note=note,
        note_words=words,
        unread=unread,
    )
    return render_question(question, request.language, context.messages)


def _offer(context: Context, draft: Draft, words: str) -> tuple[Sequence[str], bool]:
    """What to choose from, and whether it is only near what was written."""
    picked = [term.key for terms in draft.alternatives or () if len(terms) == 1 for term in terms if term.key]
    match draft.asks:
        case Step.COUNTRIES:
            codes = [
                "".join(letters) for letters in product(ascii_uppercase, repeat=2)
            ]  # the archive knows which exist
            leading = rank_keys(context.db, codes, _MOST_OFFERED)
            return tuple(dict.fromkeys((*leading, *(key for key in picked if not key.startswith("#"))))), False
        case Step.OFFICIALS:
            officials = [key_of(official) for official in list_leading_officials(context.db, _MOST_OFFERED)]
            return tuple(dict.fromkeys((*officials, *(key for key in picked if key.startswith("#"))))), False
        case Step.NAME:
            term = open_term(draft)
            assert term is not None
            same = find_keys(context, term.words)
            return (same or _near(context, term.words))[:_MOST_OFFERED], not same
        case Step.ZONE:
            return find_zones(words) if words else (), True
        case _:
            return (), False


def _near(context: Context, words: str) -> tuple[str, ...]:
    countries = (code for code, _ in suggest_countries(words, context.gazetteer.countries))
    officials = (key_of(official) for official in suggest_officials(context.db, words))
    return (*countries, *officials)
