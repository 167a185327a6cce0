"""When a text was published, and where it says so. A wrong day is worse than none."""

from __future__ import annotations

import re
from itertools import islice

from bot.reading.models import Layout, Published
from bot.reading.text.dates import DateMention, find_dates
from bot.reading.text.datewords import find_weekday
from bot.reading.text.page.cutting import cut_lines
from bot.reading.text.page.dateline import find_dateline
from bot.reading.text.page.lines import LineKind, ends_sentence, is_stamp, read_line, rubric_beside
from storage.models.reading import DateSeen, Document, Span

_TIME = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.,])")
_LABEL = re.compile(
    r"(?:published|posted|publication date|date of publication|опубликован\w*|дата(?: публикации)?|размещено|"
    r"yayınlan\w*|yayın tarihi|giriş(?: tarihi)?|"
    r"eklenme(?: tarihi)?|oluşturulma(?: tarihi)?|haber tarihi|dərc (?:olunub|edilib)|nəşr tarixi|tarix|"
    r"жарияланған?\w*|жарияланды|жарыялан\w*|e.lon qilin\w*|"
    r"chop etil\w*)\b",
    re.IGNORECASE,
)
_LABEL_OF_CHANGE = re.compile(
    r"(?:updated|last (?:updated?|modified)|modified|обновлено|son (?:güncelle\w*|yeniləmə)|güncelle\w*|yenilənib|"
    r"жаңартыл\w*)\b",
    re.IGNORECASE,
)
_RUBRIC = re.compile(r"[^\W\d_][\w'ʻ‘’ʼ-]*(?: [\w'ʻ‘’ʼ-]+){0,2} ?[|•·][ |•·/,-]*")
"""A section's name before the hour and the day, as articles have it and a page's clock has not."""
_SIGNATURE = re.compile(r"///?\s?[\w .-]{2,40},\s.{6,40}$")
_SHORT_YEAR = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d{1,2})\.([0-4]\d)(?!\.?\d)")
"""A day whose year has two digits: read in datelines only."""

_SHORT_STAMP = re.compile(r"(\d{1,2})\.(\d{1,2})\.([0-4]\d)")

_AGENCY = re.compile(r"[\s,./(–—-]{1,4}[^\W\d_][\w./ -]{1,30}\W{0,4}")
_VIEWS = re.compile(r"[1-9]\d{2,5}")
"""No temperature, which stands beside a page's clock."""
_RUBRIC_WORDS = 3

_TOP_LINES = 14
_CLOCK_REACH = 2
"""A date this many lines from exchange rates or a menu is the page's clock."""


def read_published(layout: Layout, document: Document, language: str | None) -> Published | None:
    """The publication date: what the carrier declares, the ` date ` header, a stamp or byline, a full dateline."""
    if document.published_on:
        return Published(on=document.published_on, seen=document.date_seen or DateSeen.METADATA, span=None)
    return (
        _from_header(layout)
        or _from_stamps(layout)
        or _from_dateline(layout)
        or _from_signature(layout)
        or _from_first_line(layout)
    )


def _from_header(layout: Layout) -> Published | None:
    if layout.header is None:
        return None
    published = _published(layout, layout.header, DateSeen.HEADER)
    # Crawlers write the first of January when they know the year alone.
    return None if published and (published.on.month, published.on.day) == (1, 1) else published


def _published(layout: Layout, span: Span, seen: DateSeen) -> Published | None:
    full = _full_dates(layout.text, span)
    return _at(full[0], seen) if len({mention.on for mention in full}) == 1 else None


def _at(mention: DateMention, seen: DateSeen) -> Published:
    assert mention.on is not None
    return Published(on=mention.on, seen=seen, span=(mention.start, mention.end))


def _full_dates(text: str, span: Span) -> list[DateMention]:
    """Full dates inside a span, their own spans told in the whole text. Slashed ones are read day first."""
    begin, end = span
    return [
        DateMention(start=m.start + begin, end=m.end + begin, year=m.year, month=m.month, day=m.day)
        for m in find_dates(text[begin:end], None)
        if m.on and 1990 <= m.on.year <= 2100
    ]


def _from_stamps(layout: Layout) -> Published | None:
    """The best line near the top that is a stamp, "Published …", or a byline with a date in it."""
    lines = _top_lines(layout)
    kinds = [read_line(layout.text[slice(*span)]) for span in lines]
    found = [
        (rank, published)
        for index, span in enumerate(lines)
        if (rank := _rank(layout, lines, kinds, index)) and (published := _stamp(layout, span, kinds[index]))
    ]
    if not found:
        return None
    best = max(rank for rank, _ in found)
    days = {published.on: published for rank, published in reversed(found) if rank == best}
    return next(iter(days.values())) if len(days) == 1 else None


def _stamp(layout: Layout, span: Span, kind: LineKind | None) -> Published | None:
    """The day a stamp line states; of "published … updated …" the first."""
    full = _full_dates(layout.text, span)
    if not full:
        return None
    return _at(full[0], DateSeen.BYLINE if kind is LineKind.BYLINE else DateSeen.STAMP)


def _top_lines(layout: Layout) -> list[Span]:
    """Lines above the text and the few below its title; the header's line without the header."""
    begin = layout.header[1] if layout.header else 0
    return list(islice(cut_lines(layout.text, begin), _TOP_LINES))


