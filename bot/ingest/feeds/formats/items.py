"""What all formats share: the bounds of an item's texts, its dates, and which items of a feed are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.dates import parse_feed_date, reads_month_first
from bot.ingest.feeds.models import FeedDate, FeedItem
from bot.ingest.feeds.plain import cut_text, plain_line, plain_name, plain_text, trim_teaser

Entry = TypeVar("Entry")

LONGEST_TITLE, LONGEST_NAME, LONGEST_SUMMARY, LONGEST_ARTICLE, LONGEST_GUID = 500, 200, 2_000, 40_000, 1_000
MOST_EXAMINED = 50_000
"""Entries of one body that are looked at: a sitemap may have as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What every item of a feed is read with."""

    url: str
    now: datetime
    limit: int
    language: str | None = None
    is_month_first: bool = False

    def date(self, written: str | None) -> FeedDate | None:
        """The date that a field states."""
        return parse_feed_date(written, now=self.now, is_month_first=self.is_month_first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An item's fields as written, before they are bounded and made plain."""

    guid: str | None = None
    urls: Sequence[str | None] = ()
    base: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    author: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The items of a feed, the language that holds for it, and how many entries are not among the items."""

    items: tuple[FeedItem, ...]
    language: str | None
    skipped_count: int


def finish_item(draft: Draft, bounds: Bounds) -> FeedItem | None:
    """The item a draft makes; None when it has neither an address nor a text."""
    base = draft.base or bounds.url
    url = next((url for written in draft.urls if (url := resolve_address(written, base))), None)
    title = plain_line(draft.title, longest=LONGEST_TITLE)
    full_text = trim_teaser(plain_text(draft.content, longest=LONGEST_ARTICLE))
    summary = trim_teaser(plain_text(draft.summary, longest=LONGEST_SUMMARY))
    summary = summary or (cut_text(full_text, LONGEST_SUMMARY) if full_text else None)
    guid = (draft.guid or "").strip()[:LONGEST_GUID] or url or title
    if guid is None or not (url or summary):
        return None
    published, updated = bounds.date(draft.published), bounds.date(draft.updated)
    return FeedItem(
        guid=guid,
        url=url,
        title=title,
        summary=summary,
        full_text=full_text if full_text != summary else None,
        published_on=published.on if published else None,
        published_at=published.at if published else None,
        updated_on=updated.on if updated else None,
        updated_at=updated.at if updated else None,
        language=tag_of(draft.language) or bounds.language,
        author=plain_name(draft.author),
        source=plain_line(draft.source, longest=LONGEST_NAME),
    )


def finish_line(written: str | None) -> str | None:
    """A feed's title as one plain line."""
    return plain_line(written, longest=LONGEST_NAME)


def tag_of(written: str | None) -> str | None:
    """A language tag as it is compared: `az`, `en-us`; None when it is none."""
    tag = (written or "").strip().lower().replace("_", "-")[:20]
    return tag if tag[:2].isalpha() and tag.isascii() and (len(tag) < 4 or tag[2:3] == "-" or tag[3:4] == "-") else None


def read_items(
    entries: Sequence[Entry],
    draft: Callable[[Entry], Draft],
    bounds: Bounds,
    *,
    curated_language: str | None,
    declared_language: str | None,
    is_ordered: bool = True,
) -> Read:
    """The items of a feed: the newest of its entries, each once, with dates in its own order of day and month.

    `curated_language` is what people say of the source; what software says of itself is often its default, en-US. An
    ordered feed runs newest or oldest first, so that of a long one only an end is looked at.
    """
    examined = _newer_end(entries, draft, bounds) if is_ordered else entries[:MOST_EXAMINED]
    drafts = [draft(entry) for entry in examined]
    if not is_ordered:
        drafts = _newest_drafts(drafts, bounds.limit * 2)
    order_language = declared_language if (curated_language or "en").startswith("en") else curated_language
    bounds = replace(
        bounds,
        language=curated_language or declared_language,
        is_month_first=reads_month_first((d.published or d.updated for d in drafts), language=order_language),
    )
    kept = _newest(_once([item for each in drafts if (item := finish_item(each, bounds))]), bounds.limit)
    return Read(items=tuple(kept), language=bounds.language, skipped_count=len(entries) - len(kept))


def _newest_drafts(drafts: list[Draft], most: int) -> list[Draft]:
    """The newest by what is written, which in sitemaps is ISO: a date as it stands costs nothing to compare."""
    if len(drafts) <= most:
        return drafts
    written = [(each.published or each.updated or "").strip()[:19] for each in drafts]
    newest = sorted(range(len(drafts)), key=lambda n: (written[n], -n), reverse=True)[:most]
    return [drafts[n] for n in sorted(newest)]


def _newer_end(entries: Sequence[Entry], draft: Callable[[Entry], Draft], bounds: Bounds) -> Sequence[Entry]:
    """Enough entries of the end where the newer ones stand."""
    most = bounds.limit * 2
    if len(entries) <= most:
        return entries
    first, last = (bounds.date(draft(entry).published) for entry in (entries[0], entries[-1]))
    return entries[-most:] if first and last and first.on < last.on else entries[:most]


def _newest(items: Sequence[FeedItem], most: int) -> Sequence[FeedItem]:
    """The newest items, in their order; those without a date count as the oldest."""
    if len(items) <= most:
        return items
    days = [item.published_on or item.updated_on or date.min for item in items]
    newest = sorted(range(len(items)), key=lambda n: (days[n], -n), reverse=True)[:most]
    return [items[n] for n in sorted(newest)]


def _once(items: Sequence[FeedItem]) -> list[FeedItem]:
    """Each item once. A guid that two articles share (some feeds give all of theirs one) tells nothing: there the
    address is the guid."""
    addresses: dict[str, set[str | None]] = {}
    for item in items:
        addresses.setdefault(item.guid, set()).add(item.url)
    kept: dict[str, FeedItem] = {}
    for item in items:
        guid = item.url if item.url and len(addresses[item.guid]) > 1 else item.guid
        kept.setdefault(guid, item if guid == item.guid else replace(item, guid=guid))
    return list(kept.values())
