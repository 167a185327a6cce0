"""The article's title among the lines above its text, and the page's title line. For `layout` and `outlets`."""

from __future__ import annotations

import re

from bot.reading.text.datewords import lower
from bot.reading.text.page.lines import LONGEST_TITLE, Line, LineKind, word_count

_TITLE_WORDS = range(3, LONGEST_TITLE + 1)
_DISTANT = 12
"""How many lines from the top a title may stand."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")

_PAGE_TITLE = re.compile(r"(?P<title>\S.{5,250}?)\s[-–—|]\s(?P<outlet>[^-–—|\n]{2,40})")
_OUTLET = re.compile(
    r"\.\w{2,5}$|\b(?:news|haber(?:ler)?\w*|agency|ajans\w*|tv|gazete\w*|times|herald|post|daily|media|medya|press|"
    r"xəbər\w*|новости|агентство|"
    r"жаңалық\w*|ақпарат\w*|радио|info|инфо|today|online|portal\w*|telegraph|тв|trend|report|sputnik|kazinform|"
    r"azernews|türk)\b",
    re.IGNORECASE,
)


def split_page_title(line: str) -> tuple[str, str] | None:
    """A page's title line as (title, outlet): "… - Bengü Türk"; None when it has no such end."""
    match = _PAGE_TITLE.fullmatch(line)
    return (match["title"], match["outlet"]) if match else None


def looks_like_outlet(name: str) -> bool:
    """Whether a name by its words is a paper's, an agency's or a site's."""
    return _OUTLET.search(name) is not None


def choose_title(top: list[Line], lines: list[Line], declared: str | None) -> tuple[Line | None, bool]:
    """The title's line, and whether it is the page's title line (whose end is the outlet's name)."""
    if declared and (same := _declared_line(lines[:_DISTANT], declared)):
        return same, False
    candidates = [line for line in top[:_DISTANT] if _may_be_title(line, lines)]
    if len(candidates) > 1 and _is_row_of_tags(candidates[0].text):
        candidates.pop(0).kind = LineKind.TAGS
    if not candidates:
        return None, False
    page = split_page_title(candidates[0].text)
    if page and len(candidates) > 1 and shares_words(page[0], candidates[1].text):
        candidates[0].kind = LineKind.MENU
        return candidates[1], False
    title = _repeated(candidates, lines) or candidates[0]
    return title, title is candidates[0] and page is not None and looks_like_outlet(page[1])


def _declared_line(lines: list[Line], declared: str) -> Line | None:
    """The line that is the declared title, which may have the outlet's name behind it."""
    page = split_page_title(declared)
    wanted = {title_key(declared), title_key(page[0]) if page else ""} - {""}
    return next((line for line in lines if line.kind is None and title_key(line.text) in wanted), None)


def _may_be_title(line: Line, lines: list[Line]) -> bool:
    words = sum(any(c.isalnum() for c in word) for word in line.text.split())
    if line.kind is not None or words not in _TITLE_WORDS or line.text.endswith((".", ",", ";", ":")):
        return False
    return line.text[:1].isalnum() or line.text[:1] in "\"“«'‘„" if _same_script(line, lines) else False


def _is_row_of_tags(text: str) -> bool:
    """ "Country president politics Country": keywords in a row say one of them twice and have no punctuation."""
    words = lower(text).split()
    longer = [word for word in words if len(word) > 3]
    is_bare = all(word.replace("-", "").isalnum() for word in words)
    return len(words) > 3 and is_bare and len(longer) == len(words) and len(set(longer)) < len(longer)


def _same_script(line: Line, lines: list[Line]) -> bool:
    """Whether the line is in the script of the longest line: a site's name often is not."""
    longest = max(lines, key=lambda other: len(other.text))
    return _is_cyrillic(line.text) == _is_cyrillic(longest.text[:500]) and not _is_mixed(line.text)


def _is_cyrillic(text: str) -> bool:
    return len(_CYRILLIC.findall(text)) * 2 > sum(map(str.isalpha, text))


def _is_mixed(text: str) -> bool:
    """Latin words and Cyrillic words in about equal share, as where a site's name stands in two languages."""
    cyrillic, letters = len(_CYRILLIC.findall(text)), sum(map(str.isalpha, text))
    latin_words = sum(word[0] < "\u0250" for word in text.split() if word[0].isalpha())
    return 0 < cyrillic < letters and latin_words >= 2 and latin_words * 3 >= word_count(text)


def _repeated(candidates: list[Line], lines: list[Line]) -> Line | None:
    """The candidate that the page repeats (in its menu, above the text): that is the article's title."""
    for candidate in candidates:
        wanted = title_key(candidate.text)
        if any(
            other is not candidate and wanted in title_key(other.text) and len(other.text) < 300
            for other in lines[:_DISTANT]
        ):
            return candidate
    return None


def title_key(text: str) -> str:
    """The words of a title, for comparing."""
    return " ".join(re.findall(r"[^\W_]+", lower(text)))


def shares_words(one: str, other: str) -> bool:
    """Whether two titles are about the same: half the longer words of the shorter begin alike."""
    ones, others = ({word[:5] for word in title_key(text).split() if len(word) > 3} for text in (one, other))
    return len(ones & others) * 2 >= min(len(ones), len(others)) > 0
