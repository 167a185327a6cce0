"""A web beside the commands, and leave to fetch from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.limits import Limits
from bot.ingest.gathering import opening
from tests.cli.sources.beside import serving_beside
from tests.ingest.fetching.web import Web


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """On loopback, where requests need not wait for one another."""
    monkeypatch.setenv("READOUT_FETCH_LOOPBACK", "true")
    quick = partial(Fetcher, limits=Limits(pause_seconds=0, seconds=2))
    monkeypatch.setattr(opening, "Fetcher", quick)
    with serving_beside() as running:
        yield running
