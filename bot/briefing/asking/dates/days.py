"""One day, week, month or year as a person writes it, relative or of the calendar. Pure: today is handed in.

For `when` alone, which joins them to ranges.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.reading.text.dates import parse_day
from bot.reading.text.datewords import MONTH_SHORT, WEEKDAY_WORDS, Relative, lower, parse_relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From the first to the last day, both included."""

    since_on: date
    until_on: date


FIRST = date(1900, 1, 1)
"""Where a range without a beginning begins; no year before is read either."""
_TIME = re.compile(
    r"(?<=[0-9])(?:t|,?\s)\s?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?\s?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{2})")
_BRIEF_MONTH = re.compile(r"(?P<month>[^\W\d_]{3,4})\.?,?\s(?P<year>(?:19|20)[0-9]{2})")
_YEAR_FIRST = re.compile(
    r"((?:19|20)[0-9]{2})(?:\s?(?:год[аеу]?|жыл\w{0,4}|yil\w{0,4}|yıl\w{0,4}|il\w{0,4}),?)?\s([^\W\d_]\w{2,}\.?)"
)
_SPAN_OF_MONTH = re.compile(r"[0-9]{1,2}\s?[-–—]\s?[0-9]{1,2}\s+[^\W\d].*")
_CALENDAR = re.compile(
    r"[0-9]{4}\s?([-./])\s?[0-9]{1,2}(?:\s?\1\s?[0-9]{1,2})?|[0-9]{1,2}\s?([-./])\s?[0-9]{1,2}\s?\2\s?[0-9]{4}"
)
_NUMBER = re.compile(r"[0-9]+")
_ASIDE = re.compile(r"(?:за|on|in|for|of|the|в|во)\s+")


def parse_days(words: str, today: date) -> Days | None:
    """One expression: relative, a weekday, or one that stands in a calendar; an hour behind it is left out."""
    words = _TIME.sub("", words)
    if relative := _relative(words):
        return _RELATIVE[relative](today)
    if (weekday := _weekday(words)) is not None:
        on = today - timedelta(days=(today.weekday() - weekday) % 7)
        return Days(since_on=on, until_on=on)
    if _SPAN_OF_MONTH.fullmatch(words):
        return None
    words = _usual(words)
    mention = parse_day(words)
    if mention is None:
        return None
    if mention.bounds:
        return Days(since_on=mention.bounds[0], until_on=mention.bounds[1])
    return _latest(words, today)


def is_impossible(words: str, today: date) -> bool:
    """Whether it is written as a date is, yet no calendar has it: 2023-02-30, 31 June, 1/40/2023."""
    if _CALENDAR.fullmatch(words) or _COMPACT.fullmatch(words):
        return True
    is_spelt = any(char.isalpha() for char in words) and _NUMBER.search(words) is not None
    return is_spelt and parse_days(_NUMBER.sub(_ordinary, words), today) is not None


def days_before(today: date, count: int) -> date:
    """So many days ago; the first day there is where the calendar ends."""
    return today - timedelta(days=min(count, (today - FIRST).days))


def _usual(words: str) -> str:
    """The forms that only a chat has, in those that `parse_day` reads: 20230301, 1.3.23, Mar 2023, 2023 Mart."""
    if found := _COMPACT.fullmatch(words):
        return "-".join(found.groups())
    if found := _SHORT_YEAR.fullmatch(words):
        return f"{found[1]}.{found[3]}.20{found[4]}"
    if found := _YEAR_FIRST.fullmatch(words):
        words = f"{found[2]} {found[1]}"
    if found := _BRIEF_MONTH.fullmatch(lower(words)):
        month = next((n for n, forms in MONTH_SHORT.items() if found["month"] in forms.split()), None)
        return f"{found['year']}-{month:02}" if month else words
    return words


def _latest(words: str, today: date) -> Days | None:
    """A day or month without a year is the latest that has begun."""
    for year in range(today.year, today.year - 8, -1):  # 29 February comes every four years, or after eight
        mention = parse_day(f"{words} {year}")
        if mention and mention.bounds and mention.bounds[0] <= today:
            return Days(since_on=mention.bounds[0], until_on=mention.bounds[1])
    return None


def _relative(words: str) -> Relative | None:
    bare = lower(words)
    found = _ASIDE.match(bare)
    return parse_relative(bare) or (parse_relative(bare[found.end() :]) if found else None)


def _weekday(words: str) -> int | None:
    wanted = lower(words).removeprefix("last ").removeprefix("on ")
    return next((day for day, forms in WEEKDAY_WORDS.items() if wanted in forms.split("|")), None)


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
