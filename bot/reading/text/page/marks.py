"""Marks a page's own lines by where they stand: above the text, under "Read also", below the text. For `layout`."""

from __future__ import annotations

import re

from bot.reading.text.page.lines import Line, LineKind, cut_credit, ends_sentence, word_count
from bot.reading.text.page.patterns import CROSS_REFERENCE
from bot.reading.text.page.titles import title_key

_NAME_LINE = re.compile(r"(?:[^\W\d_a-zа-я][\w.'’-]{0,25}\s?){2,4}")
_SHORT_LABEL = 4
_CLOSING_WORDS = 5
_SAME_WORDS = 3
"""A headline and the teaser below it begin with this many words alike."""


def unmark_closing(lines: list[Line]) -> None:
    """The last of the text may end with an agency's credit like a caption does: "… dedi. (AA)"."""
    for line in reversed(lines):
        if line.is_running:
            return
        if line.kind is LineKind.CAPTION and word_count(line.text) >= _CLOSING_WORDS:
            if cut_credit(line.text, 0, len(line.text)) < len(line.text):
                line.kind = None
            return


def mark_cross_references(lines: list[Line], top: int) -> None:
    """Above the text: the headline of another article under "Read also", told from the title by its label."""
    for index, line in enumerate(lines[: max(top - 1, 0)]):
        following = lines[index + 1]
        if line.kind is LineKind.READ_ALSO and CROSS_REFERENCE.fullmatch(line.text) and following.kind is None:
            following.kind = LineKind.READ_ALSO


def mark_labels(lines: list[Line], top: int, title: Line | None) -> None:
    """Above the text: names alone are bylines, section labels and a repeated title are the page's."""
    has_stamp = any(line.kind in (LineKind.STAMP, LineKind.BYLINE) for line in lines[: top + 1])
    wanted = title_key(title.text) if title else None
    title_at = next((i for i, line in enumerate(lines[:top]) if line is title), top)
    for index, line in enumerate(lines[:top]):
        if line.kind is not None or line is title:
            continue
        if wanted and title_key(line.text) == wanted:
            line.kind = LineKind.MENU
        elif word_count(line.text) <= _SHORT_LABEL and not ends_sentence(line.text):
            is_name = word_count(line.text) >= 2 and _NAME_LINE.fullmatch(line.text) and not line.text.isupper()
            line.kind = LineKind.BYLINE if is_name and (has_stamp or index > title_at) else LineKind.MENU
        elif index < title_at < top and not ends_sentence(line.text):
            line.kind = LineKind.TAGS
    for line in lines[top:]:
        is_repeated = wanted is not None and len(line.text) < 400 and title_key(line.text) == wanted
        if line.kind is None and (is_repeated or _is_intertitle(line)):
            line.kind = LineKind.MENU


def _is_intertitle(line: Line) -> bool:
    return line.text.isupper() and 1 <= word_count(line.text) <= 8 and not line.text.endswith(".")


def mark_tail(lines: list[Line], top: int) -> None:
    """Below the text: headlines under "Read also", another article's teaser, an outlet's name alone, a date alone."""
    in_related = False
    for line in lines[top:]:
        if line.kind is LineKind.READ_ALSO:
            in_related = len(line.text) < 40
        elif line.kind is None and in_related:
            in_related = not ends_sentence(line.text)
            line.kind = LineKind.READ_ALSO if in_related else None
    _mark_teaser(lines, top)
    for line in reversed(lines[top + 1 :]):
        if line.kind is not None:
            continue
        if word_count(line.text) > 3 or ends_sentence(line.text):
            break
        line.kind = LineKind.NOTICE


def _mark_teaser(lines: list[Line], top: int) -> None:
    """The last two lines, when the one below says again what the headline above it says: another article's."""
    left = [line for line in lines[top:] if line.kind is None]
    if len(left) < 4:
        return
    headline, teaser = left[-2:]
    words, below = title_key(headline.text).split(), title_key(teaser.text[:300]).split()
    is_headline = len(words) > _SAME_WORDS and not ends_sentence(headline.text) and headline.follows_blank
    if is_headline and words[:_SAME_WORDS] == below[:_SAME_WORDS]:
        headline.kind = teaser.kind = LineKind.READ_ALSO
