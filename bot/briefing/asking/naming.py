"""Whom words name: countries, officials, an organization's officials; as written, inflected, or a typo away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from bot.briefing.asking.understanding import Names, Subject
from bot.briefing.asking.words import FILLERS, organizations
from bot.reading.countries.lookup import resolve_country, suggest_countries
from bot.reading.people.names import bases
from bot.reading.text.datewords import lower
from storage.folding import fold
from storage.models.news import Official

_SHORT = 3
"""Letters of a word that may be a code or a word of any language."""
_SHORTEST_BASE = 4
_MOST_FORMS = 40
_MOST_WORDS = 16
_APOSTROPHE = re.compile(r"['’ʼ‘]\w{1,6}$")
_INFLECTED = ("ru", "tr", "az", "kk", "uz")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
_TWINS = ("AaBCcEeHIiKMOoPpTXxYy", "АаВСсЕеНІіКМОоРрТХхУу")
"""Letters of both scripts that look alike."""
_TO_CYRILLIC, _TO_LATIN = str.maketrans(*_TWINS), str.maketrans(_TWINS[1], _TWINS[0])


def find_countries(words: str, names: Names) -> tuple[str, ...]:
    """The codes of every country the words may name as a whole."""
    for written in (words, *_unmixed(words)):
        if codes := resolve_country(written, names.countries):
            return () if names.is_plain and _is_by_chance(written, names) else codes
    return ()


def usual_country(words: str, codes: tuple[str, ...], names: Names) -> str | None:
    """The one of several countries that is usually called just so: Guinea, beside Papua New Guinea."""
    wanted = fold(words).strip()
    usual = [code for code in codes if wanted in map(fold, names.countries.names.get(code, {}).values())]
    return usual[0] if len(usual) == 1 else None


def find_bearers(words: str, names: Names) -> tuple[Official, ...]:
    """The officials who bear the name, as written, else one it may be an inflected form of."""
    if names.is_plain and len(words) <= _SHORT and (words.islower() or lower(words) in FILLERS):
        return ()
    if any(char.isdigit() for char in words):
        return ()
    for said in (words, *_unmixed(words), *_nominatives(words)):
        if officials := names.find_officials(said):
            return officials
    return ()


def find_staff(words: str, names: Names) -> tuple[Official, ...]:
    """The officials of the organization that the words name, those in most stories first."""
    if names.is_plain and not words.isupper() and len(words) <= _SHORT + 1:
        return ()
    asked = " ".join(words.split())
    code = next((code for written in (asked, *_unmixed(asked)) if (code := _organization(written))), asked)
    return names.list_officials_of(code) if len(code) != 2 else ()


def find_subjects(words: str, names: Names) -> tuple[Subject, ...]:
    """Whatever bears the name: countries before officials, of whom those in stories come alone where there are any."""
    if lower(words.strip()) in FILLERS and not words.isupper():
        return ()
    if codes := find_countries(words, names):
        usual = usual_country(words, codes, names)
        return (usual,) if usual else codes
    officials = find_bearers(words, names)
    known = tuple(official for official in officials if official.story_count)
    if names.is_plain or known:
        return known or find_staff(words, names)
    return officials or find_staff(words, names)


def list_named(words: str, names: Names) -> tuple[Subject, ...]:
    """Whatever is named somewhere inside a sentence, in its order, by as many words as make a name."""
    parts = [part.strip(" ,.!?") for part in words.split()][:_MOST_WORDS]
    found: dict[Subject, None] = {}
    at = 0
    while at < len(parts):
        lengths = range(min(_SHORT, len(parts) - at), 0, -1)
        spans = ((length, find_subjects(" ".join(parts[at : at + length]), names)) for length in lengths)
        length, subjects = next(((length, subjects) for length, subjects in spans if subjects), (1, ()))
        found |= dict.fromkeys(subjects)
        at += length
    return tuple(found)


def list_near(words: str, names: Names) -> tuple[Subject, ...]:
    """Whatever is a typo away, countries first."""
    if lower(words.strip()) in FILLERS:
        return ()
    return (*list_near_countries(words, names), *names.suggest_officials(words))


def list_near_countries(words: str, names: Names) -> tuple[str, ...]:
    """Countries whose name is a typo away."""
    return tuple(code for code, _ in suggest_countries(words, names.countries))


def _organization(written: str) -> str | None:
    return next((code for code, forms in organizations().items() if fold(written) in forms), None)


def _is_by_chance(words: str, names: Names) -> bool:
    """Whether a short word of a sentence is a country's code only because it was not written as one: "in", "is"."""
    word = words.strip()
    if len(word) > _SHORT or not word.isalpha() or word.isupper():
        return False
    written = word.upper()
    spans = ((start, end) for _, start, end in names.countries.spellings_in(written))
    return lower(word) in FILLERS or (0, len(written)) not in spans


def _unmixed(words: str) -> Iterator[str]:
    """The words in one script, where someone mixed two: Kaзахстан with a Latin K."""
    if _CYRILLIC.search(words) and _LATIN.search(words):
        parts = words.split()
        mixed = [bool(_CYRILLIC.search(part) and _LATIN.search(part)) for part in parts]
        for table in (_TO_CYRILLIC, _TO_LATIN):
            if any(mixed):
                yield " ".join(p.translate(table) if is_mixed else p for p, is_mixed in zip(parts, mixed, strict=True))


def _nominatives(words: str) -> Iterator[str]:
    """What the words may be a case of: Koca'nın, Токаева, Musayevlə. In Russian every word has an ending."""
    if (bare := _APOSTROPHE.sub("", words)) != words:
        yield bare
    parts = words.split()
    if not 1 <= len(parts) <= _SHORT:
        return
    forms: dict[str, None] = {}
    for language in _INFLECTED:
        options = [_bases(part, language) if language == "ru" or part == parts[-1] else (part,) for part in parts]
        forms |= dict.fromkeys(" ".join(said) for said in islice(product(*options), _MOST_FORMS))
    forms.pop(words, None)
    yield from islice(forms, _MOST_FORMS)


def _bases(word: str, language: str) -> tuple[str, ...]:
    return tuple(base for base in bases(word, language) if base == word or len(base) >= _SHORTEST_BASE)
