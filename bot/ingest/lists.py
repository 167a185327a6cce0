"""Files that name other places: OPML's feeds, lists of addresses, tables. Pure; for `files`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.ingest.addresses import parse_address
from bot.ingest.feeds.formats.markup import name_of, parse_xml

_OPML = re.compile(r"<opml\b", re.IGNORECASE)
_MOST_ROWS = 100_000
_COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("text", "body", "content", "article"), "text"),
    **dict.fromkeys(("url", "link", "address", "href"), "url"),
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("published_on", "published", "published_at", "date"), "published_on"),
    **dict.fromkeys(("source", "outlet", "publisher"), "source"),
    **dict.fromkeys(("language", "lang"), "language"),
}
"""What a table's columns may be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that a file names: of a page to be fetched, or of a feed to be followed."""

    origin: str
    url: str
    title: str | None = None
    is_feed: bool = False


def parse_opml(text: str, origin: str) -> tuple[Link, ...] | None:
    """The feeds of an OPML file; None: it is none."""
    start = _OPML.search(text)
    root = parse_xml(text, start.start()) if start else None
    if root is None:
        return None
    found: dict[str, Link] = {}
    for element in root.iter():
        fields = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        url = parse_address(fields.get("xmlurl")) if name_of(element) == "outline" else None
        if url:
            title = " ".join((fields.get("title") or fields.get("text") or "").split())[:200]
            found.setdefault(url, Link(origin=origin, url=url, title=title or None, is_feed=True))
    return tuple(found.values())


def parse_addresses(text: str, origin: str) -> tuple[Link, ...] | None:
    """The addresses of a text that holds nothing else, one a line, with notes after `#`; None: it is another text."""
    lines = [line.strip() for line in text.splitlines()]
    wanted = [line for line in lines if line and not line.startswith("#")]
    urls = [parse_address(line) if " " not in line else None for line in wanted]
    if not urls or not all(urls):
        return None
    return tuple(Link(origin=origin, url=url) for url in dict.fromkeys(urls) if url)


def parse_table(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a CSV file by what its columns mean, with the line each ends on; a broken one has no fields."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    header: list[str | None] | None = None
    for _ in range(_MOST_ROWS):
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield reader.line_num, {}
            continue
        if header is None:
            header = [_COLUMNS.get(name.strip().lower()) for name in row]
        elif any(field.strip() for field in row):
            yield reader.line_num, _name_fields(header, row)


def _name_fields(header: list[str | None], row: list[str]) -> Mapping[str, str]:
    named: dict[str, str] = {}
    for name, field in zip(header, islice(row, len(header)), strict=False):
        if name and field.strip():
            named.setdefault(name, field)
    return named
