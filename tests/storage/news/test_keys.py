"""The keys a story is looked up by."""

from __future__ import annotations

from math import comb

from storage.news.keys import EVERYTHING, MAX_PAIRED, list_entry_keys, list_story_keys, list_word_keys, pair_key


def test_a_country_that_takes_part_is_not_also_mentioned() -> None:
    assert list_story_keys(["KZ"], ["RU", "KZ"], [12, 3]) == ("KZ", "~RU", "#3", "#12")


def test_all_who_take_part_are_paired_and_who_is_mentioned_is_not() -> None:
    assert list_entry_keys(["AZ", "KZ", "~RU", "#12"]) == {
        EVERYTHING,
        *("AZ", "KZ", "~RU", "#12"),
        *("AZ+KZ", "#12+AZ", "#12+KZ"),
    }


def test_a_pair_is_the_same_in_either_order() -> None:
    assert pair_key("KZ", "#12") == pair_key("#12", "KZ") == "#12+KZ"


def test_a_story_without_keys_is_listed_among_all() -> None:
    assert list_entry_keys([]) == {EVERYTHING}


def test_a_roll_call_is_paired_only_so_far() -> None:
    keys = list_story_keys([], [], range(1, 195))
    assert len([key for key in list_entry_keys(keys) if "+" in key]) == comb(MAX_PAIRED, 2)


def test_every_word_of_a_name_has_a_key_that_tells_given_names_from_the_rest() -> None:
    assert list_word_keys("Carlos Valdés de la Torre") == {"@@karlos", "@@jarlos", "@valdes", "@tore"}
    assert list_word_keys("Kassym-Jomart Tokayev") >= {"@@jomart", "@tokaev"}
    assert list_word_keys("Tokayev") == frozenset()
