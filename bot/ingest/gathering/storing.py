"""A page that was fetched → its article in the store, and the page's own end, in one transaction.

`store_page` is the way of everything that comes in by an address: from feeds, from a backfill, from a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Now
from bot.ingest.correcting.rereading import record_version
from bot.ingest.fetching.outcomes import Fetched, Outcome
from bot.ingest.gathering.items import read_item, see_address, see_post
from bot.ingest.gathering.judging import Dropped, Later, judge_page
from bot.ingest.pages.article import Article, document_of, parse_article
from bot.ingest.pipeline import find_deleted, find_known, read_worthy, save_reading
from bot.ingest.refusal import Refusal
from bot.ingest.urls import canonical_url
from bot.reading.events.story import fingerprint
from bot.reading.gazetteer import Gazetteer
from bot.reading.text.layout import tidy_text
from storage.database import Database, write
from storage.models.reading import Document
from storage.models.sources import PageState, WantedPage
from storage.news.upkeep.documents import get_document
from storage.sources.links import list_untaken, record_taken
from storage.sources.wanted import get_settled, get_wanted, postpone_page, settle_page, want_page

_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of a page. `reason`: why it was refused, or why only the feed's words were kept."""

    state: PageState
    reason: str | None = None
    article_id: int | None = None
    is_new: bool = False


OnSettled = Callable[[Database, WantedPage, Stored], None]
"""Told inside the transaction that settles a page: what it writes stands or falls with the article."""


def tell_nobody(_: Database, __: WantedPage, ___: Stored) -> None:
    """Where nobody waits."""


def take_links(db: Database, now: datetime, on_settled: OnSettled) -> None:
    """Let the page of every link that a person sent wait, each in a transaction of its own; one that brought its
    article before is told of at once."""
    for link in list_untaken(db):
        with write(db):
            seen = see_post(link.post) if link.post else see_address(link.url)
            page_id = want_page(db, seen, now=now)
            record_taken(db, link.id, page_id)
            page, settled = get_wanted(db, page_id), get_settled(db, page_id)
            assert page is not None
            assert settled is not None
            if settled.state is not PageState.WAITING:
                on_settled(db, page, Stored(state=PageState.KNOWN, reason=settled.reason, article_id=page.article_id))


def store_page(
    db: Database,
    page: WantedPage,
    outcome: Outcome | None,
    gazetteer: Gazetteer,
    now: Now,
    on_settled: OnSettled = tell_nobody,
) -> Stored:
    """Read and store what the fetch brought, or put the page off: then its state is still `waiting`.

    Raises:
        StorageError: the store refused; the page waits as before.
    """
    verdict = judge_page(page, outcome, item := read_item(page.item), now())
    if isinstance(verdict, Fetched):
        content_type = f"{verdict.media_type or ''}; charset={verdict.charset}" if verdict.charset else None
        parsed = parse_article(verdict.body, url=verdict.final_url, now=now(), content_type=content_type, item=item)
        verdict = Dropped(reason=parsed.reason) if isinstance(parsed, Refusal) else parsed
    match verdict:
        case Later():
            postpone_page(db, page, verdict.until, reason=verdict.reason, is_attempt=verdict.is_attempt)
            return Stored(state=PageState.WAITING, reason=verdict.reason)
        case Dropped(reason=reason):
            return refuse_page(db, page, reason, now, on_settled)
        case Article():
            return _store_article(db, page, document_of(verdict), gazetteer, now, on_settled)


def refuse_page(db: Database, page: WantedPage, reason: str, now: Now, on_settled: OnSettled = tell_nobody) -> Stored:
    """It is not stored, and the row says why."""
    return _settle(db, page, Stored(state=PageState.REFUSED, reason=reason), now, on_settled)


def _settle(db: Database, page: WantedPage, stored: Stored, now: Now, on_settled: OnSettled) -> Stored:
    with write(db):
        settle_page(db, page, stored.state, now(), reason=stored.reason, article_id=stored.article_id)
        on_settled(db, page, stored)
    return stored


def _store_article(
    db: Database, page: WantedPage, document: Document, gazetteer: Gazetteer, now: Now, on_settled: OnSettled
) -> Stored:
    words = fingerprint(tidy_text(document.text))
    document, known = _recognize(db, page, document, words)
    if known is not None:
        return _meet_again(db, page, known, document, words, gazetteer, now, on_settled)
    if (deleted := find_deleted(db, document, words)) is not None:
        return refuse_page(
            db, page, f"deleted here on {deleted.deleted_at:%Y-%m-%d}: {deleted.reason}", now, on_settled
        )
    reading = read_worthy(document, gazetteer)
    if isinstance(reading, Refusal):
        return refuse_page(db, page, reading.reason, now, on_settled)
    with write(db):
        saved = save_reading(db, document, reading, words, now, is_archive=page.is_archive)
        state = PageState.KNOWN if saved.is_known else PageState.STORED
        stored = Stored(state=state, reason=document.shortfall, article_id=saved.article_id, is_new=not saved.is_known)
        return _settle(db, page, stored, now, on_settled)


def _recognize(db: Database, page: WantedPage, document: Document, words: str) -> tuple[Document, int | None]:
    """The article that this is already. Sites there are whose pages all claim one address: where another text stands
    under it, the page's own address is believed."""
    known = find_known(db, document, words)
    if known is None or known == page.article_id or _is_alike(get_document(db, known), document):
        return document, known
    own = replace(document, url=canonical_url(page.url))
    return own, find_known(db, own, words)


def _is_alike(stored: Document | None, document: Document) -> bool:
    """Versions and excerpts share their words; two articles of one site hardly more than a third."""
    one, other = (set(each.text.lower().split()) for each in (stored or document, document))
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _meet_again(
    db: Database,
    page: WantedPage,
    article_id: int,
    document: Document,
    words: str,
    gazetteer: Gazetteer,
    now: Now,
    on_settled: OnSettled,
) -> Stored:
    """A page that brought this very article before brings its next version, where the words are others."""
    with write(db):
        if page.article_id != article_id or not _is_revised(db, article_id, document, words):
            return _settle(db, page, Stored(state=PageState.KNOWN, article_id=article_id), now, on_settled)
        record_version(db, article_id, document, gazetteer, now)
        stored = Stored(state=PageState.STORED, reason=document.shortfall, article_id=article_id)
        return _settle(db, page, stored, now, on_settled)


def _is_revised(db: Database, article_id: int, document: Document, words: str) -> bool:
    """A page that now stands behind a wall says less than is known, and revises nothing."""
    stored = get_document(db, article_id)
    if stored is None or (document.shortfall and not stored.shortfall):
        return False
    return fingerprint(stored.text) != words
