"""A subscription being put together: what is known, what is asked next, what an answer adds. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from storage.models.chats import Cadence, Draft, Schedule, Step, Subscription, Term

HOURS = tuple(time(hour) for hour in (6, 7, 8, 9, 10, 12, 18, 20))
"""What the dialogue offers; any other time can be typed."""

PICKING = (Step.COUNTRIES, Step.OFFICIALS)
"""Here several answers may be given, until the person says that is all."""


def ask_next(draft: Draft) -> Draft:
    """With the question that stands open; none when all is known."""
    return replace(draft, asks=_next_step(draft))


def _next_step(draft: Draft) -> Step | None:
    if draft.alternatives is None:
        return Step.WHAT
    if open_term(draft):
        return Step.NAME
    if draft.cadence is None:
        return Step.CADENCE
    if draft.cadence is Cadence.WEEKLY and draft.weekday is None:
        return Step.WEEKDAY
    if draft.at is None:
        return Step.AT
    return Step.ZONE if draft.timezone is None else None


def open_term(draft: Draft) -> Term | None:
    """The first name nobody knows yet, or that several bear."""
    return next((term for terms in draft.alternatives or () for term in terms if term.key is None), None)


def merge(draft: Draft, said: Draft) -> Draft:
    """With what somebody said in words: it replaces what was known of the same."""
    cadence = said.cadence or draft.cadence
    weekday = said.weekday if said.weekday is not None else draft.weekday
    return replace(
        draft,
        alternatives=draft.alternatives if said.alternatives is None else said.alternatives,
        cadence=cadence,
        weekday=weekday if cadence is Cadence.WEEKLY else None,
        at=said.at or draft.at,
        timezone=said.timezone or draft.timezone,
    )


def settle_term(draft: Draft, key: str | None) -> Draft:
    """The open name means this country or official; null: leave it out."""
    term = open_term(draft)
    if term is None or draft.alternatives is None:
        return draft
    settled = Term(words=term.words, key=key) if key else None
    return replace(draft, alternatives=_replaced(draft.alternatives, term, settled))


def _replaced(
    alternatives: tuple[tuple[Term, ...], ...], term: Term, settled: Term | None
) -> tuple[tuple[Term, ...], ...] | None:
    if settled is None:
        # Both were wanted, one is nobody: the other alone is not what was asked for.
        kept = tuple(terms for terms in alternatives if term not in terms)
        return kept or None
    return tuple(tuple(settled if each == term else each for each in terms) for terms in alternatives)


def toggle(draft: Draft, key: str, words: str) -> Draft:
    """Pick a country or official, or take the pick back."""
    picked = draft.alternatives or ()
    kept = tuple(terms for terms in picked if [term.key for term in terms] != [key])
    return replace(draft, alternatives=kept if len(kept) < len(picked) else (*picked, (Term(words=words, key=key),)))


def keys_of(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """The alternatives of a draft whose names are all known."""
    return tuple(tuple(term.key for term in terms if term.key) for terms in draft.alternatives or ())


def schedule_of(draft: Draft) -> Schedule:
    """The schedule of a draft that is complete."""
    assert draft.cadence is not None
    assert draft.at is not None
    return Schedule(cadence=draft.cadence, at=draft.at, weekday=draft.weekday)


def draft_of(subscription: Subscription) -> Draft:
    """A subscription taken up again to be changed; terms carry their keys as words, for nobody wrote them."""
    return Draft(
        alternatives=tuple(
            tuple(Term(words=key, key=key) for key in keys) for keys in subscription.filter.alternatives
        ),
        cadence=subscription.schedule.cadence,
        weekday=subscription.schedule.weekday,
        at=subscription.schedule.at,
        timezone=subscription.timezone,
        changes=subscription.id,
    )


def forget(draft: Draft, step: Step) -> Draft:
    """Without what that question asks, so that it is asked again."""
    match step:
        case Step.WHAT:
            return replace(draft, alternatives=None)
        case Step.CADENCE:
            return replace(draft, cadence=None, weekday=None, at=None)
        case Step.ZONE:
            return replace(draft, timezone=None)
        case _:
            return draft
