"""Cuts a stretch of title words into titles: where each begins and ends, and its noun. For `cues` only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.people.phrases.units import Unit
from bot.reading.people.titles.tags import HEADS, Tag

ANY_HEAD = HEADS | {Tag.COUNTERPART}
_GENITIVE = re.compile(r"(?:n?[ıiuü]n|[ндт][ыіиуү][ңн]|n[iı]ng|нинг|n[iıy][ñnń])$")
_COUNTRY_AND = re.compile(r"Cc{1,2}(?=C)")
_PLACE_AFTER = re.compile(r"t(?!c{0,2}C[THo]{0,3}[NY])c{0,2}[Ck]")
_COUNTRY_THEN_MORE = re.compile("C(?=c)(?!cc?[oH]{1,6}$)")
_REGIONAL = re.compile("r+[GJ]")
LEADING = "ctzk-,ir"
_TRAILING = "ct-,iX1ADf"


def is_genitive(word: str) -> bool:
    """Whether a Turkic word ends as a genitive does."""
    return _GENITIVE.search(word.lower()) is not None


def cut_head_first(units: Sequence[Unit], tags: str, first: int, last: int) -> list[tuple[int, int, int]]:
    """English, Russian: one title, whose noun is the first one, unless that is a genitive ("the minister's aide")."""
    pieces = []
    for begin, stop in _split_at_and(units, tags, first, last):
        heads = [i for i in range(begin, stop) if tags[i] in ANY_HEAD]
        if not heads:
            continue
        head = next((i for i in heads if not units[i].ending or i == heads[-1]), heads[-1])
        pieces.append((*_trim(tags, begin, stop, head), head))
    return pieces


def _split_at_and(units: Sequence[Unit], tags: str, first: int, last: int) -> list[tuple[int, int]]:
    """ "The Minister of Health and the Ambassador": an "and" between two nouns of titles parts two titles."""
    pieces = []
    heads = [i for i in range(first, last) if tags[i] in ANY_HEAD]
    for head, following in pairwise(heads):
        cut = next((i for i in range(head, following) if units[i].word.lower() in ("and", "и")), None)
        if cut is not None and tags[head] != Tag.MINISTERS:
            pieces.append((first, cut))
            first = cut + 1
    return [*pieces, (first, last)]


def _trim(tags: str, first: int, last: int, head: int) -> tuple[int, int]:
    """Without what only leads up to the title ("with Cuba and …") or follows it ("… in Havana")."""
    if tags[head] != Tag.MINISTERS:
        joined = _COUNTRY_AND.match(tags, first, head)
        first = joined.end() if joined else first
    while first < head and tags[first] in LEADING and not _REGIONAL.match(tags, first):
        first += 1
    is_before_name = tags[last : last + 1] in (Tag.NAME, Tag.INITIAL)
    if tags[head] not in "BO" and not is_before_name and (place := _PLACE_AFTER.search(tags, head + 1, last)):
        last = place.start()
    if tags[head] != Tag.MINISTERS and (ended := _COUNTRY_THEN_MORE.search(tags, head + 1, last)):
        last = ended.start() + 1
    while last > head + 1 and tags[last - 1] in _TRAILING:
        last -= 1
    return first, last


def cut_head_last(units: Sequence[Unit], tags: str, first: int, last: int) -> list[tuple[int, int, int]]:
    """Turkic languages: a title ends with its noun (or the deputy after it); what follows begins the next one."""
    pieces = []
    heads = [i for i in range(first, last) if tags[i] in ANY_HEAD]
    for position, head in enumerate(heads):
        end = head + 1
        while end < last and tags[end] in "D1A-#":
            end += 1
        following = heads[position + 1] if position + 1 < len(heads) else None
        is_owner = following is not None and (
            is_genitive(units[head].word)
            or (following == end and tags[following] in "OLbSG" and tags[following - 1] != "D")
            or tags[head] == Tag.COUNTERPART
        )
        if is_owner:
            continue
        while first < head and (tags[first] in "cti-," or _is_bare_thing(units, tags, first)):
            first += 1
        while units[end - 1].tag in "1-":
            end -= 1
        pieces.append((first, end, head))
        first = end
    return pieces


def _is_bare_thing(units: Sequence[Unit], tags: str, index: int) -> bool:
    """ "heyət ÜST-nin direktoru": a thing before a body or country, not in the genitive, is no part of the title."""
    return tags[index] == Tag.THING and tags[index + 1] in "WUC" and not is_genitive(units[index].word)
