"""A page waits once, whoever wants it, until it is settled; hosts take turns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from storage.database import Database
from storage.models.sources import FeedFetch, NewFeed, PageState, SeenItem, WantedBy, WantedPage
from storage.sources.feeds import add_feed
from storage.sources.runs import list_refused, list_runs, list_silent_sources, record_fetch
from storage.sources.wanted import list_waiting_pages, postpone_page, settle_page, want_page
from tests.factories import NOON

LATER = NOON + timedelta(hours=1)


def item(name: str, host: str = "news.example", version: str = "1") -> SeenItem:
    """An entry of a feed."""
    url = f"https://{host}/{name}"
    return SeenItem(key=f"{host}/{name}", url=url, host=host, item="{}", version=version)


@pytest.fixture
def feed_ids(db: Database) -> list[int]:
    """Two feeds."""
    added = [
        add_feed(db, NewFeed(name=name, title=name, url=f"https://{name}.example/rss", host=name), NOON)
        for name in ("one", "other")
    ]
    return [feed.id for feed in added if feed]


def show(db: Database, feed_id: int, *items: SeenItem, result: str = "news") -> int:
    """The feed is fetched and shows these."""
    fetch = FeedFetch(
        feed_id=feed_id,
        at=NOON,
        result=result,
        is_success=result == "news",
        is_answered=True,
        interval=timedelta(minutes=30),
        failures=0,
        failed_days=0,
        failed_on=None,
        next_fetch_at=LATER,
        item_count=len(items),
        items=items,
    )
    return record_fetch(db, fetch)


def waiting(db: Database, *, busy: Sequence[str] = ()) -> list[WantedPage]:
    """What a feed's readers wait for by now."""
    return list(list_waiting_pages(db, NOON, wanted_by=WantedBy.FEED, busy_hosts=busy, limit=9))


def test_what_was_seen_is_wanted_once_whichever_feed_shows_it(db: Database, feed_ids: list[int]) -> None:
    assert show(db, feed_ids[0], item("a"), item("a"), item("b")) == 2
    assert show(db, feed_ids[0], item("a"), item("b"), item("c")) == 1
    assert show(db, feed_ids[1], item("a", version="its own wording")) == 0


def test_what_a_feed_says_otherwise_now_is_fetched_again(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0], item("a"))
    settle_page(db, waiting(db)[0], PageState.STORED, NOON, reason=None, article_id=7)
    assert not waiting(db)
    assert show(db, feed_ids[0], item("a", version="2")) == 1
    assert [page.url for page in waiting(db)] == ["https://news.example/a"]


def test_hosts_take_turns_and_a_busy_one_is_left_out(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0], item("a"), item("b"), item("c", "paper.example"))
    assert [page.key for page in waiting(db)] == ["news.example/a", "paper.example/c"]
    assert [page.key for page in waiting(db, busy=["news.example"])] == ["paper.example/c"]


def test_a_postponed_page_lets_the_next_of_its_host_go_first(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0], item("a"), item("b"))
    postpone_page(db, waiting(db)[0], LATER, reason="no answer", is_attempt=True)
    assert [page.key for page in waiting(db)] == ["news.example/b"]
    again = list_waiting_pages(db, LATER, wanted_by=WantedBy.FEED, limit=9)[0]
    assert (again.key, again.attempt_count) == ("news.example/a", 1)


def test_a_run_tells_what_became_of_its_items(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0], item("a"), item("b"), item("c"))
    for state in (PageState.STORED, PageState.KNOWN, PageState.REFUSED):
        page = waiting(db)[0]
        settle_page(db, page, state, NOON, reason="empty" if state is PageState.REFUSED else None, article_id=None)
    (run,) = list_runs(db, feed_id=feed_ids[0], limit=9)
    assert (run.new_count, run.stored_count, run.known_count, run.refused_count) == (3, 1, 1, 1)
    assert [(page.url, page.reason) for page in list_refused(db, limit=9)] == [("https://news.example/c", "empty")]


def test_a_person_gets_a_page_fetched_that_was_fetched_before(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0], item("a"))
    page = waiting(db)[0]
    settle_page(db, page, PageState.REFUSED, NOON, reason="empty", article_id=None)
    assert want_page(db, item("a"), now=NOON) == page.id
    assert [p.id for p in list_waiting_pages(db, NOON, wanted_by=WantedBy.PERSON, limit=9)] == [page.id]


def test_a_source_that_never_answered_well_in_a_window_is_silent(db: Database, feed_ids: list[int]) -> None:
    show(db, feed_ids[0])
    show(db, feed_ids[1], result="refused")
    assert list_silent_sources(db, NOON, LATER) == ["other"]
    show(db, feed_ids[1])
    assert list_silent_sources(db, NOON, LATER) == []
    assert list_silent_sources(db, LATER, LATER + timedelta(hours=1)) == []
