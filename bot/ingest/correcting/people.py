"""What a reader's word about a person does to a reading: the person, and all that names them. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.ingest.correcting.spans import FoundName, find_name
from bot.reading.people.names import to_latin
from storage.folding import name_key
from storage.models.corrections import NoPersonChange, PersonChange
from storage.models.reading import HeadlineFacts, MeetingFact, PersonFact, Reading


@dataclass(frozen=True, slots=True)
class Unfounded:
    """The text does not bear the change out."""

    why: str


def change_person(reading: Reading, change: PersonChange) -> Reading | Unfounded:
    """Whoever was read under that name is as stated; where nobody was, somebody is added, as the text names them."""
    found = find_person(reading, change.name)
    match found:
        case Unfounded():
            return found
        case PersonFact():
            return _restate(reading, found, change)
        case None:
            return _add(reading, change)


def remove_person(reading: Reading, change: NoPersonChange) -> Reading | Unfounded:
    """Nobody of that name is there, nor at any table."""
    found = find_person(reading, change.name)
    match found:
        case Unfounded():
            return found
        case None:
            return Unfounded(f"nobody was read as {change.name}")
        case PersonFact():
            people = tuple(person for person in reading.people if person is not found)
            return relabel(replace(reading, people=people), found.name, None)


def find_person(reading: Reading, name: str) -> PersonFact | Unfounded | None:
    """Who of the reading is meant: by the name shown, by a form of the text, in any spelling, or by where it stands."""
    key = name_key(name)
    tiers = (
        [person for person in reading.people if person.name == name],
        [person for person in reading.people if name in person.surface_forms],
        [p for p in reading.people if key and key in map(name_key, (p.name, *p.surface_forms))],
        _find_at(reading, find_name(reading.text, reading.language, name)),
    )
    found = next((tier for tier in tiers if tier), [])
    if len(found) > 1:
        return Unfounded(f"{name} may be {' or '.join(person.name for person in found)}: write the whole name")
    return found[0] if found else None


def relabel(reading: Reading, label: str, new: str | None) -> Reading:
    """The reading with a side's or headline's label written anew, or (null) without it.

    Talks that lose a side of two are none, and a headline that loses who it tells of is none.
    """
    meetings = tuple(m for meeting in reading.meetings if (m := _relabel_meeting(meeting, label, new)) is not None)
    headline = reading.headline and _relabel_headline(reading.headline, label, new)
    return replace(reading, meetings=meetings, headline=headline)


def _restate(reading: Reading, person: PersonFact, change: PersonChange) -> Reading:
    """As stated. An official of another country was somebody else: who it is, is then found anew."""
    country, organization = person.country, person.organization
    if change.country or change.organization:
        country, organization = change.country, change.organization
    is_moved = (country, organization) != (person.country, person.organization)
    restated = replace(
        _with_fuller_name(reading, person, change.name),
        role=change.role,
        country=country,
        organization=organization,
        official=change.official or (None if is_moved else person.official),
        is_corrected=True,
    )
    people = tuple(restated if each is person else each for each in reading.people)
    return relabel(replace(reading, people=people), person.name, restated.name)


def _with_fuller_name(reading: Reading, person: PersonFact, stated: str) -> PersonFact:
    """With the stated name where it is fuller than the one read, and the text has it."""
    found = find_name(reading.text, reading.language, stated)
    name = to_latin(found.written, reading.language) if found else ""
    is_fuller = set(name_key(name).split()) > set(name_key(person.name).split())
    if found is None or not is_fuller or any(name == other.name for other in reading.people):
        return person
    return replace(
        person,
        name=name,
        surface_forms=tuple(dict.fromkeys((*person.surface_forms, *_forms(reading, found)))),
        evidence=tuple(sorted({*person.evidence, *found.spans})),
    )


def _add(reading: Reading, change: PersonChange) -> Reading | Unfounded:
    found = find_name(reading.text, reading.language, change.name)
    if found is None:
        return Unfounded(f"the text does not name {change.name}")
    added = PersonFact(
        name=to_latin(found.written, reading.language),
        role=change.role,
        surface_forms=_forms(reading, found),
        evidence=found.spans,
        official=change.official,
        country=change.country,
        organization=change.organization,
        is_corrected=True,
    )
    return replace(reading, people=(*reading.people, added))


def _forms(reading: Reading, found: FoundName) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.text[slice(*span)] for span in found.spans))


def _find_at(reading: Reading, found: FoundName | None) -> list[PersonFact]:
    """Those whose name stands where that one does."""
    spans = found.spans if found else ()
    return [
        person
        for person in reading.people
        if any(
            start < stop and begin < end
            for begin, stop in spans
            for start, end in person.evidence
            if reading.text[start:end] in person.surface_forms
        )
    ]


def _relabel_meeting(meeting: MeetingFact, label: str, new: str | None) -> MeetingFact | None:
    if new == label or not any(label in side for side in meeting.sides):
        return meeting
    sides = tuple(side for labels in meeting.sides if (side := _relabel(labels, label, new)))
    return replace(meeting, sides=sides, is_corrected=True) if len(sides) > 1 else None


def _relabel_headline(headline: HeadlineFacts, label: str, new: str | None) -> HeadlineFacts | None:
    who, whom = _relabel(headline.who, label, new), _relabel(headline.whom, label, new)
    is_told = bool(who) and bool(whom) == bool(headline.whom)
    return replace(headline, who=who, whom=whom) if is_told else None


def _relabel(labels: tuple[str, ...], label: str, new: str | None) -> tuple[str, ...]:
    renamed = (new if each == label else each for each in labels)
    return tuple(dict.fromkeys(each for each in renamed if each is not None))
