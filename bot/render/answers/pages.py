"""A page of stories → one message with its buttons; it opens with the card where an official is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product

from bot.briefing.asking.dates.days import FIRST
from bot.briefing.asking.understanding import Candidate
from bot.briefing.lookup import Count, Page
from bot.render.answers.cards import render_card
from bot.render.answers.names import bare_name, label_of, name_subject
from bot.render.callbacks import AskLookup, TurnPage
from bot.render.entries import (
    ADDRESS_LIMIT,
    DOT,
    LEAD_LIMIT,
    Row,
    render_entry,
    render_evidence_rows,
    render_legend,
)
from bot.render.html import Html, bold, cut, cut_to_fit, escape, fits, join, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import Lookup, LookupKind, OutgoingMessage

_LEAD_LIMITS = (LEAD_LIMIT, 200, 120, 60, 0)
_ADDRESS_LIMITS = (ADDRESS_LIMIT, 4_000, 1_000, 0)
"""Tried in this order until the page fits one message: leads make room on screen, addresses in bytes."""
_SHOWN_WORDS = 60


def render_page(
    page: Page, language: str, messages: Messages, *, lookup_id: int, mentioned_id: int | None = None,
    anytime_id: int | None = None, others: Sequence[tuple[int, Candidate]] = (),
) -> OutgoingMessage:  # fmt: skip
    """One message: title and count, the card, five entries, buttons.

    `lookup_id` is the stored lookup the page buttons carry; `mentioned_id` that of the stories that only mention the
    country; `anytime_id` that of the same whenever it was; `others` are other readings of the question, each with the
    stored lookup that asks it: their buttons come first, for the line that explains them is the last of the text.
    """
    head = join("\n", (_render_title(page, language, messages), _render_card(page, language, messages)))
    tail = join(
        "\n", (render_legend(page.entries, language, messages), _render_others_line(others, language, messages))
    )
    return OutgoingMessage(
        text=_fit(page, head, tail, language, messages),
        keyboard=(
            *(_ask_row(label_of(each.subjects, language, messages), id_) for id_, each in others),
            *render_evidence_rows(page.entries, language, messages),
            *_page_row(page, lookup_id, language, messages),
            *_mentioned_row(page, mentioned_id, language, messages),
            *((_ask_row(label_of(page.subjects, language, messages), anytime_id),) if anytime_id else ()),
        ),
    )


def _ask_row(label: str, lookup_id: int) -> Row:
    return ((label, str(AskLookup(lookup_id=lookup_id))),)


def _render_card(page: Page, language: str, messages: Messages) -> Html:
    return render_card(page.card, page.written_as, language, messages) if page.card else Html()


def _fit(page: Page, head: Html, tail: Html, language: str, messages: Messages) -> Html:
    """The page in one message: leads and addresses give way first, then the end of what is left."""
    text = head
    for address_limit, lead_limit in product(_ADDRESS_LIMITS, _LEAD_LIMITS):
        entries = _render_entries(page, lead_limit, address_limit, language, messages)
        text = join("\n\n", (head, *entries, tail))
        if fits(text):
            return text
    return cut_to_fit(text)


def _render_entries(
    page: Page, lead_limit: int, address_limit: int, language: str, messages: Messages
) -> Sequence[Html]:
    many = len(page.entries) > 1
    return [
        render_entry(
            entry,
            language,
            messages,
            number=number if many else None,
            lead_limit=lead_limit,
            address_limit=address_limit,
        )
        for number, entry in enumerate(page.entries, start=1)
    ] or [_render_nothing(page, language, messages)]


def _render_title(page: Page, language: str, messages: Messages) -> Html:
    title = bold(_title_of(page, language, messages))
    note = ""
    if page.lookup.kind is LookupKind.MENTIONED:
        note = messages.text("page.only_mentioned", language, name=_plain_name(page, language, messages))
    counted = DOT + render_count(page.count, language, messages) if page.count.value else ""
    return join("\n", (Html(title + counted), note))


def render_count(count: Count, language: str, messages: Messages) -> Html:
    """23 stories; more than 100 stories."""
    if count.is_capped:
        return messages.text("count.more", language, count=count.value)
    return messages.plural("count", language, count.value)


def _title_of(page: Page, language: str, messages: Messages) -> Html:
    lookup = page.lookup
    match lookup.kind:
        case LookupKind.COUNTRY | LookupKind.MENTIONED | LookupKind.OFFICIAL | LookupKind.PAIR:
            names = join(" – ", (name_subject(subject, language, messages) for subject in page.subjects))
            return join(", ", (names, _title_of_days(lookup, language, messages)))
        case LookupKind.DATE:
            return _title_of_days(lookup, language, messages)
        case LookupKind.SEARCH:
            return messages.text("title.search", language, words=cut(escape(one_line(lookup.asked)), _SHOWN_WORDS))
        case kind:
            return messages.text(f"title.{kind.value}", language)


def _title_of_days(lookup: Lookup, language: str, messages: Messages) -> Html:
    if lookup.since_on is None or lookup.until_on is None:
        return Html()
    if lookup.since_on == FIRST:
        return messages.text("title.until", language, until=messages.day(lookup.until_on, language))
    since, until = (_name_end(on, lookup, language, messages) for on in (lookup.since_on, lookup.until_on))
    return since if since == until else messages.text("title.days", language, since=since, until=until)


def _name_end(on: date, lookup: Lookup, language: str, messages: Messages) -> Html:
    """Whole years are called by their number."""
    ends = [(day.month, day.day) for day in (lookup.since_on, lookup.until_on) if day]
    return Html(on.year) if ends == [(1, 1), (12, 31)] else messages.day(on, language)


def _render_nothing(page: Page, language: str, messages: Messages) -> Html:
    if page.newer or page.older:
        return messages.text("page.end", language)
    names = [bare_name(subject, language, messages) for subject in page.subjects]
    if page.lookup.keys and page.lookup.since_on:
        return messages.text("page.none.within", language, name=join(" – ", names))
    match page.lookup.kind:
        case LookupKind.PAIR:
            return messages.text("page.none.pair", language, first=names[0], second=names[1])
        case LookupKind.COUNTRY | LookupKind.MENTIONED:
            return messages.text("page.none.country", language, name=names[0])
        case LookupKind.OFFICIAL:
            return messages.text("page.none.official", language, name=names[0])
        case LookupKind.DATE:
            return messages.text("page.none.day", language)
        case LookupKind.LATEST:
            return messages.text("page.none", language)
        case kind:
            return messages.text(f"page.none.{kind.value}", language)


def _plain_name(page: Page, language: str, messages: Messages) -> Html:
    return join(", ", (bare_name(subject, language, messages) for subject in page.subjects))


def _page_row(page: Page, lookup_id: int, language: str, messages: Messages) -> Sequence[Row]:
    newer = page.newer and TurnPage(lookup_id=lookup_id, side="a", cursor=page.newer)
    older = page.older and TurnPage(lookup_id=lookup_id, side="b", cursor=page.older)
    turns = (("page.newer", newer), ("page.older", older))
    buttons = [(plain(messages.text(key, language)), str(turn)) for key, turn in turns if turn]
    return (tuple(buttons),) if buttons else ()


def _mentioned_row(page: Page, mentioned_id: int | None, language: str, messages: Messages) -> Sequence[Row]:
    if mentioned_id is None or not page.mentioned_count:
        return ()
    return (_ask_row(plain(messages.plural("page.also_mentioned", language, page.mentioned_count)), mentioned_id),)


def _render_others_line(others: Sequence[tuple[int, Candidate]], language: str, messages: Messages) -> Html:
    """Namesakes nobody writes of are called so; anything else is another reading."""
    if not others:
        return Html()
    officials = [subject for _, each in others for subject in each.subjects if not isinstance(subject, str)]
    is_unknown = len(officials) == len(others) and not any(official.story_count for official in officials)
    return messages.text("card.others" if is_unknown else "page.others", language)
