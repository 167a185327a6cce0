"""The sentence that tells an article best, picked from its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.reading.models import CountryMention, Layout, NameKind, ReadPerson, Sentence
from bot.reading.text.page.lines import ends_sentence
from storage.models.reading import MeetingFact, Span

SHORTEST, LONGEST = 15, 60
"""Words of a lead."""

SHORTEST_AT_NEED = 9
"""Kazakh says in nine words what English says in fifteen; taken when nothing longer serves."""

_QUOTES = re.compile(r"[\"“«„][^\"“”«»„]{1,900}[\"”»]")
_LEANING = re.compile(
    r"(?:he|she|they|it|in addition|also|meanwhile|moreover|further|furthermore|in turn|according to (?:him|her)|o|"
    r"ayrıca|bunun|он|она|они|также|кроме того|"
    r"по его|по ее|bundan əlavə|o,|həmçinin|ол|олар|сондай-ақ|сонымен|ошондой|анын|u|shuningdek)\b",
    re.IGNORECASE,
)


def pick_lead(
    layout: Layout,
    people: Sequence[ReadPerson],
    countries: Sequence[CountryMention],
    meetings: Sequence[MeetingFact],
) -> Span | None:
    """A whole body sentence that holds people, countries or the meeting, early ones first; None without any."""
    named = sorted(
        {
            (m.start, person_index)
            for person_index, p in enumerate(people)
            if p.name
            for m in p.mentions
            if m.kind is NameKind.NAME
        }
    )
    placed = sorted({(c.start, c.code) for c in countries})
    told = sorted({start for m in meetings if not m.is_background for start, _ in m.evidence})
    scored = [
        (score, -index, sentence)
        for index, sentence in enumerate(layout.body)
        if (score := _score(layout.text, sentence, index, named, placed, told)) > 0
    ]
    for shortest in (SHORTEST, SHORTEST_AT_NEED):
        fitting = [row for row in scored if shortest <= _words(layout.text, row[2]) <= LONGEST]
        if fitting:
            return max(fitting, key=lambda row: row[:2])[2].span
    return None


def _words(text: str, sentence: Sentence) -> int:
    return len(text[sentence.start : sentence.end].split())


def _score(
    text: str,
    sentence: Sentence,
    index: int,
    named: list[tuple[int, int]],
    placed: list[tuple[int, str]],
    told: list[int],
) -> float:
    words = text[sentence.start : sentence.end]
    if not ends_sentence(words) or _is_bare_quotation(words):
        return 0
    people = len({who for _, who in named[_at(named, sentence.start) : _at(named, sentence.end)]})
    countries = len({code for _, code in placed[_at(placed, sentence.start) : _at(placed, sentence.end)]})
    meetings = bisect_left(told, sentence.start) < bisect_left(told, sentence.end)
    if not people + countries + meetings:
        return 0
    leaning = 1.5 if _LEANING.match(words) else 0
    return 2.0 * min(people, 3) + min(countries, 3) + 3.0 * meetings - leaning + max(0.0, 2.5 - 0.5 * index)


def _at(starts: Sequence[tuple[int, int | str]], start: int) -> int:
    return bisect_left(starts, start, key=lambda row: row[0])


def _is_bare_quotation(words: str) -> bool:
    """Mostly somebody's own words, or the middle of a longer quotation."""
    quoted = sum(len(match[0]) for match in _QUOTES.finditer(words))
    is_open = words.count("“") != words.count("”") or words.count("«") != words.count("»") or words.count('"') % 2 == 1
    return is_open or quoted * 2 > len(words)
