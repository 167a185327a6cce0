"""Promises about when a feed is looked at again."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.interval import (
    DISABLE_AFTER_DAYS,
    FASTEST,
    LONGEST_WAIT,
    OUTAGE_PAUSE,
    SLOWEST,
    Attempt,
    Fetched,
    Pace,
    Result,
    Verdict,
    is_outage,
    next_interval,
    revive,
)

START = datetime(2025, 4, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _fetched(result: Result, at: datetime = START, **asked: timedelta) -> Fetched:
    return Fetched(result=result, at=at, **asked)


def _play(gap: timedelta, days: int) -> tuple[int, timedelta]:
    """A feed with an item every `gap`, polled by plan: how many fetches, and how long items waited on average."""
    chance = random.Random(5)  # a seed: the play is the same every time
    pace, at, shown, fetches = Pace(), START, 0, 0
    waited = timedelta()
    while at < START + timedelta(days=days):
        out = int((at - START) / gap)
        waited += sum((at - (START + gap * n) for n in range(shown + 1, out + 1)), timedelta())
        plan = next_interval(
            pace, _fetched(Result.NEWS if out > shown else Result.UNCHANGED, at), jitter=chance.random()
        )
        assert plan.next_at is not None
        pace, at, shown, fetches = plan.pace, plan.next_at, out, fetches + 1
    return fetches, waited / max(shown, 1)


@pytest.mark.parametrize(
    ("gap", "fetches_a_day", "waits"),
    [
        (timedelta(minutes=10), 288, timedelta(minutes=6)),
        (timedelta(hours=4), 60, timedelta(hours=1)),
        (timedelta(days=2), 10, timedelta(hours=12)),
    ],
)
def test_a_feed_is_polled_as_often_as_it_changes(gap: timedelta, fetches_a_day: int, waits: timedelta) -> None:
    fetches, waited = _play(gap, 20)
    assert fetches <= fetches_a_day * 20
    assert waited <= waits


def test_a_silent_feed_is_polled_once_a_day_in_the_end() -> None:
    pace = Pace()
    for _ in range(40):
        pace = next_interval(pace, _fetched(Result.UNCHANGED), jitter=0.5).pace
    assert pace.interval == SLOWEST


def test_a_feed_and_its_server_are_asked_no_sooner_than_they_wish() -> None:
    quick = Pace(interval=FASTEST)
    assert next_interval(quick, _fetched(Result.NEWS, ttl=HOUR), jitter=0).next_at == START + HOUR
    assert next_interval(quick, _fetched(Result.REFUSED, retry_after=3 * HOUR), jitter=0).next_at == START + 3 * HOUR
    century = timedelta(days=36_500)
    assert next_interval(quick, _fetched(Result.NEWS, retry_after=century), jitter=0).next_at == START + LONGEST_WAIT
    assert next_interval(quick, _fetched(Result.NEWS, ttl=century), jitter=0).next_at == START + SLOWEST


def test_failures_back_off_to_a_day_and_a_success_ends_it() -> None:
    pace, waits = Pace(interval=10 * timedelta(minutes=1)), []
    for _ in range(10):
        plan = next_interval(pace, _fetched(Result.REFUSED), jitter=0.5)
        assert plan.next_at is not None
        waits.append(plan.next_at - START)
        pace = plan.pace
    assert waits[:4] == [timedelta(minutes=m) for m in (10, 20, 40, 80)]
    assert waits[-1] == SLOWEST
    well = next_interval(pace, _fetched(Result.UNCHANGED), jitter=0.5)
    assert (well.verdict, well.pace.failures, well.pace.failed_days) == (Verdict.WELL, 0, 0)
    assert well.next_at == START + timedelta(minutes=12.5)


def _fail(pace: Pace, day: int, result: Result = Result.REFUSED) -> tuple[Pace, Verdict]:
    plan = next_interval(pace, _fetched(result, START + timedelta(days=day)), jitter=0.5)
    assert (plan.next_at is None) == (plan.verdict is Verdict.DISABLED)
    return plan.pace, plan.verdict


def test_a_feed_that_fails_for_days_is_disabled() -> None:
    pace, verdicts = Pace(), []
    for day in range(DISABLE_AFTER_DAYS):
        pace, verdict = _fail(pace, day)
        verdicts.append(verdict)
    assert verdicts == [Verdict.FAILING] * (DISABLE_AFTER_DAYS - 1) + [Verdict.DISABLED]
    assert revive(pace) == Pace(interval=pace.interval)


def test_days_on_which_nobody_looked_do_not_count() -> None:
    pace, _ = _fail(Pace(), 0)
    assert _fail(pace, 100)[1] is Verdict.FAILING


def test_many_failures_in_one_day_do_not_disable() -> None:
    pace = Pace()
    for _ in range(50):
        pace, verdict = _fail(pace, 0)
    assert verdict is Verdict.FAILING


def test_a_feed_that_is_gone_is_disabled_on_the_second_day() -> None:
    pace, first = _fail(Pace(), 0, Result.GONE)
    assert (first, _fail(pace, 1, Result.GONE)[1]) == (Verdict.FAILING, Verdict.DISABLED)


def test_an_outage_of_everything_disables_nothing_and_slows_nothing() -> None:
    pace = Pace(interval=FASTEST, failures=30, failed_days=DISABLE_AFTER_DAYS - 1)
    for day in range(30):
        plan = next_interval(pace, _fetched(Result.UNREACHED, START + timedelta(days=day)), jitter=0.5, is_outage=True)
        assert (plan.verdict, plan.pace) == (Verdict.OUTAGE, pace)
        assert plan.next_at == START + timedelta(days=day) + OUTAGE_PAUSE


def test_a_server_that_answers_during_an_outage_is_judged_by_its_answer() -> None:
    plan = next_interval(Pace(), _fetched(Result.REFUSED), jitter=0.5, is_outage=True)
    assert plan.verdict is Verdict.FAILING


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ({"a": Result.UNREACHED, "b": Result.UNREACHED}, True),
        ({"a": Result.UNREACHED, "b": Result.REFUSED}, False),
        ({"a": Result.UNREACHED, "b": Result.UNCHANGED}, False),
        ({"a": Result.UNREACHED}, False),
        ({}, False),
    ],
)
def test_an_outage_is_when_no_host_answers(results: dict[str, Result], expected: bool) -> None:
    assert is_outage(Attempt(host=host, result=result) for host, result in results.items()) is expected


@given(
    st.timedeltas(min_value=FASTEST, max_value=SLOWEST),
    st.integers(0, 100),
    st.sampled_from(Result),
    st.floats(0, 1, exclude_max=True),
)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_the_next_time_is_minutes_to_a_day_away(
    interval: timedelta, failures: int, result: Result, jitter: float
) -> None:
    plan = next_interval(Pace(interval=interval, failures=failures), _fetched(result), jitter=jitter)
    assert plan.next_at is not None
    assert timedelta(minutes=4) <= plan.next_at - START <= SLOWEST
    assert FASTEST <= plan.pace.interval <= SLOWEST
