"""Runs of capitalised words that may be a person's name, and those that only look like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import HEADS, Tag
from storage.models.reading import Evidence, Span

_RUN = re.compile(r"(?:p-?){0,3}[nI](?:-[wtczxpoh]|(?<=n)h(?=n)|-?(?:p-?){0,3}[nI]|(?<=n)[x1g](?=n))*")
_THING_AFTER = re.compile(r"[xofgHkCr]{0,2}z")
_NAMED_AFTER = re.compile(r"y")
_LED_BY = re.compile("^(?:başkanlığ[ıi]n?d|liderliğ|riyaset|yönetimin?de|başkanlık)", re.IGNORECASE)
"""A Turkish delegation stands under somebody, who is no thing for that."""
_OWNING_SURNAME = re.compile(r"(?:[oe]va?|zad[əe]|[ое]в|[ое]ва)(?:n?[ıiuü]n|ning|[ндт][ыіиуү][ңн]|нинг)$")
_SURNAME = re.compile("(?:[oe]va?|zad[əe]|[ое]ва?|зода)$")
_OBJECT = re.compile("[aeıioöuü]y[ıiuü]$")
_TITLES = HEADS | {Tag.DEPUTY, Tag.HONORIFIC}
"""After these a name is somebody's, whatever follows."""
_MOST_HYPHENS = 6
_RUSSIAN_ADJECTIVE = re.compile("(?:ского|[ынк]ого|его|ской|[нмр]ой|ому|ских|[нк]ых|ский|[нк]ый|[нк]ая|ское|ские)$")
_QUOTED = re.compile(r'"n(?:-?[nzxofCkbw]){0,7}[.]?"')


class Run(NamedTuple):
    """Units `[first, last)` of a sentence; `words` leave out endings after apostrophes, hyphened ones are joined."""

    first: int
    last: int
    words: tuple[str, ...]
    spans: Evidence
    """Where each word stands."""
    ending: str = ""
    """What followed an apostrophe after the last word."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    @property
    def full_words(self) -> int:
        """How many words are no initials."""
        return sum([len(word) > 1 for word in self.words])

    def part(self, begin: int, stop: int) -> Run:
        """Words `[begin, stop)` of it; the units stay the whole run's."""
        return self._replace(words=self.words[begin:stop], spans=self.spans[begin:stop])

    @property
    def is_shouted(self) -> bool:
        """Whether it is all in capitals, as headings and abbreviations are."""
        return all(len(word) > 1 and word.isupper() for word in self.words)


def find_runs(units: list[Unit], language: str | None, *, is_heading: bool = False) -> list[Run]:
    """The runs of a sentence; a name that belongs to a thing is none, and its units in `units` become the thing's.

    In a heading, where every word has a capital, what stands beside a name proves nothing.
    """
    _hide_quoted(units)
    runs = []
    for match in _RUN.finditer(tags_of(units)):
        for first, last in _pieces(units, match.start(), match.end(), is_turkic=language in TURKIC):
            if not is_heading and _is_of_thing(units, first, last, language):
                units[first:last] = [unit._replace(tag=Tag.THING) for unit in units[first:last]]
            else:
                runs.append(_run(units, first, last))
    return runs


def _hide_quoted(units: list[Unit]) -> None:
    """A short quotation that is one name is a thing's."""
    for match in _QUOTED.finditer(tags_of(units)):
        first, last = match.start() + 1, match.end() - 1
        units[first:last] = [unit._replace(tag=Tag.THING) for unit in units[first:last]]


