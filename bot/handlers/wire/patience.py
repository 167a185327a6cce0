"""Waits for a store that another program holds, while other chats go on: SQLite itself would stop them all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from storage.errors import DatabaseLockedError

PAUSES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Six seconds in all: after that a person is told that the archive is busy."""

T = TypeVar("T")


async def patiently(work: Callable[[], T]) -> T:
    """What `work` returns, tried again while the database is locked: it must leave nothing half done.

    Raises:
        DatabaseLockedError: another program kept the lock all the while.
    """
    for pause in PAUSES_SECONDS:
        try:
            return work()
        except DatabaseLockedError:
            await asyncio.sleep(pause)
    return work()
