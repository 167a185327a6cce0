"""Tenures that the news contradicts are told, with the articles to look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from storage.database import Database
from storage.models.seeds import Role, Tenure
from storage.news.officials import load_officials
from storage.news.upkeep.contradictions import Contradiction, OutsideTenure, TwoAtOnce, list_contradictions
from tests.factories import NOON, make_person, make_reading, make_seeds, store_reading

BOTH = ("Akmaral Alnazarova", "Azhar Giniyat")


def see(
    db: Database, name: str, on: date | None, *, event_on: date | None = None, role: Role = Role.HEALTH_MINISTER
) -> None:
    """An article that shows somebody in an office of Kazakhstan."""
    reading = make_reading(f"{name} {on}", published_on=on, event_on=event_on, people=[make_person(name, role=role)])
    store_reading(db, reading)


def served(db: Database, *terms: tuple[date | None, date | None]) -> None:
    """The seeds know Alnazarova as health minister for these terms."""
    tenures = [
        Tenure(official="akmaral-alnazarova", office="kz-health", from_on=since, until_on=until, source="s")
        for since, until in terms
    ]
    load_officials(db, make_seeds(tenures=tenures), NOON)


def found(db: Database) -> Sequence[Contradiction]:
    return list_contradictions(db, 20)


def test_somebody_in_office_after_the_tenure_is_told_with_the_article(db: Database) -> None:
    served(db, (date(2020, 1, 1), date(2022, 1, 1)))
    see(db, BOTH[0], date(2021, 5, 1))
    see(db, BOTH[0], date(2023, 5, 1))
    assert found(db) == (
        OutsideTenure(
            article_id=2,
            on=date(2023, 5, 1),
            name=BOTH[0],
            role=Role.HEALTH_MINISTER,
            place="KZ",
            from_on=date(2020, 1, 1),
            until_on=date(2022, 1, 1),
        ),
    )


@pytest.mark.parametrize(
    "terms",
    [
        [(None, None)],
        [(None, date(2024, 1, 1))],
        [(date(2020, 1, 1), None)],
        [(date(2018, 1, 1), date(2019, 1, 1)), (date(2023, 1, 1), None)],
    ],
)
def test_an_unknown_end_contradicts_nothing_nor_does_a_second_term(
    db: Database, terms: Sequence[tuple[date | None, date | None]]
) -> None:
    served(db, *terms)
    see(db, BOTH[0], date(2023, 5, 1))
    assert found(db) == ()


def test_another_office_or_an_undated_article_contradicts_nothing(db: Database) -> None:
    served(db, (date(2020, 1, 1), date(2022, 1, 1)))
    see(db, BOTH[0], date(2023, 5, 1), role=Role.FORMER_HEALTH_MINISTER)
    see(db, BOTH[0], None)
    assert found(db) == ()


def test_the_day_of_the_event_counts_where_the_report_came_late(db: Database) -> None:
    served(db, (date(2020, 1, 1), date(2022, 1, 1)))
    see(db, BOTH[0], date(2022, 1, 3), event_on=date(2021, 12, 30))
    assert found(db) == ()


def test_two_ministers_of_one_country_at_once_are_told(db: Database) -> None:
    see(db, BOTH[0], date(2023, 5, 1))
    see(db, BOTH[1], date(2023, 6, 1))
    see(db, BOTH[0], date(2023, 7, 1))
    assert found(db) == (
        TwoAtOnce(country="KZ", name=BOTH[0], other_name=BOTH[1], on=date(2023, 6, 1), article_ids=(1, 2, 3)),
    )


def test_one_minister_after_the_other_contradicts_nothing(db: Database) -> None:
    see(db, BOTH[0], date(2023, 5, 1))
    see(db, BOTH[1], date(2023, 7, 1))
    see(db, BOTH[1], date(2023, 8, 1))
    assert found(db) == ()


def test_who_came_back_to_the_office_by_the_seeds_was_not_in_it_meanwhile(db: Database) -> None:
    served(db, (date(2022, 1, 1), date(2023, 5, 31)), (date(2023, 6, 30), None))
    see(db, BOTH[0], date(2023, 5, 1))
    see(db, BOTH[1], date(2023, 6, 15))
    see(db, BOTH[0], date(2023, 7, 1))
    assert found(db) == ()


def test_no_more_are_listed_than_asked_for(db: Database) -> None:
    served(db, (date(2020, 1, 1), date(2022, 1, 1)))
    for day in range(1, 9):
        see(db, BOTH[0], date(2023, 5, day))
    see(db, BOTH[1], date(2023, 5, 3))
    assert [c.article_id for c in list_contradictions(db, 3) if isinstance(c, OutsideTenure)] == [8, 7, 6]
    assert len(found(db)) == 8
