"""Corrections are kept apart, in order, and undone ones stay on record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.database import Database
from storage.models.corrections import (
    Change,
    CountryChange,
    NoPersonChange,
    PersonChange,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.seeds import Role
from storage.news.articles import remove_article
from storage.news.upkeep.corrections import list_corrections, record_correction, settle_story, undo_correction
from storage.news.upkeep.documents import list_article_ids
from tests.factories import NOON, store_reading

CHANGES: tuple[Change, ...] = (
    CountryChange(code="KZ", standing=Standing.ABSENT),
    PersonChange(name="Ақмарал Әлназарова", role=Role.HEALTH_MINISTER, country="KZ", official="akmaral-alnazarova"),
    NoPersonChange(name="Haydar Aliyev"),
    RelevanceChange(is_relevant=False),
    StoryChange(story_id=None, came_from=1),
)


def test_every_kind_of_change_comes_back_as_it_was_stated(db: Database) -> None:
    store_reading(db)
    kept = [record_correction(db, 1, change, corrected_by="Aigul", now=NOON) for change in CHANGES]
    assert [correction.change for correction in kept] == list(CHANGES)
    assert list_corrections(db, 1) == tuple(kept)


def test_an_undone_correction_is_in_force_no_more_but_stays_on_record(db: Database) -> None:
    store_reading(db)
    first, second = (record_correction(db, 1, change, corrected_by="Aigul", now=NOON) for change in CHANGES[:2])
    later = NOON + timedelta(hours=1)
    assert undo_correction(db, first.id, later)
    assert not undo_correction(db, first.id, later)
    assert list_corrections(db, 1) == (second,)
    assert [c.undone_at for c in list_corrections(db, 1, with_undone=True)] == [later, None]


def test_what_is_corrected_or_undone_waits_to_be_read_anew(db: Database) -> None:
    store_reading(db)
    assert list_article_ids(db, read_before="test") == ()
    correction = record_correction(db, 1, CHANGES[0], corrected_by="Aigul", now=NOON)
    assert list_article_ids(db, read_before="test") == (1,)
    db.execute("UPDATE articles SET rules_version = 'test'")
    undo_correction(db, correction.id, NOON)
    assert list_article_ids(db, read_before="test") == (1,)


def test_a_story_of_its_own_is_named_once_it_is_open(db: Database) -> None:
    store_reading(db)
    correction = record_correction(db, 1, StoryChange(story_id=None), corrected_by="Aigul", now=NOON)
    settle_story(db, correction, 7)
    (settled,) = list_corrections(db, 1)
    assert settled.change == StoryChange(story_id=7, came_from=1)


def test_an_article_takes_its_corrections_with_it(db: Database) -> None:
    store_reading(db)
    record_correction(db, 1, CHANGES[0], corrected_by="Aigul", now=NOON)
    remove_article(db, 1)
    assert list_corrections(db, 1, with_undone=True) == ()


def test_an_article_that_is_not_there_cannot_be_corrected(db: Database) -> None:
    with pytest.raises(KeyError):
        record_correction(db, 1, CHANGES[0], corrected_by="Aigul", now=NOON)
