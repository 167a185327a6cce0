"""`readout source` as a person meets it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import open_database
from storage.models.sources import PageState
from storage.sources.wanted import list_waiting_pages, settle_page
from tests.cli.calling import run
from tests.cli.sources.beside import HOST
from tests.ingest.fetching.web import Web, answer
from tests.ingest.gathering.newsroom import feed, html


def show_feed(web: Web, path: str = "/rss") -> str:
    """A feed at that path; its address."""
    web.pages[path] = answer(feed((web.url("/a", HOST), "Ministers meet", "…")))
    return web.url(path, HOST)


def test_the_seeds_sources_are_listed_before_anything_was_fetched() -> None:
    listed = run("source", "list")
    assert listed.exit_code == 0, listed.output
    assert "trend: last success never, 0 articles in 7 days, next now; https://www.trend.az" in listed.stdout
    assert len(listed.stdout.splitlines()) >= 40


def test_adding_a_site_finds_its_feed(web: Web) -> None:
    show_feed(web)
    web.pages["/"] = html(b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>')
    added = run("source", "add", web.url("/", HOST), "--name", "mine", "--language", "tr")
    assert added.exit_code == 0, added.output
    assert added.stdout == f"mine: {web.url('/rss', HOST)} (rss, 1 items, newest 2025-04-08); fetched from now on\n"
    assert (
        f"mine: last success never, 0 articles in 7 days, next now; {web.url('/rss', HOST)}"
        in run("source", "list").stdout
    )


def test_what_cannot_be_added_is_told_in_a_line(web: Web) -> None:
    web.pages["/page"] = html(b"<html><body>Welcome</body></html>")
    address = show_feed(web, "/feed-of-news")
    assert "Error: ftp://x/: neither http nor https\n" in run("source", "add", "ftp://x/").output
    assert "HTTP status 404" in run("source", "add", web.url("/none", HOST)).output
    assert "leads to no feed" in run("source", "add", web.url("/page", HOST)).output
    assert run("source", "add", address, "--name", "mine").exit_code == 0
    again = run("source", "add", address)
    assert (again.exit_code, again.output) == (1, f"Error: {address} is followed already, as mine\n")


def test_without_the_allowance_this_machine_is_not_reached() -> None:
    refused = run("source", "add", "http://127.0.0.1:8080/rss")
    assert (refused.exit_code, refused.output) == (1, "Error: http://127.0.0.1:8080/rss: not a public address\n")


def test_check_tells_which_live_and_stores_nothing(web: Web) -> None:
    run("source", "add", show_feed(web), "--name", "well")
    run("source", "add", show_feed(web, "/other"), "--name", "ill")
    del web.pages["/other"]
    checked = run("source", "check", "well", "ill")
    assert checked.exit_code == 1
    assert sorted(checked.stdout.splitlines()) == [
        "1 of 2 live",
        "✓ well: rss, 1 items, newest 2025-04-08",
        "✗ ill: HTTP status 404",
    ]
    assert run("source", "log").stdout == ""


def test_disabling_and_enabling_are_seen_in_the_list(web: Web) -> None:
    run("source", "add", show_feed(web), "--name", "mine")
    assert run("source", "disable", "mine", "--reason", "too loud").stdout == "mine: disabled\n"
    assert "mine: last success never, 0 articles in 7 days, disabled: too loud" in run("source", "list").stdout
    assert run("source", "enable", "mine").exit_code == 0
    assert "disabled" not in run("source", "list").stdout
    assert "no source is called nobody" in run("source", "disable", "nobody").output


def test_the_log_names_each_refused_page_with_its_reason(web: Web) -> None:
    from storage.models.sources import SeenItem, WantedBy
    from storage.sources.wanted import want_pages
    from tests.factories import NOON

    run("source", "list")
    with closing(open_database(Path("readout.sqlite"))) as db:
        item = SeenItem(key="k", url="https://x.example/\x1b[31m", host="x.example", item=None, version="")
        want_pages(db, [item], wanted_by=WantedBy.FEED, now=NOON)
        (page,) = list_waiting_pages(db, NOON, wanted_by=WantedBy.FEED, limit=1)
        settle_page(db, page, PageState.REFUSED, NOON, reason="empty", article_id=None)
    assert run("source", "log").stdout == "2025-04-08 12:00:00 refused https://x.example/\\x1b[31m: empty\n"
