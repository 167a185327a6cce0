"""A run that is, or may be, somebody's name, with the cues that speak of it. For `binding` and what it hands on to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.runs import Run
from bot.reading.people.phrases.units import Unit, tags_of

WIDEST_GAP = 12


@dataclass(slots=True, kw_only=True)
class Naming:
    """A run with the cues that speak of it. `country` is the one that a list of ministers gives this name."""

    run: Run
    cues: list[Cue] = field(default_factory=list)
    country: str | None = None
    is_country_shared: bool = False
    """Another's of the sentence, for want of one of its own: a known official's own goes before."""
    has_tight_title: bool = False
    """A title stands right before the name."""
    is_styled: bool = False
    """ "Dr", "Mr" or the like stands right before the name, or it leads a delegation: surely somebody's."""
    is_object: bool = False
    """The name stands in the accusative before "received"."""
    is_owner: bool = False
    """The name stands in the genitive before what is its: "Takaçın başçılığı"."""
    case: str | None = None
    """The case that a Russian preposition before the name asks for."""
    is_with: bool = False
    """Somebody else does something with the one named: "with X", "X ilə"."""
    predecessor: Naming | None = None
    """Into whose place the text says this one was put."""
    succeeds_former: bool = False
    """Put into the place of whoever the text told of last: "he was replaced by X"."""

    @property
    def governed_case(self) -> str | None:
        """The case a Russian name stands in, by the title right before it or a preposition."""
        if self.case:
            return self.case
        return next((c.case for c in self.cues if c.case and not c.is_predicate and self.has_tight_title), None)


def gap_tags(units: Sequence[Unit], first: int, last: int) -> str:
    """The tags between two places, or more than any gap allows where they are far apart."""
    return tags_of(units[first : min(last, first + WIDEST_GAP)])
