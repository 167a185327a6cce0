"""Two countries or officials in one question, however they are joined; and whatever is a typo away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.briefing.asking.understanding import (
    MOST_OPTIONS,
    MOST_WORDS,
    Candidates,
    Names,
    Subject,
    Understanding,
    Understood,
    Why,
    candidate_of,
    find_fault,
    key_of,
    lookup_of,
    not_understood,
)
from bot.reading.countries.lookup import resolve_country, suggest_countries

_JOINING = r"and|&|\+|[-–—/]|vs\.?|with|ile|ve|и|с|və|ilə|және|мен|пен|бен|менен|va|bilan"
_BETWEEN = re.compile(rf"\s+(?:{_JOINING})\s+|\s*[,;|&+–—/]\s*", re.IGNORECASE)
_FLAGS = re.compile("([\U0001f1e6-\U0001f1ff]{2})(?=[\U0001f1e6-\U0001f1ff])")


def read_pair(words: str, names: Names) -> Understanding:
    """`/between`: two countries or officials."""
    if fault := find_fault(words):
        return fault
    guess: Understanding = not_understood(words, Why.UNKNOWN_PAIR)
    for left, right in _splits(words):
        match _read_sides(words, left, right, names):
            case None:
                pass
            case Candidates(is_guess=True) as near:
                guess = guess if isinstance(guess, Candidates) else near
            case understood:
                return understood
    return guess


def list_near(words: str, names: Names) -> tuple[Subject, ...]:
    """Whatever is a typo away, countries first."""
    countries: tuple[Subject, ...] = list_near_countries(words, names)
    return countries + names.suggest_officials(words)


def list_near_countries(words: str, names: Names) -> tuple[str, ...]:
    """Countries whose name is a typo away."""
    return tuple(code for code, _ in suggest_countries(words, names.countries))


def _read_sides(words: str, left: str, right: str, names: Names) -> Understanding | None:
    exact = [_subjects(side, names) for side in (left, right)]
    if all(exact):
        return _pair(words, exact[0], exact[1], is_guess=False)
    if not any(exact):
        return None
    near = [found or list_near(side, names)[:3] for found, side in zip(exact, (left, right), strict=True)]
    return _pair(words, near[0], near[1], is_guess=True) if all(near) else None


def _pair(words: str, left: Sequence[Subject], right: Sequence[Subject], *, is_guess: bool) -> Understanding | None:
    pairs = {frozenset((key_of(a), key_of(b))): (a, b) for a in left for b in right if key_of(a) != key_of(b)}
    if not pairs:
        return None if is_guess else not_understood(words, Why.SAME_TWICE)
    if len(pairs) == 1 and not is_guess:
        return Understood(lookup=lookup_of(words, *pairs.values()))
    options = [candidate_of(words, *pair) for pair in pairs.values()]
    return Candidates(asked=words, options=tuple(options[:MOST_OPTIONS]), is_guess=is_guess)


def _subjects(side: str, names: Names) -> tuple[Subject, ...]:
    if codes := resolve_country(side, names.countries):
        return codes
    officials = names.find_officials(side)
    return tuple(official for official in officials if official.story_count) or officials


def _splits(words: str) -> Iterator[tuple[str, str]]:
    """Every way to cut the words in two, at a word or sign that joins first."""
    words = _FLAGS.sub(r"\1 ", words)
    for found in _BETWEEN.finditer(words):
        yield words[: found.start()], words[found.end() :]
    parts = words.split()
    if len(parts) <= MOST_WORDS:
        yield from ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts)))
