"""What a page declares of its article: title, dates, author, outlet, language, canonical address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml import html

from bot.ingest.addresses import host_of, is_front_page, resolve_address
from bot.ingest.feeds.dates import parse_feed_date
from bot.ingest.feeds.models import FeedDate
from bot.ingest.feeds.plain import plain_line, plain_name
from bot.ingest.pages.structured import Node, name_in, read_article_node, word
from bot.reading.text.layout import tidy_text
from bot.reading.text.page.titles import looks_like_outlet, split_page_title

LANGUAGES = frozenset({"en", "tr", "ru", "az", "kk", "ky", "uz"})
FAR = datetime(9000, 1, 1, tzinfo=UTC)
"""The `now` of a page that is read without one: then no date is too late."""

_LONGEST = 5_000
"""Characters of a title, name or address: a hostile one is megabytes long, and what parts titles would take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page's head says; nothing here merely stands on the page."""

    title: str | None
    published: FeedDate | None
    updated_at: datetime | None
    author: str | None
    outlet: str | None
    language: str | None
    canonical: str | None
    article_body: str | None
    is_free: bool


def read_metadata(tree: html.HtmlElement, url: str | None, now: datetime) -> Metadata:
    """Everything the page declares. `url` is where it came from: only its own site may name its canonical address."""
    node = read_article_node(tree)
    site = _meta(tree, "og:site_name")
    outlet = site or plain_line(name_in(node.get("publisher")), longest=200)
    changed = _date(_meta(tree, "article:modified_time") or word(node.get("dateModified")), now)
    return Metadata(
        title=_title(tree, outlet),
        published=_published(tree, node, now),
        updated_at=changed.at if changed else None,
        author=_author(tree, node, outlet),
        outlet=outlet,
        language=parse_language(_attribute(tree, "/html/@lang")),
        canonical=_canonical(tree, url),
        article_body=word(node.get("articleBody")),
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
    )


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


def _published(tree: html.HtmlElement, node: Node, now: datetime) -> FeedDate | None:
    """`article:published_time` or `datePublished`. Where both are one instant, the one printed in local time."""
    stated = [_meta(tree, "article:published_time"), word(node.get("datePublished"))]
    found = [on for written in stated if (on := _date(written, now)) and not _is_year_only(on, written)]
    if len(found) == 2 and found[0].at and found[0].at == found[1].at:
        return next((each for each in found if each.at and each.at.utcoffset()), found[0])
    return found[0] if found else None


def _date(written: str | None, now: datetime) -> FeedDate | None:
    return parse_feed_date(written, now=now) if written else None


def _is_year_only(found: FeedDate, written: str | None) -> bool:
    """Software that knows the year alone writes the first of January, at midnight."""
    is_midnight = found.at is None or (found.at.hour, found.at.minute) == (0, 0)
    clock = (written or "")[10:].strip("T ")
    return (found.on.month, found.on.day) == (1, 1) and is_midnight and clock[:5] in ("", "00:00")


def _author(tree: html.HtmlElement, node: Node, outlet: str | None) -> str | None:
    named: Iterable[str | None] = (
        name_in(node.get("author")),
        _meta(tree, "author"),
        _meta(tree, "article:author"),
        _first_text(tree, "//*[@rel='author' or @itemprop='author']"),
    )
    names = (plain_name(name) for name in named)
    return next((name for name in names if name and name != outlet and len(name) < 100), None)


def _canonical(tree: html.HtmlElement, url: str | None) -> str | None:
    """The address the page gives itself, if it is one of the same site and no front page."""
    stated = [_attribute(tree, "//link[@rel='canonical']/@href"), _meta(tree, "og:url")]
    if url is None:
        return next((own for address in stated if (own := resolve_address(address, ""))), None)
    own_addresses = (own for address in stated if (own := resolve_address(address, url)))
    return next((own for own in own_addresses if _names_itself(own, url)), None)


def _names_itself(own: str, url: str) -> bool:
    return host_of(own) == host_of(url) and not (is_front_page(own) and not is_front_page(url))


def _attribute(tree: html.HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    text = tidy_text(str(found[0])[:_LONGEST]).strip() if isinstance(found, list) and found else ""
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
    return " ".join(tidy_text(found[0].text_content()[:_LONGEST]).split()) or None
