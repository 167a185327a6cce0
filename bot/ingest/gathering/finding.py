"""An address → the feed there, or the one that the page there leads to. For the gatherer and `readout source add`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.discovery import discover, list_robots_sitemaps
from bot.ingest.feeds.models import Feed, FeedItem, FeedKind, FeedReason, FeedRefusal, SitemapLink
from bot.ingest.feeds.parse import parse_feed
from bot.ingest.fetching.outcomes import Fetched, FetchRequest, Kind, NotModified, Outcome, Refused
from bot.ingest.gathering.polling import Failed, Polled, hash_body, name_failure
from storage.models.sources import FollowedFeed

Fetch = Callable[[FetchRequest], Awaitable[Outcome]]

_MOST_TRIED = 8
"""Addresses that a page names, or where feeds usually are."""
_MOST_SITEMAPS = 2
"""Of an index, at each fetch: those of news, then those that changed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Whom to ask for what: `aside` runs what costs time beside the event loop."""

    fetch: Fetch
    aside: Callable[[Callable[[], Feed | FeedRefusal]], Awaitable[Feed | FeedRefusal]]
    now: Callable[[], datetime]

    async def parse(self, fetched: Fetched, language: str | None) -> Feed | FeedRefusal:
        """The feed that was fetched, if it is one."""
        content_type = f"{fetched.media_type or ''}; charset={fetched.charset}" if fetched.charset else None

        def parse() -> Feed | FeedRefusal:
            return parse_feed(
                fetched.body, url=fetched.final_url, now=self.now(), content_type=content_type, language=language
            )

        return await self.aside(parse)


async def poll_feed(ask: Ask, feed: FollowedFeed) -> Polled | Failed:
    """What is new at the feed's address. One that was never read may be a page: the feed it leads to is polled."""
    is_index = feed.kind == FeedKind.SITEMAP_INDEX
    outcome = await ask.fetch(
        FetchRequest(
            url=feed.url,
            kind=Kind.FEED,
            etag=None if is_index else feed.etag,
            last_modified=None if is_index else feed.last_modified,
        )
    )
    match outcome:
        case Refused():
            return name_failure(outcome)
        case NotModified():
            return Polled(etag=outcome.etag, last_modified=outcome.last_modified, url=_moved(outcome))
        case Fetched():
            digest = hash_body(outcome.body)
            if not is_index and digest == feed.body_hash:
                return Polled(etag=outcome.etag, last_modified=outcome.last_modified, url=_moved(outcome))
            return await _read(ask, outcome, feed)


async def find_feed(ask: Ask, url: str, language: str | None = None) -> Polled | Failed:
    """The feed at an address or behind it."""
    outcome = await ask.fetch(FetchRequest(url=url, kind=Kind.FEED))
    match outcome:
        case Fetched():
            return await _find(ask, outcome, language, is_searched=True)
        case Refused():
            return name_failure(outcome)
        case NotModified():
            raise AssertionError("asked without validators")


async def _read(ask: Ask, fetched: Fetched, feed: FollowedFeed) -> Polled | Failed:
    polled = await _find(ask, fetched, feed.language, is_searched=feed.kind is None)
    if isinstance(polled, Polled) and polled.url == fetched.final_url:
        return replace(polled, url=_moved(fetched))
    return polled


def _moved(outcome: Fetched | NotModified) -> str | None:
    return outcome.final_url if outcome.moved else None


async def _find(ask: Ask, fetched: Fetched, language: str | None, *, is_searched: bool) -> Polled | Failed:
    parsed = await ask.parse(fetched, language)
    match parsed:
        case Feed(kind=FeedKind.SITEMAP_INDEX):
            return await _read_index(ask, fetched, parsed, language)
        case Feed():
            return _polled(fetched, parsed)
        case FeedRefusal(reason=FeedReason.HTML) if is_searched:
            return await _search(ask, fetched, language)
        case FeedRefusal():
            return Failed(detail=parsed.reason)


def _polled(fetched: Fetched, feed: Feed) -> Polled:
    return Polled(
        feed=feed,
        url=fetched.final_url,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        body_hash=hash_body(fetched.body),
    )


async def _search(ask: Ask, page: Fetched, language: str | None) -> Polled | Failed:
    """The first address with items: what the page states, what it links to, its robots.txt's sitemaps, usual places."""
    links = [link.url for link in discover(page.body, url=page.final_url)]
    stated, usual = links[: _MOST_TRIED // 2], links[_MOST_TRIED // 2 :]
    tried = {page.final_url}
    for candidates in (stated, await _list_sitemaps(ask, page.final_url), usual):
        for url in islice((url for url in candidates if url not in tried), _MOST_TRIED // 2):
            tried.add(url)
            if (found := await _try(ask, url, language)) is not None:
                return found
    return Failed(detail="a web page that leads to no feed")


async def _try(ask: Ask, url: str, language: str | None) -> Polled | None:
    outcome = await ask.fetch(FetchRequest(url=url, kind=Kind.FEED))
    if not isinstance(outcome, Fetched):
        return None
    polled = await _find(ask, outcome, language, is_searched=False)
    return polled if isinstance(polled, Polled) and polled.feed and polled.feed.items else None


async def _list_sitemaps(ask: Ask, url: str) -> Sequence[str]:
    address = resolve_address("/robots.txt", url)
    outcome = await ask.fetch(FetchRequest(url=address, kind=Kind.FEED)) if address else None
    if not isinstance(outcome, Fetched):
        return ()
    return [link.url for link in list_robots_sitemaps(outcome.body.decode("utf-8", "replace"), url=outcome.final_url)]


async def _read_index(ask: Ask, fetched: Fetched, index: Feed, language: str | None) -> Polled:
    items: dict[str, FeedItem] = {}
    for link in _choose(index.sitemaps):
        outcome = await ask.fetch(FetchRequest(url=link.url, kind=Kind.FEED))
        parsed = await ask.parse(outcome, language) if isinstance(outcome, Fetched) else None
        if isinstance(parsed, Feed):
            items |= {item.guid: item for item in parsed.items}
    return Polled(feed=replace(index, items=tuple(items.values())), url=fetched.final_url)


def _choose(sitemaps: Sequence[SitemapLink]) -> Sequence[SitemapLink]:
    """An index names what changed last, or has it at its end."""
    newest = sorted(
        enumerate(sitemaps),
        key=lambda at: (
            "news" in at[1].url.lower(),
            at[1].updated_on is not None,
            at[1].updated_on.toordinal() if at[1].updated_on else 0,
            at[0],
        ),
        reverse=True,
    )
    return [link for _, link in newest[:_MOST_SITEMAPS]]
