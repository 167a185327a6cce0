"""What a pressed button or written words add to a draft, as the answer to its open question. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from bot.briefing.subscribing.draft import PICKING, ask_next, merge, open_term, settle_term, toggle, toggle_day
from bot.briefing.subscribing.line import LONGEST_LINE, FindKeys, read_line
from bot.briefing.subscribing.options import is_none, read_length, read_options, read_quiet
from bot.briefing.subscribing.when import read_month_day, read_time, read_when
from bot.briefing.subscribing.zones import find_zones, read_zone
from storage.models.chats import Cadence, Draft, Grouping, QuietHours, Step, Term


class Word(StrEnum):
    """What a button may say that is no name, time or zone."""

    EVERYTHING = "all"
    COUNTRIES = "countries"
    OFFICIALS = "officials"
    DONE = "done"
    SKIP = "skip"
    CANCEL = "cancel"
    MORE = "more"
    NEVER = "never"
    EVEN_IF_EMPTY = "empty"
    ONLY_IF_NEW = "new"
    BY_COUNTRY = "pairs"
    BY_OFFICIAL = "persons"
    UNGROUPED = "ungrouped"


class Chosen(StrEnum):
    """Cadences as buttons carry them."""

    AT_ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    WORKDAYS = "workdays"
    WEEKDAYS = "weekdays"
    MONTHLY = "monthly"


_KEY = re.compile(r"[A-Z]{2}|#[1-9][0-9]{0,18}")
_HOURS = re.compile(r"([0-9]{4})-([0-9]{4})")
_TURNS = {
    Word.COUNTRIES.value: Step.COUNTRIES,
    Word.OFFICIALS.value: Step.OFFICIALS,
}
_GROUPINGS = {
    Word.BY_COUNTRY.value: Grouping.PAIR,
    Word.BY_OFFICIAL.value: Grouping.OFFICIAL,
    Word.UNGROUPED.value: Grouping.NONE,
}
_CADENCES = {
    Chosen.AT_ONCE: Draft(cadence=Cadence.AT_ONCE),
    Chosen.DAILY: Draft(cadence=Cadence.DAILY),
    Chosen.WEEKLY: Draft(cadence=Cadence.WEEKLY),
    Chosen.WORKDAYS: Draft(cadence=Cadence.WEEKDAYS, days=(0, 1, 2, 3, 4)),
    Chosen.WEEKDAYS: Draft(cadence=Cadence.WEEKDAYS),
    Chosen.MONTHLY: Draft(cadence=Cadence.MONTHLY),
}


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
        case Step.CADENCE if value == Word.MORE:
            return replace(draft, asks=Step.RARER)
        case Step.WEEKDAYS:
            return _pick_day(draft, value)
        case Step.QUIET:
            return _press_quiet(draft, value)
        case Step.LENGTH:
            return _press_length(draft, value)
        case Step.CADENCE | Step.RARER | Step.WEEKDAY | Step.MONTHDAY | Step.AT | Step.ZONE as step:
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
        case Step.QUIET:
            quiet = read_quiet(words[:LONGEST_LINE])
            return ask_next(replace(draft, quiet=quiet)) if quiet or is_none(words) else None
        case Step.LENGTH:
            return _write_length(draft, words[:LONGEST_LINE])
        case _:
            return _write_when(draft, words[:LONGEST_LINE])


def _merged(draft: Draft, said: Draft) -> Draft | None:
    return None if said == Draft() else ask_next(merge(draft, said))


def _pick(draft: Draft, value: str) -> Draft | None:
    if value == Word.DONE:
        return ask_next(draft) if draft.alternatives else None
    return toggle(draft, value, value) if _KEY.fullmatch(value) else None


def _pick_day(draft: Draft, value: str) -> Draft | None:
    if value == Word.DONE:
        return ask_next(draft) if draft.days else None
    return toggle_day(draft, int(value)) if value in tuple("0123456") else None


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


def _press_quiet(draft: Draft, value: str) -> Draft | None:
    if value == Word.NEVER:
        return ask_next(replace(draft, quiet=None))
    found = _HOURS.fullmatch(value)
    since, until = (read_time(found[1]), read_time(found[2])) if found else (None, None)
    if since is None or until is None or since == until:
        return None
    return ask_next(replace(draft, quiet=QuietHours(since=since, until=until)))


def _press_length(draft: Draft, value: str) -> Draft | None:
    if value in (Word.EVEN_IF_EMPTY, Word.ONLY_IF_NEW):
        return ask_next(replace(draft, sends_empty=value == Word.EVEN_IF_EMPTY))
    if value in _GROUPINGS:
        return ask_next(replace(draft, grouping=_GROUPINGS[value]))
    return ask_next(replace(draft, most_entries=length)) if (length := read_length(value)) else None


def _write_length(draft: Draft, words: str) -> Draft | None:
    said = read_options(words.split())
    length = read_length(words.strip()) or said.most_entries
    if length is None and said.sends_empty is None and said.grouping is None:
        return None
    return ask_next(
        replace(
            draft,
            most_entries=length or draft.most_entries,
            sends_empty=draft.sends_empty if said.sends_empty is None else said.sends_empty,
            grouping=said.grouping or draft.grouping,
        )
    )


def _write_when(draft: Draft, words: str) -> Draft | None:
    if draft.asks is Step.MONTHDAY:
        words = f"monthly {words}"
    when = read_when(words.replace(",", " ").split())
    said = Draft(cadence=when.cadence, days=when.days, times=when.times, unread=when.unread)
    if draft.asks is Step.MONTHDAY and not when.days:
        return None
    return _merged(draft, said)


def _read_value(step: Step, value: str) -> Draft | None:
    match step:
        case Step.CADENCE | Step.RARER:
            return _CADENCES[Chosen(value)] if value in set(Chosen) else None
        case Step.WEEKDAY:
            day = value if value in tuple("0123456") else None
            return Draft(cadence=Cadence.WEEKLY, days=(int(day),)) if day else None
        case Step.MONTHDAY:
            day_of_month = read_month_day(value)
            return Draft(cadence=Cadence.MONTHLY, days=(day_of_month,)) if day_of_month else None
        case Step.AT:
            at = read_time(value)
            return Draft(times=(at,)) if at else None
        case _:
            zone = read_zone(value)
            return Draft(timezone=zone) if zone else None
