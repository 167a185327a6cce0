"""The words for a cadence, a weekday, a time of day, in the languages our readers write. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time

from storage.folding import fold
from storage.models.chats import Cadence

# As `fold` writes them, one line a day: en, tr, ru, az, kk, uz. Not "sun": that is a surname.
_DAILY = "daily everyday day days gunluk gun gundalik ezhednevno den kundelikti kun kuni"
_WEEKLY = "weekly week haftalik hafta ezhenedelno nedelyu nedelya apta aptasayyn haftasiga"
_WEEKDAYS = (
    "monday mondays mon pazartesi ponedelnik ponedelnikam duysenbi dushanba",
    "tuesday tuesdays tue tues sali vtornik vtornikam seysenbi seshanba",
    "wednesday wednesdays wed carsamba sreda sredu sredam carsanba sarsenbi chorshanba",
    "thursday thursdays thu thur thurs persembe chetverg chetvergam beysenbi payshanba",
    "friday fridays fri cuma pyatnitsa pyatnitsu pyatnitsam zhuma juma",
    "saturday saturdays sat cumartesi subbota subbotu subbotam sanba senbi shanba",
    "sunday sundays pazar voskresene voskresenyam bazar zheksenbi yakshanba",
)
_NOON = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm|a\.m\.?|p\.m\.?)?")
_FOUR = re.compile(r"([0-9]{2})([0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What was said of when; null: nothing. `rest` is what was not about when, in order."""

    cadence: Cadence | None = None
    weekday: int | None = None
    at: time | None = None
    rest: tuple[str, ...] = field(default=())


def read_when(words: Sequence[str]) -> When:
    """Take the first cadence, weekday and time out of the words. A weekday means weekly."""
    cadence, weekday, at, rest = None, None, None, list[str]()
    for word in _joined(words):
        if at is None and (read := read_time(word)) is not None:
            at = read
        elif weekday is None and (day := read_weekday(word)) is not None:
            weekday, cadence = day, Cadence.WEEKLY
        elif cadence is None and (said := _cadence(word)):
            cadence = said
        elif _cadence(word) is None:
            rest.append(word)
    return When(cadence=cadence, weekday=weekday, at=at, rest=tuple(rest))


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


def read_weekday(word: str) -> int | None:
    """The day's number, Monday is 0."""
    folded = fold(word)
    return next((number for number, names in enumerate(_WEEKDAYS) if folded in names.split()), None)


def _cadence(word: str) -> Cadence | None:
    folded = fold(word)
    if folded in _DAILY.split():
        return Cadence.DAILY
    return Cadence.WEEKLY if folded in _WEEKLY.split() else None


def _joined(words: Sequence[str]) -> list[str]:
    """With `8 am` made one word."""
    joined: list[str] = []
    for word in words:
        if joined and word.lower().strip(".") in ("am", "pm", "a.m", "p.m") and joined[-1][-1:].isdecimal():
            joined[-1] += word
        else:
            joined.append(word)
    return joined
