"""Lookups by command and by plain text: question → lookup → page → message. The terminal asks here as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.briefing.asking.pairs import read_pair
from bot.briefing.asking.questions import (
    read_country,
    read_date,
    read_official,
    read_question,
    read_search,
    read_within,
)
from bot.briefing.asking.understanding import (
    Candidate,
    Candidates,
    Names,
    NotUnderstood,
    Understanding,
    Understood,
)
from bot.briefing.lookup import answer_lookup, count_stories
from bot.handlers.context import Context, Request
from bot.render.answers.choices import render_choice, render_not_understood
from bot.render.answers.pages import render_page
from storage.chats.dialogue.lookups import save_lookup
from storage.models.chats import Lookup, LookupKind, OutgoingMessage
from storage.models.news import Cursor
from storage.news.officials import find_officials, list_holders, list_officials_of, suggest_officials


def answer_latest(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return (answer_page(context, request, Lookup(kind=LookupKind.LATEST, asked="")),)


def answer_country(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return answer_understood(context, request, _read(context, request, read_country), "country")


def answer_minister(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return answer_understood(context, request, _read(context, request, read_official), "minister")


def answer_date(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return answer_understood(context, request, read_date(request.words, context.today_of(request)), "date")


def answer_between(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return answer_understood(context, request, _read(context, request, read_pair), "between")


def answer_search(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    return answer_understood(context, request, read_search(request.words), "search")


def answer_plain(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """Words without a command, as the likeliest lookup."""
    return answer_understood(context, request, understand(context, request, request.words))


def understand(context: Context, request: Request, words: str) -> Understanding:
    """What plain words most likely ask."""
    return read_question(words, names_of(context), context.today_of(request))


def _read(context: Context, request: Request, read: Callable[[str, Names], Understanding]) -> Understanding:
    return read_within(request.words, names_of(context), context.today_of(request), read)


def names_of(context: Context) -> Names:
    """Who knows names, over this archive."""
    db = context.db
    return Names(
        countries=context.gazetteer.countries,
        find_officials=lambda words: find_officials(db, words),
        suggest_officials=lambda words: suggest_officials(db, words),
        list_officials_of=lambda place: list_officials_of(db, place),
        list_holders=lambda roles, country: list_holders(db, roles, country),
        has_stories=lambda lookup: count_stories(db, lookup).value > 0,
    )


def answer_page(
    context: Context,
    request: Request,
    lookup: Lookup,
    *,
    lookup_id: int | None = None,
    before: Cursor | None = None,
    after: Cursor | None = None,
    others: Sequence[Candidate] = (),
) -> OutgoingMessage:
    """One page of a lookup; it is stored when a button needs it."""
    page = answer_lookup(context.db, lookup, request.language, before=before, after=after)
    has_pages = page.older or page.newer
    mentioned_id = anytime_id = None
    if page.mentioned_count and page.entries:
        mentioned_id = save_lookup(context.db, replace(lookup, kind=LookupKind.MENTIONED), context.now())
    if lookup.keys and lookup.since_on and not page.count.value:
        anytime_id = save_lookup(context.db, replace(lookup, since_on=None, until_on=None), context.now())
    return render_page(
        page,
        request.language,
        context.messages,
        lookup_id=lookup_id or (save_lookup(context.db, page.lookup, context.now()) if has_pages else 0),
        mentioned_id=mentioned_id,
        anytime_id=anytime_id,
        others=_store(context, others),
    )


def answer_understood(
    context: Context, request: Request, understanding: Understanding, command: str | None = None
) -> Sequence[OutgoingMessage]:
    """The page that is asked for, the candidates as buttons, or why nothing was understood."""
    language, messages = request.language, context.messages
    match understanding:
        case Understood(lookup=lookup, others=others):
            return (answer_page(context, request, lookup, others=others),)
        case Candidates(asked=asked, options=options, is_guess=is_guess):
            return (render_choice(asked, _store(context, options), language, messages, is_guess=is_guess),)
        case NotUnderstood() as question:
            return (render_not_understood(question, language, messages, command=command),)


def _store(context: Context, options: Sequence[Candidate]) -> Sequence[tuple[int, Candidate]]:
    return [(save_lookup(context.db, option.lookup, context.now()), option) for option in options]
