"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from collections.abc import Mapping

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.formats.items import Bounds, Draft, finish_line, read_items, tag_of
from bot.ingest.feeds.models import Feed, FeedKind
from bot.ingest.feeds.plain import escape_text

Json = Mapping[str, object]


def parse_json_feed(fields: Json, bounds: Bounds, curated_language: str | None) -> Feed:
    """A feed whose items stand in a list `items`."""
    entries = fields.get("items")
    read = read_items(
        [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else [],
        _draft,
        bounds,
        curated_language=curated_language,
        declared_language=tag_of(_text(fields, "language")),
    )
    return Feed(
        kind=FeedKind.JSON,
        url=bounds.url,
        title=finish_line(_text(fields, "title")),
        home_url=resolve_address(_text(fields, "home_page_url"), bounds.url),
        language=read.language,
        items=read.items,
        skipped_count=read.skipped_count,
    )


def is_json_feed(fields: object) -> bool:
    """Whether it is one: it says so, or has a list of items that have addresses."""
    if not isinstance(fields, dict) or not isinstance(fields.get("items"), list):
        return False
    if "jsonfeed.org" in str(fields.get("version")):
        return True
    return any(isinstance(entry, dict) and ("url" in entry or "content_text" in entry) for entry in fields["items"])


def _draft(entry: Json) -> Draft:
    guid = _text(entry, "id")
    content = _text(entry, "content_text")
    return Draft(
        guid=guid,
        urls=(_text(entry, "url"), guid if (guid or "").startswith("http") else None, _text(entry, "external_url")),
        title=_text(entry, "title"),
        summary=_text(entry, "summary"),
        content=_text(entry, "content_html") or (escape_text(content) if content else None),
        published=_text(entry, "date_published"),
        updated=_text(entry, "date_modified"),
        language=_text(entry, "language"),
        author=_author(entry),
    )


def _author(entry: Json) -> str | None:
    authors = entry.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else entry.get("author")
    return _text(first, "name") if isinstance(first, dict) else None


def _text(fields: Json, name: str) -> str | None:
    value = fields.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)[:40]
    return value if isinstance(value, str) and value.strip() else None
