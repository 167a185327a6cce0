"""Date expressions in running text and in chat, in seven languages, day first; nothing is told from today here."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from bot.reading.text.datewords import MONTH_SHORT, MONTH_STEMS, WEEKDAY_WORDS, lower


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date expression; what it does not say is None (a day without a year, a month without a day)."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def on(self) -> date | None:
        """The day, when year, month and day are all there."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day of what is named, or None without a year."""
        if not self.year:
            return None
        first, last = (self.month, self.month) if self.month else (1, 12)
        return (
            date(self.year, first, self.day or 1),
            date(self.year, last, self.day or monthrange(self.year, last)[1]),
        )


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_STEMS = {word: month for month, words in MONTH_STEMS.items() for word in words.split()}
_SHORT = {word: month for month, words in MONTH_SHORT.items() for word in words.split()}

# Case endings, closed lists: a free tail would read "5 Martin" or "8 maybe" as a day.
_LATIN_END = (
    r"(?:['’ʼ]?(?:da|de|də|ta|te|dan|den|dən|tan|ten|daki|deki|dakı|dəki|taki|teki|ın|un|ün|ında|unda|ündə|ində|inde|"
    r"ına|ünə|inə|dagi|ning|ni|ga|ı|oyi\w{0,4}|oyı|tağı|dağı|ğa|ge|s)|(?<=l)in|(?<=m)in|['’]in|['’]e|['’]a)?"
)
_CYRILLIC_END = (
    r"(?:ь|я|ю|е|а|у|ем|ём|ом|(?:ь|и|ы|і)?(?:нде|нда|да|де|та|те|дан|ден|тан|тен|дағы|дегі|тағы|тегі|дагы|деги|тагы|"
    r"теги|"
    r"дың|дің|тың|тің|дын|дин|тын|тин|нын|нин|ның|нің|на|не|ға|ге|қа|ке|га|ка|нан|нен|и|ы|і))?"
)
_MONTH = rf"(?P<month>{_longest_first(list(_STEMS))})(?:{_LATIN_END}|{_CYRILLIC_END})(?![^\W\d_])"
_ENGLISH = "(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)"
_GENITIVE = (
    rf"(?P<month>{_longest_first(list(_STEMS))})(?:ın|in|un|ün|(?:ь|и|ы)?(?:дын|дин|тын|тин|нын|нин)|ынын|"
    rf"инин)(?![^\W\d_])"
)
_BRIEF = rf"(?P<brief>{_longest_first(list(_SHORT))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ILI = r"il(?:in|i|də|də|dən|dəki|ə|lər)?"
_YEAR_WORD = (
    rf"(?:\s?-?(?:c[iıuü]|inci|ıncı|nc[ıiuü]|[şs]?[iı])?\s?-?(?:{_ILI}|y[ıi]l\w{{0,6}}|жыл\w{{0,5}}|йил\w{{0,4}}|"
    rf"j[ıy]l\w{{0,4}}|sene\w{{0,4}}|"
    r"год(?:а|у|ом)?|гг?\.|ж\.)(?![^\W\d_]))"
)
_DAY = r"(?<![\d:])(?<!\d[.,/])(?<!\w-)(?:(?P<from>\d{1,2})\s?[-–—]\s?)?(?P<day>\d{1,2})(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|-?(?:го|ого|ое|е|ші|шы|нчи|нчы|чи|чы|inchi|nchi|ünü|inci))?(?![^\W\d_])"
_AZERI_DAY = (
    r"(?P<day>\d{1,2})(?!\d)(?:\s?-?(?:i|ı|u|ü|da|də|de|dan|dən|na|nə|sı|si|sında|sində|сы|си|сында|синде|"
    r"инде|ында|унда)(?![^\W\d_]))?"
)
_GAP = r"(?:\s{0,2}[-,.]\s{0,2}|\s{1,2}(?:of\s|day of\s)?)"

_NUMBER_AHEAD = r"(?!\d|[:.,]\d|\s?%|\s(?:per|percent|people|million|billion|faiz|процент)\b)"

