"""Datelines: "BAKU, Azerbaijan, April 8.", "Jakarta (ANTARA) -", "АСТАНА. КАЗИНФОРМ –", before the first sentence."""

from __future__ import annotations

import re

from bot.reading.text.dates import find_dates
from bot.reading.text.datewords import MONTH_SHORT
from storage.models.reading import Span

_UPPER = r"[A-ZÀ-ÖØ-ÞƏĞİŞÇÜА-ЯЁҚҒҰӘӨҮҢІҺЎҲ]"
_PLACE = rf"{_UPPER}[\w'’.-]{{1,25}}(?:\s{_UPPER}[\w'’-]{{1,25}}){{0,3}}"
_CAPITALS = rf"{_UPPER}{{2,20}}(?:[- ]{_UPPER}{{2,20}}){{0,3}}"
_DASH = r"\s?[-–—]{1,3}\s?"
_AGENCY = r"(?:/[^/\n]{2,60}/|\([^()\n]{2,60}\))"
_SITE = (
    r"[\w-]{2,20}\.(?:info|az|kz|uz|kg|tm|tj|ge|am|by|ua|com|org|net|ru|tr|media|news|"
    r"INFO|AZ|KZ|UZ|KG|TM|TJ|GE|AM|BY|COM|NEWS)(?![\w])"
)
_KNOWN = (
    r"(?:KAZINFORM|Kazinform|КАЗИНФОРМ|Казинформ|ҚАЗАҚПАРАТ|ҚазАқпарат|QAZAQPARAT|QazAqparat|AZƏRTAC|AZERTAC|"
    r"AZERTAG|UzA|УзА|OʻzA|ЎзА|АЗЕРТАДЖ|ТАСС|TASS|УзТАГ|UzTAG|Sputnik|SPUTNIK|Trend|TREND|Kabar|Кабар|КАБАР|"
    r"AKIpress|БЕЛТА|BelTA|Armenpress|ARMENPRESS|Арменпресс|SANA|САНА|Xinhua|XINHUA|Reuters|REUTERS|AFP|APA|АПА|"
    r"Интерфакс|INTERFAX|Interfax|РИА Новости|ANADOLU|Report|Prensa Latina|ACN|"
    r"ANTARA|KUNA|WAM|SPA|IRNA|ISNA|MNA|QNA|PTI|ANI|APP|Bernama|BERNAMA|Yonhap|YONHAP|Tanjug|TANJUG|MTI)"
)
"""Agencies whose name may stand in a dateline without a dash or slash behind it."""

_DESK = r"(?:(?:ИП|ИА|МИА|ХАА|КНИА|НИАТ|ИАП|IA|AA)\s)?"
_TWO_CAPITALS = rf"(?=[\w.]{{0,15}}{_UPPER}[\w.]{{0,15}}{_UPPER})"
_SIGNED = (
    rf"{_DESK}[\"«“]?(?:{_TWO_CAPITALS}{_UPPER}[\w.]{{2,20}}?|{_KNOWN}|{_SITE})[\"»”]?"
    r"(?:\s?[-–—:]{1,2}(?=\s)|\.\s?[-–—]{0,2}(?=\s|$))"
)
"""An agency's own word behind the date: УзТАГ –, Sputnik., ИП "ТУРКМЕНинформ"."""

_MONTHS = "|".join(sorted({word for words in MONTH_SHORT.values() for word in words.split()}, key=len, reverse=True))
_NUMBER = re.compile(r"(?<![\d.:])\d{1,2}(?!\d)")
_MONTH_BEHIND = re.compile(
    rf"\s?-?\s?(?:{_MONTHS})(?![^\W\d_])\.?|\.\d{{1,2}}\.\d\d(?![\d.]\d)",
    re.IGNORECASE,
)
_MONTH_AHEAD = re.compile(rf"(?<!\w)(?:{_MONTHS})\.?\s$", re.IGNORECASE)
"""A day without a year whose month is cut short, or one with a year of two digits: in datelines only."""

