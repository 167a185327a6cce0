"""A demo whose database is kept goes on where it ended."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.cli.demo import Demo
from bot.config import Settings
from bot.errors import ReadoutError
from bot.sandbox import AIGERIM
from storage.database import open_database
from storage.errors import DatabaseHeldError, DatabaseOwnerError
from storage.sources.feeds import list_feeds


class Visitor:
    """Aigerim in front of the chat page: what the page sends and reads, without a browser."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self._http = http

    async def post(self, action: str, **body: object) -> dict[str, Any]:
        async with self._http.post(f"/page/{action}", json=body, headers={"X-Sandbox-Page": "1"}) as response:
            assert response.status == 200, await response.text()
            return dict(await response.json())

    async def state(self) -> dict[str, Any]:
        async with self._http.get("/page/state") as response:
            return dict(await response.json())

    async def chat(self) -> dict[str, Any]:
        return next(chat for chat in (await self.state())["chats"] if chat["id"] == AIGERIM.id)

    async def messages(self) -> list[dict[str, Any]]:
        async with self._http.get(f"/page/chats/{AIGERIM.id}") as response:
            return list((await response.json())["messages"])

    async def ask(self, text: str) -> dict[str, Any]:
        """The first message of the bot's after it."""
        asked = await self.post("write", person_id=AIGERIM.id, chat_id=AIGERIM.id, text=text)
        return await self.wait_for_message(after=asked["id"])

    async def wait_for_message(self, after: int) -> dict[str, Any]:
        for _ in range(400):
            if found := [m for m in await self.messages() if m["is_bot"] and m["id"] > after]:
                return found[0]
            await asyncio.sleep(0.05)
        raise AssertionError(f"no answer among {await self.messages()}")


@asynccontextmanager
async def visiting(database: Path) -> AsyncIterator[Visitor]:
    """A demo on that file, for as long as the block lasts."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    demo = Demo(Settings.model_construct(database=database), has_limits=False, is_kept=True)
    serving = asyncio.create_task(demo.serve(0, on_ready=ready.set_result))
    waiting: list[asyncio.Future[Any]] = [serving, ready]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        await serving
    address = ready.result()
    try:
        async with aiohttp.ClientSession(address) as http:
            yield Visitor(http)
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


async def test_a_demo_started_again_goes_on(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite"
    async with visiting(database) as visitor:
        assert not (await visitor.chat())["has_earlier"]
        await visitor.ask("/subscribe daily 08:00 Kazakhstan")
        before = (await visitor.ask("/digest"))["id"]
        await visitor.post("clock", to="tomorrow", zone="UTC")
        await visitor.wait_for_message(after=before)
        first = await visitor.state()
    async with visiting(database) as visitor:
        again = await visitor.state()
        assert again["now"] >= first["now"] - 60_000, "the clock does not go back"
        assert again["kept_in"] == str(database)
        assert (await visitor.chat())["access"] == "open"
        assert (await visitor.chat())["has_earlier"]
        answer = await visitor.ask("/digest")
        assert answer["id"] > before, "no message id comes again"
        assert "Kazakhstan" in (await visitor.ask("/subscriptions"))["text"]
        assert (await visitor.chat())["access"] == "open"


async def test_a_reset_begins_anew_and_a_start_after_it_goes_on(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite"
    async with visiting(database) as visitor:
        await visitor.ask("/subscribe daily 08:00 Kazakhstan")
    async with visiting(database) as visitor:
        asked = await visitor.ask("/latest")
        await visitor.post("reset")
        assert (await visitor.chat())["access"] == "never started"
        assert not (await visitor.chat())["has_earlier"]
        subscribed = await visitor.ask("/subscribe daily 08:00 Cuba")
        assert subscribed["id"] > asked["id"]
    async with visiting(database) as visitor:
        answer = await visitor.ask("/subscriptions")
        assert answer["id"] > subscribed["id"], "no message id comes again"
        assert "Cuba" in answer["text"]


async def test_an_archive_and_a_file_in_use_are_refused(tmp_path: Path) -> None:
    archive = tmp_path / "archive.sqlite"
    with open_database(archive) as db:
        db.execute("INSERT INTO seed_loads VALUES ('samples', '', '')")
    assert await _refusal(archive) is DatabaseOwnerError
    async with visiting(tmp_path / "demo.sqlite"):
        assert await _refusal(tmp_path / "demo.sqlite") is DatabaseHeldError


async def _refusal(database: Path) -> type[ReadoutError]:
    with pytest.raises(ReadoutError) as raised:
        async with visiting(database):
            pytest.fail("it was served")
    return raised.type


async def test_a_demo_fetches_nothing_whatever_its_settings_say(tmp_path: Path) -> None:
    async with visiting(tmp_path / "demo.sqlite") as visitor:
        await visitor.post("clock", to="tomorrow", zone="UTC")
        await visitor.ask("/latest")  # by then every tick has run once
        await asyncio.sleep(0.5)
    with closing(open_database(tmp_path / "demo.sqlite", read_only=True)) as db:
        assert {(feed.last_fetch_at, feed.is_disabled) for feed in list_feeds(db)} == {(None, False)}
