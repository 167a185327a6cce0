"""A page's title line: the article's title with the outlet's name behind it. For `layout` and `outlets`."""

from __future__ import annotations

import re

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
