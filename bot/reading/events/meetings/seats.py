"""Who sits where in one sentence: mentions as seats, the delegations they speak for, and who belongs beside whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reading.events.meetings.seat_words import (
    SPOKEN_OF_AFTER,
    SPOKEN_OF_BEFORE,
    TOGETHER,
    WITH_AFTER,
    WITH_BEFORE,
    WITH_SUFFIX,
)
from bot.reading.events.meetings.words import ATTENDED_AFTER, ATTENDED_BEFORE
from bot.reading.models import ReadPerson
from storage.models.reading import Span

_NEW_CLAUSE = re.compile(r"\b(?:with|had|has|met|received|held)\b")
_AND_ONLY = re.compile(r",? (?:and|и|а также|ve|və|және|жана|va) [^.;,]{0,60}")
_LAST_WORD = re.compile(r"\S+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One mention of `people[person]` in a sentence; `is_across` where grammar marks the other side."""

    person: int
    start: int
    end: int
    delegation: str
    is_across: bool
    is_bystander: bool
    is_listed: bool = False
    """Across only because a list joins this one to somebody who is."""
    is_name: bool = True
    """False for "the minister": whom that means is told from the text around."""

    @property
    def is_unplaced(self) -> bool:
        """Whether nobody knows whom the person speaks for."""
        return self.delegation.startswith("?")


def delegation_of(person: ReadPerson, index: int) -> str:
    """The country or organization a person speaks for; somebody unplaced speaks for nobody else."""
    return person.organization if person.country is None and person.organization else person.country or f"?{index}"


def take_seats(
    plain_text: str, span: Span, people: Sequence[ReadPerson], order: Sequence[tuple[int, int, int, bool]]
) -> list[Seat]:
    """Every mention of `span` in text order. `order` lists the sentence's mentions: `(start, end, person, is_name)`."""
    seats: list[Seat] = []
    for i, (start, end, person, is_name) in enumerate(order):
        left = order[i - 1][1] if i else span[0]
        right = order[i + 1][0] if i + 1 < len(order) else span[1]
        before, after = plain_text[max(left, start - 160) : start], plain_text[end : min(right, end + 100)]
        seats.append(
            Seat(
                person=person,
                start=start,
                end=end,
                delegation=delegation_of(people[person], person),
                is_across=_is_marked(plain_text, start, end, before),
                is_bystander=_is_bystander(before, after),
                is_name=is_name,
            )
        )
    return _with_company(seats, plain_text)


def _with_company(seats: list[Seat], plain_text: str) -> list[Seat]:
    """ "A and B also attended": whoever a plain "and" joins to somebody who only attended did no more."""
    for i in range(len(seats) - 1, 0, -1):
        left, right = seats[i - 1], seats[i]
        is_open = right.is_bystander and not left.is_bystander and not left.is_across
        has_attended = is_open and ATTENDED_AFTER.match(plain_text[right.end : right.end + 75])
        if has_attended and _AND_ONLY.fullmatch(plain_text, left.end, right.start):
            seats[i - 1] = replace(left, is_bystander=True)
    return seats


def _is_marked(plain_text: str, start: int, end: int, before: str) -> bool:
    word = _LAST_WORD.search(plain_text, start, end)
    tail = plain_text[word.start() if word else start : end + 24]
    if WITH_AFTER.match(tail) or WITH_BEFORE.search(before):
        return True
    written = re.match(r"[\w'-]+", tail)
    return bool(written and len(written.group()) > 4 and WITH_SUFFIX.search(written.group()))


def _is_bystander(before: str, after: str) -> bool:
    return bool(
        SPOKEN_OF_BEFORE.search(before[-100:])
        or SPOKEN_OF_AFTER.match(after[:60])
        or ATTENDED_BEFORE.search(before)
        or ATTENDED_AFTER.match(after[:75])
    )


def beside(plain_text: str, head: Seat, seats: Sequence[Seat]) -> tuple[Seat, ...]:
    """The head and those of its delegation who are joined to it by "and" or a comma."""
    side = [head]
    for seat in seats:
        same = (
            seat.delegation == head.delegation and seat.person not in {s.person for s in side} and not seat.is_bystander
        )
        if same and any(_joined(plain_text, *sorted((s, seat), key=lambda x: x.start)) for s in side):
            side.append(seat)
    return tuple(sorted(side, key=lambda s: s.start))


def _joined(plain_text: str, left: Seat, right: Seat) -> bool:
    gap = plain_text[left.end : right.start]
    return len(gap) <= 130 and bool(TOGETHER.match(gap)) and not _NEW_CLAUSE.search(gap)
