"""A signal any number of coroutines can wait for: for `World`, long polling and the page's events."""

from __future__ import annotations

import asyncio


class Signal:
    """Wakes whoever waits at the moment it fires; nothing is kept for later."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        """Wake them all."""
        if not self._waiters:
            return
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, timeout_seconds: float) -> bool:
        """Whether it fired in time. Look at the state first: what happened before the call is not seen."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout(timeout_seconds):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True
