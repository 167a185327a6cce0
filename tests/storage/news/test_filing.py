"""Whatever happens to articles, what is kept about stories and officials is what their facts say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.models.reading import AgreementStatus, Reading
from storage.news.articles import remove_article, remove_samples, replace_reading
from storage.news.officials import learn_official
from storage.news.stories import find_story
from storage.news.upkeep.moving import move_article, story_of
from storage.times import write_instant
from tests.factories import (
    NOON,
    make_agreement,
    make_country,
    make_document,
    make_meeting,
    make_person,
    make_reading,
    store_reading,
)
from tests.storage.news.oracle import compose_kept, read_kept

NAMES = ("Akmaral Alnazarova", "Teymur Musayev", "Fahrettin Koca", "Hans Kluge")
DAYS = st.sampled_from([None, date(2025, 4, 7), date(2025, 4, 8), date(2024, 12, 31)])
COUNTRIES = st.lists(
    st.builds(
        lambda code, is_party: make_country(code, is_party=is_party), st.sampled_from(("KZ", "AZ", "TR")), st.booleans()
    ),
    max_size=3,
    unique_by=lambda country: country.code,
)
PEOPLE = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
SIDES = st.lists(
    st.lists(st.sampled_from((*NAMES, "health minister TR")), min_size=1, max_size=2), min_size=2, max_size=3
)
MEETINGS = st.lists(
    st.builds(
        lambda sides, held_on, is_background, is_planned: make_meeting(
            *sides, held_on=held_on, is_background=is_background, is_planned=is_planned
        ),
        SIDES,
        DAYS,
        st.booleans(),
        st.booleans(),
    ),
    max_size=2,
)
AGREEMENTS = st.lists(st.builds(make_agreement, st.sampled_from(["memorandum", "protocol"])), max_size=2)
READINGS = st.builds(
    lambda text, published_on, event_on, countries, people, meetings, agreements, is_relevant: make_reading(
        text,
        published_on=published_on,
        event_on=event_on,
        countries=countries,
        people=[make_person(name, country=None) for name in people],
        meetings=meetings,
        agreements=agreements,
        is_relevant=is_relevant,
    ),
    st.sampled_from(["Sağlık bakanları görüştü.", "Министры встретились.", "The ministers met."]),
    DAYS,
    DAYS,
    COUNTRIES,
    PEOPLE,
    MEETINGS,
    AGREEMENTS,
    st.booleans(),
)


@dataclass(frozen=True, slots=True)
class Save:
    """Store an article, as a report of the n-th story where there are so many, else as a story of its own."""

    reading: Reading
    into: int | None
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Reread:
    """Read the n-th article anew."""

    reading: Reading
    which: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the n-th article out."""

    which: int


@dataclass(frozen=True, slots=True)
class RemoveSamples:
    """Take the samples out."""


@dataclass(frozen=True, slots=True)
class Move:
    """Put the n-th article into the n-th story, merged ones counted, or into one of its own."""

    which: int
    into: int | None


Step = Save | Reread | Remove | RemoveSamples | Move
STEPS = st.lists(
    st.one_of(
        st.builds(Save, READINGS, st.none() | st.integers(0, 5), st.booleans()),
        st.builds(Save, READINGS, st.none() | st.integers(0, 1), st.booleans()),
        st.builds(Reread, READINGS, st.integers(0, 5)),
        st.builds(Remove, st.integers(0, 5)),
        st.builds(RemoveSamples),
        st.builds(Move, st.integers(0, 5), st.none() | st.integers(0, 5)),
    ),
    min_size=1,
    max_size=8,
)


