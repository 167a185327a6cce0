"""The page that a feed's item leads to, and the item, to one document. Pure; for the ingest pass and chat's links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from lxml import html

from bot.ingest.addresses import parse_address
from bot.ingest.feeds.models import FeedItem
from bot.ingest.feeds.plain import cut_text, plain_text
from bot.ingest.pages.metadata import Metadata, parse_language, read_metadata
from bot.ingest.pages.pdf import PdfText, is_pdf, parse_pdf
from bot.ingest.pages.tree import decode_page, extract_text, named_charset, parse_tree
from bot.ingest.pages.visible import read_visible_date
from bot.ingest.pages.walls import FEWEST_LETTERS, Shortfall, judge_wall
from bot.ingest.refusal import Reason, Refusal
from bot.ingest.urls import canonical_url
from bot.reading.text.dates import find_dates
from bot.reading.text.layout import lay_out, tidy_text
from bot.reading.text.published import read_published
from storage.models.reading import DateSeen, Document

_WHOLE_PAGE, _LONGEST_BODY = 20_000, 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with what else is known of it. `shortfall` says why its text is only the feed's summary.

    `date_seen` is None where the day is unknown, or stands in the text itself, where reading finds it with its span.
    """

    document: Document
    date_seen: DateSeen | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    author: str | None = None
    shortfall: Shortfall | None = None


def parse_article(
    raw: bytes, *, url: str, now: datetime, content_type: str | None = None, item: FeedItem | None = None
) -> Article | Refusal:
    """The article of a page or PDF; behind a wall, the item's summary. With neither it is refused."""
    if is_pdf(raw):
        return _from_pdf(parse_pdf(raw), url, item)
    text = decode_page(raw, named_charset(content_type))
    tree = parse_tree(text) if isinstance(text, str) else None
    if tree is None:
        reason = text if isinstance(text, Reason) else Reason.NO_TEXT
        return from_item(item, url=url, shortfall=Shortfall.EMPTY) or Refusal(origin=url, reason=reason)
    metadata = read_metadata(tree, url, now)
    body = _main_text(tree, metadata)
    wall = judge_wall(body, whole_page=_all_words(tree, body), is_free=metadata.is_free)
    if wall is not None:
        return _behind(wall, body, url, metadata, item)
    seen = None if metadata.published or (item and item.published_on) else _seen_day(body, tree, metadata, now)
    return _compose(body, url, metadata, item, seen=seen)


def document_of(article: Article) -> Document:
    """What is stored of it: where its day was seen and what is missing with the text, the address in its usual form."""
    document = article.document
    return replace(
        document,
        url=document.url and (canonical_url(document.url) or document.url),
        date_seen=article.date_seen,
        shortfall=article.shortfall,
    )


def from_item(item: FeedItem | None, *, url: str, shortfall: Shortfall | None) -> Article | None:
    """The article that a feed's item alone makes: its full text, else title and summary; None when it has none."""
    text = _text_of(item)
    if item is None or not text:
        return None
    address = item.url or parse_address(url)
    return Article(
        document=Document(
            text=tidy_text(text),
            origin=address or url,
            url=address,
            title=item.title,
            published_on=item.published_on,
            source=item.source,
            language=parse_language(item.language),
        ),
        date_seen=DateSeen.FEED if item.published_on else None,
        published_at=item.published_at,
        updated_at=item.updated_at,
        author=item.author,
        shortfall=shortfall,
    )


def _text_of(item: FeedItem | None) -> str:
    """What a feed says of an article: all of it, or title and summary."""
    if item is None:
        return ""
    return item.full_text or "\n\n".join(part for part in (item.title, item.summary) if part)


def _main_text(tree: html.HtmlElement, metadata: Metadata) -> str:
    """The text as it stands on the page; of a page made by script, as its JSON-LD has it."""
    body = extract_text(tree)
    stated = plain_text(metadata.article_body, longest=_LONGEST_BODY) or ""
    is_short = sum(character.isalpha() for character in body) < FEWEST_LETTERS
    return stated if stated and (is_short or body.split() == stated.split()) else body


def _all_words(tree: html.HtmlElement, body: str) -> str:
    """The whole page's words, needed only where its main text is short."""
    return cut_text(" ".join(tree.text_content().split()), _WHOLE_PAGE) if len(body) < 500 else ""


def _behind(wall: Shortfall, body: str, url: str, metadata: Metadata, item: FeedItem | None) -> Article | Refusal:
    """What can be had of an article behind a wall: the feed's words, else the lines before a paywall."""
    if wall is Shortfall.PAYWALL and (text := _text_of(item) or body):
        return _compose(text, url, metadata, item, seen=None, shortfall=wall)
    return from_item(item, url=url, shortfall=wall) or Refusal(origin=url, reason=Reason.NO_TEXT)


def _compose(
    body: str,
    url: str,
    metadata: Metadata,
    item: FeedItem | None,
    *,
    seen: tuple[date, DateSeen] | None,
    shortfall: Shortfall | None = None,
) -> Article:
    """Page and item joined: what the page declares goes before what the feed says, that before what is merely seen."""
    published = metadata.published
    if published:
        seen = published.on, DateSeen.METADATA
    elif item and item.published_on:
        seen = item.published_on, DateSeen.FEED
    return Article(
        document=Document(
            text=body,
            origin=url,
            url=metadata.canonical or parse_address(url),
            title=metadata.title or (item.title if item else None),
            published_on=seen[0] if seen else None,
            source=metadata.outlet or (item.source if item else None),
            language=metadata.language or parse_language(item.language if item else None),
        ),
        date_seen=seen[1] if seen else None,
        published_at=published.at if published else (item.published_at if item else None),
        updated_at=metadata.updated_at or (item.updated_at if item else None),
        author=metadata.author or (item.author if item else None),
        shortfall=shortfall,
    )


def _seen_day(body: str, tree: html.HtmlElement, metadata: Metadata, now: datetime) -> tuple[date, DateSeen] | None:
    """The dateline's day, else the one beside the headline; None where reading finds the same in the text itself."""
    layout = lay_out(body, metadata.title)
    read = read_published(layout, Document(text=body, origin="", title=metadata.title), None)
    begin, end = layout.dateline or (0, 0)
    dateline = next((mention.on for mention in find_dates(layout.text[begin:end], None) if mention.on), None)
    if dateline is not None:
        return None if read and read.on == dateline else (dateline, DateSeen.DATELINE)
    visible = None if read else read_visible_date(tree, language=metadata.language, now=now)
    return (visible, DateSeen.STAMP) if visible else None


def _from_pdf(parsed: PdfText | Reason, url: str, item: FeedItem | None) -> Article | Refusal:
    """A press release. The day its file was made is not the day it was published: only the feed's counts."""
    if isinstance(parsed, Reason):
        return from_item(item, url=url, shortfall=Shortfall.EMPTY) or Refusal(origin=url, reason=parsed)
    return Article(
        document=Document(
            text=parsed.text,
            origin=url,
            url=parse_address(url),
            title=(item.title if item else None) or parsed.title,
            published_on=item.published_on if item else None,
            source=item.source if item else None,
            language=parse_language(item.language if item else None),
        ),
        date_seen=DateSeen.FEED if item and item.published_on else None,
        published_at=item.published_at if item else None,
        updated_at=item.updated_at if item else None,
        author=item.author if item else None,
    )
