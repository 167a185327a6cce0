"""What reading anew changed of an article, kind by kind, for a summary. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from storage.models.corrections import Recorded, RecordedAgreement, RecordedMeeting, RecordedPerson


class Kind(StrEnum):
    """A kind of change, as summaries count them."""

    COUNTRIES = "countries"
    PARTIES = "parties"
    PEOPLE = "people"
    ROLES = "roles"
    MEETINGS = "meetings"
    AGREEMENTS = "agreements"
    DATES = "dates"
    TITLES = "titles"
    STORIES = "stories"
    RELEVANCE = "relevance"


Differences = Mapping[Kind, tuple[str, ...]]
"""The kinds that differ, each with its lines: `+ Akmaral Alnazarova`, `- 2026-03-01`."""


def compare(before: Recorded, after: Recorded) -> Differences:
    """What is held now and was not, and the reverse."""
    lines = {kind: tuple(_lines(facts(before), facts(after))) for kind, facts in _FACTS.items()}
    lines[Kind.ROLES] = tuple(_role_lines(before.people, after.people))
    return {kind: lines[kind] for kind in Kind if lines[kind]}


def describe_person(person: RecordedPerson) -> str:
    """Role and place, as far as known: `health minister, KZ`."""
    return ", ".join(filter(None, (person.role.value, person.country or person.organization)))


def describe_meeting(meeting: RecordedMeeting) -> str:
    """The sides, then what is known beside."""
    sides = " with ".join(" and ".join(side) for side in meeting.sides)
    marks = ("background" if meeting.is_background else None, "planned" if meeting.is_planned else None)
    on = meeting.held_on.isoformat() if meeting.held_on else None
    return ", ".join(filter(None, (sides, on, meeting.place, meeting.format, *marks)))


def describe_agreement(agreement: RecordedAgreement) -> str:
    """Kind, status, parties and subject."""
    return ", ".join(filter(None, (agreement.kind, agreement.status, " ".join(agreement.parties), agreement.subject)))


def _lines(before: Iterable[str], after: Iterable[str]) -> Iterable[str]:
    old, new = frozenset(before), frozenset(after)
    yield from (f"- {each}" for each in sorted(old - new))
    yield from (f"+ {each}" for each in sorted(new - old))


def _role_lines(before: Iterable[RecordedPerson], after: Iterable[RecordedPerson]) -> Iterable[str]:
    """Of those who are named both times."""
    old = {person.official_id: person for person in before}
    for person in after:
        was = old.get(person.official_id)
        if was is not None and describe_person(was) != describe_person(person):
            yield f"{person.name}: {describe_person(was)} → {describe_person(person)}"


def _people(recorded: Recorded) -> Iterable[str]:
    """One official by one name: another of the same name is another person."""
    return (f"{person.name} (#{person.official_id})" for person in recorded.people)


def _dates(recorded: Recorded) -> Iterable[str]:
    if recorded.published_on:
        yield f"published {recorded.published_on}"
    if recorded.event_on:
        yield f"happened {recorded.event_on}"


_FACTS: Mapping[Kind, Callable[[Recorded], Iterable[str]]] = {
    Kind.COUNTRIES: lambda recorded: recorded.parties | recorded.mentioned,
    Kind.PARTIES: lambda recorded: recorded.parties,
    Kind.PEOPLE: _people,
    Kind.MEETINGS: lambda recorded: map(describe_meeting, recorded.meetings),
    Kind.AGREEMENTS: lambda recorded: map(describe_agreement, recorded.agreements),
    Kind.DATES: _dates,
    Kind.TITLES: lambda recorded: filter(None, (recorded.title,)),
    Kind.STORIES: lambda recorded: (f"story {recorded.story_id}",),
    Kind.RELEVANCE: lambda recorded: ("relevant" if recorded.is_relevant else "not relevant",),
}
