"""Lists of stories and their pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.models.news import UNDATED, Cursor
from storage.news.entries import (
    COUNT_CAP,
    count_days,
    count_entries,
    count_entries_within,
    count_undated,
    list_days,
    list_entries,
    list_entries_within,
    list_latest,
    list_undated,
)
from storage.news.keys import EVERYTHING, pair_key
from storage.news.stories import get_stories
from tests.factories import make_country, make_meeting, make_person, make_reading, store_reading

DAY = date(2025, 4, 8)
DAYS = st.none() | st.integers(0, 5).map(lambda n: DAY + timedelta(days=n))
FAR_PAST, FAR_FUTURE = date(1, 1, 2), date(9999, 12, 31)
ListPage = Callable[..., tuple[Cursor, ...]]


def _store(db: Database, day: date | None) -> int:
    return store_reading(db, make_reading(published_on=day)).story_id


@given(days=st.lists(DAYS, max_size=12), arriving=st.lists(DAYS, max_size=6), size=st.integers(1, 4))
@settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_paging_meets_each_story_once_also_when_articles_arrive_in_between(
    db: Database, days: list[date | None], arriving: list[date | None], size: int
) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        there = {_store(db, day) for day in days}
        met, before, pages = [], None, []
        while page := list_entries(db, "KZ", before=before, limit=size):
            pages.append(page)
            met += [cursor.story_id for cursor in page]
            before = page[-1]
            if arriving:
                _store(db, arriving.pop())
        assert len(met) == len(set(met))
        assert there <= set(met)
        ordered = [cursor for page in pages for cursor in page]
        assert ordered == sorted(ordered, key=lambda c: (c.sort_on, c.story_id), reverse=True)
    finally:
        db.rollback()


@given(days=st.lists(DAYS, min_size=1, max_size=12), size=st.integers(1, 4))
@settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_lead_back_the_way_they_came(db: Database, days: list[date | None], size: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for day in days:
            _store(db, day)
        everything = list_latest(db, limit=100)
        assert len(everything) == count_entries(db, EVERYTHING) == len(days)
        for position, place in enumerate(everything):
            newer = list_entries(db, "KZ", after=place, limit=size)
            assert newer == everything[max(0, position - size) : position]
            assert list_entries(db, "KZ", before=place, limit=size) == everything[position + 1 : position + 1 + size]
    finally:
        db.rollback()


def test_the_undated_come_last_and_are_shown_undated(db: Database) -> None:
    undated, dated = _store(db, None), _store(db, DAY)
    assert [c.story_id for c in list_latest(db, limit=5)] == [dated, undated]
    assert get_stories(db, [undated])[0].sort_on == UNDATED
    assert [c.story_id for c in list_undated(db, limit=5)] == [undated]
    assert count_undated(db) == 1


def test_the_undated_page_both_ways(db: Database) -> None:
    _store(db, DAY)
    ids = [_store(db, None) for _ in range(4)]
    first = list_undated(db, limit=2)
    second = list_undated(db, before=first[-1], limit=2)
    assert [c.story_id for c in (*first, *second)] == ids[::-1]
    assert list_undated(db, after=second[0], limit=2) == first
    assert list_undated(db, after=first[0], limit=2) == ()


def test_an_undated_story_moves_to_its_first_day(db: Database) -> None:
    story = _store(db, None)
    store_reading(db, make_reading(published_on=DAY), story_id=story)
    assert list_entries(db, "KZ", limit=5) == (Cursor(sort_on=DAY, story_id=story),)
    assert count_entries(db, "KZ") == 1
    assert count_undated(db) == 0


def test_a_story_keeps_its_place_when_an_earlier_report_turns_up(db: Database) -> None:
    story = _store(db, DAY)
    store_reading(db, make_reading(published_on=DAY - timedelta(days=3)), story_id=story)
    assert list_latest(db, limit=5) == (Cursor(sort_on=DAY, story_id=story),)


def test_a_pair_finds_stories_in_which_both_take_part(db: Database) -> None:
    both = [make_country("AZ"), make_country("KZ")]
    together = store_reading(db, make_reading(countries=both, people=[make_person()])).story_id
    store_reading(db, make_reading(countries=[make_country("AZ"), make_country("KZ", is_party=False)]))
    for pair in (("KZ", "AZ"), ("AZ", "KZ"), ("#1", "AZ"), ("KZ", "#1")):
        assert [c.story_id for c in list_entries(db, pair_key(*pair), limit=5)] == [together]
    assert count_entries(db, "~KZ") == 1


def test_a_date_finds_what_was_published_or_happened_then(db: Database) -> None:
    published = _store(db, DAY)
    happened = store_reading(db, make_reading(published_on=DAY + timedelta(days=9), event_on=DAY)).story_id
    held = store_reading(db, make_reading(people=[make_person()], meetings=[make_meeting(held_on=DAY)])).story_id
    store_reading(db, make_reading(meetings=[make_meeting(held_on=DAY, is_background=True)]))
    found = list_days(db, DAY, DAY, limit=9)
    assert found == tuple(Cursor(sort_on=DAY, story_id=story) for story in (held, happened, published))
    assert count_days(db, DAY, DAY) == 3


def test_a_range_finds_a_story_once_at_its_newest_day_within(db: Database) -> None:
    days = [DAY + timedelta(days=n) for n in range(4)]
    long = _store(db, days[0])
    for day in days[1:]:
        store_reading(db, make_reading(published_on=day), story_id=long)
    short = _store(db, days[1])
    assert [(c.sort_on, c.story_id) for c in list_days(db, days[0], days[2], limit=9)] == [
        (days[2], long),
        (days[1], short),
    ]
    assert [c.sort_on for c in list_days(db, days[0], days[0], limit=9)] == [days[0]]
    assert count_days(db, days[0], days[3]) == 2


@given(st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=3), min_size=1, max_size=6), st.integers(1, 3))
@settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_of_a_range_meet_each_story_once_and_lead_back(db: Database, told: list[list[int]], size: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for days in told:
            story: int | None = None
            for day in days:
                reading = make_reading(published_on=DAY + timedelta(days=day))
                story = store_reading(db, reading, story_id=story).story_id
        since, until = DAY + timedelta(days=1), DAY + timedelta(days=4)
        everything = list_days(db, since, until, limit=99)
        wanted = {n + everything_first(db) for n, days in enumerate(told) if any(1 <= day <= 4 for day in days)}
        assert sorted(c.story_id for c in everything) == sorted(wanted)
        assert count_days(db, since, until) == len(wanted)
        for position, place in enumerate(everything):
            older = list_days(db, since, until, before=place, limit=size)
            newer = list_days(db, since, until, after=place, limit=size)
            assert older == everything[position + 1 : position + 1 + size]
            assert newer == everything[max(0, position - size) : position]
    finally:
        db.rollback()


@given(days=st.lists(DAYS, max_size=12), size=st.integers(1, 3))
@settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_key_and_days_are_what_the_keys_list_has_of_those_days(
    db: Database, days: list[date | None], size: int
) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for day in days:
            _store(db, day)
        since, until = DAY + timedelta(days=1), DAY + timedelta(days=3)
        wanted = tuple(each for each in list_entries(db, "KZ", limit=99) if since <= each.sort_on <= until)
        assert list_entries_within(db, "KZ", since, until, limit=99) == wanted
        assert count_entries_within(db, "KZ", since, until) == len(wanted)
        for position, place in enumerate(wanted):
            older = list_entries_within(db, "KZ", since, until, before=place, limit=size)
            newer = list_entries_within(db, "KZ", since, until, after=place, limit=size)
            assert older == wanted[position + 1 : position + 1 + size]
            assert newer == wanted[max(0, position - size) : position]
    finally:
        db.rollback()


def everything_first(db: Database) -> int:
    first: int = db.execute("SELECT min(id) FROM stories").fetchone()[0]
    return first


def test_a_count_stops_at_its_cap(db: Database) -> None:
    db.conn.executemany(
        "INSERT INTO story_days (day, story_id) VALUES (?, ?)", [(DAY.isoformat(), n) for n in range(COUNT_CAP + 50)]
    )
    assert count_days(db, FAR_PAST, FAR_FUTURE) == COUNT_CAP + 1


def test_nothing_under_a_key_is_an_empty_page(db: Database) -> None:
    assert list_entries(db, "KZ", limit=5) == ()
    assert count_entries(db, "KZ") == 0
    assert list_days(db, FAR_PAST, FAR_FUTURE, limit=5) == ()
