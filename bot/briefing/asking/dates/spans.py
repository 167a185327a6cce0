"""Days inside a question: "Azerbaijan in 2025", "what happened in Cuba last week?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.briefing.asking.dates.days import Days
from bot.briefing.asking.dates.when import parse_when
from bot.briefing.asking.understanding import (
    Candidate,
    Candidates,
    Names,
    Understanding,
    Understood,
    likeliest_of,
)
from storage.models.chats import Lookup

_MOST_WORDS = 12
_LONGEST_SPAN = 7


def list_dated(words: str, today: date) -> Iterator[tuple[str, Days]]:
    """What is left of the words without the days they name, and the days; the longest expression first."""
    parts = words.strip(" ?!.").split()
    if not 2 <= len(parts) <= _MOST_WORDS:
        return
    for length in range(min(_LONGEST_SPAN, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            days = parse_when(" ".join(parts[start : start + length]), today)
            if isinstance(days, Days):
                yield " ".join((*parts[:start], *parts[start + length :])), days


def bound(understanding: Understanding, asked: str, days: Days, names: Names) -> Understanding:
    """The same, of those days only; of several candidates the one who stands in stories of then."""
    match understanding:
        case Understood(lookup=lookup, others=others):
            return Understood(lookup=_bound(lookup, asked, days), others=_bound_all(others, asked, days))
        case Candidates(options=options):
            return likeliest_of(asked, _bound_all(options, asked, days), names)
        case _:
            return understanding


def _bound_all(options: Sequence[Candidate], asked: str, days: Days) -> tuple[Candidate, ...]:
    return tuple(replace(option, lookup=_bound(option.lookup, asked, days)) for option in options)


def _bound(lookup: Lookup, asked: str, days: Days) -> Lookup:
    return replace(lookup, asked=asked, since_on=days.since_on, until_on=days.until_on)
