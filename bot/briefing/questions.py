"""From words to the lookup they most likely ask for. Pure: who looks up officials is handed in.

An outcome is a value: understood, a choice of candidates, or not understood and why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.briefing.when import Days, NoDays, parse_when
from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.lookup import resolve_country, suggest_countries
from bot.reading.text.datewords import lower
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official
from storage.news.keys import official_key
from storage.news.search import split_words

LONGEST_NAME = 120
"""Characters a question may have; nobody's name or wish is longer, a pasted article is."""
MOST_OPTIONS = 6
MOST_WORDS = 10

Subject = str | Official
"""What a lookup is about: a country by its code, or an official."""


class Why(StrEnum):
    """Why a question was not understood; `render` says it and what to write instead."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_OFFICIAL = "unknown_official"
    UNKNOWN_DATE = "unknown_date"
    IMPOSSIBLE_DATE = "impossible_date"
    REVERSED_DATES = "reversed_dates"
    UNKNOWN_PAIR = "unknown_pair"
    SAME_TWICE = "same_twice"
    NO_WORDS = "no_words"
    NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible reading of a question, for a button."""

    lookup: Lookup
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What is asked; `others` bear the same name and have no articles yet."""

    lookup: Lookup
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Several readings. `is_guess`: none is what was written, they are near it."""

    asked: str
    options: tuple[Candidate, ...]
    is_guess: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """Nothing fits."""

    asked: str
    why: Why


Understanding = Understood | Candidates | NotUnderstood


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Who knows names: countries from the gazetteer, officials from the store."""

    countries: CountryGazetteer
    find_officials: Callable[[str], tuple[Official, ...]]
    """Those who bear the name, the ones with stories first."""
    suggest_officials: Callable[[str], tuple[Official, ...]]
    """Those whose name is a typo away."""
    list_officials_of: Callable[[str], tuple[Official, ...]]
    """A country's officials who stand in stories."""


def key_of(subject: Subject) -> str:
    """The key the store counts and lists a subject's stories by."""
    return subject if isinstance(subject, str) else official_key(subject.id)


def read_country(words: str, names: Names) -> Understanding:
    """`/country`: a name in any language, inflected, a code, a flag, or a typo of one."""
    if fault := _bounds(words):
        return fault
    codes = resolve_country(words, names.countries)
    if len(codes) == 1:
        return Understood(lookup=_lookup_of(words, codes))
    if codes:
        return _choice(words, codes, is_guess=False)
    if near := _near_countries(words, names):
        return _choice(words, near, is_guess=True)
    officials = names.find_officials(words)
    return _choice(words, officials, is_guess=True) if officials else _nobody(words, Why.UNKNOWN_COUNTRY)


def read_official(words: str, names: Names) -> Understanding:
    """`/minister`: any official, by surname, full name, initials, in any script; a country offers its officials."""
    if fault := _bounds(words):
        return fault
    if officials := names.find_officials(words):
        return _one_or_choice(words, officials)
    if codes := resolve_country(words, names.countries):
        of_country = [official for code in codes for official in names.list_officials_of(code)]
        return _choice(words, of_country or codes, is_guess=True)
    near = names.suggest_officials(words)
    return _choice(words, near, is_guess=True) if near else _nobody(words, Why.UNKNOWN_OFFICIAL)


def read_date(words: str, today: date) -> Understanding:
    """`/date`: a day, month, year, range or relative day in any of the languages; or `unknown`."""
    if fault := _bounds(words):
        return fault
    match parse_when(words, today):
        case Days(since_on=since_on, until_on=until_on):
            return Understood(lookup=Lookup(kind=LookupKind.DATE, asked=words, since_on=since_on, until_on=until_on))
        case NoDays.UNDATED:
            return Understood(lookup=Lookup(kind=LookupKind.UNDATED, asked=words))
        case no_days:
            return _nobody(words, _NO_DAYS[no_days])


_NO_DAYS = {
    NoDays.IMPOSSIBLE: Why.IMPOSSIBLE_DATE,
    NoDays.REVERSED: Why.REVERSED_DATES,
    NoDays.UNREADABLE: Why.UNKNOWN_DATE,
}


def read_pair(words: str, names: Names) -> Understanding:
    """`/between`: two countries or officials."""
    if fault := _bounds(words):
        return fault
    guess: Understanding = _nobody(words, Why.UNKNOWN_PAIR)
    for left, right in _splits(words):
        match _read_sides(words, left, right, names):
            case None:
                pass
            case Candidates(is_guess=True) as near:
                guess = guess if isinstance(guess, Candidates) else near
            case understood:
                return understood
    return guess


def read_search(words: str) -> Understanding:
    """`/search`: every word must stand in the article; operators are words like any other."""
    if not words.strip():
        return _nobody(words, Why.EMPTY)
    terms = tuple(dict.fromkeys(split_words(words[:LONGEST_NAME])))[:MOST_WORDS]
    if not terms:
        return _nobody(words, Why.NO_WORDS)
    return Understood(lookup=Lookup(kind=LookupKind.SEARCH, asked=words[:LONGEST_NAME], words=terms))


def read_question(words: str, names: Names, today: date, has_results: Callable[[Lookup], bool]) -> Understanding:
    """Plain text, as the likeliest lookup: a date, a country, an official, a pair, else a search; else what is near.

    `has_results` tells whether a search finds anything: only then it is an answer.
    """
    if fault := _bounds(words):
        return fault
    if lower(words).strip(" .!?") in _LATEST:
        return Understood(lookup=Lookup(kind=LookupKind.LATEST, asked=words))
    for understanding in _likeliest(words, names, today):
        if isinstance(understanding, Understood) or (
            isinstance(understanding, Candidates) and not understanding.is_guess
        ):
            return understanding
    search = read_search(words)
    if isinstance(search, Understood) and has_results(search.lookup):
        return search
    near = [*_near_countries(words, names), *names.suggest_officials(words)]
    return _choice(words, near, is_guess=True) if near else _nobody(words, Why.NOTHING_FOUND)


