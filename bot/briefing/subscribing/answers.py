"""What a pressed button or written words add to a draft, as the answer to its open question. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from bot.briefing.subscribing.draft import PICKING, ask_next, merge, open_term, settle_term, toggle
from bot.briefing.subscribing.line import LONGEST_LINE, FindKeys, read_line
from bot.briefing.subscribing.when import read_time, read_when
from bot.briefing.subscribing.zones import find_zones, read_zone
from storage.models.chats import Cadence, Draft, Step, Term


class Word(StrEnum):
    """What a button may say that is no name, time or zone."""

    EVERYTHING = "all"
    COUNTRIES = "countries"
    OFFICIALS = "officials"
    DONE = "done"
    SKIP = "skip"
    CANCEL = "cancel"


_KEY = re.compile(r"[A-Z]{2}|#[1-9][0-9]{0,18}")
_TURNS = {Word.COUNTRIES.value: Step.COUNTRIES, Word.OFFICIALS.value: Step.OFFICIALS}


def press(draft: Draft, value: str) -> Draft | None:
    """The draft after a button of its open question, with the next question; None where the button makes no sense."""
    match draft.asks:
        case Step.WHAT if value == Word.EVERYTHING:
            return ask_next(replace(draft, alternatives=()))
        case Step.WHAT | Step.COUNTRIES | Step.OFFICIALS if value in _TURNS:
            return replace(draft, asks=_TURNS[value])
        case Step.COUNTRIES | Step.OFFICIALS:
            return _pick(draft, value)
        case Step.NAME if value == Word.SKIP:
            return ask_next(settle_term(draft, None))
        case Step.NAME if _KEY.fullmatch(value):
            return ask_next(settle_term(draft, value))
        case Step.CADENCE | Step.WEEKDAY | Step.AT | Step.ZONE as step:
            said = _read_value(step, value)
            return ask_next(merge(draft, said)) if said else None
        case _:
            return None


def write(draft: Draft, words: str, find_keys: FindKeys) -> Draft | None:
    """The draft after words written to its open question, with the next question; None where they do not answer it."""
    match draft.asks:
        case Step.WHAT | Step.COUNTRIES | Step.OFFICIALS:
            said = read_line(words, find_keys).draft
            if said.alternatives and draft.asks in PICKING:
                said = replace(said, alternatives=(*(draft.alternatives or ()), *said.alternatives))
            return _merged(draft, said)
        case Step.NAME:
            return _rename(draft, read_line(words, find_keys).draft.alternatives)
        case Step.ZONE:
            zones = find_zones(words[:LONGEST_LINE])
            return ask_next(replace(draft, timezone=zones[0])) if len(zones) == 1 else None
        case _:
            when = read_when(words[:LONGEST_LINE].split())
            return _merged(draft, Draft(cadence=when.cadence, weekday=when.weekday, at=when.at))


def _merged(draft: Draft, said: Draft) -> Draft | None:
    return None if said == Draft() else ask_next(merge(draft, said))


def _pick(draft: Draft, value: str) -> Draft | None:
    if value == Word.DONE:
        return ask_next(draft) if draft.alternatives else None
    return toggle(draft, value, value) if _KEY.fullmatch(value) else None


def _rename(draft: Draft, said: tuple[tuple[Term, ...], ...] | None) -> Draft | None:
    """The open name is replaced by what was written; further names are further alternatives."""
    term = open_term(draft)
    if not said or term is None or draft.alternatives is None:
        return None
    first, *others = said
    kept = [
        tuple(new for each in terms for new in (first if each == term else (each,))) for terms in draft.alternatives
    ]
    return ask_next(replace(draft, alternatives=(*kept, *others)))


def _read_value(step: Step, value: str) -> Draft | None:
    match step:
        case Step.CADENCE:
            return Draft(cadence=Cadence(value)) if value in set(Cadence) else None
        case Step.WEEKDAY:
            day = value if value in tuple("0123456") else None
            return Draft(cadence=Cadence.WEEKLY, weekday=int(day)) if day else None
        case Step.AT:
            at = read_time(value)
            return Draft(at=at) if at else None
        case _:
            zone = read_zone(value)
            return Draft(timezone=zone) if zone else None
