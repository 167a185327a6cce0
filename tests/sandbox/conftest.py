"""A running sandbox and a bare client: what any program that speaks the Bot API would see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox import AIGERIM, Sandbox, World
from bot.sandbox.world.model import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: the status, the envelope, the headers."""

    status: int
    body: dict[str, object]
    headers: dict[str, str]

    @property
    def result(self) -> object:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def description(self) -> str:
        return str(self.body["description"])


Call = Callable[..., Awaitable[Reply]]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def sandbox(clock: MovableClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(clock=clock, limits=False)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def limited(clock: MovableClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def world(sandbox: Sandbox) -> World:
    return sandbox.world


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def caller(http: aiohttp.ClientSession, sandbox: Sandbox) -> Call:
    async def call(method: str, *, timeout_seconds: float = 40, **params: object) -> Reply:
        url = f"{sandbox.api_url}/bot{sandbox.token}/{method}"
        async with http.post(url, json=params, timeout=aiohttp.ClientTimeout(timeout_seconds)) as response:
            return Reply(status=response.status, body=await response.json(), headers=dict(response.headers))

    return call


@pytest.fixture
def call(http: aiohttp.ClientSession, sandbox: Sandbox) -> Call:
    return caller(http, sandbox)


@pytest.fixture
def started(world: World) -> Message:
    """Aigerim has written to the bot; her message."""
    return world.write(AIGERIM.id, "/start")
