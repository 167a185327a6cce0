"""One slot a local day or week, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.schedule import find_zone, last_due, list_next, next_due
from storage.models.chats import Cadence, Schedule

BERLIN = ZoneInfo("Europe/Berlin")

ZONES = st.sampled_from(
    [
        "Asia/Almaty",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "America/St_Johns",
        "Pacific/Chatham",
        "America/Nuuk",
        "UTC",
    ]
).map(ZoneInfo)
INSTANTS = st.integers(0, 15 * 365 * 24 * 60).map(
    lambda minutes: datetime(2015, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAILY = st.builds(Schedule, cadence=st.just(Cadence.DAILY), at=TIMES)
WEEKLY = st.builds(Schedule, cadence=st.just(Cadence.WEEKLY), at=TIMES, weekday=st.integers(0, 6))


def daily(hour: int, minute: int = 0) -> Schedule:
    return Schedule(cadence=Cadence.DAILY, at=time(hour, minute))


def test_the_next_slot_is_today_before_it_and_tomorrow_at_it() -> None:
    zone = ZoneInfo("Asia/Almaty")
    assert next_due(daily(8), zone, datetime(2026, 5, 4, 2, 59, tzinfo=UTC)) == datetime(2026, 5, 4, 3, tzinfo=UTC)
    assert next_due(daily(8), zone, datetime(2026, 5, 4, 3, tzinfo=UTC)) == datetime(2026, 5, 5, 3, tzinfo=UTC)


def test_a_weekly_slot_comes_on_its_weekday() -> None:
    schedule = Schedule(cadence=Cadence.WEEKLY, at=time(9), weekday=0)
    slots = list_next(schedule, BERLIN, datetime(2026, 5, 5, tzinfo=UTC), 3)
    assert [slot.astimezone(BERLIN).isoformat() for slot in slots] == [
        "2026-05-11T09:00:00+02:00",
        "2026-05-18T09:00:00+02:00",
        "2026-05-25T09:00:00+02:00",
    ]


def test_a_time_that_does_not_exist_is_an_hour_later_and_once() -> None:
    slots = list_next(daily(2, 30), BERLIN, datetime(2026, 3, 28, 12, tzinfo=UTC), 2)
    assert [slot.astimezone(BERLIN).isoformat() for slot in slots] == [
        "2026-03-29T03:30:00+02:00",
        "2026-03-30T02:30:00+02:00",
    ]


def test_a_time_that_comes_twice_is_the_first_of_the_two_and_once() -> None:
    slots = list_next(daily(2, 30), BERLIN, datetime(2026, 10, 24, 12, tzinfo=UTC), 2)
    assert [slot.astimezone(BERLIN).isoformat() for slot in slots] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-26T02:30:00+01:00",
    ]


def test_a_morning_stays_at_its_hour_when_the_clocks_change() -> None:
    slots = list_next(daily(8), BERLIN, datetime(2026, 10, 24, 12, tzinfo=UTC), 2)
    assert [slot.astimezone(BERLIN).hour for slot in slots] == [8, 8]
    assert slots[1] - slots[0] == timedelta(days=1)


def test_a_zone_that_skips_a_day_skips_its_slot() -> None:
    apia = ZoneInfo("Pacific/Apia")  # there was no 30 December 2011
    slots = list_next(daily(8), apia, datetime(2011, 12, 29, 12, tzinfo=UTC), 3)
    assert [slot.astimezone(apia).date().isoformat() for slot in slots] == ["2011-12-29", "2011-12-31", "2012-01-01"]


def test_a_zone_the_machine_does_not_know_is_utc() -> None:
    assert find_zone("Mars/Olympus_Mons") is UTC
    assert find_zone("../../etc/passwd") is UTC


@given(DAILY, ZONES, INSTANTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_every_local_day_has_exactly_one_slot(schedule: Schedule, zone: ZoneInfo, after: datetime) -> None:
    slots = list_next(schedule, zone, after, 10)
    days = [slot.astimezone(zone).date() for slot in slots]
    # A slot in a gap at midnight falls on the next day's first hour: still one a day of the schedule.
    assert all(timedelta(hours=22) <= later - earlier <= timedelta(hours=26) for earlier, later in pairwise(slots))
    assert len(set(days)) == len(days) or schedule.at >= time(23)
    assert slots[0] > after
    assert slots[0] - after <= timedelta(hours=26)


@given(st.one_of(DAILY, WEEKLY), ZONES, INSTANTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_slot_lies_between_the_last_and_the_next(schedule: Schedule, zone: ZoneInfo, at: datetime) -> None:
    last, following = last_due(schedule, zone, at), next_due(schedule, zone, at)
    assert last <= at < following
    assert next_due(schedule, zone, last) == following
    assert last_due(schedule, zone, following) == following


@pytest.mark.parametrize("weekday", range(7))
def test_a_week_has_one_weekly_slot(weekday: int) -> None:
    schedule = Schedule(cadence=Cadence.WEEKLY, at=time(0), weekday=weekday)
    slot = next_due(schedule, BERLIN, datetime(2026, 3, 25, tzinfo=UTC))
    assert slot.astimezone(BERLIN).weekday() == weekday
    assert slot - datetime(2026, 3, 25, tzinfo=UTC) <= timedelta(days=7)