_LATEST = frozenset(
    ("latest", "newest", "news", "latest news", "son haberler", "haberler", "son", "новости", "последние", "свежее")
    + ("последние новости", "xəbərlər", "son xəbərlər", "жаңалықтар", "соңғы", "жаңылыктар", "yangiliklar")
)


def _likeliest(words: str, names: Names, today: date) -> Iterator[Understanding]:
    yield read_date(words, today)
    yield _read_name(words, names)
    yield read_pair(words, names)


def _read_name(words: str, names: Names) -> Understanding:
    """A country or an official; both, where both bear it."""
    codes = resolve_country(words, names.countries)
    officials = names.find_officials(words)
    with_stories = [official for official in officials if official.story_count]
    if codes and (len(codes) > 1 or with_stories):
        return _choice(words, [*codes, *with_stories], is_guess=False)
    if codes:
        return Understood(lookup=_lookup_of(words, codes))
    return _one_or_choice(words, officials) if officials else _nobody(words, Why.NOTHING_FOUND)


def _read_sides(words: str, left: str, right: str, names: Names) -> Understood | Candidates | NotUnderstood | None:
    exact = [_subjects(side, names) for side in (left, right)]
    if all(exact):
        return _pair(words, exact[0], exact[1], is_guess=False)
    if not any(exact):
        return None
    near = [found or _near(side, names) for found, side in zip(exact, (left, right), strict=True)]
    return _pair(words, near[0], near[1], is_guess=True) if all(near) else None


def _pair(words: str, left: Sequence[Subject], right: Sequence[Subject], *, is_guess: bool) -> Understanding | None:
    pairs = {frozenset((key_of(a), key_of(b))): (a, b) for a in left for b in right if key_of(a) != key_of(b)}
    if not pairs:
        return None if is_guess else _nobody(words, Why.SAME_TWICE)
    if len(pairs) == 1 and not is_guess:
        return Understood(lookup=_lookup_of(words, *pairs.values()))
    options = [Candidate(lookup=_lookup_of(words, pair), subjects=pair) for pair in pairs.values()]
    return Candidates(asked=words, options=tuple(options[:MOST_OPTIONS]), is_guess=is_guess)


def _subjects(side: str, names: Names) -> tuple[Subject, ...]:
    if codes := resolve_country(side, names.countries):
        return codes
    officials = names.find_officials(side)
    return tuple(official for official in officials if official.story_count) or officials


def _near(side: str, names: Names) -> tuple[Subject, ...]:
    return (*_near_countries(side, names), *names.suggest_officials(side))[:3]


def _near_countries(words: str, names: Names) -> tuple[str, ...]:
    return tuple(code for code, _ in suggest_countries(words, names.countries))


_JOINING = r"and|&|\+|[-–—/]|vs\.?|with|ile|ve|и|с|və|ilə|және|мен|пен|бен|менен|va|bilan"
_BETWEEN = re.compile(rf"\s+(?:{_JOINING})\s+|\s*[,;|&+–—/]\s*", re.IGNORECASE)
_FLAGS = re.compile("([\U0001f1e6-\U0001f1ff]{2})(?=[\U0001f1e6-\U0001f1ff])")


def _splits(words: str) -> Iterator[tuple[str, str]]:
    """Every way to cut the words in two, at a word or sign that joins first."""
    words = _FLAGS.sub(r"\1 ", words)
    for found in _BETWEEN.finditer(words):
        yield words[: found.start()], words[found.end() :]
    parts = words.split()
    if len(parts) <= MOST_WORDS:
        yield from ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts)))


def _one_or_choice(words: str, officials: Sequence[Official]) -> Understanding:
    """One who has articles comes before those known from seeds alone."""
    known = [official for official in officials if official.story_count]
    if len(known or officials) > 1:
        return _choice(words, officials, is_guess=False)
    (chosen,) = known or officials
    others = tuple(_candidate(words, other) for other in officials if other.id != chosen.id)
    return Understood(lookup=_lookup_of(words, (chosen,)), others=others[:MOST_OPTIONS])


def _choice(words: str, subjects: Sequence[Subject], *, is_guess: bool) -> Candidates:
    options = tuple(_candidate(words, subject) for subject in subjects[:MOST_OPTIONS])
    return Candidates(asked=words, options=options, is_guess=is_guess)


def _candidate(words: str, subject: Subject) -> Candidate:
    return Candidate(lookup=_lookup_of(words, (subject,)), subjects=(subject,))


def _lookup_of(words: str, subjects: Sequence[Subject]) -> Lookup:
    keys = tuple(sorted(key_of(subject) for subject in subjects))
    single = LookupKind.COUNTRY if isinstance(subjects[0], str) else LookupKind.OFFICIAL
    return Lookup(kind=LookupKind.PAIR if len(keys) == 2 else single, asked=words, keys=keys)


def _nobody(words: str, why: Why) -> NotUnderstood:
    return NotUnderstood(asked=words, why=why)


def _bounds(words: str) -> NotUnderstood | None:
    if not words.strip():
        return NotUnderstood(asked="", why=Why.EMPTY)
    if len(words) > LONGEST_NAME:
        return NotUnderstood(asked=words[:40], why=Why.TOO_LONG)
    return None
