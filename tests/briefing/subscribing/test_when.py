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
    assert (when.cadence, when.weekday, when.at) == (cadence, weekday, at)


def test_what_is_not_about_when_is_left_in_order() -> None:
    assert read_when(["South", "daily", "Korea", "8", "am", "Cuba"]).rest == ("South", "Korea", "Cuba")


@given(st.lists(st.text(max_size=8), max_size=6))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_words_break_it(words: list[str]) -> None:
    when = read_when(words)
    assert when.weekday is None or when.cadence is Cadence.WEEKLY
