"""What a fetch brings back, how it asks, whom it believes."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from bot import __version__
from bot.ingest.fetching.fetcher import Fetcher, name_user_agent
from bot.ingest.fetching.outcomes import Fault, Fetched, FetchRequest, Kind, NotModified, Outcome, Reason, Refused
from tests.ingest.fetching.web import FastTime, Web, answer


def feed(url: str, **validators: str) -> FetchRequest:
    return FetchRequest(url=url, kind=Kind.FEED, **validators)


def refused(outcome: Outcome) -> Refused:
    assert isinstance(outcome, Refused), outcome
    return outcome


async def test_a_page_comes_back_whole_with_what_the_server_says_of_it(web: Web, fetcher: Fetcher) -> None:
    web.pages["/a"] = answer(
        b"<p>Hi", Content_Type='Text/HTML; charset="Windows-1251"', ETag='"7"', Last_Modified="Mon"
    )
    outcome = await fetcher.fetch(FetchRequest(url=web.url("/a")))
    assert outcome == Fetched(
        url=web.url("/a"),
        final_url=web.url("/a"),
        status=200,
        media_type="text/html",
        charset="windows-1251",
        body=b"<p>Hi",
        etag='"7"',
        last_modified="Mon",
        moved=False,
    )


async def test_we_say_who_we_are_and_keep_no_cookie(web: Web, fetcher: Fetcher) -> None:
    web.pages["/a"] = answer(b"x", Set_Cookie="id=1; Path=/")
    for _ in range(2):
        await fetcher.fetch(feed(web.url("/a")))
    first, second = web.seen
    assert first.headers["user-agent"] == f"Readout/{__version__} (+https://readout.example/about)"
    assert first.headers["accept-encoding"] == "gzip, br"
    assert "application/rss+xml" in first.headers["accept"]
    assert "cookie" not in second.headers
    assert second.headers["connection"] == "close", "what one answer has too much must not begin the next"


def test_a_contact_cannot_write_headers() -> None:
    assert name_user_agent("a@b.example\r\nX: 1 (ö)") == f"Readout/{__version__} (+a@b.exampleX: 1 )"
    assert name_user_agent("") == f"Readout/{__version__}"


async def test_what_has_not_changed_is_not_sent_again(web: Web, fetcher: Fetcher) -> None:
    web.pages["/f"] = answer(status=304, ETag='"8"')
    outcome = await fetcher.fetch(feed(web.url("/f"), etag='"7"', last_modified="Mon, 07 Apr 2025 00:00:00 GMT"))
    assert web.seen[0].headers["if-none-match"] == '"7"'
    assert web.seen[0].headers["if-modified-since"] == "Mon, 07 Apr 2025 00:00:00 GMT"
    assert outcome == NotModified(
        url=web.url("/f"),
        final_url=web.url("/f"),
        etag='"8"',
        last_modified="Mon, 07 Apr 2025 00:00:00 GMT",
        moved=False,
    )


async def test_a_304_that_nobody_asked_for_is_an_error(web: Web, fetcher: Fetcher) -> None:
    web.pages["/f"] = answer(status=304)
    assert refused(await fetcher.fetch(feed(web.url("/f")))).status == 304


async def test_a_stored_validator_cannot_write_headers(web: Web, fetcher: Fetcher) -> None:
    web.pages["/f"] = answer(b"x")
    assert isinstance(await fetcher.fetch(feed(web.url("/f"), etag='"7"\r\nX: 1')), Fetched)
    assert "if-none-match" not in web.seen[0].headers


@pytest.mark.parametrize("status", [204, 206, 400, 404, 410, 500, 502])
async def test_any_other_status_speaks_of_the_source(web: Web, fetcher: Fetcher, status: int) -> None:
    web.pages["/a"] = answer(status=status)
    outcome = refused(await fetcher.fetch(feed(web.url("/a"))))
    assert (outcome.reason, outcome.status, outcome.fault) == (Reason.HTTP_STATUS, status, Fault.SOURCE)


async def test_permanent_redirects_give_the_feeds_new_address(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {
        "/old": answer(status=301, Location="/newer"),
        "/newer": answer(status=308, Location=web.url("/new", "other.example")),
        "/new": answer(b"x"),
        "/for-now": answer(status=302, Location="/old"),
    }
    moved = await fetcher.fetch(feed(web.url("/old")))
    assert isinstance(moved, Fetched)
    assert (moved.url, moved.final_url, moved.moved) == (web.url("/old"), web.url("/new", "other.example"), True)
    not_moved = await fetcher.fetch(feed(web.url("/for-now")))
    assert isinstance(not_moved, Fetched)
    assert (not_moved.final_url, not_moved.moved) == (web.url("/new", "other.example"), False)


async def test_five_redirects_are_followed_and_a_sixth_is_not(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {f"/{n}": answer(status=302, Location=f"/{n + 1}") for n in range(6)} | {"/6": answer(b"x")}
    assert isinstance(await fetcher.fetch(feed(web.url("/1"))), Fetched)
    assert refused(await fetcher.fetch(feed(web.url("/0")))).reason is Reason.TOO_MANY_REDIRECTS


async def test_a_loop_ends(web: Web, fetcher: Fetcher) -> None:
    web.pages["/a"] = answer(status=302, Location="/a")
    assert refused(await fetcher.fetch(feed(web.url("/a")))).reason is Reason.TOO_MANY_REDIRECTS
    assert len(web.seen) == 6


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", Reason.NOT_HTTP),
        ("ftp://news.example/a", Reason.NOT_HTTP),
        ("javascript:alert(1)", Reason.NOT_HTTP),
        ("http://10.0.0.1/", Reason.NOT_PUBLIC),
        ("http://169.254.169.254/latest/meta-data", Reason.NOT_PUBLIC),
        ("//[::ffff:10.0.0.1]/", Reason.NOT_PUBLIC),
        ("http://me:secret@news.example/", Reason.BAD_ADDRESS),
        ("http://[", Reason.BAD_ADDRESS),
        ("http://inside.example/", Reason.NOT_PUBLIC),
    ],
)
async def test_each_redirect_is_judged_like_a_first_address(
    web: Web, fetcher: Fetcher, location: str, reason: Reason
) -> None:
    web.names["inside.example"] = ["192.168.1.1"]
    web.pages["/a"] = answer(status=302, Location=location)
    outcome = refused(await fetcher.fetch(feed(web.url("/a"))))
    assert outcome.reason is reason
    assert outcome.fault is Fault.OURS
    assert len(web.seen) == 1


async def test_a_host_that_asks_for_rest_gets_it(web: Web, fetcher: Fetcher, time: FastTime) -> None:
    web.pages["/a"] = answer(status=429, Retry_After="120")
    first = refused(await fetcher.fetch(feed(web.url("/a"))))
    assert (first.status, first.retry_after) == (429, timedelta(seconds=120))
    web.pages["/b"] = answer(b"x")
    time.at += timedelta(seconds=20)
    second = refused(await fetcher.fetch(feed(web.url("/b"))))
    assert (second.reason, second.retry_after) == (Reason.ASKED_TO_WAIT, timedelta(seconds=100))
    assert isinstance(await fetcher.fetch(feed(web.url("/b", "other.example"))), Fetched)
    time.at += timedelta(seconds=101)
    assert isinstance(await fetcher.fetch(feed(web.url("/b"))), Fetched)


async def test_rest_may_be_asked_for_until_a_date(web: Web, fetcher: Fetcher, time: FastTime) -> None:
    until = (time.at + timedelta(minutes=5)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    web.pages["/a"] = answer(status=503, Retry_After=until)
    assert refused(await fetcher.fetch(feed(web.url("/a")))).retry_after == timedelta(minutes=5)


async def test_loopback_is_closed_unless_allowed_and_then_loud(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    async with Fetcher(lookup=web.lookup) as closed:
        for url in (f"http://127.0.0.1:{web.port}/", "http://news.example/", "http://localhost/"):
            assert refused(await closed.fetch(feed(url))).reason is Reason.NOT_PUBLIC
        assert refused(await closed.fetch(feed(web.url("/")))).reason is Reason.PORT
    assert not caplog.records
    assert not web.seen
    async with Fetcher(lookup=web.lookup, allow_loopback=True):
        pass
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_the_environments_proxy_is_not_asked(web: Web, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    web.pages["/a"] = answer(b"x")
    assert isinstance(await fetcher.fetch(feed(web.url("/a"))), Fetched)


async def test_a_proxy_that_is_set_is_asked_for_everything_but_inside_addresses(web: Web, time: FastTime) -> None:
    web.pages["http://news.example/a"] = answer(b"x")
    proxy = f"http://127.0.0.1:{web.port}"
    async with Fetcher(proxy=proxy, now=time.now, sleep=time.sleep, lookup=web.lookup) as fetcher:
        assert isinstance(await fetcher.fetch(feed("http://news.example/a")), Fetched)
        assert refused(await fetcher.fetch(feed("http://10.0.0.1/a"))).reason is Reason.NOT_PUBLIC
    async with Fetcher(proxy="http://127.0.0.1:1", now=time.now, sleep=time.sleep, lookup=web.lookup) as fetcher:
        failed = refused(await fetcher.fetch(feed("http://news.example/a")))
        assert (failed.reason, failed.fault) == (Reason.PROXY, Fault.NETWORK)
