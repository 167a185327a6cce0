"""/sources: every source with how it does, those in trouble first, one message a page, letters as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers import answer_text
from bot.handlers.context import Context, Request
from bot.render.html import fits
from storage.models.sources import FeedFetch, NewFeed
from storage.sources.feeds import add_feed, find_feed
from storage.sources.runs import record_fetch
from tests.factories import NOON


def follow(context: Context, name: str, title: str, *, detail: str = "", disabled: str | None = None) -> None:
    """A source that was fetched once, well or not."""
    url = f"https://{name}.example/rss"
    feed = add_feed(context.db, NewFeed(name=name, title=title, url=url, host=name), NOON)
    assert feed is not None
    fetch = FeedFetch(
        feed_id=feed.id,
        at=NOON,
        result="refused" if detail else "unchanged",
        is_success=not detail,
        is_answered=True,
        interval=timedelta(minutes=30),
        failures=0,
        failed_days=0,
        failed_on=None,
        next_fetch_at=None if disabled else datetime(2025, 4, 8, 12, 30, tzinfo=NOON.tzinfo),
        detail=detail,
        disabled_reason=disabled,
    )
    record_fetch(context.db, fetch)


def ask(context: Context, words: str = "/sources") -> str:
    """What is answered, one message that fits."""
    (shown,) = answer_text(context, Request(chat_id=1, words=words, language="en"))
    assert fits(shown.text)
    return shown.text


def test_each_source_tells_its_last_success_error_articles_and_next_fetch(context: Context) -> None:
    follow(context, "well", "A Well <Agency>")
    follow(context, "ill", "An Ill One", detail="HTTP status 404")
    follow(context, "gone", "Gone", detail="x", disabled="failed on 10 days")
    assert ask(context).splitlines() == [
        "<b>3 sources</b>",
        "1 failing, 1 disabled. Times are of UTC.",
        "",
        "• <b>An Ill One</b>: 0 articles in 7 days · never fetched well yet · error Tue 8 Apr 2025, 12:00:"
        " HTTP status 404 · next Tue 8 Apr 2025, 12:30",
        "• <b>Gone</b>: 0 articles in 7 days · never fetched well yet · disabled: failed on 10 days",
        "• <b>A Well &lt;Agency&gt;</b>: 0 articles in 7 days · last success Tue 8 Apr 2025, 12:00"
        " · next Tue 8 Apr 2025, 12:30",
    ]


def test_many_are_paged_and_whatever_they_are_called_a_page_is_one_message(context: Context) -> None:
    for number in range(30):
        follow(context, f"n{number}", "<&>\n" * 200, detail="<&>" * 500)
    assert "Page 1 of 3: <code>/sources 2</code> shows the next." in ask(context)
    assert ask(context, "/sources 3").count("•") == 6
    assert ask(context, "/sources 99") == ask(context, "/sources 3")
    assert ask(context, "/sources <x>") == ask(context)


def test_where_nothing_is_fetched_that_is_said(context: Context) -> None:
    follow(context, "well", "A Well Agency")
    still = replace(context, settings=context.settings.model_copy(update={"fetch": False}))
    assert ask(still).startswith("Nothing is fetched here by itself")
    assert find_feed(context.db, "well") is not None
