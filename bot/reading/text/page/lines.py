"""What a single line of a page is when it is no article text: menus, share lines, captions, clocks. For `layout`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.reading.text.dates import DateMention, find_dates
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
    NATIVE_DAY,
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
    WEEKDAY_ROW,
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


_CREDIT = re.compile(
    r"(?<=[.!?…\"”»])\s{0,2}(?:\((?:[^()\n/]{2,40}\s?[/–,-]\s?)?(?:[^\W\da-zа-я_]{2,10}|[^\W\d_]\w{1,20}\.\w{2,4})\)|"
    r"/[^\W\d_][\w .-]{1,20}/)\.?$"
)
"""`… edib.(APA)`, `… dedi. (Ad Soyad/AJANS)`: an agency, perhaps its correspondent, behind the last full stop."""

_HOUR = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_AROUND_RUBRIC = re.compile(r"^[\W\d_]{1,30}|[\W\d_]{1,30}$")
_OUTER_BAR = re.compile(r"^[\d:\s]{0,12}[|/•·]\s|\s[|/•·][\d:\s]{0,12}$")
"""A bar between the day and what stands beside it."""


_LONGEST_MARKED = 400
_MENU_ROW = 12
_REMEMBERED_LINES = 256

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
        if self.kind is not None or words < 5:
            return False
        return (
            words > LONGEST_TITLE
            or ends_sentence(self.text)
            or cut_credit(self.text, 0, len(self.text)) < len(self.text)
        )


def read_line(line: str) -> LineKind | None:
    """What a whole line is by itself; None when it may be a title or article text."""
    return None if len(line) > _LONGEST_MARKED else _read_marked(line)


@lru_cache(maxsize=_REMEMBERED_LINES)
def _read_marked(line: str) -> LineKind | None:
    """Remembered, because `layout` and `published` ask for the same lines."""
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
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return False
    dates = find_dates(line, None)
    if not dates:
        return False
    rest = _beside(line, dates)
    if not rest or STAMP_REST.fullmatch(rest) is not None:
        return True
    return (_is_label(rest) or _is_rubric(rest)) and (any(m.on for m in dates) or _HOUR.search(rest) is not None)


def _beside(line: str, dates: tuple[DateMention, ...]) -> str:
    """A line without its dates."""
    rest, at = "", 0
    for mention in dates:
        rest += line[at : mention.start] + " "
        at = mention.end
    return (rest + line[at:]).strip()


def rubric_beside(line: str) -> bool:
    """Whether a stamp has a section's name beside it: "Health • 5 May 2021", "2021-05-05 | Society"."""
    return _is_rubric(_beside(line, find_dates(line, None)))


def _is_rubric(rest: str) -> bool:
    return MENU_WORD.fullmatch(lower(_AROUND_RUBRIC.sub("", rest))) is not None


def _is_label(rest: str) -> bool:
    """What stands beside a stamp: a section, a name ("Society", "Ann Lee |"), set off from the day."""
    words = [word for word in re.findall(r"[^\W\d_][^\s|,/•·]*", rest) if not STAMP_REST.fullmatch(word)]
    if not words or not words[0][0].isupper():
        return not words
    if len(words) <= 4 and _OUTER_BAR.search(rest):
        return True
    is_set_off = re.search(r"[|,•·/]|\d[:.]\d\d|\s[-–—]\s", rest) is not None
    return is_set_off and len(words) <= 3 and all(word[0].isupper() for word in words)


def is_caption(line: str) -> bool:
    """A picture's caption or credit."""
    return len(line) <= _LONGEST_MARKED and (CAPTION.match(line) is not None or CREDIT_TAIL.search(line) is not None)


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence of running text."""
    tail = line.rstrip("\"'”’»“)] ")
    return tail.endswith((".", "!", "?", "…", ";")) or line.endswith((":", ",”", ',"', ",»"))


def cut_credit(text: str, start: int, end: int) -> int:
    """Where a paragraph's last sentence ends without the agency's credit behind its full stop."""
    if not text.endswith((")", "/", ").", "/."), max(start, end - 2), end):
        return end
    # The blank before the bracket may lie before `start`, when the credit is a sentence of its own.
    match = _CREDIT.search(text, max(0, start - 2, end - 80), end)
    return max(start, match.start()) if match else end


def is_closing_byline(sentence: str) -> bool:
    """ "Haber: Ad Soyad", "Автор: Имя Фамилия" at a paragraph's end."""
    return BYLINE.match(sentence) is not None and word_count(sentence) <= 6


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
    if WEEKDAY_ROW.fullmatch(folded) or NATIVE_DAY.fullmatch(folded):
        return LineKind.MENU
    if MENU_WORD.fullmatch(folded) or LANGUAGE_CODES.fullmatch(folded) or COUNTED_LABEL.fullmatch(line):
        return LineKind.MENU
    if _is_menu_row(folded):
        return LineKind.MENU
    if not ends_sentence(line) and (LIST_ITEM.fullmatch(line) or (CRUMBS.fullmatch(line) and _has_menu_word(folded))):
        return LineKind.MENU
    return LineKind.SHARE if SHARE_WORD.fullmatch(line) else None


def _is_menu_row(folded: str) -> bool:
    """ "Home Search Authors": nothing but a menu's words one after the other."""
    words = folded.split()
    if not 3 <= len(words) <= _MENU_ROW:
        return False
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if MENU_WORD.fullmatch(" ".join(words[at : at + n]))), 0)
        if not size:
            return False
        at += size
    return True


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
