"""Words become the lookup they most likely ask for; whatever is typed, there is an outcome and never an exception."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.asking.pairs import read_pair
from bot.briefing.asking.questions import read_country, read_date, read_official, read_question, read_search
from bot.briefing.asking.understanding import (
    Candidates,
    Names,
    NotUnderstood,
    Understanding,
    Understood,
    Why,
    key_of,
)
from bot.reading.gazetteer import Gazetteer
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official

TODAY = date(2026, 11, 24)


def make_official(id_: int, name: str, country: str = "AZ", story_count: int = 1) -> Official:
    """Somebody who stands in a story."""
    return Official(
        id=id_,
        slug=name.lower().replace(" ", "-"),
        name=name,
        country=country,
        organization=None,
        is_learned=True,
        story_count=story_count,
    )


MUSAYEV = make_official(1, "Teymur Musayev")
NAMESAKE = make_official(2, "Anvar Musaev", "UZ", story_count=0)
KOCA = make_official(3, "Fahrettin Koca", "TR")
ALIYEVS = (make_official(4, "Ilham Aliyev"), make_official(5, "Samir Aliyev"))
BEARERS = {"musayev": (MUSAYEV, NAMESAKE), "teymur musayev": (MUSAYEV,), "koca": (KOCA,), "aliyev": ALIYEVS}
NEAR = {"musaev-y": (MUSAYEV,)}


@pytest.fixture
def names(gazetteer: Gazetteer) -> Names:
    """Four officials and the seeds' countries."""
    return Names(
        countries=gazetteer.countries,
        find_officials=lambda words: BEARERS.get(words.strip().lower(), ()),
        suggest_officials=lambda words: NEAR.get(words.strip().lower(), ()),
        list_officials_of=lambda country: (KOCA,) if country == "TR" else (),
    )


def ask(words: str, names: Names, *, has_results: bool = False) -> Understanding:
    return read_question(words, names, TODAY, lambda _: has_results)


def keys(understanding: Understanding) -> tuple[str, ...]:
    assert isinstance(understanding, Understood), understanding
    return understanding.lookup.keys


def options(understanding: Understanding) -> list[list[str]]:
    assert isinstance(understanding, Candidates), understanding
    return [[key_of(subject) for subject in option.subjects] for option in understanding.options]


def test_a_country_is_asked_by_its_code(names: Names) -> None:
    assert keys(read_country("Türkiye", names)) == ("TR",)


def test_an_official_asked_as_a_country_is_offered(names: Names) -> None:
    assert options(read_country("koca", names)) == [["#3"]]


def test_one_who_has_articles_comes_before_a_namesake_who_has_none(names: Names) -> None:
    understood = read_official("Musayev", names)
    assert keys(understood) == ("#1",)
    assert isinstance(understood, Understood)
    assert [option.subjects for option in understood.others] == [(NAMESAKE,)]


def test_two_who_have_articles_are_a_choice(names: Names) -> None:
    assert options(read_official("Aliyev", names)) == [["#4"], ["#5"]]


def test_a_country_asked_as_an_official_offers_its_officials(names: Names) -> None:
    assert options(read_official("Türkiye", names)) == [["#3"]]


def test_a_country_without_officials_is_offered_itself(names: Names) -> None:
    assert options(read_official("Cuba", names)) == [["CU"]]


@pytest.mark.parametrize(
    "words", ["Kazakhstan Türkiye", "KZ+TR", "Kazakhstan & Turkey", "🇰🇿🇹🇷", "Kazakhstan ile Türkiye"]
)
def test_a_pair_is_read_however_it_is_joined(names: Names, words: str) -> None:
    assert keys(read_pair(words, names)) == ("KZ", "TR")


def test_a_pair_of_names_of_two_words_is_cut_where_both_are_known(names: Names) -> None:
    assert keys(read_pair("Teymur Musayev Fahrettin Koca".replace("Fahrettin ", ""), names)) == ("#1", "#3")
    assert keys(read_pair("South Korea North Macedonia", names)) == ("KR", "MK")


def test_an_ambiguous_side_makes_a_choice_of_pairs(names: Names) -> None:
    assert options(read_pair("Aliyev and Kazakhstan", names)) == [["#4", "KZ"], ["#5", "KZ"]]


def test_a_mistyped_side_is_guessed(names: Names) -> None:
    choice = read_pair("Kazakstan and Türkiye", names)
    assert ["KZ", "TR"] in options(choice)
    assert isinstance(choice, Candidates)
    assert choice.is_guess


@pytest.mark.parametrize(("words", "why"), [("Kazakhstan KZ", Why.SAME_TWICE), ("Kazakhstan", Why.UNKNOWN_PAIR)])
def test_a_pair_needs_two(names: Names, words: str, why: Why) -> None:
    assert read_pair(words, names) == NotUnderstood(asked=words, why=why)


def test_plain_words_are_a_date_before_a_name(names: Names) -> None:
    assert ask("March 2023", names) == Understood(
        lookup=Lookup(kind=LookupKind.DATE, asked="March 2023", since_on=date(2023, 3, 1), until_on=date(2023, 3, 31))
    )


def test_plain_words_are_searched_only_where_that_finds_something(names: Names) -> None:
    found = ask("pharmaceutical plant", names, has_results=True)
    assert isinstance(found, Understood)
    assert (found.lookup.kind, found.lookup.words) == (LookupKind.SEARCH, ("pharmaceutical", "plant"))
    assert ask("pharmaceutical plant", names) == NotUnderstood(asked="pharmaceutical plant", why=Why.NOTHING_FOUND)


def test_plain_words_a_typo_away_are_guessed(names: Names) -> None:
    assert options(ask("kazakstan", names)) == [["KZ"]]
    assert options(ask("musaev-y", names)) == [["#1"]]


def test_what_is_far_too_long_is_not_read(names: Names) -> None:
    for read in (read_country, read_official, read_pair):
        assert read("x" * 4000, names) == NotUnderstood(asked="x" * 40, why=Why.TOO_LONG)


def test_operators_of_the_search_are_words(names: Names) -> None:
    search = read_search('a AND "b c" NEAR(d*)')
    assert isinstance(search, Understood)
    assert search.lookup.words == ("a", "and", "b", "c", "near", "d")
    assert read_search('*-^()"') == NotUnderstood(asked='*-^()"', why=Why.NO_WORDS)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(words=st.text(st.characters(codec=None), max_size=150))
def test_whatever_is_typed_there_is_an_outcome(gazetteer: Gazetteer, words: str) -> None:
    nobody = Names(
        countries=gazetteer.countries,
        find_officials=lambda _: (),
        suggest_officials=lambda _: (),
        list_officials_of=lambda _: (),
    )
    outcomes = [read_country(words, nobody), read_official(words, nobody), read_pair(words, nobody)]
    outcomes += [read_date(words, TODAY), read_search(words), ask(words, nobody)]
    assert all(isinstance(outcome, Understanding) for outcome in outcomes)