@given(STEPS)
@settings(
    deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_kept_follows_from_the_facts(db: Database, steps: Sequence[Step]) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for minute, step in enumerate(steps):
            _take(db, step, minute)
            kept, wanted = read_kept(db), compose_kept(db)
            for table in wanted:
                assert kept[table] == wanted[table], table
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
        db.execute("INSERT INTO story_search_fts (story_search_fts, rank) VALUES ('integrity-check', 1)")
    finally:
        db.rollback()


def _take(db: Database, step: Step, minute: int) -> None:
    now = NOON + timedelta(minutes=minute)
    articles = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY id")]
    match step:
        case Save(reading=reading, into=into, is_sample=is_sample):
            stories = [row[0] for row in db.execute("SELECT id FROM stories ORDER BY id")]
            story_id = stories[into] if into is not None and into < len(stories) else None
            document = make_document(is_sample=is_sample)
            store_reading(db, reading, document=document, story_id=story_id, fingerprint=f"{minute}", now=now)
        case Reread(reading=reading, which=which) if which < len(articles):
            ids = {p.name: learn_official(db, p.name, p.country, p.organization, now) for p in reading.people}
            replace_reading(
                db, articles[which], make_document(), reading, official_ids=ids, fingerprint=f"{minute}", now=now
            )
        case Remove(which=which) if which < len(articles):
            remove_article(db, articles[which])
        case RemoveSamples():
            remove_samples(db)
            assert not db.execute("SELECT 1 FROM articles WHERE is_sample = 1").fetchone()
        case Move(which=which, into=into) if which < len(articles):
            _move(db, articles[which], into)
        case _:
            pass


def _move(db: Database, article_id: int, into: int | None) -> None:
    stories = [row[0] for row in db.execute("SELECT id FROM stories ORDER BY id")]
    old = story_of(db, article_id)
    home = move_article(db, article_id, stories[into] if into is not None and into < len(stories) else None)
    assert story_of(db, article_id) == home
    story = find_story(db, old)
    assert story is not None
    assert story.id in (old, home)


def _store_two(db: Database, first: Reading, second: Reading) -> bool:
    story = store_reading(db, first, now=NOON).story_id
    return store_reading(db, second, story_id=story, now=NOON + timedelta(hours=1)).is_update


def test_a_further_report_alone_is_no_update(db: Database) -> None:
    reading = make_reading(people=[make_person()], agreements=[make_agreement()])
    reworded = make_reading(people=[make_person()], agreements=[make_agreement(subject="worded otherwise")])
    assert not _store_two(db, reading, reworded)


def test_a_report_that_says_less_is_no_update(db: Database) -> None:
    assert not _store_two(db, make_reading(people=[make_person()]), make_reading())


def test_a_country_only_mentioned_is_no_update(db: Database) -> None:
    mentioned = make_reading(countries=[make_country(), make_country("RU", is_party=False)])
    assert not _store_two(db, make_reading(), mentioned)


def test_a_new_party_is_an_update(db: Database) -> None:
    assert _store_two(db, make_reading(), make_reading(countries=[make_country("CU")]))


def test_a_new_person_is_an_update(db: Database) -> None:
    assert _store_two(db, make_reading(), make_reading(people=[make_person()]))


def test_a_new_meeting_is_an_update(db: Database) -> None:
    people = [make_person(), make_person("Teymur Musayev", country="AZ")]
    assert _store_two(db, make_reading(people=people), make_reading(people=people, meetings=[make_meeting()]))


def test_an_agreement_now_signed_is_an_update(db: Database) -> None:
    planned = make_reading(agreements=[make_agreement(status=AgreementStatus.PLANNED)])
    assert _store_two(db, planned, make_reading(agreements=[make_agreement()]))


def test_reading_anew_makes_no_update_now(db: Database) -> None:
    saved = store_reading(db, make_reading())
    later = NOON + timedelta(days=1)
    ids = {"Akmaral Alnazarova": learn_official(db, "Akmaral Alnazarova", "KZ", None, later)}
    reading = make_reading(people=[make_person()])
    replace_reading(db, saved.article_id, make_document(), reading, official_ids=ids, fingerprint="other", now=later)
    assert db.execute("SELECT updated_at FROM stories").fetchall() == [(None,)]


def _revise(db: Database, first: Reading, then: Reading) -> object:
    saved = store_reading(db, first)
    later = NOON + timedelta(days=1)
    ids = {p.name: learn_official(db, p.name, p.country, p.organization, later) for p in then.people}
    replace_reading(db, saved.article_id, make_document(), then, official_ids=ids, fingerprint="other", now=later)
    return db.execute("SELECT updated_at FROM stories").fetchone()[0]


def test_a_page_that_changed_is_an_update_where_it_adds_a_fact(db: Database) -> None:
    revised = make_reading("The ministers met again; Alnazarova spoke.", people=[make_person()])
    assert _revise(db, make_reading(), revised) == write_instant(NOON + timedelta(days=1))


def test_a_page_that_was_only_reworded_is_no_update(db: Database) -> None:
    assert _revise(db, make_reading(), make_reading("The ministers met and spoke, it was corrected.")) is None


def test_the_first_report_of_a_story_that_may_be_sent_makes_it_one(db: Database) -> None:
    assert _store_two(db, make_reading(is_relevant=False), make_reading())
