"""`readout backfill` and `readout ingest` of what names other places."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import open_database
from storage.news.articles import get_article
from tests.cli.calling import run
from tests.cli.sources.beside import HOST
from tests.ingest.fetching.web import Web, answer
from tests.ingest.gathering.newsroom import BUDAPEST, OTHER, STORY, html, page


def show_site(web: Web) -> str:
    """Three articles of three years in an index of two sitemaps; its address."""
    for path, text, day in (("/a", STORY, "2024-03-01"), ("/b", OTHER, "2023-05-01"), ("/c", BUDAPEST, "2020-01-01")):
        web.pages[path] = html(page(text, f"Talks {path}", day=day))
    entries = {
        "/new.xml": [("/a", "<lastmod>2024-03-01</lastmod>"), ("/b", "")],
        "/old.xml": [("/c", "<lastmod>2020-01-01</lastmod>")],
    }
    for sitemap, urls in entries.items():
        listed = "".join(f"<url><loc>{web.url(path, HOST)}</loc>{day}</url>" for path, day in urls)
        web.pages[sitemap] = answer(f"<urlset>{listed}</urlset>".encode())
    days = {"/new.xml": "2024-03-02", "/old.xml": "2020-01-02"}
    index = "".join(
        f"<sitemap><loc>{web.url(path, HOST)}</loc><lastmod>{day}</lastmod></sitemap>" for path, day in days.items()
    )
    web.pages["/sitemap.xml"] = answer(f"<sitemapindex>{index}</sitemapindex>".encode())
    return web.url("/sitemap.xml", HOST)


def arrivals() -> list[str]:
    """The days on which stories arrived, as far as digests go."""
    with closing(open_database(Path("readout.sqlite"))) as db:
        sql = "SELECT first_stored_at FROM stories WHERE id > 5 ORDER BY first_stored_at"
        return [row[0][:10] for row in db.execute(sql).fetchall()]


def test_what_a_site_published_since_a_day_is_fetched_once_and_told_to_nobody(web: Web) -> None:
    sitemap = show_site(web)
    done = run("backfill", sitemap, "--since", "2023-01-01")
    assert done.exit_code == 0, done.output
    assert done.stdout == "2 pages: 0 waiting, 2 stored, 0 known, 0 refused\n"
    assert arrivals() == ["2023-05-01", "2024-03-01"]
    assert not {"/old.xml", "/c"} & set(web.paths())
    again = run("backfill", sitemap, "--since", "2023-01-01")
    assert again.stdout == done.stdout
    assert web.paths().count("/a") == 1


def test_what_was_stopped_goes_on(web: Web) -> None:
    sitemap = show_site(web)
    page_b, web.pages["/b"] = web.pages["/b"], answer(status=503)
    stopped = run("backfill", sitemap, "--since", "2023-01-01")
    assert stopped.stdout == "2 pages: 1 waiting, 1 stored, 0 known, 0 refused; call again to go on\n"
    web.pages["/b"] = page_b
    with closing(open_database(Path("readout.sqlite"))) as db:
        db.execute("UPDATE wanted_pages SET not_before = '2025-01-01T00:00:00.000000+00:00'")
    assert "2 stored" in run("backfill", sitemap, "--since", "2023-01-01").stdout
    assert web.paths().count("/a") == 1


def test_a_sitemap_that_cannot_be_had_is_named_and_the_rest_fetched(web: Web) -> None:
    sitemap = show_site(web)
    del web.pages["/old.xml"]
    done = run("backfill", sitemap, "--since", "2019-01-01")
    assert (done.exit_code, "2 stored" in done.stdout) == (1, True)
    assert f"refused {web.url('/old.xml', HOST)}: HTTP status 404" in done.stderr


def test_a_list_of_addresses_is_fetched_and_feeds_are_followed(web: Web) -> None:
    show_site(web)
    Path("list.txt").write_text(f"{web.url('/a', HOST)}\n{web.url('/none', HOST)}\n", "utf-8")
    opml = f'<opml><outline text="Mine &amp; yours" xmlUrl="{web.url("/rss", HOST)}"/></opml>'
    Path("mine.opml").write_text(opml, "utf-8")
    done = run("ingest", "list.txt", "mine.opml")
    assert done.stdout.splitlines()[0:2] == [
        "1 sources followed from now on, 0 were before",
        "2 pages: 0 waiting, 1 stored, 0 known, 1 refused",
    ]
    with closing(open_database(Path("readout.sqlite"))) as db:
        article = get_article(db, 6)
    assert article is not None
    assert article.url == web.url("/a", HOST)
    assert web.url("/rss", HOST) in run("source", "list").stdout


def test_read_fetches_nothing_and_says_so() -> None:
    Path("list.txt").write_text("https://news.example/a\n", "utf-8")
    read = run("read", "list.txt")
    assert (read.exit_code, read.stderr) == (1, "refused list.txt: an address; `readout ingest` fetches it\n")
