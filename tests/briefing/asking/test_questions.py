"""Words become the lookup they most likely ask for; whatever is typed, there is an outcome and never an exception."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.asking.pairs import read_pair
from bot.briefing.asking.questions import (
    read_country,
    read_date,
    read_official,
    read_question,
    read_search,
    read_within,
)
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
UNSUNG = make_official(6, "Xi Example", "CN", story_count=0)
KLUGE = make_official(7, "Hans Kluge", "", story_count=3)
TEDROS = make_official(8, "Tedros Adhanom Ghebreyesus", "", story_count=2)
BEARERS = {
    "musayev": (MUSAYEV, NAMESAKE),
    "мусаев": (MUSAYEV, NAMESAKE),
    "teymur musayev": (MUSAYEV,),
    "koca": (KOCA,),
    "fahrettin koca": (KOCA,),
    "aliyev": ALIYEVS,
    "xi": (UNSUNG,),
    "is": (KLUGE,),
    "to": (KLUGE,),
}
NEAR = {"musaev-y": (MUSAYEV,)}
OF_PLACE = {"TR": (KOCA,), "WHO": (KLUGE, TEDROS)}
HOLDERS = {("health minister", "CU"): (TEDROS,), ("health minister", "AZ"): (MUSAYEV, ALIYEVS[0])}
TOGETHER = {("#7", "KZ"), ("#4", "KZ")}
"""Pairs that stand in a story."""


def has_stories(lookup: Lookup) -> bool:
    if lookup.kind is LookupKind.PAIR:
        return lookup.keys in TOGETHER
    return lookup.kind is not LookupKind.SEARCH and lookup.keys != ("#6",)


@pytest.fixture
def names(gazetteer: Gazetteer) -> Names:
    """Eight officials and the seeds' countries."""
    return make_names(gazetteer)


def make_names(gazetteer: Gazetteer, has_stories: Callable[[Lookup], bool] = has_stories) -> Names:
    return Names(
        countries=gazetteer.countries,
        find_officials=lambda words: BEARERS.get(words.strip().lower(), ()),
        suggest_officials=lambda words: NEAR.get(words.strip().lower(), ()),
        list_officials_of=lambda place: OF_PLACE.get(place, ()),
        list_holders=lambda roles, country: HOLDERS.get((roles[0].value, country), ()),
        has_stories=has_stories,
    )


def ask(words: str, names: Names) -> Understanding:
    return read_question(words, names, TODAY)


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
    assert options(read_pair("Aliyev and Cuba", names)) == [["#4", "CU"], ["#5", "CU"]]


def test_of_several_pairs_the_one_with_stories_is_meant(names: Names) -> None:
    assert keys(read_pair("Aliyev and Kazakhstan", names)) == ("#4", "KZ")


def test_a_mistyped_side_is_guessed(names: Names) -> None:
    choice = read_pair("Kazakstan and Türkiye", names)
    assert ["KZ", "TR"] in options(choice)
    assert isinstance(choice, Candidates)
    assert choice.is_guess


@pytest.mark.parametrize(
    ("words", "asked", "why"),
    [
        ("Kazakhstan KZ", "Kazakhstan KZ", Why.SAME_TWICE),
        ("Kazakhstan", "Kazakhstan", Why.ONE_OF_PAIR),
        ("Kazakhstan and", "Kazakhstan", Why.ONE_OF_PAIR),
        ("and Kazakhstan", "Kazakhstan", Why.ONE_OF_PAIR),
        ("and and", "and and", Why.UNKNOWN_PAIR),
        ("Kazakhstan Blurghistopol", "Blurghistopol", Why.UNKNOWN_SIDE),
    ],
)
def test_a_pair_needs_two_and_what_is_missing_is_told(names: Names, words: str, asked: str, why: Why) -> None:
    assert read_pair(words, names) == NotUnderstood(asked=asked, why=why)


@pytest.mark.parametrize(
    "words", ["Azerbaijan-Cuba", "between Azerbaijan and Cuba", "между Азербайджаном и Кубой", "AZ vs CU"]
)
def test_a_pair_may_be_joined_by_a_hyphen_and_begun_by_between(names: Names, words: str) -> None:
    assert keys(read_pair(words, names)) == ("AZ", "CU")


