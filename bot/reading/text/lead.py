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
_QUOTE_MARKS = tuple("\"“«„'‘-–—")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RECALLED = re.compile(
    r"\b(?:recall\w*|earlier|previously|last year|напомн\w*|ранее|в прошлом году|hatırlat\w*|anımsat\w*|daha önce"
    r"|geçen yıl|"
    r"xatırlat\w*|xatırlad\w*|əvvəllər|ötən il|еске (?:сал|ал)\w*|бұған дейін|былтыр|эске сал\w*|буга чейин|eslat\w*"
    r"|avvalroq|o.tgan yil)\b",
    re.IGNORECASE,
)
_QUOTED_SENTENCES = 4
_BACKGROUND = 4.0
"""What a sentence about the past loses against one about the event."""
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
    latest = max(_YEAR.findall(layout.text), default="")
    scored = [
        (score, -index, sentence)
        for index, sentence in enumerate(layout.body)
        if (score := _score(layout.text, sentence, index, named, placed, told)) > 0
    ]
    past = {row[1] for row in scored if _is_background(layout.text[slice(*row[2].span)], latest)}
    scored = [(max(row[0] - (_BACKGROUND if row[1] in past else 0), 0.1), *row[1:]) for row in scored]
    own = [row for row in scored if not _is_mostly_quoted(layout.text[slice(*row[2].span)])]
    fresh = [row for row in own if row[1] not in past]
    tried = ((fresh, SHORTEST), (fresh, SHORTEST_AT_NEED), (own, SHORTEST), (own, SHORTEST_AT_NEED), (scored, SHORTEST))
    for rows, shortest in tried:
        fitting = [row for row in rows if shortest <= _words(layout.text, row[2]) <= LONGEST]
        if fitting:
            return max(fitting, key=lambda row: row[:2])[2].span
    return _with_quotation(layout, {start for start, _ in named}.union(told))


def _with_quotation(layout: Layout, starts: set[int]) -> Span | None:
    """Where all is quotation: the first that somebody introduces, to the end of what is quoted."""
    for index, sentence in enumerate(layout.body):
        words = layout.text[sentence.start : sentence.end]
        if words.startswith(_QUOTE_MARKS) or not any(sentence.holds(start) for start in starts):
            continue
        for last in layout.body[index : index + _QUOTED_SENTENCES]:
            span = (sentence.start, last.end)
            is_whole = last.paragraph == sentence.paragraph and not _is_open(layout.text[slice(*span)])
            if is_whole and SHORTEST_AT_NEED <= len(layout.text[slice(*span)].split()) <= LONGEST:
                return span
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
    if not ends_sentence(words) or _is_inside_quotation(words):
        return 0
    people = len({who for _, who in named[_at(named, sentence.start) : _at(named, sentence.end)]})
    countries = len({code for _, code in placed[_at(placed, sentence.start) : _at(placed, sentence.end)]})
    meetings = bisect_left(told, sentence.start) < bisect_left(told, sentence.end)
    if not people + countries + meetings:
        return 0
    score = 2.0 * min(people, 3) + min(countries, 3) + 3.0 * meetings + max(0.0, 2.5 - 0.5 * index)
    return max(score - (1.5 if _LEANING.match(words) else 0), 0.1)


def _is_background(words: str, latest: str) -> bool:
    """Whether the sentence looks back: it says so, or its years are older than another of the text."""
    years = _YEAR.findall(words)
    return bool(years and max(years) < latest) or _RECALLED.search(words) is not None


def _at(starts: Sequence[tuple[int, int | str]], start: int) -> int:
    return bisect_left(starts, start, key=lambda row: row[0])


def _is_inside_quotation(words: str) -> bool:
    """Somebody's own words first, or the middle of a longer quotation."""
    return _is_open(words) or (words.startswith(_QUOTE_MARKS) and _is_mostly_quoted(words))


def _is_open(words: str) -> bool:
    return words.count("“") != words.count("”") or words.count("«") != words.count("»") or words.count('"') % 2 == 1


def _is_mostly_quoted(words: str) -> bool:
    """Fit for a lead only where nothing else is."""
    return sum(len(match[0]) for match in _QUOTES.finditer(words)) * 2 > len(words)
