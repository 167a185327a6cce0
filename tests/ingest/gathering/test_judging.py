"""What a page's fetch comes to: read, tried later, made of the feed's words, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ingest.feeds.models import FeedItem
from bot.ingest.fetching.outcomes import Reason, Refused
from bot.ingest.gathering.judging import MOST_ATTEMPTS, Dropped, Later, judge_page
from bot.ingest.pages.article import Article
from bot.ingest.pages.walls import Shortfall
from storage.models.sources import WantedBy, WantedPage
from tests.factories import NOON

ITEM = FeedItem(guid="1", url="https://one.example/a", title="Ministers meet", summary="In Astana, on Tuesday.")
PAGE = WantedPage(
    id=1,
    key="one.example/a",
    url="https://one.example/a",
    host="one.example",
    wanted_by=WantedBy.FEED,
    feed_id=1,
    run_id=1,
    item="{}",
    is_archive=False,
    attempt_count=0,
)


def refused(reason: Reason, *, status: int | None = None, retry_after: timedelta | None = None) -> Refused:
    """A fetch that brought nothing."""
    return Refused(url=PAGE.url, final_url=PAGE.url, reason=reason, status=status, retry_after=retry_after)


@pytest.mark.parametrize("reason", [Reason.ROBOTS, Reason.TOO_LARGE, Reason.BAD_ENCODING])
def test_what_will_not_change_is_made_of_the_feeds_words_at_once(reason: Reason) -> None:
    kept = judge_page(PAGE, refused(reason), ITEM, NOON)
    assert isinstance(kept, Article)
    assert (kept.shortfall, kept.document.text) == (Shortfall.NO_PAGE, "Ministers meet\n\nIn Astana, on Tuesday.")


@pytest.mark.parametrize("reason", [Reason.NOT_PUBLIC, Reason.PORT, Reason.NOT_HTTP, Reason.BAD_ADDRESS])
def test_an_address_nobody_should_be_led_to_is_dropped_with_its_words(reason: Reason) -> None:
    assert judge_page(PAGE, refused(reason), ITEM, NOON) == Dropped(reason=reason)


def test_what_may_pass_is_tried_less_and_less_often_and_in_the_end_no_more() -> None:
    waits = []
    for attempts in range(MOST_ATTEMPTS):
        verdict = judge_page(replace(PAGE, attempt_count=attempts), refused(Reason.NO_ANSWER), ITEM, NOON)
        if isinstance(verdict, Later):
            waits.append((verdict.until - NOON).total_seconds() / 60)
    assert waits == [2, 6, 18, 54, 162]
    assert isinstance(verdict, Article)


def test_our_own_outage_and_a_hosts_rest_are_no_attempts() -> None:
    outage = judge_page(replace(PAGE, attempt_count=99), refused(Reason.NO_ROUTE), ITEM, NOON)
    assert outage == Later(until=NOON + timedelta(minutes=5), reason="no route", is_attempt=False)
    rest = refused(Reason.ASKED_TO_WAIT, retry_after=timedelta(hours=2))
    assert judge_page(PAGE, rest, ITEM, NOON) == Later(
        until=NOON + timedelta(hours=2), reason="the host asked to wait", is_attempt=False
    )


def test_a_server_that_names_a_time_is_asked_no_sooner() -> None:
    busy = refused(Reason.HTTP_STATUS, status=429, retry_after=timedelta(hours=3))
    assert judge_page(PAGE, busy, ITEM, NOON) == Later(
        until=NOON + timedelta(hours=3), reason="HTTP status 429", is_attempt=True
    )


def test_a_person_does_not_wait() -> None:
    asked = replace(PAGE, wanted_by=WantedBy.PERSON, item=None)
    assert judge_page(asked, refused(Reason.NO_ANSWER), None, NOON) == Dropped(reason="no answer")


def test_an_item_that_leads_nowhere_is_its_own_article_if_it_says_anything() -> None:
    whole = replace(ITEM, url=None, full_text="The ministers met in Astana on Tuesday.")
    kept = judge_page(replace(PAGE, url=""), None, whole, NOON)
    assert isinstance(kept, Article)
    assert (kept.shortfall, kept.document.url) == (None, None)
    assert isinstance(judge_page(replace(PAGE, url=""), None, FeedItem(guid="1"), NOON), Dropped)
