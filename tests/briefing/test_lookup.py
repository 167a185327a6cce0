"""Pages of a lookup: every story once, in order, whatever arrives between two pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.briefing.lookup import PAGE_SIZE, Page, answer_lookup
from storage.database import Database
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Cursor
from storage.news.articles import save_article
from storage.news.officials import learn_official
from tests.factories import NOON, make_country, make_document, make_person, make_reading, store_reading

KAZAKHSTAN = Lookup(kind=LookupKind.COUNTRY, asked="KZ", keys=("KZ",))
LATEST = Lookup(kind=LookupKind.LATEST, asked="")


def store(db: Database, *days: date | None) -> list[int]:
    return [store_reading(db, make_reading(published_on=on)).story_id for on in days]


def ids(page: Page) -> list[int]:
    return [entry.story_id for entry in page.entries]


def walk(db: Database, lookup: Lookup) -> list[int]:
    """Every story from the first page to the last."""
    page = answer_lookup(db, lookup, "en")
    met = ids(page)
    while page.older:
        page = answer_lookup(db, lookup, "en", before=page.older)
        met += ids(page)
    return met


def test_dated_and_undated_are_met_once_each_the_undated_last(db: Database) -> None:
    days = [date(2025, 1, 1) + timedelta(days=day // 2) for day in range(8)]
    dated = store(db, *days)
    undated = store(db, None, None, None)
    for lookup in (KAZAKHSTAN, LATEST):
        met = walk(db, lookup)
        assert sorted(met) == sorted(dated + undated)
        assert set(met[-3:]) == set(undated)


def test_what_arrives_between_two_pages_shifts_nothing(db: Database) -> None:
    stored = store(db, *(date(2025, 1, day) for day in range(1, 12)))
    first = answer_lookup(db, KAZAKHSTAN, "en")
    store(db, date(2025, 3, 1), date(2025, 1, 1))
    assert first.older is not None
    second = answer_lookup(db, KAZAKHSTAN, "en", before=first.older)
    assert ids(first) + ids(second) == stored[::-1][:10]
    assert second.newer is not None
    assert ids(answer_lookup(db, KAZAKHSTAN, "en", after=second.newer)) == ids(first)


def test_going_back_past_new_arrivals_ends_on_a_whole_first_page(db: Database) -> None:
    store(db, *(date(2025, 1, day) for day in range(1, 8)))
    second = answer_lookup(db, KAZAKHSTAN, "en", before=answer_lookup(db, KAZAKHSTAN, "en").older)
    (newest,) = store(db, date(2025, 6, 1))
    assert second.newer is not None
    back = answer_lookup(db, KAZAKHSTAN, "en", after=second.newer)
    assert back.newer is not None
    first = answer_lookup(db, KAZAKHSTAN, "en", after=back.newer)
    assert (ids(first)[0], len(first.entries), first.newer) == (newest, PAGE_SIZE, None)


def test_the_count_is_exact_for_a_country_and_capped_elsewhere(db: Database) -> None:
    store(db, *(date(2025, 1, 1) for _ in range(101)))
    by_date = Lookup(kind=LookupKind.DATE, asked="", since_on=date(2025, 1, 1), until_on=date(2025, 1, 1))
    exact, capped = answer_lookup(db, KAZAKHSTAN, "en").count, answer_lookup(db, by_date, "en").count
    assert (exact.value, exact.is_capped) == (101, False)
    assert (capped.value, capped.is_capped) == (100, True)


def test_a_country_can_be_asked_for_some_days_only(db: Database) -> None:
    stored = store(db, *(date(2025, 1, day) for day in range(1, 20)), None)
    january = replace(KAZAKHSTAN, since_on=date(2025, 1, 5), until_on=date(2025, 1, 12))
    assert walk(db, january) == stored[4:12][::-1]
    page = answer_lookup(db, january, "en")
    assert (page.count.value, page.newer, page.mentioned_count) == (8, None, 0)
    assert answer_lookup(db, replace(january, keys=("CU",)), "en").entries == ()


def test_a_country_only_mentioned_in_those_days_shows_what_mentions_it_then(db: Database) -> None:
    for day in (1, 9):
        countries = (make_country("KZ"), make_country("GE", is_party=False))
        store_reading(db, make_reading(published_on=date(2025, 1, day), countries=countries))
    georgia = Lookup(kind=LookupKind.COUNTRY, asked="GE", keys=("GE",), since_on=date(2025, 1, 1))
    page = answer_lookup(db, replace(georgia, until_on=date(2025, 1, 5)), "en")
    assert (page.lookup.kind, page.count.value, len(page.entries)) == (LookupKind.MENTIONED, 1, 1)


def test_a_country_that_takes_part_in_nothing_shows_what_mentions_it(db: Database) -> None:
    store_reading(db, make_reading(countries=(make_country("KZ"), make_country("GE", is_party=False))))
    page = answer_lookup(db, Lookup(kind=LookupKind.COUNTRY, asked="GE", keys=("GE",)), "en")
    assert page.lookup.kind is LookupKind.MENTIONED
    assert len(page.entries) == 1


def test_an_empty_archive_has_an_empty_page(db: Database) -> None:
    page = answer_lookup(db, LATEST, "en")
    assert (page.entries, page.count.value, page.older, page.newer) == ((), 0, None, None)


def test_a_cursor_of_nowhere_still_gives_a_page(db: Database) -> None:
    stored = store(db, date(2025, 1, 1))
    far = Cursor(sort_on=date(2030, 1, 1), story_id=10**17)
    assert ids(answer_lookup(db, KAZAKHSTAN, "en", before=far)) == stored
    assert ids(answer_lookup(db, KAZAKHSTAN, "en", after=far)) == stored


def test_a_name_the_articles_write_otherwise_is_told(db: Database) -> None:
    usual = learn_official(db, "Azhar Example", "KZ", None, NOON)
    other = learn_official(db, "Cem Kaya", "TR", None, NOON)
    reading = make_reading(people=(make_person("Azhan Example"), make_person("Cem Kaya", country="TR")))
    document, officials = make_document(reading.text), {"Azhan Example": usual, "Cem Kaya": other}
    save_article(db, document, reading, official_ids=officials, story_id=None, fingerprint="f", now=NOON)
    page = answer_lookup(db, Lookup(kind=LookupKind.OFFICIAL, asked="", keys=(f"#{usual}",)), "en")
    assert page.written_as == ("Azhan Example",)
