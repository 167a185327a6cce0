"""Which country a question names as a whole, in whatever language, script and case it was typed; and near misses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.spelling import fold

_LONGEST_QUESTION = 80
_SHORTEST_STEM = 4
_STATE_WORDS = re.compile(
    "the|of|republic|federal|federative|islamic|kingdom|state|cumhuriyeti|respublikas[iy]|respublika"
    "|республик[аиеу]|республикой|республикас[ыи]|королевство|государство"
)
_MORE_STATE_WORDS = re.compile(
    "federation|arab|democratic|peoples|socialist|plurinational|oriental|hashemite|bolivarian|commonwealth|confederation"
    "|union|grand|duchy|federasyonu|kralligi|arap|islam|halk|demokratik|sosyalist|hasimi|bolivarci"
    "|federasiyasi|ereb|xalq|federativ|sosialist|hasimiler|islom|sotsialistik|qirolligi"
    "|федерация|федерациясы|конфедерация|конфедерациясы|арабская|исламская|народно|народная|демократическая"
    "|социалистическая|федеративная|боливарианская|хашимитское"
    "|араб|ислам|халық|халык|федеративтік|социалистік|корольдігі|хашимит"
)
"""What an official name adds to the usual one; folded."""

_SHORTEST_TYPO = 4
_LIKENESS = 80.0
_LIKENESS_BEHIND_BEST = 8.0
_MOST_SUGGESTIONS = 4


def resolve_country(question: str, gazetteer: CountryGazetteer) -> tuple[str, ...]:
    """The codes of every country that the whole question may name; several for Guinea, Congo, Korea.

    Names, adjectives, demonyms and capitals in any of the languages, also inflected; ISO alpha-2 and alpha-3; flags.
    """
    if len(question) > _LONGEST_QUESTION:
        return ()
    written = question.strip()
    if written.upper() in gazetteer.names:
        return (written.upper(),)
    for key in (written, *_ways_to_say(fold(written))):
        if codes := gazetteer.codes_by_name.get(key):
            return codes
    return ()


def suggest_countries(question: str, gazetteer: CountryGazetteer) -> tuple[tuple[str, str], ...]:
    """(code, usual name in the language of the match) of the few countries whose names are nearly this; best first."""
    name = fold(question)
    if not _SHORTEST_TYPO <= len(name) <= _LONGEST_QUESTION:
        return ()
    near = process.extract(
        name, gazetteer.names_by_folded.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=4 * _MOST_SUGGESTIONS
    )
    suggested: dict[str, str] = {}
    for folded, likeness, _ in near:
        if likeness >= near[0][1] - _LIKENESS_BEHIND_BEST:
            code, usual = gazetteer.names_by_folded[folded]
            suggested.setdefault(code, usual)
    return tuple(suggested.items())[:_MOST_SUGGESTIONS]


def country_name(code: str, language: str, gazetteer: CountryGazetteer) -> str:
    """The usual name; in English where the language has none, the code itself where nobody knows it."""
    names = gazetteer.names.get(code, {})
    return names.get(language) or names.get("en") or code


def _ways_to_say(name: str) -> Iterator[str]:
    """The folded question itself, then without the words of official names, then without case endings."""
    yield name
    # Imported here: its patterns are a fortieth of a start, and only a question wants them.
    from bot.reading.countries.endings import allows_after_name

    words = [word for word in name.split() if not _STATE_WORDS.fullmatch(word)]
    bare = " ".join(words)
    yield bare
    yield " ".join(word for word in words if not _MORE_STATE_WORDS.fullmatch(word))
    for end in range(len(bare) - 1, _SHORTEST_STEM - 1, -1):
        if allows_after_name(bare[end:]):
            yield bare[:end]
