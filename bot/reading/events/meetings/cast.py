"""Whom an article is about: every mention by sentence, and each person's weight. Called by `find` and `headline`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.events.meetings.seat_words import PRONOUNS
from bot.reading.events.meetings.seats import Seat, delegation_of, take_seats
from bot.reading.events.meetings.words import HEARSAY
from bot.reading.models import Layout, NameKind, ReadPerson
from storage.models.reading import Span
from storage.models.seeds import Role

_TITLE_WEIGHT, _OPENING_WEIGHT, _OPENING_SENTENCES = 2.0, 2.0, 3
_SENTENCE_LIMIT = 1500
"""A longer sentence is a list or no sentence: what stands further in is not read, so that time stays linear."""
_HEARSAY_WEIGHT = 0.3
_MEMORY = 4
"""How many sentences back "he" may have been named."""
_HEALTH = frozenset({Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence (or the title) and who sits in it."""

    span: Span
    seats: tuple[Seat, ...]
    is_title: bool = False
    number: int = 0
    """Its place among the rows."""

    @property
    def has_two_sides(self) -> bool:
        """Whether people of two delegations sit here."""
        return len({seat.delegation for seat in self.seats if not seat.is_bystander}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of an article in their sentences. `weights[i]` tells how much of it is about `people[i]`."""

    people: tuple[ReadPerson, ...]
    rows: tuple[Row, ...]
    weights: tuple[float, ...]

    def delegation(self, person: int) -> str:
        """Whom that person speaks for."""
        return delegation_of(self.people[person], person)

    def main_person(self, *, besides: frozenset[str] = frozenset()) -> int | None:
        """The weightiest person of none of those delegations, if anybody weighs at all."""
        ranked = sorted(range(len(self.people)), key=lambda i: (-self.weights[i], i))
        return next((i for i in ranked if self.weights[i] > 0 and self.delegation(i) not in besides), None)

    def subject_of(self, row: Row, plain_text: str, language: str | None, *, besides: frozenset[str]) -> int | None:
        """Who acts in a sentence that names only others: for "he" the last one named before, else the main person."""
        pronoun = PRONOUNS.get(language or "")
        if pronoun and pronoun.match(plain_text, *row.span):
            for earlier in self.rows[max(0, row.number - _MEMORY) : row.number][::-1]:
                for seat in reversed(earlier.seats):
                    if seat.is_name and not seat.is_bystander and seat.delegation not in besides:
                        return seat.person
        return self.main_person(besides=besides)


def read_cast(layout: Layout, plain_text: str, people: Sequence[ReadPerson]) -> Cast:
    """Seat everybody; linear in the number of mentions and sentences."""
    spans = [(*layout.title, True)] if layout.title else []
    spans += [(s.start, min(s.end, s.start + _SENTENCE_LIMIT), False) for s in layout.body]
    spans.sort()
    buckets: list[list[tuple[int, int, int, bool]]] = [[] for _ in spans]
    starts = [s for s, _, _ in spans]
    mentions = sorted(
        {(m.start, m.end, i, m.kind is NameKind.NAME) for i, person in enumerate(people) for m in person.mentions}
    )
    for mention in mentions:
        at = bisect_right(starts, mention[0]) - 1
        if at >= 0 and mention[0] < spans[at][1]:
            buckets[at].append(mention)
    rows = tuple(
        Row(
            span=span[:2],
            seats=tuple(take_seats(plain_text, span[:2], people, bucket)),
            is_title=span[2],
            number=number,
        )
        for number, (span, bucket) in enumerate(zip(spans, buckets, strict=True))
    )
    return Cast(people=tuple(people), rows=rows, weights=_weigh(plain_text, people, rows))


def _weigh(plain_text: str, people: Sequence[ReadPerson], rows: Sequence[Row]) -> tuple[float, ...]:
    weights = [0.0] * len(people)
    opening = {id(row) for row in [r for r in rows if not r.is_title][:_OPENING_SENTENCES]}
    for row in rows:
        weight = _TITLE_WEIGHT if row.is_title else _OPENING_WEIGHT if id(row) in opening else 1.0
        if row.seats and HEARSAY.search(plain_text, *row.span):
            weight = _HEARSAY_WEIGHT
        for person in {seat.person for seat in row.seats if not seat.is_bystander}:
            weights[person] += weight * (1.2 if people[person].role in _HEALTH else 1.0)
    return tuple(weights)
