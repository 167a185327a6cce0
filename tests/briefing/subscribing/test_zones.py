"""The zone somebody names."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.zones import COMMON, find_zones, read_zone


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Asia/Almaty", "Asia/Almaty"),
        ("asia/almaty", "Asia/Almaty"),
        ("Almaty", "Asia/Almaty"),
        ("Алматы", "Asia/Almaty"),
        ("Astana", "Asia/Almaty"),
        ("Bakı", "Asia/Baku"),
        ("İstanbul", "Europe/Istanbul"),
        ("Стамбул", "Europe/Istanbul"),
        ("Geneva", "Europe/Zurich"),
        ("new york", "America/New_York"),
        ("UTC", "UTC"),
        ("utc+5", "Etc/GMT-5"),
        ("GMT -3", "Etc/GMT+3"),
        ("+05:00", "Etc/GMT-5"),
    ],
)
def test_a_zone_is_found_by_name_city_or_offset(words: str, zone: str) -> None:
    assert find_zones(words) == (zone,)


def test_a_typo_finds_near_cities() -> None:
    assert "Asia/Tashkent" in find_zones("Tashkentt")
    assert find_zones("Tashkentt") == tuple(dict.fromkeys(find_zones("Tashkentt")))


@pytest.mark.parametrize("words", ["qwertyzz", "", "UTC+99", "🙂", "x/y", "../../etc/passwd"])
def test_nonsense_finds_none(words: str) -> None:
    assert find_zones(words) == ()


@pytest.mark.parametrize("word", ["Cuba", "Turkey", "Japan", "Poland"])
def test_an_old_zone_named_like_a_country_is_not_taken_for_a_zone_in_a_line(word: str) -> None:
    assert read_zone(word) is None


def test_the_zones_offered_exist_and_fit_a_button() -> None:
    assert all(ZoneInfo(zone).key == zone and len(zone) <= 40 for zone in COMMON)


@given(st.text(max_size=60))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_every_zone_found_exists(words: str) -> None:
    assert all(ZoneInfo(zone) for zone in find_zones(words))
