"""One entry → its lines: flags and headline, date and outlets, lead. Answers and digests share it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.lists import format_list

from bot.briefing.entries import Entry, SourceLink
from bot.render.callbacks import ShowEvidence
from bot.render.html import Html, bold, cut, escape, italic, join, link, one_line, plain, visible_length
from bot.render.messages import Messages
from storage.models.reading import HeadlineFacts
from storage.models.seeds import Role

OURS = "✎"
"""Stands behind a headline in our words."""
DOT = " · "
LEAD_LIMIT = 280
ADDRESS_LIMIT = 8_000
"""Bytes that the addresses of one entry may take, escaped: an address may have 2,000 characters, many of them `&`."""

_HEADLINE_LIMIT = 200
_TITLE_LIMIT = 160
_NAME_LIMIT = 60
_PARTY_LIMIT = 110
_LONG_HEADLINE = 90
"""From here on a headline does without the occasion: it is to be read at a glance."""
_MOST_NAMES = 3
_MOST_LINKS = 8
_UNNAMED = re.compile(r"(.+) ([A-Z]{2}|WHO)")
_BUTTONS_A_ROW = 3

Row = tuple[tuple[str, str], ...]


def render_entry(
    entry: Entry,
    language: str,
    messages: Messages,
    *,
    number: int | None = None,
    lead_limit: int = LEAD_LIMIT,
    address_limit: int = ADDRESS_LIMIT,
) -> Html:
    """The entry's lines. `number` ties it to its evidence button; no lead where `lead_limit` is 0.

    Outlets whose addresses are beyond `address_limit` are named without a link.
    """
    counted = f"{number}." if number else ""
    headline = join(" ", (counted, flags_of(entry.flags), render_headline(entry, language, messages)))
    lead = cut(escape(one_line(entry.lead)), lead_limit) if entry.lead and lead_limit else ""
    where = _render_where(entry, address_limit, language, messages)
    return join("\n", (headline, _original_title(entry, language, messages), where, lead))


def render_headline(entry: Entry, language: str, messages: Messages) -> Html:
    """A publisher's title, or our own words for the facts, marked."""
    if entry.headline:
        return join(" ", (bold(cut(word_headline(entry.headline, language, messages), _HEADLINE_LIMIT)), OURS))
    return bold(cut(escape(one_line(entry.title or messages.text("entry.untitled", language))), _HEADLINE_LIMIT))


def render_legend(entries: Sequence[Entry], language: str, messages: Messages) -> Html:
    """What the mark means, where one stands."""
    is_ours = any(entry.headline for entry in entries)
    return italic(messages.text("entry.legend", language, mark=OURS)) if is_ours else Html()


def render_evidence_rows(entries: Sequence[Entry], language: str, messages: Messages) -> tuple[Row, ...]:
    """One Evidence button an entry, in rows short enough for a phone."""
    buttons = [
        (_evidence_label(number, len(entries), language, messages), str(ShowEvidence(story_id=entry.story_id)))
        for number, entry in enumerate(entries, start=1)
    ]
    return tuple(tuple(buttons[at : at + _BUTTONS_A_ROW]) for at in range(0, len(buttons), _BUTTONS_A_ROW))


def word_headline(facts: HeadlineFacts, language: str, messages: Messages) -> Html:
    """The facts as a headline in the reader's language."""
    who = _list_names(facts.who, language, messages)
    key = f"headline.{facts.verb.value}"
    if facts.whom:
        headline = messages.text(key, language, who=who, whom=_list_names(facts.whom, language, messages))
    else:
        headline = messages.text(f"{key}.alone", language, who=who)
    if not facts.occasion or visible_length(headline) > _LONG_HEADLINE:
        return headline
    return messages.text(
        "headline.occasion", language, headline=headline, occasion=cut(escape(facts.occasion), _TITLE_LIMIT)
    )


def flags_of(codes: Sequence[str]) -> str:
    """The countries' flags, side by side; a code that is no pair of letters has none."""
    return "".join(flag_of(code) for code in codes[:6])


def flag_of(code: str) -> str:
    is_code = len(code) == 2 and code.isascii() and code.isupper()
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code) if is_code else ""


def render_party(name: str, language: str, messages: Messages) -> Html:
    """A person's name, or the words for somebody unnamed: `health minister TR` is Türkiye's health minister."""
    if flag_of(name):
        return messages.country(name, language)
    unnamed = _UNNAMED.fullmatch(name)
    if unnamed is None or unnamed[1] not in {role.value for role in Role}:
        return cut(escape(one_line(name)), _PARTY_LIMIT)
    place = render_place(unnamed[2], None, language, messages)
    return messages.text("person.unnamed", language, place=place, role=messages.text(f"role.{unnamed[1]}", language))


def render_place(country: str | None, organization: str | None, language: str, messages: Messages) -> Html:
    """Where an office is: a country, else an organization, else nothing."""
    if country and flag_of(country):
        return messages.country(country, language)
    return escape(country or organization or "")


def _list_names(names: Sequence[str], language: str, messages: Messages) -> Html:
    shown = [str(render_party(name, language, messages)) for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        shown.append(str(messages.plural("headline.others", language, len(names) - _MOST_NAMES)))
    return Html(format_list(shown, locale=language))


def _original_title(entry: Entry, language: str, messages: Messages) -> Html:
    """The title in its own language, under our headline."""
    if not (entry.headline and entry.title):
        return Html()
    title = cut(escape(one_line(entry.title)), _TITLE_LIMIT)
    return italic(messages.text("entry.original_title", language, title=title))


def _render_where(entry: Entry, address_limit: int, language: str, messages: Messages) -> Html:
    day, text = messages.day, messages.text
    said = day(entry.published_on, language) if entry.published_on else text("entry.date_unknown", language)
    happened = text("entry.event_on", language, day=day(entry.event_on, language)) if entry.event_on else ""
    sample = italic(text("entry.sample", language)) if entry.is_sample else ""
    mark = "entry.update" if entry.is_update else "entry.late" if entry.is_late else None
    mark = mark if entry.is_relevant else "entry.irrelevant"
    corrected = text("entry.corrected", language) if entry.is_corrected else ""
    marks = join(", ", (text(mark, language) if mark else "", corrected))
    marked = italic(marks) if marks else ""
    links = _render_links(entry.links, address_limit, language, messages)
    return join(DOT, (marked, said, happened, links, sample))


def _render_links(links: Sequence[SourceLink], address_limit: int, language: str, messages: Messages) -> Html:
    if not links:
        return messages.text("entry.source_unknown", language)
    shown = []
    for each in links[:_MOST_LINKS]:
        address = each.url if each.url and len(escape(each.url).encode()) <= address_limit else None
        address_limit -= len(escape(address).encode()) if address else 0
        shown.append(_render_link(each, address, language, messages))
    if len(links) > _MOST_LINKS:
        shown.append(messages.plural("entry.more_sources", language, len(links) - _MOST_LINKS))
    return join(", ", shown)


def _render_link(source: SourceLink, address: str | None, language: str, messages: Messages) -> Html:
    name = cut(escape(one_line(source.name or "")), _NAME_LIMIT)
    shown = link(address, name)
    if source.count > 1:
        shown = messages.text("entry.source_times", language, name=shown, count=source.count)
    return messages.text("entry.source_summary", language, name=shown) if source.is_summary else shown


def _evidence_label(number: int, count: int, language: str, messages: Messages) -> str:
    key = "entry.evidence_of" if count > 1 else "entry.evidence"
    return plain(messages.text(key, language, number=number))
