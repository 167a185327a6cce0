"""The test web in a thread of its own, for commands that run an event loop themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tests.ingest.fetching.web import Web, serving

HOST = "127.0.0.1"


@contextmanager
def serving_beside() -> Iterator[Web]:
    """Up while it is used. Its addresses name this machine: `web.url(path, HOST)`."""
    ready, ended = Event(), Event()
    webs: list[Web] = []

    async def serve() -> None:
        async with serving() as web:
            webs.append(web)
            ready.set()
            await asyncio.to_thread(ended.wait)

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield webs[0]
    finally:
        ended.set()
        thread.join()
