"""The driver of the ingest pass: fetches what is due, side by side, and stores it in a thread of its own.

It is woken again and again and looks what the database says is due: pages that people wait for, then feeds, then the
pages that feeds showed. It never runs twice at once. A page or feed that fails in a way nobody foresaw is settled with
that as its reason, and the rest goes on.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable

from bot.clock import Now
from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.outcomes import FetchRequest
from bot.ingest.gathering.finding import Ask, poll_feed
from bot.ingest.gathering.polling import Failed, Polled, list_seen, settle_failure, settle_feed
from bot.ingest.gathering.storing import OnSettled, Stored, refuse_page, store_page, take_links, tell_nobody
from bot.ingest.gathering.worker import Worker
from bot.reading.gazetteer import Gazetteer
from storage.database import Database
from storage.errors import StorageError
from storage.models.sources import FeedFetch, FollowedFeed, PageState, WantedBy, WantedPage
from storage.sources.feeds import list_due_feeds, list_last_attempts
from storage.sources.runs import record_fetch
from storage.sources.wanted import list_unseen, list_waiting_pages

logger = logging.getLogger(__name__)

FEEDS_AT_ONCE, PAGES_AT_ONCE = 8, 8
PAUSE_SECONDS = 0.01
"""After each article: the thread's work must not starve those who wait for an answer."""


class Gatherer:
    """`fetcher` is entered by whoever makes it. `on_settled` is told of every page, inside the transaction that settles
    it. `jitter` gives random numbers in [0, 1).
    """

    def __init__(
        self,
        fetcher: Fetcher,
        open_store: Callable[[], Database],
        gazetteer: Gazetteer,
        now: Now,
        *,
        on_settled: OnSettled = tell_nobody,
        jitter: Callable[[], float] = random.random,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self._worker = Worker(open_store, pause_seconds)
        self._ask = Ask(fetch=fetcher.fetch, aside=self._worker.aside, now=now)
        self._gazetteer, self._now, self._jitter = gazetteer, now, jitter
        self._on_settled = on_settled
        self._on_stored: Callable[[], None] = lambda: None
        self._feeds: dict[asyncio.Task[None], FollowedFeed] = {}
        self._pages: dict[asyncio.Task[None], WantedPage] = {}

    async def gather(self, on_stored: Callable[[], None] = lambda: None) -> None:
        """Fetch until nothing is due; `on_stored` hears that something new is in the store. Cancelled, it ends at once:
        what was under way waits for the next time.

        Raises:
            StorageError: the store refused; all that was not stored waits as before.
        """
        self._on_stored = on_stored
        try:
            while await self._begin_due():
                done, _ = await asyncio.wait([*self._feeds, *self._pages], return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    await self._end(task)
        finally:
            await self._give_up()

    async def fetch_batch(self, batch: str, on_progress: Callable[[], None]) -> None:
        """Fetch what waits of a backfill until nothing of it is due; `on_progress` hears of each page settled."""
        try:
            while await self._begin_pages(WantedBy.BACKFILL, batch=batch):
                done, _ = await asyncio.wait(self._pages, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    await self._end(task)
                    on_progress()
        finally:
            await self._give_up()

    async def close(self) -> None:
        """Let the thread go."""
        await self._worker.close()

    async def _begin_due(self) -> bool:
        """Begin whatever is due and has room; whether anything is under way."""
        await self._worker.run(lambda db: take_links(db, self._now(), self._on_settled))
        await self._begin_pages(WantedBy.PERSON)
        if room := FEEDS_AT_ONCE - len(self._feeds):
            busy = [feed.id for feed in self._feeds.values()]
            due = await self._worker.run(lambda db: list_due_feeds(db, self._now(), besides=busy, limit=room))
            self._feeds |= {asyncio.create_task(self._fetch_feed(feed)): feed for feed in due}
        await self._begin_pages(WantedBy.FEED)
        return bool(self._feeds or self._pages)

    async def _begin_pages(self, wanted_by: WantedBy, *, batch: str | None = None) -> bool:
        if room := PAGES_AT_ONCE - len(self._pages):
            busy = {page.host for page in self._pages.values()}
            pages = await self._worker.run(
                lambda db: list_waiting_pages(
                    db, self._now(), wanted_by=wanted_by, busy_hosts=busy, batch=batch, limit=room
                )
            )
            self._pages |= {asyncio.create_task(self._take(page)): page for page in pages}
        return bool(self._pages)

    async def _fetch_feed(self, feed: FollowedFeed) -> None:
        polled = await poll_feed(self._ask, feed)
        await self._worker.run(lambda db: self._record(db, feed, polled))

    async def _take(self, page: WantedPage) -> None:
        stored = await self._bring(page)
        if stored.state is PageState.STORED or page.wanted_by is WantedBy.PERSON:
            self._on_stored()

    async def _bring(self, page: WantedPage) -> Stored:
        outcome = await self._ask.fetch(FetchRequest(url=page.url)) if page.url else None
        return await self._worker.run(
            lambda db: store_page(db, page, outcome, self._gazetteer, self._now, self._on_settled), rests=True
        )

    def _record(self, db: Database, feed: FollowedFeed, polled: Polled | Failed) -> None:
        now, jitter = self._now(), self._jitter()
        if isinstance(polled, Failed):
            others = list_last_attempts(db) if polled.is_silence else ()
            self._save(db, feed, settle_failure(feed, polled, others, now=now, jitter=jitter))
            return
        seen = list_seen(feed, polled.feed, now) if polled.feed else ()
        self._save(db, feed, settle_feed(feed, polled, list_unseen(db, seen, feed.id), now=now, jitter=jitter))

    def _save(self, db: Database, feed: FollowedFeed, fetch: FeedFetch) -> None:
        record_fetch(db, fetch)
        if not fetch.is_success:
            logger.info("%s: %s (%s)", feed.name, fetch.detail, fetch.disabled_reason or fetch.result)

    async def _end(self, task: asyncio.Task[None]) -> None:
        """What the task came to: an error of the store's ends the pass, any other ends its own page or feed only."""
        feed, page = self._feeds.pop(task, None), self._pages.pop(task, None)
        error = task.exception()
        if error is None:
            return
        if isinstance(error, StorageError) or not isinstance(error, Exception):
            raise error
        name = feed.name if feed else page.url if page else ""
        logger.error("%s failed in a way nobody foresaw: %s", name, error, exc_info=error)
        reason = f"an error of Readout's: {type(error).__name__}"
        if feed is not None:
            await self._worker.run(lambda db: self._record(db, feed, Failed(detail=reason)))
        if page is not None:
            await self._worker.run(lambda db: refuse_page(db, page, reason, self._now, self._on_settled))

    async def _give_up(self) -> None:
        left = [*self._feeds, *self._pages]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self._feeds.clear()
        self._pages.clear()
