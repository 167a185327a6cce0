"""`daily 08:00 Kazakhstan Musayev`, and what else people write."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.line import MOST_TERMS, read_line
from storage.models.chats import Cadence, Cut, QuietHours, Term

KNOWN = {
    "kazakhstan": ("KZ",),
    "cuba": ("CU",),
    "korea": ("KP", "KR"),
    "south korea": ("KR",),
    "musayev": ("#1",),
    "portal miranda": ("#2",),
    "kim": ("#3", "#4"),
    "trinidad and tobago": ("TT",),
    "in": ("IN",),
}


def find_keys(words: str) -> tuple[str, ...]:
    return KNOWN.get(words.lower(), ())


def keys(words: str) -> list[list[str | None]] | None:
    alternatives = read_line(words, find_keys).draft.alternatives
    return None if alternatives is None else [[term.key for term in terms] for terms in alternatives]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("daily 08:00 Kazakhstan Musayev", [["KZ"], ["#1"]]),
        ("Kazakhstan+Musayev daily 8am", [["KZ", "#1"]]),
        ("Kazakhstan + Musayev, Cuba", [["KZ", "#1"], ["CU"]]),
        ("weekly monday 09:00 South Korea Portal Miranda", [["KR"], ["#2"]]),
        ("South Korea+Portal Miranda", [["KR", "#2"]]),
        ("Kazakhstan and Cuba at 8", [["KZ"], ["CU"]]),
        ("Trinidad and Tobago and Cuba", [["TT"], ["CU"]]),
        ("“Kazakhstan”, 'Cuba'", [["KZ"], ["CU"]]),
        ("Cuba Cuba cuba", [["CU"], ["CU"]]),
        ("daily in 20.30", None),
        ("daily 8:00 everything", []),
        ("everything about Cuba", [["CU"]]),
        ("Kim", [[None]]),
        ("daily 8:00", None),
        ("+", None),
        ("+Cuba+", [["CU"]]),
    ],
)
def test_names_are_alternatives_and_a_plus_joins(words: str, expected: list[list[str | None]] | None) -> None:
    assert keys(words) == expected


def test_an_unknown_name_is_kept_as_it_was_written() -> None:
    alternatives = read_line("daily 8:00 Cuba Portal Mirnda", find_keys).draft.alternatives
    assert alternatives == ((Term(words="Cuba", key="CU"),), (Term(words="Portal Mirnda"),))


def test_when_and_zone_are_taken_out_of_the_names() -> None:
    draft = read_line("Cuba Asia/Almaty weekly 20.30 fridays", find_keys).draft
    assert (draft.cadence, draft.days, draft.times) == (Cadence.WEEKLY, (4,), (time(20, 30),))
    assert draft.timezone == "Asia/Almaty"
    assert draft.alternatives == ((Term(words="Cuba", key="CU"),),)


def test_an_offset_is_a_zone_and_not_a_pair() -> None:
    draft = read_line("daily 8:00 UTC+5 Cuba", find_keys).draft
    assert draft.timezone == "Etc/GMT-5"
    assert draft.alternatives == ((Term(words="Cuba", key="CU"),),)


def test_too_much_is_cut_and_said_so() -> None:
    line = read_line(" ".join(["Cuba", "Musayev"] * 200), find_keys)
    assert line.is_cut
    assert not read_line("Cuba", find_keys).is_cut
    many = read_line(",".join(f"N{number}" for number in range(60)), find_keys)
    assert many.is_cut
    assert len(many.draft.alternatives or ()) <= MOST_TERMS


def test_a_line_may_say_everything_at_once() -> None:
    draft = read_line(
        'mon wed fri 08:00 18:00 Kazakhstan+Musayev topic:vaccines lang:tr -football "oil price" '
        "quiet 22:00-07:00 max 10 even if empty Asia/Almaty",
        find_keys,
    ).draft
    assert [[term.key for term in terms] for terms in draft.alternatives or ()] == [["KZ", "#1"]]
    assert (draft.cadence, draft.days, draft.times) == (Cadence.WEEKDAYS, (0, 2, 4), (time(8), time(18)))
    assert draft.cut == Cut(
        topics=("pharma and vaccines",), languages=("tr",), includes=("oil price",), excludes=("football",)
    )
    assert (draft.quiet, draft.most_entries, draft.sends_empty) == (QuietHours(since=time(22), until=time(7)), 10, True)
    assert (draft.timezone, draft.unread) == ("Asia/Almaty", ())


@pytest.mark.parametrize("words", ["daily 8:00 topic:research", "daily 8:00 -football", 'at once "oil"', "lang:tr"])
def test_a_line_that_narrows_and_names_nobody_means_everything_that_is_left(words: str) -> None:
    assert keys(words) == []


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("daily 8:00 Cuba topic:foo", ("topic:foo",)),
        ("daily 8:00 Cuba max 500 lang:xx", ("lang:xx", "max 500")),
        ("daily weekly 8:00 Cuba", ("weekly",)),
        ("daily 8:00 Cuba UTC+5 Asia/Baku", ("Asia/Baku",)),
        ("daily 8:00 Cuba quiet", ("quiet",)),
    ],
)
def test_what_is_not_understood_is_told(words: str, unread: tuple[str, ...]) -> None:
    assert read_line(words, find_keys).draft.unread == unread
    assert keys(words) == [["CU"]]


def test_dashes_between_names_part_them() -> None:
    assert keys("Kazakhstan - Cuba — Musayev") == [["KZ"], ["CU"], ["#1"]]


@given(st.text(max_size=500))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_line_breaks_it(words: str) -> None:
    for terms in read_line(words, find_keys).draft.alternatives or ():
        assert terms
        assert all(term.words for term in terms)
