"""The days a person means: a day, month, year, range or relative day, in any language. Pure: today is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.reading.text.dates import parse_day
from bot.reading.text.datewords import WEEKDAY_WORDS, Relative, lower, parse_relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From the first to the last day, both included."""

    since_on: date
    until_on: date


class NoDays(StrEnum):
    """Why there are none: the undated are asked for, or the words name no days."""

    UNDATED = "undated"
    IMPOSSIBLE = "impossible"
    REVERSED = "reversed"
    UNREADABLE = "unreadable"


_FIRST = date(1900, 1, 1)
"""Where a range without a beginning begins; no year before is read either."""
_MOST_TELLING_FIRST = (NoDays.REVERSED, NoDays.IMPOSSIBLE, NoDays.UNREADABLE)
_UNDATED = (
    "unknown|undated|no date|date unknown|unknown date|without date|without a date|tarihsiz|bilinmiyor|bilinmeyen|"
    "tarihi bilinmeyen|неизвестно|неизвестна|неизвестная|без даты|дата неизвестна|naməlum|tarixsiz|tarixi naməlum|"
    "белгісіз|күні белгісіз|белгисиз|датасы белгисиз|nomaʼlum|noma'lum|sanasiz"
)
_UNDATED_WORDS = frozenset(_UNDATED.split("|"))
_RANGE = re.compile(r"\s*(?:\.{2,3}|…)\s*|\s+[-–—]\s+|\s*[–—]\s*|\s+(?:to|until|till|through|до|по)\s+")
_SINCE = re.compile(r"(?:from|since|between|с|со|от)\s+")
_YEARS = re.compile(r"([0-9]{4})\s?-\s?([0-9]{4})")
_DAYS_OF_MONTH = re.compile(r"([0-9]{1,2})\s?[-–—]\s?([0-9]{1,2})(\s+[^\W\d].*)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LOOKS_NUMERIC = re.compile(r"[0-9]+(?:\s?[-./]\s?[0-9]+){0,2}")
_NUMBER = re.compile(r"[0-9]+")
_LAST = re.compile(
    r"(?:the\s|за\s)?(?:last|past|son|последни[ех]|соңғы|акыркы|son|oxirgi|so.nggi)\s([1-9][0-9]{0,2})\s"
    r"(?:(?P<days>days?|gün|дн\w+|күн|kun)|(?P<weeks>weeks?|hafta|недел\w+|həftə|апта|жума)|(?P<months>months?|ay|месяц\w*|ай|oy))"
)


def parse_when(words: str, today: date) -> Days | NoDays:
    """The days that the whole of `words` names."""
    words = " ".join(words.split()).strip(" ,;!?")
    if lower(words) in _UNDATED_WORDS:
        return NoDays.UNDATED
    # A single day may have a full stop behind it, so what has two is none.
    whole = None if ".." in words else _parse_one(words, today) or _parse_spans(words, today)
    if whole is not None:
        return whole
    ends = list(_range_ends(words))
    if not ends:
        return NoDays.IMPOSSIBLE if _is_impossible(words, today) else NoDays.UNREADABLE
    parsed = [_between(left, right, today) for left, right in ends]
    days = next((days for days in parsed if isinstance(days, Days)), None)
    return days or next(fault for fault in _MOST_TELLING_FIRST if fault in parsed)


def _between(left: str, right: str, today: date) -> Days | NoDays:
    """From the first day of what is named left to the last day of what is named right; an open end is today."""
    if not left and not right:
        return NoDays.UNREADABLE
    last = _parse_one(right, today) if right else Days(since_on=today, until_on=today)
    # "1 March - 5 April 2023" is a spring of 2023, whatever the year now.
    year = _YEAR.search(right)
    borrowed = _parse_one(f"{left} {year[0]}", today) if year and not _YEAR.search(left) else None
    first = (borrowed or _parse_one(left, today)) if left else Days(since_on=_FIRST, until_on=_FIRST)
    if first is None or last is None:
        unreadable = left if first is None else right
        return NoDays.IMPOSSIBLE if _is_impossible(unreadable, today) else NoDays.UNREADABLE
    if last.until_on < first.since_on:
        return NoDays.REVERSED
    return Days(since_on=first.since_on, until_on=last.until_on)


def _range_ends(words: str) -> Iterator[tuple[str, str]]:
    begun = _SINCE.match(lower(words))
    rest = words[begun.end() :] if begun else words
    for found in _RANGE.finditer(rest):
        yield rest[: found.start()], rest[found.end() :]
    if begun:
        yield rest, ""


def _parse_spans(words: str, today: date) -> Days | NoDays | None:
    """ "2023-2024" and "7-8 April 2025", whose hyphen has no blanks, and "last 7 days"."""
    if found := _YEARS.fullmatch(words):
        return _between(found[1], found[2], today)
    if found := _DAYS_OF_MONTH.fullmatch(words):
        return _between(found[1] + found[3], found[2] + found[3], today)
    if found := _LAST.fullmatch(lower(words)):
        days = 1 if found["days"] else 7 if found["weeks"] else 30
        return Days(since_on=today - timedelta(days=days * int(found[1]) - 1), until_on=today)
    return None


def _parse_one(words: str, today: date) -> Days | None:
    """One expression: relative, a weekday, or one that stands in a calendar."""
    if relative := parse_relative(words):
        return _RELATIVE[relative](today)
    if (weekday := _weekday(words)) is not None:
        on = today - timedelta(days=(today.weekday() - weekday) % 7)
        return Days(since_on=on, until_on=on)
    mention = parse_day(words)
    if mention is None or _DAYS_OF_MONTH.fullmatch(words):
        return None
    if mention.bounds:
        return Days(since_on=mention.bounds[0], until_on=mention.bounds[1])
    return _latest(words, today)


def _latest(words: str, today: date) -> Days | None:
    """A day or month without a year is the latest that has begun."""
    for year in range(today.year, today.year - 8, -1):  # 29 February comes every four years, or after eight
        mention = parse_day(f"{words} {year}")
        if mention and mention.bounds and mention.bounds[0] <= today:
            return Days(since_on=mention.bounds[0], until_on=mention.bounds[1])
    return None


def _weekday(words: str) -> int | None:
    wanted = lower(words).removeprefix("last ").removeprefix("on ")
    return next((day for day, forms in WEEKDAY_WORDS.items() if wanted in forms.split("|")), None)


def _is_impossible(words: str, today: date) -> bool:
    """Whether it is written as a date is, yet no calendar has it: 2023-02-30, 31 June, the year 0."""
    if _LOOKS_NUMERIC.fullmatch(words):
        return True
    return bool(_NUMBER.search(words)) and _parse_one(_NUMBER.sub(_ordinary, words), today) is not None


def _ordinary(number: re.Match[str]) -> str:
    """A number that makes any date possible: 1 for a day, 2000 for a year."""
    return "1" if len(number[0]) <= 2 else "2000"


def _week(today: date, weeks_back: int) -> Days:
    monday = today - timedelta(days=today.weekday() + 7 * weeks_back)
    return Days(since_on=monday, until_on=monday + timedelta(days=6))


def _month(today: date, months_back: int) -> Days:
    first = today.replace(day=1)
    for _ in range(months_back):
        first = (first - timedelta(days=1)).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Days(since_on=first, until_on=following - timedelta(days=1))


def _day(today: date, days_on: int) -> Days:
    on = today + timedelta(days=days_on)
    return Days(since_on=on, until_on=on)


def _year(year: int) -> Days:
    return Days(since_on=date(year, 1, 1), until_on=date(year, 12, 31))


_RELATIVE: dict[Relative, Callable[[date], Days]] = {
    Relative.TODAY: lambda today: _day(today, 0),
    Relative.YESTERDAY: lambda today: _day(today, -1),
    Relative.DAY_BEFORE_YESTERDAY: lambda today: _day(today, -2),
    Relative.TOMORROW: lambda today: _day(today, 1),
    Relative.THIS_WEEK: lambda today: _week(today, 0),
    Relative.LAST_WEEK: lambda today: _week(today, 1),
    Relative.THIS_MONTH: lambda today: _month(today, 0),
    Relative.LAST_MONTH: lambda today: _month(today, 1),
    Relative.THIS_YEAR: lambda today: _year(today.year),
    Relative.LAST_YEAR: lambda today: _year(today.year - 1),
}
