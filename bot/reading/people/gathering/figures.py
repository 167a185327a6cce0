"""Somebody a text names: every form, title and place of one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz.distance import JaroWinkler

from bot.reading.people.officials import KnownOfficial
from bot.reading.people.phrases.binding.naming import Naming
from bot.reading.people.phrases.binding.predicates import out_of_office
from bot.reading.people.phrases.cues import Cue

T = TypeVar("T")
_MOST_TITLED = 50
MOST_NAMESAKES = 20
_SAME_GIVEN = 0.88
_MOST_BEFORE, _MOST_AFTER = 40, 10
"""How many figures around a place are weighed against one another; more than any article has."""


@dataclass(slots=True, kw_only=True, eq=False)
class Figure:
    """A person of the text. `keys` are all that the forms seen so far answer to; `whole_keys` those of whole names."""

    known: KnownOfficial | None
    keys: set[str] = field(default_factory=set)
    whole_keys: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    """Whom the titles beside the names say the person acts for."""
    namings: list[Naming] = field(default_factory=list)
    """In the order of the text."""
    titles: list[Cue] = field(default_factory=list)
    """Cues that refer here without a name."""
    starts: list[int] = field(default_factory=list)
    """Where every mention begins, in order."""
    _titled: list[Naming] = field(default_factory=list)

    @property
    def cues(self) -> list[Cue]:
        """The cues beside the names: what a verb says first, then in the order of the text; no more than tell."""
        cues = [cue for naming in self._titled[:_MOST_TITLED] for cue in naming.cues]
        return sorted(cues, key=lambda cue: not cue.is_predicate)

    @property
    def start(self) -> int:
        return self.namings[0].run.start

    def add_naming(self, naming: Naming) -> None:
        insort(self.namings, naming, key=_start)
        if naming.cues:
            insort(self._titled, naming, key=_start)
        self.countries.update(stated_countries(naming))
        insort(self.starts, naming.run.start)

    def lend(self, cue: Cue) -> None:
        """Give the first naming a title that stands elsewhere."""
        self.namings[0].cues.append(cue)
        self._titled = [self.namings[0]] if not self._titled else self._titled

    def leave(self, left: Cue) -> None:
        """Turn the title into a former one wherever it stands beside the name."""
        for naming in self._titled:
            naming.cues = [out_of_office(cue) if cue.role is left.role else cue for cue in naming.cues]

    def add_title(self, cue: Cue) -> None:
        self.titles.append(cue)
        insort(self.starts, cue.start)

    def last_start_before(self, position: int) -> int:
        """Where the nearest mention before that place begins; -1 when there is none."""
        index = bisect_left(self.starts, position)
        return self.starts[index - 1] if index else -1


def _start(naming: Naming) -> int:
    return naming.run.start


def stated_countries(naming: Naming) -> set[str]:
    """The countries that the titles beside a name state."""
    return {c for c in (naming.country, *(cue.country for cue in naming.cues)) if c}


def around(items: Sequence[T], starts: Sequence[int], position: int) -> Sequence[T]:
    """The figures (or what belongs to them) first named nearest that place: all of them in any text of usual length."""
    if len(items) <= _MOST_BEFORE + _MOST_AFTER:
        return items
    index = bisect_left(starts, position)
    return items[max(0, index - _MOST_BEFORE) : index + _MOST_AFTER]


def is_near(figure: Figure, keys: Sequence[str], whole: set[str]) -> bool:
    """A middle name more, or a given name that differs by a letter."""
    if any(" " in key and len(key.partition(" ")[0]) > 1 and key in figure.whole_keys for key in whole):
        return True
    return any(
        one[-1] == other[-1] and len(other) > 1 and JaroWinkler.similarity(one[0], other[0]) >= _SAME_GIVEN
        for one in (key.split() for key in keys[:3])
        for other in map(str.split, list(figure.whole_keys)[:MOST_NAMESAKES])
        if len(one) > 1
    )


def countries_agree(figure: Figure, naming: Naming) -> bool:
    mine = stated_countries(naming)
    known = {figure.known.country} if figure.known and figure.known.country else set()
    theirs = figure.countries or known
    return not mine or not theirs or not mine.isdisjoint(theirs)
