"""`daily 08:00 Kazakhstan Musayev topic:vaccines` → what was understood of it. Pure: who knows names is handed in.

Names are alternatives; `+` between two means both. A name may have several words, so the longest known one is taken.
What belongs to the grammar and cannot be read is told (`Draft.unread`), what may be a name is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.briefing.subscribing.cuts import read_cut, unquote
from bot.briefing.subscribing.options import read_options
from bot.briefing.subscribing.when import read_when
from bot.briefing.subscribing.zones import read_zone
from storage.folding import fold
from storage.models.chats import UNCUT, Draft, Term

LONGEST_LINE = 400
MOST_TERMS = 20
"""Countries and officials of one subscription."""

_MOST_WORDS = 5
"""Of one name."""
# As `fold` writes them.
_EVERYTHING = "everything all anything vse hepsi bari barlyk hammasi"
_FILLERS = (
    "at on every each in about for from with and or the a me please digest digests news time zone timezone o'clock of"
    " kazhdyy kazhduyu kazhdoe her har v i ve ili saat po sayyn"
)
_QUOTES = "\"'“”«»„‘’()[]"
_TOKEN = re.compile(
    r"""[-–−]?(?:[^\W\d_]{1,12}[:=])?(?:"[^"]*"|[“„«][^“”„«»]*[”“»])|(?:utc|gmt)[+-][0-9]{1,2}\b|\+|[^\s,;+]+|[,;]""",
    re.IGNORECASE,
)
_DASHES = ("-", "–", "—")
_MOST_UNREAD = 8

FindKeys = Callable[[str], tuple[str, ...]]
"""Keys of the countries or officials that bear a name: one, several who share it, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line says: the parts of a draft that were found. A term without a key is ambiguous or unknown."""

    draft: Draft
    is_cut: bool = False
    """It was too long, or named too many."""


def read_line(words: str, find_keys: FindKeys) -> Line:
    """Read when, zone, names, what else stories must hold, and how the subscription is to behave, in any order."""
    tokens = [token for token in _TOKEN.findall(words[:LONGEST_LINE]) if token not in _DASHES]
    cut = read_cut(tokens, [token for token in tokens if _is_quoted_name(token, find_keys)])
    options = read_options(_strip(cut.rest))
    zones = list(dict.fromkeys(zone for token in options.rest if (zone := read_zone(token))))
    when = read_when([token for token in options.rest if read_zone(token) is None])
    alternatives = _read_alternatives(when.rest, find_keys)
    if alternatives is None and cut.cut != UNCUT:
        alternatives = ()
    draft = Draft(
        alternatives=_bounded(alternatives),
        cut=cut.cut,
        cadence=when.cadence,
        days=when.days,
        times=when.times,
        timezone=zones[0] if zones else None,
        quiet=options.quiet,
        sends_empty=options.sends_empty,
        most_entries=options.most_entries,
        grouping=options.grouping,
        unread=(*cut.unread, *options.unread, *when.unread, *zones[1:])[:_MOST_UNREAD],
    )
    is_cut = len(words) > LONGEST_LINE or sum(map(len, alternatives or ())) > MOST_TERMS
    return Line(draft=draft, is_cut=is_cut)


def _strip(tokens: Sequence[str]) -> list[str]:
    return [stripped for token in tokens for part in token.split() if (stripped := part.strip(_QUOTES))]


def _is_quoted_name(token: str, find_keys: FindKeys) -> bool:
    """Curly quotation marks, which keyboards set of their own accord, around somebody's name."""
    return token[:1] in "“„«" and bool(find_keys(unquote(token) or ""))


def _read_alternatives(tokens: Sequence[str], find_keys: FindKeys) -> tuple[tuple[Term, ...], ...] | None:
    """Null where nothing is named, `()` for everything."""
    alternatives: list[list[Term]] = []
    joins = False
    for item in _read_items(tokens, find_keys):
        if item == "+":
            joins = bool(alternatives)
            continue
        if joins:
            alternatives[-1].append(item)
        else:
            alternatives.append([item])
        joins = False
    if not alternatives:
        return () if any(fold(token) in _EVERYTHING.split() for token in tokens) else None
    return tuple(dict.fromkeys(map(tuple, alternatives)))


def _read_items(tokens: Sequence[str], find_keys: FindKeys) -> Iterator[Term | Literal["+"]]:
    at = 0
    while at < len(tokens):
        if tokens[at] == "+":
            yield "+"
            at += 1
        elif length := _known_length(tokens, at, find_keys):
            name = " ".join(tokens[at : at + length])
            keys = find_keys(name)
            yield Term(words=name, key=keys[0] if len(keys) == 1 else None)
            at += length
        elif _is_noise(tokens[at]):
            at += 1
        else:
            length = _unknown_length(tokens, at, find_keys)
            yield Term(words=" ".join(tokens[at : at + length]))
            at += length


def _known_length(tokens: Sequence[str], at: int, find_keys: FindKeys) -> int:
    """How many words from there make the longest name that somebody bears; 0: none."""
    if _is_noise(tokens[at]):
        return 0
    lengths = (n for n in range(_run(tokens, at), 0, -1) if not _is_noise(tokens[at + n - 1]))
    return next((n for n in lengths if find_keys(" ".join(tokens[at : at + n]))), 0)


def _unknown_length(tokens: Sequence[str], at: int, find_keys: FindKeys) -> int:
    """An unknown name goes on with words that begin no known one: `Portal Mirnda` is asked about as a whole."""
    length = 1
    while length < _run(tokens, at) and not _is_noise(tokens[at + length]):
        if _known_length(tokens, at + length, find_keys):
            break
        length += 1
    return length


def _run(tokens: Sequence[str], at: int) -> int:
    """How many words stand there before a sign that parts names."""
    signs = (n for n, token in enumerate(tokens[at : at + _MOST_WORDS]) if token in ("+", ",", ";"))
    return next(signs, min(_MOST_WORDS, len(tokens) - at))


def _is_noise(token: str) -> bool:
    folded = fold(token)
    return token in (",", ";") or folded in _FILLERS.split() or folded in _EVERYTHING.split()


def _bounded(alternatives: tuple[tuple[Term, ...], ...] | None) -> tuple[tuple[Term, ...], ...] | None:
    if alternatives is None:
        return None
    kept, count = list[tuple[Term, ...]](), 0
    for alternative in alternatives:
        count += len(alternative)
        if count > MOST_TERMS:
            break
        kept.append(alternative)
    return tuple(kept)
