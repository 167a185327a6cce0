"""A day of feeds with outages: nothing is lost, nothing is asked for sooner than it may be, nothing is given up."""

from __future__ import annotations

from tests.ingest.gathering.day import ILLNESSES, begin_day
from tests.ingest.gathering.newsroom import Newsroom

SEED = 14
"""One of those that bring every illness."""


async def test_a_day_with_outages_loses_nothing_and_hurries_nobody(newsroom: Newsroom) -> None:
    day = begin_day(newsroom, 6, items=3, seed=SEED)
    await day.play()
    assert day.lost() == set()
    assert day.hurried() == []
    assert newsroom.disabled() == []
    assert {each.kind for outlet in day.outlets.values() for each in outlet.illnesses} == set(ILLNESSES)
