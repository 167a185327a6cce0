"""What a feed says, in one form for all formats; and why a body is no feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class FeedKind(StrEnum):
    """Which family the body belongs to."""

    RSS = "rss"
    RDF = "rdf"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"


class FeedReason(StrEnum):
    """Why a body is no feed, as the source's log says it."""

    EMPTY = "empty"
    HTML = "a web page, not a feed"
    UNKNOWN = "neither a feed nor a sitemap"
    BROKEN = "broken beyond reading"
    TOO_LARGE = "larger than 10 MB"
    ENCODING = "unknown encoding"


class FoundBy(StrEnum):
    """How sure the address of a feed is: the page states it, links to it, or it is where feeds usually are."""

    STATED = "stated"
    LINKED = "linked"
    USUAL = "usual"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """The address of a feed or sitemap that a page names, or that is worth a try."""

    url: str
    found_by: FoundBy
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDate:
    """A day as printed, never moved to another zone; and the instant, where a known offset makes it one."""

    on: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of a feed. `guid` is unique within its feed; texts are plain, without markup."""

    guid: str
    url: str | None = None
    title: str | None = None
    summary: str | None = None
    full_text: str | None = None
    """The whole article, where the feed carries it besides a summary."""
    published_on: date | None = None
    published_at: datetime | None = None
    updated_on: date | None = None
    updated_at: datetime | None = None
    language: str | None = None
    author: str | None = None
    source: str | None = None
    """The outlet, where an item names another than its feed does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapLink:
    """One sitemap of an index."""

    url: str
    updated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed or sitemap, read. `ttl_minutes` is how long it asks not to be fetched again."""

    kind: FeedKind
    url: str
    title: str | None = None
    home_url: str | None = None
    language: str | None = None
    ttl_minutes: int | None = None
    items: tuple[FeedItem, ...] = ()
    sitemaps: tuple[SitemapLink, ...] = ()
    skipped_count: int = 0
    """Items past the limit, the oldest ones, and repeated ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRefusal:
    """Why the body at `url` is no feed; a web page names the feeds it links to."""

    url: str
    reason: FeedReason
    feeds: tuple[FeedLink, ...] = ()
