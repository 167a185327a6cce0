"""Headings of a digest whose subscription wants them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bot.briefing.grouping import OTHERS, SEVERAL, Heading, group
from storage.models.chats import Filter, Grouping
from storage.models.news import ArrivedStory

EVERYTHING = Filter(id=1, alternatives=())


def make_arrived(story_id: int, *keys: str) -> ArrivedStory:
    return ArrivedStory(
        story_id=story_id,
        sort_on=date(2026, 5, 4),
        first_stored_at=datetime(2026, 5, 4, tzinfo=UTC),
        updated_at=None,
        keys=frozenset(keys),
        topics=frozenset(),
        languages=frozenset(),
        version=1,
        is_update=False,
    )


def grouped(grouping: Grouping, *stories: ArrivedStory, filter_: Filter = EVERYTHING) -> Mapping[int, Heading]:
    return group(stories, grouping, filter_)


def test_stories_of_a_pair_stand_together_where_its_first_stood() -> None:
    found = grouped(
        Grouping.PAIR,
        make_arrived(1, "KZ", "TR", "#1"),
        make_arrived(2, "AZ", "~KZ"),
        make_arrived(3, "TR", "KZ", "~RU"),
    )
    assert list(found.items()) == [(1, ("KZ", "TR")), (3, ("KZ", "TR")), (2, ("AZ",))]


def test_meetings_of_several_countries_and_of_none_come_last() -> None:
    found = grouped(
        Grouping.PAIR, make_arrived(1, "#1"), make_arrived(2, "AZ", "KZ", "TR"), make_arrived(3, "KZ", "TR")
    )
    assert list(found.items()) == [(3, ("KZ", "TR")), (2, SEVERAL), (1, OTHERS)]


def test_one_heading_for_all_is_none() -> None:
    assert grouped(Grouping.PAIR, make_arrived(1, "KZ", "TR"), make_arrived(2, "TR", "KZ")) == {}


def test_ungrouped_stories_keep_their_order() -> None:
    assert grouped(Grouping.NONE, make_arrived(1, "KZ"), make_arrived(2, "TR")) == {}


def test_a_story_stands_under_the_official_who_was_asked_for() -> None:
    asked = Filter(id=1, alternatives=(("#9",), ("KZ",)))
    stories = (make_arrived(1, "#3", "#9"), make_arrived(2, "#3"), make_arrived(3, "#3"))
    assert grouped(Grouping.OFFICIAL, *stories, filter_=asked) == {1: ("#9",), 2: ("#3",), 3: ("#3",)}


def test_who_stands_in_one_story_heads_none() -> None:
    found = grouped(Grouping.OFFICIAL, make_arrived(1, "#5"), make_arrived(2, "#3", "#4"), make_arrived(3, "#4", "#6"))
    assert list(found.items()) == [(2, ("#4",)), (3, ("#4",)), (1, OTHERS)]
