from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import SandboxError
from bot.sandbox.page.clockwork import read_move

NOW = datetime(2026, 3, 28, 20, 30, tzinfo=UTC)


def test_the_clock_goes_on_by_seconds() -> None:
    assert read_move({"by_seconds": 3600}, NOW) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("UTC", 11.5), ("Asia/Almaty", 30.5), ("Europe/Copenhagen", 9.5)],
)
def test_tomorrow_is_at_eight_in_the_zone_whatever_its_clocks_do_that_night(zone: str, hours: float) -> None:
    assert read_move({"to": "tomorrow", "zone": zone}, NOW) == timedelta(hours=hours)


def test_another_time_is_read_in_the_zone() -> None:
    assert read_move({"to": "2026-03-29T08:00", "zone": "Asia/Almaty"}, NOW) == timedelta(hours=6.5)


@pytest.mark.parametrize(
    "asked",
    [
        {"by_seconds": 0},
        {"by_seconds": -5},
        {"by_seconds": 10**12},
        {"by_seconds": "x"},
        {"to": "2026-03-28T20:00"},
        {"to": "2028-01-01T00:00"},
        {"to": "9999-12-31T23:59", "zone": "America/Los_Angeles"},
        {"to": "soon"},
        {"to": "tomorrow", "zone": "Mars/Base"},
        {"to": "tomorrow", "zone": "../../etc/passwd"},
        {"to": "tomorrow", "zone": "x" * 5000},
        {},
    ],
)
def test_back_too_far_and_nonsense_are_refused_in_words(asked: dict[str, object]) -> None:
    with pytest.raises(SandboxError):
        read_move(asked, NOW)
