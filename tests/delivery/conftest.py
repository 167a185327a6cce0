"""Deliveries are played in time that stands until it is moved."""

from __future__ import annotations

import pytest

from bot.clock import MovableClock
from tests.factories import NOON


@pytest.fixture
def clock() -> MovableClock:
    """Stands at `NOON` until moved."""
    return MovableClock(lambda: NOON)
