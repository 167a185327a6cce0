"""What a tick does with a slot that has come: windows meet, whatever zones and schedules do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.due import (
    changed_anchor,
    changed_due,
    first_due,
    is_sent,
    list_upcoming,
    read_slots,
    resumed_due,
    settle,
    show_window,
)
from storage.models.chats import Cadence, ChatKind, Filter, QuietHours, Schedule, Subscriber, Subscription

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAILY = Schedule(cadence=Cadence.DAILY, times=(time(8),))
TWICE = Schedule(cadence=Cadence.DAILY, times=(time(8), time(18)))
WEEKDAYS = Schedule(cadence=Cadence.WEEKDAYS, times=(time(9),), days=(0, 2))
MONTHLY = Schedule(cadence=Cadence.MONTHLY, times=(time(9),), days=(31,))
AT_ONCE = Schedule(cadence=Cadence.AT_ONCE)
NIGHT = QuietHours(since=time(22), until=time(7))
READER = Subscriber(
    id=1, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", timezone=None, paused_reason=None
)
FOLLOWED = Subscription(
    id=1,
    subscriber=READER,
    filter=Filter(id=1, alternatives=()),
    schedule=DAILY,
    timezone="UTC",
    anchor_at=None,
    next_due_at=NOON,
    sends_empty=False,
    created_at=NOON,
)
ALERTS = replace(FOLLOWED, schedule=AT_ONCE, anchor_at=NOON, next_due_at=None)


def take(followed: Subscription, now: datetime, told_until: datetime = NOON) -> tuple[datetime | None, Subscription]:
    """The slot composed, and the subscription after it."""
    slots = read_slots(followed.schedule, followed.timezone, followed.quiet, now, told_until)
    settled = settle(followed, slots)
    return settled.slot, replace(followed, anchor_at=settled.anchor_at, next_due_at=settled.next_due_at)


def test_after_a_pause_one_digest_ends_at_the_last_slot() -> None:
    slot, after = take(replace(FOLLOWED, anchor_at=NOON), NOON + timedelta(days=5))
    assert slot == after.anchor_at == datetime(2026, 5, 9, 8, tzinfo=UTC)
    assert after.next_due_at == datetime(2026, 5, 10, 8, tzinfo=UTC)


def test_a_slot_that_was_composed_already_is_none() -> None:
    ahead = replace(FOLLOWED, anchor_at=NOON + timedelta(days=30))
    slot, after = take(ahead, NOON + timedelta(days=1))
    assert slot is None
    assert after.anchor_at == ahead.anchor_at


def test_what_quiet_hours_held_back_ends_where_alerts_were_told() -> None:
    slot, after = take(replace(ALERTS, next_due_at=NOON + HOUR), NOON + 2 * HOUR, told_until=NOON + 2 * HOUR)
    assert slot == after.anchor_at == NOON + 2 * HOUR
    assert after.next_due_at is None


def test_an_empty_digest_goes_to_who_wants_it_and_gathered_alerts_never() -> None:
    told = replace(FOLLOWED, anchor_at=NOON)
    assert is_sent(FOLLOWED, ())
    assert is_sent(told, (1,))
    assert not is_sent(told, ())
    assert is_sent(replace(told, sends_empty=True), ())
    assert not is_sent(replace(ALERTS, sends_empty=True), ())


def test_digests_that_become_alerts_first_gather_what_is_new() -> None:
    told = replace(FOLLOWED, anchor_at=NOON - HOUR)
    assert changed_due(told, AT_ONCE, "UTC", None, NOON) == NOON
    assert changed_anchor(told, AT_ONCE, NOON, NOON) is None
    night = datetime(2026, 5, 4, 23, tzinfo=UTC)
    assert changed_due(told, AT_ONCE, "UTC", NIGHT, night) == datetime(2026, 5, 5, 7, tzinfo=UTC)


def test_digests_not_begun_that_become_alerts_begin_now() -> None:
    assert changed_due(FOLLOWED, AT_ONCE, "UTC", None, NOON) is None
    assert changed_anchor(FOLLOWED, AT_ONCE, NOON - HOUR, NOON) == NOON


def test_alerts_that_become_digests_go_on_where_they_were_told() -> None:
    assert changed_due(ALERTS, DAILY, "UTC", None, NOON) == datetime(2026, 5, 5, 8, tzinfo=UTC)
    assert changed_anchor(ALERTS, DAILY, NOON + HOUR, NOON) == NOON + HOUR
    held = replace(ALERTS, next_due_at=NOON + HOUR)
    assert changed_anchor(held, DAILY, NOON + HOUR, NOON) is None


def test_alerts_that_wait_go_on_waiting_for_the_new_end_of_the_quiet_hours() -> None:
    held = replace(ALERTS, next_due_at=NOON + HOUR, quiet=NIGHT)
    assert changed_due(held, AT_ONCE, "UTC", None, NOON) == NOON
    assert changed_due(ALERTS, AT_ONCE, "UTC", NIGHT, NOON) is None


def test_a_chat_that_is_back_gets_its_next_slot_and_what_its_alerts_missed_at_once() -> None:
    assert resumed_due(FOLLOWED, NOON) == datetime(2026, 5, 5, 8, tzinfo=UTC)
    assert resumed_due(ALERTS, NOON) == NOON


def test_alerts_have_no_slots_to_show() -> None:
    assert first_due(AT_ONCE, "UTC", NOON, None) is None
    assert list_upcoming(ALERTS, NOON) == ()
    assert len(list_upcoming(FOLLOWED, NOON)) == 3


ZONES = ["Asia/Almaty", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Apia", "UTC"]
CHANGES = st.tuples(
    st.integers(0, 120),
    st.none() | st.sampled_from(ZONES),
    st.none() | st.sampled_from([DAILY, TWICE, WEEKDAYS, MONTHLY]),
    st.none() | st.just(NIGHT),
)


@given(st.lists(CHANGES, min_size=1, max_size=12))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_whoever_moves_or_changes_times_has_windows_that_meet(
    changes: list[tuple[int, str | None, Schedule | None, QuietHours | None]],
) -> None:
    followed, now = replace(FOLLOWED, anchor_at=NOON), NOON
    ends = [NOON]
    for hours, zone, schedule, quiet in changes:
        now += hours * HOUR
        due = followed.next_due_at
        if due is not None and due <= now:
            slot, after = take(followed, now)
            if slot is not None:
                assert slot <= now
                ends.append(slot)
            followed = after
        assert followed.anchor_at == ends[-1]
        timezone, times = zone or followed.timezone, schedule or followed.schedule
        due = changed_due(followed, times, timezone, quiet, now)
        followed = replace(followed, timezone=timezone, schedule=times, quiet=quiet, next_due_at=due)
        assert due is not None
        assert due > now
    assert ends == sorted(set(ends))


@pytest.mark.parametrize("rules", ["Asia/Qyzylorda", "Asia/Almaty"])
def test_a_zone_whose_rules_changed_moves_the_slot_and_not_the_window(rules: str) -> None:
    # Kazakhstan went to one hour less on 1 March 2024: the slot kept from before is an hour early.
    followed = replace(FOLLOWED, timezone=rules, anchor_at=datetime(2024, 2, 29, 2, tzinfo=UTC))
    stale = datetime(2024, 3, 1, 2, tzinfo=UTC)
    slot, after = take(replace(followed, next_due_at=stale), stale)
    assert after.next_due_at == datetime(2024, 3, 1, 3, tzinfo=UTC)
    assert slot in (None, datetime(2024, 2, 29, 3, tzinfo=UTC))
    assert after.anchor_at == (slot or followed.anchor_at)


def test_a_change_under_a_clock_that_was_set_back_falls_due_by_that_clock() -> None:
    ahead = replace(FOLLOWED, anchor_at=NOON + timedelta(days=30))
    due = changed_due(ahead, TWICE, "UTC", None, NOON)
    assert due == datetime(2026, 5, 4, 18, tzinfo=UTC)


def test_under_a_clock_that_was_set_back_a_window_ends_after_all_that_arrived() -> None:
    ahead, now = NOON + timedelta(days=30), NOON + timedelta(days=1)
    end = ahead + HOUR
    slots = read_slots(DAILY, "UTC", None, now, NOON, end)
    settled = settle(replace(FOLLOWED, anchor_at=ahead), slots)
    assert settled.slot == datetime(2026, 5, 5, 8, tzinfo=UTC)
    assert settled.until == settled.anchor_at == end
    assert settled.next_due_at == datetime(2026, 5, 6, 8, tzinfo=UTC)
    shown = show_window(DAILY, "UTC", ahead, settled.slot, now)
    assert shown == (datetime(2026, 5, 4, 8, tzinfo=UTC), settled.slot)
    assert show_window(DAILY, "UTC", NOON, settled.slot, now) == (NOON, settled.slot)
    assert show_window(AT_ONCE, "UTC", ahead, end, now) == (now, now)
