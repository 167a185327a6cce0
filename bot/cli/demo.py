"""The demo: the application of `readout run` with three things swapped: Telegram, the database, the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from bot.app import build_application, build_context, run_due, running
from bot.clock import MovableClock
from bot.config import Settings
from bot.sandbox import Sandbox
from storage.file.demo import DemoRun, hold_demo


class Demo:
    """One sandbox and the application that polls it; *reset* on the page replaces the application and its database."""

    def __init__(self, settings: Settings, *, has_limits: bool = True, is_kept: bool = False) -> None:
        self._settings = settings
        self._clock = MovableClock()
        self._sandbox = Sandbox(
            clock=self._clock,
            limits=has_limits,
            on_moved=self._tick,
            on_reset=self._begin_anew,
            zone=settings.zone,
            kept_in=str(settings.database) if is_kept else "",
        )
        self._running = AsyncExitStack()
        self._number = 1

    async def serve(self, port: int, *, on_ready: Callable[[str], None]) -> None:
        """Serve until cancelled; `on_ready` hears the page's address.

        Raises:
            SandboxError: the port is in use.
            StorageError: the database is none of a demo's, or another demo's now.
        """
        address = await self._sandbox.start(port)
        try:
            self._resume(self._hold())
            await self._start()
            on_ready(address)
            await asyncio.Event().wait()
        finally:
            await self._running.aclose()
            await self._sandbox.stop()

    def _hold(self, number: int = 1) -> DemoRun:
        return self._running.enter_context(hold_demo(self._settings.database, number=number))

    def _resume(self, run: DemoRun) -> None:
        self._number = run.number
        ahead = run.newest_at - self._clock() if run.newest_at else timedelta()
        self._clock.move(max(ahead, timedelta()))
        self._sandbox.world.resume(run.number, run.chat_ids, run.blocked_chat_ids)

    async def _start(self) -> None:
        context = build_context(self._settings, self._clock)
        self._running.callback(context.db.close)
        self._application = build_application(context, self._sandbox.token, self._sandbox.api_url)
        await self._running.enter_async_context(running(self._application))

    async def _tick(self) -> None:
        await run_due(self._application)

    async def _begin_anew(self) -> None:
        await self._running.aclose()
        await asyncio.to_thread(self._forget)
        self._clock.reset()
        # The new file goes on counting: the ids of this run must not come again in its next one.
        self._hold(self._number)
        await self._start()

    def _forget(self) -> None:
        for suffix in ("", "-wal", "-shm", "-sending"):
            Path(f"{self._settings.database}{suffix}").unlink(missing_ok=True)
