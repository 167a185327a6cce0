"""The sandbox: one world, its Bot API and its page, served on loopback. For `app`, tests and benchmarks."""

from __future__ import annotations

import errno
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import MovableClock
from bot.errors import SandboxError
from bot.sandbox.api.routes import BotApi
from bot.sandbox.page.guard import add_headers, guard
from bot.sandbox.page.routes import Page
from bot.sandbox.world.people import SANDBOX_TOKEN
from bot.sandbox.world.world import World

LOOPBACK = "127.0.0.1"
BODY_LIMIT = 1 << 20
"""Bytes of one request: nothing a text bot sends comes near."""

_SHUTDOWN_SECONDS = 0.2


class Sandbox:
    """Plays Telegram for one bot. `zone` is the one the page shows first, `kept_in` the file that *reset* empties."""

    def __init__(
        self,
        *,
        clock: MovableClock,
        token: str = SANDBOX_TOKEN,
        limits: bool = True,
        on_moved: Callable[[], Awaitable[None]] | None = None,
        on_reset: Callable[[], Awaitable[None]] | None = None,
        zone: ZoneInfo | None = None,
        kept_in: str = "",
    ) -> None:
        self.token = token
        self.world = World(clock=clock, limits=limits)
        self.api_url = ""
        self._bot_api = BotApi(self.world, token)
        self._page = Page(
            self.world, clock, zone=zone or ZoneInfo("UTC"), kept_in=kept_in, on_moved=on_moved, on_reset=on_reset
        )
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> str:
        """Serve, and return the root address; port 0 takes a free one.

        Raises:
            SandboxError: the port is in use.
        """
        application = web.Application(middlewares=[guard], client_max_size=BODY_LIMIT)
        application.on_response_prepare.append(add_headers)
        self._bot_api.add_to(application.router)
        self._page.add_to(application.router)
        runner = web.AppRunner(
            application, access_log=None, handler_cancellation=True, shutdown_timeout=_SHUTDOWN_SECONDS
        )
        await runner.setup()
        site = web.TCPSite(runner, LOOPBACK, port)
        try:
            await site.start()
        except OSError as error:
            await runner.cleanup()
            raise SandboxError(f"port {port} {_why_shut(error)}; --port 0 takes a free one", port=port) from error
        self._runner = runner
        self.api_url = f"http://{LOOPBACK}:{runner.addresses[0][1]}"
        return self.api_url

    async def stop(self) -> None:
        """End every connection; may be called twice."""
        runner, self._runner = self._runner, None
        if runner is not None:
            self._bot_api.poller.close()
            await runner.cleanup()


def _why_shut(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "is in use"
    return f"cannot be opened: {error.strerror or error}"
