"""Two countries, officials or organizations in one question, however they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.briefing.asking.naming import find_subjects, list_near
from bot.briefing.asking.understanding import (
    MOST_OPTIONS,
    MOST_WORDS,
    Candidates,
    Names,
    Subject,
    Understanding,
    Why,
    candidate_of,
    find_fault,
    key_of,
    likeliest_of,
    not_understood,
)

_JOINING = r"and|&|\+|[-–—/]|vs\.?|with|ile|ve|и|с|və|ilə|және|мен|пен|бен|менен|va|bilan"
_BETWEEN = re.compile(rf"\s+(?:{_JOINING})\s+|\s*[,;|&+–—/]\s*", re.IGNORECASE)
_EDGES = re.compile(rf"^(?:(?:between|между|arasında|{_JOINING}|[,;])\s+)+|(?:\s+(?:{_JOINING}|[,;]))+$", re.IGNORECASE)
_AROUND = re.compile(r"\s+(?:arasında|arasındaki|arası|арасында|арасындағы|o[ʻ'’]rtasida)$", re.IGNORECASE)
_JOINING_WORD = re.compile(rf"(?:{_JOINING}|between|между)", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_FLAGS = re.compile("([\U0001f1e6-\U0001f1ff]{2})(?=[\U0001f1e6-\U0001f1ff])")


def read_pair(words: str, names: Names) -> Understanding:
    """`/between`: two countries or officials; an organization stands for its officials."""
    if fault := find_fault(words):
        return fault
    said = _AROUND.sub("", _EDGES.sub("", words.strip()).strip())
    if not said or _JOINING_WORD.fullmatch(said):
        return not_understood(words, Why.UNKNOWN_PAIR)
    guess: Understanding | None = None
    for left, right in _splits(said):
        match _read_sides(words, left, right, names, may_guess=guess is None):
            case None:
                pass
            case Candidates(is_guess=True) as near:
                guess = guess or near
            case understood:
                return understood
    return guess or _tell_missing(words, said, names)


def _tell_missing(words: str, said: str, names: Names) -> Understanding:
    """Which of the two is not there, or not known."""
    if find_subjects(said, names):
        return not_understood(said, Why.ONE_OF_PAIR)
    for left, right in _splits(said):
        for known, unknown in ((left, right), (right, left)):
            if unknown and find_subjects(known, names):
                return not_understood(unknown, Why.UNKNOWN_SIDE)
    return not_understood(words, Why.UNKNOWN_PAIR)


def _read_sides(words: str, left: str, right: str, names: Names, *, may_guess: bool) -> Understanding | None:
    sides = (left, right)
    exact = [find_subjects(side, names) for side in sides]
    if all(exact):
        return _pair(words, exact[0], exact[1], names)
    if not may_guess or (names.is_plain and not any(exact)):
        return None
    near = [found or list_near(side, names)[:3] for found, side in zip(exact, sides, strict=True)]
    return _guess(words, near[0], near[1]) if all(near) else None


def _pair(words: str, left: Sequence[Subject], right: Sequence[Subject], names: Names) -> Understanding:
    pairs = _pairs(left, right)
    if not pairs:
        return not_understood(words, Why.SAME_TWICE)
    return likeliest_of(words, [candidate_of(words, *pair) for pair in pairs], names)


def _guess(words: str, left: Sequence[Subject], right: Sequence[Subject]) -> Understanding | None:
    options = tuple(candidate_of(words, *pair) for pair in _pairs(left, right)[:MOST_OPTIONS])
    return Candidates(asked=words, options=options, is_guess=True) if options else None


def _pairs(left: Sequence[Subject], right: Sequence[Subject]) -> list[tuple[Subject, Subject]]:
    pairs = {frozenset((key_of(a), key_of(b))): (a, b) for a in left for b in right if key_of(a) != key_of(b)}
    return list(pairs.values())


def _splits(words: str) -> Iterator[tuple[str, str]]:
    """Every way to cut the words in two: at a word or sign that joins first, between words, then inside a hyphen."""
    words = _FLAGS.sub(r"\1 ", words)
    for found in _BETWEEN.finditer(words):
        yield words[: found.start()], words[found.end() :]
    parts = words.split()
    if len(parts) <= MOST_WORDS:
        yield from ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts)))
    for found in _HYPHEN.finditer(words):
        yield words[: found.start()], words[found.end() :]
