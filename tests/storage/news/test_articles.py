"""Saving, finding, replacing and removing articles."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage.database import Database
from storage.models.reading import HeadlineFacts, Verb
from storage.news.articles import find_article, get_article, remove_article, remove_samples, replace_reading
from storage.news.facts import list_evidence
from storage.news.officials import get_official_card
from storage.news.search import count_search
from storage.news.upkeep.documents import get_document
from tests.factories import NOON, make_country, make_document, make_meeting, make_person, make_reading, store_reading
from tests.storage.news.oracle import read_kept

ADDRESS = "https://news.example/1"


def _count_rows(db: Database) -> dict[str, int]:
    tables = [name for name in db.table_names() if not name.startswith(("story_search_fts", "_", "sqlite_"))]
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def test_an_article_comes_back_as_it_was_read(db: Database) -> None:
    text = "Баку. Teymur Musayev met Roberto Morales."
    headline = HeadlineFacts(verb=Verb.MET, who=("Teymur Musayev",), whom=("Roberto Morales",))
    reading = make_reading(
        text,
        title="A title",
        source="Trend",
        published_on=date(2023, 3, 1),
        event_on=date(2023, 2, 28),
        place="Baku",
        headline=headline,
        lead=(6, 41),
    )
    saved = store_reading(db, reading, document=make_document(text, url=ADDRESS))
    article = get_article(db, saved.article_id)
    assert article is not None
    assert article.story_id == saved.story_id
    assert article.lead == "Teymur Musayev met Roberto Morales."
    assert article.headline == headline
    assert (article.url, article.title, article.source, article.language) == (ADDRESS, "A title", "Trend", "en")
    assert (article.published_on, article.event_on, article.place) == (date(2023, 3, 1), date(2023, 2, 28), "Baku")
    assert (article.is_sample, article.stored_at) == (False, NOON)


def test_an_undated_article_stays_undated(db: Database) -> None:
    article = get_article(db, store_reading(db, make_reading(published_on=None)).article_id)
    assert article is not None
    assert article.published_on is None


def test_names_are_stored_in_nfc(db: Database) -> None:
    name = unicodedata.normalize("NFD", "José Ángel Portal Miranda")
    store_reading(db, make_reading(people=[make_person(name)], meetings=[make_meeting([name], ["health minister TR"])]))
    wanted = unicodedata.normalize("NFC", name)
    stored = [
        *db.execute("SELECT name FROM article_people").fetchall(),
        *db.execute("SELECT label FROM meeting_sides WHERE side = 0").fetchall(),
        *db.execute("SELECT name FROM officials").fetchall(),
        *db.execute("SELECT DISTINCT name FROM official_names").fetchall(),
    ]
    assert stored == [(wanted,)] * 4


def test_the_same_address_or_the_same_words_are_known(db: Database) -> None:
    first = store_reading(db, document=make_document(url=ADDRESS), fingerprint="words")
    before = _count_rows(db)
    by_address = store_reading(db, document=make_document(url=ADDRESS), fingerprint="other words")
    by_words = store_reading(db, document=make_document(url="https://other.example/"), fingerprint="words")
    for again in (by_address, by_words):
        assert again.is_known
        assert (again.article_id, again.story_id) == (first.article_id, first.story_id)
        assert (again.is_new_story, again.is_update) == (False, False)
    assert _count_rows(db) == before
    assert find_article(db, url=ADDRESS, fingerprint="") == first.article_id
    assert find_article(db, url=None, fingerprint="words") == first.article_id
    assert find_article(db, url=None, fingerprint="") is None


def test_a_save_that_fails_leaves_nothing(db: Database) -> None:
    store_reading(db)
    before, kept = _count_rows(db), read_kept(db)
    reading = make_reading(countries=[*make_reading().countries, *make_reading().countries])
    with pytest.raises(Exception, match="UNIQUE"):
        store_reading(db, reading)
    assert _count_rows(db) == before
    assert read_kept(db) == kept


def test_a_story_that_is_not_there_takes_no_report(db: Database) -> None:
    with pytest.raises(KeyError, match="story 7"):
        store_reading(db, story_id=7)


def test_two_names_that_are_one_official_make_one_row(db: Database) -> None:
    people = [
        make_person("Teymur Musayev", surface_forms=["Teymur Musayev"], evidence=[(0, 5)]),
        make_person("T. Musayev", surface_forms=["T. Musayev"], evidence=[(9, 12), (0, 5)]),
    ]
    reading = make_reading(people=people)
    store_reading(db, make_reading(people=people[:1]))
    ids = {person.name: 1 for person in people}
    replace_reading(db, 1, make_document(), reading, official_ids=ids, fingerprint="x", now=NOON)
    rows = db.execute("SELECT name, surface_forms, evidence FROM article_people WHERE article_id = 1").fetchall()
    assert rows == [("Teymur Musayev", '["Teymur Musayev", "T. Musayev"]', "[[0,5],[9,12]]")]


def test_removing_an_article_is_as_if_it_had_never_come(db: Database) -> None:
    people = [make_person(), make_person("Teymur Musayev", country="AZ")]
    reading = make_reading(published_on=date(2025, 4, 8), people=people, meetings=[make_meeting()])
    store_reading(db, reading)
    store_reading(db, make_reading("Another text.", people=people))
    before, kept = _count_rows(db), read_kept(db)
    added = store_reading(db, reading, story_id=1)
    remove_article(db, added.article_id)
    assert _count_rows(db) == before
    assert read_kept(db) == kept


def test_an_id_that_was_removed_is_not_used_again(db: Database) -> None:
    first = store_reading(db)
    remove_article(db, first.article_id)
    second = store_reading(db)
    assert second.article_id > first.article_id
    assert second.story_id > first.story_id


def test_removing_samples_leaves_real_articles(db: Database) -> None:
    reading = make_reading(people=[make_person()])
    store_reading(db, make_reading("A retelling."), document=make_document(is_sample=True))
    mixed = store_reading(db, reading, document=make_document(is_sample=True)).story_id
    real = store_reading(db, reading, story_id=mixed)
    assert remove_samples(db) == 2
    assert remove_samples(db) == 0
    assert db.execute("SELECT id FROM articles").fetchall() == [(real.article_id,)]
    assert db.execute("SELECT id FROM stories").fetchall() == [(mixed,)]
    assert count_search(db, ["retelling"]) == 0
    card = get_official_card(db, 1)
    assert card is not None
    assert card.official.story_count == 1


def test_a_page_that_changed_is_a_further_version_of_the_article(db: Database) -> None:
    saved = store_reading(db, make_reading("The first text."))
    later = NOON + timedelta(hours=3)
    for text in ("The second text.", "The second text."):
        replace_reading(
            db,
            saved.article_id,
            make_document(text),
            make_reading(text, rules_version="newer"),
            official_ids={},
            fingerprint=text,
            now=later,
        )
    versions = db.execute("SELECT version, text FROM documents ORDER BY version").fetchall()
    assert versions == [(1, "The first text."), (2, "The second text.")]
    (passage,) = list_evidence(db, saved.story_id)
    assert passage.text == "The second text."
    assert (count_search(db, ["first"]), count_search(db, ["second"])) == (0, 1)
    article = get_article(db, saved.article_id)
    assert article is not None
    assert article.stored_at == NOON


def test_a_corrected_fact_says_so_and_goes_with_the_reading_that_states_it(db: Database) -> None:
    cuba = replace(make_country("CU"), is_corrected=True)
    saved = store_reading(db, make_reading(countries=[make_country(), cuba]))
    sql = "SELECT country, stated_by FROM article_countries ORDER BY country"
    assert db.execute(sql).fetchall() == [("CU", "corrected"), ("KZ", "read")]
    replace_reading(db, saved.article_id, make_document(), make_reading(), official_ids={}, fingerprint="x", now=NOON)
    assert db.execute(sql).fetchall() == [("KZ", "read")]


def test_what_a_carrier_declared_is_kept_to_be_read_again(db: Database) -> None:
    declared = make_document(title="A title", published_on=date(2025, 4, 8), source="An outlet", language="en")
    saved = store_reading(db, make_reading(declared.text), document=declared)
    assert get_document(db, saved.article_id) == declared
