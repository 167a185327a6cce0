"""What a fetch means for its feed: who is blamed for silence, and when it takes a proof."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.ingest.feeds.models import Feed, FeedItem, FeedKind
from bot.ingest.fetching.outcomes import Fault
from bot.ingest.gathering.polling import OUTAGE, Failed, Polled, list_seen, settle_failure, settle_feed
from storage.models.sources import FollowedFeed, LastAttempt, NewFeed
from tests.factories import NOON

SILENCE = Failed(detail="no answer", fault=Fault.UNCLEAR)
HOUR = timedelta(hours=1)


def followed(*, failures: int = 0, failed_days: int = 0, last_success_at: datetime | None = NOON) -> FollowedFeed:
    """A feed of the host `one`."""
    feed = NewFeed(name="one", title="One", url="https://one.example/rss", host="one")
    return FollowedFeed(
        id=1,
        name=feed.name,
        title=feed.title,
        url=feed.url,
        host=feed.host,
        kind="rss",
        language=None,
        is_added=True,
        etag=None,
        last_modified=None,
        body_hash=None,
        interval=timedelta(minutes=30),
        failures=failures,
        failed_days=failed_days,
        failed_on=None,
        next_fetch_at=NOON,
        disabled_at=None,
        disabled_reason=None,
        last_fetch_at=None,
        last_result=None,
        last_answer_at=None,
        last_success_at=last_success_at,
        last_error=None,
        last_error_at=None,
    )


def other(result: str, *, answered: timedelta | None = timedelta()) -> LastAttempt:
    """The latest attempt of another host, and how long ago it last answered anything."""
    return LastAttempt(feed_id=2, host="two", result=result, answered_at=None if answered is None else NOON - answered)


@pytest.mark.parametrize(
    ("others", "result"),
    [
        ([other("news")], "unreached"),
        ([other("refused")], "unreached"),
        ([other("unreached")], OUTAGE),
        ([other(OUTAGE)], OUTAGE),
        ([], "unreached"),
    ],
)
def test_silence_is_the_feeds_unless_nobody_answers(others: list[LastAttempt], result: str) -> None:
    fetch = settle_failure(followed(), SILENCE, others, now=NOON, jitter=0.5)
    assert fetch.result == result
    assert fetch.failures == (0 if result == OUTAGE else 1)


def test_a_feed_is_given_up_for_silence_only_while_the_network_is_proved() -> None:
    weak = followed(failures=20, failed_days=9)
    proved = settle_failure(weak, SILENCE, [other("news", answered=HOUR / 2)], now=NOON, jitter=0.5)
    assert proved.disabled_reason == "failed on 10 days, last: no answer"
    unproved = settle_failure(weak, SILENCE, [other("news", answered=2 * HOUR)], now=NOON, jitter=0.5)
    assert (unproved.result, unproved.disabled_reason, unproved.failed_days) == (OUTAGE, None, 9)
    assert unproved.next_fetch_at == NOON + timedelta(minutes=5)
    alone = settle_failure(weak, SILENCE, [], now=NOON, jitter=0.5)
    assert alone.disabled_reason is not None


def test_an_answer_that_is_no_feed_needs_no_proof() -> None:
    weak = followed(failures=20, failed_days=9)
    refused = settle_failure(weak, Failed(detail="HTTP status 404", status=404), [], now=NOON, jitter=0.5)
    assert refused.disabled_reason == "failed on 10 days, last: HTTP status 404"


def test_a_host_that_was_not_asked_has_not_failed() -> None:
    rest = Failed(detail="the host asked to wait", fault=Fault.OURS, retry_after=3 * HOUR, is_unasked=True)
    fetch = settle_failure(followed(failures=2), rest, [], now=NOON, jitter=0.5)
    assert (fetch.failures, fetch.next_fetch_at, fetch.is_answered) == (2, NOON + 3 * HOUR, False)


def test_of_a_first_fetch_what_is_old_or_undated_is_an_archives() -> None:
    items = tuple(
        FeedItem(guid=str(n), url=f"https://one.example/{n}", published_on=NOON.date() - timedelta(days=n))
        for n in (0, 2, 3)
    )
    parsed = Feed(kind=FeedKind.RSS, url="x", items=(*items, FeedItem(guid="u", url="https://one.example/u")))
    first = list_seen(followed(last_success_at=None), parsed, NOON)
    assert [item.is_archive for item in first] == [False, False, True, True]
    assert not any(item.is_archive for item in list_seen(followed(), parsed, NOON))


def test_a_feed_is_looked_at_sooner_after_news_and_no_sooner_than_it_asks() -> None:
    parsed = Feed(kind=FeedKind.RSS, url="x", ttl_minutes=120)
    item = list_seen(followed(), Feed(kind=FeedKind.RSS, url="x", items=(FeedItem(guid="1"),)), NOON)
    news = settle_feed(followed(), Polled(), item, now=NOON, jitter=0.5)
    nothing = settle_feed(followed(), Polled(), (), now=NOON, jitter=0.5)
    asked = settle_feed(followed(), Polled(feed=parsed), item, now=NOON, jitter=0.5)
    assert news.next_fetch_at == NOON + timedelta(minutes=15)
    assert nothing.next_fetch_at == NOON + timedelta(minutes=37.5)
    assert asked.next_fetch_at == NOON + timedelta(minutes=120)
