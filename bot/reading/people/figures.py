"""Somebody a text names: every form, title and place of one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.reading.people.officials import KnownOfficial
from bot.reading.people.phrases.binding import Naming
from bot.reading.people.phrases.cues import Cue

T = TypeVar("T")
_MOST_BEFORE, _MOST_AFTER = 40, 10
"""How many figures around a place are weighed against one another; more than any article has."""

HOMES = {"tr": "TR", "az": "AZ", "kk": "KZ", "ky": "KG", "uz": "UZ"}
"""Whose "the minister" it is when a text in that language names no country."""


@dataclass(slots=True, kw_only=True, eq=False)
class Figure:
    """A person of the text. `keys` are all that the forms seen so far answer to; `whole_keys` those of whole names."""

    known: KnownOfficial | None
    keys: set[str] = field(default_factory=set)
    whole_keys: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    """Whom the titles beside the names say the person acts for."""
    namings: list[Naming] = field(default_factory=list)
    titles: list[Cue] = field(default_factory=list)
    """Cues that refer here without a name."""
    starts: list[int] = field(default_factory=list)
    """Where every mention begins, in order."""

    @property
    def cues(self) -> list[Cue]:
        """The cues beside the names, in the order of the text."""
        return [cue for naming in sorted(self.namings, key=lambda n: n.run.start) for cue in naming.cues]

    @property
    def start(self) -> int:
        return self.namings[0].run.start if len(self.namings) == 1 else min(n.run.start for n in self.namings)

    def add_naming(self, naming: Naming) -> None:
        self.namings.append(naming)
        self.countries.update(stated_countries(naming))
        insort(self.starts, naming.run.start)

    def add_title(self, cue: Cue) -> None:
        self.titles.append(cue)
        insort(self.starts, cue.start)

    def last_start_before(self, position: int) -> int:
        """Where the nearest mention before that place begins; -1 when there is none."""
        index = bisect_left(self.starts, position)
        return self.starts[index - 1] if index else -1


def stated_countries(naming: Naming) -> set[str]:
    """The countries that the titles beside a name state."""
    return {c for c in (naming.country, *(cue.country for cue in naming.cues)) if c}


def around(items: Sequence[T], starts: Sequence[int], position: int) -> Sequence[T]:
    """The figures (or what belongs to them) first named nearest that place: all of them in any text of usual length."""
    if len(items) <= _MOST_BEFORE + _MOST_AFTER:
        return items
    index = bisect_left(starts, position)
    return items[max(0, index - _MOST_BEFORE) : index + _MOST_AFTER]
