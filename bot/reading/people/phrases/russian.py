"""Unknown words of Russian titles, told by their endings: what a minister or a body is of. For `qualifiers`."""

from __future__ import annotations

import re

from bot.reading.people.phrases.units import Unit, retag
from bot.reading.people.titles.tags import Tag

_GENITIVE_NOUN = re.compile("(?:[еа]ния|ства|[кц]ии|гии|ики|ости|ресурсов|сообщений?|сообщения|печати|связи|спорта)$")
_GENITIVE_ADJECTIVE = re.compile("(?:ых|их|ого|его|ой|ей)$")
_GENITIVE_OF_BODY = re.compile("(?:ии|ики|[оие][гкц]и|ов|ев|[еок]к|ства|[еа]ния|ости)$")
_VERB = re.compile("(?:л|ла|ло|ли|[еиую]т|с[яь]|ть|в)$")
_KNOWN_SUBJECT = frozenset((Tag.HEALTH, Tag.PORTFOLIO, Tag.CONNECT))
_OF_ORIGIN = frozenset((Tag.COUNTERPART, Tag.HEALTH, Tag.MINISTER, Tag.MINISTERS, Tag.DEPUTY_MINISTER))
_HEADS = frozenset(("главы", "глав", "главам", "главами", "руководители", "руководителей", "руководителями"))
_PROVINCES = frozenset(("области", "края", "района", "округа"))
_OF_PROVINCE = re.compile("(?:ской|цкой|ского|цкого|ного)$")
_LONGEST_SUBJECT = 10


def qualify_russian(units: list[Unit]) -> None:
    """Give such words their tags, in place."""
    _qualify_minister(units)
    _join_origin(units)
    _mark_provinces(units)
    _mark_heads(units)
    _finish_names(units)


def _qualify_minister(units: list[Unit]) -> None:
    """Russian: "министр водоснабжения и водных ресурсов"."""
    for head, unit in enumerate(units):
        if unit.tag not in (Tag.MINISTER, Tag.DEPUTY_MINISTER):
            continue
        index = _after_affairs(units, head)
        while index < min(len(units), head + _LONGEST_SUBJECT):
            if units[index].tag in _KNOWN_SUBJECT:
                index += 1
                continue
            end = index
            while end < min(len(units), index + 2) and _is_word(units[end], _GENITIVE_ADJECTIVE):
                end += 1
            if end == len(units) or not _is_word(units[end], _GENITIVE_NOUN):
                break
            retag(units, range(index, end + 1), Tag.PORTFOLIO)
            index = end + 1
            if index < len(units) and units[index].tag == Tag.CONNECT:
                index += 1


def _mark_provinces(units: list[Unit]) -> None:
    """ "Министр здравоохранения Московской области": the adjective belongs to the province."""
    for index in range(1, len(units)):
        if units[index].word.lower() in _PROVINCES and _OF_PROVINCE.search(units[index - 1].word.lower()):
            for at in (index - 1, index):
                units[at] = units[at]._replace(tag=Tag.PROVINCE)


def _mark_heads(units: list[Unit]) -> None:
    """ "Главы минздравов": ministers; "главы Минздрава" is one in the genitive."""
    for index in range(len(units) - 1):
        if units[index].word.lower() in _HEADS and units[index + 1].word.lower() == "минздравов":
            units[index] = units[index]._replace(tag=Tag.MINISTERS)
            units[index + 1] = units[index + 1]._replace(tag=Tag.HEALTH)


def _join_origin(units: list[Unit]) -> None:
    """ "Коллега из Казахстана": whom the title is held for."""
    for index in range(1, len(units) - 1):
        is_origin = units[index].word.lower() == "из" and units[index + 1].tag == Tag.COUNTRY
        if is_origin and units[index - 1].tag in _OF_ORIGIN:
            units[index] = units[index]._replace(tag=Tag.CONNECT)


def _after_affairs(units: list[Unit], head: int) -> int:
    """ "министр по делам женщин и молодежи": what follows is of what until a verb, a name or a country."""
    index = head + 1
    if [unit.word.lower() for unit in units[index : index + 2]] not in (["по", "делам"], ["по", "вопросам"]):
        return index
    end = index + 2
    while end < min(len(units), index + _LONGEST_SUBJECT) and _is_of_affairs(units[end]):
        end += 1
    retag(units, range(index + 1, end), Tag.PORTFOLIO)
    return end


def _is_of_affairs(unit: Unit) -> bool:
    return unit.tag == Tag.CONNECT or (unit.tag == Tag.WORD and not _VERB.search(unit.word))


def _finish_names(units: list[Unit]) -> None:
    """ "Верховного суда Беларуси", "центра онкологии Анна Ли": an unknown noun behind a body that ends its name."""
    for index in range(1, len(units) - 1):
        before, following = units[index - 1], units[index + 1].tag
        if before.tag not in (Tag.THING, Tag.MINISTRY) or units[index].tag != Tag.WORD:
            continue
        is_body = _GENITIVE_ADJECTIVE.search(before.word) and before.word[0].isupper()
        is_of_what = following == Tag.NAME and _is_word(units[index], _GENITIVE_OF_BODY)
        if is_of_what or (is_body and following in (Tag.COUNTRY, Tag.STATE)):
            units[index] = units[index]._replace(tag=Tag.THING)


def _is_word(unit: Unit, pattern: re.Pattern[str]) -> bool:
    return unit.tag == Tag.WORD and len(unit.word) > 4 and pattern.search(unit.word) is not None
