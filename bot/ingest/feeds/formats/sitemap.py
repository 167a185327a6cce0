"""Sitemaps: of pages, of news, and indexes of further sitemaps."""

from __future__ import annotations

from lxml import etree

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.formats.items import MOST_EXAMINED, Bounds, Draft, read_items
from bot.ingest.feeds.formats.markup import Fields, name_of
from bot.ingest.feeds.models import Feed, FeedKind, SitemapLink


def parse_sitemap(root: etree._Element, bounds: Bounds, curated_language: str | None) -> Feed:
    """A `urlset`. Only news sitemaps say when a page was published; `lastmod` is when it changed."""
    read = read_items(
        [element for element in root.iter() if name_of(element) == "url"],
        lambda entry: _draft(Fields(entry)),
        bounds,
        curated_language=curated_language,
        declared_language=None,
        is_ordered=False,
    )
    return Feed(
        kind=FeedKind.SITEMAP,
        url=bounds.url,
        language=read.language,
        items=read.items,
        skipped_count=read.skipped_count,
    )


def parse_sitemap_index(root: etree._Element, bounds: Bounds) -> Feed:
    """A `sitemapindex`: where the sitemaps are, as they stand."""
    links: dict[str, SitemapLink] = {}
    for fields in (Fields(entry) for entry in root.iter() if name_of(entry) == "sitemap"):
        url = resolve_address(fields.text("loc"), bounds.url)
        changed = bounds.date(fields.text("lastmod"))
        if url and len(links) < MOST_EXAMINED:
            links.setdefault(url, SitemapLink(url=url, updated_on=changed.on if changed else None))
    return Feed(kind=FeedKind.SITEMAP_INDEX, url=bounds.url, sitemaps=tuple(links.values()))


def _draft(entry: Fields) -> Draft:
    address = entry.text("loc")
    element = entry.first("news:news", "news")
    news = Fields(element) if element is not None else None
    publication = news.first("news:publication", "publication") if news else None
    outlet = Fields(publication) if publication is not None else None
    return Draft(
        guid=address,
        urls=(address,),
        title=news.text("news:title", "title") if news else None,
        published=news.text("news:publication_date", "publication_date") if news else None,
        updated=entry.text("lastmod"),
        language=outlet.text("news:language", "language") if outlet else None,
        source=outlet.text("news:name", "name") if outlet else None,
    )
