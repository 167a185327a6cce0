"""`parse_feed` is the only door: any bytes to a feed or the reason why not. Pure; for the ingest driver and `cli`."""

from __future__ import annotations

import json
import re
from datetime import datetime

from bot.ingest.feeds.discovery import discover
from bot.ingest.feeds.formats.atom import parse_atom
from bot.ingest.feeds.formats.decoding import decode_feed, unpack
from bot.ingest.feeds.formats.items import Bounds
from bot.ingest.feeds.formats.json_feed import is_json_feed, parse_json_feed
from bot.ingest.feeds.formats.markup import name_of, parse_xml
from bot.ingest.feeds.formats.rss import parse_rss
from bot.ingest.feeds.formats.sitemap import parse_sitemap, parse_sitemap_index
from bot.ingest.feeds.models import Feed, FeedReason, FeedRefusal, FoundBy
from bot.ingest.refusal import Reason

MOST_ITEMS = 500

_ROOT = re.compile(
    r"<(?:[\w-]{1,20}:)?(rss|feed|rdf|urlset|sitemapindex|channel|entry|html|head|body)\b", re.IGNORECASE
)
_HTML = re.compile(r"\s{0,99}(?:<!--[^>]{0,500}-->\s{0,99})?<!doctype\s{1,9}html", re.IGNORECASE)
_HEAD = 20_000
"""Characters in which the root stands, behind warnings and licences."""

_REASONS = {
    Reason.EMPTY: FeedReason.EMPTY,
    Reason.TOO_LARGE: FeedReason.TOO_LARGE,
    Reason.ENCODING: FeedReason.ENCODING,
}


def parse_feed(
    body: bytes,
    *,
    url: str,
    now: datetime,
    content_type: str | None = None,
    language: str | None = None,
    limit: int = MOST_ITEMS,
) -> Feed | FeedRefusal:
    """A feed or sitemap of any format, or why the body is none. `language` is what people say of the source.

    Dates past `now` by more than two days, and those that a clock without a battery shows, are unknown. Of more items
    than `limit` the newest stay.
    """
    unpacked = unpack(body)
    text = decode_feed(unpacked, content_type) if isinstance(unpacked, bytes) else unpacked
    if isinstance(text, Reason):
        return FeedRefusal(url=url, reason=_REASONS.get(text, FeedReason.UNKNOWN))
    assert isinstance(unpacked, bytes)
    bounds = Bounds(url=url, now=now, limit=limit)
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return _parse_json(text, bounds, language)
    match = _ROOT.search(text, 0, _HEAD)
    if _HTML.match(text) or (match and match[1].lower() in ("html", "head", "body")):
        stated = tuple(link for link in discover(unpacked, url=url) if link.found_by is not FoundBy.USUAL)
        return FeedRefusal(url=url, reason=FeedReason.HTML, feeds=stated)
    if match is None:
        return FeedRefusal(url=url, reason=FeedReason.UNKNOWN if text.strip() else FeedReason.EMPTY)
    return _parse_xml(text, match.start(), bounds, language)


def _parse_json(text: str, bounds: Bounds, language: str | None) -> Feed | FeedRefusal:
    try:
        fields = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return FeedRefusal(url=bounds.url, reason=FeedReason.BROKEN)
    if isinstance(fields, dict) and is_json_feed(fields):
        return parse_json_feed(fields, bounds, language)
    return FeedRefusal(url=bounds.url, reason=FeedReason.UNKNOWN)


def _parse_xml(text: str, root_at: int, bounds: Bounds, language: str | None) -> Feed | FeedRefusal:
    root = parse_xml(text, root_at)
    if root is None:
        return FeedRefusal(url=bounds.url, reason=FeedReason.BROKEN)
    match name_of(root).rpartition(":")[2]:
        case "rss" | "rdf" | "channel":
            return parse_rss(root, bounds, language)
        case "feed" | "entry":
            return parse_atom(root, bounds, language)
        case "urlset":
            return parse_sitemap(root, bounds, language)
        case "sitemapindex":
            return parse_sitemap_index(root, bounds)
        case _:
            return FeedRefusal(url=bounds.url, reason=FeedReason.UNKNOWN)
