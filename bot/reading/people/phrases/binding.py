"""Which cue speaks of which run: by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.runs import Run
from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_TITLE_THEN_NAME = re.compile(r'[h".]{0,4}')
_TITLE_COMMA_NAME = re.compile(r',[h".]{0,3}')
_NAME_THEN_TITLE = re.compile(r"[,(~]{1,2}[cix]{0,2}")
_WHO_IS = re.compile(r",?w{2}")
_WHO_IS_WORDS = frozenset(("которым является", "которой является", "которого зовут", "где работает"))
_NEXT_IN_LIST = re.compile(r"[,c]{1,2}h?(?P<country>[cTC]*)h?\.?")
_OWN_COUNTRY = re.compile(r"c{1,2}[cT]*C")
_BRACKETED = re.compile(r"h?\(C\)")
_JOINED_TITLES = re.compile("(?:,c?|[~c-])")
_NEAR = 90
_RECEIVED = frozenset(("qəbul", "kabul", "qabul", "кабыл", "қабыл", "қабылдады", "қабул"))
_NAMES_NEAR = 5
_WIDEST_GAP = 12
_WITH_BEFORE = frozenset(("with", "с", "со"))
_WITH_AFTER = frozenset(("ile", "ilə", "bilan", "менен"))
_MINISTERS = frozenset((Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER))
_JOINABLE = _MINISTERS | {Role.OTHER_OFFICIAL, None}


@dataclass(slots=True, kw_only=True)
class Naming:
    """A run with the cues that speak of it. `country` is the one that a list of ministers gives this name."""

    run: Run
    cues: list[Cue] = field(default_factory=list)
    country: str | None = None
    has_tight_title: bool = False
    """A title stands right before the name."""
    is_styled: bool = False
    """ "Dr", "Mr" or the like stands right before the name."""
    is_object: bool = False
    """The name stands in the accusative before "received"."""


def bind(
    units: Sequence[Unit], runs: Sequence[Run], cues: Sequence[Cue], language: str | None
) -> tuple[list[Naming], list[Cue]]:
    """Every run with its cues, and the cues that speak of nobody named beside them; one sentence's, all in order."""
    namings = [_naming(units, run) for run in runs]
    free: list[Cue] = []
    following = 0
    for cue in cues:
        while following < len(namings) and namings[following].run.first < cue.last:
            following += 1
        if not _bind_one(units, cue, namings, following, language):
            free.append(cue)
    _share_country(units, namings)
    return namings, _name_free(units, _join_titles(units, cues, free, namings), namings)


def _naming(units: Sequence[Unit], run: Run) -> Naming:
    following = units[run.last].word.lower() if run.last < len(units) else ""
    return Naming(
        run=run,
        country=_country_in_brackets(units, run.last) or _own_country(units, run.last),
        is_styled=Tag.HONORIFIC in tags_of(units[max(0, run.first - 2) : run.first]),
        is_object=following in _RECEIVED,
    )


def _bind_one(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int, language: str | None) -> bool:
    """Give the cue to the name beside it, if there is one; `following` is the first name after the cue."""
    after = namings[following] if following < len(namings) else None
    before = namings[following - 1] if following else None
    gap_after = _gap_tags(units, cue.last, after.run.first) if after else "#"
    if after and _TITLE_THEN_NAME.fullmatch(gap_after):
        after.has_tight_title = True
        _give(units, cue, namings, following)
        return True
    may_follow = language not in TURKIC or not cue.is_counterpart
    if (
        may_follow
        and before
        and not before.cues
        and _NAME_THEN_TITLE.fullmatch(_gap_tags(units, before.run.last, cue.first))
    ):
        before.cues.append(cue)
        return True
    if after and language not in TURKIC and _is_after_comma(units, cue, after, gap_after, language):
        _give(units, cue, namings, following)
        return True
    return False


def _gap_tags(units: Sequence[Unit], first: int, last: int) -> str:
    """The tags between two places, or more than any gap allows where they are far apart."""
    return tags_of(units[first : min(last, first + _WIDEST_GAP)])


def _is_after_comma(units: Sequence[Unit], cue: Cue, after: Naming, gap: str, language: str | None) -> bool:
    if language == "ru":
        words = " ".join(unit.word for unit in units[cue.last : after.run.first] if unit.tag == Tag.WORD)
        return _WHO_IS.fullmatch(gap) is not None and words.lower() in _WHO_IS_WORDS
    return _TITLE_COMMA_NAME.fullmatch(gap) is not None


