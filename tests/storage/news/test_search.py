"""Full text: what is found however it is written, and what a typed operator does (nothing)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.models.news import Cursor
from storage.news.entries import COUNT_CAP
from storage.news.officials import learn_official
from storage.news.search import count_search, search_entries
from tests.factories import NOON, make_person, make_reading, store_reading

DAY = date(2025, 4, 8)


def _store(db: Database, text: str, *, day: date | None = DAY, story_id: int | None = None) -> int:
    return store_reading(db, make_reading(text, published_on=day), story_id=story_id).story_id


def _find(db: Database, *words: str) -> list[int]:
    found = [cursor.story_id for cursor in search_entries(db, words, limit=50)]
    assert count_search(db, words) == len(found)
    return found


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Sağlık Bakanı konuştu", "saglik"),
        ("Sağlık Bakanı konuştu", "SAĞLIK"),
        ("Ажар Ғиният сөйледі", "giniyat"),
        ("Ажар Ғиният сөйледі", "Гиният"),
        ("İlham Əliyev danışdı", "aliyev"),
        ("Қазақстанның дәрігерлері", "қазақстан"),
        ("The ministers' memoranda", "minister"),
        ("An agreement on COVID-19 vaccines", "covid-19"),
    ],
)
def test_a_word_is_found_however_it_is_written(db: Database, written: str, asked: str) -> None:
    story = _store(db, written)
    _store(db, "Nothing of the kind.")
    assert _find(db, asked) == [story]


@pytest.mark.parametrize("asked", ["Клюге", "Kluge", "KLUGE", "клюге"])
def test_a_surname_is_found_in_every_spelling_known_of_it(db: Database, asked: str) -> None:
    russian = _store(db, "Ганс Клюге выступил с речью.")
    named = store_reading(
        db, make_reading("Kluge spoke.", published_on=DAY, people=[make_person("Hans Kluge")])
    ).story_id
    learn_official(db, "Ганс Клюге", "DE", None, NOON)
    assert _find(db, asked) == [named, russian]


def test_every_word_must_be_there_in_any_report_of_the_story(db: Database) -> None:
    story = _store(db, "The ministers met in Baku.")
    _store(db, "They spoke of vaccines.", story_id=story)
    _store(db, "Vaccines arrived.")
    assert _find(db, "baku", "vaccines") == [story]
    assert _find(db, "baku", "hospitals") == []


def test_people_are_found_by_their_names_in_latin_letters(db: Database) -> None:
    text = "Министр встретился с послом."
    story = store_reading(db, make_reading(text, people=[make_person("Akmaral Alnazarova")])).story_id
    assert _find(db, "alnazarova") == [story]


def test_a_word_may_be_begun_but_two_letters_begin_nothing(db: Database) -> None:
    story = _store(db, "A memorandum was signed.")
    assert _find(db, "memo") == [story]
    assert _find(db, "me") == []
    assert _find(db, "emorandum") == []


def test_newest_first_and_the_undated_last_each_story_once(db: Database) -> None:
    undated = _store(db, "vaccines", day=None)
    old = _store(db, "vaccines", day=DAY - timedelta(days=900))
    new = _store(db, "vaccines")
    _store(db, "more vaccines", day=DAY + timedelta(days=1), story_id=new)
    same_day = _store(db, "vaccines")
    assert _find(db, "vaccines") == [same_day, new, old, undated]


def test_pages_lead_on_and_back_and_meet_each_story_once(db: Database) -> None:
    ids = [_store(db, "vaccines", day=DAY + timedelta(days=n // 3) if n else None) for n in range(9)]
    first = search_entries(db, ["vaccines"], limit=4)
    _store(db, "vaccines", day=DAY + timedelta(days=30))
    second = search_entries(db, ["vaccines"], before=first[-1], limit=4)
    third = search_entries(db, ["vaccines"], before=second[-1], limit=4)
    assert [cursor.story_id for cursor in (*first, *second, *third)] == ids[::-1]
    assert search_entries(db, ["vaccines"], after=second[0], limit=4) == first
    assert search_entries(db, ["vaccines"], after=third[0], limit=4) == second


def test_a_story_that_gets_its_day_moves_up(db: Database) -> None:
    undated, dated = _store(db, "vaccines", day=None), _store(db, "vaccines")
    _store(db, "vaccines", day=DAY + timedelta(days=1), story_id=undated)
    assert _find(db, "vaccines") == [undated, dated]
    assert search_entries(db, ["vaccines"], limit=1) == (Cursor(sort_on=DAY + timedelta(days=1), story_id=undated),)


def test_a_page_goes_on_after_a_story_that_is_gone(db: Database) -> None:
    ids = [_store(db, "vaccines", day=DAY + timedelta(days=n)) for n in range(3)]
    gone = Cursor(sort_on=DAY + timedelta(days=1), story_id=999)
    assert [c.story_id for c in search_entries(db, ["vaccines"], before=gone, limit=5)] == ids[1::-1]


@pytest.mark.parametrize(
    "asked",
    [
        '"',
        "'; DROP TABLE stories; --",
        "NEAR(",
        "a OR",
        "AND NOT",
        "url:x",
        "folded:vaccines",
        "*",
        "^",
        "{",
        "<b>",
        "🙂",
        "",
    ],
)
def test_an_operator_is_only_a_word(db: Database, asked: str) -> None:
    _store(db, "They spoke of vaccines.")
    assert _find(db, asked) == []


@given(st.lists(st.text(), max_size=4))
@settings(
    deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_typed_breaks_the_search(db: Database, words: list[str]) -> None:
    search_entries(db, words, limit=5)
    count_search(db, words)


def test_four_thousand_characters_are_a_question_too(db: Database) -> None:
    for asked in ("x" * 4000, "vaccines " * 450, "\0" * 4000, '"' * 4000, " ".join(f"w{n}" for n in range(800))):
        search_entries(db, [asked], limit=5)


def test_what_was_stored_is_found_by_any_of_its_words(db: Database) -> None:
    text = "O‘zbekiston sog‘liqni saqlash vaziri Asilbek Xudoyorov; 2025-yil, №5 shartnoma – Тошкент."
    story = _store(db, text)
    for word in text.split():
        if any(c.isalnum() for c in word):
            assert _find(db, word) == [story], word


def test_a_count_stops_at_its_cap(db: Database) -> None:
    db.execute("BEGIN")
    for number in range(COUNT_CAP + 2):
        _store(db, f"vaccines {number}")
    assert count_search(db, ["vaccines"]) == COUNT_CAP + 1
    db.rollback()