_PLACES_BEFORE_DATE = re.compile(rf"(?:{_PLACE}\s?[,./–—-]\s{{0,2}}){{1,3}}")
_AFTER_DATE = re.compile(
    rf"\s?[,.]?\s?(?:{_AGENCY}\s?[-–—.:,]{{0,3}}|[-–—]{{1,3}}(?=\s|{_UPPER})|[.:](?=\s|$)|$|"
    rf"[,.]?\s?{_UPPER}{{3,12}}(?:\.\w{{2,4}})?\s?(?:[-–—.:,/]{{1,3}}|$)|[,.]?\s?{_SIGNED}|[,.]?\s?{_KNOWN}\b)"
    rf"(?:\s?{_SIGNED}|\s?(?:{_CAPITALS}|{_AGENCY})\s?(?:[-–—:]{{1,3}}|\.\s?[-–—]?)|\s?{_KNOWN}\b)?\s{{0,3}}"
)
_PLACE_AFTER_DATE = re.compile(
    rf"\s?[,.]?\s(?:г\.\s?)?{_PLACE}(?:,\s{_PLACE})?\s?,?\s?(?:{_AGENCY}|{_DASH}{_KNOWN})\s?[-–—.:,]{{0,3}}\s{{0,3}}"
)
_WITHOUT_DATE = re.compile(
    rf"(?:{_PLACE}(?:\s?[,.]\s{_PLACE}){{0,2}}\s?[.,]?\s?/[^/\n]{{2,60}}/(?:{_DASH}|\s?[.:]\s?|\s)"  # БАКУ /Trend/ -
    rf"|{_PLACE}(?:,\s{_PLACE}){{0,2}}\s?\([^()\n]{{2,60}}\)\s?[-–—]{{1,3}}\s?"  # Jakarta (ANTARA) -
    rf"|{_PLACE}(?:,\s{_PLACE})?\s\({_KNOWN}\)\s{{1,2}}(?={_UPPER})"  # Havana (ACN) The
    rf"|{_CAPITALS}\.\s{{1,2}}(?:{_KNOWN}|{_UPPER}{{4,20}}(?:\.\w{{2,4}})?(?![^\W\d_]))"
    rf"(?:\s{{0,2}}/[^/\n]{{2,60}}/)?(?:{_DASH}|\s)"  # TASHKENT. KAZINFORM –
    rf"|{_PLACE}\s?[,.–—-]\s{{1,2}}{_SITE}\s?(?:[-–—:]{{1,2}}|\.(?=\s|$)|$)"  # Ankara, HABER.COM.
    rf"|{_PLACE}\s?[,.–—-]\s{{1,2}}{_KNOWN}\s?(?:[-–—:]{{1,2}}|\.(?=\s|$)|$)"  # Damascus, SANA-
    rf"|{_PLACE}\s[–—-]\s{_UPPER}{{3,12}}$"  # Москва – САНА
    rf"|(?={_UPPER}{{4}}|{_UPPER}{{3}}-){_CAPITALS}(?:\s?,\s{_PLACE})?\s{{1,2}}[-–—]{{1,3}}\s"  # NUR-SULTAN –
    rf"|(?={_UPPER}{{4}}){_CAPITALS}(?:,\s{_PLACE}\.|:)\s{{1,2}}(?={_UPPER})"  # KINGSTON, Jamaica. The
    rf"|{_CAPITALS},?\s\([^()\n]{{4,60}}\d\d?(?:st|nd|rd|th)?\s\w{{3,9}},?\s20\d\d\)\s"  # CITY, (Agency - 3rd Oct, …)
    rf"|{_SITE}\s{{1,2}}[-–—]{{1,3}}\s"  # Bayraqdar.info –
    rf"|/[\w .]{{3,30}}/\s?[-–—]{{1,3}}\s|\({_UPPER}{{2,12}}\)\s?[-–—]{{1,3}}\s)"  # /Kazinform/ –
)
_REACH = 120
_FURTHEST_DAY = 70


def find_dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline a paragraph `text[start:end]` begins with, without the blank behind it."""
    reach = min(end, start + _REACH)
    stop = _dated(text, start, reach) or _undated(text, start, reach)
    if stop is None:
        return None
    return (start, start + len(text[start:stop].rstrip()))


def _dated(text: str, start: int, reach: int) -> int | None:
    opening = text[start:reach]
    day = _first_day(opening)
    if day is None or day[0] > _FURTHEST_DAY:
        return None
    if day[0] == 0:
        after = _PLACE_AFTER_DATE.match(opening, day[1])
    elif _PLACES_BEFORE_DATE.fullmatch(opening[: day[0]].rstrip() + " "):
        after = _AFTER_DATE.match(opening, day[1])
    else:
        return None
    return start + after.end() if after else None


def _first_day(opening: str) -> Span | None:
    """The first day a paragraph's beginning names, with its year or without."""
    short = _short_day(opening)
    dates = find_dates(opening, None)
    full = (dates[0].start, dates[0].end) if dates and dates[0].day is not None else None
    return short if short and (full is None or short[0] < full[0]) else full


def _short_day(opening: str) -> Span | None:
    for number in _NUMBER.finditer(opening, 0, _FURTHEST_DAY):
        if behind := _MONTH_BEHIND.match(opening, number.end()):
            return number.start(), behind.end()
        if ahead := _MONTH_AHEAD.search(opening[: number.start()], max(0, number.start() - 7)):
            return ahead.start(), number.end()
    return None


def _undated(text: str, start: int, reach: int) -> int | None:
    match = _WITHOUT_DATE.match(text, start, reach)
    return match.end() if match else None
