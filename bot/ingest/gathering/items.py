"""A feed's item to the row that waits for its page, and back. Pure."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime

from bot.ingest.addresses import host_of
from bot.ingest.feeds.models import FeedItem
from bot.ingest.urls import article_key
from storage.models.sources import SeenItem, SentPost

_DAYS = ("published_on", "updated_on")
_INSTANTS = ("published_at", "updated_at")
_NAMES = (
    *("guid", "url", "title", "summary", "full_text", "language", "author", "source"),
    *(*_DAYS, *_INSTANTS),
)


def see_item(item: FeedItem, feed_id: int, *, is_archive: bool) -> SeenItem:
    """As it is kept until it is read. One without an address is known by its feed and guid."""
    key = article_key(item.url) if item.url else None
    return SeenItem(
        key=key or f"feed {feed_id} {item.guid}",
        url=item.url or "",
        host=host_of(item.url) if item.url else "",
        item=write_item(item),
        version=_version(item),
        is_archive=is_archive,
    )


def see_address(url: str) -> SeenItem:
    """An address that somebody names, with nothing known of what lies there."""
    return SeenItem(key=article_key(url) or url, url=url, host=host_of(url), item=None, version="")


def see_post(post: SentPost) -> SeenItem:
    """A post that somebody forwarded: it is read as it stands, and fetched from nowhere."""
    item = FeedItem(
        guid=post.key,
        url=post.url,
        full_text=post.text,
        source=post.source,
        published_at=post.published_at,
        published_on=post.published_at and post.published_at.date(),
    )
    return SeenItem(key=post.key, url="", host="", item=write_item(item), version="")


def write_item(item: FeedItem) -> str:
    """JSON of what it says, without what it does not."""
    said = {name: getattr(item, name) for name in _NAMES}
    written = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}
    return json.dumps({name: value for name, value in written.items() if value is not None}, ensure_ascii=False)


def read_item(written: str | None) -> FeedItem | None:
    """What `write_item` wrote."""
    if written is None:
        return None
    said = json.loads(written)
    said |= {name: date.fromisoformat(said[name]) for name in _DAYS if name in said}
    said |= {name: datetime.fromisoformat(said[name]) for name in _INSTANTS if name in said}
    return FeedItem(**said)


def _version(item: FeedItem) -> str:
    """Another one where the publisher changed the article. The summary does not count: many end in a counter."""
    updated = item.updated_at or item.updated_on
    return hashlib.sha256(f"{item.title}\n{updated.isoformat() if updated else ''}".encode()).hexdigest()[:16]
