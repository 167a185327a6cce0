"""Promises about finding a site's feeds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.discovery import discover, list_robots_sitemaps
from bot.ingest.feeds.models import FeedLink, FoundBy

URL = "https://www.quay.example.org/news/"
STATED = '<link rel="alternate" type="application/rss+xml; charset=utf-8" title="A &amp; B" href="feed">'


def test_what_a_page_states_comes_before_what_it_links_to_and_that_before_guesses() -> None:
    links = discover(f"<head>{STATED}</head><a href='/rss.php?lang=az'>RSS</a>".encode(), url=URL)
    assert links[0] == FeedLink(url="https://www.quay.example.org/news/feed", found_by=FoundBy.STATED, title="A & B")
    assert links[1] == FeedLink(
        url="https://www.quay.example.org/rss.php?lang=az", found_by=FoundBy.LINKED, title="RSS"
    )
    assert [link.found_by for link in links[2:]] == [FoundBy.USUAL] * (len(links) - 2)
    assert "https://www.quay.example.org/sitemap.xml" in {link.url for link in links}


def test_the_base_of_a_page_counts() -> None:
    (first, *_) = discover(f"<base href='https://cdn.example.net/x/'>{STATED}".encode(), url=URL)
    assert first.url == "https://cdn.example.net/x/feed"


def test_feeds_of_comments_of_partners_and_words_that_only_look_alike_are_left_out() -> None:
    page = (
        "<link rel=alternate type=application/rss+xml href=/comments/feed/>"
        "<link rel=alternate hreflang=ru href=/ru/rss>"
        "<a href='https://partner.example.com/rss'>x</a><a href='/feedback'>x</a><a href='/prssa/1'>x</a>"
        "<a href='javascript:rss()'>x</a><a href='mailto:rss@example.org'>x</a>"
    )
    assert {link.found_by for link in discover(page.encode(), url=URL)} == {FoundBy.USUAL}


def test_a_feed_of_a_sub_site_is_found_once() -> None:
    page = "<a href='https://az.quay.example.org/rss'>x</a>" * 3
    found = [link.url for link in discover(page.encode(), url=URL) if link.found_by is FoundBy.LINKED]
    assert found == ["https://az.quay.example.org/rss"]


def test_robots_name_sitemaps_news_first() -> None:
    robots = "User-agent: *\nDisallow: /x\nSitemap: https://quay.example.org/all.xml\n sitemap:/news.xml \nSitemap: ftp://x\n"
    assert [link.url for link in list_robots_sitemaps(robots, url="https://quay.example.org/robots.txt")] == [
        "https://quay.example.org/news.xml",
        "https://quay.example.org/all.xml",
    ]


@given(st.binary(max_size=300), st.text(max_size=200))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_body_leaves_the_usual_places(body: bytes, robots: str) -> None:
    assert discover(body, url=URL)
    assert isinstance(list_robots_sitemaps(robots, url=URL), tuple)