def test_a_hyphen_inside_a_name_does_not_part_it(names: Names) -> None:
    assert keys(read_pair("Guinea-Bissau and Timor-Leste", names)) == ("GW", "TL")


def test_two_typos_are_offered_as_a_pair(names: Names) -> None:
    assert ["KZ", "TR"] in options(read_pair("Kazakstan Tukey", names))


def test_two_countries_asked_as_one_are_offered_together_and_each(names: Names) -> None:
    for words in ("🇰🇿🇹🇷", "kazakhstan turkey"):
        assert options(read_country(words, names)) == [["KZ", "TR"], ["KZ"], ["TR"]]


@pytest.mark.parametrize("words", ["Kaзахстан", "Казаxстан"])
def test_letters_of_another_script_that_look_alike_are_read(names: Names, words: str) -> None:
    assert keys(read_country(words, names)) == ("KZ",)


@pytest.mark.parametrize(("words", "code", "other"), [("Guinea", "GN", "GW"), ("Congo", "CG", "CD")])
def test_the_country_that_is_called_just_so_is_answered_with_the_others_behind(
    names: Names, words: str, code: str, other: str
) -> None:
    understood = read_country(words, names)
    assert keys(understood) == (code,)
    assert isinstance(understood, Understood)
    assert other in [option.subjects[0] for option in understood.others]


@pytest.mark.parametrize("words", ["WHO", "ВОЗ", "DSÖ", "ДСÖ", "ÜST", "ДДҰ", "JSST", "World Health Organization"])
def test_an_organization_is_asked_by_its_officials(names: Names, words: str) -> None:
    for understanding in (read_official(words, names), read_country(words, names), ask(words, names)):
        assert options(understanding) == [["#7"], ["#8"]]


def test_a_pair_with_an_organization_is_with_those_of_its_officials_who_met(names: Names) -> None:
    assert keys(read_pair("KZ WHO", names)) == ("#7", "KZ")
    assert options(read_pair("Koca WHO", names)) == [["#3", "#7"], ["#3", "#8"]]


@pytest.mark.parametrize("words", ["hi", "Hi", "yes", "hey!", "in", "is", "To", "me", "can", "no news", "сәлем", "who"])
def test_a_common_word_is_nobodys_name_and_no_code(names: Names, words: str) -> None:
    assert ask(words, names) == NotUnderstood(asked="", why=Why.EMPTY)


@pytest.mark.parametrize("words", ["KZ", "USA", "usa"])
def test_a_code_in_capitals_or_in_use_as_a_name_is_a_country(names: Names, words: str) -> None:
    assert keys(ask(words, names)) in (("KZ",), ("US",))


def test_a_small_written_code_is_guessed(names: Names) -> None:
    assert options(ask("kz", names)) == [["KZ"]]
    assert keys(read_country("kz", names)) == ("KZ",)


@pytest.mark.parametrize("words", ["Koca'nın", "Мусаева", "Мусаевым", "Musayevlə", "Koca’ya", "Фахреттином Koca"])
def test_an_inflected_name_finds_its_bearer(names: Names, words: str) -> None:
    assert keys(read_official(words.removeprefix("Фахреттином "), names)) in (("#1",), ("#3",))


@pytest.mark.parametrize(
    "words",
    ["health minister of Cuba", "Cuba health minister", "министр здравоохранения Кубы", "Küba Sağlık Bakanı kim?"],
)
def test_an_office_and_a_country_are_whoever_holds_it(names: Names, words: str) -> None:
    assert keys(read_official(words, names)) == ("#8",)
    assert keys(ask(words, names)) == ("#8",)


def test_several_who_held_an_office_are_a_choice(names: Names) -> None:
    assert options(read_official("Azerbaijan's minister of health", names)) == [["#1"], ["#4"]]


