"""Looks words up in the title tables of one language: the longest phrase, then the closest stem, wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.reading.people.titles.english import ENGLISH
from bot.reading.people.titles.kazakh import KAZAKH, KYRGYZ
from bot.reading.people.titles.places import AGENCIES, BODIES, CITIES, PROVINCES, UNRECOGNIZED
from bot.reading.people.titles.russian import RUSSIAN
from bot.reading.people.titles.tags import Table, Tag
from bot.reading.people.titles.turkish import AZERBAIJANI, TURKISH
from bot.reading.people.titles.uzbek import UZBEK
from storage.folding import fold

_TABLES: dict[str, tuple[Table, ...]] = {
    "en": (ENGLISH,),
    "tr": (TURKISH,),
    "az": (AZERBAIJANI,),
    "ru": (RUSSIAN,),
    "kk": (KAZAKH,),
    "ky": (KYRGYZ,),
    "uz": (UZBEK,),
}
TURKIC = frozenset(("tr", "az", "kk", "ky", "uz"))
"""Languages in which a title ends with its noun and names take endings."""
HOMES = {"tr": "TR", "az": "AZ", "kk": "KZ", "ky": "KG", "uz": "UZ"}
"""Whose "the minister" it is when a text in that language names no country."""
NO_STATE = "-"
"""The code of what is on no list of countries."""
_SHORTEST_STEM, _LONGEST_STEM = 2, 24
_REMEMBERED_WORDS = 1 << 14
_SAME_SOUND = str.maketrans({"y": "i", "q": "k", "w": "u"})
_LETTERS = str.maketrans({"ş": "sh", "Ş": "sh", "ç": "ch", "Ç": "ch", "ý": "u", "Ý": "u"})
"""ý is the у of the Kazakh Latin alphabet of 2018, in which ıı is ия and ий."""


class Entry(NamedTuple):
    """One phrase of a table; `words` are the stems after the first word's."""

    tag: Tag
    words: tuple[str, ...]
    closeness: int
    is_abbreviation: bool
    code: str | None


@lru_cache(maxsize=_REMEMBERED_WORDS)
def stem_key(word: str) -> str:
    """A word as the tables compare it: folded, with letters that scripts write differently made one."""
    plain = fold(word.translate(_LETTERS)).translate(_SAME_SOUND).replace("kh", "h").replace("x", "h")
    return plain.replace("zh", "j").replace("ts", "s").replace("iia", "ia")


class Lexicon:
    """The titles of one language."""

    def __init__(self, tables: Sequence[Table], *, is_turkic: bool) -> None:
        self.is_turkic = is_turkic
        self._whole: defaultdict[str, list[Entry]] = defaultdict(list)
        self._stems: defaultdict[str, list[Entry]] = defaultdict(list)
        for table in tables:
            for tag, entries in table.items():
                self._add(tag, entries, None)
        for code, entries in BODIES.items():
            self._add(Tag.BODY, entries, code)
        for code, entries in AGENCIES.items():
            self._add(Tag.THING, entries, code)
        for code, entries in PROVINCES.items():
            self._add(Tag.PROVINCE, entries, code or None)
        self._add(Tag.UNKNOWN, UNRECOGNIZED, NO_STATE)
        self._add(Tag.STOP, CITIES, None)
        self.entries = lru_cache(maxsize=_REMEMBERED_WORDS)(self._entries)
        """Every entry that begins with the word (in `stem_key` form), the best first."""

    def _add(self, tag: Tag, entries: str, code: str | None) -> None:
        for written in entries.split("|"):
            first, *rest = (_stem(word) for word in written.removeprefix("^").split())
            entry = Entry(tag, tuple(rest), len(first), written.startswith("^"), "WHO" if tag is Tag.WHO else code)
            (self._stems if first.endswith("*") else self._whole)[first.removesuffix("*")].append(entry)

    def _entries(self, key: str) -> tuple[Entry, ...]:
        found = list(self._whole.get(key, ()))
        for length in range(min(len(key), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            found += self._stems.get(key[:length], ())
        return tuple(sorted(found, key=lambda entry: -len(entry.words)))


def _stem(word: str) -> str:
    return stem_key(word.removesuffix("*")) + ("*" if word.endswith("*") else "")


def follows(stems: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether the words (in `stem_key` form) go on as the phrase does."""
    return len(keys) >= len(stems) and all(
        key.startswith(stem[:-1]) if stem.endswith("*") else key == stem for stem, key in zip(stems, keys, strict=False)
    )


@cache
def lexicon(language: str | None) -> Lexicon:
    """The titles of a language; of English where it is unknown, in whose tables most foreign texts find nothing."""
    return Lexicon(_TABLES.get(language or "", (ENGLISH,)), is_turkic=language in TURKIC)
