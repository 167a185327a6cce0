"""Unknown words that qualify a title: a ministry's subject, an abbreviation. For `scenes` only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.people.phrases.chunks import is_genitive
from bot.reading.people.phrases.russian import qualify_russian
from bot.reading.people.phrases.units import Unit, retag, tags_of
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import Tag

_POSSESSED = re.compile(
    r"bakan[ıi](?:n[ıi]n?|na|yla|d[ıi]r)?$|nazir(?:i|inin|in[iə]|il[əe]|idir)$"
    r"|министр(?:і|и)(?:н[іи][ңн]|не|мен)?$|mınıstri|ministri(?:ni[ńñn])?$|vaziri(?:ning|ga|ni)?$|вазири(?:нинг|га|ни)?$"
)
"""A Turkic "minister of": what stands before it is of what, not another word of the sentence."""
_NOT_OF_WHAT = re.compile(r"(?:n[ıiuü]n|[ндт][ыіиуү][ңн]|n[iı]ng|нинг|d[ae]n|d[ae]ki|дағы|даги)$")
_WHERE = re.compile("(?:[dt][aeə]|[дт][ае])$")
""" "Kabulde Bakan Yardımcımız": at the reception, not of it."""
_ADJECTIVES = frozenset(
    [
        "yeni",
        "indiki",
        "hazırkı",
        "mevcut",
        "şimdiki",
        "konuk",
        "qonaq",
        "dost",
        "kardeş",
        "qardaş",
        "görevdeki",
        "жаңа",
        "қазіргі",
        "бұрынғы",
        "қонақ",
        "жаңы",
        "азыркы",
        "янги",
        "ҳозирги",
        "yangi",
        "hozirgi",
        "amaldagi",
        "mehmon",
        "iki",
        "ikki",
        "екі",
        "эки",
        "üç",
        "ile",
        "ilə",
        "bilan",
        "мен",
        "менен",
        "və",
        "ve",
        "va",
        "да",
        "de",
        "da",
        "bir",
        "bu",
        "o",
    ]
)
_SURNAME = re.compile("(?:[oe]v|[oe]va|[ое]в|[ое]ва)$")
_PEERS = frozenset(("Lord", "Lady", "Baroness"))
_OF = frozenset(("of", "for"))
_LONGEST_SUBJECT = 10
_LONGEST_ABBREVIATION = 4
_BEFORE_ABBREVIATION = frozenset("MBPGLOHoNSJdjt")
_ITEM_WORDS = 3
_SUBJECT_THEN_STYLE = re.compile("[Honxc,]*(?:[Hon],?(?=h[h.]*[nI])|[Ho](?=,[nI][nIp]))")
_LONG_SUBJECT = re.compile("[HonxcztNY,]*(?:[HonzNY],?(?=h[h.]*[nI])|[HozNY](?=,[nI][nIp]))")
""" "Director of the International Media Department at the Ministry of Health, Dr. X"."""
_SUBJECT_AND = re.compile("[HocNY,]*[HoNY],?c(n{1,2})(?=,[nI][nIp])")
_ABSTRACT = re.compile("(?:[^s]s|tion|ment|ity|ness|ing|[ae]nce|ship|care)$")
""" "Public Health and Professional Standards, X Y": what no surname ends with that a comma follows."""
_BEFORE_SUBJECT = re.compile("(?<=[c,])(n)(?=[oH])")
""" "Wellness and Elder Affairs"."""
_OF_SUBJECTS = frozenset((Tag.OFFICIAL, Tag.SECRETARY, Tag.DIRECTOR, Tag.STATE_SECRETARY, Tag.HEAD))
"""Whose subject may be words we do not know, as a minister's."""
_MONTHS_AND_NAMES = frozenset(("Kasım", "Eylül", "Nisan"))
"""Turkish months that people are called after."""
_TOGETHER = frozenset(("ile", "ilə", "bilan", "билан", "менен", "мен", "пен", "бен"))


def qualify(units: list[Unit], language: str | None) -> None:
    """Give such words their tags, in place."""
    if not any(unit.tag in "MmBPGLOSJdjqR" for unit in units):
        return
    _mark_bracketed(units)
    if language in TURKIC:
        _qualify_before(units)
    elif language == "ru":
        qualify_russian(units)
        _mark_abbreviations(units)
    else:
        _qualify_around(units)
        _mark_peers(units)
        _mark_abbreviations(units)


