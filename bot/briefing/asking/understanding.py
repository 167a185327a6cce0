"""What becomes of a question: understood, a choice of candidates, or not understood and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.countries.gazetteer import CountryGazetteer
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official
from storage.models.seeds import Role
from storage.news.keys import official_key

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
    ONE_OF_PAIR = "one_of_pair"
    UNKNOWN_SIDE = "unknown_side"
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
    """What is asked; `others` are what else the words may mean, less likely."""

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
    """A country's or an organization's officials who stand in stories."""
    list_holders: Callable[[Sequence[Role], str], tuple[Official, ...]]
    """Who holds or held one of the roles for a country, as articles state it, the last seen first."""
    has_stories: Callable[[Lookup], bool]
    """Whether the archive has anything for it."""
    is_plain: bool = False
    """Whether the words are a sentence, in which "in" is no country and "me" nobody's name."""


def key_of(subject: Subject) -> str:
    """The key the store counts and lists a subject's stories by."""
    return subject if isinstance(subject, str) else official_key(subject.id)


def choice_of(words: str, subjects: Sequence[Subject], *, is_guess: bool) -> Candidates:
    """One button a subject."""
    options = tuple(candidate_of(words, subject) for subject in subjects[:MOST_OPTIONS])
    return Candidates(asked=words, options=options, is_guess=is_guess)


def candidate_of(words: str, *subjects: Subject) -> Candidate:
    """That this subject is meant, or these two together."""
    return Candidate(lookup=lookup_of(words, subjects), subjects=subjects)


def lookup_of(words: str, subjects: Sequence[Subject]) -> Lookup:
    """What is asked about one subject, or about two together."""
    keys = tuple(sorted(key_of(subject) for subject in subjects))
    single = LookupKind.COUNTRY if isinstance(subjects[0], str) else LookupKind.OFFICIAL
    return Lookup(kind=LookupKind.PAIR if len(keys) == 2 else single, asked=words, keys=keys)


def likeliest_of(words: str, options: Sequence[Candidate], names: Names) -> Understanding:
    """The option that has stories; a choice where several have some, or none has."""
    known = [option for option in options if names.has_stories(option.lookup)] or options
    if len(known) == 1:
        return Understood(lookup=known[0].lookup)
    return Candidates(asked=words, options=tuple(known[:MOST_OPTIONS]), is_guess=False)


def not_understood(words: str, why: Why) -> NotUnderstood:
    """With what was written."""
    return NotUnderstood(asked=words, why=why)


def find_fault(words: str) -> NotUnderstood | None:
    """Whether there is nothing to read, or far too much, or something that is no text."""
    if not words.strip():
        return NotUnderstood(asked="", why=Why.EMPTY)
    if len(words) > LONGEST_NAME:
        return NotUnderstood(asked=words[:40], why=Why.TOO_LONG)
    if any("\ud800" <= char <= "\udfff" for char in words):  # half a character: no text, whatever stands around it
        return NotUnderstood(asked=words, why=Why.NO_WORDS)
    return None
