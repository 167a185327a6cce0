"""One thread with a connection of its own, where whatever costs time is done: parsing, reading, storing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from storage.database import Database

_T = TypeVar("_T")


class Worker:
    """Does one thing after the other, beside the event loop. The connection is opened at the first thing."""

    def __init__(self, open_store: Callable[[], Database], pause_seconds: float) -> None:
        self._open_store = open_store
        self._pause_seconds = pause_seconds
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gathering")
        self._db: Database | None = None

    async def run(self, work: Callable[[Database], _T], *, rests: bool = False) -> _T:
        """What `work` returns or raises. `rests`: afterwards the thread pauses, for others want to work too."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work, rests)

    async def aside(self, work: Callable[[], _T]) -> _T:
        """Work that needs no store."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def close(self) -> None:
        """Finish what is begun, and let the thread go."""
        closed = asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        await asyncio.gather(closed, return_exceptions=True)
        self._thread.shutdown()

    def _close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _do(self, work: Callable[[Database], _T], rests: bool) -> _T:
        if self._db is None:
            self._db = self._open_store()
        try:
            return work(self._db)
        finally:
            if rests and self._pause_seconds:
                time.sleep(self._pause_seconds)
