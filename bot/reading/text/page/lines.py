"""What a single line of a page is when it is no article text: menus, share lines, captions, clocks. For `layout`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.text.dates import find_dates
from bot.reading.text.datewords import lower
from bot.reading.text.page.patterns import (
    BY,
    BYLINE,
    CAPTION,
    COUNTED_LABEL,
    CREDIT_TAIL,
    CRUMBS,
    LANGUAGE_CODES,
    LIST_ITEM,
    MENU_WORD,
    NOTICE,
    NUMBERS,
    RATES,
    READ_ALSO,
    SHARE,
    SHARE_WORD,
    SOURCE,
    STAMP_REST,
    TAGS,
    WEATHER,
)


class LineKind(StrEnum):
    """Kinds of lines that state no facts."""

    READ_ALSO = "read also"
    SHARE = "share"
    TAGS = "tags"
    CAPTION = "caption"
    RATES = "rates"
    MENU = "menu"
    NOTICE = "notice"
    SOURCE = "source"
    STAMP = "stamp"
    BYLINE = "byline"
    NUMBER = "number"


LONGEST_TITLE = 35
"""Words; a longer line is running text, whatever it ends with."""


@dataclass(slots=True, kw_only=True)
class Line:
    """One line without the blanks around it; `kind` None: a title or article text."""

    start: int
    end: int
    text: str
    kind: LineKind | None
    follows_blank: bool

    @property
    def is_running(self) -> bool:
        """Whether it looks like article text: a whole sentence, or too long for a title."""
        words = word_count(self.text)
        return self.kind is None and (words > LONGEST_TITLE or (words >= 5 and ends_sentence(self.text)))


def read_line(line: str) -> LineKind | None:
    """What a whole line is by itself; None when it may be a title or article text."""
    if len(line) > 400:
        return None
    if NUMBERS.fullmatch(line) and not find_dates(line, None):
        return LineKind.NUMBER
    if _is_byline(line):
        return LineKind.BYLINE
    if is_stamp(line):
        return LineKind.STAMP
    return _short_line(line) or _phrase_line(line)


def _is_byline(line: str) -> bool:
    is_opened = BYLINE.match(line) is not None or BY.match(line) is not None
    return is_opened and word_count(line) <= 16 and not line.endswith(".")


def is_stamp(line: str) -> bool:
    """A line that is nothing but a date, perhaps with a time, a weekday, a zone, "Published"."""
    if len(line) > 120 or not any(c.isdigit() for c in line):
        return False
    dates = find_dates(line, None)
    if not dates:
        return False
    rest, at = "", 0
    for mention in dates:
        rest += line[at : mention.start] + " "
        at = mention.end
    rest = (rest + line[at:]).strip()
    return not rest or STAMP_REST.fullmatch(rest) is not None or (_is_label(rest) and any(m.on for m in dates))


def _is_label(rest: str) -> bool:
    """What stands beside a stamp: a section, a name ("Society", "Ann Lee |"), set off from the day."""
    words = [word for word in re.findall(r"[^\W\d_][^\s|,/•·]*", rest) if not STAMP_REST.fullmatch(word)]
    is_set_off = re.search(r"[|,•·/]|\d[:.]\d\d|\s[-–—]\s", rest) is not None
    return is_set_off and len(words) <= 3 and all(word[0].isupper() for word in words)


def is_caption(line: str) -> bool:
    """A picture's caption or credit."""
    return len(line) <= 400 and (CAPTION.match(line) is not None or CREDIT_TAIL.search(line) is not None)


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence of running text."""
    tail = line.rstrip("\"'”’»“)] ")
    return tail.endswith((".", "!", "?", "…", ";")) or line.endswith((":", ",”", ',"', ",»"))


def word_count(line: str) -> int:
    """Words, as blanks divide them."""
    return len(line.split())


def is_boilerplate_sentence(sentence: str) -> bool:
    """A sentence that belongs to the page, not to the article ("Stay up-to-date with …")."""
    return len(sentence) <= 300 and bool(READ_ALSO.match(sentence) or SHARE.match(sentence) or NOTICE.match(sentence))


def _short_line(line: str) -> LineKind | None:
    if len(line) > 250:
        return None
    folded = lower(line)
    if RATES.search(line) or (len(line) < 60 and WEATHER.search(line)):
        return LineKind.RATES
    if MENU_WORD.fullmatch(folded) or LANGUAGE_CODES.fullmatch(folded) or COUNTED_LABEL.fullmatch(line):
        return LineKind.MENU
    if not ends_sentence(line) and (LIST_ITEM.fullmatch(line) or (CRUMBS.fullmatch(line) and _has_menu_word(folded))):
        return LineKind.MENU
    return LineKind.SHARE if SHARE_WORD.fullmatch(line) else None


def _has_menu_word(folded: str) -> bool:
    return any(MENU_WORD.fullmatch(piece.strip()) for piece in re.split(r"[>»›/]", folded))


def _phrase_line(line: str) -> LineKind | None:
    if is_caption(line) and not NOTICE.match(line):
        return LineKind.CAPTION
    if SOURCE.fullmatch(line):
        return LineKind.SOURCE
    for pattern, kind in (
        (READ_ALSO, LineKind.READ_ALSO),
        (SHARE, LineKind.SHARE),
        (TAGS, LineKind.TAGS),
        (NOTICE, LineKind.NOTICE),
    ):
        if pattern.match(line) and len(line) <= 250:
            return kind
    return None
