"""Only health diplomacy is told to be relevant: precision and recall over the gold, the negatives and the set apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reading.gazetteer import Gazetteer
from tests.gold.relevance import APART, JUDGED, NEGATIVES, judge_apart, judge_gold, judge_sets, read_rows
from tests.gold.test_gold import LANGUAGES

PRECISION, RECALL = 0.97, 0.95
APART_RECALL = 0.93
"""Reached at its only run: one text of fifteen missed."""


def test_of_the_gold_and_the_negatives_only_health_diplomacy_is_relevant(gazetteer: Gazetteer) -> None:
    judged = judge_gold(gazetteer)
    assert judged.count.precision >= PRECISION, "\n".join(judged.errors)
    assert judged.count.recall >= RECALL, "\n".join(judged.errors)


def test_of_the_set_kept_apart_only_health_diplomacy_is_relevant(gazetteer: Gazetteer) -> None:
    """Which text fails is not said: a rule mended for it would be judged by nothing."""
    count = judge_apart(gazetteer).count
    assert (count.precision >= PRECISION, count.recall >= APART_RECALL) == (True, True)


def test_of_the_sets_that_others_wrote_only_health_diplomacy_is_relevant(gazetteer: Gazetteer) -> None:
    count = judge_sets(gazetteer).count
    assert (count.precision >= PRECISION, count.recall >= RECALL) == (True, True)


@pytest.mark.parametrize("folder", [NEGATIVES, JUDGED, APART], ids=["negatives", "judged", "apart"])
def test_the_rows_name_every_text_in_every_language(folder: Path) -> None:
    rows = read_rows(folder)
    assert {row["lang"] for row in rows} == LANGUAGES
    assert sorted(row["path"] for row in rows) == sorted("/".join(p.parts[-2:]) for p in folder.glob("texts/*/*.txt"))


def test_half_of_the_negatives_are_near_misses() -> None:
    rows = read_rows(NEGATIVES)
    assert len(rows) >= 120
    assert not any(row["relevant"] for row in rows)
    assert sum(row["is_near_miss"] for row in rows) * 2 >= len(rows)
