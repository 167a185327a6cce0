"""Stories as they leave the store, and what arrived in a window."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from storage.database import Database
from storage.news.articles import remove_article
from storage.news.stories import find_story, get_stories, list_arrived, list_stories_near
from tests.factories import NOON, make_country, make_person, make_reading, store_reading

DAY = date(2025, 4, 8)
HOUR = timedelta(hours=1)


def _arrived(db: Database, since: datetime, until: datetime) -> list[tuple[int, bool]]:
    return [(story.story_id, story.is_update) for story in list_arrived(db, since, until)]


def test_a_story_holds_all_that_its_reports_say(db: Database) -> None:
    first = make_reading(countries=[make_country("KZ"), make_country("TR", is_party=False)], people=[make_person()])
    second = make_reading(
        countries=[make_country("TR"), make_country("RU", is_party=False)],
        people=[make_person(), make_person("Fahrettin Koca", country="TR")],
        published_on=DAY,
    )
    story_id = store_reading(db, first).story_id
    store_reading(db, second, story_id=story_id, now=NOON + HOUR)
    story = find_story(db, story_id)
    assert story is not None
    assert (story.parties, story.mentioned) == (("KZ", "TR"), ("RU",))
    assert [article.published_on for article in story.articles] == [None, DAY]
    assert (story.sort_on, story.first_stored_at, story.updated_at) == (DAY, NOON, NOON + HOUR)


def test_stories_come_in_the_order_asked_each_once(db: Database) -> None:
    ids = [store_reading(db).story_id for _ in range(3)]
    assert [story.id for story in get_stories(db, [ids[2], ids[0], 999, ids[2]])] == [ids[2], ids[0]]
    assert get_stories(db, []) == ()


def test_a_merged_story_is_the_one_it_became(db: Database) -> None:
    kept, gone = store_reading(db), store_reading(db)
    remove_article(db, store_reading(db).article_id)
    db.execute("UPDATE articles SET story_id = ? WHERE story_id = ?", (kept.story_id, gone.story_id))
    db.execute("UPDATE stories SET merged_into = ? WHERE id = ?", (kept.story_id, gone.story_id))
    story = find_story(db, gone.story_id)
    assert story is not None
    assert story.id == kept.story_id
    assert len(get_stories(db, [gone.story_id, kept.story_id])) == 1
    assert store_reading(db, story_id=gone.story_id).story_id == kept.story_id


def test_a_window_holds_what_arrived_in_it_whatever_its_day(db: Database) -> None:
    old = store_reading(db, make_reading(published_on=DAY - timedelta(days=900)), now=NOON).story_id
    undated = store_reading(db, make_reading(), now=NOON + HOUR - timedelta(microseconds=1)).story_id
    store_reading(db, make_reading(published_on=DAY), now=NOON + HOUR)
    store_reading(db, make_reading(published_on=DAY), now=NOON - timedelta(microseconds=1))
    assert _arrived(db, NOON, NOON + HOUR) == [(old, False), (undated, False)]


def test_windows_that_meet_tell_each_story_and_each_update_once(db: Database) -> None:
    story = store_reading(db, make_reading(), now=NOON).story_id
    new_fact = make_reading(countries=[make_country("CU")])
    store_reading(db, make_reading(), story_id=story, now=NOON + HOUR)
    assert _arrived(db, NOON + HOUR, NOON + 2 * HOUR) == []
    store_reading(db, new_fact, story_id=story, now=NOON + 2 * HOUR)
    windows = [_arrived(db, NOON + n * HOUR, NOON + (n + 1) * HOUR) for n in range(4)]
    assert windows == [[(story, False)], [], [(story, True)], []]


def test_a_story_updated_in_the_window_it_arrived_in_is_simply_new(db: Database) -> None:
    story = store_reading(db, make_reading(), now=NOON).story_id
    store_reading(db, make_reading(countries=[make_country("CU")]), story_id=story, now=NOON + HOUR)
    assert _arrived(db, NOON, NOON + 2 * HOUR) == [(story, False)]


def test_what_has_nothing_to_do_with_health_diplomacy_does_not_arrive(db: Database) -> None:
    story = store_reading(db, make_reading(is_relevant=False)).story_id
    assert _arrived(db, NOON, NOON + HOUR) == []
    store_reading(db, make_reading(is_relevant=True), story_id=story)
    assert _arrived(db, NOON, NOON + HOUR) == [(story, False)]


def test_an_arrived_story_tells_its_keys(db: Database) -> None:
    countries = [make_country("KZ"), make_country("RU", is_party=False)]
    store_reading(db, make_reading(countries=countries, people=[make_person()]))
    (story,) = list_arrived(db, NOON, NOON + HOUR)
    assert story.keys == {"KZ", "~RU", "#1"}


def test_stories_that_may_report_the_same_event_share_a_key_and_lie_near(db: Database) -> None:
    near = store_reading(db, make_reading(published_on=DAY - timedelta(days=2))).story_id
    store_reading(db, make_reading(published_on=DAY - timedelta(days=20)))
    store_reading(db, make_reading(published_on=DAY, countries=[make_country("CU")]))
    undated = store_reading(db, make_reading()).story_id
    assert [s.id for s in list_stories_near(db, ["KZ", "TR"], DAY)] == [undated, near]
    assert len(list_stories_near(db, ["KZ"], None)) == 3
