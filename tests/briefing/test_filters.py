"""What a filter lets through."""

from __future__ import annotations

import pytest

from bot.briefing.filters import list_met, matches
from storage.models.chats import Filter


def filter_of(*alternatives: tuple[str, ...]) -> Filter:
    return Filter(id=1, alternatives=alternatives)


@pytest.mark.parametrize(
    ("alternatives", "keys", "lets_through"),
    [
        ((), {"KZ"}, True),
        ((), set(), True),
        ((("KZ",),), {"KZ", "AZ"}, True),
        ((("KZ",), ("#12",)), {"AZ", "#12"}, True),
        ((("KZ",), ("#12",)), {"AZ", "#13"}, False),
        ((("KZ", "#12"),), {"KZ", "AZ"}, False),
        ((("KZ", "#12"),), {"KZ", "AZ", "#12"}, True),
    ],
)
def test_alternatives_are_either_and_a_pair_is_both(
    alternatives: tuple[tuple[str, ...], ...], keys: set[str], lets_through: bool
) -> None:
    assert matches(filter_of(*alternatives), keys) is lets_through


def test_a_country_that_is_only_mentioned_is_not_followed() -> None:
    assert not matches(filter_of(("GE",)), {"AZ", "~GE"})


def test_a_reader_can_be_told_which_of_their_wishes_a_story_met() -> None:
    assert list_met(filter_of(("KZ",), ("CU",), ("AZ", "CU")), {"AZ", "CU"}) == (("CU",), ("AZ", "CU"))
