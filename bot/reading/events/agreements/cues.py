"""From words for signing to a status: which act belongs to a document, and whether it is done, planned or history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.reading.events.agreements.words.model import Act, Patterns
from bot.reading.text.dates import DateMention, find_dates
from storage.models.reading import AgreementStatus, Span

_REACH, _NOMINAL_REACH, _ATTRIBUTE_REACH, _ADOPTED_REACH, _PREPARED_REACH = 170, 90, 130, 60, 90
_AROUND = 70
_DECLARED = frozenset(
    {"joint statement", "declaration", "action plan", "road map", "strategy", "programme", "recognition"}
)
"""What is adopted or agreed on rather than signed."""
_YEAR = re.compile(r"(?<![\w–—-])((?:19|20)\d\d)(?![\d–—]|-\d|-?\s?(?:годы|годов|гг|y[ıi]ll?ar|illər|жылдар))")
_RECENT = timedelta(days=45)
_LATELY = timedelta(days=20)
"""What was signed that long before the report, on a day told without its year, is no news of it."""
_NEW_CLAUSE = re.compile(
    r"\w{2,}(?:[ıiuü]b(?:lar|lər)?|[dt][ıiuüy](?:lar|ler)?|ed|[дт][ыіиуү]|[аяие]л[аи]?) "
    r"(?:və|ve|and|и|және|жана|va|ва|jáne|jäne) "
)
"""A finite verb and a conjunction: what is recalled before does not reach beyond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One word for signing."""

    act: Act
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence says of one document. `is_presupposed`: it says so in passing, as of something known already."""

    status: AgreementStatus
    cue: Cue
    is_presupposed: bool = False


def find_cues(plain_text: str, span: Span, patterns: Patterns) -> list[Cue]:
    """Every word for signing of a sentence, in text order."""
    return [
        Cue(act=Act(found.lastgroup), start=found.start(), end=found.end())
        for found in patterns.acts.finditer(plain_text, *span)
        if found.lastgroup
    ]


def read_status(
    kind: str, noun: Span, cues: Sequence[Cue], row: Span, plain_text: str, patterns: Patterns, reported_on: date | None
) -> Told | None:
    """What the nearest fitting word for signing says of this document; None where it was not signed or none fits."""
    before = plain_text[max(row[0], noun[0] - 80) : noun[0]]
    if patterns.none_of.search(before):
        return None
    cue = min(
        (c for c in cues if _fits(kind, noun, c, plain_text, patterns)), key=lambda c: _gap(noun, c), default=None
    )
    if cue is None or cue.act is Act.REFUSED:
        return None
    if patterns.draft_before.search(before) or patterns.draft_after.match(plain_text, noun[1], row[1]):
        return Told(status=AgreementStatus.PLANNED, cue=cue)
    around = (max(row[0], min(noun[0], cue.start) - _AROUND), min(row[1], max(noun[1], cue.end) + _AROUND))
    return _told(noun, cue, around, row, plain_text, patterns, reported_on)


def _told(
    noun: Span, cue: Cue, around: Span, row: Span, plain_text: str, patterns: Patterns, reported_on: date | None
) -> Told | None:
    match cue.act:
        case Act.PLANNED:
            return Told(status=AgreementStatus.PLANNED, cue=cue)
        case Act.AIM:
            return Told(status=AgreementStatus.PLANNED, cue=cue, is_presupposed=True)
        case Act.NOMINAL:
            return _of_signing(cue, around, row, plain_text, patterns, reported_on)
        case Act.PAST:
            return Told(status=AgreementStatus.EARLIER, cue=cue)
    is_known = _is_presupposed(noun, cue, row, plain_text, patterns)
    if _is_history(around, plain_text, patterns, reported_on, is_passing=cue.act is Act.ATTRIBUTE or is_known):
        return Told(status=AgreementStatus.EARLIER, cue=cue)
    if is_known:
        is_one = _is_one_phrase(noun, cue, plain_text, patterns)
        return Told(status=AgreementStatus.EARLIER, cue=cue, is_presupposed=True) if is_one else None
    if cue.act is Act.ATTRIBUTE or _is_definite_attribute(noun, cue, row, plain_text, patterns):
        status = AgreementStatus.SIGNED if patterns.current.search(plain_text, *around) else AgreementStatus.EARLIER
        return Told(status=status, cue=cue, is_presupposed=status is AgreementStatus.EARLIER)
    return Told(status=AgreementStatus.SIGNED, cue=cue)


