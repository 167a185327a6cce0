"""A reading as its readers corrected it: applied on top of every reading before it is recorded. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from bot.ingest.correcting.people import Unfounded, change_person, relabel, remove_person
from bot.ingest.correcting.spans import find_country_spans
from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.lookup import country_name
from storage.folding import name_key
from storage.models.corrections import (
    Change,
    CountryChange,
    NoPersonChange,
    PersonChange,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.reading import CountryFact, Evidence, Reading
from storage.models.seeds import Role

BY_A_READER = "a reader says so"


def apply_corrections(reading: Reading, changes: Sequence[Change], gazetteer: CountryGazetteer) -> Reading:
    """The reading with every change that the text still bears out; of two on one subject the later counts.

    A country or person that is added has its spans in the text, found anew in each version: nothing is shown that no
    source states. The order of changes on different subjects makes no difference. Stories are not the reading's.
    """
    newest = {_subject(change): change for change in changes}
    corrected = reading
    # A country may rest on a person who acts for it, so people come first.
    for change in sorted(newest.values(), key=lambda change: isinstance(change, CountryChange)):
        match apply_change(corrected, change, gazetteer):
            case Reading() as changed:
                corrected = changed
            case Unfounded():
                pass
    return _in_order(corrected, reading)


def apply_change(reading: Reading, change: Change, gazetteer: CountryGazetteer) -> Reading | Unfounded:
    """The reading with this change, or why the text does not bear it out."""
    match change:
        case CountryChange():
            return _change_country(reading, change, gazetteer)
        case PersonChange():
            return change_person(reading, change)
        case NoPersonChange():
            return remove_person(reading, change)
        case RelevanceChange():
            return replace(reading, is_relevant=change.is_relevant, relevance_reason=BY_A_READER)
        case StoryChange():
            return reading


def _subject(change: Change) -> Hashable:
    match change:
        case CountryChange():
            return "country", change.code
        case PersonChange() | NoPersonChange():
            return "person", name_key(change.name) or change.name
        case StoryChange() | RelevanceChange():
            return type(change).__name__


def _change_country(reading: Reading, change: CountryChange, gazetteer: CountryGazetteer) -> Reading | Unfounded:
    read = next((fact for fact in reading.countries if fact.code == change.code), None)
    others = tuple(fact for fact in reading.countries if fact is not read)
    is_party = change.standing is Standing.PARTY
    if change.standing is Standing.ABSENT:
        if read is None:
            return Unfounded(f"{_name(change.code, gazetteer)} was not read in it")
        return _without_country(replace(reading, countries=others), change.code)
    if read is not None:
        stated = replace(read, is_party=is_party, is_corrected=True)
        return replace(reading, countries=tuple(stated if fact is read else fact for fact in reading.countries))
    evidence = _find_evidence(reading, change.code, gazetteer)
    if not evidence:
        return Unfounded(f"the text does not name {_name(change.code, gazetteer)}")
    added = CountryFact(code=change.code, is_party=is_party, evidence=evidence, is_corrected=True)
    return replace(reading, countries=(*others, added))


def _name(code: str, gazetteer: CountryGazetteer) -> str:
    return f"{country_name(code, 'en', gazetteer)} ({code})"


def _find_evidence(reading: Reading, code: str, gazetteer: CountryGazetteer) -> Evidence:
    """Where the country is named, else where somebody is who acts for it: as the reading itself has it."""
    named = find_country_spans(reading.text, reading.language, code, gazetteer)
    return named or tuple(sorted(span for p in reading.people if p.country == code for span in p.evidence))


def _without_country(reading: Reading, code: str) -> Reading:
    """No agreement is of the country, and nobody unnamed sits at a table for it."""
    agreements = tuple(
        replace(each, parties=tuple(party for party in each.parties if party != code), is_corrected=True)
        if code in each.parties
        else each
        for each in reading.agreements
    )
    reading = replace(reading, agreements=agreements)
    for role in Role:
        reading = relabel(reading, f"{role.value} {code}", None)
    return reading


def _in_order(corrected: Reading, read: Reading) -> Reading:
    """What was added stands behind what was read, by where the text has it, whichever was stated first."""
    codes, seats = {fact.code for fact in read.countries}, {person.evidence for person in read.people}
    countries = [fact for fact in corrected.countries if fact.code in codes]
    countries += sorted((f for f in corrected.countries if f.code not in codes), key=lambda f: (f.evidence, f.code))
    people = [person for person in corrected.people if person.evidence in seats]
    people += sorted((p for p in corrected.people if p.evidence not in seats), key=lambda p: (p.evidence, p.name))
    return replace(corrected, countries=tuple(countries), people=tuple(people))
