"""The text as scenes: each sentence (and the title) with its names, bound to their cues, and the cues left over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.reading.models import CountryMention, Layout
from bot.reading.people.officials import OfficialGazetteer
from bot.reading.people.phrases.binding.bind import bind
from bot.reading.people.phrases.binding.naming import Naming
from bot.reading.people.phrases.cues import Cue, find_cues
from bot.reading.people.phrases.qualifiers import qualify
from bot.reading.people.phrases.roles import SUCCEEDED
from bot.reading.people.phrases.runs import find_runs
from bot.reading.people.phrases.units import Unit, read_units, tags_of
from bot.reading.people.titles.lexicon import NO_STATE, lexicon
from bot.reading.people.titles.tags import Tag
from storage.models.reading import Span
from storage.models.seeds import FormKind, Role

_MINISTRY = re.compile("(?:C[THo]{0,3}[NY]|[NY](?:[cTHo]{0,4}C)?)")
_SENTENCE_ENDS = frozenset((*".\"':;)", Tag.INITIAL))
_HEALTH_TAGS = frozenset((Tag.HEALTH, Tag.HEALTH_MINISTRY, Tag.WHO))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence, or the title."""

    is_title: bool
    is_heading: bool
    """A title or subtitle with a capital on every word: there capitals prove nothing."""
    namings: tuple[Naming, ...]
    free: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the whole text tells about any of its people."""

    language: str | None
    officials: OfficialGazetteer
    on: date | None
    countries: Counter[str]
    """Every country named, by its capital too."""
    named: Counter[str]
    """Countries named themselves, not by their capital: a capital may be but the venue."""
    ministries: Counter[str]
    """Countries whose ministry the text names."""
    bodies: frozenset[str]
    is_about_health: bool
    names_no_state: bool
    """Whether the text speaks of a country on no list: a bare title may be of it."""
    plain_words: frozenset[str]
    """Words that the text writes in lower case."""


def read_scenes(
    layout: Layout,
    language: str | None,
    countries: Sequence[CountryMention],
    officials: OfficialGazetteer,
    on: date | None,
) -> tuple[list[Scene], Setting]:
    """The scenes in the order of the text, and the setting."""
    ordered = sorted((m for m in countries if m.code), key=lambda m: (m.start, -m.end))
    starts = [m.start for m in ordered]
    words = lexicon(language)
    spans: list[tuple[Span, bool]] = [(s.span, False) for s in layout.body]
    if layout.title:
        spans = [(layout.title, True), *spans]
    named = frozenset(m.code for m in ordered if not m.is_part_of_name)
    scenes, all_units = [], []
    office: Cue | None = None
    for (start, end), is_title in spans:
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        units = read_units(layout.text, start, end, inside, words)
        scene, office = _read_scene(units, language, named, office, is_title=is_title)
        scenes.append(scene)
        all_units += units
    return scenes, _setting(all_units, ordered, language, officials, on)


def _read_scene(
    units: list[Unit], language: str | None, named: frozenset[str], office: Cue | None, *, is_title: bool
) -> tuple[Scene, Cue | None]:
    """The scene, and the last office that it or one before it names."""
    is_heading = _is_heading(units)
    qualify(units, language)
    runs = find_runs(units, language, is_heading=is_heading)
    cues: list[Cue] = []
    for cue in find_cues(units, language, named):
        cues.append(_as_predecessor(cue, office) if cue.head == Tag.PREDECESSOR else cue)
        office = cue if cue.role in SUCCEEDED else office
    namings, free = bind(units, runs, cues, language)
    scene = Scene(is_title=is_title, is_heading=is_heading, namings=tuple(namings), free=tuple(free))
    return scene, office


def _as_predecessor(cue: Cue, office: Cue | None) -> Cue:
    """ "His predecessor" held the office named last."""
    if office is None:
        return cue
    role = Role.FORMER_HEALTH_MINISTER if office.role is Role.HEALTH_MINISTER else Role.OTHER_OFFICIAL
    return replace(cue, role=role, tags=Tag.FORMER + cue.tags, countries=cue.countries or office.countries)


def _is_heading(units: Sequence[Unit]) -> bool:
    if units and units[-1].tag in _SENTENCE_ENDS:
        return False
    words = [unit.word for unit in units if unit.word[0].isalpha() and len(unit.word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _setting(
    units: Sequence[Unit],
    countries: Sequence[CountryMention],
    language: str | None,
    officials: OfficialGazetteer,
    on: date | None,
) -> Setting:
    return Setting(
        language=language,
        officials=officials,
        on=on,
        countries=Counter(m.code for m in countries if not m.is_part_of_name),
        named=Counter(m.code for m in countries if not m.is_part_of_name and m.kind is not FormKind.CAPITAL),
        ministries=Counter(_ministry_countries(units)),
        bodies=frozenset(unit.code for unit in units if unit.code and unit.tag in (Tag.WHO, Tag.BODY)),
        is_about_health=any(unit.tag in _HEALTH_TAGS for unit in units),
        names_no_state=any(unit.code == NO_STATE for unit in units),
        plain_words=frozenset(unit.word for unit in units if unit.tag == Tag.WORD),
    )


def _ministry_countries(units: Sequence[Unit]) -> Iterator[str]:
    """The country beside each "ministry": after it in the genitive, or before it."""
    tags = tags_of(units)
    for match in _MINISTRY.finditer(tags):
        for unit in units[match.start() : match.end()]:
            if unit.code and unit.tag == Tag.COUNTRY:
                yield unit.code
