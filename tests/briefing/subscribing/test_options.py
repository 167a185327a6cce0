"""Quiet hours, length, empty digests."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.options import read_options, read_quiet
from storage.models.chats import Grouping, QuietHours

NIGHT = QuietHours(since=time(22), until=time(7))


@pytest.mark.parametrize(
    "words",
    [
        "quiet 22:00-07:00",
        "quiet 22-7",
        "quiet hours 22:00–7:00",
        "quiet from 22:00 to 07:00",
        "quiet 10pm-7am",
        "Quiet 22.00 07.00",
        "sessiz 22:00-07:00",
        "тихие часы с 22:00 до 7:00",
        "тихо 22:00-7:00",
        "тыныш 22:00-07:00",
    ],
)
def test_quiet_hours_are_read_in_the_usual_forms(words: str) -> None:
    said = read_options([*words.split(), "daily", "08:00"])
    assert (said.quiet, said.rest, said.unread) == (NIGHT, ("daily", "08:00"), ())


@pytest.mark.parametrize(
    ("words", "unread", "rest"),
    [
        ("quiet 25:00-07:00 Cuba", ("quiet 25:00-07:00",), ("Cuba",)),
        ("quiet 22:00 Cuba", ("quiet 22:00",), ("Cuba",)),
        ("quiet 7-7", ("quiet 7-7",), ()),
        ("quiet Cuba", ("quiet",), ("Cuba",)),
        ("quiet", ("quiet",), ()),
        ("max Cuba", ("max Cuba",), ()),
        ("max 51", ("max 51",), ()),
        ("max 0", ("max 0",), ()),
        ("max", ("max",), ()),
    ],
)
def test_what_cannot_be_had_is_told_with_its_figures(
    words: str, unread: tuple[str, ...], rest: tuple[str, ...]
) -> None:
    said = read_options(words.split())
    assert (said.quiet, said.most_entries, said.unread, said.rest) == (None, None, unread, rest)


@pytest.mark.parametrize(
    "words", ["max 10", "max:10", "max10", "at most 10", "up to 10", "en fazla 10", "ən çox 10", "не более 10"]
)
def test_a_length_is_read(words: str) -> None:
    assert read_options(words.split()).most_entries == 10


@pytest.mark.parametrize(
    "words", ["even if empty", "also when empty", "boş olsa da", "даже если пусто", "boşsa da", "бос болса да"]
)
def test_empty_digests_are_asked_for(words: str) -> None:
    said = read_options([*words.split(), "Cuba"])
    assert (said.sends_empty, said.rest) == (True, ("Cuba",))


def test_quiet_hours_can_be_declined() -> None:
    said = read_options(["quiet", "off", "Cuba"])
    assert (said.quiet, said.rest, said.unread) == (None, ("Cuba",), ())


@pytest.mark.parametrize("words", ["", "22:00", "sometimes", "22-22", "22:00-07:00 Cuba"])
def test_what_are_no_hours_are_none(words: str) -> None:
    assert read_quiet(words) is None


@given(st.lists(st.sampled_from(["quiet", "max", "22:00", "-", "22-7", "even", "if", "empty", "to", "10", "Cuba"])))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_words_break_it(words: list[str]) -> None:
    said = read_options(words)
    assert len(said.rest) <= len(words)


@pytest.mark.parametrize(
    "words", ["by country", "grouped by pair", "ülkeye göre", "по странам", "ölkəyə görə", "елдер бойынша"]
)
def test_stories_may_be_grouped_by_country(words: str) -> None:
    said = read_options([*words.split(), "Cuba"])
    assert (said.grouping, said.rest) == (Grouping.PAIR, ("Cuba",))


@pytest.mark.parametrize("words", ["by official", "By ministers", "bakana göre", "по лицам", "nazirə görə"])
def test_stories_may_be_grouped_by_official(words: str) -> None:
    said = read_options(["Cuba", *words.split()])
    assert (said.grouping, said.rest) == (Grouping.OFFICIAL, ("Cuba",))


def test_a_group_of_words_that_says_nothing_of_groups_stays() -> None:
    said = read_options(["grouped", "Cuba"])
    assert (said.grouping, said.rest) == (None, ("grouped", "Cuba"))
