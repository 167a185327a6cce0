"""One slot a local day or week, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.schedule import find_zone, is_quiet, last_due, list_next, next_due, quiet_end
from storage.models.chats import Cadence, QuietHours, Schedule

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
DAILY = st.builds(Schedule, cadence=st.just(Cadence.DAILY), times=st.tuples(TIMES))
SEVERAL = st.lists(TIMES, min_size=1, max_size=3, unique=True).map(lambda times: tuple(sorted(times)))
WEEKLY = st.builds(Schedule, cadence=st.just(Cadence.WEEKLY), times=st.tuples(TIMES), days=st.tuples(st.integers(0, 6)))
WEEK_DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
MONTH_DAYS = st.sets(st.integers(1, 31), min_size=1, max_size=3).map(lambda days: tuple(sorted(days)))
ANY = st.one_of(
    st.builds(Schedule, cadence=st.just(Cadence.DAILY), times=SEVERAL),
    st.builds(Schedule, cadence=st.just(Cadence.WEEKDAYS), times=SEVERAL, days=WEEK_DAYS),
    st.builds(Schedule, cadence=st.just(Cadence.MONTHLY), times=SEVERAL, days=MONTH_DAYS),
    WEEKLY,
)
QUIET = st.none() | st.tuples(TIMES, TIMES).filter(lambda hours: hours[0] != hours[1]).map(
    lambda hours: QuietHours(since=hours[0], until=hours[1])
)
NIGHT = QuietHours(since=time(22), until=time(7))


def daily(hour: int, minute: int = 0) -> Schedule:
    return Schedule(cadence=Cadence.DAILY, times=(time(hour, minute),))


def test_the_next_slot_is_today_before_it_and_tomorrow_at_it() -> None:
    zone = ZoneInfo("Asia/Almaty")
    assert next_due(daily(8), zone, datetime(2026, 5, 4, 2, 59, tzinfo=UTC)) == datetime(2026, 5, 4, 3, tzinfo=UTC)
    assert next_due(daily(8), zone, datetime(2026, 5, 4, 3, tzinfo=UTC)) == datetime(2026, 5, 5, 3, tzinfo=UTC)


def test_a_weekly_slot_comes_on_its_weekday() -> None:
    schedule = Schedule(cadence=Cadence.WEEKLY, times=(time(9),), days=(0,))
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
    assert len(set(days)) == len(days) or schedule.times[0] >= time(23)
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
    schedule = Schedule(cadence=Cadence.WEEKLY, times=(time(0),), days=(weekday,))
    slot = next_due(schedule, BERLIN, datetime(2026, 3, 25, tzinfo=UTC))
    assert slot.astimezone(BERLIN).weekday() == weekday
    assert slot - datetime(2026, 3, 25, tzinfo=UTC) <= timedelta(days=7)


def test_several_times_a_day_are_several_slots() -> None:
    schedule = Schedule(cadence=Cadence.DAILY, times=(time(8), time(18)))
    slots = list_next(schedule, BERLIN, datetime(2026, 5, 4, 7, tzinfo=UTC), 3)
    assert [slot.astimezone(BERLIN).isoformat()[:16] for slot in slots] == [
        "2026-05-04T18:00",
        "2026-05-05T08:00",
        "2026-05-05T18:00",
    ]


def test_chosen_weekdays_come_on_those_days() -> None:
    schedule = Schedule(cadence=Cadence.WEEKDAYS, times=(time(9),), days=(0, 2, 4))
    slots = list_next(schedule, BERLIN, datetime(2026, 5, 5, tzinfo=UTC), 4)
    assert [slot.astimezone(BERLIN).weekday() for slot in slots] == [2, 4, 0, 2]


@pytest.mark.parametrize(("day", "days"), [(31, [31, 28, 31, 30]), (30, [30, 28, 30, 30]), (29, [29, 28, 29, 29])])
def test_a_day_that_a_month_lacks_is_its_last(day: int, days: list[int]) -> None:
    schedule = Schedule(cadence=Cadence.MONTHLY, times=(time(9),), days=(day,))
    slots = list_next(schedule, BERLIN, datetime(2026, 1, 2, tzinfo=UTC), 4)
    assert [slot.astimezone(BERLIN).day for slot in slots] == days


def test_a_month_has_one_slot_where_two_of_its_days_fall_together() -> None:
    schedule = Schedule(cadence=Cadence.MONTHLY, times=(time(9),), days=(30, 31))
    slots = list_next(schedule, BERLIN, datetime(2026, 1, 31, 12, tzinfo=UTC), 3)
    assert [slot.astimezone(BERLIN).isoformat()[:10] for slot in slots] == ["2026-02-28", "2026-03-30", "2026-03-31"]


def test_two_times_that_a_missing_hour_brings_together_are_one_slot() -> None:
    schedule = Schedule(cadence=Cadence.DAILY, times=(time(2, 30), time(3, 0), time(3, 30)))
    slots = list_next(schedule, BERLIN, datetime(2026, 3, 28, 23, 30, tzinfo=UTC), 3)
    assert [slot.astimezone(BERLIN).isoformat()[:16] for slot in slots] == [
        "2026-03-29T03:00",
        "2026-03-29T03:30",
        "2026-03-30T02:30",
    ]


def test_a_slot_within_the_quiet_hours_comes_at_their_end() -> None:
    schedule = Schedule(cadence=Cadence.DAILY, times=(time(6), time(12), time(23)))
    slots = list_next(schedule, BERLIN, datetime(2026, 5, 4, 12, tzinfo=UTC), 3, NIGHT)
    assert [slot.astimezone(BERLIN).isoformat()[:16] for slot in slots] == [
        "2026-05-05T07:00",  # of 23:00 and of 06:00
        "2026-05-05T12:00",
        "2026-05-06T07:00",
    ]


@pytest.mark.parametrize(
    ("local", "end"),
    [
        ("2026-05-04T21:59", None),
        ("2026-05-04T22:00", "2026-05-05T07:00"),
        ("2026-05-05T00:00", "2026-05-05T07:00"),
        ("2026-05-05T06:59", "2026-05-05T07:00"),
        ("2026-05-05T07:00", None),
    ],
)
def test_quiet_hours_cross_midnight(local: str, end: str | None) -> None:
    found = quiet_end(NIGHT, BERLIN, datetime.fromisoformat(local).replace(tzinfo=BERLIN))
    assert (found and found.astimezone(BERLIN).isoformat()[:16]) == end


@given(ANY, ZONES, INSTANTS, QUIET)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_every_slot_comes_exactly_once_and_in_order(
    schedule: Schedule, zone: ZoneInfo, at: datetime, quiet: QuietHours | None
) -> None:
    slots = list_next(schedule, zone, at, 6, quiet)
    assert all(earlier < later for earlier, later in pairwise((at, *slots)))
    for earlier, later in pairwise(slots):
        between = earlier + (later - earlier) / 2
        assert next_due(schedule, zone, earlier, quiet) == next_due(schedule, zone, between, quiet) == later
        assert last_due(schedule, zone, later, quiet) == later
        assert last_due(schedule, zone, later - timedelta.resolution, quiet) == earlier
    assert last_due(schedule, zone, at, quiet) <= at < next_due(schedule, zone, at, quiet)
    assert next_due(schedule, zone, last_due(schedule, zone, at, quiet), quiet) == slots[0]


@given(ANY, ZONES, INSTANTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_slot_shows_the_time_that_was_asked_for_unless_that_time_does_not_exist(
    schedule: Schedule, zone: ZoneInfo, at: datetime
) -> None:
    for slot in list_next(schedule, zone, at, 4):
        local = slot.astimezone(zone)
        exists = {t for t in schedule.times if _exists(datetime.combine(local.date(), t), zone)}
        assert local.time() in exists or len(exists) < len(schedule.times) or local.hour < 2


@given(QUIET, ZONES, INSTANTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_quiet_hours_end_within_a_day_and_are_over_then(quiet: QuietHours | None, zone: ZoneInfo, at: datetime) -> None:
    end = quiet_end(quiet, zone, at)
    if quiet is None or not is_quiet(quiet, at.astimezone(zone).time()):
        assert end is None
    elif end is not None:
        assert at < end <= at + timedelta(hours=27)


def _exists(local: datetime, zone: ZoneInfo) -> bool:
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local


def test_quiet_hours_whose_end_comes_twice_end_the_second_time_for_who_is_past_the_first() -> None:
    quiet = QuietHours(since=time(22), until=time(2, 30))
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert quiet_end(quiet, BERLIN, first - timedelta(minutes=15)) == first
    assert quiet_end(quiet, BERLIN, first + timedelta(minutes=45)) == first + timedelta(hours=1)
