"""A story → one entry of an answer or a digest: what stands in it, before any wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from storage.models.news import UNDATED, Article, Story
from storage.models.reading import HeadlineFacts
from storage.models.seeds import RANKS

_HOST = re.compile(r"[\w.:-]{1,253}")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """An outlet that reports the story; either may be unknown, not both. `count`: its addresses, `url` being one.

    `is_summary`: of none of its reports more could be had than what its feed says.
    """

    name: str | None
    url: str | None
    count: int = 1
    is_summary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story as people see it.

    `title` is a publisher's; where none stands in the reader's language, `headline` holds the facts to word one from,
    and `title` the one in another language, if any. `flags`: the parties, or the countries mentioned where there are
    none.
    """

    story_id: int
    flags: tuple[str, ...]
    title: str | None
    headline: HeadlineFacts | None
    published_on: date | None
    event_on: date | None
    links: tuple[SourceLink, ...]
    lead: str | None
    is_sample: bool
    is_update: bool = False
    is_late: bool = False
    """It was published long before the window it arrived in."""
    is_corrected: bool = False
    """It was sent before, and somebody corrected it since."""
    is_relevant: bool = True
    """It is health diplomacy; what is not is found by a search only, and marked."""


def compose_entry(story: Story, language: str, *, is_update: bool = False, is_late: bool = False) -> Entry:
    """Pick each part from the article that tells it best to a reader of `language`."""
    told = _best_first(story.articles, language)
    readable = [article for article in told if article.language == language]
    title = next((article.title for article in readable if article.title), None)
    headline = None if title else next((article.headline for article in told if article.headline), None)
    published_on = None if story.sort_on == UNDATED else story.sort_on
    event_on = next((article.event_on for article in told if article.event_on), None)
    return Entry(
        story_id=story.id,
        flags=story.parties or story.mentioned,
        title=title or next((article.title for article in told if article.title), None),
        headline=headline,
        published_on=published_on,
        event_on=None if event_on == published_on else event_on,
        links=_links(story.articles),
        lead=next((article.lead for article in told if article.lead), None),
        is_sample=bool(story.articles) and all(article.is_sample for article in story.articles),
        is_update=is_update,
        is_late=is_late,
        is_relevant=story.is_relevant,
    )


def _best_first(articles: Sequence[Article], language: str) -> list[Article]:
    """Real articles before samples, those in the reader's language first, official ones before re-prints, else in the
    order they came."""
    return sorted(articles, key=lambda article: (article.is_sample, article.language != language, _rank(article)))


def _rank(article: Article) -> int:
    return RANKS.index(article.source_rank)


def _links(articles: Sequence[Article]) -> tuple[SourceLink, ...]:
    """Every outlet once, with its first address, official ones first; whom a sample retells is not named beside those
    who report."""
    addresses: dict[str, dict[str, None]] = {}
    whole: set[str] = set()
    reported = [article for article in articles if not article.is_sample]
    for article in sorted(reported or articles, key=_rank):
        url = article.url if article.url and _host(article.url) else None
        if name := article.source or _host(url):
            addresses.setdefault(name, {}).update({url: None} if url else {})
            whole |= set() if article.shortfall else {name}
    return tuple(
        SourceLink(name=name, url=next(iter(urls), None), count=max(1, len(urls)), is_summary=name not in whole)
        for name, urls in addresses.items()
    )


def _host(url: str | None) -> str | None:
    """The site of an address; none of what is no address: https://exa mple.org/ leads nowhere."""
    if url is None or _BLANK.search(url):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and _HOST.fullmatch(host) else None
