"""The date that stands beside a page's headline: the last resort, and nothing from a sidebar or the page's clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree, html

from bot.ingest.feeds.dates import parse_feed_date, reads_month_first

_ELSEWHERE_TAGS = frozenset({"aside", "nav", "footer", "script", "style", "form", "select"})
_ELSEWHERE = re.compile(
    r"sidebar|widget|related|popular|trend|latest|recent|most-?read|son-?haber|benzer|diger|other|more-|comment|weather|"
    r"currenc|kurs|doviz|topbar|top-?bar|clock|today|calendar|ticker|carousel|slider|footer|menu|navbar|promo|banner",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|time|published?|pubdate|posted|tarih|tarix|data|stamp|meta|info)", re.IGNORECASE
)
_PUBLISHED = re.compile(r"publish|pubdate|posted|yayın|yayin|опубликован|размещ|dərc|жариялан|chop etil", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|güncel|guncel|обновл|yenilən|жаңарт|изменен", re.IGNORECASE)
_HIGHEST = 4
"""Steps up from the headline: further up is the page, not the article."""

_LONGEST_STAMP, _LONG_PARAGRAPH = 100, 120
_MOST_ELEMENTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    on: date
    is_published: bool


def read_visible_date(tree: html.HtmlElement, *, language: str | None, now: datetime) -> date | None:
    """The one day that stands between the headline and the text, or marked as the article's; None when two do.

    The first of January is never believed, and of `04/05/2025` on an English page neither reading.
    """
    heading = next(iter(tree.iter("h1")), None)
    if heading is None:
        return None
    scope: etree._Element = heading
    for _ in range(_HIGHEST):
        parent = scope.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return None
        scope = parent
        stamps = list(_stamps(scope, heading, language, now))
        if stamps:
            return _agreed([stamp for stamp in stamps if stamp.is_published]) or _agreed(stamps)
    return None


def _agreed(stamps: list[_Stamp]) -> date | None:
    days = {stamp.on for stamp in stamps}
    return days.pop() if len(days) == 1 else None


def _stamps(scope: etree._Element, heading: etree._Element, language: str | None, now: datetime) -> Iterator[_Stamp]:
    """Dated elements of the scope, up to the first paragraph behind the headline."""
    has_heading = False
    for element in _own_elements(scope, heading):
        has_heading = has_heading or element is heading
        if has_heading and element.tag == "p" and len(_words(element)) > _LONG_PARAGRAPH:
            return
        if stamp := _stamp(element, language, now):
            yield stamp


def _own_elements(scope: etree._Element, heading: etree._Element) -> Iterator[etree._Element]:
    """The scope's elements in their order, without lists of other articles, clocks and menus."""
    skipped: etree._Element | None = None
    walk = etree.iterwalk(scope, events=("start",))
    for count, (_, element) in enumerate(walk):
        if count > _MOST_ELEMENTS:
            return
        if not isinstance(element.tag, str):
            continue
        if element is not scope and (_is_elsewhere(element) or _is_bar(element, heading)):
            walk.skip_subtree()
            skipped = element
        elif element is not skipped:
            yield element


def _is_elsewhere(element: etree._Element) -> bool:
    return element.tag in _ELSEWHERE_TAGS or _ELSEWHERE.search(_marks(element)) is not None


def _is_bar(element: etree._Element, heading: etree._Element) -> bool:
    """A page's own header: one without the headline."""
    return element.tag == "header" and not any(ancestor is element for ancestor in heading.iterancestors("header"))


def _marks(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def _stamp(element: etree._Element, language: str | None, now: datetime) -> _Stamp | None:
    own = f"{_marks(element)} {element.get('itemprop') or ''}"
    if element.tag != "time" and not (
        element.tag in ("span", "div", "p", "li", "b", "i", "em", "small") and _DATED.search(own)
    ):
        return None
    words = _words(element)
    if len(words) > _LONGEST_STAMP:
        return None
    label = f"{own} {words}"
    if _UPDATED.search(label) and not _PUBLISHED.search(label):
        return None
    day = _day(words, language, now) or _day(element.get("datetime") or element.get("content") or "", language, now)
    return _Stamp(on=day, is_published=_PUBLISHED.search(label) is not None) if day else None


def _day(words: str, language: str | None, now: datetime) -> date | None:
    found = parse_feed_date(words, now=now)
    if found is None or (found.on.month, found.on.day) == (1, 1):
        return None
    if language == "en" and not reads_month_first([words], language="en"):
        other = parse_feed_date(words, now=now, is_month_first=True)
        return found.on if other and other.on == found.on else None
    return found.on


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext())[:2_000].split())
