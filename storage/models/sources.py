"""What the store keeps of where the news comes from: feeds, their runs, the pages that are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class WantedBy(StrEnum):
    """On whose behalf a page is fetched; a person waits for it, a backfill has time."""

    PERSON = "person"
    FEED = "feed"
    BACKFILL = "backfill"


class PageState(StrEnum):
    """What became of a wanted page."""

    WAITING = "waiting"
    STORED = "stored"
    """Its article is new, or a new version of one."""
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedFeed:
    """An address that is polled. Without a `kind` it was never read: it may be a page that names its feed."""

    id: int
    name: str
    title: str
    url: str
    host: str
    kind: str | None
    language: str | None
    is_added: bool
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    interval: timedelta
    failures: int
    failed_days: int
    failed_on: date | None
    next_fetch_at: datetime | None
    disabled_at: datetime | None
    disabled_reason: str | None
    last_fetch_at: datetime | None
    last_result: str | None
    last_answer_at: datetime | None
    last_success_at: datetime | None
    last_error: str | None
    last_error_at: datetime | None

    @property
    def is_disabled(self) -> bool:
        """Whether it waits for a person to switch it on."""
        return self.disabled_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenItem:
    """An entry of a feed or sitemap, or an address somebody sent, as the store keeps it until it is read."""

    key: str
    url: str
    host: str
    item: str | None
    version: str
    is_archive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFetch:
    """One fetch of a feed and all that follows from it: recorded as one. What is None in `url`, `kind`, `etag`,
    `last_modified` and `body_hash` stays as it was."""

    feed_id: int
    at: datetime
    result: str
    is_success: bool
    is_answered: bool
    interval: timedelta
    failures: int
    failed_days: int
    failed_on: date | None
    next_fetch_at: datetime | None
    detail: str = ""
    disabled_reason: str | None = None
    url: str | None = None
    host: str | None = None
    kind: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    item_count: int = 0
    items: tuple[SeenItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPage:
    """An address that waits to be fetched, read and stored."""

    id: int
    key: str
    url: str
    host: str
    wanted_by: WantedBy
    feed_id: int | None
    run_id: int | None
    item: str | None
    is_archive: bool
    attempt_count: int
    article_id: int | None = None
    """What it brought before."""
    language: str | None = None
    """The feed's, as its curator states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPost:
    """A post that somebody forwarded. Of one that is no channel's, neither outlet nor day are known."""

    key: str
    """What tells it from other posts."""
    text: str
    url: str | None = None
    source: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLink:
    """An address that somebody sent in chat, and whose chat waits for its card."""

    id: int
    url: str
    subscriber_id: int
    post: SentPost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledPage:
    """What became of an address, for logs and whoever sent it."""

    id: int
    url: str
    state: PageState
    reason: str | None
    article_id: int | None
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One fetch of one feed, and what became of what was new in it."""

    id: int
    feed_id: int
    feed_name: str
    ended_at: datetime
    result: str
    detail: str
    item_count: int
    new_count: int
    stored_count: int
    known_count: int
    refused_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedStanding:
    """How a feed is doing: for lists."""

    feed: FollowedFeed
    stored_count: int
    """Articles it brought in the last seven days."""
    waiting_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeed:
    """A feed to be followed: from the seeds, or added by a person."""

    name: str
    title: str
    url: str
    host: str
    language: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAttempt:
    """How the latest fetch of a feed ended, and when its server last said anything."""

    feed_id: int
    host: str
    result: str | None
    answered_at: datetime | None
