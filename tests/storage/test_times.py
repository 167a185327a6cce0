"""Instants and days as texts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.models.news import UNDATED
from storage.times import read_day, read_instant, sort_day, write_day, write_instant

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=ZONES)  # noqa: DTZ001


@given(INSTANTS, INSTANTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_written_instants_sort_as_time_does(one: datetime, other: datetime) -> None:
    assert (write_instant(one) < write_instant(other)) == (one < other)
    assert read_instant(write_instant(one)) == one
    assert read_instant(write_instant(one)).tzinfo == UTC


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        write_instant(datetime(2025, 4, 8))  # noqa: DTZ001


def test_the_undated_sort_before_every_day() -> None:
    assert sort_day(None) == UNDATED.isoformat() < sort_day(date(1, 1, 2)) < sort_day(date(2025, 4, 8))


def test_a_day_that_is_not_known_stays_so() -> None:
    assert read_day(write_day(None)) is None
    assert read_day(write_day(date(2025, 4, 8))) == date(2025, 4, 8)
