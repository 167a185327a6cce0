"""A web page's bytes to a document: main text, title, the date its metadata states, canonical address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from lxml import etree, html

from bot.ingest.encodings import decode_text, drop_sequences
from bot.ingest.refusal import Reason, Refusal
from bot.reading.text.layout import tidy_text
from bot.reading.text.page.titles import looks_like_outlet, split_page_title
from storage.models.reading import Document

LANGUAGES = frozenset({"en", "tr", "ru", "az", "kk", "ky", "uz"})
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>")
_LONGEST_ADDRESS = 2000
_FEWEST_LETTERS = 60
"""An article has more; what is left of a page without one has fewer."""

_DEEPEST = 12
"""How far down JSON-LD is looked into."""


def parse_page(raw: bytes, origin: str, url: str | None = None, declared: str | None = None) -> Document | Refusal:
    """The article of a page. `declared` is the encoding the server named; a page without an article is refused."""
    # Imported here: a bot that has no page to read need not wait a quarter of a second for it.
    import trafilatura

    match = _DECLARED.search(raw[:4096])
    text = decode_text(raw, declared or (match[1].decode("ascii") if match else None))
    if isinstance(text, Reason):
        return Refusal(origin=origin, reason=text)
    try:
        tree = html.fromstring(_XML_DECLARATION.sub("", drop_sequences(text)))
        body = trafilatura.extract(tree, include_comments=False, include_tables=False, with_metadata=False)
    except (etree.LxmlError, ValueError, RecursionError):
        return Refusal(origin=origin, reason=Reason.NO_TEXT)
    tidied = tidy_text(drop_sequences(body or ""))
    if sum(character.isalpha() for character in tidied) < _FEWEST_LETTERS:
        return Refusal(origin=origin, reason=Reason.NO_TEXT)
    site = _meta(tree, "og:site_name")
    return Document(
        text=tidied,
        origin=origin,
        url=parse_address(_attribute(tree, "//link[@rel='canonical']/@href")) or parse_address(url),
        title=_title(tree, site),
        published_on=_published_on(tree),
        source=site,
        language=parse_language(_attribute(tree, "/html/@lang")),
    )


def parse_address(address: object) -> str | None:
    """An http or https address of bearable length, or None."""
    if not isinstance(address, str) or len(address) > _LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def parse_language(tag: object) -> str | None:
    """One of our languages from a tag such as `tr-TR`."""
    code = tag.strip().lower()[:2] if isinstance(tag, str) else ""
    return code if code in LANGUAGES else None


def parse_printed_day(written: object) -> date | None:
    """The day an ISO date or time begins with, as printed: never converted to another zone."""
    if not isinstance(written, str):
        return None
    try:
        return date.fromisoformat(written.strip()[:10])
    except ValueError:
        return None


def _attribute(tree: html.HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    text = tidy_text(str(found[0])).strip() if isinstance(found, list) and found else ""
    return text or None


def _meta(tree: html.HtmlElement, name: str) -> str | None:
    return _attribute(tree, f"//meta[@property='{name}' or @name='{name}']/@content")


def _title(tree: html.HtmlElement, site: str | None) -> str | None:
    title = _meta(tree, "og:title") or _first_text(tree, "//h1") or _first_text(tree, "//title")
    page = split_page_title(title) if title else None
    return page[0] if page and (page[1] == site or looks_like_outlet(page[1])) else title


def _first_text(tree: html.HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    if not isinstance(found, list) or not found or not isinstance(found[0], html.HtmlElement):
        return None
    return " ".join(tidy_text(found[0].text_content()).split()) or None


def _published_on(tree: html.HtmlElement) -> date | None:
    """`article:published_time`, else JSON-LD `datePublished`; nothing that merely stands on the page."""
    stated = _meta(tree, "article:published_time")
    if day := parse_printed_day(stated):
        return day
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:20]:
        try:
            found = list(_dates_published(json.loads(str(script)), 0))
        except (ValueError, RecursionError):
            continue
        if found:
            return found[0]
    return None


def _dates_published(node: object, depth: int) -> Iterator[date]:
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        if day := parse_printed_day(node.get("datePublished")):
            yield day
        for value in node.values():
            yield from _dates_published(value, depth + 1)
    elif isinstance(node, list):
        for value in node[:50]:
            yield from _dates_published(value, depth + 1)
