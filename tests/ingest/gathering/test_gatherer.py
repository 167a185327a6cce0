"""From a feed to stored stories, over HTTP: what is due is fetched once, what fails stays alone, nothing is lost."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.briefing.entries import compose_entry
from bot.config import Settings
from bot.ingest.gathering import storing
from bot.ingest.pages.article import Article, parse_article
from bot.ingest.refusal import Refusal
from bot.jobs.composing import compose_alerts
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from storage.arrivals import start_alerts
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import save_subscription
from storage.database import open_database
from storage.errors import StorageError
from storage.models.chats import Cadence, ChatKind, Schedule
from storage.news.stories import find_story
from storage.news.upkeep.documents import get_document
from storage.news.upkeep.tombstones import delete_article
from storage.sources.feeds import enable_feed
from storage.sources.runs import list_refused, list_runs
from tests.ingest.fetching.web import FastTime, Seen, Web, answer, raw
from tests.ingest.gathering.newsroom import BUDAPEST, OTHER, STORY, Newsroom, feed, html, opened, page

MUSAYEV = ("/a", "Ministers meet in Baku", STORY)
ASTANA = ("/b", "Ministers meet in Astana", OTHER)
SIGNED = ("/c", "Türkiye and Hungary sign", BUDAPEST)
HOUR = timedelta(hours=1)


async def test_what_a_feed_shows_is_stored_with_its_facts_and_story(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA)
    await newsroom.gather()
    assert len(newsroom.texts()) == 2
    assert "scholarships" in newsroom.texts()[0]
    assert set(newsroom.column("SELECT country FROM article_countries")) >= {"AZ", "HU", "KZ", "UZ"}
    assert newsroom.column("SELECT published_on FROM articles") == ["2025-04-08"] * 2
    (run,) = list_runs(newsroom.db, limit=9)
    assert (run.result, run.item_count, run.new_count, run.stored_count) == ("news", 2, 2, 2)


async def test_an_unchanged_feed_is_asked_with_its_validators_and_nothing_is_fetched_again(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    body = feed((newsroom.web.url("/a"), "Ministers meet in Baku", "…"))

    async def serve(request: Seen, writer: asyncio.StreamWriter) -> None:
        known = request.headers.get("if-none-match") == '"1"'
        writer.write(raw(304, {}) if known else answer(body, ETag='"1"'))

    newsroom.web.pages["/rss"] = serve
    del newsroom.web.pages["news.example/rss"]
    await newsroom.gather()
    await newsroom.come_due()
    assert (newsroom.fetched("/rss"), newsroom.fetched("/a")) == (2, 1)
    assert [run.result for run in list_runs(newsroom.db, limit=9)] == ["unchanged", "news"]


async def test_a_feed_is_not_fetched_before_its_time(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    await newsroom.gather()
    await newsroom.gather(after=timedelta(minutes=1))
    assert newsroom.fetched("/rss") == 1
    await newsroom.come_due()
    assert newsroom.fetched("/rss") == 2


async def test_the_same_article_in_two_feeds_and_by_two_addresses_is_one(newsroom: Newsroom) -> None:
    newsroom.follow("one", "/rss")
    newsroom.follow("other", "/atom")
    newsroom.show(MUSAYEV)
    newsroom.show(("/a?utm_source=rss", *MUSAYEV[1:]), ("/copy", *MUSAYEV[1:]), path="/atom")
    await newsroom.gather()
    assert len(newsroom.texts()) == 1
    assert newsroom.fetched("/a") + newsroom.fetched("/a?utm_source=rss") == 1


async def test_a_revised_article_is_a_further_version_of_the_same(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    await newsroom.gather()
    newsroom.show(("/a", "Ministers meet in Baku (updated)", f"{STORY} They signed a memorandum on medicines."))
    await newsroom.come_due()
    assert len(newsroom.texts()) == 1
    assert "memorandum" in newsroom.texts()[0]
    assert newsroom.column("SELECT version FROM documents ORDER BY version") == [1, 2]


async def test_a_wall_before_the_page_keeps_the_feeds_words_and_says_so(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    summary = STORY[:200]
    newsroom.web.pages["news.example/rss"] = answer(feed((newsroom.web.url("/a"), MUSAYEV[1], summary)))
    newsroom.web.pages["news.example/a"] = html(page("Subscribe now. This article is for subscribers only.", "News"))
    await newsroom.gather()
    document = get_document(newsroom.db, 1)
    assert document is not None
    assert summary[:60] in document.text
    assert document.shortfall == "behind a paywall"
    story = find_story(newsroom.db, 1)
    assert story is not None
    (link,) = compose_entry(story, "en").links
    assert link.is_summary
    assert [row.reason for row in list_refused(newsroom.db, limit=9)] == ["behind a paywall"]


async def test_robots_are_obeyed_and_the_feeds_words_kept(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    newsroom.web.pages["news.example/rss"] = answer(feed((newsroom.web.url("/a"), MUSAYEV[1], STORY[:200])))
    newsroom.web.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /a")
    await newsroom.gather()
    assert newsroom.fetched("/a") == 0
    assert len(newsroom.texts()) == 1


async def test_a_page_that_fails_for_now_is_tried_again(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA)
    newsroom.web.pages["news.example/a"] = answer(status=503)
    await newsroom.gather()
    assert len(newsroom.texts()) == 1
    newsroom.show(MUSAYEV, ASTANA)
    await newsroom.gather(after=timedelta(minutes=10))
    assert len(newsroom.texts()) == 2


async def test_a_page_put_off_under_a_clock_that_was_far_ahead_does_not_wait_for_that_day(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    newsroom.web.pages["news.example/a"] = answer(status=503)
    now = newsroom.time.at
    await newsroom.gather(after=timedelta(days=90))
    assert newsroom.texts() == []
    newsroom.show(MUSAYEV)
    newsroom.time.at = now
    await newsroom.gather(after=timedelta(minutes=10))
    assert len(newsroom.texts()) == 1


async def test_a_page_that_goes_on_failing_gives_way_to_the_feeds_words(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    newsroom.web.pages["news.example/rss"] = answer(feed((newsroom.web.url("/a"), MUSAYEV[1], STORY[:200])))
    newsroom.web.pages["news.example/a"] = answer(status=503)
    for _ in range(8):
        await newsroom.gather(after=12 * HOUR)
    assert newsroom.fetched("/a") == 6
    assert newsroom.column("SELECT reason FROM wanted_pages") == ["the page was not fetched"]
    assert len(newsroom.texts()) == 1


async def test_a_page_that_is_gone_is_refused_by_its_reason(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA)
    del newsroom.web.pages["news.example/a"]
    await newsroom.gather()
    assert [row.reason for row in list_refused(newsroom.db, limit=9)] == ["HTTP status 404"]
    assert len(newsroom.texts()) == 1


async def test_an_item_that_breaks_us_is_refused_and_the_rest_goes_on(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(raw: bytes, **rest: object) -> Article | Refusal:
        if b"Baku" in raw:
            raise ZeroDivisionError
        return parse_article(raw, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(storing, "parse_article", stumble)
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA)
    await newsroom.gather()
    assert [row.reason for row in list_refused(newsroom.db, limit=9)] == ["an error of Readout's: ZeroDivisionError"]
    assert len(newsroom.texts()) == 1


async def test_a_bad_feed_never_stops_a_good_one(newsroom: Newsroom) -> None:
    newsroom.follow("bad", "/bad")
    newsroom.follow("page", "/page", "page.example")
    newsroom.follow()
    newsroom.web.pages["/bad"] = answer(b"\x00\x01\x02")
    newsroom.web.pages["/page"] = html(b"<html><body>Welcome</body></html>")
    newsroom.show(MUSAYEV)
    await newsroom.gather()
    assert len(newsroom.texts()) == 1
    assert newsroom.feed("bad").last_error == "neither a feed nor a sitemap"
    assert newsroom.feed("page").last_error == "a web page that leads to no feed"


async def test_the_feed_behind_a_page_is_found_and_polled_from_then_on(newsroom: Newsroom) -> None:
    newsroom.follow(path="/")
    newsroom.show(MUSAYEV)
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    newsroom.web.pages["/"] = html(f"<html><head>{link}</head><body>Welcome</body></html>".encode())
    await newsroom.gather()
    assert newsroom.feed().url == newsroom.web.url("/rss")
    assert (newsroom.feed().kind, len(newsroom.texts())) == ("rss", 1)
    await newsroom.come_due()
    assert newsroom.fetched("/") == 1


async def test_of_a_sitemap_that_lists_everything_the_latest_is_wanted(newsroom: Newsroom) -> None:
    newsroom.follow(path="/index.xml")
    newsroom.show(MUSAYEV, ASTANA)
    entries = "".join(
        f"<url><loc>{newsroom.web.url(path)}</loc><lastmod>{day}</lastmod></url>"
        for path, day in (("/a", "2025-04-08"), ("/b", "2021-02-03"))
    )
    index = f"<sitemapindex><sitemap><loc>{newsroom.web.url('/news.xml')}</loc></sitemap></sitemapindex>"
    newsroom.web.pages["/index.xml"] = answer(index.encode())
    newsroom.web.pages["/news.xml"] = answer(f"<urlset>{entries}</urlset>".encode())
    await newsroom.gather()
    assert (newsroom.fetched("/a"), newsroom.fetched("/b")) == (1, 0)
    await newsroom.come_due()
    assert newsroom.fetched("/news.xml") == 2


async def test_a_feed_that_is_enabled_again_is_looked_for_where_its_address_shows_a_page(newsroom: Newsroom) -> None:
    newsroom.follow(path="/old")
    newsroom.show(MUSAYEV, path="/old")
    await newsroom.gather()
    newsroom.show(ASTANA)
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    newsroom.web.pages["news.example/old"] = html(f"<html><head>{link}</head><body>Moved</body></html>".encode())
    await newsroom.come_due()
    assert newsroom.feed().last_error == "a web page, not a feed"
    enable_feed(newsroom.db, newsroom.feed().id, newsroom.time.now())
    await newsroom.gather()
    assert (newsroom.feed().url, len(newsroom.texts())) == (newsroom.web.url("/rss"), 2)


async def test_two_pages_that_lead_to_one_feed_poll_it_once(newsroom: Newsroom) -> None:
    newsroom.follow("one", "/one")
    newsroom.follow("other", "/other")
    newsroom.show(MUSAYEV)
    link = (
        f'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>{OTHER}</body></html>'
    )
    newsroom.web.pages |= {"/one": html(link.encode()), "/other": html(link.encode())}
    await newsroom.gather()
    disabled = {newsroom.feed(name).disabled_reason for name in ("one", "other")}
    assert disabled in ({None, "its feed is followed as one"}, {None, "its feed is followed as other"})


async def test_a_feed_that_moved_for_good_is_polled_at_its_new_address(newsroom: Newsroom) -> None:
    newsroom.follow(path="/old")
    newsroom.show(MUSAYEV)
    newsroom.web.pages["/old"] = raw(301, {"Location": newsroom.web.url("/rss"), "Content-Length": "0"})
    await newsroom.gather()
    assert newsroom.feed().url == newsroom.web.url("/rss")


async def test_a_host_that_asks_to_wait_is_left_alone_for_that_long(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.web.pages["/rss"] = answer(status=503, Retry_After="7200")
    await newsroom.gather()
    newsroom.show(MUSAYEV)
    await newsroom.gather(after=HOUR)
    assert newsroom.fetched("/rss") == 1
    await newsroom.gather(after=HOUR)
    assert newsroom.fetched("/rss") == 2


async def test_a_feed_that_fails_for_days_is_disabled_and_somebody_told(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.follow("well", "/well")
    newsroom.show(MUSAYEV, path="/well")
    for _ in range(11):
        await newsroom.gather(after=timedelta(days=1))
    assert newsroom.feed().is_disabled
    assert newsroom.disabled() == ["agency: failed on 10 days, last: HTTP status 404"]
    before = newsroom.fetched("/rss")
    await newsroom.gather(after=timedelta(days=30))
    assert newsroom.fetched("/rss") == before


async def test_an_outage_of_everything_disables_nothing_and_loses_nothing(newsroom: Newsroom) -> None:
    for number in range(3):
        newsroom.follow(f"feed-{number}", host=f"host{number}.example")
        newsroom.show(MUSAYEV, host=f"host{number}.example")
    await newsroom.gather()
    newsroom.web.names |= {f"host{number}.example": list[str]() for number in range(3)}
    for _ in range(60):
        await newsroom.gather(after=12 * HOUR)
    assert newsroom.disabled() == []
    newsroom.web.names.clear()
    newsroom.show(ASTANA, host="host0.example")
    await newsroom.gather(after=HOUR)
    assert len(newsroom.texts()) == 2
    assert [newsroom.feed(f"feed-{n}").failures for n in range(3)] == [0, 0, 0]


async def test_a_crash_between_fetch_and_store_costs_a_fetch_and_nothing_else(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    newsroom.follow()
    newsroom.show(MUSAYEV)
    with monkeypatch.context() as patched:
        patched.setattr(storing, "settle_page", break_off)
        with pytest.raises(StorageError):
            await newsroom.gather()
    assert newsroom.texts() == []
    assert newsroom.column("SELECT state FROM wanted_pages") == ["waiting"]
    await newsroom.gather()
    assert len(newsroom.texts()) == 1
    assert (newsroom.fetched("/rss"), newsroom.fetched("/a")) == (1, 2)


async def test_a_stop_is_prompt_and_what_was_under_way_waits(
    newsroom: Newsroom, time: FastTime, settings: Settings, gazetteer: Gazetteer, web: Web
) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    reached = asyncio.Event()

    async def stall(_: Seen, __: asyncio.StreamWriter) -> None:
        reached.set()
        await asyncio.Event().wait()

    newsroom.web.pages["news.example/a"] = stall
    task = asyncio.create_task(newsroom.gatherer.gather())
    await asyncio.wait_for(reached.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 0.3)
    newsroom.show(MUSAYEV)
    async with opened(web, time, settings.database, gazetteer) as next_start:
        await next_start.gather()
        assert len(next_start.texts()) == 1


async def test_what_a_new_source_shows_of_old_is_kept_and_told_to_nobody(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA)
    url = newsroom.web.url
    newsroom.web.pages["news.example/rss"] = answer(
        feed((url("/a"), "Old", "…"), (url("/b"), "New", "…"), days=["Wed, 01 Jan 2025 10:00:00 GMT"])
    )
    newsroom.web.pages["news.example/a"] = html(page(STORY, "Old", day="2025-01-01"))
    await newsroom.gather()
    arrived = newsroom.column("SELECT first_stored_at FROM stories ORDER BY sort_on")
    assert [str(at)[:10] for at in arrived] == ["2025-01-01", "2025-04-08"]


async def test_a_deleted_article_stays_away_when_its_feed_shows_it_anew(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV)
    await newsroom.gather()
    delete_article(newsroom.db, 1, "withdrawn", newsroom.time.now())
    assert newsroom.texts() == []
    newsroom.show((MUSAYEV[0], "Another title", MUSAYEV[2]))
    await newsroom.come_due()
    assert newsroom.fetched("/a") == 2
    assert newsroom.texts() == []
    assert newsroom.column("SELECT reason FROM wanted_pages") == ["deleted here on 2025-04-08: withdrawn"]


async def test_pages_that_all_claim_one_address_are_articles_of_their_own(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.show(MUSAYEV, ASTANA, SIGNED)
    claim = '<link rel="canonical" href="/same">'
    for path, title, text in (MUSAYEV, ASTANA, SIGNED):
        newsroom.web.pages[f"news.example{path}"] = html(page(text, title, more=claim))
    await newsroom.gather()
    assert len(newsroom.texts()) == 3
    assert newsroom.column("SELECT version FROM documents") == [1, 1, 1]


async def test_a_crash_right_after_an_article_is_stored_loses_no_alert_and_tells_it_once(
    newsroom: Newsroom, time: FastTime, settings: Settings, messages: Messages
) -> None:
    reader = record_subscriber(
        newsroom.db, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=time.now()
    )
    save_subscription(
        newsroom.db,
        subscriber_id=reader.id,
        alternatives=(),
        schedule=Schedule(cadence=Cadence.AT_ONCE),
        timezone="UTC",
        next_due_at=None,
        anchor_at=start_alerts(newsroom.db, time.now()),
        now=time.now(),
    )
    newsroom.follow()
    newsroom.show(MUSAYEV)
    await newsroom.gather()  # what is new is told in the next tick, which never comes
    again = open_database(settings.database)
    assert [compose_alerts(again, time.now() + HOUR, messages) for _ in range(2)] == [1, 0]
    again.close()
