"""The machine's name service, asked in threads of its own: while lookups hang, nothing else in the program waits."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
"""A name and a port to IP addresses; raises `OSError` (`socket.gaierror`) where there is none."""


class NameService:
    """Asks as many names at once as it has threads."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="names")

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """A `Lookup`."""
        ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        return [str(address[0]) for *_, address in found]

    def close(self) -> None:
        """Let go of the threads, even of those that still wait."""
        self._threads.shutdown(wait=False, cancel_futures=True)
