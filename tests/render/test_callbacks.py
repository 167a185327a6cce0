"""What a button carries fits 64 bytes and comes back as it was; anything else is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.callbacks import LIMIT, AskLookup, Callback, ShowEvidence, TurnPage, parse_callback
from storage.models.news import UNDATED, Cursor

ids = st.integers(min_value=1, max_value=10**18 - 1)
turns = st.builds(
    TurnPage,
    lookup_id=ids,
    side=st.sampled_from(["a", "b"]),
    cursor=st.builds(Cursor, sort_on=st.dates(), story_id=ids),
)
callbacks = st.one_of(
    turns,
    st.builds(AskLookup, lookup_id=ids),
    st.builds(ShowEvidence, story_id=ids, part=st.none() | st.integers(min_value=0, max_value=999)),
)
fuzz = settings(deadline=None, derandomize=True, max_examples=100)


@fuzz
@given(callbacks)
def test_every_button_comes_back_as_it_was_within_64_bytes(callback: Callback) -> None:
    assert len(str(callback).encode()) <= LIMIT
    assert parse_callback(str(callback)) == callback


@fuzz
@given(st.text())
def test_whatever_else_a_button_carries_is_nothing_or_itself(carried: str) -> None:
    parsed = parse_callback(carried)
    assert parsed is None or str(parsed).startswith(carried[0])


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "p",
        "p:1:c:20230301:4",
        "p:1:a:20231301:4",
        "p:0:a:20230301:4",
        "l:-1",
        "l:1 ",
        "l:٣",
        "e:",
        "e:1:-1",
        "e:1\n",
    ],
)
def test_a_forged_button_is_nothing(forged: str) -> None:
    assert parse_callback(forged) is None


def test_the_undated_have_a_cursor_too() -> None:
    turn = TurnPage(lookup_id=7, side="b", cursor=Cursor(sort_on=UNDATED, story_id=3))
    assert str(turn) == "p:7:b:00010101:3"
    assert parse_callback(str(turn)) == turn


def test_a_cursor_of_a_day_that_is_none_is_refused() -> None:
    assert parse_callback("p:7:b:20230230:3") is None
