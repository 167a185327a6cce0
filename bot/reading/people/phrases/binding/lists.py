"""Names in a list under one title, and the country each of them is given there. For `binding` only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.people.phrases.binding.naming import WIDEST_GAP, Naming, gap_tags
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_NEXT_IN_LIST = re.compile(r"[,c]{1,2}h?(?P<country>[cTC]*)h?\.?")
_TOGETHER = frozenset(("ile", "ilə", "bilan", "билан", "менен", "мен", "пен", "бен"))
"""With "with" between them, too, the names of a list under one Turkic title stand side by side."""
_OWN_COUNTRY = re.compile(r"c{1,2}[cT]*C")
_PAIR = 2
_BRACKETED = re.compile(r"h?\((?:C|[oHnc]{1,4})\)")
""" "Ministers X (Cuba) and Y (Oman)", "Secretaries X (Public Health) and Y"."""


def give_to_list(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int) -> None:
    """ "Ministers X of A and Y of B", "A and B ministers X and Y", "министры А X и Б Y"."""
    countries = list(cue.countries)
    for position in range(len(namings) - following):
        naming = namings[following + position]
        if position:
            gap = _gap(units, namings[following + position - 1].run.last, naming.run.first)
            match = _NEXT_IN_LIST.fullmatch(gap.tags)
            if match is None:
                return
            naming.cues.append(cue)
            naming.has_tight_title = True
            if gap.country_before_name:
                naming.country = gap.country_before_name
        own = own_country(units, naming.run.last)
        if own:
            naming.country = own
        elif naming.country is None and countries:
            naming.country = (
                countries[min(position, len(countries) - 1)] if len(countries) > 1 or not position else None
            )


@dataclass(frozen=True, slots=True)
class _Gap:
    tags: str
    country_before_name: str | None


def _gap(units: Sequence[Unit], first: int, last: int) -> _Gap:
    """What stands between two names of a list, the first one's "of Portugal" left out."""
    last = min(last, first + WIDEST_GAP)
    tags = "".join([Tag.CONNECT if unit.word.lower() in _TOGETHER else unit.tag for unit in units[first:last]])
    own = _BRACKETED.match(tags) or _OWN_COUNTRY.match(tags)
    if own and own.group().endswith(")"):
        return _Gap(tags[own.end() :], None)
    skipped = own.end() if own and "," not in own.group() and _is_of(units[first]) else 0
    country = next((unit.code for unit in units[first + skipped : last] if unit.tag == Tag.COUNTRY), None)
    return _Gap(tags[skipped:], country)


def own_country(units: Sequence[Unit], first: int) -> str | None:
    if first >= len(units) or not _is_of(units[first]):
        return None
    match = _OWN_COUNTRY.match(tags_of(units[first : first + 5]))
    return units[first + match.end() - 1].code if match else None


def country_in_brackets(units: Sequence[Unit], first: int) -> str | None:
    """ "Zhang Jian (China)"."""
    match = _BRACKETED.match(tags_of(units[first : first + 4]))
    return units[first + match.end() - 2].code if match and Tag.COUNTRY in match[0] else None


def _is_of(unit: Unit) -> bool:
    return unit.word.lower() in ("of", "from")


def share_country(units: Sequence[Unit], namings: Sequence[Naming]) -> None:
    """ "Vietnam's Social Affairs Minister X and Health Minister Y": both are Vietnam's, and so are three in a list."""
    countries = {country for naming in namings for cue in naming.cues for country in cue.countries}
    is_list = len(countries) == 1 and len(namings) > _PAIR
    joints = (Tag.CONNECT, ",", "," + Tag.CONNECT) if is_list else (Tag.CONNECT,)
    for one, other in pairwise(namings):
        if not one.cues or not other.cues:
            continue
        mine, theirs = other.cues[0], one.cues[-1]
        is_without = not mine.countries and not mine.organization and mine.role not in (None, theirs.role)
        if is_without and theirs.role is not Role.AMBASSADOR and gap_tags(units, one.run.last, mine.first) in joints:
            other.country = one.country or theirs.country
            other.is_country_shared = True
