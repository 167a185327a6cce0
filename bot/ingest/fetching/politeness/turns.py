"""Whose turn it is: one request at a time to a host, a pause after each, none while it asked to be left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Now

Sleep = Callable[[float], Awaitable[None]]

LONGEST_PAUSE = 30.0
"""The most that a Crawl-delay is heeded: with longer ones a page would not come on the day of its news."""

_MOST_HOSTS = 2000


@dataclass(slots=True)
class _Host:
    free_at: datetime
    rests_until: datetime
    rest: timedelta
    pause_seconds: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Turns:
    """Per host, in the order of asking. Knows time by the clock handed in, and waits by the sleep handed in.

    Should that clock be set back, nobody waits longer than was asked for.
    """

    def __init__(self, pause_seconds: float, now: Now, sleep: Sleep) -> None:
        self._pause_seconds = pause_seconds
        self._now = now
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[timedelta | None]:
        """The host is the caller's until it leaves. Yields how long the host still rests: then nothing may be sent."""
        known = self._host(host)
        async with known.lock:
            if rest := self._rest(known):
                yield rest
                return
            wait = min((known.free_at - self._now()).total_seconds(), known.pause_seconds)
            if wait > 0:
                await self._sleep(wait)
            try:
                yield None
            finally:
                known.free_at = self._now() + timedelta(seconds=known.pause_seconds)

    def rest(self, host: str, rest: timedelta) -> None:
        """The host asked to be left alone for so long."""
        known = self._host(host)
        known.rests_until, known.rest = self._now() + rest, rest

    def slow_down(self, host: str, pause_seconds: float) -> None:
        """The host asked for longer pauses; shorter ones than ours are not taken up."""
        self._host(host).pause_seconds = max(self._pause_seconds, min(pause_seconds, LONGEST_PAUSE))

    def _host(self, name: str) -> _Host:
        if name not in self._hosts:
            if len(self._hosts) >= _MOST_HOSTS:
                self._forget_idle()
            now = self._now()
            self._hosts[name] = _Host(now, now, timedelta(), self._pause_seconds)
        return self._hosts[name]

    def _forget_idle(self) -> None:
        now = self._now()
        idle = [n for n, h in self._hosts.items() if not h.lock.locked() and max(h.free_at, h.rests_until) <= now]
        for name in idle:
            del self._hosts[name]

    def _rest(self, host: _Host) -> timedelta | None:
        rest = min(host.rests_until - self._now(), host.rest)
        return rest if rest > timedelta() else None
