"""Corrections in words: read from the command line, and told there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from bot.cli.upkeep.archive import Archive
from bot.ingest.correcting.differences import describe_agreement, describe_meeting, describe_person
from bot.reading.countries.lookup import resolve_country
from bot.reading.gazetteer import Gazetteer
from storage.models.corrections import (
    Change,
    CountryChange,
    NoPersonChange,
    PersonChange,
    Recorded,
    RecordedPerson,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.seeds import Role
from storage.news.officials import ids_of_slugs

_LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Changes as they were typed."""

    countries: Mapping[Standing, Sequence[str]]
    people: Sequence[str] = ()
    no_people: Sequence[str] = ()
    story: str | None = None
    is_relevant: bool | None = None


def read_changes(words: Words, people: Sequence[RecordedPerson], archive: Archive) -> Iterator[Change]:
    """Every change stated. `people` are those a number stands for.

    Raises:
        BadParameter: one cannot be read.
    """
    for standing, names in words.countries.items():
        yield from (_read_country(name, standing, archive.gazetteer) for name in names)
    yield from (_read_person(person, people, archive) for person in words.people)
    yield from (NoPersonChange(name=_name_of(name, people)) for name in words.no_people)
    if words.story is not None:
        yield _read_story(words.story)
    if words.is_relevant is not None:
        yield RelevanceChange(is_relevant=words.is_relevant)


def describe_change(change: Change) -> str:
    """What it states."""
    match change:
        case CountryChange(code=code, standing=standing):
            return f"{code} is {standing}"
        case PersonChange(name=name, role=role):
            known = filter(None, (role.value, change.country or change.organization, change.official))
            return f"{name} is there: {', '.join(known)}"
        case NoPersonChange(name=name):
            return f"{name} is nobody's name"
        case StoryChange(story_id=story_id):
            return f"it belongs to story {story_id or 'of its own'}"
        case RelevanceChange(is_relevant=is_relevant):
            return f"it is {'' if is_relevant else 'not '}relevant to health diplomacy"


def describe_recorded(recorded: Recorded) -> Iterator[str]:
    """What the store holds of an article; people with the numbers that options take."""
    days = (("published", recorded.published_on), ("happened", recorded.event_on))
    known = ", ".join(f"{label} {day}" for label, day in days if day) or "date unknown"
    relevant = "" if recorded.is_relevant else ", not relevant"
    yield f"article {recorded.article_id} of story {recorded.story_id}, {known}{relevant}"
    if recorded.title:
        yield f"  title: {recorded.title}"
    for label, codes in (("parties", recorded.parties), ("mentioned", recorded.mentioned)):
        marked = (f"{code}*" if code in recorded.corrected_countries else code for code in sorted(codes))
        yield f"  {label}: {', '.join(marked) or 'none'}"
    for number, person in enumerate(recorded.people, 1):
        mark = "*" if person.is_corrected else ""
        forms = ", ".join(form for form in person.surface_forms if form != person.name)
        yield f"  {number}. {person.name}{mark}: {describe_person(person)}{f' (written {forms})' if forms else ''}"
    yield from (f"  meeting: {line}" for line in sorted(map(describe_meeting, recorded.meetings)))
    yield from (f"  agreement: {line}" for line in sorted(map(describe_agreement, recorded.agreements)))
    if recorded.corrected_countries or any(person.is_corrected for person in recorded.people):
        yield "  * corrected"


def _read_country(name: str, standing: Standing, gazetteer: Gazetteer) -> CountryChange:
    """A country by its code or name."""
    codes = resolve_country(name, gazetteer.countries)
    if len(codes) != 1:
        raise click.BadParameter(f"{name} is {' or '.join(codes) or 'no country'}; write a code such as KZ")
    return CountryChange(code=codes[0], standing=standing)


def _read_person(words: str, people: Sequence[RecordedPerson], archive: Archive) -> PersonChange:
    """`Name=role`, `Name=role,KZ`, `Name=role,WHO,slug`; a number for the name is that of `describe_recorded`."""
    name, _, rest = words.rpartition("=")
    role, *places = (part.strip() for part in rest.split(","))
    if not name.strip() or len(places) > 2:
        raise click.BadParameter(f'{words}: write "Name=health minister,KZ"')
    if role not in list(Role):
        raise click.BadParameter(f"{role} is no role; these are: {', '.join(Role)}")
    place, slug = (*places, "", "")[:2]
    if slug and not ids_of_slugs(archive.db, [slug]):
        raise click.BadParameter(f"{slug} is no official's slug")
    codes = resolve_country(place, archive.gazetteer.countries)
    is_country = len(codes) == 1
    return PersonChange(
        name=_name_of(name.strip(), people),
        role=Role(role),
        country=codes[0] if is_country else None,
        organization=place if place and not is_country else None,
        official=slug or None,
    )


def _read_story(words: str) -> StoryChange:
    """A story's number, or `new`."""
    if words == "new":
        return StoryChange(story_id=None)
    if not words.isdecimal() or len(words) > _LONGEST_NUMBER:
        raise click.BadParameter(f'{words}: write the number of a story, or "new"')
    return StoryChange(story_id=int(words))


def _name_of(name: str, people: Sequence[RecordedPerson]) -> str:
    """The name behind the number that `describe_recorded` shows; anything else is a name."""
    return people[int(name) - 1].name if name.isdecimal() and 0 < int(name) <= len(people) else name
