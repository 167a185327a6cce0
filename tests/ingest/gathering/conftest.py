"""A newsroom for every test that asks for one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from bot.reading.gazetteer import Gazetteer
from tests.ingest.fetching.web import FastTime, Web, serving
from tests.ingest.gathering.newsroom import Newsroom, opened


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with serving() as running:
        yield running


@pytest.fixture
def time() -> FastTime:
    return FastTime()


@pytest.fixture
async def newsroom(web: Web, time: FastTime, settings: Settings, gazetteer: Gazetteer) -> AsyncIterator[Newsroom]:
    """Nothing is followed yet."""
    async with opened(web, time, settings.database, gazetteer) as room:
        yield room
