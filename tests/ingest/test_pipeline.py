"""Documents end in the store once, with their officials and stories, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.ingest.pipeline import IngestReport, ingest_documents, seed_samples
from bot.ingest.refusal import Reason, Refusal
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, open_database
from storage.errors import DatabaseLockedError, StorageError
from storage.models.reading import Document
from storage.models.seeds import Seeds
from storage.news.articles import remove_samples
from storage.news.officials import find_officials, load_officials
from storage.news.stories import find_story, list_traces
from tests.factories import NOON

ENGLISH = """ date 2024-03-12 BAKU, Azerbaijan, March 12. Health Minister of Azerbaijan Teymur Musayev has received \
Péter Takács, State Secretary for Health of Hungary, Trend reports.

Musayev said the two countries could do more in oncology. Takács spoke of scholarships for young surgeons.
"""
TURKISH = """13.03.2024 10:15

Bakü (AA) - Azerbaycan Sağlık Bakanı Teymur Musayev, Macaristan Sağlık Bakan Yardımcısı Peter Takacs'ı makamında kabul \
etti.

Görüşmede onkoloji ele alındı. Musayev, genç cerrahlara burs verileceğini söyledi. Takacs teşekkür etti.
"""
LATER = ENGLISH.replace("2024-03-12", "2024-11-20").replace("March 12", "November 20").replace("oncology", "dentistry")


def ingest(db: Database, gazetteer: Gazetteer, *documents: Document | Refusal) -> IngestReport:
    """Store the documents at noon."""
    return ingest_documents(db, documents, gazetteer, lambda: NOON)


def document(text: str, url: str | None = None) -> Document:
    """A document from somewhere."""
    return Document(text=text, origin=url or "a file", url=url)


def stories_of(report: IngestReport) -> list[int]:
    """The stories the new articles went to."""
    return [saved.story_id for saved in report.new]


@pytest.fixture
def store(db: Database, seeds: Seeds) -> Database:
    """An archive that knows the officials of the seeds and holds no article."""
    load_officials(db, seeds, NOON)
    return db


def test_reports_in_two_languages_are_one_story(store: Database, gazetteer: Gazetteer) -> None:
    one, other = stories_of(ingest(store, gazetteer, document(ENGLISH), document(TURKISH)))
    assert one == other
    story = find_story(store, one)
    assert story is not None
    assert set(story.parties) == {"AZ", "HU"}
    assert [article.language for article in story.articles] == ["en", "tr"]


def test_the_same_two_later_are_another_story(store: Database, gazetteer: Gazetteer) -> None:
    one, other = stories_of(ingest(store, gazetteer, document(ENGLISH), document(LATER)))
    assert one != other


def test_the_same_text_is_known_whatever_its_spacing(store: Database, gazetteer: Gazetteer) -> None:
    report = ingest(store, gazetteer, document(ENGLISH), document(ENGLISH.replace("\n", "\r\n") + "\n"))
    assert (len(report.new), report.known) == (1, ["a file"])


def test_the_same_address_is_known(store: Database, gazetteer: Gazetteer) -> None:
    url = "https://news.example/1"
    report = ingest(store, gazetteer, document(ENGLISH, url), document(TURKISH, url))
    assert (len(report.new), report.known) == (1, [url])


def test_ingesting_again_changes_nothing(store: Database, gazetteer: Gazetteer) -> None:
    ingest(store, gazetteer, document(ENGLISH), document(TURKISH))
    before = list(store.conn.iterdump())
    report = ingest(store, gazetteer, document(ENGLISH), document(TURKISH))
    assert (report.new, len(report.known)) == ([], 2)
    assert list(store.conn.iterdump()) == before


def test_a_refusal_goes_by_and_the_rest_goes_on(store: Database, gazetteer: Gazetteer) -> None:
    refusal = Refusal(origin="broken.txt", reason=Reason.BINARY)
    report = ingest(store, gazetteer, refusal, document(" \n\ufeff"), document(ENGLISH))
    assert [(r.origin, r.reason) for r in report.refused] == [("broken.txt", Reason.BINARY), ("a file", Reason.EMPTY)]
    assert len(report.new) == 1


def test_a_known_official_keeps_his_place_and_a_new_one_is_learned(store: Database, gazetteer: Gazetteer) -> None:
    text = ENGLISH.replace("Péter Takács", "Zoltán Bükkös").replace("Takács", "Bükkös")
    ingest(store, gazetteer, document(text))
    (musayev,) = find_officials(store, "Teymur Musayev")
    (learned,) = find_officials(store, "Zoltán Bükkös")
    assert (musayev.slug, musayev.is_learned, musayev.story_count) == ("teymur-musayev", False, 1)
    assert (learned.is_learned, learned.country) == (True, "HU")


def test_somebody_learned_is_found_again_in_the_next_article(store: Database, gazetteer: Gazetteer) -> None:
    texts = [t.replace("Péter Takács", "Zoltán Bükkös").replace("Takács", "Bükkös") for t in (ENGLISH, LATER)]
    ingest(store, gazetteer, *map(document, texts))
    (learned,) = find_officials(store, "Zoltán Bükkös")
    assert learned.story_count == 2


def test_who_met_whom_is_kept_for_the_next_report(store: Database, gazetteer: Gazetteer) -> None:
    (trace,) = list_traces(store, stories_of(ingest(store, gazetteer, document(ENGLISH))))
    (pair,) = trace.pairs
    assert all(side.startswith("#") for side in pair)
    assert trace.office_pairs == {("deputy health minister HU", "health minister AZ")}


def test_a_store_that_is_locked_is_an_error_and_nothing_is_half_stored(
    tmp_path: Path, seeds: Seeds, gazetteer: Gazetteer
) -> None:
    path = tmp_path / "locked.sqlite"
    other = open_database(path)
    load_officials(other, seeds, NOON)
    mine = open_database(path, busy_seconds=0.05)
    other.conn.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError):
        ingest(mine, gazetteer, document(ENGLISH))
    other.conn.execute("ROLLBACK")
    assert _count_rows(mine, ("articles", "stories", "documents")) == [0, 0, 0]
    for db in (mine, other):
        db.close()


def test_a_document_that_cannot_be_stored_leaves_no_official_behind(store: Database, gazetteer: Gazetteer) -> None:
    store.execute("CREATE TRIGGER full BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    before = _count_rows(store, ("officials", "stories", "articles"))
    with pytest.raises(StorageError):
        ingest(store, gazetteer, document(ENGLISH.replace("Péter Takács", "Zoltán Bükkös")))
    assert _count_rows(store, ("officials", "stories", "articles")) == before


def test_samples_are_loaded_once_and_can_be_taken_out(store: Database, seeds: Seeds, gazetteer: Gazetteer) -> None:
    report = seed_samples(store, seeds, gazetteer, lambda: NOON)
    assert len(report.new) == len(seeds.samples) == 5
    assert seed_samples(store, seeds, gazetteer, lambda: NOON).new == []
    assert len(set(stories_of(report))) == 5
    assert remove_samples(store) == 5
    assert _count_rows(store, ("articles", "lookup_entries")) == [0, 0]


def test_progress_is_told_document_by_document(store: Database, gazetteer: Gazetteer) -> None:
    told: list[None] = []
    ingest_documents(store, [document(ENGLISH), document(TURKISH)], gazetteer, lambda: NOON, lambda: told.append(None))
    assert len(told) == 2


def _count_rows(db: Database, tables: Sequence[str]) -> list[int]:
    return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