def _pieces(units: Sequence[Unit], first: int, last: int, *, is_turkic: bool) -> list[tuple[int, int]]:
    """A word with an ending after an apostrophe closes a name, and so does a surname in the genitive, or one behind a
    given name where another whole name follows: "Ақмарал Әлназарова Ван Линьді қабылдады"."""
    pieces = []
    for index in range(first, last):
        is_owner = index > first and _OWNING_SURNAME.search(units[index].word) is not None
        is_owner = is_owner or (is_turkic and _ends_name(units, first, index, last))
        if (units[index].ending or is_owner) and index + 1 < last:
            pieces.append((first, index + 1))
            first = index + 1
    if last - first == 1 and _is_ordinal_surname(units[last : last + 2]):
        last += 1
    return [*pieces, (first, last)]


def _ends_name(units: Sequence[Unit], first: int, index: int, last: int) -> bool:
    if index != first + 1 or last - index < 3 or tags_of(units[first:last]).strip(Tag.NAME):
        return False
    given, surname = units[first].word.lower(), units[index].word.lower()
    return _SURNAME.search(surname) is not None and _SURNAME.search(given) is None


def _is_ordinal_surname(after: Sequence[Unit]) -> bool:
    """Şuayip Birinci: "first" in capitals that begins no title."""
    return (
        bool(after)
        and after[0].tag == Tag.FIRST
        and after[0].word[0].isupper()
        and not set(tags_of(after[1:])) & set("MDR-")
    )


def _is_of_thing(units: Sequence[Unit], first: int, last: int, language: str | None) -> bool:
    if first and units[first - 1].tag == Tag.EPONYM and language not in TURKIC:
        return True
    if units[last - 1].ending or (language == "ru" and last - first > 1):
        return _NAMED_AFTER.match(tags_of(units[last : last + 1])) is not None
    after = tags_of(units[last : last + 3])
    if language == "ru" and _is_adjective_of(units, first, after):
        return True
    if _NAMED_AFTER.match(after) and language in TURKIC:
        return True
    thing = _THING_AFTER.match(after)
    if thing is None or (language == "tr" and _LED_BY.match(units[last].word)):
        return False
    is_titled = first > 0 and units[first - 1].tag in _TITLES
    if language in TURKIC and is_titled and after.startswith(Tag.COUNTRY):
        return False  # "Nazir Teymur Musayev Türkiyə Sağlamlıq İnstitutlarının …": the country begins another phrase
    is_title = all(unit.word[0].isupper() for unit in units[last : last + thing.end()])
    return is_title or (
        language in TURKIC
        and last - first > 1
        and thing.end() == 1
        and not is_titled
        and _is_possessed(units[last].word)
    )


def _is_adjective_of(units: Sequence[Unit], first: int, after: str) -> bool:
    """ "Детского фонда", "Скорой помощи": a Russian adjective in capitals, and its noun."""
    if not _RUSSIAN_ADJECTIVE.search(units[first].word.lower()):
        return False
    if after.startswith(Tag.THING):
        return True
    is_led = first > 0 and units[first - 1].tag in (Tag.BUSINESS, Tag.OFFICIAL, Tag.THING)
    word = units[first].word.lower()
    return is_led and after.startswith(Tag.WORD) and not word.endswith(("ской", "ского", "ский", "ому", "ская"))


def _is_possessed(word: str) -> bool:
    """Turkic `merkezi`, `орталығы`: the thing of whoever stands before; `anlaşmayı` is an object."""
    return not _OBJECT.search(word) and word[-1:].lower() in "ıiuüыіиуү" and len(word) > 5


def _run(units: Sequence[Unit], first: int, last: int) -> Run:
    words: list[str] = []
    spans: list[Span] = []
    hyphens = 0
    for index in range(first, last):
        unit = units[index]
        if unit.tag in ("-", Tag.HONORIFIC):
            continue
        if words and units[index - 1].tag == "-" and hyphens < _MOST_HYPHENS:
            hyphens += 1
            words[-1] += "-" + unit.word
            spans[-1] = (spans[-1][0], unit.end)
        else:
            hyphens = 0
            words.append(unit.word)
            spans.append((unit.start, unit.end))
    return Run(first, last, tuple(words), tuple(spans), units[last - 1].ending)
