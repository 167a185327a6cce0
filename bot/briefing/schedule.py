"""When digests fall due: one slot a local day or week, whatever the clocks of the zone do. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage.models.chats import Schedule

_REACH_DAYS = 9
"""A week, and a day at either end for zones that lie a day apart."""


def next_due(schedule: Schedule, zone: tzinfo, after: datetime) -> datetime:
    """The first slot after that instant, in UTC.

    A time that does not exist on a day (clocks go forward) is as much later as they go forward; one that comes twice
    (clocks go back) is the first of the two.
    """
    return next(slot for slot in _slots(schedule, zone, after, range(-2, _REACH_DAYS)) if slot > after)


def last_due(schedule: Schedule, zone: tzinfo, at: datetime) -> datetime:
    """The last slot up to and including that instant, in UTC: after a pause, where the one catch-up digest ends."""
    return next(slot for slot in _slots(schedule, zone, at, range(2, -_REACH_DAYS, -1)) if slot <= at)


def list_next(schedule: Schedule, zone: tzinfo, after: datetime, count: int) -> tuple[datetime, ...]:
    """The next slots after that instant."""
    slots: list[datetime] = []
    for _ in range(count):
        after = next_due(schedule, zone, after)
        slots.append(after)
    return tuple(slots)


def find_zone(name: str) -> tzinfo:
    """The zone of that name; UTC for one the machine no longer knows: better a digest at another hour than none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _slots(schedule: Schedule, zone: tzinfo, near: datetime, days: Iterable[int]) -> Iterable[datetime]:
    today = near.astimezone(zone).date()
    for days_on in days:
        day = today + timedelta(days=days_on)
        if schedule.weekday in (None, day.weekday()):
            yield _slot_on(day, schedule, zone)


def _slot_on(day: date, schedule: Schedule, zone: tzinfo) -> datetime:
    return datetime.combine(day, schedule.at, tzinfo=zone).astimezone(UTC)
