"""Atom 1.0 and 0.3."""

from __future__ import annotations

from lxml import etree

from bot.ingest.addresses import resolve_address
from bot.ingest.feeds.formats.items import Bounds, Draft, finish_line, read_items, tag_of
from bot.ingest.feeds.formats.markup import Fields, base_of, inner_markup, inner_text, language_of, name_of
from bot.ingest.feeds.models import Feed, FeedKind
from bot.ingest.feeds.plain import escape_text


def parse_atom(root: etree._Element, bounds: Bounds, curated_language: str | None) -> Feed:
    """A feed whose root is `feed`, or a lone `entry`."""
    head = _fields(root)
    base = base_of(root)
    entries = [root] if _local(root) == "entry" else [child for child in root.iter() if _local(child) == "entry"]
    read = read_items(
        entries,
        lambda entry: _draft(_fields(entry), base),
        bounds,
        curated_language=curated_language,
        declared_language=tag_of(language_of(root)),
    )
    return Feed(
        kind=FeedKind.ATOM,
        url=bounds.url,
        title=finish_line(_markup(head.first("title"))),
        home_url=next((url for w in _links(head) if (url := resolve_address(w, base or bounds.url))), None),
        language=read.language,
        items=read.items,
        skipped_count=read.skipped_count,
    )


def _local(element: etree._Element) -> str:
    return name_of(element).removeprefix("atom:")


def _fields(element: etree._Element) -> Fields:
    return Fields(element, _local)


def _draft(entry: Fields, base: str | None) -> Draft:
    guid = entry.text("id")
    source = entry.first("source")
    updated = entry.text("updated", "modified")
    return Draft(
        guid=guid,
        urls=(*_links(entry), guid if (guid or "").startswith("http") else None),
        base=base_of(entry.element) or base,
        title=_markup(entry.first("title")),
        summary=_markup(entry.first("summary")),
        content=_markup(entry.first("content")),
        published=entry.text("published", "issued", "created", "dc:date") or updated,
        updated=updated,
        language=language_of(entry.element),
        author=_name(entry.first("author")) or entry.text("dc:creator"),
        source=_markup(_fields(source).first("title")) if source is not None else None,
    )


def _links(fields: Fields) -> list[str | None]:
    """The addresses of the page itself: no enclosure, no comments, no edit link."""
    links = [link for link in fields.all("link") if link.get("rel", "alternate") in ("alternate", "")]
    pages = [link for link in links if "html" in link.get("type", "html")]
    return [link.get("href") or link.text for link in (*pages, *(link for link in links if link not in pages))]


def _name(author: etree._Element | None) -> str | None:
    return (_fields(author).text("name") or author.text) if author is not None else None


def _markup(element: etree._Element | None) -> str | None:
    """A text construct as HTML: `text` is taken literally, `html` is escaped HTML, `xhtml` is markup itself."""
    if element is None:
        return None
    kind = (element.get("type") or "text").lower()
    if len(element):
        return inner_markup(element)
    written = inner_text(element)
    if kind in ("text", "text/plain") and written and "<" in written and ">" not in written:
        return escape_text(written)
    return written