def _rank(layout: Layout, lines: list[Span], kinds: list[LineKind | None], index: int) -> int:
    """How well a line proves the day of publication; 0 when it does not."""
    line = layout.text[slice(*lines[index])]
    if len(line) > 160:
        return 0
    if _is_under_another_headline(layout, lines, kinds, index):
        return 0
    if _repeats_title(layout, lines[index]) or _is_dateline_of_agency(layout, lines[index]):
        return 4
    is_clock = _is_clock(layout, lines, kinds, index)
    if _LABEL.search(line) and len(_without_dates(line).split()) <= 8 and not ends_sentence(line):
        return 5
    if kinds[index] is LineKind.BYLINE:
        return 4
    if not is_stamp(line) or is_clock:
        return 0
    if _LABEL_OF_CHANGE.search(line):
        return 2
    return 4 if _TIME.search(_without_dates(line)) else 3


def _is_under_another_headline(layout: Layout, lines: list[Span], kinds: list[LineKind | None], index: int) -> bool:
    """Below the first sentence a headline of its own above a day is another article's."""
    if not index or not layout.body or lines[index - 1][0] < layout.body[0].end:
        return False
    above = layout.text[slice(*lines[index - 1])]
    is_title = layout.title is not None and layout.title[0] == lines[index - 1][0]
    return kinds[index - 1] is LineKind.READ_ALSO or (
        kinds[index - 1] is None and not is_title and not ends_sentence(above) and len(above.split()) > 2
    )


def _repeats_title(layout: Layout, span: Span) -> bool:
    """Rubric, day and title in one line, as a list of news has them, above the title itself."""
    if layout.title is None or layout.title[0] <= span[0]:
        return False
    line, title = layout.text[slice(*span)], layout.text[slice(*layout.title)]
    return line.endswith(title) and len(_without_dates(line.removesuffix(title)).split()) <= _RUBRIC_WORDS


def _is_dateline_of_agency(layout: Layout, span: Span) -> bool:
    """ "Baku, 5 September 2025, AZERTAC" on a line of its own; without who reports it may be a page's clock."""
    line = layout.text[slice(*span)]
    full = _full_dates(layout.text, span)
    if not full or find_weekday(line) or find_dateline(layout.text, *span) != span:
        return False
    return full[0].start > span[0] and _AGENCY.fullmatch(layout.text, full[0].end, span[1]) is not None


def _without_dates(line: str) -> str:
    for mention in reversed(find_dates(line, None)):
        line = line[: mention.start] + " " + line[mention.end :]
    return line


def _is_clock(layout: Layout, lines: list[Span], kinds: list[LineKind | None], index: int) -> bool:
    """A page's own date: beside rates or menus, or the first line of all without an hour."""
    line = layout.text[slice(*lines[index])]
    nearby = kinds[max(0, index - _CLOCK_REACH) : index + _CLOCK_REACH + 1]
    if LineKind.RATES in nearby:
        return True
    if any(span and span[0] < lines[index][0] for span in (layout.title, layout.dateline)):
        return False
    if _TIME.search(line) and _RUBRIC.fullmatch(_TIME.sub("", _without_dates(line)).strip()) and not find_weekday(line):
        return False
    is_next_to_title = layout.title is not None and layout.title[0] in [
        start for start, _ in lines[index + 1 : index + 2]
    ]
    if _has_number_below(layout, lines, kinds, index):
        return False
    has_time = _TIME.search(_without_dates(line)) is not None
    # A rubric beside the day or a count of views below the title: the article's own block.
    is_own_block = kinds[index + 2 : index + 3] in ([LineKind.NOTICE], [LineKind.NUMBER]) or rubric_beside(line)
    if is_next_to_title and is_own_block and find_weekday(line) is None:
        return False
    if {LineKind.MENU, LineKind.NUMBER} & set(nearby) and not (has_time and is_next_to_title):
        return True
    return layout.header is None and (not has_time or find_weekday(line) is not None)


def _has_number_below(layout: Layout, lines: list[Span], kinds: list[LineKind | None], index: int) -> bool:
    """Between the day and the title its hour alone ("19:01 -") or, of a line with an hour, a count of views."""
    above_title = layout.title is not None and layout.title[0] in [start for start, _ in lines[index + 2 : index + 3]]
    if not above_title or kinds[index + 1] is not LineKind.NUMBER:
        return False
    line, below = (layout.text[slice(*lines[at])].rstrip(" -–—|") for at in (index, index + 1))
    return _TIME.fullmatch(below) is not None or (
        _VIEWS.fullmatch(below) is not None and _TIME.search(line) is not None
    )


def _from_first_line(layout: Layout) -> Published | None:
    """`07.09.21` alone above the text: a stamp, though its year has two digits."""
    lines = _top_lines(layout)[:2]
    if len(lines) < 2 or layout.header is not None or read_line(layout.text[slice(*lines[1])]) is not None:
        return None
    short = _SHORT_STAMP.fullmatch(layout.text[slice(*lines[0])])
    if short is None or not (mention := find_dates(_with_century(short), None)) or mention[0].on is None:
        return None
    return Published(on=mention[0].on, seen=DateSeen.STAMP, span=lines[0])


def _from_dateline(layout: Layout) -> Published | None:
    if layout.dateline is None:
        return None
    if full := _published(layout, layout.dateline, DateSeen.DATELINE):
        return full
    short = _SHORT_YEAR.search(layout.text, *layout.dateline)
    if short is None or not (mention := find_dates(_with_century(short), None)):
        return None
    if mention[0].on is None:
        return None
    return Published(on=mention[0].on, seen=DateSeen.DATELINE, span=short.span())


def _with_century(short: re.Match[str]) -> str:
    return f"{short[1]}.{short[2]}.20{short[3]}"


def _from_signature(layout: Layout) -> Published | None:
    """`///nCa, 9 September 2022` at the very end."""
    tail = layout.text.rstrip()
    match = _SIGNATURE.search(tail, max(0, len(tail) - 90))
    return _published(layout, (match.start(), len(tail)), DateSeen.DATELINE) if match else None
