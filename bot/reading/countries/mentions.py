"""Which spans of a text name a country. Called by `bot.reading.document`, and by lookups for inflected questions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from bot.reading.countries.context import is_part_of_name, names_something_else
from bot.reading.countries.endings import RUSSIAN_COMPOUND, names_people
from bot.reading.countries.gazetteer import ANY_LANGUAGE, CountryGazetteer, Meaning
from bot.reading.countries.spelling import lowered, plain
from bot.reading.models import CountryMention
from storage.models.reading import Evidence
from storage.models.seeds import FormKind

_REST_OF_WORD = re.compile(r"[^\W_]{0,24}")
_NO_WORD_BEFORE = "@/_"
_EVERYWHERE = (ANY_LANGUAGE, "en", "ru")
"""Pages in any of our languages quote these."""


class _Match(NamedTuple):
    """A spelling that stands as a word, with what it may mean, best first."""

    start: int
    stop: int
    length: int
    ending: str
    meanings: tuple[Meaning, ...]


def find_countries(
    text: str, language: str | None, gazetteer: CountryGazetteer, masks: Evidence = ()
) -> tuple[CountryMention, ...]:
    """Every mention of a country, in order, none overlapping another: the longest form that starts first wins.

    `text` is in NFC. Forms of the text's language count, and English and Russian ones; all, when it is None.
    Spans that touch one of `masks` (names of outlets, addresses) are no mentions. A form of several countries
    means the one that the text also names otherwise, else the one that stands first in the seeds.
    """
    written = plain(text)
    kept = [
        match
        for match in _longest(_words(written, language, gazetteer), _Masks(masks))
        if not names_something_else(written, match.start, match.stop, match.meanings[0])
    ]
    certain = {m.meanings[0].code for m in kept if _is_certain(m.meanings)}
    return tuple(mention for match in kept if (mention := _mention(written, match, certain)) is not None)


def find_country_forms(text: str, code: str, gazetteer: CountryGazetteer) -> Evidence:
    """Every word that can mean the country in any language, though it usually means another or something else.

    For whoever knows that the text speaks of it. `text` is in NFC.
    """
    matches = _words(plain(text), None, gazetteer)
    meant = {(match.start, match.stop) for match in matches if any(m.code == code for m in match.meanings)}
    return tuple(sorted(meant))


def _words(written: str, language: str | None, gazetteer: CountryGazetteer) -> Iterable[_Match]:
    for index, start, end in gazetteer.spellings_in(written):
        if start and _is_inside_word(written, start):
            continue
        meanings = gazetteer.meanings[index]
        if language is not None:
            meanings = _spoken(meanings, language)
        rest = _REST_OF_WORD.match(written, end) if written[end - 1].isalnum() else None
        ending = rest[0] if rest else ""
        stop = end + len(ending)
        meanings = tuple([m for m in meanings if _allows(m, ending, written[stop : stop + 1])])
        if meanings:
            yield _Match(start, stop, end - start, ending, meanings)


def _spoken(meanings: tuple[Meaning, ...], language: str) -> tuple[Meaning, ...]:
    """What the form means in the language; failing that, in English, Russian or any."""
    own = tuple([m for m in meanings if m.language == language])
    return own or tuple([m for m in meanings if m.language in _EVERYWHERE])


def _is_inside_word(written: str, start: int) -> bool:
    before = written[start - 1]
    return (before.isalnum() and written[start].isalnum()) or before in _NO_WORD_BEFORE


def _allows(meaning: Meaning, ending: str, following: str) -> bool:
    if not ending:
        return not meaning.is_stem
    lower = lowered(ending, meaning.language)
    if lower == RUSSIAN_COMPOUND and meaning.language == "ru" and meaning.kind is FormKind.ADJECTIVE:
        return following == "-"
    return meaning.endings.fullmatch(lower) is not None


def _longest(matches: Iterable[_Match], masks: _Masks) -> Iterable[_Match]:
    """The matches outside the masks, none over another: a decoy takes the place of the words in it."""
    free_from = 0
    for match in sorted(matches, key=lambda m: (m.start, -m.stop, -m.length)):
        if match.start >= free_from and not masks.touch(match.start, match.stop):
            free_from = match.stop
            yield match


class _Masks:
    """Spans to stay out of."""

    def __init__(self, spans: Evidence) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                start, end = self._spans[-1][0], max(end, self._spans.pop()[1])
            self._spans.append((start, end))

    def touch(self, start: int, stop: int) -> bool:
        before = bisect_left(self._spans, (stop, 0))
        return before > 0 and self._spans[before - 1][1] > start


def _is_certain(meanings: tuple[Meaning, ...]) -> bool:
    code = meanings[0].code
    return code != "" and (len(meanings) == 1 or all(m.code == code for m in meanings))


def _mention(written: str, match: _Match, certain: set[str]) -> CountryMention | None:
    start, stop, _, ending, meanings = match
    meaning = meanings[0]
    if len(meanings) > 1:
        meaning = next((m for m in meanings if m.code in certain), meaning)
    if not meaning.code and meaning.kind is not FormKind.OWN:
        return None
    kind = (
        FormKind.DEMONYM if ending and meaning.kind is FormKind.NAME and names_people(ending.lower()) else meaning.kind
    )
    return CountryMention(
        code=meaning.code,
        start=start,
        end=stop - 1 if written[stop - 1] == "-" else stop,
        kind=kind,
        is_first_person=kind is FormKind.OWN,
        is_part_of_name=is_part_of_name(written, start, stop, kind),
    )