def _qualify_before(units: list[Unit]) -> None:
    tags = tags_of(units)
    if Tag.MINISTERS in tags:
        _join_countries(units, tags)
    for index in range(len(units) - 1):
        is_month = units[index].word not in _MONTHS_AND_NAMES or tags[max(0, index - 1)] == Tag.NUMBER
        if not is_month and tags[index + 1] == Tag.NAME and not units[index].ending:
            retag(units, [index], Tag.NAME)
    for head, unit in enumerate(units):
        if unit.tag == Tag.MINISTER and head and _is_possessed(units, head):
            subject = _subject_before(units, head)
            retag(units, subject, Tag.PORTFOLIO)


def _join_countries(units: list[Unit], tags: str) -> None:
    """ "Katar ile Oman sağlık bakanları": "with" between two countries is an "and"."""
    for index in range(1, len(units) - 1):
        if tags[index - 1] == tags[index + 1] == Tag.COUNTRY and units[index].word.lower() in _TOGETHER:
            retag(units, [index], Tag.CONNECT)


def _is_possessed(units: Sequence[Unit], head: int) -> bool:
    is_deputy = head + 1 < len(units) and units[head + 1].tag == Tag.DEPUTY
    return is_deputy or _POSSESSED.search(units[head].word.lower()) is not None


def _subject_before(units: Sequence[Unit], head: int) -> list[int]:
    """The unknown words of "A, B and C minister": C's always, the rest where they end at what surely is a title's."""
    direct: list[int] = []
    index = head - 1
    if _is_subject_name(units, index):
        direct.append(index)
        index -= 1
    while index >= 0 and len(direct) < _ITEM_WORDS and _is_subject_word(units[index]):
        direct.append(index)
        index -= 1
    if index == head - 1 and units[index].tag not in (Tag.HEALTH, Tag.PORTFOLIO):
        return []
    return direct + _list_before(units, index, head)


def _is_subject_name(units: Sequence[Unit], index: int) -> bool:
    """One unknown word in capitals, as Turkish writes titles, that cannot be a surname."""
    unit = units[index]
    is_single = index == 0 or units[index - 1].tag not in (Tag.NAME, Tag.INITIAL)
    is_plain = unit.tag == Tag.NAME and not unit.ending and not is_genitive(unit.word)
    is_plain = is_plain and _WHERE.search(unit.word) is None
    return is_single and is_plain and _SURNAME.search(unit.word) is None


def _list_before(units: Sequence[Unit], index: int, head: int) -> list[int]:
    found: list[int] = []
    words = _ITEM_WORDS
    has_separator = False
    while index >= max(0, head - _LONGEST_SUBJECT):
        unit = units[index]
        if unit.tag in (Tag.HEALTH, Tag.PORTFOLIO, Tag.COUNTRY):
            if has_separator or unit.tag != Tag.COUNTRY:
                words = 0 if not has_separator else words
            if unit.tag == Tag.COUNTRY:
                return found
        elif unit.tag in (Tag.CONNECT, ","):
            has_separator, words = True, _ITEM_WORDS - 1
        elif has_separator and words and _is_subject_word(unit):
            found.append(index)
            words -= 1
        else:
            break
        index -= 1
    is_sure = index + 1 < len(units) and units[index + 1].tag in (Tag.HEALTH, Tag.PORTFOLIO)
    return found if is_sure else []


def _is_subject_word(unit: Unit) -> bool:
    word = unit.word.lower()
    return unit.tag == Tag.WORD and word not in _ADJECTIVES and _NOT_OF_WHAT.search(word) is None


