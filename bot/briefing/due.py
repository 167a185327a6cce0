"""What a tick does with a subscription whose slot has come, and when its next one comes. Pure.

`jobs` settles by it; handlers save by it. A zone is read anew each time, so new rules of a zone, or a subscriber who
moved, change the next slot and never a window: that begins where the last one ended.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.briefing.schedule import find_zone, last_due, list_next, next_due, quiet_end
from storage.models.chats import Cadence, QuietHours, Schedule, Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Of one schedule, at one instant: the last slot that has come, and the next, null where it comes with the news.

    `end`: where a window that ends with the last slot ends among arrivals.
    """

    last: datetime
    next: datetime | None
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A slot that has come, null for none, and the end of its window. Then `advance` to the rest."""

    slot: datetime | None
    until: datetime
    anchor_at: datetime
    next_due_at: datetime | None


def read_slots(
    schedule: Schedule,
    timezone: str,
    quiet: QuietHours | None,
    now: datetime,
    told_until: datetime,
    end: datetime | None = None,
) -> Slots:
    """The same for all who share schedule, zone and quiet hours, so a tick may keep it. `told_until`: up to where
    alerts were told, for what quiet hours held back ends there. `end`: as `storage.arrivals.find_end`."""
    if schedule.cadence is Cadence.AT_ONCE:
        return Slots(last=told_until, next=None, end=told_until)
    zone = find_zone(timezone)
    last = last_due(schedule, zone, now, quiet)
    return Slots(last=last, next=next_due(schedule, zone, now, quiet), end=end or last)


def settle(subscription: Subscription, slots: Slots) -> Settlement:
    """After a pause one digest covers all slots that have passed."""
    since = subscription.anchor_at
    return Settlement(
        slot=slots.last if since is None or since < slots.end else None,
        until=slots.end,
        anchor_at=slots.end if since is None else max(since, slots.end),
        next_due_at=slots.next,
    )


def show_window(
    schedule: Schedule, timezone: str, since: datetime, slot: datetime, now: datetime
) -> tuple[datetime, datetime]:
    """A window as people are told it: by the clock on their wall, even if ours was ahead when it began."""
    until = min(slot, now)
    if since < until or schedule.cadence is Cadence.AT_ONCE:
        return min(since, until), until
    return last_due(schedule, find_zone(timezone), until - timedelta.resolution), until


def is_sent(subscription: Subscription, story_ids: Sized) -> bool:
    """Whether a digest with these stories goes out: a first one always, an empty one only to who wants it."""
    if subscription.schedule.cadence is Cadence.AT_ONCE:
        return bool(story_ids)
    return bool(story_ids) or subscription.anchor_at is None or subscription.sends_empty


def first_due(schedule: Schedule, timezone: str, after: datetime, quiet: QuietHours | None) -> datetime | None:
    """The first slot of a new subscription; none for alerts, which come when there is news."""
    if schedule.cadence is Cadence.AT_ONCE:
        return None
    return next_due(schedule, find_zone(timezone), after, quiet)


def changed_due(
    known: Subscription, schedule: Schedule, timezone: str, quiet: QuietHours | None, now: datetime
) -> datetime | None:
    """The next slot of one that is changed, or whose subscriber moved. One that becomes alerts, or has some waiting,
    first gathers what was not told yet."""
    if schedule.cadence is not Cadence.AT_ONCE:
        return first_due(schedule, timezone, now, quiet)
    is_untold = known.next_due_at if known.schedule.cadence is Cadence.AT_ONCE else known.anchor_at
    return (quiet_end(quiet, find_zone(timezone), now) or now) if is_untold else None


def changed_anchor(known: Subscription, schedule: Schedule, told_until: datetime, now: datetime) -> datetime | None:
    """Where the window of one that is changed begins, null: as before. Alerts that nothing holds back were told up to
    `told_until`, whenever the last one was; alerts in place of a first digest begin `now`."""
    if known.schedule.cadence is Cadence.AT_ONCE and known.next_due_at is None:
        return told_until
    return now if schedule.cadence is Cadence.AT_ONCE and known.anchor_at is None else None


def resumed_due(subscription: Subscription, now: datetime) -> datetime:
    """The next slot of one that was paused; alerts gather at once what was not told meanwhile."""
    zone = find_zone(subscription.timezone)
    due = first_due(subscription.schedule, subscription.timezone, now, subscription.quiet)
    return due or quiet_end(subscription.quiet, zone, now) or now


def list_upcoming(subscription: Subscription, now: datetime, count: int = 3) -> tuple[datetime, ...]:
    """Its next slots; alerts have none."""
    zone = find_zone(subscription.timezone)
    return list_next(subscription.schedule, zone, now, count, subscription.quiet)
