"""News of health diplomacy is told by points: health, who stands for it, a second side, and what they did together.

Each point is a reason in words, so that a reader may see why an article was taken or left. Three carry an article: a
health minister, two parties and a meeting; a meeting of two countries that is about health in the main; the WHO with a
country; a change of minister. What happens within one country earns nothing for being a meeting or an agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.reading.events.meetings.cast import Cast
from bot.reading.events.relevance.words import (
    AID,
    CONFERENCE,
    DEPUTY,
    HEALTH,
    HEALTH_MINISTRY,
    HEALTH_SUBJECT,
    MINISTER,
    MINISTERS_TOGETHER,
    OFFICE_CHANGED,
    STAFF,
    WHO_DELEGATION,
)
from storage.models.reading import AgreementFact, AgreementStatus, MeetingFact, Span
from storage.models.seeds import Role

_MINISTERS = frozenset({Role.HEALTH_MINISTER, Role.FORMER_HEALTH_MINISTER})
_HEALTH_OFFICES = frozenset({Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER})
_WHO = frozenset({Role.WHO_DIRECTOR_GENERAL, Role.WHO_REGIONAL_DIRECTOR})
_RELEVANT_AT = 3.0
_ENOUGH = 3.0
"""A reason that carries an article by itself."""
_OPENING = 4
"""Sentences in which the news is told: a change of office further down is a biography."""
_READ = 12
"""Sentences that tell what an article is about: what comes after is background."""
_LISTED_AMONG = 3
"""Commas beside a field of cooperation that is one of many."""
_BESIDE = 90
"""Letters on either side in which a list is looked for."""
_NEAR = 30
"""Letters on either side of a verb in which its object is looked for."""
_LOOKED_AT = 4
"""Words of health in one sentence; the next would tell nothing new."""
_Point = tuple[float, str]


def judge_relevance(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
    *,
    is_of_health: bool = False,
) -> tuple[bool, str]:
    """Whether this is news of health diplomacy, and what speaks for it, weightiest first.

    `is_of_health`: a health ministry or the WHO publishes it, and need not speak of health.
    """
    if (
        not is_of_health
        and not _has_who(plain_text, cast)
        and not any(words.search(plain_text, *row.span) for row in cast.rows for words in (HEALTH, HEALTH_SUBJECT))
    ):
        return False, "nothing about health"
    subject = (1.0, "news of a health ministry") if is_of_health else _subject(plain_text, cast)
    points = [subject, *_who(plain_text, cast, meetings, is_about_health=subject[0] >= 1)]
    side = _second_side(plain_text, cast, parties, meetings, agreements)
    points += [side, *_acts(plain_text, cast, meetings, agreements)] if side[0] else [side]
    points += _carrying(plain_text, cast)
    told = "; ".join(reason for _, reason in sorted(points, key=lambda point: -point[0]) if reason)
    return sum(weight for weight, _ in points) >= _RELEVANT_AT, told


def _subject(plain_text: str, cast: Cast) -> _Point:
    """What the article is about: one field in a list of ten is no subject, nor is a hospital alone."""
    rows = cast.rows[:_READ]
    told = [row for row in rows if _is_told(plain_text, row.span, HEALTH, HEALTH_SUBJECT)]
    is_most = len(told) * 2 >= len(rows) and (len(told) > 1 or told == [*rows[:1]])
    if is_most and any(_is_told(plain_text, row.span, HEALTH) for row in told):
        return 1.0, "about health"
    return (0.5, "health in part") if told else (0.0, "health only in passing")


def _is_told(plain_text: str, span: Span, *words: re.Pattern[str]) -> bool:
    """Whether a sentence speaks of health other than as one field among others."""
    found = (match for pattern in words for match in islice(pattern.finditer(plain_text, *span), _LOOKED_AT))
    return any(not _is_listed(plain_text, span, match) for match in found)


def _is_listed(plain_text: str, span: Span, match: re.Match[str]) -> bool:
    start, end = max(span[0], match.start() - _BESIDE), min(span[1], match.end() + _BESIDE)
    return plain_text.count(",", start, end) >= _LISTED_AMONG


def _who(plain_text: str, cast: Cast, meetings: Sequence[MeetingFact], *, is_about_health: bool) -> Iterator[_Point]:
    """Who stands for health. A minister named beside others' talks weighs less; a ministry may be but a building."""
    offices = {i for i, person in enumerate(cast.people) if person.role in _HEALTH_OFFICES}
    if offices and _acts_in_front(cast, offices, meetings):
        yield 1.5, "a health minister"
    elif offices:
        yield 0.5, "a health minister at the edge"
    if _has_who(plain_text, cast):
        yield 1.0, "the WHO"
    elif (
        is_about_health
        and not offices
        and any(HEALTH_MINISTRY.search(plain_text, *row.span) for row in cast.rows[:_OPENING])
    ):
        yield 0.5, "a health ministry"