_PATTERNS = (
    # 2026 жылғы 12 наурыз · 2026-yil 12-mart · 2025-ci il 8 aprel
    rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{{1,2}}{_DAY}{_ORDINAL}{_GAP}{_MONTH}",
    # 2025-ci il aprelin 8-də
    rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{{1,2}}{_GENITIVE}\s{{1,2}}{_AZERI_DAY}",
    # 8 апреля 2025 г. · 12 Mart'ta · 8th of April, 2025 · 23 oktyabr 2023-cü il
    rf"{_DAY}{_ORDINAL}{_GAP}{_MONTH}(?:\s{{0,2}},?\s{{0,2}}-?{_YEAR}{_YEAR_WORD}?)?",
    rf"{_DAY}{_ORDINAL}{_GAP}{_BRIEF}\s{{0,2}},?\s{{0,2}}{_YEAR}",
    # April 8, 2025 · aprelin 8-də
    rf"\b{_GENITIVE}\s{{1,2}}{_AZERI_DAY}{_NUMBER_AHEAD}",
    rf"\b{_ENGLISH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_NUMBER_AHEAD}(?:,?\s{{1,2}}{_YEAR})?",
    # октября 23, 2023
    rf"\b{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?!\d),\s{{0,2}}{_YEAR}{_YEAR_WORD}?",
    rf"\b{_BRIEF}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_NUMBER_AHEAD},?\s{{1,2}}{_YEAR}",
    r"\b(?P<brief>jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.\s(?P<day>\d{1,2})(?!\d|[:.,]\d)",
    # 2023-cü ilin martında · March 2023 · марте 2023 года
    rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{{1,2}}{_MONTH}",
    rf"\b{_MONTH}(?:\s{{1,2}}|,\s{{0,2}}|\sof\s){_YEAR}{_YEAR_WORD}?",
    r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month2>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d])",
    r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month2>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)",
)
_WEEKDAYS = _longest_first([word for words in WEEKDAY_WORDS.values() for word in words.split("|")])
_FILLER = re.compile(rf"(?<!\w)(?:(?:on|the|в|во|на|kuni|günü|күні|күнү|{_WEEKDAYS})(?!\w),?|[.]$)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_REACH = 48
"""No date expression reaches further from its month's name."""

_LONGEST_LINE = 400
_REMEMBERED_LINES = 256

_YEAR_ONLY = re.compile(rf"{_YEAR}{_YEAR_WORD}?", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month2>\d{1,2})")
_MONTH_ONLY = re.compile(_MONTH, re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def find_dates(text: str, language: str | None) -> tuple[DateMention, ...]:
    """Every date expression of a text that names at least a month, left to right, without overlap.

    In English `04/08/2025` may be either day: such a date is left out. Month names of all languages are read in every
    text, because a page's stamps are often in another language than its article.
    """
    return _find_in_line(text, language) if len(text) <= _LONGEST_LINE else _find(text, language)


def _find(text: str, language: str | None) -> tuple[DateMention, ...]:
    found = [
        mention
        for start, end in _windows(text)
        for pattern in _patterns()
        for match in pattern.finditer(text, start, end)
        if (mention := _mention(match, language))
    ]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


_find_in_line = lru_cache(maxsize=_REMEMBERED_LINES)(_find)
"""Remembered, because several stages ask for the same lines."""


@cache
def _marks() -> AhoCorasick:
    return AhoCorasick([*_STEMS, *_SHORT, *(mark + digit for mark in "./-" for digit in "0123456789")])


def _windows(text: str) -> list[tuple[int, int]]:
    """The pieces of a text where a date may be: around a month's name or a number's separator, with a digit near."""
    windows: list[tuple[int, int]] = []
    for _, start, end in _marks().find_matches_as_indexes(lower(text)):
        if _DIGIT.search(text, max(0, start - 12), end + 12):
            before, after = max(0, start - _REACH), min(len(text), end + _REACH)
            if windows and before <= windows[-1][1]:
                windows[-1] = (windows[-1][0], after)
            else:
                windows.append((before, after))
    return windows


def parse_day(text: str) -> DateMention | None:
    """What one whole expression says, in any of the languages: a day, a month ("Mart 2023", "2023-03") or a year."""
    words = _FILLER.sub(" ", " ".join(text.split())).strip(" ,;")
    for pattern in (_YEAR_ONLY, _YEAR_MONTH, _MONTH_ONLY):
        if match := pattern.fullmatch(words):
            return _mention(match, None)
    found = find_dates(words, None)
    covers = len(found) == 1 and not words[: found[0].start].strip() and not words[found[0].end :].strip(" .")
    return found[0] if covers else None


def _mention(match: re.Match[str], language: str | None) -> DateMention | None:
    group = match.groupdict()
    year = int(group["year"]) if group.get("year") else None
    day = int(group["day"]) if group.get("day") else None
    month = _month(group)
    if group.get("sep") == "/" and day and month and not match[0].startswith(group["year"] or " "):
        if language == "en" and day <= 12 and month <= 12 and day != month:
            return None
        if month > 12 >= day:
            day, month = month, day
    if group.get("from"):  # "7-8 April" is no single day
        day = None
    # Ignoring case, `re` takes "Martin" for "martın".
    if not _is_possible(year, month, day) or "martin" in lower(match[0]):
        return None
    return DateMention(start=match.start(), end=match.end(), year=year, month=month, day=day)


def _month(group: dict[str, str | None]) -> int | None:
    if number := group.get("month2"):
        return int(number)
    if stem := group.get("month"):
        return _STEMS.get(lower(stem)) or _STEMS[lower(stem).replace("ı", "i")]
    brief = group.get("brief")
    return _SHORT.get(lower(brief)) or _SHORT.get(lower(brief).replace("ı", "i")) if brief else None


def _is_possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return day is None and year is not None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= monthrange(year or 2024, month)[1]
