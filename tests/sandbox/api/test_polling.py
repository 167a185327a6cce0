from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.sandbox import AIGERIM, Sandbox, World
from bot.sandbox.api import polling
from bot.sandbox.world.model import Message
from tests.sandbox.conftest import Call, Reply, caller

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def ids(reply: Reply) -> list[int]:
    assert isinstance(reply.result, list)
    return [update["update_id"] for update in reply.result]


async def begin(call: Call, **params: object) -> asyncio.Task[Reply]:
    """A long poll that has reached the server."""
    task = asyncio.ensure_future(call("getUpdates", timeout=30, **params))
    await asyncio.sleep(0.05)
    return task


async def test_updates_come_until_an_offset_confirms_them(call: Call, world: World) -> None:
    for text in "abc":
        world.write(AIGERIM.id, text)
    first = ids(await call("getUpdates", limit=2))
    assert len(first) == 2
    assert ids(await call("getUpdates", limit=2)) == first
    assert ids(await call("getUpdates", offset=first[-1] + 1)) == [first[-1] + 1]
    assert ids(await call("getUpdates", offset=first[-1] + 2)) == []


async def test_an_update_is_shaped_as_telegrams(call: Call, world: World) -> None:
    world.write(AIGERIM.id, "/help Cuba")
    updates = (await call("getUpdates")).result
    assert isinstance(updates, list)
    message = updates[0]["message"]
    assert message["text"] == "/help Cuba"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 5}]
    assert message["chat"] == {
        "id": AIGERIM.id,
        "type": "private",
        "first_name": "Aigerim",
        "last_name": "Seitova",
        "username": "aigerim_s",
    }
    assert message["from"]["language_code"] == "en"
    assert isinstance(message["date"], int)


async def test_a_long_poll_ends_with_what_comes(call: Call, world: World) -> None:
    poll = await begin(call)
    world.write(AIGERIM.id, "x")
    assert len(ids(await poll)) == 1


async def test_a_long_poll_ends_empty_after_its_time(call: Call) -> None:
    assert ids(await call("getUpdates", timeout=1)) == []


async def test_of_two_pollers_the_older_gets_the_conflict(call: Call, world: World) -> None:
    older = await begin(call)
    newer = await begin(call)
    reply = await older
    assert (reply.status, reply.description) == (409, CONFLICT)
    world.write(AIGERIM.id, "x")
    assert len(ids(await newer)) == 1


async def test_the_next_conflict_comes_later(call: Call, monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    monkeypatch.setattr(polling, "CONFLICT_SECONDS", 0.3)
    first, second, third = await begin(call), await begin(call), await begin(call)
    assert (await first).status == 409
    assert not second.done()
    assert (await second).status == 409
    world.write(AIGERIM.id, "x")
    assert (await third).status == 200


async def test_only_wanted_kinds_come(call: Call, world: World) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    world.write(AIGERIM.id, "x")
    assert ids(await call("getUpdates")) == []
    webhook = (await call("getWebhookInfo")).result
    assert isinstance(webhook, dict)
    assert webhook["allowed_updates"] == ["callback_query"]
    await call("getUpdates", allowed_updates="[]")
    world.write(AIGERIM.id, "x")
    assert len(ids(await call("getUpdates"))) == 1


async def test_a_press_and_a_block_come_as_updates(call: Call, world: World, started: Message) -> None:
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    await call("sendMessage", chat_id=AIGERIM.id, text="x", reply_markup=keyboard)
    press = world.press(AIGERIM.id, world.messages(AIGERIM.id)[-1].id, "m")
    world.block(AIGERIM.id)
    updates = (await call("getUpdates", allowed_updates=["callback_query", "my_chat_member"])).result
    assert isinstance(updates, list)
    _, pressed, blocked = updates
    assert (pressed["callback_query"]["id"], pressed["callback_query"]["data"]) == (press.id, "m")
    assert pressed["callback_query"]["message"]["reply_markup"] == keyboard
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_webhooks_are_refused_politely_and_deleted_gladly(call: Call, world: World, started: Message) -> None:
    assert (await call("setWebhook", url="https://x.example/")).status == 400
    assert (await call("setWebhook", url="")).result is True
    assert len(world.updates) == 1
    assert (await call("deleteWebhook", drop_pending_updates=True)).result is True
    assert len(world.updates) == 0


async def test_stopping_ends_a_long_poll(http: aiohttp.ClientSession, limited: Sandbox) -> None:
    poll = await begin(caller(http, limited))
    await limited.stop()
    assert ids(await poll) == []