def _acts_in_front(cast: Cast, offices: set[int], meetings: Sequence[MeetingFact]) -> bool:
    """Whether one of them meets, or, where nobody does, is told of in the opening."""
    told = [m for m in meetings if not m.is_background]
    if told:
        return bool({cast.people[i].label for i in offices} & {name for m in told for side in m.sides for name in side})
    return any(
        seat.person in offices for row in cast.rows[: _OPENING + 1] for seat in row.seats if not seat.is_bystander
    )


def _has_who(plain_text: str, cast: Cast) -> bool:
    """Whether somebody of the WHO takes part; its figures and its advice are cited in any news of health."""
    named = any(person.role in _WHO or person.organization == "WHO" for person in cast.people)
    return named or any(WHO_DELEGATION.search(plain_text, *row.span) for row in cast.rows[:_OPENING])


def _second_side(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
) -> _Point:
    """Two countries, or a country and an organization: without it the news is of home affairs."""
    if len(parties) >= 2 or any(len(a.parties) >= 2 for a in agreements if a.status is not AgreementStatus.EARLIER):
        return 1.0, "two parties" if len(parties) <= 2 else f"{len(parties)} parties"
    if parties and _has_who(plain_text, cast):
        return 1.0, "the WHO and a country"
    if parties and any(person.organization for person in cast.people):
        return 1.0, "an organization and a country"
    if parties and any(person.role is Role.AMBASSADOR for person in cast.people):
        return 1.0, "an ambassador and a country"
    offices = {p.label for p in cast.people if p.role in _HEALTH_OFFICES}
    if any(sum(not offices.isdisjoint(side) for side in m.sides) >= 2 for m in meetings if not m.is_background):
        return 1.0, "two ministers"
    return 0.0, "no second side"


def _acts(
    plain_text: str, cast: Cast, meetings: Sequence[MeetingFact], agreements: Sequence[AgreementFact]
) -> Iterator[_Point]:
    """What they did together; one act is enough, so that a signing beside talks weighs no more than talks."""
    met = any(not m.is_background for m in meetings)
    agreed = any(a.status is not AgreementStatus.EARLIER for a in agreements)
    if met or agreed:
        yield 1.0, " and ".join(["a meeting"] * met + ["an agreement"] * agreed)
    elif any(AID.search(plain_text, *row.span) for row in cast.rows[:_OPENING]):
        yield 1.0, "aid"


def _carrying(plain_text: str, cast: Cast) -> Iterator[_Point]:
    """What is health diplomacy without talks: a new minister, a minister at a conference of several countries."""
    opening = cast.rows[:_OPENING]
    if any(_changes_office(plain_text, row.span, cast, {s.person for s in row.seats}) for row in opening):
        yield _ENOUGH, "a change of health minister"
    has_office = any(person.role in _HEALTH_OFFICES | _WHO for person in cast.people)
    conferences = [found[0] for row in opening if (found := CONFERENCE.search(plain_text, *row.span))]
    if any(has_office or (HEALTH.search(name) and MINISTERS_TOGETHER.search(name)) for name in conferences):
        yield 2.0, "an international health conference"


def names_minister(plain_text: str, span: Span) -> bool:
    """Whether a sentence speaks of a health minister."""
    return MINISTER.search(plain_text, *span) is not None


def tells_of_new_minister(plain_text: str, span: Span) -> bool:
    """Whether a sentence says that a health minister comes or goes; a deputy's change is none."""
    return bool(
        MINISTER.search(plain_text, *span)
        and OFFICE_CHANGED.search(plain_text, *span)
        and not DEPUTY.search(plain_text, *span)
    )


def _changes_office(plain_text: str, span: Span, cast: Cast, people: set[int]) -> bool:
    """A health minister comes or goes in this sentence, by name or by office; a deputy's change is none."""
    change = OFFICE_CHANGED.search(plain_text, *span)
    if not change or STAFF.search(plain_text, max(span[0], change.start() - _NEAR), min(span[1], change.end() + _NEAR)):
        return False
    if any(cast.people[p].role in _MINISTERS for p in people):
        return True
    is_told = MINISTER.search(plain_text, *span) and not DEPUTY.search(plain_text, *span)
    return bool(is_told) and any(person.role in _MINISTERS for person in cast.people)
