"""`daily 08:00 Kazakhstan Musayev`, and what else people write."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.line import MOST_TERMS, read_line
from storage.models.chats import Cadence, Term

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
    assert (draft.cadence, draft.weekday, draft.at) == (Cadence.WEEKLY, 4, time(20, 30))
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


@given(st.text(max_size=500))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_line_breaks_it(words: str) -> None:
    for terms in read_line(words, find_keys).draft.alternatives or ():
        assert terms
        assert all(term.words for term in terms)
