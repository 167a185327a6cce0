"""Stored articles are read by today's rules, with their corrections on top, and end where they would have."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ingest.correcting.differences import Kind
from bot.ingest.correcting.people import Unfounded
from bot.ingest.correcting.rereading import correct_article, list_stale, record_version, reread_article, undo
from bot.ingest.pipeline import ingest_documents
from bot.reading.document import RULES_VERSION
from bot.reading.gazetteer import Gazetteer
from storage.database import Database
from storage.errors import StorageError
from storage.models.corrections import (
    Change,
    Correction,
    CountryChange,
    NoPersonChange,
    PersonChange,
    Recorded,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.reading import Document
from storage.models.seeds import Role, Seeds
from storage.news.officials import load_officials
from storage.news.stories import find_story, list_sendable
from storage.news.upkeep.corrections import list_corrections, record_correction
from storage.news.upkeep.moving import move_article
from storage.news.upkeep.recorded import get_recorded
from tests.factories import NOON

ENGLISH = """ date 2024-03-12 BAKU, Azerbaijan, March 12. Health Minister of Azerbaijan Teymur Musayev has received \
Péter Takács, State Secretary for Health of Hungary, Trend reports.

Musayev said the two countries could do more in oncology. Takács spoke of scholarships. A clinic in Kenya was named.
"""
TURKISH = """13.03.2024 10:15

Bakü (AA) - Azerbaycan Sağlık Bakanı Teymur Musayev, Macaristan Sağlık Bakan Yardımcısı Peter Takacs'ı makamında kabul \
etti.