def _give(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int) -> None:
    namings[following].cues.append(cue)
    if cue.is_plural:
        _give_to_list(units, cue, namings, following)


def _give_to_list(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int) -> None:
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
        own = _own_country(units, naming.run.last)
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
    last = min(last, first + _WIDEST_GAP)
    tags = tags_of(units[first:last])
    own = _BRACKETED.match(tags) or _OWN_COUNTRY.match(tags)
    if own and own.group().endswith(")"):
        return _Gap(tags[own.end() :], None)
    skipped = own.end() if own and "," not in own.group() and _is_of(units[first]) else 0
    country = next((unit.code for unit in units[first + skipped : last] if unit.tag == Tag.COUNTRY), None)
    return _Gap(tags[skipped:], country)


def _own_country(units: Sequence[Unit], first: int) -> str | None:
    if first >= len(units) or not _is_of(units[first]):
        return None
    match = _OWN_COUNTRY.match(tags_of(units[first : first + 5]))
    return units[first + match.end() - 1].code if match else None


def _country_in_brackets(units: Sequence[Unit], first: int) -> str | None:
    """ "Zhang Jian (China)"."""
    match = _BRACKETED.match(tags_of(units[first : first + 4]))
    return units[first + match.end() - 2].code if match else None


def _is_of(unit: Unit) -> bool:
    return unit.word.lower() in ("of", "from")


def _share_country(units: Sequence[Unit], namings: Sequence[Naming]) -> None:
    """ "Vietnam's Social Affairs Minister X and Health Minister Y": both are Vietnam's."""
    for one, other in pairwise(namings):
        if not one.cues or not other.cues:
            continue
        mine, theirs = other.cues[0], one.cues[-1]
        is_without = not mine.countries and not mine.organization and mine.role not in (None, theirs.role)
        if is_without and _gap_tags(units, one.run.last, mine.first) == Tag.CONNECT:
            other.country = one.country or theirs.country


def _name_free(units: Sequence[Unit], free: Sequence[Cue], namings: Sequence[Naming]) -> list[Cue]:
    """ "… received the minister of Latvia: the talks with X Y …": who was talked with is the one announced."""
    left = []
    following = 0
    for cue in free:
        while following < len(namings) and namings[following].run.first < cue.last:
            following += 1
        near = namings[following : following + _NAMES_NEAR]
        named = next((n for n in near if not n.cues and _is_announced(units, cue, n)), None)
        if named and cue.role in _MINISTERS and not cue.is_plural:
            named.cues.append(cue)
        else:
            left.append(cue)
    return left


def _is_announced(units: Sequence[Unit], cue: Cue, naming: Naming) -> bool:
    run = naming.run
    if run.full_words < 2 or not cue.end < run.start < cue.end + _NEAR:
        return False
    after = units[run.last].word.lower() if run.last < len(units) else ""
    return units[run.first - 1].word.lower() in _WITH_BEFORE or after in _WITH_AFTER


def _join_titles(
    units: Sequence[Unit], cues: Sequence[Cue], free: Sequence[Cue], namings: Sequence[Naming]
) -> list[Cue]:
    """ "First Deputy Minister of Health, Acting Minister X": the first title is X's, too."""
    holders = {id(cue): naming for naming in namings for cue in naming.cues}
    successors = {id(cue): following for cue, following in pairwise(cues)}
    left = []
    for cue in free:
        following = successors.get(id(cue))
        naming = holders.get(id(following))
        if following and naming and _is_one_holder(units, cue, following, naming):
            naming.cues.insert(0, cue)
        else:
            left.append(cue)
    return left


def _is_one_holder(units: Sequence[Unit], cue: Cue, following: Cue, naming: Naming) -> bool:
    if not _JOINED_TITLES.fullmatch(_gap_tags(units, cue.last, following.first)) or cue.is_plural:
        return False
    same_side = cue.country is None or following.country in (None, cue.country)
    kinds = {cue.role, following.role}
    return (
        same_side
        and naming.has_tight_title
        and bool(kinds & _MINISTERS)
        and kinds <= _JOINABLE
        and kinds != {Role.HEALTH_MINISTER}
    )