@pytest.mark.parametrize(
    ("words", "asked", "since", "until"),
    [
        ("Azerbaijan in 2025", ("AZ",), "2025-01-01", "2025-12-31"),
        ("Kazakhstan March 2023", ("KZ",), "2023-03-01", "2023-03-31"),
        ("what happened in Cuba last week?", ("CU",), "2026-11-16", "2026-11-22"),
        ("Musayev 2023", ("#1",), "2023-01-01", "2023-12-31"),
        ("Кубa 2023", ("CU",), "2023-01-01", "2023-12-31"),
        ("Azerbaijan and Cuba since 2025", ("AZ", "CU"), "2025-01-01", "2026-11-24"),
        ("what happened last week?", (), "2026-11-16", "2026-11-22"),
    ],
)
def test_a_name_and_days_are_asked_together(
    names: Names, words: str, asked: tuple[str, ...], since: str, until: str
) -> None:
    understood = ask(words, names)
    assert keys(understood) == asked
    assert isinstance(understood, Understood)
    assert (understood.lookup.since_on, understood.lookup.until_on) == (
        date.fromisoformat(since),
        date.fromisoformat(until),
    )


def test_a_command_takes_days_as_well(names: Names) -> None:
    understood = read_within("Kazakhstan 2023", names, TODAY, read_country)
    assert keys(understood) == ("KZ",)
    assert isinstance(understood, Understood)
    assert understood.lookup.since_on == date(2023, 1, 1)


@pytest.mark.parametrize(
    "words", ["Fahrettin Koca kim?", "кто такой Koca?", "Koca kimdir", "when was Koca?", "Dr. Koca"]
)
def test_question_words_are_left_out(names: Names, words: str) -> None:
    assert keys(ask(words, names)) == ("#3",)


def test_a_sentence_that_is_no_question_of_ours_offers_whom_it_names(names: Names) -> None:
    choice = ask("did anybody in Türkiye hear whether Fahrettin Koca likes Cuba", names)
    assert options(choice) == [["TR"], ["#3"], ["CU"]]


def test_one_without_stories_is_less_likely_than_what_a_search_finds(gazetteer: Gazetteer) -> None:
    def has_words(lookup: Lookup) -> bool:
        return lookup.kind is LookupKind.SEARCH

    found = ask("Xi", make_names(gazetteer, has_words))
    assert isinstance(found, Understood)
    assert found.lookup.kind is LookupKind.SEARCH
    assert keys(ask("Xi", make_names(gazetteer))) == ("#6",)


def test_plain_words_are_a_date_before_a_name(names: Names) -> None:
    assert ask("March 2023", names) == Understood(
        lookup=Lookup(kind=LookupKind.DATE, asked="March 2023", since_on=date(2023, 3, 1), until_on=date(2023, 3, 31))
    )


def test_plain_words_are_searched_only_where_that_finds_something(gazetteer: Gazetteer, names: Names) -> None:
    found = ask("pharmaceutical plant", make_names(gazetteer, lambda _: True))
    assert isinstance(found, Understood)
    assert (found.lookup.kind, found.lookup.words) == (LookupKind.SEARCH, ("pharmaceutical", "plant"))
    assert ask("pharmaceutical plant", names) == NotUnderstood(asked="pharmaceutical plant", why=Why.NOTHING_FOUND)


def test_plain_words_a_typo_away_are_guessed(names: Names) -> None:
    assert options(ask("kazakstan", names)) == [["KZ"]]
    assert options(ask("musaev-y", names)) == [["#1"]]


def test_what_is_far_too_long_is_not_read(names: Names) -> None:
    for read in (read_country, read_official, read_pair):
        assert read("x" * 4000, names) == NotUnderstood(asked="x" * 40, why=Why.TOO_LONG)


@pytest.mark.parametrize("count", [1, 10, 19, 20, 28, 570])
def test_a_long_search_is_cut_between_words(count: int) -> None:
    understood = read_search(" ".join(["health"] * count))
    assert isinstance(understood, Understood)
    assert understood.lookup.words == ("health",)


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
        list_holders=lambda _, __: (),
        has_stories=lambda _: False,
    )
    outcomes = [read_country(words, nobody), read_official(words, nobody), read_pair(words, nobody)]
    outcomes += [read_date(words, TODAY), read_search(words), ask(words, nobody)]
    assert all(isinstance(outcome, Understanding) for outcome in outcomes)