def _of_signing(
    cue: Cue, around: Span, row: Span, plain_text: str, patterns: Patterns, reported_on: date | None
) -> Told | None:
    """ "The signing of": a plan where it is talked of, history after "since", else done where something says so."""
    before = plain_text[max(row[0], cue.start - 40) : cue.start]
    if patterns.recalled_before.search(before) or patterns.recalled_after.match(plain_text, cue.end, row[1]):
        return Told(status=AgreementStatus.EARLIER, cue=cue, is_presupposed=True)
    clauses = [m.end() for m in _NEW_CLAUSE.finditer(plain_text, around[0], cue.start)]
    around = (clauses[-1] if clauses else around[0], around[1])
    if _is_history(around, plain_text, patterns, reported_on, is_passing=True):
        return Told(status=AgreementStatus.EARLIER, cue=cue)
    if patterns.held.search(plain_text, *around):
        return Told(status=AgreementStatus.SIGNED, cue=cue)
    if patterns.possible.search(plain_text, *around):
        return Told(status=AgreementStatus.PLANNED, cue=cue, is_presupposed=True)
    return Told(status=AgreementStatus.SIGNED, cue=cue) if patterns.is_nominal_done else None


def _fits(kind: str, noun: Span, cue: Cue, plain_text: str, patterns: Patterns) -> bool:
    gap = _gap(noun, cue)
    if gap > _REACH or ";" in plain_text[min(noun[1], cue.end) : max(noun[0], cue.start)]:
        return False
    is_after = cue.start >= noun[1]
    match cue.act:
        case Act.ADOPTED:
            return kind in _DECLARED and gap <= _ADOPTED_REACH
        case Act.RECOGNIZED:
            return kind == "recognition" and gap <= _ADOPTED_REACH
        case Act.NOMINAL:
            return gap <= 2 or (gap <= _NOMINAL_REACH and is_after == patterns.is_verb_last)
        case Act.ATTRIBUTE:
            return gap <= (2 if is_after and not patterns.is_verb_last else _ATTRIBUTE_REACH)
    if cue.act is Act.PLANNED and kind == "documents" and gap > _PREPARED_REACH:
        return False
    return is_after or not patterns.is_verb_last


def _gap(noun: Span, cue: Cue) -> int:
    return cue.start - noun[1] if cue.start >= noun[1] else noun[0] - cue.end


def _is_one_phrase(noun: Span, cue: Cue, plain_text: str, patterns: Patterns) -> bool:
    """Whether act and document may be one phrase: "the agreement signed in 2019", "imzalanmış saziş"."""
    if cue.act is Act.ATTRIBUTE:
        return True
    is_near = patterns.is_done_attributive and 0 <= cue.start - noun[1] <= _AROUND
    return is_near and "," not in plain_text[noun[1] : cue.start]


def _is_presupposed(noun: Span, cue: Cue, row: Span, plain_text: str, patterns: Patterns) -> bool:
    """ "Under the agreement", "sazişin icrası": the document is known already."""
    before = plain_text[max(row[0], noun[0] - 80) : noun[0]]
    return bool(
        patterns.presupposed_before.search(before) or patterns.presupposed_after.match(plain_text, noun[1], row[1])
    )


def _is_definite_attribute(noun: Span, cue: Cue, row: Span, plain_text: str, patterns: Patterns) -> bool:
    """ "The memorandum signed by both": no news of its own."""
    is_next = cue.act is Act.DONE and 0 <= cue.start - noun[1] <= 1
    return is_next and bool(patterns.definite.search(plain_text[max(row[0], noun[0] - 60) : noun[0]]))


def _is_history(
    around: Span, plain_text: str, patterns: Patterns, reported_on: date | None, *, is_passing: bool
) -> bool:
    """A word for the past, or a year before the report's. `is_passing`: any year dates an attribute."""
    if patterns.past.search(plain_text, *around):
        return True
    words = plain_text[slice(*around)]
    if not any(map(str.isdigit, words)):
        return False
    dates = find_dates(words, None)
    if reported_on and any(_is_before(mention, reported_on) for mention in dates):
        return True
    years = [int(year[1]) for year in _YEAR.finditer(plain_text, *around)]
    if not years:
        return False
    days = [mention.on for mention in dates if mention.on]
    if reported_on is None:
        return is_passing or not days
    if days:
        return all(on < reported_on - _RECENT for on in days)
    return max(years) < reported_on.year


def _is_before(mention: DateMention, reported_on: date) -> bool:
    """A day without its year, in the report's: "on April 8", told in a report of June."""
    if mention.year is not None or not mention.month or not mention.day:
        return False
    if (mention.month, mention.day) == (2, 29):
        return False
    return date(reported_on.year, mention.month, mention.day) < reported_on - _LATELY
