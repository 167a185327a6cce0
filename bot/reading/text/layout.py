"""Divides a text into header, title, dateline, bylines, boilerplate and the sentences that may state facts."""

from __future__ import annotations

import re
import unicodedata

from bot.reading.models import Layout, Sentence
from bot.reading.text.page.cutting import cut_lines
from bot.reading.text.page.dateline import find_dateline
from bot.reading.text.page.lines import (
    Line,
    LineKind,
    cut_credit,
    ends_sentence,
    is_boilerplate_sentence,
    is_closing_byline,
    read_line,
)
from bot.reading.text.page.marks import mark_cross_references, mark_labels, mark_tail, unmark_closing
from bot.reading.text.page.sentences import split_sentences
from bot.reading.text.page.titles import choose_title, split_page_title
from storage.models.reading import Span

_HEADER = re.compile(r"\s{0,9}date[ \t:]{1,3}\d{4}(?:-\d{2}){0,2}(?!\d)[ \t]{0,9}")
_DROPPED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_BLANKS = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_WRAPPED = 30
"""Letters; a line that a page wrapped is not shorter."""


def tidy_text(raw: str) -> str:
    """The form texts are stored in: NFC, LF, plain blanks, no control or invisible characters."""
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", _DROPPED.sub("", _BREAKS.sub("\n", raw))))


def lay_out(text: str, declared_title: str | None = None) -> Layout:
    """What each part of a tidied text is. `declared_title`, the carrier's, counts where the text has it."""
    header = _header(text)
    lines = _lines(text, header[1] if header else 0)
    unmark_closing(lines)
    top = _first_running(lines, text)
    mark_cross_references(lines, top)
    title, page_line = choose_title(lines[:top], lines, declared_title)
    mark_labels(lines, top, title)
    mark_tail(lines, top)
    dateline = _dateline(text, lines, title)
    bylines = tuple((line.start, line.end) for line in lines if line.kind is LineKind.BYLINE)
    body, cut = _body(text, [line for line in lines if line.kind is None and line is not title], dateline)
    boilerplate = [(line.start, line.end) for line in lines if line.kind not in (None, LineKind.BYLINE)]
    return Layout(
        text=text,
        title=_title_span(title, is_page_line=page_line),
        header=header,
        bylines=bylines,
        boilerplate=tuple(sorted(boilerplate + cut)),
        body=body,
        dateline=dateline,
    )


def _header(text: str) -> Span | None:
    match = _HEADER.match(text)
    if match is None:
        return None
    start = match.end() - len(match[0].lstrip())
    return (start, match.start() + len(match[0].rstrip()))


def _lines(text: str, begin: int) -> list[Line]:
    lines: list[Line] = []
    previous_end = begin
    for start, end in cut_lines(text, begin):
        follows_blank = text.count("\n", previous_end, start) != 1
        lines.append(_line(text, start, end, follows_blank))
        previous_end = end
    return lines


def _line(text: str, start: int, end: int, follows_blank: bool) -> Line:
    words = text[start:end]
    return Line(start=start, end=end, text=words, kind=read_line(words), follows_blank=follows_blank)


def _first_running(lines: list[Line], text: str) -> int:
    """Index of the first line of running text; all lines when there is none."""
    for index, line in enumerate(lines):
        if line.is_running or (line.kind is None and find_dateline(text, line.start, line.end)):
            return index
        before = lines[index - 1]
        if index and line.kind is None and len(before.text) >= _WRAPPED and _continues(before, line):
            return index - 1 if before.kind is None else index
    return len(lines)


def _continues(before: Line, line: Line) -> bool:
    """A hard-wrapped line: begins in lower case right below a line that does not end a sentence."""
    return not line.follows_blank and line.text[:1].islower() and not ends_sentence(before.text)


def _dateline(text: str, lines: list[Line], title: Line | None) -> Span | None:
    running = [line for line in lines if line.kind is None and line is not title][:4]
    return next((span for line in running if (span := find_dateline(text, line.start, line.end))), None)


def _title_span(title: Line | None, *, is_page_line: bool) -> Span | None:
    if title is None:
        return None
    page = split_page_title(title.text) if is_page_line else None
    return (title.start, title.start + len(page[0]) if page else title.end)


def _body(text: str, lines: list[Line], dateline: Span | None) -> tuple[tuple[Sentence, ...], list[Span]]:
    """The sentences of the running lines, and the page's own sentences found among them."""
    has_ordinals = any(letter in text for letter in "ığş")
    sentences: list[Sentence] = []
    cut: list[Span] = []
    for number, (start, end) in enumerate(_paragraphs(text, lines)):
        begin = dateline[1] if dateline and start <= dateline[0] < end else start
        for span in split_sentences(text, begin, end, has_ordinals=has_ordinals):
            stop = _stated_end(text, span, is_last=span[1] == end)
            if stop > span[0]:
                sentences.append(Sentence(start=span[0], end=stop, paragraph=number))
            if stop < span[1]:
                cut.append((stop, span[1]))
    return tuple(sentences), cut


def _stated_end(text: str, span: Span, *, is_last: bool) -> int:
    """Where a sentence of a paragraph stops stating facts: at its start when it is the page's own, or a byline."""
    sentence = text[slice(*span)]
    if is_boilerplate_sentence(sentence) or (is_last and is_closing_byline(sentence)):
        return span[0]
    return cut_credit(text, *span) if is_last else span[1]


def _paragraphs(text: str, lines: list[Line]) -> list[Span]:
    """Running lines, hard-wrapped ones joined."""
    paragraphs: list[Span] = []
    wrapped = _is_hard_wrapped(lines)
    before: Line | None = None
    for line in lines:
        joins = (
            before is not None
            and text[before.end : line.start].strip(" ") == "\n"
            and (_continues(before, line) or (wrapped and not ends_sentence(before.text)))
        )
        if joins:
            paragraphs[-1] = (paragraphs[-1][0], line.end)
        else:
            paragraphs.append((line.start, line.end))
        before = line
    return paragraphs


def _is_hard_wrapped(lines: list[Line]) -> bool:
    """Lines of even length that mostly break inside sentences."""
    if len(lines) < 4 or max(len(line.text) for line in lines) > 110:
        return False
    open_ended = sum(not ends_sentence(line.text) for line in lines)
    return open_ended * 3 >= len(lines) * 2 and sum(len(line.text) > 50 for line in lines) * 2 > len(lines)
