"""A subscription being put together: what is known, what is asked next, what an answer adds. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from storage.models.chats import UNCUT, Cadence, Draft, Schedule, Step, Subscription, Term

HOURS = tuple(time(hour) for hour in (6, 7, 8, 9, 10, 12, 18, 20))
"""What the dialogue offers; any other time, or several, can be typed."""

PICKING = (Step.COUNTRIES, Step.OFFICIALS)
"""Here several answers may be given, until the person says that is all."""

_DAYS_ASKED = {
    Cadence.WEEKLY: Step.WEEKDAY,
    Cadence.WEEKDAYS: Step.WEEKDAYS,
    Cadence.MONTHLY: Step.MONTHDAY,
}


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
    if draft.cadence in _DAYS_ASKED and not draft.days:
        return _DAYS_ASKED[draft.cadence]
    if draft.cadence is not Cadence.AT_ONCE and not draft.times:
        return Step.AT
    return Step.ZONE if draft.timezone is None else None


def open_term(draft: Draft) -> Term | None:
    """The first name nobody knows yet, or that several bear."""
    return next((term for terms in draft.alternatives or () for term in terms if term.key is None), None)


def merge(draft: Draft, said: Draft) -> Draft:
    """With what somebody said in words: it replaces what was known of the same."""
    names_what = said.alternatives is not None
    draft = replace(
        draft,
        alternatives=said.alternatives if names_what else draft.alternatives,
        cut=said.cut if names_what else draft.cut,
        timezone=said.timezone or draft.timezone,
        quiet=said.quiet or draft.quiet,
        sends_empty=draft.sends_empty if said.sends_empty is None else said.sends_empty,
        most_entries=said.most_entries or draft.most_entries,
        grouping=said.grouping or draft.grouping,
        unread=tuple(dict.fromkeys((*draft.unread, *said.unread))),
    )
    return _merge_when(draft, said)


def _merge_when(draft: Draft, said: Draft) -> Draft:
    """Days go with their cadence: Fridays say nothing of a digest that comes monthly."""
    cadence = said.cadence or draft.cadence
    is_same = said.cadence in (None, draft.cadence)
    return replace(
        draft,
        cadence=cadence,
        days=said.days or (draft.days if is_same else ()),
        times=() if cadence is Cadence.AT_ONCE else said.times or draft.times,
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


def toggle_day(draft: Draft, day: int) -> Draft:
    """Pick a weekday, or take the pick back."""
    return replace(draft, days=tuple(sorted(set(draft.days) ^ {day})))


def keys_of(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """The alternatives of a draft whose names are all known."""
    return tuple(tuple(term.key for term in terms if term.key) for terms in draft.alternatives or ())


def schedule_of(draft: Draft) -> Schedule:
    """The schedule of a draft that is complete."""
    assert draft.cadence is not None
    if draft.cadence is Cadence.WEEKDAYS and len(draft.days) in (1, 7):
        is_weekly = len(draft.days) == 1
        cadence, days = (Cadence.WEEKLY, draft.days) if is_weekly else (Cadence.DAILY, ())
        return Schedule(cadence=cadence, times=draft.times, days=days)
    return Schedule(cadence=draft.cadence, times=draft.times, days=draft.days)


def draft_of(subscription: Subscription) -> Draft:
    """A subscription taken up again to be changed; terms carry their keys as words, for nobody wrote them."""
    return Draft(
        alternatives=tuple(
            tuple(Term(words=key, key=key) for key in keys) for keys in subscription.filter.alternatives
        ),
        cut=subscription.filter.cut,
        cadence=subscription.schedule.cadence,
        days=subscription.schedule.days,
        times=subscription.schedule.times,
        timezone=subscription.timezone,
        quiet=subscription.quiet,
        sends_empty=subscription.sends_empty,
        most_entries=subscription.most_entries,
        grouping=subscription.grouping,
        changes=subscription.id,
    )


def reopen(draft: Draft, step: Step) -> Draft:
    """With that question asked again; what it asked is forgotten, but for quiet hours and length, which can stay."""
    match step:
        case Step.WHAT:
            return ask_next(replace(draft, alternatives=None, cut=UNCUT))
        case Step.CADENCE:
            return ask_next(replace(draft, cadence=None, days=(), times=()))
        case Step.ZONE:
            return ask_next(replace(draft, timezone=None))
        case _:
            return replace(draft, asks=step)
