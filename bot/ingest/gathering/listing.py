"""A sitemap, however deep, → the pages that wait to be fetched from it, from a day on. For `readout backfill`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.ingest.feeds.models import Feed, FeedItem
from bot.ingest.feeds.parse import parse_feed
from bot.ingest.fetching.outcomes import Fetched, FetchRequest, Kind, Refused
from bot.ingest.gathering.finding import Ask
from bot.ingest.gathering.items import see_item
from bot.ingest.gathering.polling import name_failure
from storage.models.sources import SeenItem

DEEPEST = 4
"""An index of indexes of indexes …"""
MOST_SITEMAPS = 3_000
MOST_PAGES = 50_000
"""That a sitemap may list by its protocol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A sitemap that could not be had, and why."""

    url: str
    reason: str


Take = Callable[[Sequence[SeenItem]], None]
"""Hears of the pages of each sitemap as it is read."""


async def list_pages(ask: Ask, url: str, *, since: date, take: Take) -> Sequence[Unlisted]:
    """Read the sitemap, feed or index at the address and all it leads to; pages without a day are taken.

    A sitemap that did not change since that day is not even fetched.
    """
    waiting, seen, failed = [(url, 0)], {url}, list[Unlisted]()
    while waiting:
        address, depth = waiting.pop()
        listed = await _read(ask, address)
        if isinstance(listed, Unlisted):
            failed.append(listed)
            continue
        take(tuple(see_item(item, 0, is_archive=True) for item in listed.items if _is_wanted(item, since)))
        for link in listed.sitemaps:
            is_old = link.updated_on is not None and link.updated_on < since
            if not is_old and link.url not in seen and depth < DEEPEST and len(seen) < MOST_SITEMAPS:
                seen.add(link.url)
                waiting.append((link.url, depth + 1))
    return failed


async def _read(ask: Ask, url: str) -> Feed | Unlisted:
    outcome = await ask.fetch(FetchRequest(url=url, kind=Kind.FEED))
    if isinstance(outcome, Refused):
        return Unlisted(url=url, reason=name_failure(outcome).detail)
    assert isinstance(outcome, Fetched)
    body, final_url = outcome.body, outcome.final_url
    parsed = await ask.aside(lambda: parse_feed(body, url=final_url, now=ask.now(), limit=MOST_PAGES))
    return parsed if isinstance(parsed, Feed) else Unlisted(url=url, reason=parsed.reason)


def _is_wanted(item: FeedItem, since: date) -> bool:
    days = [day for day in (item.published_on, item.updated_on) if day]
    return item.url is not None and (not days or max(days) >= since)
