"""A page of stories → one message with its buttons; it opens with the card where an official is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefing.asking.understanding import Subject
from bot.briefing.lookup import Count, Page
from bot.render.answers.cards import render_card
from bot.render.answers.names import bare_name, label_of, name_subject
from bot.render.callbacks import AskLookup, TurnPage
from bot.render.entries import (
    DOT,
    LEAD_LIMIT,
    Row,
    render_entry,
    render_evidence_rows,
    render_legend,
)
from bot.render.html import MESSAGE_LIMIT, Html, bold, cut, escape, fits, join, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import Lookup, LookupKind, OutgoingMessage

_LEAD_LIMITS = (LEAD_LIMIT, 200, 120, 60, 0)
"""Tried in this order until the page fits one message."""
_SHOWN_WORDS = 60


def render_page(
    page: Page, language: str, messages: Messages, *, lookup_id: int, mentioned_id: int | None = None,
    others: Sequence[tuple[int, Subject]] = (),
) -> OutgoingMessage:  # fmt: skip
    """One message: title and count, the card, five entries, buttons.

    `lookup_id` is the stored lookup the page buttons carry; `mentioned_id` that of the stories that only mention the
    country; `others` are officials of the same name, each with the stored lookup that asks for them.
    """
    head = join("\n", (_render_title(page, language, messages), _render_card(page, language, messages)))
    tail = join(
        "\n", (render_legend(page.entries, language, messages), _render_others_line(others, language, messages))
    )
    return OutgoingMessage(
        text=_fit(page, head, tail, language, messages),
        keyboard=(
            *render_evidence_rows(page.entries, language, messages),
            *_page_row(page, lookup_id, language, messages),
            *_mentioned_row(page, mentioned_id, language, messages),
            *(((label_of((subject,), language, messages), str(AskLookup(lookup_id=id_))),) for id_, subject in others),
        ),
    )


def _render_card(page: Page, language: str, messages: Messages) -> Html:
    return render_card(page.card, page.written_as, language, messages) if page.card else Html()


def _fit(page: Page, head: Html, tail: Html, language: str, messages: Messages) -> Html:
    """The page in one message: leads give way first, then the end of the longest parts."""
    text = head
    for lead_limit in _LEAD_LIMITS:
        text = join("\n\n", (head, *_render_entries(page, lead_limit, language, messages), tail))
        if fits(text):
            return text
    return cut(text, MESSAGE_LIMIT)


def _render_entries(page: Page, lead_limit: int, language: str, messages: Messages) -> Sequence[Html]:
    many = len(page.entries) > 1
    return [
        render_entry(entry, language, messages, number=number if many else None, lead_limit=lead_limit)
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
            return join(" – ", (name_subject(subject, language, messages) for subject in page.subjects))
        case LookupKind.DATE:
            return _title_of_days(lookup, language, messages)
        case LookupKind.SEARCH:
            return messages.text("title.search", language, words=cut(escape(one_line(lookup.asked)), _SHOWN_WORDS))
        case kind:
            return messages.text(f"title.{kind.value}", language)


def _title_of_days(lookup: Lookup, language: str, messages: Messages) -> Html:
    since, until = (messages.day(on, language) for on in (lookup.since_on, lookup.until_on) if on)
    return since if since == until else messages.text("title.days", language, since=since, until=until)


def _render_nothing(page: Page, language: str, messages: Messages) -> Html:
    if page.newer or page.older:
        return messages.text("page.end", language)
    names = [bare_name(subject, language, messages) for subject in page.subjects]
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
    label = plain(messages.plural("page.also_mentioned", language, page.mentioned_count))
    return (((label, str(AskLookup(lookup_id=mentioned_id))),),)


def _render_others_line(others: Sequence[tuple[int, Subject]], language: str, messages: Messages) -> Html:
    return messages.text("card.others", language) if others else Html()
