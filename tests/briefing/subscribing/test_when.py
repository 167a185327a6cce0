"""Words for a cadence, a weekday, a time."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.when import read_time, read_when
from storage.models.chats import Cadence


@pytest.mark.parametrize(
    ("word", "at"),
    [
        ("8:00", time(8)),
        ("08:00", time(8)),
        ("8.30", time(8, 30)),
        ("20.30", time(20, 30)),
        ("8am", time(8)),
        ("8AM", time(8)),
        ("8pm", time(20)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("8:15p.m.", time(20, 15)),
        ("0830", time(8, 30)),
        ("8", time(8)),
        ("noon", time(12)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_in_the_usual_forms(word: str, at: time) -> None:
    assert read_time(word) == at


@pytest.mark.parametrize("word", ["24:00", "8:60", "13pm", "0am", "25", "2530", "8:0", "Kazakhstan", "", "８:00", "-8"])
def test_what_is_no_time_is_not_read_as_one(word: str) -> None:
    assert read_time(word) is None


@pytest.mark.parametrize(
    ("words", "cadence", "weekday", "at"),
    [
        ("daily 08:00", Cadence.DAILY, None, time(8)),
        ("every day at 8 am", Cadence.DAILY, None, time(8)),
        ("weekly monday 09:00", Cadence.WEEKLY, 0, time(9)),
        ("09:00 on Fridays", Cadence.WEEKLY, 4, time(9)),
        ("monday", Cadence.WEEKLY, 0, None),
        ("weekly", Cadence.WEEKLY, None, None),
        ("ежедневно 8:00", Cadence.DAILY, None, time(8)),
        ("каждую пятницу 18:30", Cadence.WEEKLY, 4, time(18, 30)),
        ("her gün 20.30", Cadence.DAILY, None, time(20, 30)),
        ("Pazartesi 09:00", Cadence.WEEKLY, 0, time(9)),
        ("күн сайын 7:00", Cadence.DAILY, None, time(7)),
        ("Kazakhstan", None, None, None),
    ],
)
def test_when_is_read_in_any_order_and_language(
    words: str, cadence: Cadence | None, weekday: int | None, at: time | None
) -> None:
    when = read_when(words.split())
    days, times = () if weekday is None else (weekday,), (at,) if at else ()
    assert (when.cadence, when.days, when.times) == (cadence, days, times)
    assert when.unread == ()


def test_what_is_not_about_when_is_left_in_order() -> None:
    assert read_when(["South", "daily", "Korea", "8", "am", "Cuba"]).rest == ("South", "Korea", "Cuba")


@given(st.lists(st.text(max_size=8), max_size=6))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_words_break_it(words: list[str]) -> None:
    when = read_when(words)
    assert not when.days or when.cadence in (Cadence.WEEKLY, Cadence.WEEKDAYS, Cadence.MONTHLY)


@pytest.mark.parametrize(
    ("words", "cadence", "days", "times"),
    [
        ("at once", Cadence.AT_ONCE, (), ()),
        ("anında", Cadence.AT_ONCE, (), ()),
        ("сразу", Cadence.AT_ONCE, (), ()),
        ("dərhal", Cadence.AT_ONCE, (), ()),
        ("бірден", Cadence.AT_ONCE, (), ()),
        ("daily 08:00 18:00", Cadence.DAILY, (), (time(8), time(18))),
        ("daily 18:00 8am 18:00", Cadence.DAILY, (), (time(8), time(18))),
        ("mon wed fri 09:00", Cadence.WEEKDAYS, (0, 2, 4), (time(9),)),
        ("пн ср пт 9:00", Cadence.WEEKDAYS, (0, 2, 4), (time(9),)),
        ("weekly mon wed", Cadence.WEEKDAYS, (0, 2), ()),
        ("weekdays 08:00", Cadence.WEEKDAYS, (0, 1, 2, 3, 4), (time(8),)),
        ("mon-fri 08:00", Cadence.WEEKDAYS, (0, 1, 2, 3, 4), (time(8),)),
        ("sat-mon 08:00", Cadence.WEEKDAYS, (0, 5, 6), (time(8),)),
        ("по будням 8:00", Cadence.WEEKDAYS, (0, 1, 2, 3, 4), (time(8),)),
        ("hafta içi 8:00", Cadence.WEEKDAYS, (0, 1, 2, 3, 4), (time(8),)),
        ("iş günləri 8:00", Cadence.WEEKDAYS, (0, 1, 2, 3, 4), (time(8),)),
        ("weekend noon", Cadence.WEEKDAYS, (5, 6), (time(12),)),
        ("sat sun 10:00", Cadence.WEEKDAYS, (5, 6), (time(10),)),
        ("mon-sun 10:00", Cadence.DAILY, (), (time(10),)),
        ("bazar ertəsi 9:00", Cadence.WEEKLY, (0,), (time(9),)),
        ("monthly 1 09:00", Cadence.MONTHLY, (1,), (time(9),)),
        ("monthly 1st 15th 9am", Cadence.MONTHLY, (1, 15), (time(9),)),
        ("monthly 1 9", Cadence.MONTHLY, (1, 9), ()),
        ("on the last day of every month at 9:00", Cadence.MONTHLY, (31,), (time(9),)),
        ("ежемесячно 5 10:00", Cadence.MONTHLY, (5,), (time(10),)),
        ("her ay 5 10:00", Cadence.MONTHLY, (5,), (time(10),)),
        ("ай сайын 5 10:00", Cadence.MONTHLY, (5,), (time(10),)),
        ("monthly", Cadence.MONTHLY, (), ()),
    ],
)
def test_every_cadence_is_read_with_its_days_and_times(
    words: str, cadence: Cadence, days: tuple[int, ...], times: tuple[time, ...]
) -> None:
    when = read_when(words.split())
    assert (when.cadence, when.days, when.times, when.unread) == (cadence, days, times, ())


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("daily weekly 8:00", ("weekly",)),
        ("daily friday 8:00", ("daily",)),
        ("at once 08:00", ("08:00",)),
        ("at once friday", ("friday",)),
        ("monthly monday 8:00", ("monday",)),
        ("every 2 weeks", ("2 weeks",)),
        ("каждые 3 дня", ("3 дня",)),
        (" ".join(f"daily {hour}:00" for hour in range(20)), tuple(f"{hour}:00" for hour in range(12, 20))),
    ],
)
def test_what_contradicts_or_cannot_be_had_is_told(words: str, unread: tuple[str, ...]) -> None:
    assert read_when(words.split()).unread == unread


def test_sun_alone_and_two_sides_of_a_match_are_no_days() -> None:
    assert read_when(["Sun"]).rest == ("Sun",)
    assert read_when(["Cuba", "vs", "Kazakhstan"]).rest == ("Cuba", "vs", "Kazakhstan")
    assert read_when(["Son", "Heung"]).rest == ("Son", "Heung")
