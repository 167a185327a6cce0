"""Where a text names somebody or some country that a reader says is there. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.mentions import find_countries, find_country_forms
from bot.reading.people.names import bases, word_key
from storage.folding import PARTICLES, fold, surname_start
from storage.models.reading import Evidence, Span

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 40
_GAP = re.compile(r"[ \n.,’'-]{1,3}")
_MOST_SPANS = 50
"""More of one name prove nothing further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """What of a stated name stands in a text, and where."""

    written: str
    """The stated words that stand there, as stated."""
    spans: Evidence


def find_country_spans(text: str, language: str | None, code: str, gazetteer: CountryGazetteer) -> Evidence:
    """Where the text names the country; where it does not, the words that can mean it."""
    named = tuple((m.start, m.end) for m in find_countries(text, language, gazetteer) if m.code == code)
    return (named or find_country_forms(text, code, gazetteer))[:_MOST_SPANS]


def find_name(text: str, language: str | None, name: str) -> FoundName | None:
    """Where the text has the name: in any script, order or case form, whole or, where it never is, by the surname."""
    words = _WORD.findall(name)
    plain_words = [fold(word) for word in words]
    surname = frozenset(
        word_key(word)
        for word, plain_word in list(zip(words, plain_words, strict=True))[surname_start(plain_words) :]
        if plain_word not in PARTICLES
    ) - {""}
    asked = frozenset(map(word_key, words)) - {""}
    runs = [(span, keys) for span, keys in _runs(text, language, asked) if keys & surname]
    if not runs:
        return None
    most = max(len(keys) for _, keys in runs)
    fullest = [(span, keys) for span, keys in runs if len(keys) == most]
    stands = fullest[0][1]
    written = " ".join(part for part in name.split() if any(word_key(word) in stands for word in _WORD.findall(part)))
    return FoundName(written=written, spans=tuple(span for span, _ in fullest)[:_MOST_SPANS])


def _runs(text: str, language: str | None, asked: frozenset[str]) -> Iterator[tuple[Span, frozenset[str]]]:
    """Neighbouring words of the text that are words of the name, capitalised, with the keys they stand for."""
    run: list[tuple[re.Match[str], str]] = []
    for word in _WORD.finditer(text):
        key = _key_of(word[0], language, asked)
        is_next = bool(run) and _GAP.fullmatch(text, run[-1][0].end(), word.start()) is not None
        if run and (key is None or not is_next or key in {k for _, k in run}):
            yield _joined(run)
            run = []
        if key is not None:
            run.append((word, key))
    if run:
        yield _joined(run)


def _joined(run: Sequence[tuple[re.Match[str], str]]) -> tuple[Span, frozenset[str]]:
    return (run[0][0].start(), run[-1][0].end()), frozenset(key for _, key in run)


def _key_of(word: str, language: str | None, asked: frozenset[str]) -> str | None:
    """The asked key that the word as written, or without an ending of its language, stands for."""
    if len(word) > _LONGEST or (word[0].islower() and fold(word) not in PARTICLES):
        return None
    own = word_key(word)
    if own in asked:
        return own
    return next((key for base in bases(word, language) if (key := word_key(base)) in asked), None)
