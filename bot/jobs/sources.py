"""Keeps the news coming while the bot runs: a pass beside the event loop, again and again, never two at once.

The rooms that fetch and parse are imported with the first pass, in a thread: the bot answers before that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import TYPE_CHECKING

from bot.clock import Now
from bot.jobs.notices import Notices
from storage.database import Database, write
from storage.sources.feeds import list_untold_ends, record_told_ends

if TYPE_CHECKING:
    from bot.ingest.gathering.gatherer import Gatherer

logger = logging.getLogger(__name__)

Tell = Callable[[], Awaitable[None]]
"""Composes the alerts of what is new and begins to send them."""

_TOGETHER_SECONDS = 1.0

FIRST_WAIT_SECONDS = 3.0
"""Before anything is imported: first whoever wrote while the bot was away is answered."""

Opening = Callable[[], "AbstractAsyncContextManager[Gatherer]"]
"""Imports what it needs and says how a gatherer is opened; called in a thread."""


async def _tell_nobody() -> None:
    """Where the next tick is early enough."""


class Sources:
    """What the tick of the sources wakes. A pass that fails is begun anew at the next one."""

    def __init__(
        self,
        load: Opening,
        open_store: Callable[[], Database],
        notices: Notices,
        now: Now,
        *,
        wait_seconds: float = FIRST_WAIT_SECONDS,
    ) -> None:
        self._load, self._open_store, self._notices, self._now = load, open_store, notices, now
        self._wait_seconds = wait_seconds
        self._opened = AsyncExitStack()
        self._gatherer: Gatherer | None = None
        self._pass: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._is_stopping = False

    def wake(self, tell: Tell = _tell_nobody) -> None:
        """Fetch what is due, in the background of the running event loop; `tell` is run when there is news."""
        if self._pass is None and not self._is_stopping:
            self._pass = asyncio.create_task(self._gather(tell))
            self._pass.add_done_callback(self._ended)

    async def gather(self, tell: Tell = _tell_nobody) -> None:
        """Fetch until nothing is due."""
        self.wake(tell)
        if self._pass is not None:
            await asyncio.wait((self._pass,))

    async def stop(self) -> None:
        """End at once: what was under way is fetched again at the next start."""
        self._is_stopping = True
        if self._pass is not None:
            self._pass.cancel()
            await asyncio.wait((self._pass,))
        await self._opened.aclose()

    async def _gather(self, tell: Tell) -> None:
        if self._gatherer is None:
            await asyncio.sleep(self._wait_seconds)
            self._gatherer = await self._opened.enter_async_context(await asyncio.to_thread(self._load))
        telling = asyncio.create_task(self._tell_news(tell))
        try:
            await self._gatherer.gather(self._news.set)
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
        if self._news.is_set():
            await tell()
        await asyncio.to_thread(self._tell_ends)

    async def _tell_news(self, tell: Tell) -> None:
        """While the pass goes on: what is new is told at once, what comes with it a second later."""
        while True:
            await self._news.wait()
            self._news.clear()
            await tell()
            await asyncio.sleep(_TOGETHER_SECONDS)

    def _tell_ends(self) -> None:
        """To the administrators: which feeds disabled themselves."""
        db = self._open_store()
        try:
            if ends := list_untold_ends(db):
                with write(db):
                    if self._notices.tell_disabled(db, ends, self._now()):
                        record_told_ends(db, ends)
        finally:
            db.close()

    def _ended(self, ended: asyncio.Task[None]) -> None:
        self._pass = None
        if not ended.cancelled() and (error := ended.exception()):
            logger.error("the sources wait for the next tick: %s", error, exc_info=error)
