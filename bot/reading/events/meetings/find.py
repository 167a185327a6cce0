"""Every meeting of an article, merged, with format, occasion, day and evidence. Called by `bot.reading.document`.

A sentence proves talks when a word for them stands with people of two delegations in a construction that joins them
("A received B", "A, B ile görüştü", "переговоры с B"). One named side meets the article's main person of the other.
Where no sentence does, a plain "the meeting" joins the two people the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.exchanges import find_exchanges
from bot.reading.events.meetings.idioms import idioms_pattern
from bot.reading.events.meetings.pairing import Cue, Paired, pair
from bot.reading.events.meetings.words import (
    AIRPORT,
    CALL,
    ESCORTED,
    GREETED,
    HEARSAY,
    PAST,
    PLANNED,
    PLUPERFECT,
    RECALLED,
    SIDELINES,
    THING_AFTER,
    THING_BEFORE,
    VIDEO,
    talks_pattern,
)
from bot.reading.events.occasion import find_occasion
from bot.reading.events.place import find_place
from bot.reading.models import Layout
from storage.models.reading import Format, MeetingFact, Span

_PROTAGONIST_WEIGHT, _WITNESS_WEIGHT = 2.0, 1.0
"""How much of an article is about each of two people who met; less where the sentence on the meeting names one."""
_BESIDE = 70
"""How far from a word for talks a year or \"last year\" still belongs to it."""
_OPENING = 2
"""How many sentences on "the meeting" tell the circumstances of the only one an article reports."""
_CUES = 12
"""How many words for talks of one sentence are looked at."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ATTENDED = re.compile(r" (?:was|were|has been) (?:also )?attended by\b")
""" "The meeting was attended by A and B": two sides only where both are known to be."""
_RELATED = re.compile(r"(?:(?:19|20)\d\d|meeting|talks|statement|visit),? when [^,.;]{3,60}$")
""" "The statement of 2018, when X visited …": history told beside what is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    paired: Paired
    row: Row
    is_background: bool
    is_planned: bool
    evidence: tuple[Span, ...]


def find_meetings(
    layout: Layout, plain_text: str, language: str | None, cast: Cast, event_on: date | None, place: str | None
) -> tuple[MeetingFact, ...]:
    """All talks in text order. `plain_text` is `plain(layout.text)`; `place` is the event's, where none is nearer."""
    cues = [(row, list(_cues(row, plain_text, language))) for row in cast.rows]
    talks = [t for row, found in cues for t in _talks_of(row, found, layout.text, plain_text, language, cast, event_on)]
    if not any(_is_full(t) for t in talks):
        talks += _between_protagonists(cues, cast, plain_text, event_on) or _in_exchanges(cast, plain_text, language)
    groups = _merge(talks)
    is_only = sum(not group[0].is_background for group in groups) == 1
    strong = ((row, [c for c in found if c.kind != "weak"]) for row, found in cues) if is_only else ()
    told = (row for row, found in strong if any(not _is_background(row, c, plain_text, event_on) for c in found))
    opening = list(islice(told, _OPENING))
    return tuple(_state(group, opening, layout.text, plain_text, cast, event_on, place) for group in groups)


def _cues(row: Row, plain_text: str, language: str | None) -> Iterator[Cue]:
    for found in islice(talks_pattern(language).finditer(plain_text, *row.span), _CUES):
        if found.lastgroup == "receive" and _takes_thing(plain_text, row, found):
            continue
        if GREETED.fullmatch(found[0]) and AIRPORT.search(plain_text, *row.span):
            continue
        if _ATTENDED.match(plain_text, found.end()) and any(seat.is_unplaced for seat in row.seats):
            continue
        yield Cue(kind=found.lastgroup or "weak", start=found.start(), end=found.end())
    if row.has_two_sides:
        for found in islice(idioms_pattern(language).finditer(plain_text, *row.span), _CUES):
            yield Cue(kind=found.lastgroup or "weak", start=found.start(), end=found.end())


def _takes_thing(plain_text: str, row: Row, found: re.Match[str]) -> bool:
    before = plain_text[max(row.span[0], found.start() - 40) : found.start()]
    return bool(THING_BEFORE.search(before) or THING_AFTER.match(plain_text, found.end(), row.span[1]))


def _talks_of(
    row: Row, cues: list[Cue], text: str, plain_text: str, language: str | None, cast: Cast, event_on: date | None
) -> Iterator[_Talk]:
    if not row.seats:
        return
    grouped: set[tuple[int, ...]] = set()
    for cue in cues:
        background, planned = _is_background(row, cue, plain_text, event_on), _is_planned(row, cue, plain_text)
        for paired in pair(cue, row, cast, plain_text, text, language):
            if _is_own_escort(paired, cast, plain_text[cue.start : cue.end]):
                continue
            if paired.group:
                grouped.add(paired.first)
            elif paired.is_guessed and paired.second in grouped:
                continue
            yield _Talk(paired=paired, row=row, is_background=background, is_planned=planned, evidence=(row.span,))


def _is_own_escort(paired: Paired, cast: Cast, word: str) -> bool:
    """ "The ambassador welcomed his minister": no talks."""
    people = (*paired.first, *paired.second)
    return ESCORTED.fullmatch(word) is not None and len({cast.delegation(p) for p in people}) == 1 < len(people)


def _is_full(talk: _Talk) -> bool:
    return bool(talk.paired.second) and not talk.is_background


