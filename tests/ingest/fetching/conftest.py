"""A web on loopback and one that fetches from it, in time that does not pass."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.limits import Limits
from tests.ingest.fetching.web import FastTime, Web, serving

FAST = Limits(seconds=0.4, size_bytes=100_000)


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with serving() as running:
        yield running


@pytest.fixture
def time() -> FastTime:
    return FastTime()


@pytest.fixture
async def fetcher(web: Web, time: FastTime) -> AsyncIterator[Fetcher]:
    """Allowed onto this machine; gives up after less than half a second and 100 kB."""
    async with Fetcher(
        contact="https://readout.example/about",
        limits=FAST,
        allow_loopback=True,
        now=time.now,
        sleep=time.sleep,
        lookup=web.lookup,
    ) as opened:
        yield opened