Görüşmede onkoloji ele alındı. Musayev, genç cerrahlara burs verileceğini söyledi. Takacs teşekkür etti.
"""
LATER = ENGLISH.replace("2024-03-12", "2024-11-20").replace("March 12", "November 20").replace("oncology", "dentistry")


@pytest.fixture
def store(db: Database, seeds: Seeds, gazetteer: Gazetteer) -> Database:
    """Three articles: two of one story, and a later meeting of the same two."""
    load_officials(db, seeds, NOON)
    documents = [Document(text=text, origin="a file") for text in (ENGLISH, TURKISH, LATER)]
    ingest_documents(db, documents, gazetteer, lambda: NOON)
    assert [recorded(db, n).story_id for n in (1, 2, 3)] == [1, 1, 2]
    return db


def recorded(db: Database, article_id: int) -> Recorded:
    found = get_recorded(db, article_id)
    assert found is not None
    return found


def correct(db: Database, gazetteer: Gazetteer, change: Change, article_id: int = 1) -> Correction | Unfounded:
    return correct_article(db, article_id, change, corrected_by="Aigul", gazetteer=gazetteer, now=lambda: NOON)


def reread(db: Database, gazetteer: Gazetteer, article_id: int) -> dict[Kind, tuple[str, ...]]:
    found = reread_article(db, article_id, gazetteer, lambda: NOON)
    assert found is not None
    return dict(found.differences)


def test_the_same_rules_change_nothing(store: Database, gazetteer: Gazetteer) -> None:
    assert list_stale(store) == ()
    assert [reread(store, gazetteer, n) for n in (1, 2, 3)] == [{}, {}, {}]


def test_what_a_page_declared_is_not_lost(db: Database, gazetteer: Gazetteer) -> None:
    declared = Document(
        text="The health ministers of Kazakhstan and Cuba met in Astana and spoke of vaccines.",
        origin="a page",
        title="A title",
        published_on=date(2024, 5, 6),
        source="Some Outlet",
    )
    ingest_documents(db, [declared], gazetteer, lambda: NOON)
    assert reread(db, gazetteer, 1) == {}
    kept = recorded(db, 1)
    assert (kept.title, kept.published_on) == ("A title", date(2024, 5, 6))


def test_what_older_rules_read_is_stale_until_it_is_read_anew(store: Database, gazetteer: Gazetteer) -> None:
    store.execute("UPDATE articles SET rules_version = '0' WHERE id <> 2")
    store.execute("DELETE FROM article_people WHERE article_id = 3")
    assert list_stale(store) == (1, 3)
    assert reread(store, gazetteer, 1) == {}
    assert set(reread(store, gazetteer, 3)) == {Kind.PEOPLE}
    assert list_stale(store) == ()


def test_a_correction_survives_reading_anew(store: Database, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, CountryChange(code="HU", standing=Standing.MENTIONED))
    correct(store, gazetteer, PersonChange(name="Takács", role=Role.AMBASSADOR))
    for _ in range(2):
        now = recorded(store, 1)
        assert now.parties == {"AZ"}
        assert "HU" in now.mentioned
        assert now.corrected_countries == {"HU"}
        assert {p.name: p.role for p in now.people if p.is_corrected} == {"Péter Takács": Role.AMBASSADOR}
        store.execute("UPDATE articles SET rules_version = '0'")
        assert reread(store, gazetteer, 1) == {}


def test_a_correction_that_the_text_does_not_bear_out_is_not_kept(store: Database, gazetteer: Gazetteer) -> None:
    outcome = correct(store, gazetteer, CountryChange(code="CU", standing=Standing.PARTY))
    assert outcome == Unfounded("the text does not name Cuba (CU)")
    assert list_corrections(store, 1, with_undone=True) == ()
    assert isinstance(correct(store, gazetteer, StoryChange(story_id=99)), Unfounded)


def test_undone_corrections_leave_no_trace_in_what_is_shown(store: Database, gazetteer: Gazetteer) -> None:
    before = recorded(store, 1)
    for change in (
        CountryChange(code="KE", standing=Standing.PARTY),
        NoPersonChange(name="Takács"),
        RelevanceChange(is_relevant=False),
    ):
        correct(store, gazetteer, change)
    changed = recorded(store, 1)
    assert (changed.is_relevant, "KE" in changed.parties, changed.meetings) == (False, True, frozenset())
    for correction in list_corrections(store, 1):
        assert undo(store, correction, gazetteer, lambda: NOON)
        assert not undo(store, correction, gazetteer, lambda: NOON)
    assert recorded(store, 1) == before


def test_a_person_stated_to_be_of_another_country_is_another_official(store: Database, gazetteer: Gazetteer) -> None:
    before = {person.official_id for person in recorded(store, 1).people}
    correct(store, gazetteer, PersonChange(name="Teymur Musayev", role=Role.HEALTH_MINISTER, country="KE"))
    (moved,) = {person.official_id for person in recorded(store, 1).people} - before
    assert moved not in {person.official_id for person in recorded(store, 2).people}


def test_an_official_stated_by_slug_is_that_one(store: Database, gazetteer: Gazetteer) -> None:
    store.execute("INSERT INTO officials (slug, name, created_at) VALUES ('petr-takac', 'Petr Takac', '')")
    (expected,) = store.execute("SELECT id FROM officials WHERE slug = 'petr-takac'").fetchone()
    correct(store, gazetteer, PersonChange(name="Takács", role=Role.OTHER_OFFICIAL, official="petr-takac"))
    assert {p.official_id for p in recorded(store, 1).people if p.name == "Péter Takács"} == {expected}


def test_a_story_that_a_reader_chose_is_kept(store: Database, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, StoryChange(story_id=1), 3)
    assert reread(store, gazetteer, 3) == {}
    assert recorded(store, 3).story_id == 1
    correct(store, gazetteer, StoryChange(story_id=None), 2)
    alone = recorded(store, 2).story_id
    assert [reread(store, gazetteer, n) for n in (1, 2, 3)] == [{}, {}, {}]
    assert (recorded(store, 2).story_id, alone not in (1, 2)) == (alone, True)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_undoing_leads_back_to_the_story_it_came_from(
    store: Database, gazetteer: Gazetteer, order: tuple[int, int]
) -> None:
    correct(store, gazetteer, StoryChange(story_id=None), 3)
    correct(store, gazetteer, StoryChange(story_id=1), 3)
    corrections = list_corrections(store, 3)
    for which in order:
        undo(store, corrections[which], gazetteer, lambda: NOON)
    assert recorded(store, 3).story_id == 2
    stories = [find_story(store, n) for n in (1, 2)]
    assert [story and story.id for story in stories] == [1, 2]


def test_an_article_put_before_others_does_not_drive_them_out(store: Database, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, StoryChange(story_id=2), 1)
    assert reread(store, gazetteer, 3) == {}
    assert recorded(store, 3).story_id == 2


def test_stories_are_told_apart_and_joined_by_todays_rules(store: Database, gazetteer: Gazetteer) -> None:
    move_article(store, 3, 1)
    assert reread(store, gazetteer, 3) == {Kind.STORIES: ("- story 1", "+ story 3")}
    alone = move_article(store, 2, None)
    assert reread(store, gazetteer, 2) == {Kind.STORIES: (f"- story {alone}", "+ story 1")}
    story = find_story(store, alone)
    assert story is not None
    assert story.id == 1


def test_reading_anew_sends_nothing_again(store: Database, gazetteer: Gazetteer) -> None:
    before = list_sendable(store, (1, 2))
    correct(store, gazetteer, CountryChange(code="KE", standing=Standing.PARTY))
    after = list_sendable(store, (1, 2))
    assert [story.updated_at for story in after] == [story.updated_at for story in before]
    assert [story.first_stored_at for story in after] == [NOON, NOON]


def test_a_correction_made_in_chat_is_applied_by_whoever_reads_next(store: Database, gazetteer: Gazetteer) -> None:
    record_correction(store, 2, StoryChange(story_id=None), corrected_by="12345", now=NOON)
    record_correction(store, 2, CountryChange(code="HU", standing=Standing.MENTIONED), corrected_by="12345", now=NOON)
    assert list_stale(store) == (2,)
    for article_id in list_stale(store):
        assert set(reread(store, gazetteer, article_id)) == {Kind.PARTIES, Kind.STORIES}
    assert list_stale(store) == ()
    assert reread(store, gazetteer, 2) == {}


def test_a_page_that_changed_is_read_with_its_corrections(store: Database, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, NoPersonChange(name="Takács"))
    correct(store, gazetteer, CountryChange(code="KE", standing=Standing.PARTY))
    newer = Document(text=ENGLISH.replace("A clinic in Kenya was named.", "Done."), origin="a file")
    record_version(store, 1, newer, gazetteer, lambda: NOON)
    now = recorded(store, 1)
    assert [person.name for person in now.people] == ["Teymur Musayev"]
    assert "KE" not in now.parties | now.mentioned
    assert len(list_corrections(store, 1)) == 2
    assert store.execute("SELECT count(*) FROM documents WHERE article_id = 1").fetchone() == (2,)


def test_an_article_that_cannot_be_written_whole_is_as_it_was(store: Database, gazetteer: Gazetteer) -> None:
    store.execute("UPDATE articles SET rules_version = '0'")
    store.execute("CREATE TRIGGER full AFTER INSERT ON meetings BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    before = [recorded(store, n) for n in (1, 2, 3)]
    with pytest.raises(StorageError):
        reread_article(store, 1, gazetteer, lambda: NOON)
    assert [recorded(store, n) for n in (1, 2, 3)] == before
    assert list_stale(store) == (1, 2, 3)


def test_an_article_that_is_not_there_is_none(store: Database, gazetteer: Gazetteer) -> None:
    assert reread_article(store, 9, gazetteer, lambda: NOON) is None
    with pytest.raises(KeyError):
        correct(store, gazetteer, RelevanceChange(is_relevant=True), 9)
    assert store.execute("SELECT DISTINCT rules_version FROM articles").fetchall() == [(RULES_VERSION,)]
