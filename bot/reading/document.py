"""`read_document` is the only door to reading: it joins the stages and hands each fact its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.reading.countries.mentions import find_countries
from bot.reading.events.agreements import find_agreements
from bot.reading.events.headline import compose_headline
from bot.reading.events.meetings import find_meetings
from bot.reading.events.meetings.cast import Cast, read_cast
from bot.reading.events.parties import read_parties
from bot.reading.events.place import find_place
from bot.reading.events.plain import plain
from bot.reading.events.relevance import judge_relevance
from bot.reading.events.topics import read_topics
from bot.reading.gazetteer import Gazetteer
from bot.reading.models import CountryMention, Layout, NameKind, ReadPerson
from bot.reading.people.find import find_people
from bot.reading.people.placing.home import read_origin
from bot.reading.text.event_day import read_event_day
from bot.reading.text.language import read_language
from bot.reading.text.layout import lay_out, tidy_text
from bot.reading.text.lead import pick_lead
from bot.reading.text.outlets import find_outlet, read_source
from bot.reading.text.published import read_published
from storage.models.reading import CountryFact, Document, Evidence, PersonFact, Reading, Span
from storage.models.seeds import Outlet

RULES_VERSION = "5"
"""Goes with every fact; raised whenever a rule changes what is read, so that `reread` knows what is stale."""

_OUTLETS = frozenset({"agency", "outlet"})
_SEVERAL_WORDS = re.compile(r"\w[ .-]\W?\w")


def read_document(document: Document, gazetteer: Gazetteer) -> Reading:
    """Everything the document says. Spans point into `Reading.text`, which is the document's in NFC with LF."""
    text = tidy_text(document.text)
    layout = lay_out(text, document.title)
    language = read_language(text) or document.language
    source = read_source(layout, document, gazetteer.sources)
    outlet = find_outlet(document, source and source[0], gazetteer.sources)
    published = read_published(layout, document, language)
    event_on, _ = read_event_day(layout, language, published)
    heard = tuple((span, outlet) for span, outlet in gazetteer.sources.find(text) if outlet.kind in _OUTLETS)
    named = tuple(find_countries(text, language, gazetteer.countries, _outlet_names(text, heard)))
    mentions = _stated(named, layout)
    origin = read_origin(layout, named, outlet)
    people = _without_outlets(find_people(layout, language, mentions, gazetteer.officials, published, origin), heard)
    plain_text = plain(text)
    cast = read_cast(layout, plain_text, people)
    mentions = _resolve_first_person(mentions, origin.country or _main_country(cast))
    place = _place(plain_text, cast)
    meetings = find_meetings(layout, plain_text, language, cast, event_on, place)
    parties = read_parties(plain_text, mentions, cast, meetings, told_from=origin.dateline)
    reported_on = event_on or (published.on if published else None)
    agreements = find_agreements(text, plain_text, language, cast, mentions, sorted(parties), reported_on)
    is_relevant, reason = judge_relevance(
        plain_text, cast, sorted(parties), meetings, agreements, is_of_health=outlet.is_of_health
    )
    return Reading(
        text=text,
        language=language,
        title=text[slice(*layout.title)] if layout.title else document.title,
        title_span=layout.title,
        source=source[0] if source else None,
        source_span=source[1] if source else None,
        source_rank=outlet.rank,
        published_on=published.on if published else None,
        published_seen=published.seen if published else None,
        published_span=published.span if published else None,
        event_on=event_on,
        place=place,
        countries=_country_facts(mentions, people, parties),
        people=tuple(_person_fact(person, text) for person in people if person.name is not None),
        meetings=meetings,
        agreements=agreements,
        topics=read_topics(plain_text, cast),
        headline=compose_headline(plain_text, cast, meetings, agreements),
        lead=pick_lead(layout, people, mentions, meetings),
        is_relevant=is_relevant,
        relevance_reason=reason,
        rules_version=RULES_VERSION,
    )


def _outlet_names(text: str, heard: Sequence[tuple[Span, Outlet]]) -> Evidence:
    """ "Kazakhstan Today reports" names no country; "The Namibian" may well be somebody of Namibia."""
    return tuple(span for span, _ in heard if _SEVERAL_WORDS.search(text[slice(*span)].removeprefix("The ")))


def _without_outlets(people: Iterable[ReadPerson], heard: Sequence[tuple[Span, Outlet]]) -> tuple[ReadPerson, ...]:
    """ "A correspondent of Kazinform" names nobody: those whose every name is an outlet's are left out."""
    outlets = {span for span, _ in heard}
    return tuple(person for person in people if not (names := _names_of(person)) or not names <= outlets)


def _names_of(person: ReadPerson) -> set[Span]:
    return {(mention.start, mention.end) for mention in person.mentions if mention.kind is NameKind.NAME}


def _stated(mentions: Iterable[CountryMention], layout: Layout) -> list[CountryMention]:
    """Mentions that the title or the body states; a byline's, a menu's or a dateline's prove nothing."""
    spans: list[Span] = sorted([s.span for s in layout.body] + ([layout.title] if layout.title else []))
    kept, at = [], 0
    for mention in sorted(mentions, key=lambda m: m.start):
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at < len(spans) and spans[at][0] <= mention.start:
            kept.append(mention)
    return kept


def _main_country(cast: Cast) -> str | None:
    """Whose "our country" is where the origin is not known: the main person's."""
    main = cast.main_person()
    return cast.people[main].country if main is not None else None


def _resolve_first_person(mentions: Sequence[CountryMention], home: str | None) -> list[CountryMention]:
    """ "Our country" is `home`; where that is not known it names nobody."""
    return [replace(m, code=home or "") if m.is_first_person else m for m in mentions if home or not m.is_first_person]


def _place(plain_text: str, cast: Cast) -> str | None:
    return next((found for row in cast.rows[:2] if (found := find_place(plain_text, row.span))), None)


def _country_facts(
    mentions: Sequence[CountryMention], people: Sequence[ReadPerson], parties: Collection[str]
) -> tuple[CountryFact, ...]:
    """Every country named, and one that takes part through an official whose country goes without saying."""
    evidence: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        evidence[mention.code].append((mention.start, mention.end))
    named = frozenset(evidence)
    for person in people:
        if person.country is not None and person.country in parties and person.country not in named:
            evidence[person.country].extend((m.start, m.end) for m in person.mentions)
    return tuple(CountryFact(code=c, is_party=c in parties, evidence=tuple(spans)) for c, spans in evidence.items())


def _person_fact(person: ReadPerson, text: str) -> PersonFact:
    assert person.name is not None
    names = [m for m in person.mentions if m.kind is NameKind.NAME]
    evidence: Evidence = tuple(sorted({(m.start, m.end) for m in names} | ({person.cue} if person.cue else set())))
    return PersonFact(
        name=person.name,
        role=person.role,
        surface_forms=tuple(dict.fromkeys(text[m.start : m.end] for m in names)),
        evidence=evidence,
        official=person.official,
        country=person.country,
        organization=person.organization,
    )
