"""A stretch of text as units: country mentions, title phrases, words that may be names, punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.reading.models import CountryMention
from bot.reading.people.titles.lexicon import Entry, Lexicon, follows, stem_key
from bot.reading.people.titles.tags import Tag
from storage.folding import PARTICLES, fold
from storage.models.seeds import FormKind

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ‘´][^\W\d_]+)?|\d+|[^\w\s]|_")
_SUFFIX = re.compile("['’ʼ‘´]")
_ENDINGS = frozenset(
    ("s", "nin", "nın", "nun", "nün", "yu", "yü", "ya", "ye", "ning", "ga", "da", "dan", "ni", "un", "ın", "in")
)
_GLUE = re.compile(r"[\s.'’\-‑]{0,3}")
_DIGRAPHS = frozenset(("zh", "sh", "ch", "yu", "ya", "ye", "kh", "ts", "dzh"))
_PATRONYMIC_WORDS = "oglu ogly ogli oglou qizi gizi kizi kyzy qyzy uulu ugli uly uli nee"
_PATRONYMIC = frozenset(_PATRONYMIC_WORDS.split())
_ARTICLE_WORDS = "al el as es ar er an ad ed at et ash esh az ez ul"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_TURKIC_PARTICLES = frozenset(("bin", "bint", "ibn", "el", "al", "abu", "van", "von"))
"""Elsewhere particles, "de", "da" and "la" are words or endings in Turkic languages."""
_PARTICLES = {True: _TURKIC_PARTICLES | _PATRONYMIC, False: PARTICLES | _ARTICLES | _PATRONYMIC}
"""Whether the language is Turkic, and the words of names in lower case there."""
_SURNAME = re.compile(
    r"(?<=..)(?<!Жен)(?<!Jen)(?:[oey]v|[oe]va|[ое]в|[ое]ва)(?:n?[ıiuü]n?|[aə]|d[aə]n?|l[aə]|ning|ni|ga|dan|[ндт][ыіиуү][ңн]?|[мбп]ен|[гғқк][ае])?$"
)
"""In a Turkic text nothing but a surname ends so: Davlatov is no state, Әміреев no emir. Женева is no surname."""
_LONGEST_PHRASE = 6
_REMEMBERED_WORDS = 1 << 14
_SUFFIXED = frozenset((Tag.WHO, Tag.BODY, Tag.COUNTRY, Tag.CAPITAL))


class Unit(NamedTuple):
    """One word, phrase or sign. `end` leaves out an ending after an apostrophe, which `ending` holds."""

    start: int
    end: int
    tag: str
    word: str
    ending: str = ""
    code: str | None = None


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    ending: str
    key: str


def read_units(text: str, start: int, end: int, countries: Sequence[CountryMention], lexicon: Lexicon) -> list[Unit]:
    """The units of `text[start:end]`; `countries` are the mentions that begin there, in order."""
    tokens = [_token(match, lexicon.is_turkic) for match in _TOKEN.finditer(text, start, end)]
    units: list[Unit] = []
    index = country = 0
    while index < len(tokens):
        token = tokens[index]
        while country < len(countries) and countries[country].end <= token.start:
            country += 1
        mention = countries[country] if country < len(countries) and countries[country].start <= token.start else None
        unit, used = _country_unit(text, tokens, index, mention) if mention else _unit(text, tokens, index, lexicon)
        if unit.tag in _SUFFIXED or unit.code:
            used += _ending_after_hyphen(text, tokens, index + used, unit)
        units.append(unit)
        index += used
    return units


def tags_of(units: Sequence[Unit]) -> str:
    """One letter a unit, to be searched by regular expressions."""
    return "".join([unit.tag for unit in units])


def retag(units: list[Unit], indexes: Iterable[int], tag: str) -> None:
    """Give these units another tag."""
    for index in indexes:
        units[index] = units[index]._replace(tag=tag)


def _token(match: re.Match[str], is_turkic: bool) -> _Token:
    word, ending, key = _parts(match.group(), is_turkic)
    start = match.start()
    return _Token(start, start + len(word), word, ending, key)


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _parts(word: str, is_turkic: bool) -> tuple[str, str, str]:
    """The word without an ending behind an apostrophe, that ending, and the word's key."""
    cut = _SUFFIX.search(word)
    ending = word[cut.start() :] if cut and _is_ending(word, cut, is_turkic) else ""
    word = word.removesuffix(ending)
    return word, ending, stem_key(word)


