"""What every test may ask for: an empty archive, a clock that can be moved, the seeds' gazetteer, a running chat."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest

from bot.clock import MovableClock
from bot.config import Settings
from bot.handlers.context import Context
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages, load_messages
from bot.sandbox import Sandbox
from storage.database import Database, open_database
from storage.models.chats import OutgoingMessage
from storage.models.seeds import Seeds
from storage.seeds import read_seeds
from tests.factories import NOON
from tests.running import Chat, running

GOLDEN = Path(__file__).parent / "data" / "messages"

Golden = Callable[[str, Sequence[OutgoingMessage]], None]
"""Holds messages against the file of that name, or writes it with `--update-golden`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden messages anew")


def pytest_configure() -> None:
    os.environ["PTB_TIMEDELTA"] = "1"  # without it, PTB warns of its own future, and warnings are errors


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    """A command that runs inside a test sets how much is logged; the next test has its own say."""
    level = logging.root.level
    yield
    logging.root.setLevel(level)


@pytest.fixture
def clock() -> MovableClock:
    """Goes on from `NOON`, and further when moved: what rests for a second must come again."""
    began = monotonic()
    return MovableClock(lambda: NOON + timedelta(seconds=monotonic() - began))


@pytest.fixture
def db(settings: Settings) -> Iterator[Database]:
    """An empty archive."""
    opened = open_database(settings.database)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    """What the checkout's `seeds/` holds."""
    return read_seeds()


@pytest.fixture(scope="session")
def gazetteer(seeds: Seeds) -> Gazetteer:
    """Built once: it takes a second."""
    return Gazetteer(seeds)


@pytest.fixture(scope="session")
def messages(seeds: Seeds) -> Messages:
    """Every sentence the bot can say."""
    return load_messages(seeds.countries)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The defaults, with a database of the test's own."""
    return Settings(_env_file=None, database=tmp_path / "readout.sqlite")


@pytest.fixture
def context(db: Database, gazetteer: Gazetteer, messages: Messages, settings: Settings, clock: MovableClock) -> Context:
    """What `app` builds once, over the empty archive."""
    return Context(db=db, gazetteer=gazetteer, messages=messages, settings=settings, now=clock)


@pytest.fixture
async def sandbox(clock: MovableClock) -> AsyncIterator[Sandbox]:
    """Telegram on loopback, without its pace."""
    telegram = Sandbox(clock=clock, limits=False)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
async def chat(context: Context, sandbox: Sandbox) -> AsyncIterator[Chat]:
    """A person who talks to the running bot."""
    async with running(context, sandbox) as talk:
        yield talk


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden messages: the diff of these files is what a reviewer looks at."""

    def hold(name: str, shown: Sequence[OutgoingMessage]) -> None:
        path = GOLDEN / f"{name}.html"
        text = "\n\n=====\n\n".join(_write(message) for message in shown) + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {path.name}: run pytest --update-golden, and look at it"
        assert text == path.read_text(encoding="utf-8")

    return hold


def _write(message: OutgoingMessage) -> str:
    rows = ["  ".join(f"[{label} → {target}]" for label, target in row) for row in message.keyboard]
    return "\n".join((message.text, *(["", *rows] if rows else [])))
