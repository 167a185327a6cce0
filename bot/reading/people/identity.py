"""Which official a name means, given those it may mean: precision before recall. Called by ingest. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from bot.reading.people.names import remembered_keys
from bot.reading.people.officials import KnownOfficial, OfficialGazetteer
from storage.folding import name_key, rough_keys, rough_words, surname_start
from storage.models.reading import PersonFact, Reading
from storage.models.seeds import Role

_TELLING = frozenset(
    (
        Role.HEALTH_MINISTER,
        Role.DEPUTY_HEALTH_MINISTER,
        Role.FORMER_HEALTH_MINISTER,
        Role.PRIME_MINISTER,
        Role.PRESIDENT,
        Role.FOREIGN_MINISTER,
        Role.WHO_DIRECTOR_GENERAL,
        Role.WHO_REGIONAL_DIRECTOR,
    )
)
_SAME_CONSONANTS = 0.75
"""Of first names with the same consonants: Khaled and Xolid have .76, Hassan and Hussein .73."""
_FEWEST_OF_SURNAME = 3
_MOST_NAMESAKES = 50
"""People of one country or body who share a key of their names, in one call, that are told apart."""
_SAME_GIVEN = 0.9
"""Jaro-Winkler of given names' skeletons: of 44 true and 14 false pairs .89 divided best; a little more is safer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An official that may be meant: every spelling of the name, and whom he or she acts for, as far as known."""

    id: int
    names: tuple[str, ...]
    country: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """It is this one."""

    id: int


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may be any of these, and nothing tells which."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """It is none of them."""


Resolution = Resolved | Ambiguous | Unknown


def resolve_person(
    name: str, country: str | None, organization: str | None, candidates: Sequence[Candidate]
) -> Resolution:
    """Who of the candidates it is. Somebody known to act for another country or body never is.

    The whole name decides, in any spelling or order; else initial and surname, a nearly equal given name, a bare
    surname, or the same consonants, for the same country or body.
    """
    mine = country or organization
    possible = [c for c in candidates if mine is None or (c.country or c.organization) in (None, mine)]
    same_side = [c for c in possible if mine is not None and (c.country or c.organization) == mine]
    if found := [c for c in possible if _has_whole_name(c, name)]:
        closer = [c for c in found if c in same_side]
        return _decide(closer or found)
    if found := [c for c in same_side if _has_surname(c, name) or _is_nearly_same(c, name)]:
        return _decide(found)
    rough = rough_keys(name)
    if found := [c for c in same_side if any(rough & rough_keys(own) and _begin_alike(name, own) for own in c.names)]:
        return _decide(found)
    surnames = [c for c in possible if _has_surname(c, name)]
    return Ambiguous(tuple(c.id for c in surnames)) if surnames else Unknown()


def _decide(found: Sequence[Candidate]) -> Resolution:
    ids = tuple(dict.fromkeys(c.id for c in found))
    return Resolved(ids[0]) if len(ids) == 1 else Ambiguous(ids)


def _has_whole_name(candidate: Candidate, name: str) -> bool:
    """Whether both are one name of two words or more, in any order or spelling; an initial is too little."""
    key = name_key(name)
    words = key.split()
    if len(words) < 2 or min(map(len, words)) < 2:
        return False
    return any(not is_surname and key == own for other in candidate.names for own, is_surname in remembered_keys(other))


def _has_surname(candidate: Candidate, name: str) -> bool:
    key = name_key(name)
    return any(is_surname and key == own for other in candidate.names for own, is_surname in remembered_keys(other))


def _is_nearly_same(candidate: Candidate, name: str) -> bool:
    """Initial and surname, or the same surname with a given name that differs by a letter or so."""
    return any(_are_nearly_same(name_key(name).split(), name_key(other).split()) for other in candidate.names)


def _begin_alike(one: str, other: str) -> bool:
    """Whether the first words differ in little but their vowels: Xolid is Khaled, Hussein is not Hassan."""
    firsts = [name_key(name).partition(" ")[0] for name in (one, other)]
    return JaroWinkler.similarity(*firsts) >= _SAME_CONSONANTS


def _are_nearly_same(one: list[str], other: list[str]) -> bool:
    if len(one) < 2 or len(other) < 2:
        return False
    given, surname = one[0], one[surname_start(one) :]
    other_given, other_surname = other[0], other[surname_start(other) :]
    if surname != other_surname:
        return False
    if min(len(given), len(other_given)) == 1:
        return given[0] == other_given[0]
    return JaroWinkler.similarity(given, other_given) >= _SAME_GIVEN


def recognize(name: str, role: Role, side: str | None, officials: OfficialGazetteer) -> KnownOfficial | None:
    """The known official who is spelled anew: of the same country or body (`side`), with the same consonants; or one
    who has held the same office and shares the surname's consonants and whatever else the name has."""
    if side is None or role is Role.OTHER:
        return None
    spelled = [
        o
        for o in officials.find_by_name(sorted(rough_keys(name)))
        if side in (o.country, o.organization) and any(_begin_alike(name, own) for own in o.names)
    ]
    if role in _TELLING and not spelled:
        words = rough_words(name)
        spelled = [o for o in officials.list_holders(role, side) if _is_short_for(words, o)]
    return spelled[0] if len(spelled) == 1 else None


