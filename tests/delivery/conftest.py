"""Deliveries are played in time that stands until it is moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox import Sandbox
from tests.factories import NOON


@pytest.fixture
def clock() -> MovableClock:
    """Stands at `NOON` until moved."""
    return MovableClock(lambda: NOON)


@pytest.fixture
async def real_time() -> AsyncIterator[Sandbox]:
    """Telegram on loopback as a process of its own sees it: time goes on."""
    telegram = Sandbox(clock=MovableClock(), limits=False)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where that process keeps everything."""
    return tmp_path / "readout.sqlite"
