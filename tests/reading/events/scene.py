"""Builds a laid-out text with its people from a marked one, so that the rules for events are tested by themselves.

`{Teymur Musayev|AZ}` is a health minister of AZ; `{Kluge|WHO|WHO regional director}` gives the role as well; the same
surname again is the same person; `{Türkiye's minister|TR|!}` is somebody the text does not name.
One line is one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.events.meetings import find_meetings
from bot.reading.events.meetings.cast import Cast, read_cast
from bot.reading.events.plain import plain
from bot.reading.models import Layout, PersonMention, ReadPerson, Sentence
from storage.models.reading import MeetingFact
from storage.models.seeds import Role

_MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([^{}]+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text as the earlier stages would hand it over."""

    text: str
    layout: Layout
    cast: Cast

    @property
    def plain_text(self) -> str:
        """What the rules read."""
        return plain(self.text)


def set_scene(marked: str) -> Scene:
    """Take the marks out and seat everybody."""
    text, people = "", dict[str, ReadPerson]()
    at = 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        _seat(people, found, len(text))
        text += found[1]
        at = found.end()
    text += marked[at:]
    layout = Layout(text=text, title=None, header=None, bylines=(), boilerplate=(), body=tuple(_sentences(text)))
    return Scene(text=text, layout=layout, cast=read_cast(layout, plain(text), tuple(people.values())))


def _seat(people: dict[str, ReadPerson], found: re.Match[str], start: int) -> None:
    written, country, role = found[1], found[2], found[3] or Role.HEALTH_MINISTER.value
    mention = PersonMention(start=start, end=start + len(written))
    before = people.get(written.split()[-1])
    people[written.split()[-1]] = ReadPerson(
        name=None if role == "!" else before.name if before else written,
        role=Role.HEALTH_MINISTER if role == "!" else Role(role),
        country=None if country == "WHO" else country,
        organization="WHO" if country == "WHO" else None,
        official=None,
        mentions=(*(before.mentions if before else ()), mention),
    )


def _sentences(text: str) -> list[Sentence]:
    return [
        Sentence(start=line.start(), end=line.end(), paragraph=i) for i, line in enumerate(re.finditer(r"[^\n]+", text))
    ]


def meetings_of(marked: str, language: str | None) -> tuple[MeetingFact, ...]:
    """The talks a marked text tells of."""
    scene = set_scene(marked)
    return find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)


def tables_of(marked: str, language: str | None) -> list[tuple[tuple[str, ...], ...]]:
    """The sides of the talks that took place."""
    return [m.sides for m in meetings_of(marked, language) if not m.is_background]
