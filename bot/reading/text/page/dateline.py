"""Datelines: "BAKU, Azerbaijan, April 8.", "Jakarta (ANTARA) -", "АСТАНА. КАЗИНФОРМ –", before the first sentence."""

from __future__ import annotations

import re

from bot.reading.text.dates import find_dates
from storage.models.reading import Span

_UPPER = r"[A-ZÀ-ÖØ-ÞƏĞİŞÇÜА-ЯЁҚҒҰӘӨҮҢІҺЎҲ]"
_PLACE = rf"{_UPPER}[\w'’.-]{{1,25}}(?:\s{_UPPER}[\w'’-]{{1,25}}){{0,3}}"
_CAPITALS = rf"{_UPPER}{{2,20}}(?:[- ]{_UPPER}{{2,20}}){{0,3}}"
_DASH = r"\s?[-–—]{1,3}\s?"
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))"

_KNOWN = (
    r"(?:KAZINFORM|Kazinform|КАЗИНФОРМ|Казинформ|ҚАЗАҚПАРАТ|ҚазАқпарат|QAZAQPARAT|QazAqparat|AZƏRTAC|AZERTAC|"
    r"AZERTAG|UzA|УзА|OʻzA|ЎзА|АЗЕРТАДЖ|ТАСС|TASS)"
)
"""Agencies whose name may stand in a dateline without a dash or slash behind it."""

_PLACES_BEFORE_DATE = re.compile(rf"(?:{_PLACE}\s?[,./–—-]\s{{0,2}}){{1,3}}")
_AFTER_DATE = re.compile(
    rf"\s?[,.]?\s?(?:{_AGENCY}\s?[-–—.:,]{{0,3}}|[-–—]{{1,3}}(?=\s|{_UPPER})|[.:](?=\s|$)|$|"
    rf"[,.]?\s?{_UPPER}{{3,12}}(?:\.\w{{2,4}})?\s?(?:[-–—.:,/]{{1,3}}|$)|[,.]?\s?{_KNOWN}\b)"
    rf"(?:\s?(?:{_CAPITALS}|{_AGENCY})\s?(?:[-–—:]{{1,3}}|\.\s?[-–—]?)|\s?{_KNOWN}\b)?\s{{0,3}}"
)
_WITHOUT_DATE = re.compile(
    rf"(?:{_PLACE}(?:\s?[,.]\s{_PLACE}){{0,2}}\s?[.,]?\s?/[^/\n]{{2,40}}/(?:{_DASH}|\s?[.:]\s?|\s)"  # БАКУ /Trend/ -
    rf"|{_PLACE}(?:,\s{_PLACE}){{0,2}}\s?\([^()\n]{{2,40}}\)\s?[-–—]{{1,3}}\s?"  # Jakarta (ANTARA) -
    rf"|{_CAPITALS}\.\s{{1,2}}(?:{_KNOWN}|{_UPPER}{{4,20}}(?:\.\w{{2,4}})?(?![^\W\d_]))"
    rf"(?:\s{{0,2}}/[^/\n]{{2,60}}/)?(?:{_DASH}|\s)"  # TASHKENT. KAZINFORM –
    rf"|(?={_UPPER}{{4}}|{_UPPER}{{3}}-){_CAPITALS}(?:\s?,\s{_PLACE})?\s{{1,2}}[-–—]{{1,3}}\s"  # NUR-SULTAN –
    rf"|[\w-]{{2,30}}\.(?:info|az|kz|uz|kg|com|org|net|ru|tr|media|news)\s{{1,2}}[-–—]{{1,3}}\s"  # Bayraqdar.info –
    rf"|/[\w .]{{3,30}}/\s?[-–—]{{1,3}}\s|\({_UPPER}{{2,12}}\)\s?[-–—]{{1,3}}\s)"  # /Kazinform/ –
)
_REACH = 120


def find_dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline a paragraph `text[start:end]` begins with, without the blank behind it."""
    reach = min(end, start + _REACH)
    stop = _dated(text, start, reach) or _undated(text, start, reach)
    if stop is None:
        return None
    return (start, start + len(text[start:stop].rstrip()))


def _dated(text: str, start: int, reach: int) -> int | None:
    opening = text[start:reach]
    dates = find_dates(opening, None)
    if not dates or dates[0].day is None or dates[0].start > 70:
        return None
    if not _PLACES_BEFORE_DATE.fullmatch(opening[: dates[0].start].rstrip() + " "):
        return None
    after = _AFTER_DATE.match(opening, dates[0].end)
    return start + after.end() if after else None


def _undated(text: str, start: int, reach: int) -> int | None:
    match = _WITHOUT_DATE.match(text, start, reach)
    return match.end() if match else None
