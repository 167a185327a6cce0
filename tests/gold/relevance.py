"""Which texts are news of health diplomacy: rows beside texts, and how many of them `judge_relevance` tells rightly.

`negatives` were written before the rule was mended and may be looked at, and so may `judged`: two sets that were once
kept apart (P .864, R .950 and P .923, R .800 at their only runs). `apart` judges the rule (P 1.0, R .933): look at its
figures, not at its texts, and when it has been used to mend something move it to `judged` and write another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NotRequired, TypedDict

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from storage.models.reading import Document
from tests.gold.rows import HERE, TEXTS, read_gold
from tests.gold.score import Count

NEGATIVES = HERE / "negatives"
JUDGED = HERE / "judged"
APART = HERE / "apart"
SETS = tuple(sorted((HERE / "sets").iterdir()))
"""Six sets of 22 texts by people who had not seen the reader, a quarter of each no health diplomacy. At their first
run, before anybody had looked at an error: P .990, R 1.000 over all 132."""


class RelevanceRow(TypedDict):
    path: str
    lang: str
    relevant: bool
    kind: str
    """What it is about: "health" or "diplomacy" without the other, or "neither"; else what makes it relevant."""
    is_near_miss: NotRequired[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Relevant texts found among those told to be relevant and those that are."""

    count: Count
    by_language: dict[str, Count] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


def read_rows(folder: Path) -> list[RelevanceRow]:
    """The rows of one folder, in file order."""
    return [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines() if line.strip()]


def judge_gold(gazetteer: Gazetteer) -> Judged:
    """Our gold with the negatives and what was judged before beside it."""
    gold = [(TEXTS / row["path"], row["lang"], row.get("relevant", True)) for row in read_gold()]
    return _judge(gazetteer, [*gold, *_wanted(NEGATIVES), *_wanted(JUDGED)])


def judge_apart(gazetteer: Gazetteer) -> Judged:
    """The set kept apart."""
    return _judge(gazetteer, list(_wanted(APART)))


def judge_sets(gazetteer: Gazetteer) -> Judged:
    """The sets that others wrote."""
    return _judge(
        gazetteer,
        [
            (folder / "texts" / row["path"], row["lang"], row.get("relevant", True))
            for folder in SETS
            for row in read_gold(folder / "gold.jsonl")
        ],
    )


def _wanted(folder: Path) -> Iterator[tuple[Path, str, bool]]:
    return ((folder / "texts" / row["path"], row["lang"], row["relevant"]) for row in read_rows(folder))


def _judge(gazetteer: Gazetteer, wanted: list[tuple[Path, str, bool]]) -> Judged:
    told: Counter[tuple[str, bool, bool]] = Counter()
    errors = []
    for path, language, is_relevant in wanted:
        reading = read_document(Document(text=path.read_text("utf-8"), origin=path.name), gazetteer)
        told[language, reading.is_relevant, is_relevant] += 1
        if reading.is_relevant != is_relevant:
            shown = "/".join(path.parts[-4:])
            errors.append(f"{shown}: {'not ' if is_relevant else ''}relevant: {reading.relevance_reason}")
    by_language = {language: _count(told, {language}) for language in sorted({language for language, _, _ in told})}
    return Judged(count=_count(told, {*by_language}), by_language=by_language, errors=tuple(errors))


def _count(told: Counter[tuple[str, bool, bool]], languages: set[str]) -> Count:
    def number(is_told: bool, is_relevant: bool) -> int:
        return sum(told[language, is_told, is_relevant] for language in languages)

    hit = number(True, True)
    return Count(hit=hit, predicted=hit + number(True, False), gold=hit + number(False, True))
