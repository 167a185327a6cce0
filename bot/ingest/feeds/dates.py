"""Dates as feeds print them, in seven languages and every order; for the formats and for pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from types import MappingProxyType

from bot.ingest.feeds.models import FeedDate
from bot.reading.text.dates import find_dates

_LONGEST = 120
_EARLIEST_YEAR = 1990
_AHEAD = timedelta(days=2)
"""A feed's clock may run ahead by a zone and a planned hour; what lies further is an announcement or a mistake."""

_ISO = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?![\d.])(?:[Tt\s]{1,2}(?P<clock>.{0,60}))?")
_MAIL = re.compile(
    r"(?:[^\W\d]{2,12}\.?,?\s{0,3})?(?P<day>\d{1,2})[\s-](?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.?[\s-](?P<year>\d{4}|\d{2})(?!\d)(?:[\s,]{1,3}(?P<clock>.{0,60}))?",
    re.IGNORECASE,
)
_UNIX = re.compile(
    r"[A-Za-z]{3},?\s(?P<month>[A-Za-z]{3})\s(?P<day>\d{1,2})\s(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?:\s[\w+]{1,5})?)\s"
    r"(?P<year>\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(
    r"(?<![\d.,/:-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d/:-]|\.\d)"
)
_EPOCH = re.compile(r"(?P<seconds>\d{10})(?:\d{3})?")
_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:[.,]\d{1,9})?(?![\d:])"
    r"(?:\s{0,2}(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?=\D|$)")
_OFFSET = re.compile(
    r"\s{0,3}\(?(?:GMT|UTC|UT)?\s{0,1}(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s{0,3}\(?(?P<zone>[A-Za-z]{1,5}|МСК)(?![^\W\d_])")
_ZONE_HOURS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0),
        **dict.fromkeys(("CET", "WEST", "BST", "MEZ"), 1),
        **dict.fromkeys(("EET", "CEST", "MESZ"), 2),
        **dict.fromkeys(("MSK", "МСК", "TRT", "EEST", "TSI"), 3),
        **dict.fromkeys(("AZT", "GET", "AMT", "SAMT", "MSD", "GST"), 4),
        **dict.fromkeys(("UZT", "TMT", "TJT", "YEKT", "PKT"), 5),
        **dict.fromkeys(("KGT", "OMST"), 6),
        "EDT": -4,
        **dict.fromkeys(("EST", "CDT"), -5),
        "MDT": -6,
        **dict.fromkeys(("MST", "PDT"), -7),
        "PST": -8,
    }
)
"""Hours ahead of UTC; a name that stood for two offsets (ALMT) or stands for two places (IST) is not here."""


def parse_feed_date(written: str | None, *, now: datetime, is_month_first: bool = False) -> FeedDate | None:
    """What a date field says, in any of the languages; None when no one day stands there, or one that cannot be.

    The day is the one printed. The instant is known only with an offset: `GMT+4`, `+04`, `MSK`.
    """
    words = " ".join((written or "")[:_LONGEST].split())
    found = _parse(words, is_month_first) if any(c.isdigit() for c in words) else None
    if found is None or found.on.year < _EARLIEST_YEAR or found.on > (now + _AHEAD).date():
        return None
    return found if found.at is None or found.at <= now + _AHEAD else None


def reads_month_first(written: Iterable[str | None], *, language: str | None) -> bool:
    """Whether a feed's `04/08/2025` is 8 April: only if its dates leave no other reading, or it is American."""
    pairs = [
        (int(match["one"]), int(match["two"]))
        for words in written
        if words and (match := _NUMBERS.search(words[:_LONGEST])) and match["sep"] != "."
    ]
    if any(one > 12 for one, _ in pairs):
        return False
    return any(two > 12 for _, two in pairs) or (language or "").lower().replace("_", "-") == "en-us"


def _parse(words: str, is_month_first: bool) -> FeedDate | None:
    if match := _EPOCH.fullmatch(words):
        at = datetime.fromtimestamp(int(match["seconds"]), UTC)
        return FeedDate(on=at.date(), at=at)
    if match := _ISO.match(words):
        on = _day(match["year"], int(match["month"]), match["day"])
        return _dated(on, match["clock"] or "")
    match = _MAIL.match(words) or _UNIX.fullmatch(words)
    if match and (month := match["month"].lower()) in _MONTHS:
        on = _day(match["year"], _MONTHS.index(month) + 1, match["day"])
        return _dated(on, match["clock"] or "")
    return _parse_numbers(words, is_month_first) or _parse_words(words)


def _parse_numbers(words: str, is_month_first: bool) -> FeedDate | None:
    match = _NUMBERS.search(words)
    if match is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    month_first = match["sep"] != "." and (two > 12 or (is_month_first and one <= 12))
    day, month = (two, one) if month_first else (one, two)
    return _dated(_day(match["year"], month, str(day)), words[: match.start()] + " " + words[match.end() :])


def _parse_words(words: str) -> FeedDate | None:
    found = [mention for mention in find_dates(words, None) if mention.on]
    if len({mention.on for mention in found}) != 1:
        return None
    rest = words
    for mention in reversed(found):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    return _dated(found[0].on, rest)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None


def _dated(on: date | None, clock: str) -> FeedDate | None:
    return FeedDate(on=on, at=_instant(on, clock)) if on else None


def _instant(on: date, clock: str) -> datetime | None:
    """The moment a day's clock tells: only with hour and offset both."""
    match = _TIME.search(clock) or _COMPACT_TIME.match(clock)
    if match is None:
        return None
    zone = _read_zone(clock[match.end() :])
    hour = int(match["hour"])
    if half := match.groupdict().get("half"):
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    try:
        return datetime.combine(on, time(hour, int(match["minute"]), int(match["second"] or 0)), zone) if zone else None
    except (ValueError, OverflowError):
        return None


def _read_zone(words: str) -> timezone | None:
    if match := _OFFSET.match(words):
        sign = 1 if match["sign"] == "+" else -1
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= 14 and minutes < 60 else None
    match = _ZONE.match(words)
    hours_ahead = _ZONE_HOURS.get(match["zone"].upper()) if match else None
    return None if hours_ahead is None else timezone(timedelta(hours=hours_ahead))
