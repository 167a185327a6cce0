"""Everything said to be signed or prepared in an article, each once. Called by `bot.reading.document`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from bot.reading.events.agreements.cues import Cue, Told, find_cues, read_status
from bot.reading.events.agreements.subject import read_subject
from bot.reading.events.agreements.words import patterns_of
from bot.reading.events.agreements.words.model import Patterns
from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.models import CountryMention
from storage.models.reading import AgreementFact, AgreementStatus, Span

_NOUNS, _CUES = 8, 8
"""How many documents and acts of one sentence are looked at."""
_FACTS, _EVIDENCE = 40, 8
"""How many agreements an article may hold, and sentences one may rest on: time stays linear in any text."""
_COORDINATED = re.compile(
    r"[,:/&]|\b(?:and|as well as|и|а также|ve|ile|və|ilə|həmçinin|және|мен|пен|жана|va|ва|hamda|ҳамда)\b"
)
_GENERIC = frozenset({"agreement", "documents"})
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    fact: AgreementFact
    is_presupposed: bool


def find_agreements(
    text: str,
    plain_text: str,
    language: str | None,
    cast: Cast,
    countries: Sequence[CountryMention],
    parties: Sequence[str],
    reported_on: date | None = None,
) -> tuple[AgreementFact, ...]:
    """Everything said to be signed, being prepared or signed before; a document merely named is none.

    `countries` in text order; `parties` are the article's, taken where the sentence names fewer than two.
    `reported_on` is the day of the event or of publication: what was signed long before is earlier.
    """
    found: list[_Found] = []
    for row in cast.rows:
        for patterns in patterns_of(language):
            told = list(_read_row(row, text, plain_text, patterns, reported_on))
            for kind, subject, what in told:
                fact = AgreementFact(
                    kind=kind,
                    parties=_parties(row, cast, countries, parties),
                    status=what.status,
                    evidence=(row.span,),
                    subject=subject,
                )
                _add(found, _Found(fact=fact, is_presupposed=what.is_presupposed))
            if told:
                break
    return _without_repeats(found)


def _read_row(
    row: Row, text: str, plain_text: str, patterns: Patterns, reported_on: date | None
) -> Iterator[tuple[str, str | None, Told]]:
    """Kind, subject and status of each document of one sentence; one act carries several only where they are listed."""
    cues = list(islice(find_cues(plain_text, row.span, patterns), _CUES))
    if not cues:
        return
    read: list[tuple[str, Span, Told]] = []
    for kind, noun in _nouns(row, plain_text, patterns):
        told = read_status(kind, noun, cues, row.span, plain_text, patterns, reported_on)
        if told is not None:
            read.append((kind, noun, told))
    carried: dict[Cue, Span] = {}
    for _, noun, told in read:
        if patterns.is_verb_last or told.cue not in carried:
            carried[told.cue] = noun
    for kind, noun, told in read:
        other = carried[told.cue]
        between = plain_text[min(noun[1], other[1]) : max(noun[0], other[0])]
        if other == noun or _COORDINATED.search(between):
            yield kind, read_subject(text, plain_text, noun, row.span, patterns), told


def _nouns(row: Row, plain_text: str, patterns: Patterns) -> list[tuple[str, Span]]:
    nouns: list[tuple[str, Span]] = []
    for found in islice(patterns.kinds.finditer(plain_text, *row.span), _NOUNS):
        index = next(i for i in range(len(patterns.kind_names)) if found[f"k{i}"] is not None)
        kind = patterns.kind_names[index]
        if nouns and kind in _GENERIC and found.start() - nouns[-1][1][1] <= 1:  # "mutabakat zaptı anlaşması" is one
            nouns[-1] = (nouns[-1][0], (nouns[-1][1][0], found.end()))
        else:
            nouns.append((kind, found.span()))
    return nouns


def _parties(row: Row, cast: Cast, countries: Sequence[CountryMention], parties: Sequence[str]) -> tuple[str, ...]:
    first = bisect_left(countries, row.span[0], key=lambda c: c.start)
    last = bisect_left(countries, row.span[1], lo=first, key=lambda c: c.start)
    named = [c.code for c in countries[first:last] if c.code in parties]
    named += [d for s in row.seats if not (d := s.delegation).startswith("?")]
    here = tuple(dict.fromkeys(named))
    return here if len(here) >= 2 else tuple(dict.fromkeys((*here, *parties)))


def _add(found: list[_Found], new: _Found) -> None:
    """Title and body tell of one agreement: what fits a known one adds its evidence, subject and parties."""
    for i, known in enumerate(found):
        if known.fact.status is new.fact.status and _is_same(known.fact, new.fact):
            parties = max(known.fact.parties, new.fact.parties, key=len)
            if len(known.fact.evidence) >= _EVIDENCE:
                return
            merged = replace(
                known.fact,
                parties=parties,
                evidence=tuple(sorted({*known.fact.evidence, *new.fact.evidence})),
                subject=known.fact.subject or new.fact.subject,
            )
            found[i] = _Found(fact=merged, is_presupposed=known.is_presupposed and new.is_presupposed)
            return
    if len(found) < _FACTS:
        found.append(new)


def _is_same(one: AgreementFact, other: AgreementFact) -> bool:
    """One document twice: of a kind, between the same, and not about two plainly different things."""
    few, many = sorted((set(one.parties), set(other.parties)), key=len)
    if one.kind != other.kind or not few <= many:
        return False
    if not one.subject or not other.subject:
        return True
    return bool(_stems(one.subject) & _stems(other.subject))


def _stems(subject: str) -> set[str]:
    return {word[:_STEM].casefold() for word in re.findall(r"\w{4,}", subject)}


def _without_repeats(found: list[_Found]) -> tuple[AgreementFact, ...]:
    """A signed agreement's mention in passing is not a second one, nor are "the documents" beside the named ones."""
    signed = [f.fact for f in found if f.fact.status is AgreementStatus.SIGNED]

    def is_repeat(one: _Found) -> bool:
        named = [f for f in signed if f is not one.fact]
        if one.fact.kind == "documents":
            return bool(named) if one.fact.status is AgreementStatus.SIGNED else one.is_presupposed and bool(named)
        return one.is_presupposed and any(f.kind == one.fact.kind for f in named)

    return tuple(f.fact for f in found if not is_repeat(f))
