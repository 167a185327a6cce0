"""Which reports tell of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.events.story import StorySignature, alike, fingerprint, group_stories, match_story, text_marks

WORDS = frozenset(f"word{i}" for i in range(30))
ONE = StorySignature(
    people=frozenset({"rzayeva", "sadykov"}),
    pairs=frozenset({("rzayeva", "sadykov")}),
    office_pairs=frozenset({("health minister AZ", "health minister KZ")}),
    parties=frozenset({"AZ", "KZ"}),
    published_on=date(2025, 4, 8),
    event_on=None,
    places=frozenset({"Astana"}),
    gatherings=frozenset({"ots-health"}),
    is_remote=False,
    language="en",
    words=WORDS,
    marks=frozenset({"rzaye", "sadik", "500", "aktau", "trend"}),
)
ELSEWHERE = replace(
    ONE,
    published_on=date(2025, 4, 9),
    language="ru",
    words=frozenset({"x"}),
    marks=frozenset({"rzaye", "sadik", "500", "a", "b"}),
)


def test_two_languages_may_tell_of_one_event() -> None:
    assert match_story(ELSEWHERE, [(7, ONE)]) == 7


def test_the_same_two_at_another_time_are_another_story() -> None:
    assert match_story(replace(ELSEWHERE, published_on=date(2025, 9, 1)), [(7, ONE)]) is None


def test_the_same_two_at_another_place_are_another_story() -> None:
    assert match_story(replace(ELSEWHERE, places=frozenset({"Geneva"})), [(7, ONE)]) is None


UNDATED = replace(ONE, published_on=None, places=frozenset(), gatherings=frozenset())


def test_an_undated_report_of_the_same_pair_joins_by_its_words() -> None:
    other = replace(UNDATED, words=frozenset(f"word{i}" for i in range(9, 39)))
    assert match_story(other, [(7, UNDATED)]) == 7


def test_undated_reports_of_a_pair_in_other_words_are_two_stories() -> None:
    other = replace(UNDATED, words=frozenset(f"word{i}" for i in range(20, 50)), marks=frozenset("abcde"))
    assert match_story(other, [(7, UNDATED)]) is None


def test_undated_reports_in_two_languages_join_by_names_and_numbers() -> None:
    assert match_story(replace(UNDATED, language="ru", words=frozenset({"x"})), [(7, UNDATED)]) == 7


def test_another_meeting_of_the_same_conference_is_another_story() -> None:
    other = replace(
        ELSEWHERE,
        people=frozenset({"rzayeva", "kluge"}),
        pairs=frozenset({("kluge", "rzayeva")}),
        office_pairs=frozenset({("WHO regional director WHO", "health minister AZ")}),
    )
    assert match_story(other, [(7, ONE)]) is None


def test_a_name_spelt_anew_is_known_by_its_office() -> None:
    other = replace(ELSEWHERE, people=frozenset({"rzayeva", "sadiqof"}), pairs=frozenset({("rzayeva", "sadiqof")}))
    assert match_story(other, [(7, ONE)]) == 7


def test_a_call_is_not_the_meeting_in_person() -> None:
    assert match_story(replace(ELSEWHERE, is_remote=True), [(7, ONE)]) is None


def test_an_undated_report_needs_more_than_the_same_two_people() -> None:
    bare = replace(ELSEWHERE, published_on=None, places=frozenset(), gatherings=frozenset(), marks=frozenset("abcde"))
    assert match_story(bare, [(7, ONE)]) is None


def test_an_undated_retelling_in_the_same_words_is_the_same_story() -> None:
    assert match_story(replace(ONE, published_on=None), [(7, ONE)]) == 7


GATHERING = replace(
    ONE,
    people=frozenset({"rzayeva"}),
    pairs=frozenset(),
    office_pairs=frozenset(),
    parties=frozenset({"AZ", "HU"}),
    assemblies=frozenset({"ots-health#5"}),
)


def test_a_numbered_gathering_is_one_event_whoever_a_report_names() -> None:
    other = replace(
        GATHERING,
        people=frozenset({"kovacs"}),
        parties=frozenset({"HU"}),
        published_on=None,
        language="hu",
        words=frozenset(),
        marks=frozenset(),
    )
    assert match_story(other, [(7, GATHERING)]) == 7


def test_another_number_or_no_common_country_is_another_gathering() -> None:
    assert match_story(replace(GATHERING, assemblies=frozenset({"ots-health#4"})), [(7, GATHERING)]) is None
    assert match_story(replace(GATHERING, parties=frozenset({"KE"}), people=frozenset()), [(7, GATHERING)]) is None


def test_talks_of_two_pairs_at_one_gathering_are_two_stories() -> None:
    one = replace(GATHERING, pairs=frozenset({("a", "rzayeva")}), office_pairs=frozenset({("x", "y")}))
    other = replace(GATHERING, pairs=frozenset({("b", "rzayeva")}), office_pairs=frozenset({("x", "z")}))
    assert match_story(other, [(7, one)]) is None


CHANGE = replace(
    ONE,
    people=frozenset({"president", "old", "new"}),
    pairs=frozenset(),
    office_pairs=frozenset(),
    parties=frozenset({"LV"}),
    words=frozenset(),
    changes=frozenset({"health minister LV"}),
)


def test_an_office_changes_hands_once_in_a_few_days() -> None:
    other = replace(CHANGE, people=frozenset({"nyu"}), published_on=date(2025, 4, 10), language="ru")
    assert match_story(other, [(7, CHANGE)]) == 7


def test_an_undated_change_is_known_by_who_goes_and_who_comes() -> None:
    undated = replace(CHANGE, published_on=None, language="ru", marks=frozenset())
    assert match_story(replace(undated, people=frozenset({"old", "new", "other"})), [(7, CHANGE)]) == 7
    assert match_story(replace(undated, people=frozenset({"president", "newer"})), [(7, CHANGE)]) is None


def test_a_name_spelt_anew_is_no_proof_where_days_are_not_told() -> None:
    other = replace(
        UNDATED,
        people=frozenset({"rzayeva", "sadiqof"}),
        pairs=frozenset({("rzayeva", "sadiqof")}),
        words=frozenset(f"word{i}" for i in range(15, 45)),
        marks=frozenset({"rzaye", "a", "b", "c", "d"}),
    )
    assert match_story(other, [(7, UNDATED)]) is None


def test_a_side_told_by_its_office_alone_is_whoever_holds_it() -> None:
    other = replace(UNDATED, people=frozenset({"rzayeva"}), pairs=frozenset({("health minister KZ", "rzayeva")}))
    assert match_story(other, [(7, UNDATED)]) == 7


def test_the_same_people_at_one_place_join_though_none_is_said_to_have_met() -> None:
    one = replace(ONE, pairs=frozenset(), office_pairs=frozenset(), gatherings=frozenset())
    assert match_story(replace(one, published_on=None), [(7, one)]) == 7
    assert match_story(replace(one, published_on=None, words=frozenset(), marks=frozenset()), [(7, one)]) is None


def test_kazakh_in_either_script_has_the_same_words() -> None:
    cyrillic, _ = text_marks("Денсаулық сақтау министрлері дәрігерлерді марапаттады", "kk")
    latin, _ = text_marks("Densaýlyq saqtaý mınıstrleri dárigerlerdi marapattady", "kk")
    assert cyrillic == latin


def test_the_likest_story_wins() -> None:
    assert match_story(ONE, [(7, ELSEWHERE), (8, ONE)]) == 8


def test_nothing_to_compare_with_is_a_new_story() -> None:
    assert match_story(ONE, []) is None


def test_groups_are_labels_by_the_first_report() -> None:
    assert group_stories([ONE, replace(ONE, published_on=date(2020, 1, 1)), ELSEWHERE]) == (0, 1, 0)


def test_likeness_does_not_depend_on_the_order() -> None:
    assert alike(ONE, ELSEWHERE) == alike(ELSEWHERE, ONE)


def test_spacing_case_and_punctuation_do_not_change_a_fingerprint() -> None:
    assert fingerprint("Two ministers met, in Baku.") == fingerprint("two  MINISTERS met in\nBaku")


def test_other_words_have_another_fingerprint() -> None:
    assert fingerprint("Two ministers met in Baku.") != fingerprint("Two ministers met in Tokyo.")


def test_kazakh_in_either_script_has_one_fingerprint() -> None:
    cyrillic = "Қазақстан Денсаулық сақтау министрі дәрігерлермен кездесті"
    assert fingerprint(cyrillic) == fingerprint("Qazaqstan Densaýlyq saqtaý mınıstri dárigerlermen kezdesti")


@given(st.text())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_text_has_a_fingerprint(text: str) -> None:
    assert len(fingerprint(text)) == 32
