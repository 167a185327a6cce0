"""Where a site's feeds and sitemaps are: what its page states, links to, and where they usually are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from bot.ingest.addresses import host_of, resolve_address
from bot.ingest.feeds.models import FeedLink, FoundBy
from bot.ingest.feeds.plain import plain_line
from bot.ingest.pages.tree import parse_tree

_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/json",
)
_FEED_PATH = re.compile(r"(?:^|[/._?=&-])(?:rss2?|feeds?|atom|rdf)(?:$|[/._?=&-])|\.(?:rss|atom|rdf)$", re.IGNORECASE)
_OF_COMMENTS = re.compile(r"comments?|yorum|коммент|oembed|wp-json", re.IGNORECASE)
_USUAL = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap.xml",
)
_SITEMAP_LINE = re.compile(r"^\s{0,9}sitemap\s{0,9}:\s{0,9}(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_MOST = 30
_MOST_LINKS = 5_000


def discover(body: bytes, *, url: str) -> tuple[FeedLink, ...]:
    """Every address worth a try, the surest first. The body may be anything; the usual places are always there."""
    tree = parse_tree(body)
    found = [*_stated(tree, url), *_linked(tree, url)] if tree is not None else []
    unique: dict[str, FeedLink] = {}
    for link in found:
        if len(unique) < _MOST:
            unique.setdefault(link.url, link)
    for path in _USUAL:
        if usual := resolve_address(path, url):
            unique.setdefault(usual, FeedLink(url=usual, found_by=FoundBy.USUAL))
    return tuple(unique.values())


def list_robots_sitemaps(robots: str, *, url: str) -> tuple[FeedLink, ...]:
    """The sitemaps that a robots.txt names, those of news first."""
    named = (resolve_address(match[1], url) for match in _SITEMAP_LINE.finditer(robots[:500_000]))
    unique = list(dict.fromkeys(address for address in named if address))[: _MOST * 3]
    unique.sort(key=lambda address: "news" not in address.lower())
    return tuple(FeedLink(url=address, found_by=FoundBy.STATED) for address in unique)


def _base(tree: html.HtmlElement, url: str) -> str:
    found = next(iter(tree.iter("base")), None)
    return urljoin(url, found.get("href") or "") if found is not None else url


def _stated(tree: html.HtmlElement, url: str) -> Iterator[FeedLink]:
    base = _base(tree, url)
    for link in islice(tree.iter("link"), _MOST_LINKS):
        is_feed = "alternate" in (link.get("rel") or "").lower().split()
        if is_feed and (link.get("type") or "").partition(";")[0].strip().lower() in _TYPES:
            address = resolve_address(link.get("href"), base)
            if address and not _OF_COMMENTS.search(f"{address} {link.get('title')}"):
                yield FeedLink(url=address, found_by=FoundBy.STATED, title=plain_line(link.get("title"), longest=200))


def _linked(tree: html.HtmlElement, url: str) -> Iterator[FeedLink]:
    """Links that by their path lead to a feed, on the same site."""
    base, host = _base(tree, url), host_of(url)
    for anchor in islice(tree.iter("a"), _MOST_LINKS):
        address = resolve_address(anchor.get("href"), base)
        if not address or not _leads_to_feed(address) or not f".{host_of(address)}".endswith(f".{host}"):
            continue
        yield FeedLink(url=address, found_by=FoundBy.LINKED, title=plain_line(_words(anchor), longest=200))


def _leads_to_feed(address: str) -> bool:
    parts = urlsplit(address)
    return _FEED_PATH.search(f"{parts.path}?{parts.query}"[:500]) is not None and not _OF_COMMENTS.search(address)


def _words(anchor: etree._Element) -> str:
    return "".join(anchor.itertext())[:400]
