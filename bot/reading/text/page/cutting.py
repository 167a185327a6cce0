"""Cuts a text into its lines, and parts what a page glued together on one. For `layout`, `outlets` and `published`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_GLUED_CREDIT = re.compile(
    r"(?i:photo|фото|foto|сурет)\s?:\s?\S{1,25}?(?<=[a-zа-я])(?=[A-ZА-ЯҚӘҒҮҰІӨƏİŞ][^\W\d_]{2,}\s)"
)
_GLUED_STAMP = re.compile(
    r"(?<=[^\W\d_])\s?(?:\d{1,2}[./-]\d{1,2}[./-]20\d\d|20\d\d-\d\d-\d\d),?\s?\d{1,2}:\d\d(?::\d\d)?(?=[^\W\d_])"
)
_GLUED_HOUR = re.compile(r"\d:\d\d[^\W\d_]|\d:\d\d:\d\d[^\W\d_]")
"""A stamp whose neighbours are glued to it: title, stamp and text on one line."""

_LEADING_HOUR = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d\s?[-–—|](?=\s[^\W\d_])")
"""The hour of a list of news before its title: "19:01 - Title"."""

_GLUED_REACH = 300


def cut_lines(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The lines of a text from `begin` on without the blanks around them, glued ones parted."""
    for match in _LINE.finditer(text, begin):
        start, end = _trimmed(text, match.start(), match.end())
        if start >= end:
            continue
        if hour := _LEADING_HOUR.match(text, start, end):
            yield start, hour.end()
            start, end = _trimmed(text, hour.end(), end)
        if glued := _GLUED_CREDIT.match(text, start, end):
            yield start, glued.end()
            start = glued.end()
        elif glued := _glued_stamp(text, start, min(end, start + _GLUED_REACH)):
            yield start, glued.start()
            yield _trimmed(text, *glued.span())
            start = glued.end()
        yield start, end


def _glued_stamp(text: str, start: int, end: int) -> re.Match[str] | None:
    hour = _GLUED_HOUR.search(text, start, end)
    return _GLUED_STAMP.search(text, max(start, hour.start() - 16), end) if hour else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())
