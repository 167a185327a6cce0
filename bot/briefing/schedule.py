"""When digests fall due, and when a chat is left in peace: whatever the clocks of its zone do. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage.models.chats import Cadence, QuietHours, Schedule

_REACH_DAYS = {Cadence.DAILY: 1, Cadence.WEEKDAYS: 7, Cadence.WEEKLY: 7, Cadence.MONTHLY: 31}
"""The longest way from one slot to the next."""
_MARGIN_DAYS = 3
"""Zones lie a day apart, a zone may skip a day, and quiet hours may put a slot off to the next one."""


def next_due(schedule: Schedule, zone: tzinfo, after: datetime, quiet: QuietHours | None = None) -> datetime:
    """The first slot after that instant, in UTC, of a schedule that has slots.

    A time that does not exist on a day (clocks go forward) is as much later as they go forward; one that comes twice
    (clocks go back) is the first of the two; one within the quiet hours is put off to their end. Slots that so meet are
    one.
    """
    days = range(-_MARGIN_DAYS, _REACH_DAYS[schedule.cadence] + _MARGIN_DAYS)
    return min(slot for slot in _slots(schedule, zone, after, days, quiet) if slot > after)


def last_due(schedule: Schedule, zone: tzinfo, at: datetime, quiet: QuietHours | None = None) -> datetime:
    """The last slot up to and including that instant, in UTC: after a pause, where the one catch-up digest ends."""
    days = range(-_MARGIN_DAYS - _REACH_DAYS[schedule.cadence], _MARGIN_DAYS)
    return max(slot for slot in _slots(schedule, zone, at, days, quiet) if slot <= at)


def list_next(
    schedule: Schedule, zone: tzinfo, after: datetime, count: int, quiet: QuietHours | None = None
) -> tuple[datetime, ...]:
    """The next slots after that instant; none for alerts."""
    slots: list[datetime] = []
    for _ in range(count if schedule.times else 0):
        after = next_due(schedule, zone, after, quiet)
        slots.append(after)
    return tuple(slots)


def is_quiet(quiet: QuietHours, at: time) -> bool:
    """Whether that local time lies in the quiet hours."""
    if quiet.since < quiet.until:
        return quiet.since <= at < quiet.until
    return at >= quiet.since or at < quiet.until


def quiet_end(quiet: QuietHours | None, zone: tzinfo, at: datetime) -> datetime | None:
    """When the quiet hours that instant lies in are over, in UTC; None: it lies in none."""
    local = at.astimezone(zone)
    if quiet is None or not is_quiet(quiet, local.time()):
        return None
    end = _put_off(local.replace(tzinfo=None), quiet).replace(tzinfo=zone)
    # Where the end comes twice and the first is over, it is the second.
    ends = (end.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return next((instant for instant in ends if instant > at), None)


def find_zone(name: str) -> tzinfo:
    """The zone of that name; UTC for one the machine no longer knows: better a digest at another hour than none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _slots(
    schedule: Schedule, zone: tzinfo, near: datetime, days: Iterable[int], quiet: QuietHours | None
) -> Iterator[datetime]:
    today = near.astimezone(zone).date()
    for days_on in days:
        day = today + timedelta(days=days_on)
        if _is_on(schedule, day):
            for at in schedule.times:
                yield _put_off(datetime.combine(day, at), quiet).replace(tzinfo=zone).astimezone(UTC)


def _is_on(schedule: Schedule, day: date) -> bool:
    match schedule.cadence:
        case Cadence.DAILY:
            return True
        case Cadence.MONTHLY:
            is_last = day.day == monthrange(day.year, day.month)[1]
            return day.day in schedule.days or (is_last and max(schedule.days) > day.day)
        case _:
            return day.weekday() in schedule.days


def _put_off(local: datetime, quiet: QuietHours | None) -> datetime:
    """To the end of the quiet hours it lies in, by the clock on the wall."""
    if quiet is None or not is_quiet(quiet, local.time()):
        return local
    end = datetime.combine(local.date(), quiet.until)
    return end if end > local else end + timedelta(days=1)
