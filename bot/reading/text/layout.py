"""Divides a text into header, title, dateline, bylines, boilerplate and the sentences that may state facts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.reading.models import Layout, Sentence
from bot.reading.text.datewords import lower
from bot.reading.text.page.dateline import find_dateline
from bot.reading.text.page.lines import (
    LineKind,
    ends_sentence,
    is_boilerplate_sentence,
    read_line,
    word_count,
)
from bot.reading.text.page.sentences import split_sentences
from bot.reading.text.page.titles import looks_like_outlet, split_page_title
from storage.models.reading import Span

_HEADER = re.compile(r"\s{0,9}date[ \t:]{1,3}\d{4}(?:-\d{2}){0,2}(?!\d)[ \t]{0,9}")
_DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff­​-‏⁠‪-‮⁦-⁩﻿]")
_BLANKS = re.compile(r"[\t     　]")
_LINE = re.compile(r"[^\n]+")
_GLUED_CREDIT = re.compile(
    r"(?i:photo|фото|foto|сурет)\s?:\s?\S{1,25}?(?<=[a-zа-я])(?=[A-ZА-ЯҚӘҒҮҰІӨƏİŞ][^\W\d_]{2,}\s)"
)
_TITLE_WORDS = range(3, 36)
_NAME_LINE = re.compile(r"(?:[^\W\d_a-zа-я][\w.'’-]{0,25}\s?){2,4}")
_SHORT_LABEL = 4
_DISTANT = 12
"""How many lines from the top a title may stand."""


@dataclass(slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    text: str
    kind: LineKind | None
    follows_blank: bool

    @property
    def is_running(self) -> bool:
        """Whether it looks like article text: a whole sentence, or too long for a title."""
        words = word_count(self.text)
        return self.kind is None and (words > _TITLE_WORDS.stop or (words >= 5 and ends_sentence(self.text)))


def tidy_text(raw: str) -> str:
    """The form texts are stored in: NFC, LF, plain blanks, no control or invisible characters."""
    text = (
        raw.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\x85", "\n")
    )
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", _DROPPED.sub("", text)))


def lay_out(text: str, declared_title: str | None = None) -> Layout:
    """What each part of a tidied text is. `declared_title` is what the carrier says; it counts where the text has it."""
    header = _header(text)
    lines = _lines(text, header[1] if header else 0)
    top = _first_running(lines, text)
    title, page_line = _choose_title(lines[:top], lines, declared_title)
    _mark_labels(lines, top, title)
    _mark_tail(lines, top)
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


def _lines(text: str, begin: int) -> list[_Line]:
    lines: list[_Line] = []
    previous_end = begin
    for match in _LINE.finditer(text, begin):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        if start >= end:
            continue
        follows_blank = text.count("\n", previous_end, start) > 1
        if glued := _GLUED_CREDIT.match(text, start, end):
            lines.append(_line(text, start, glued.end(), follows_blank))
            start, follows_blank = glued.end(), True
        lines.append(_line(text, start, end, follows_blank))
        previous_end = end
    return lines


def _line(text: str, start: int, end: int, follows_blank: bool) -> _Line:
    words = text[start:end]
    return _Line(start=start, end=end, text=words, kind=read_line(words), follows_blank=follows_blank)


def _first_running(lines: list[_Line], text: str) -> int:
    """Index of the first line of running text; all lines when there is none."""
    for index, line in enumerate(lines):
        if line.is_running or (line.kind is None and find_dateline(text, line.start, line.end)):
            return index
        if index and line.kind is None and _continues(lines[index - 1], line):
            return index - 1 if lines[index - 1].kind is None else index
    return len(lines)


def _continues(before: _Line, line: _Line) -> bool:
    """A hard-wrapped line: begins in lower case right below a line that does not end a sentence."""
    return not line.follows_blank and line.text[:1].islower() and not ends_sentence(before.text)


def _choose_title(top: list[_Line], lines: list[_Line], declared: str | None) -> tuple[_Line | None, bool]:
    """The title's line, and whether it is the page's title line (whose end is the outlet's name)."""
    if declared and (same := _declared_line(lines[:_DISTANT], declared)):
        return same, False
    candidates = [line for line in top[:_DISTANT] if _may_be_title(line, lines)]
    if not candidates:
        return None, False
    page = split_page_title(candidates[0].text)
    if page and len(candidates) > 1 and _shares_words(page[0], candidates[1].text):
        candidates[0].kind = LineKind.MENU
        return candidates[1], False
    title = _repeated(candidates, lines) or candidates[0]
    return title, title is candidates[0] and page is not None and looks_like_outlet(page[1])


def _declared_line(lines: list[_Line], declared: str) -> _Line | None:
    """The line that is the declared title, which may have the outlet's name behind it."""
    page = split_page_title(declared)
    wanted = {_key(declared), _key(page[0]) if page else ""} - {""}
    return next((line for line in lines if line.kind is None and _key(line.text) in wanted), None)


def _may_be_title(line: _Line, lines: list[_Line]) -> bool:
    if line.kind is not None or word_count(line.text) not in _TITLE_WORDS or line.text.endswith((".", ",", ";", ":")):
        return False
    return line.text[:1].isalnum() or line.text[:1] in "\"“«'‘„" if _same_script(line, lines) else False


def _same_script(line: _Line, lines: list[_Line]) -> bool:
    """Whether the line is in the script of the longest line: a site's name often is not."""
    longest = max(lines, key=lambda other: len(other.text))
    return _is_cyrillic(line.text) == _is_cyrillic(longest.text[:500]) and not _is_mixed(line.text)


def _is_cyrillic(text: str) -> bool:
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in text)
    return cyrillic * 2 > sum(c.isalpha() for c in text)