def _qualify_around(units: list[Unit]) -> None:
    """English: "Petroleum Minister", "Minister of petroleum"."""
    tags = tags_of(units)
    for head, unit in enumerate(units):
        if unit.tag == Tag.THING:
            retag(units, _purpose_after(units, tags, head), Tag.THING)
        if unit.tag == Tag.AMBASSADOR and units[head + 1 : head + 2] and units[head + 1].word == "for":
            retag(units, [head], Tag.OFFICIAL)  # the High Commissioner for Human Rights is no envoy
            unit = units[head]
        if unit.tag in _OF_SUBJECTS and head + 2 < len(units) and units[head + 1].word.lower() in _OF:
            retag(units, _unknown_in(_LONG_SUBJECT, tags, head + 2), Tag.PORTFOLIO)
            retag(units, _abstract_in(units, tags, head + 2), Tag.PORTFOLIO)
        if unit.tag != Tag.MINISTER:
            continue
        is_alone = head > 0 and tags[head - 1] == Tag.NAME and tags[max(0, head - 2) : head - 1] not in ("n", "I", "p")
        if is_alone and unit.word[0].isupper() and not units[head - 1].ending:
            retag(units, [head - 1], Tag.PORTFOLIO)
        after = head + 1
        if after + 1 < len(units) and units[after].word.lower() in _OF:
            after += 2 if units[after + 1].word.lower() == "the" else 1
            if after < len(units) and tags[after] in (Tag.WORD, Tag.NAME):
                retag(units, [after], Tag.PORTFOLIO)
            retag(units, _unknown_in(_SUBJECT_THEN_STYLE, tags, after), Tag.PORTFOLIO)
            retag(units, [m.start(1) for m in _BEFORE_SUBJECT.finditer(tags, after, after + _LONGEST_SUBJECT)], "o")


def _unknown_in(pattern: re.Pattern[str], tags: str, first: int) -> list[int]:
    """ "Minister for Services, Rules and Care Dr. X": unknown words before a "Dr" are of what."""
    subject = pattern.match(tags, first, first + _LONGEST_SUBJECT)
    return [i for i in range(first, subject.end()) if tags[i] in (Tag.NAME, Tag.STOP)] if subject else []


def _abstract_in(units: Sequence[Unit], tags: str, first: int) -> range:
    """The one or two unknown words behind an "and" that end a subject, with a comma and a name after them."""
    found = _SUBJECT_AND.match(tags, first, first + _LONGEST_SUBJECT)
    if found is None or not _ABSTRACT.search(units[found.end(1) - 1].word):
        return range(0)
    return range(found.start(1), found.end(1))


def _purpose_after(units: Sequence[Unit], tags: str, thing: int) -> range:
    """ "Center for Tests in Healthcare": the unknown words of a body's name that more of it follows."""
    if units[thing + 1].word.lower() not in _OF if thing + 1 < len(units) else True:
        return range(0)
    end = first = thing + 2
    while end < min(len(units), first + _ITEM_WORDS) and tags[end] == Tag.NAME:
        end += 1
    goes_on = tags[end : end + 1] in ("c", "t") and tags[end + 1 : end + 2] in ("H", "o", "z")
    return range(first, end if goes_on else first)


def _mark_bracketed(units: list[Unit]) -> None:
    """The abbreviation of the body named before it."""
    for index in range(2, len(units) - 1):
        unit = units[index]
        is_bracketed = units[index - 1].tag == "(" and units[index + 1].tag == ")"
        is_abbreviation = unit.tag in (Tag.NAME, Tag.STOP) and unit.word.isupper() and len(unit.word) > 1
        if is_bracketed and is_abbreviation:
            units[index] = unit._replace(tag=Tag.UNKNOWN)


def _mark_peers(units: list[Unit]) -> None:
    """ "Lord Bexley" without a given name: the rank is part of the name."""
    for index in range(len(units) - 1):
        after = tags_of(units[index + 1 : index + 3])
        if units[index].word in _PEERS and after[:1] == Tag.NAME and after[1:] not in ("n", "-"):
            units[index] = units[index]._replace(tag=Tag.NAME)


def _mark_abbreviations(units: list[Unit]) -> None:
    """ "посол САР в Москве": what stands between two parts of a title in capitals."""
    for index in range(1, len(units) - 1):
        unit = units[index]
        if unit.tag != Tag.NAME or len(unit.word) > _LONGEST_ABBREVIATION or not unit.word.isupper():
            continue
        before = units[index - 1]
        is_led = before.tag in _BEFORE_ABBREVIATION or before.word.lower() in ("of", "the")
        if is_led and len(unit.word) > 1 and _goes_on(units[index + 1 : index + 3]):
            units[index] = unit._replace(tag=Tag.UNKNOWN)


def _goes_on(after: Sequence[Unit]) -> bool:
    """With a place, or with a name of two words that is not all in capitals itself."""
    tags = tags_of(after)
    is_name = tags in ("nn", "In") and not any(unit.word.isupper() and len(unit.word) > 1 for unit in after)
    is_styled = tags == Tag.HONORIFIC + Tag.NAME
    return is_name or is_styled or (tags[:1] == Tag.TOWARDS and tags[1:] in ("C", "k", "c"))
