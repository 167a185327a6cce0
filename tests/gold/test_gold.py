"""Our own gold: no figure may fall below what was once reached, and the scorer is right."""

from __future__ import annotations

import pytest

from bot.reading.gazetteer import Gazetteer
from tests.gold.predict import predict
from tests.gold.rows import TEXTS, GoldRow, PredictedRow, read_gold
from tests.gold.score import Count, Score, score

RECORDED = {
    "parties": 0.99,
    "mentioned": 0.99,
    "people": 0.98,
    "triples": 0.96,
    "ministers": 0.99,
    "meetings": 0.97,
}
IDENTITY, IDENTITY_PRECISION, STORIES = 0.96, 0.99, 0.98
LANGUAGES = {"en", "tr", "ru", "az", "kk", "ky", "uz"}


@pytest.fixture(scope="module")
def result(gazetteer: Gazetteer) -> Score:
    """All figures over our gold, read once."""
    return score(read_gold(), predict(gazetteer))


@pytest.mark.parametrize("name", RECORDED)
def test_no_figure_falls(result: Score, name: str) -> None:
    assert result.counts[name].f1 >= RECORDED[name], "\n".join(result.errors)


def test_languages_and_dates_are_read_and_none_is_invented(result: Score) -> None:
    assert result.language >= result.articles - 1
    assert result.date >= result.articles - 1
    assert (result.false_dates, result.forbidden) == (0, 0)


def test_sources_are_read(result: Score) -> None:
    assert result.source >= result.source_gold - 1, "\n".join(result.errors)


def test_one_person_is_one_official(result: Score) -> None:
    assert result.identity.f1 >= IDENTITY
    assert result.identity.precision >= IDENTITY_PRECISION


def test_one_event_is_one_story(result: Score) -> None:
    assert result.b_cubed >= STORIES, "\n".join(result.errors)


def test_the_gold_covers_every_language_and_its_own_texts() -> None:
    rows = read_gold()
    assert {row["lang"] for row in rows} == LANGUAGES
    assert len(rows) >= 60
    assert {row["path"] for row in rows} == {"/".join(p.parts[-2:]) for p in TEXTS.glob("*/*.txt")}


def test_every_spelling_of_the_gold_stands_in_its_text() -> None:
    for row in read_gold():
        text = (TEXTS / row["path"]).read_text("utf-8")
        assert [f for person in row["people"] for f in person["as_written"] if f not in text] == []


GOLD = GoldRow(
    path="en/001.txt",
    lang="en",
    date=None,
    source=None,
    countries=["AZ"],
    countries_mentioned=["AZ"],
    people=[{"name": "Aydan Rza", "as_written": ["Rza"], "role": "health minister", "country": "AZ"}],
    ministers=["Aydan Rza"],
    meetings=[],
    agreements=[],
    event="E1",
)


def test_the_scorer_counts_an_empty_prediction_as_missing_all() -> None:
    result = score([GOLD], {})
    assert [result.counts[n].f1 for n in ("parties", "people", "ministers")] == [0.0, 0.0, 0.0]


def test_the_scorer_knows_a_false_date_from_a_missing_one() -> None:
    said = PredictedRow(path="en/001.txt", language="en", published_on="2024-01-01")
    assert score([GOLD], {"en/001.txt": said}).false_dates == 1


def test_the_scorer_does_not_count_background_meetings() -> None:
    said = PredictedRow(
        path="en/001.txt",
        people=[
            {"name": n, "official": None, "role": "other", "country": None, "surface_forms": [n]}
            for n in ("A B", "C D")
        ],
        meetings=[{"sides": [["A B"], ["C D"]], "is_background": True}],
    )
    assert score([GOLD], {"en/001.txt": said}).counts["meetings"] == Count(hit=0, predicted=0, gold=0)