def _is_mixed(text: str) -> bool:
    """Latin words and Cyrillic words in about equal share, as where a site's name stands in two languages."""
    cyrillic, letters = sum("\u0400" <= c <= "\u04ff" for c in text), sum(c.isalpha() for c in text)
    latin_words = sum(word[0] < "\u0250" for word in text.split() if word[0].isalpha())
    return 0 < cyrillic < letters and latin_words >= 2 and latin_words * 3 >= word_count(text)


def _repeated(candidates: list[_Line], lines: list[_Line]) -> _Line | None:
    """The candidate that the page repeats (in its menu, above the text): that is the article's title."""
    for candidate in candidates:
        wanted = _key(candidate.text)
        if any(
            other is not candidate and wanted in _key(other.text) and len(other.text) < 300
            for other in lines[:_DISTANT]
        ):
            return candidate
    return None


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", lower(text)))


def _shares_words(one: str, other: str) -> bool:
    """Whether two titles are about the same: half the longer words of the shorter begin alike."""
    ones, others = ({word[:5] for word in _key(text).split() if len(word) > 3} for text in (one, other))
    return len(ones & others) * 2 >= min(len(ones), len(others)) > 0


def _mark_labels(lines: list[_Line], top: int, title: _Line | None) -> None:
    """Above the text: names alone are bylines, section labels and a repeated title are the page's."""
    has_stamp = any(line.kind in (LineKind.STAMP, LineKind.BYLINE) for line in lines[: top + 1])
    title_key = _key(title.text) if title else None
    title_at = next((i for i, line in enumerate(lines[:top]) if line is title), top)
    for index, line in enumerate(lines[:top]):
        if line.kind is not None or line is title:
            continue
        if title_key and _key(line.text) == title_key:
            line.kind = LineKind.MENU
        elif word_count(line.text) <= _SHORT_LABEL and not ends_sentence(line.text):
            is_name = word_count(line.text) >= 2 and _NAME_LINE.fullmatch(line.text) and not line.text.isupper()
            line.kind = LineKind.BYLINE if is_name and (has_stamp or index > title_at) else LineKind.MENU
        elif index < title_at < top and not ends_sentence(line.text):
            line.kind = LineKind.TAGS
    for line in lines[top:]:
        if (line.kind is None and title_key and len(line.text) < 400 and _key(line.text) == title_key) or (line.kind is None and _is_intertitle(line)):
            line.kind = LineKind.MENU


def _is_intertitle(line: _Line) -> bool:
    return line.text.isupper() and 1 <= word_count(line.text) <= 8 and not line.text.endswith(".")


def _mark_tail(lines: list[_Line], top: int) -> None:
    """Below the text: headlines under "Read also", an outlet's name alone, a date alone."""
    in_related = False
    for line in lines[top:]:
        if line.kind is LineKind.READ_ALSO:
            in_related = len(line.text) < 40
        elif line.kind is None and in_related:
            in_related = not ends_sentence(line.text)
            line.kind = LineKind.READ_ALSO if in_related else None
    for line in reversed(lines[top + 1 :]):
        if line.kind is not None:
            continue
        if word_count(line.text) > 3 or ends_sentence(line.text):
            break
        line.kind = LineKind.NOTICE


def _dateline(text: str, lines: list[_Line], title: _Line | None) -> Span | None:
    running = [line for line in lines if line.kind is None and line is not title][:4]
    return next((span for line in running if (span := find_dateline(text, line.start, line.end))), None)


def _title_span(title: _Line | None, *, is_page_line: bool) -> Span | None:
    if title is None:
        return None
    page = split_page_title(title.text) if is_page_line else None
    return (title.start, title.start + len(page[0]) if page else title.end)


def _body(text: str, lines: list[_Line], dateline: Span | None) -> tuple[tuple[Sentence, ...], list[Span]]:
    """The sentences of the running lines, and the page's own sentences found among them."""
    has_ordinals = any(letter in text for letter in "ığş")
    sentences: list[Sentence] = []
    cut: list[Span] = []
    for number, (start, end) in enumerate(_paragraphs(lines)):
        begin = dateline[1] if dateline and start <= dateline[0] < end else start
        for span in split_sentences(text, begin, end, has_ordinals=has_ordinals):
            if is_boilerplate_sentence(text[slice(*span)]):
                cut.append(span)
            else:
                sentences.append(Sentence(start=span[0], end=span[1], paragraph=number))
    return tuple(sentences), cut


def _paragraphs(lines: list[_Line]) -> list[Span]:
    """Running lines, hard-wrapped ones joined."""
    paragraphs: list[Span] = []
    wrapped = _is_hard_wrapped(lines)
    before: _Line | None = None
    for line in lines:
        joins = (
            before is not None
            and not line.follows_blank
            and (_continues(before, line) or (wrapped and not ends_sentence(before.text)))
        )
        if joins:
            paragraphs[-1] = (paragraphs[-1][0], line.end)
        else:
            paragraphs.append((line.start, line.end))
        before = line
    return paragraphs


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """Lines of even length that mostly break inside sentences."""
    if len(lines) < 4 or max(len(line.text) for line in lines) > 110:
        return False
    open_ended = sum(not ends_sentence(line.text) for line in lines)
    return open_ended * 3 >= len(lines) * 2 and sum(len(line.text) > 50 for line in lines) * 2 > len(lines)
