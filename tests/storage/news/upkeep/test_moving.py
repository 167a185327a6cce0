"""Articles move between stories, and no id of a story leads nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.database import Database
from storage.models.corrections import StoryChange
from storage.news.stories import find_story, list_arrived
from storage.news.upkeep.corrections import record_correction
from storage.news.upkeep.moving import is_story, move_article, opens_story, reopen_story, story_of
from tests.factories import NOON, make_country, make_reading, store_reading


def test_a_story_left_by_its_last_article_leads_to_where_it_went(db: Database) -> None:
    store_reading(db)
    store_reading(db, make_reading("Another text.", countries=[make_country("CU")]))
    assert move_article(db, 2, 1) == 1
    story = find_story(db, 2)
    assert story is not None
    assert (story.id, story.parties, len(story.articles)) == (1, ("CU", "KZ"), 2)
    assert {s.story_id for s in list_arrived(db, NOON, NOON + timedelta(hours=1))} == {1}


def test_what_led_to_the_story_that_is_left_leads_on(db: Database) -> None:
    for text in ("One.", "Two.", "Three."):
        store_reading(db, make_reading(text))
    move_article(db, 1, 2)
    move_article(db, 2, 3)
    move_article(db, 1, 3)
    found = [find_story(db, story_id) for story_id in (1, 2, 3)]
    assert [story and story.id for story in found] == [3, 3, 3]


def test_an_article_put_in_a_story_of_its_own_is_not_news_again(db: Database) -> None:
    store_reading(db)
    store_reading(db, make_reading("Another text."), story_id=1, now=NOON + timedelta(hours=1))
    assert move_article(db, 2, None) == 2
    story = find_story(db, 2)
    assert story is not None
    assert (story.first_stored_at, story.updated_at) == (NOON + timedelta(hours=1), None)


def test_a_merged_story_can_stand_on_its_own_again(db: Database) -> None:
    store_reading(db)
    store_reading(db, make_reading("Another text."))
    move_article(db, 2, 1)
    reopen_story(db, 2)
    assert move_article(db, 2, 2) == 2
    assert [len(story.articles) for n in (1, 2) if (story := find_story(db, n))] == [1, 1]


def test_the_first_article_opens_its_story_unless_a_reader_put_another_before_it(db: Database) -> None:
    store_reading(db)
    store_reading(db, make_reading("Another text."), story_id=1)
    assert opens_story(db, 1, 1)
    assert not opens_story(db, 2, 1)
    record_correction(db, 1, StoryChange(story_id=1), corrected_by="Aigul", now=NOON)
    assert opens_story(db, 2, 1)


def test_what_is_not_there_is_said_so(db: Database) -> None:
    store_reading(db)
    assert not is_story(db, 9)
    with pytest.raises(KeyError):
        move_article(db, 1, 9)
    with pytest.raises(KeyError):
        story_of(db, 9)
