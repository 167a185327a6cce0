"""The days a person means: a day, month, year, range or relative day, in any language. Pure: today is handed in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from bot.briefing.asking.dates.days import FIRST, Days, days_before, is_impossible, parse_days
from bot.reading.text.datewords import lower


class NoDays(StrEnum):
    """Why there are none: the undated are asked for, or the words name no days."""

    UNDATED = "undated"
    IMPOSSIBLE = "impossible"
    REVERSED = "reversed"
    UNREADABLE = "unreadable"


_MOST_TELLING_FIRST = (NoDays.REVERSED, NoDays.IMPOSSIBLE, NoDays.UNREADABLE)
_UNDATED = (
    "unknown|undated|no date|date unknown|unknown date|without date|without a date|tarihsiz|bilinmiyor|bilinmeyen|"
    "tarihi bilinmeyen|неизвестно|неизвестна|неизвестная|без даты|дата неизвестна|naməlum|tarixsiz|tarixi naməlum|"
    "белгісіз|күні белгісіз|белгисиз|датасы белгисиз|nomaʼlum|noma'lum|sanasiz"
)
_UNDATED_WORDS = frozenset(_UNDATED.split("|"))
_RANGE = re.compile(
    r"\s*(?:\.{2,3}|…)\s*|\s+[-–—]\s+|\s*[–—]\s*"
    r"|\s+(?:to|until|till|through|and|до|по|и|ile|ilə|ve|və|және|мен|пен|бен|va|bilan)\s+"
)
_HYPHEN = re.compile(r"\s?-\s?")
_BEGINNING = re.compile(r"(?:from|between|starting|с|со|от|между)\s+")
_AROUND = re.compile(r"\s+(?:arası|arasında|arasındaki|aralığında|аралығында|арасында|orasida)$")
_BEFORE = re.compile(r"(?:before|earlier than|prior to|до)\s+")
_UNTIL = re.compile(r"(?:until|till|up to|through|по)\s+")
_SINCE = re.compile(r"(?:since|from|starting|с|со|от|начиная с)\s+")
_AFTER = re.compile(r"(?:after|later than|после)\s+")
_CASE = re.compile(
    r"(?:\s?жыл(?:дан|ға|ы)?|['’ʼ]?(?:[dt][ae]n|dən|y[ae]|[aeə]|nə|[ıiuü]n[ae]|[кг]е|[қғ]а|[дт][еа]н|н[еа]н|ga(?:cha)?))$"
)
_LATER_WORDS = {
    _BEFORE: "önce|öncesi|əvvəl|дейін|чейин|бұрын|мурун|oldin|avval",
    _UNTIL: "kadar|qədər|dək",
    _SINCE: "beri|bu yana|itibaren|bəri|etibarən|бері|бастап|бери|баштап|beri|buyon",
    _AFTER: "sonra|sonrası|кейін|кийин|keyin",
}
"""The same in languages that put the word behind the day."""
_YEARS = re.compile(r"([0-9]{4})\s?-\s?([0-9]{4})")
_DAYS_OF_MONTH = re.compile(r"([0-9]{1,2})\s?[-–—]\s?([0-9]{1,2})(\s+[^\W\d].*)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LAST = re.compile(
    r"(?:the\s|за\s|in the\s)?(?:last|past|previous|son|последни[ех]|соңғы|акыркы|oxirgi|so.nggi)\s([1-9][0-9]{0,3})\s"
    r"(?:(?P<days>days?|gün\w*|дн\w+|күн\w*|kun\w*)|(?P<weeks>weeks?|hafta\w*|недел\w+|həftə\w*|апта\w*|жума\w*)"
    r"|(?P<months>months?|ay|ayda|ayın|месяц\w*|ай|айда|oy|oyda)|(?P<years>years?|yıl\w*|лет|года?|il|ildə|жыл\w*|yil\w*))"
)
_DAYS_IN = {"days": 1, "weeks": 7, "months": 30, "years": 365}


def parse_when(words: str, today: date) -> Days | NoDays:
    """The days that the whole of `words` names."""
    words = _tidy(words)
    if lower(words) in _UNDATED_WORDS:
        return NoDays.UNDATED
    # A single day may have a full stop behind it, so what has two is none.
    whole = None if ".." in words else parse_days(words, today) or _parse_spans(words, today)
    if whole is not None:
        return whole
    parsed = list(_parse_ranges(words, today))
    if not parsed:
        return NoDays.IMPOSSIBLE if is_impossible(words, today) else NoDays.UNREADABLE
    days = next((days for days in parsed if isinstance(days, Days)), None)
    return days or next(fault for fault in _MOST_TELLING_FIRST if fault in parsed)


def _tidy(words: str) -> str:
    """One blank between words, no sign around them, every figure of any script one of ours."""
    words = unicodedata.normalize("NFC", " ".join(words.split()).strip(" ,;!?"))
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in words)


def _parse_ranges(words: str, today: date) -> Iterator[Days | NoDays]:
    for left, right in _range_ends(words):
        yield _between(left, right, today)
    if open_ended := _parse_open(lower(words), today):
        yield open_ended
    # A hyphen without blanks joins two days only where both sides are days: it stands in most dates.
    for found in _HYPHEN.finditer(words):
        days = _between(words[: found.start()], words[found.end() :], today)
        if days is NoDays.REVERSED or isinstance(days, Days):
            yield days


def _between(left: str, right: str, today: date) -> Days | NoDays:
    """From the first day of what is named left to the last day of what is named right; an open end is today."""
    if not left and not right:
        return NoDays.UNREADABLE
    last = parse_days(right, today) if right else Days(since_on=today, until_on=today)
    # "1 March - 5 April 2023" is a spring of 2023, whatever the year now.
    year = _YEAR.search(right)
    borrowed = parse_days(f"{left} {year[0]}", today) if year and not _YEAR.search(left) else None
    first = (borrowed or parse_days(left, today)) if left else Days(since_on=FIRST, until_on=FIRST)
    if first is None or last is None:
        return _fault_of(left if first is None else right, today)
    if last.until_on < first.since_on:
        return NoDays.REVERSED
    return Days(since_on=first.since_on, until_on=last.until_on)


def _fault_of(words: str, today: date) -> NoDays:
    return NoDays.IMPOSSIBLE if is_impossible(words, today) else NoDays.UNREADABLE


def _range_ends(words: str) -> Iterator[tuple[str, str]]:
    begun = _BEGINNING.match(lower(words))
    rest = words[begun.end() :] if begun else words
    rest = _AROUND.sub("", rest)
    for found in _RANGE.finditer(rest):
        yield rest[: found.start()], rest[found.end() :]


def _parse_open(words: str, today: date) -> Days | NoDays | None:
    """ "before 2024", "since March", "2023'ten sonra": open on one side."""
    for before, behind in _LATER_WORDS.items():
        found = before.match(words)
        named = words[found.end() :] if found else _without_later(words, behind)
        if named is None:
            continue
        days = parse_days(named, today) or parse_days(_CASE.sub("", named), today)
        if days is None:
            return _fault_of(named, today)
        return _open(before, days, today)
    return None


def _without_later(words: str, behind: str) -> str | None:
    found = re.search(rf"\s(?:{behind})$", words)
    return words[: found.start()] if found else None


def _open(side: re.Pattern[str], days: Days, today: date) -> Days:
    if side is _BEFORE:
        return Days(since_on=FIRST, until_on=max(FIRST, days.since_on - timedelta(days=1)))
    if side is _UNTIL:
        return Days(since_on=FIRST, until_on=days.until_on)
    since = days.since_on if side is _SINCE else days.until_on + timedelta(days=1)
    return Days(since_on=since, until_on=max(since, today))


def _parse_spans(words: str, today: date) -> Days | NoDays | None:
    """ "2023-2024" and "7-8 April 2025", whose hyphen has no blanks, and "last 7 days"."""
    if found := _YEARS.fullmatch(words):
        return _between(found[1], found[2], today)
    if found := _DAYS_OF_MONTH.fullmatch(words):
        return _between(found[1] + found[3], found[2] + found[3], today)
    if found := _LAST.fullmatch(lower(words)):
        unit = next(name for name in _DAYS_IN if found[name])
        if unit == "years":
            return Days(since_on=_years_before(today, int(found[1])), until_on=today)
        return Days(since_on=days_before(today, _DAYS_IN[unit] * int(found[1]) - 1), until_on=today)
    return None


def _years_before(today: date, count: int) -> date:
    """The day after the same day so many years ago: "last 3 years" are three whole years that end today."""
    year = max(FIRST.year, today.year - count)
    month_start = date(year, today.month, 1)
    return month_start + timedelta(days=today.day)
