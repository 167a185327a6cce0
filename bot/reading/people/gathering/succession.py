"""Whoever came into another's place holds the other's office now, and the other held it until then. For `gathering`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.people.gathering.figures import Figure, around
from bot.reading.people.phrases.binding.predicates import in_office
from bot.reading.people.phrases.roles import SUCCEEDED
from storage.models.seeds import Role

_HELD = SUCCEEDED | {Role.FORMER_HEALTH_MINISTER}


def give_titles_of_predecessors(figures: Sequence[Figure]) -> None:
    """By the names that the text says came after another, or after whoever it told of last."""
    ordered = sorted(figures, key=lambda figure: figure.start)
    starts = [figure.start for figure in ordered]
    holders = {id(naming): figure for figure in figures for naming in figure.namings}
    for figure in ordered:
        naming = next((n for n in figure.namings if n.predecessor or n.succeeds_former), None)
        if naming is None:
            continue
        named = holders.get(id(naming.predecessor)) if naming.predecessor else None
        before = (
            named
            if naming.predecessor
            else _last_in_office(around(ordered, starts, naming.run.start), figure, naming.run.start)
        )
        cue = next(iter(before.cues), None) if before and before is not figure else None
        if before and cue and not any(own.role in SUCCEEDED for own in figure.cues):
            figure.lend(in_office(cue))
            before.leave(cue)


def _last_in_office(near: Sequence[Figure], successor: Figure, position: int) -> Figure | None:
    """Whoever the text gave an office that one person holds, named last before that place."""
    able = [f for f in near if f is not successor and any(cue.role in _HELD for cue in f.cues)]
    placed = [f for f in able if f.last_start_before(position) >= 0]
    return max(placed, key=lambda figure: figure.last_start_before(position), default=None)