def _is_short_for(words: Sequence[str], official: KnownOfficial) -> bool:
    """Whether the surname's consonants are among the words, and so are all the others, or the first, the official's.

    A particle that two surnames share is too little: Ahmed Abdel Ghaffar is not Khaled.
    """
    for own in map(rough_words, official.names):
        shared = set(words) & set(own)
        if len(own) > 1 and len(own[-1]) >= _FEWEST_OF_SURNAME and own[-1] in shared and len(words) > 1:
            return shared == set(words) or (words[0] in shared and len(shared) > 1)
    return False


def agree_on_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one call, whoever is known by no slug under one spelling: the first one met with.

    Who is who is decided as for the store: by `resolve_person`, among those of the same country or body who share a
    name key.
    """
    met: defaultdict[str, _Met] = defaultdict(_Met)
    for reading in readings:
        for person in reading.people:
            side = person.country or person.organization
            if person.official is None and side and len(person.name.split()) > 1:
                met[side].meet(person)
    return tuple(_rename(reading, _spell_alike(reading, met)) for reading in readings)


class _Met:
    """People of one country or body, by every key of their names."""

    def __init__(self) -> None:
        self._candidates: list[Candidate] = []
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)

    def meet(self, person: PersonFact) -> None:
        if self.find(person) is None:
            index = len(self._candidates)
            self._candidates.append(
                Candidate(id=index, names=(person.name,), country=person.country, organization=person.organization)
            )
            for key, _ in remembered_keys(person.name):
                self._by_key[key].append(index)

    def find(self, person: PersonFact) -> Candidate | None:
        shared = {
            index for key, _ in remembered_keys(person.name) for index in self._by_key.get(key, ())[:_MOST_NAMESAKES]
        }
        candidates = [self._candidates[index] for index in sorted(shared)]
        match resolve_person(person.name, person.country, person.organization, candidates):
            case Resolved(id=id_):
                return self._candidates[id_]
        return None


def _spell_alike(reading: Reading, met: Mapping[str, _Met]) -> dict[str, str]:
    names = {}
    for person in reading.people:
        side = person.country or person.organization
        if person.official is None and side and side in met and (found := met[side].find(person)):
            names[person.name] = found.names[0]
    return {old: new for old, new in names.items() if old != new}


def _rename(reading: Reading, names: Mapping[str, str]) -> Reading:
    if not names:
        return reading
    people = tuple(replace(p, name=names.get(p.name, p.name)) for p in reading.people)
    meetings = tuple(
        replace(m, sides=tuple(tuple(names.get(name, name) for name in side) for side in m.sides))
        for m in reading.meetings
    )
    headline = reading.headline and replace(
        reading.headline,
        who=tuple(names.get(name, name) for name in reading.headline.who),
        whom=tuple(names.get(name, name) for name in reading.headline.whom),
    )
    return replace(reading, people=people, meetings=meetings, headline=headline)