def _is_ending(word: str, cut: re.Match[str], is_turkic: bool) -> bool:
    """Whether what follows the apostrophe is an ending: not in O'Neill or Ma'u, nor in Uzbek o' and g', which are
    letters."""
    after = word[cut.end() :]
    if not is_turkic and after not in _ENDINGS:
        return False
    is_letter = word[cut.start() - 1].lower() in "og" and after not in _ENDINGS
    return cut.start() > 0 and after[:1].islower() and not is_letter


def _country_unit(text: str, tokens: Sequence[_Token], index: int, mention: CountryMention) -> tuple[Unit, int]:
    used = 1
    while index + used < len(tokens) and tokens[index + used].start < mention.end:
        used += 1
    last = tokens[index + used - 1]
    tag = Tag.CAPITAL if mention.kind is FormKind.CAPITAL else Tag.COUNTRY
    if mention.is_part_of_name or not mention.code:
        tag = Tag.THING if mention.is_part_of_name else Tag.WORD
    written = text[mention.start : last.end] + last.ending
    return Unit(mention.start, max(mention.end, last.end), tag, written, last.ending, mention.code or None), used


def _unit(text: str, tokens: Sequence[_Token], index: int, lexicon: Lexicon) -> tuple[Unit, int]:
    token = tokens[index]
    if not token.word[0].isalpha():
        return Unit(token.start, token.end, _sign(text, token), token.word), 1
    is_initial = token.word[0].isupper() and _is_initial(text, token)
    is_surname = lexicon.is_turkic and token.word[0].isupper() and _SURNAME.search(token.word) is not None
    for entry in () if is_surname else lexicon.entries(token.key):
        used = _phrase_length(text, tokens, index, entry) if entry.words or not is_initial else 0
        if used:
            last = tokens[index + used - 1]
            return Unit(token.start, last.end, entry.tag, text[token.start : last.end], last.ending, entry.code), used
    if is_initial:
        return Unit(token.start, token.end + 1, Tag.INITIAL, token.word), 2
    is_handle = text[token.start - 1 : token.start] == "@"
    tag = Tag.HONORIFIC if is_handle else _plain_tag(token, lexicon)
    return Unit(token.start, token.end, tag, token.word, token.ending), 1


def _phrase_length(text: str, tokens: Sequence[_Token], index: int, entry: Entry) -> int:
    """How many tokens the entry covers there; 0 where it does not stand."""
    word = tokens[index].word
    if entry.is_abbreviation and not word[:2].isupper():
        return 0
    if entry.tag is Tag.STOP and word[0].islower():
        return 0
    if not entry.words:
        return 1
    words: list[str] = []
    position = index + 1
    while len(words) < len(entry.words) and position < min(len(tokens), index + 2 * _LONGEST_PHRASE):
        if tokens[position].key and tokens[position].word[0].isalpha():
            if not _GLUE.fullmatch(text, tokens[position - 1].end, tokens[position].start):
                break
            words.append(tokens[position].key)
        elif tokens[position].word not in ".-‑":
            break
        position += 1
    if len(words) < len(entry.words) or not follows(entry.words, words):
        return 0
    is_dotted = len(words[-1]) == 1 and position < len(tokens) and tokens[position].word == "."
    return position - index + is_dotted


def _ending_after_hyphen(text: str, tokens: Sequence[_Token], index: int, unit: Unit) -> int:
    """ÜST-nin, ҚР-ның: the ending belongs to the abbreviation before it."""
    if index + 1 >= len(tokens) or tokens[index].word not in "-‑–":
        return 0
    is_tight = tokens[index].start == unit.end and tokens[index + 1].start == tokens[index].end
    return 2 if is_tight and tokens[index + 1].word.islower() and len(tokens[index + 1].word) <= 5 else 0


def _sign(text: str, token: _Token) -> str:
    if token.word[0].isdigit():
        return Tag.NUMBER
    if token.word in "-‑–—":
        is_loose = text[token.start - 1 : token.start].isspace() and text[token.end : token.end + 1].isspace()
        return "~" if is_loose or token.word == "—" else "-"
    if token.word == "&":
        return Tag.CONNECT
    if token.word in "'’ʼ":
        return "'"
    return token.word if token.word in ",.()/:;" else '"'


def _is_initial(text: str, token: _Token) -> bool:
    if token.ending or text[token.end : token.end + 1] != ".":
        return False
    return len(token.word) == 1 or (len(token.word) <= 3 and fold(token.word) in _DIGRAPHS)


def _plain_tag(token: _Token, lexicon: Lexicon) -> str:
    if token.word[0].isupper():
        return Tag.NAME
    return Tag.PARTICLE if fold(token.word) in _PARTICLES[lexicon.is_turkic] else Tag.WORD