def _is_background(row: Row, cue: Cue, plain_text: str, event_on: date | None) -> bool:
    if RECALLED.search(plain_text, *row.span) or HEARSAY.search(plain_text, *row.span):
        return True
    near = max(row.span[0], cue.start - _BESIDE), min(row.span[1], cue.end + _BESIDE)
    for found in PAST.finditer(plain_text, *near):
        year = _YEAR.search(found.group())
        if not (year and event_on and int(year.group()) == event_on.year):
            return True
    if _RELATED.search(plain_text[max(row.span[0], cue.start - _BESIDE) : cue.start]):
        return True
    return bool(PLUPERFECT.search(plain_text, max(row.span[0], cue.start - 4), near[1]))


def _is_planned(row: Row, cue: Cue, plain_text: str) -> bool:
    return bool(PLANNED.search(plain_text, max(row.span[0], cue.start - 60), min(row.span[1], cue.end + 60)))


def _between_protagonists(
    cues: list[tuple[Row, list[Cue]]], cast: Cast, plain_text: str, event_on: date | None
) -> list[_Talk]:
    proof = next(
        (
            (row, cue)
            for row, found in cues
            for cue in found
            if cue.kind != "weak" and not _is_background(row, cue, plain_text, event_on)
        ),
        None,
    )
    first = cast.main_person()
    if proof is None or first is None:
        return []
    second = cast.main_person(besides=frozenset({cast.delegation(first)}))
    if second is None:
        return []
    row, cue = proof
    is_there = any(seat.person in (first, second) for seat in row.seats)
    if min(cast.weights[first], cast.weights[second]) < (_WITNESS_WEIGHT if is_there else _PROTAGONIST_WEIGHT):
        return []
    shown = [
        row.span,
        *(next(r.span for r in cast.rows if any(s.person == p for s in r.seats)) for p in (first, second)),
    ]
    paired = Paired(first=(first,), second=(second,))
    is_planned = _is_planned(row, cue, plain_text)
    return [
        _Talk(paired=paired, row=row, is_background=False, is_planned=is_planned, evidence=tuple(sorted(set(shown))))
    ]


def _in_exchanges(cast: Cast, plain_text: str, language: str | None) -> list[_Talk]:
    return [
        _Talk(paired=paired, row=row, is_background=False, is_planned=False, evidence=(row.span,))
        for paired, row in find_exchanges(cast, plain_text, language)
        if not (RECALLED.search(plain_text, *row.span) or HEARSAY.search(plain_text, *row.span))
    ]


def _merge(talks: list[_Talk]) -> list[list[_Talk]]:
    """Reports of the same two sides are one meeting; a background one stays apart from the one reported."""
    groups: list[list[_Talk]] = []
    for talk in talks:
        known = next((g for g in groups if g[0].is_background == talk.is_background and _is_same(g[0], talk)), None)
        if known is None:
            groups.append([talk])
        else:
            known.append(talk)
    return groups


def _is_same(one: _Talk, other: _Talk) -> bool:
    a, b = one.paired, other.paired
    if a.group or b.group:
        return a.group == b.group and set(a.first) == set(b.first)
    return any({x, y} == {p, q} for x in a.first for y in a.second for p in b.first for q in b.second)


def _state(
    talks: list[_Talk],
    opening: list[Row],
    text: str,
    plain_text: str,
    cast: Cast,
    event_on: date | None,
    place: str | None,
) -> MeetingFact:
    first, second, group = _sides(talks)
    names = tuple(dict.fromkeys(cast.people[p].label for p in first))
    across = (group,) if group else tuple(dict.fromkeys(cast.people[p].label for p in second))
    evidence = tuple(sorted({span for t in talks for span in t.evidence}))
    is_background = talks[0].is_background
    told = evidence if is_background else tuple(dict.fromkeys((*evidence, *(row.span for row in opening))))
    here = next((found for span in told if (found := find_place(plain_text, span))), None)
    occasion = next((o for span in told if (o := find_occasion(text, plain_text, span))), None)
    format_ = _format(told, plain_text, is_at_gathering=occasion is not None)
    is_elsewhere = is_background or format_ in (Format.CALL, Format.VIDEO)
    return MeetingFact(
        sides=(names, across),
        evidence=evidence,
        held_on=None if is_background else event_on,
        place=here or (None if is_elsewhere else place),
        format=format_,
        occasion=occasion,
        is_background=is_background,
        is_planned=all(t.is_planned for t in talks),
    )


def _sides(talks: list[_Talk]) -> tuple[tuple[int, ...], tuple[int, ...], str | None]:
    """The two sides over all that tells of one meeting: whoever sits on the first stays there."""
    first, second = talks[0].paired.first, talks[0].paired.second
    for talk in talks[1:]:
        second = tuple(dict.fromkeys((*second, *(p for p in talk.paired.second if p not in first))))
    return first, second, talks[0].paired.group


def _format(spans: tuple[Span, ...], plain_text: str, *, is_at_gathering: bool) -> Format | None:
    """On the sidelines only of a gathering: an agreement's frame is none."""
    forms = [(CALL, Format.CALL), (VIDEO, Format.VIDEO)]
    for pattern, format_ in [*forms, (SIDELINES, Format.SIDELINES)] if is_at_gathering else forms:
        if any(pattern.search(plain_text, *span) for span in spans):
            return format_
    return None
