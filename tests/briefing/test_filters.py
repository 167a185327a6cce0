"""What a filter lets through, and why."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

import pytest

from bot.briefing.filters import Reason, explain, list_met, matches, occurs
from storage.models.chats import UNCUT, Cut, Filter
from storage.models.news import ArrivedStory
from storage.news.search import split_words


def filter_of(*alternatives: tuple[str, ...], cut: Cut = UNCUT) -> Filter:
    return Filter(id=1, alternatives=alternatives, cut=cut)


def story_of(
    keys: Collection[str] = (), *, topics: Collection[str] = (), languages: Collection[str] = ()
) -> ArrivedStory:
    return ArrivedStory(
        story_id=1,
        sort_on=date(2026, 5, 4),
        first_stored_at=datetime(2026, 5, 4, tzinfo=UTC),
        updated_at=None,
        keys=frozenset(keys),
        topics=frozenset(topics),
        languages=frozenset(languages),
        version=1,
        is_update=False,
    )


def words_of(text: str) -> str:
    return f" {' '.join(split_words(text))} "


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
    assert matches(filter_of(*alternatives), story_of(keys)) is lets_through


def test_a_country_that_is_only_mentioned_is_not_followed() -> None:
    assert not matches(filter_of(("GE",)), story_of({"AZ", "~GE"}))


@pytest.mark.parametrize(
    ("cut", "lets_through"),
    [
        (Cut(topics=("research",)), True),
        (Cut(topics=("epidemics", "research")), True),
        (Cut(topics=("epidemics",)), False),
        (Cut(languages=("kk", "tr")), True),
        (Cut(languages=("kk",)), False),
        (Cut(topics=("research",), languages=("kk",)), False),
        (Cut(includes=("asi",)), True),
        (Cut(includes=("ucak", "asi uretimi")), True),
        (Cut(includes=("ucak",)), False),
        (Cut(excludes=("futbol",)), True),
        (Cut(excludes=("asi",)), False),
        (Cut(includes=("asi",), excludes=("bakan",)), False),
    ],
)
def test_each_kind_asked_for_must_be_met_by_one_of_its_words(cut: Cut, lets_through: bool) -> None:
    story = story_of({"TR"}, topics={"research"}, languages={"tr", "en"})
    words = words_of("Bakanlar aşı üretimini konuştu.")
    assert matches(filter_of(("TR",), cut=cut), story, words) is lets_through
    assert not matches(filter_of(("CU",), cut=cut), story, words)


@pytest.mark.parametrize(
    ("term", "text", "is_there"),
    [
        ("vaccine", "Vaccines for all", True),
        ("aşı", "Aşıların üretimi", True),
        ("вакцин", "новая вакцина", True),
        ("oil price", "the oil prices rose", True),
        ("oil price", "the price of oil", False),
        ("who", "whole grain", True),
        ("eu", "neutral Europe", False),
        ("eu", "the EU said", True),
        ("cine", "medicine", False),
    ],
)
def test_a_word_is_found_as_a_whole_or_where_it_begins_one(term: str, text: str, is_there: bool) -> None:
    assert occurs(" ".join(split_words(term)), words_of(text)) is is_there


def test_a_reader_can_be_told_which_of_their_wishes_a_story_met() -> None:
    assert list_met(filter_of(("KZ",), ("CU",), ("AZ", "CU")), {"AZ", "CU"}) == (("CU",), ("AZ", "CU"))
    cut = Cut(topics=("epidemics", "research"), languages=("tr",), includes=("asi", "ucak"))
    story = story_of({"KZ", "CU"}, topics={"research"}, languages={"tr"})
    assert explain(filter_of(("KZ",), ("AZ",), cut=cut), story, words_of("aşı")) == Reason(
        alternatives=(("KZ",),), topics=("research",), words=("asi",)
    )


def test_where_one_thing_alone_could_be_met_there_is_nothing_to_tell() -> None:
    assert explain(filter_of(("KZ",), cut=Cut(topics=("research",))), story_of({"KZ"}, topics={"research"})) == Reason()
