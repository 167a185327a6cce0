"""From a word for talks and the seats of its sentence to sides. Pure; called by `find` alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.lists import are_joint, seat_lists
from bot.reading.events.meetings.seat_words import GROUP
from bot.reading.events.meetings.seats import Seat, beside
from bot.reading.events.meetings.words import SUBJECT_LAST

_JOINT = re.compile(
    r"\b(?:with|between|of|by|arasında\w*|ile|ilə|arasındaki|со?|между|арасында\w*|ортосунда\w*|o'rtasida\w*"
    r"|ўртасида\w*|menen|менен|bilan|билан)\b"
)
_CIRCUMSTANCE = re.compile(r"\s(?:on the|during|at the|within|as part|who|which|took|was|were|in [A-Z])\b")
_AND = re.compile(r"[^.;]{0,60}?(?: and | ve | и | və | мен | және | жана | va | ва )")
_FOR_THE_OTHER = re.compile(
    r"[^.;]{0,12}[,;] ?[^.;,]{0,80}?\b(?:adına|tarafından|tərəfindən|adından|тарапынан|атынан|жағынан|тарабынан"
    r"|nomidan|tomonidan"
    r"|стороны|от|side|for|on behalf of)\b"
)
""" "For X it was signed by A, for Y by B"."""
_CLAUSE = re.compile(r"\b(?:when|while|after|before|who|which|when|когда|котор\w+|после|пока)\b")
"""Two people with a new clause between them discussed nothing with each other there."""
_NEIGHBOURS = 130
_BESIDE = 12
"""How far before a last verb the one it is done with may stand: "A, …, B ile imzaladı"."""
_REACH, _LIST_REACH = 240, 450
"""How far from the word for talks somebody may stand, in characters."""

Sides = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word for talks: its kind (`verb`, `receive`, `noun`, `weak`) and span."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Two sides as indices of people; `group` names the second where nobody does."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    group: str | None = None
    is_guessed: bool = False
    """The first side is told from the text around, not from this sentence."""


def pair(cue: Cue, row: Row, cast: Cast, plain_text: str, text: str, language: str | None) -> list[Paired]:
    """The sides this word joins, host first where the text tells; empty where grammar joins nobody."""
    seats = _reachable(cue, seat_lists(row.seats, plain_text, language), language)
    if not seats:
        return []
    heads = _heads(cue, seats, cast, language)
    if len(heads) >= 2:
        if not _is_joined(cue, heads, plain_text, language):
            return []
        is_list = all(h.is_across for h in heads) and sum(h.is_listed for h in heads) == len(heads) - 1
        if is_list and not _FOR_THE_OTHER.match(plain_text[heads[0].end : heads[1].start]):
            return _with_subject(heads, seats, row, cast, plain_text, language)
        return _around_table(cue, heads, seats, plain_text, language)
    if cue.kind in ("verb", "receive") and (same := _same_delegation(cue, seats, language)):
        return [same]
    return _one_sided(cue, heads[0], seats, row, cast, plain_text, text, language) if cue.kind != "weak" else []


def _reachable(cue: Cue, seats: Sequence[Seat], language: str | None) -> list[Seat]:
    """Whoever stands near the word, or in a list that ends near it; a subject may open the sentence of a last verb."""
    is_late = language in SUBJECT_LAST and cue.kind in ("verb", "receive")
    found: list[Seat] = []
    for seat in seats:
        gap = max(seat.start - cue.end, cue.start - seat.end)
        reach = _LIST_REACH if seat.is_listed or (is_late and seat.start < cue.start) else _REACH
        goes_on = (
            seat.is_listed and bool(found) and found[-1].is_listed and 0 < seat.start - found[-1].end < _NEIGHBOURS
        )
        if not seat.is_bystander and (gap < reach or goes_on):
            found.append(seat)
    return found


def _heads(cue: Cue, seats: Sequence[Seat], cast: Cast, language: str | None) -> list[Seat]:
    """The likeliest seat of each delegation; who stands across before an English or Russian word met by another."""
    best: dict[str, Seat] = {}
    is_last = language in SUBJECT_LAST

    def cost(seat: Seat) -> float:
        gap = seat.start - cue.end if seat.start >= cue.end else cue.start - seat.end
        is_reached = seat.is_across and (is_last or seat.start >= cue.end)
        return gap - (60 if is_reached else 0) - min(cast.weights[seat.person], 10) * 4

    for seat in seats:
        if seat.delegation not in best or cost(seat) < cost(best[seat.delegation]):
            best[seat.delegation] = seat
    return sorted(best.values(), key=lambda s: s.start)


def _is_joined(cue: Cue, heads: Sequence[Seat], plain_text: str, language: str | None) -> bool:
    if cue.kind in ("verb", "receive"):
        return True
    left, right = heads[0], heads[-1]
    around = plain_text[min(left.end, cue.end) : max(right.start, cue.start)]
    if cue.kind == "noun":
        return bool(_JOINT.search(around)) or any(h.is_across for h in heads)
    if language in SUBJECT_LAST and right.is_across and 0 <= cue.start - right.end < _BESIDE:
        return True
    gaps = [plain_text[a.end : b.start] for a, b in pairwise(heads)]
    is_marked = any(h.is_across for h in heads) and not any(_CLAUSE.search(gap) for gap in gaps)
    return all(len(gap) <= _NEIGHBOURS and (is_marked or _AND.match(gap) or _FOR_THE_OTHER.match(gap)) for gap in gaps)


def _around_table(
    cue: Cue, heads: Sequence[Seat], seats: Sequence[Seat], plain_text: str, language: str | None
) -> list[Paired]:
    """The host with each guest, and whoever is host beside him with each as well."""
    host = _host(cue, heads)
    others = [h for h in heads if h is not host]
    guests = [other for other in others if _counts(other, others)]
    joint = [o for o in others if o not in guests and are_joint(host, o, seats, plain_text, language)]
    return [_with(one, guest, seats, plain_text) for one in (host, *joint) for guest in guests]


def _with_subject(
    heads: Sequence[Seat], seats: Sequence[Seat], row: Row, cast: Cast, plain_text: str, language: str | None
) -> list[Paired]:
    """ "Later she met A and B": each of the list with whom the sentence does not name."""
    host = cast.subject_of(row, plain_text, language, besides=frozenset(h.delegation for h in heads))
    if host is None:
        return []
    sides = [tuple(dict.fromkeys(s.person for s in beside(plain_text, head, seats))) for head in heads]
    return [Paired(first=(host,), second=side, is_guessed=True) for side in sides]


def _host(cue: Cue, heads: Sequence[Seat]) -> Seat:
    if len(heads) == 2:
        return heads[0]
    unmarked = [h for h in heads if not h.is_across]
    before = [h for h in unmarked if h.end <= cue.start]
    return (before or unmarked or list(heads))[0]


def _counts(other: Seat, others: Sequence[Seat]) -> bool:
    return other.is_across or not any(o.is_across for o in others)


def _with(host: Seat, other: Seat, seats: Sequence[Seat], plain_text: str) -> Paired:
    def side(head: Seat) -> tuple[int, ...]:
        return tuple(dict.fromkeys(s.person for s in beside(plain_text, head, seats)))

    return Paired(first=side(host), second=side(other))


def _same_delegation(cue: Cue, seats: Sequence[Seat], language: str | None) -> Paired | None:
    """People of one country meet only where the verb itself joins one of them with the other, or with a list."""
    first_seats = {s.person: s for s in reversed([s for s in seats if s.is_name])}
    people = sorted(first_seats.values(), key=lambda s: s.start)
    hosts = [s for s in people if not s.is_across]
    guests = [s for s in people if s.is_across]
    if len(hosts) != 1 or not guests or (len(guests) > 1 and not any(s.is_listed for s in guests)):
        return None
    if language in SUBJECT_LAST:
        fits = people[-1].end <= cue.start and cue.start - people[-1].end < 40
    else:
        host, guest = hosts[0], guests[0]
        fits = host.end <= cue.start and cue.end <= guest.start and cue.start - host.end < 25
    return Paired(first=(hosts[0].person,), second=tuple(s.person for s in guests)) if fits else None


def _one_sided(
    cue: Cue, head: Seat, seats: Sequence[Seat], row: Row, cast: Cast, plain_text: str, text: str, language: str | None
) -> list[Paired]:
    """One side is named: the other is a group named here, or the article's main person if the named one is across."""
    side = tuple(dict.fromkeys(s.person for s in beside(plain_text, head, seats)))
    group = GROUP.search(plain_text, min(cue.start, head.end), row.span[1])
    if group and (cue.kind in ("verb", "receive") or _JOINT.search(plain_text, cue.end, group.start() + 1)):
        return [Paired(first=side, second=(), group=_group_name(text[group.start() : group.end()]))]
    if not head.is_across:
        return []
    host = cast.subject_of(row, plain_text, language, besides=frozenset({head.delegation}))
    return [Paired(first=(host,), second=side, is_guessed=True)] if host is not None else []


def _group_name(words: str) -> str:
    """Its name ends where the circumstances begin."""
    return " ".join(_CIRCUMSTANCE.split(words, maxsplit=1)[0].split())
