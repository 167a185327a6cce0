"""RSS 0.9x to 2.0 and RDF (RSS 1.0), with the modules that outlets use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.formats.items import Bounds, Draft, finish_line, read_items, tag_of
from bot.ingest.feeds.formats.markup import Fields, base_of, language_of, name_of
from bot.ingest.feeds.models import Feed, FeedKind

_PERIOD_MINUTES: Mapping[str, int] = MappingProxyType({"hourly": 60, "daily": 1440, "weekly": 10080})


def parse_rss(root: etree._Element, bounds: Bounds, curated_language: str | None) -> Feed:
    """A feed whose root is `rss`, `RDF` or a bare `channel`."""
    channel = next((element for element in root.iter() if name_of(element) == "channel"), root)
    head = Fields(channel)
    base = base_of(channel) or base_of(root)
    declared = tag_of(head.text("language", "dc:language") or language_of(channel) or language_of(root))
    entries = [element for element in root.iter() if name_of(element) in ("item", "entry")]
    read = read_items(
        entries,
        lambda entry: _draft(Fields(entry), base),
        bounds,
        curated_language=curated_language,
        declared_language=declared,
    )
    return Feed(
        kind=FeedKind.RDF if name_of(root) == "rdf:rdf" else FeedKind.RSS,
        url=bounds.url,
        title=finish_line(head.text("title")),
        home_url=resolve_address(head.text("link"), bounds.url),
        language=read.language,
        ttl_minutes=_ttl(head),
        items=read.items,
        skipped_count=read.skipped_count,
    )


def _draft(entry: Fields, base: str | None) -> Draft:
    guid = entry.text("guid", "id", "dc:identifier")
    links = [link.text for link in entry.all("link")]
    updated = entry.text("atom:updated", "dcterms:modified", "updated", "lastmod")
    return Draft(
        guid=guid or entry.element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"),
        urls=(
            *links,
            *(
                link.get("href")
                for link in entry.all("atom:link", "link")
                if link.get("rel", "alternate") == "alternate"
            ),
            guid if (guid or "").startswith("http") else None,
        ),
        base=base_of(entry.element) or base,
        title=entry.text("title", "dc:title", "media:title", "headline"),
        summary=entry.text("description", "summary", "itunes:summary", "media:description", "dc:description"),
        content=entry.text("content:encoded", "yandex:full-text", "full-text", "fulltext", "atom:content", "content"),
        published=entry.text("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date")
        or updated,
        updated=updated,
        language=entry.text("dc:language", "language") or language_of(entry.element),
        author=entry.text("dc:creator", "author", "itunes:author", "atom:author"),
        source=entry.text("source", "dc:source"),
    )


def _ttl(head: Fields) -> int | None:
    """Minutes for which the feed asks not to be fetched again."""
    ttl = (head.text("ttl") or "").strip()
    if ttl.isascii() and ttl.isdigit() and len(ttl) < 7:
        return int(ttl) or None
    period = _PERIOD_MINUTES.get((head.text("sy:updateperiod") or "").lower())
    times = (head.text("sy:updatefrequency") or "1").strip()
    often = int(times) if times.isascii() and times.isdigit() and len(times) < 5 else 1
    return max(period // max(often, 1), 1) if period else None
