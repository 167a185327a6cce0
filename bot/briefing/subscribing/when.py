"""The words for a cadence, a day, a time of day, in the languages our readers write. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time

from bot.briefing.subscribing.calendar_words import (
    CADENCES,
    DAY_PHRASES,
    LAST_DAY,
    UNITS,
    WEAK_CADENCES,
    match_phrase,
    read_weekday,
    read_weekday_range,
)
from storage.folding import fold
from storage.models.chats import Cadence

MOST_TIMES = 12
"""Slots of one day."""

_NOON = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm|a\.m\.?|p\.m\.?)?")
_FOUR = re.compile(r"([0-9]{2})([0-9]{2})")
_DAY_OF_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|-?(?:го|е|ое|числа|нчи|ші))?")
_COUNT = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What was said of when; null or empty: nothing. `rest` is what was not about when, in order; `unread` what was,
    and cannot be had or contradicts the rest."""

    cadence: Cadence | None = None
    days: tuple[int, ...] = ()
    times: tuple[time, ...] = ()
    rest: tuple[str, ...] = field(default=())
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class _Heard:
    """What the words said, one by one, before it is held together."""

    cadences: list[tuple[Cadence, str]] = field(default_factory=list)
    weak: list[Cadence] = field(default_factory=list)
    weekdays: list[tuple[int, str]] = field(default_factory=list)
    times: list[tuple[time, str]] = field(default_factory=list)
    rest: list[tuple[str, int | None]] = field(default_factory=list)
    """With the day of the month that each would be in a monthly line."""
    unread: list[str] = field(default_factory=list)


def read_when(words: Sequence[str]) -> When:
    """Take cadence, days and times out of the words, in any order. A weekday means weekly, several mean chosen ones; in
    a monthly line a bare number is a day."""
    heard = _hear(_joined(words))
    cadence = _choose_cadence(heard)
    days = _choose_days(heard, cadence)
    times = _choose_times(heard, cadence)
    cadence, days = _settle(cadence, days)
    return When(
        cadence=cadence,
        days=days,
        times=times,
        rest=tuple(word for word, _ in heard.rest),
        unread=tuple(dict.fromkeys(heard.unread)),
    )


def read_time(word: str) -> time | None:
    """`8:00`, `20.30`, `8am`, `8`, `0830`, `noon`."""
    folded = fold(word)
    if folded in _NOON:
        return _NOON[folded]
    found = _CLOCK.fullmatch(word.lower()) or _FOUR.fullmatch(word)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = found[3][0] if found.re is _CLOCK and found[3] else None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_month_day(word: str) -> int | None:
    """`1`, `15th`, `31`; `last` is the 31st, which in a short month is its last day."""
    if fold(word) in LAST_DAY:
        return 31
    found = _DAY_OF_MONTH.fullmatch(word.lower())
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def _hear(words: Sequence[str]) -> _Heard:
    heard, at = _Heard(), 0
    folded = [fold(word) for word in words]
    while at < len(words):
        at += _hear_phrase(heard, words, folded, at) or _hear_word(heard, words, folded, at)
    return heard


def _hear_phrase(heard: _Heard, words: Sequence[str], folded: Sequence[str], at: int) -> int:
    """How many words from there are one of several words that belong together; 0: none."""
    for cadence, phrases in CADENCES.items():
        if length := match_phrase(folded, at, phrases):
            heard.cadences.append((cadence, " ".join(words[at : at + length])))
            return length
    for days, phrases in DAY_PHRASES:
        if length := match_phrase(folded, at, phrases):
            heard.weekdays += [(day, " ".join(words[at : at + length])) for day in days]
            return length
    if _COUNT.fullmatch(words[at]) and folded[at + 1 : at + 2] and folded[at + 1] in UNITS:
        heard.unread.append(" ".join(words[at : at + 2]))
        return 2
    return 0


def _hear_word(heard: _Heard, words: Sequence[str], folded: Sequence[str], at: int) -> int:
    word = words[at]
    if days := read_weekday_range(word):
        heard.weekdays += [(day, word) for day in days]
    elif (day := _weekday_at(words, at)) is not None:
        heard.weekdays.append((day, word))
    elif weak := next((cadence for cadence, names in WEAK_CADENCES.items() if folded[at] in names), None):
        heard.weak.append(weak)
    elif (said := read_time(word)) is not None:
        heard.times.append((said, word))
    else:
        heard.rest.append((word, read_month_day(word)))
    return 1


def _weekday_at(words: Sequence[str], at: int) -> int | None:
    """`Sun` is a surname, unless it stands beside another day."""
    if fold(words[at]) == "sun":
        beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        return 6 if any(read_weekday(word) is not None for word in beside) else None
    return read_weekday(words[at])


def _choose_cadence(heard: _Heard) -> Cadence | None:
    """The first that was said outright; a loose word (`day`, `month`) only where none was. Another one is not read."""
    chosen = heard.cadences[0][0] if heard.cadences else None
    heard.unread += [word for cadence, word in heard.cadences if cadence is not chosen]
    if chosen is Cadence.DAILY and heard.weekdays:
        heard.unread.append(heard.cadences[0][1])
        return None
    if chosen is None and not heard.weekdays and heard.weak:
        return Cadence.MONTHLY if Cadence.MONTHLY in heard.weak else heard.weak[0]
    return chosen


def _choose_days(heard: _Heard, cadence: Cadence | None) -> tuple[int, ...]:
    is_of_week = cadence in (None, Cadence.WEEKLY, Cadence.WEEKDAYS)
    if not is_of_week:
        heard.unread += [word for _, word in heard.weekdays]
    if cadence is not Cadence.MONTHLY:
        return tuple(sorted({day for day, _ in heard.weekdays})) if is_of_week else ()
    days = {day for _, day in heard.rest if day} | {day for _, word in heard.times if (day := _bare_day(word))}
    heard.rest = [(word, day) for word, day in heard.rest if day is None]
    heard.times = [(at, word) for at, word in heard.times if _bare_day(word) is None]
    return tuple(sorted(days))


def _bare_day(word: str) -> int | None:
    return read_month_day(word) if _COUNT.fullmatch(word) else None


def _choose_times(heard: _Heard, cadence: Cadence | None) -> tuple[time, ...]:
    times = sorted({at for at, _ in heard.times})
    kept = 0 if cadence is Cadence.AT_ONCE else MOST_TIMES
    heard.unread += [word for at, word in heard.times if at not in times[:kept]]
    return tuple(times[:kept])


def _settle(cadence: Cadence | None, days: tuple[int, ...]) -> tuple[Cadence | None, tuple[int, ...]]:
    if cadence is Cadence.MONTHLY or not days:
        return cadence, days
    if len(days) == 7:
        return Cadence.DAILY, ()
    return (Cadence.WEEKLY if len(days) == 1 else Cadence.WEEKDAYS), days


def _joined(words: Sequence[str]) -> list[str]:
    """With `8 am` made one word."""
    joined: list[str] = []
    for word in words:
        if joined and word.lower().strip(".") in ("am", "pm", "a.m", "p.m") and joined[-1][-1:].isdecimal():
            joined[-1] += word
        else:
            joined.append(word)
    return joined
