from __future__ import annotations

import io
import json
from datetime import timedelta

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox import AIGERIM, Sandbox, World
from bot.sandbox.server import BODY_LIMIT
from bot.sandbox.world import faults
from bot.sandbox.world.model import Message
from tests.sandbox.conftest import Call

TEXT = {"chat_id": str(AIGERIM.id), "text": "Қ"}


@pytest.mark.parametrize(
    ("token", "status", "description"),
    [
        ("1000000001:" + "x" * 35, 401, "Unauthorized"),
        ("1000000001:short", 404, "Not Found"),
        ("x", 404, "Not Found"),
        ("", 404, "Not Found"),
    ],
)
async def test_only_the_right_token_is_let_in(
    http: aiohttp.ClientSession, sandbox: Sandbox, token: str, status: int, description: str
) -> None:
    async with http.get(f"{sandbox.api_url}/bot{token}/getMe") as response:
        assert response.status == status
        assert await response.json() == {"ok": False, "error_code": status, "description": description}


async def test_an_unknown_method_is_not_found(call: Call) -> None:
    reply = await call("sendRocket")
    assert (reply.status, reply.description) == (404, "Not Found: method not found")


async def test_method_names_are_of_any_case(call: Call) -> None:
    assert (await call("GETME")).status == 200


async def test_arguments_come_by_query_form_multipart_or_json(
    http: aiohttp.ClientSession, sandbox: Sandbox, world: World, started: Message
) -> None:
    url = f"{sandbox.api_url}/bot{sandbox.token}/sendMessage"
    multipart = aiohttp.FormData(default_to_multipart=True)
    for name, value in TEXT.items():
        multipart.add_field(name, value)
    for response in (
        await http.get(url, params=TEXT),
        await http.post(url, data=TEXT),
        await http.post(url, data=multipart),
        await http.post(url, json=TEXT),
        await http.post(url, params={"chat_id": TEXT["chat_id"], "text": "lost"}, data={"text": "Қ"}),
    ):
        assert response.status == 200, await response.text()
    assert [message.text for message in world.bot_messages(AIGERIM.id)] == ["Қ"] * 5


@pytest.mark.parametrize("body", ["[1]", "{", "[" * 100_000])
async def test_a_body_that_is_no_object_is_refused(http: aiohttp.ClientSession, sandbox: Sandbox, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    url = f"{sandbox.api_url}/bot{sandbox.token}/sendMessage"
    async with http.post(url, data=body, headers=headers) as response:
        assert response.status == 400


async def test_a_body_has_a_limit(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    url = f"{sandbox.api_url}/bot{sandbox.token}/sendMessage"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    async with http.post(url, data=io.BytesIO(b"text=" + b"x" * BODY_LIMIT), headers=headers) as response:
        assert response.status == 413
        assert (await response.json())["description"] == "Request Entity Too Large"


async def test_every_answered_call_is_kept_for_the_tests(call: Call, world: World, started: Message) -> None:
    await call("sendMessage", chat_id=AIGERIM.id, text="x")
    await call("sendMessage", chat_id=AIGERIM.id, text="<br>", parse_mode="HTML")
    first, second = world.calls_of("sendMessage", AIGERIM.id)
    assert (first.status, first.params["text"], second.status) == (200, "x", 400)
    assert "Unsupported start tag" in second.description


async def test_a_scripted_flood_answers_as_telegram_and_does_nothing(
    call: Call, world: World, started: Message
) -> None:
    world.faults.script("sendMessage", faults.flood(3))
    reply = await call("sendMessage", **TEXT)
    assert (reply.status, reply.headers["Retry-After"]) == (429, "3")
    assert reply.body["parameters"] == {"retry_after": 3}
    assert world.bot_messages(AIGERIM.id) == []
    assert (await call("sendMessage", **TEXT)).status == 200


async def test_faults_meet_the_calls_they_were_scripted_for(call: Call, world: World, started: Message) -> None:
    world.faults.script("sendMessage", faults.server_error(), times=2, chat_id=AIGERIM.id)
    world.faults.script("sendMessage", faults.blocked())
    assert (await call("getMe")).status == 200
    assert (await call("sendMessage", chat_id=1, text="x")).status == 403
    assert [(await call("sendMessage", **TEXT)).status for _ in range(3)] == [500, 500, 200]
    assert world.faults.left_count == 0


async def test_a_migration_names_the_new_chat(call: Call, world: World) -> None:
    world.faults.script("sendMessage", faults.migrated(-100123))
    reply = await call("sendMessage", **TEXT)
    assert reply.body["parameters"] == {"migrate_to_chat_id": -100123}


async def test_a_proxys_page_is_no_json(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    sandbox.world.faults.script("getMe", faults.HtmlPage())
    async with http.get(f"{sandbox.api_url}/bot{sandbox.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
        with pytest.raises(json.JSONDecodeError):
            json.loads(await response.text())


@pytest.mark.parametrize("is_accepted", [True, False])
async def test_a_connection_breaks_before_or_after_the_message_is_taken(
    call: Call, world: World, started: Message, *, is_accepted: bool
) -> None:
    world.faults.script("sendMessage", faults.Reset(is_accepted=is_accepted))
    with pytest.raises(aiohttp.ClientConnectionError):
        await call("sendMessage", **TEXT)
    assert len(world.bot_messages(AIGERIM.id)) == is_accepted


@pytest.mark.parametrize("is_lost", [True, False])
async def test_an_answer_hangs(call: Call, world: World, started: Message, *, is_lost: bool) -> None:
    world.faults.script("sendMessage", faults.Hang(seconds=30, is_lost=is_lost))
    with pytest.raises(TimeoutError):
        await call("sendMessage", timeout_seconds=0.2, **TEXT)
    assert len(world.bot_messages(AIGERIM.id)) == (not is_lost)


async def test_half_an_answer_is_none_though_the_message_is_taken(call: Call, world: World, started: Message) -> None:
    world.faults.script("sendMessage", faults.Truncated())
    with pytest.raises(aiohttp.ClientPayloadError):
        await call("sendMessage", **TEXT)
    assert len(world.bot_messages(AIGERIM.id)) == 1
    assert (await call("sendMessage", **TEXT)).status == 200


async def test_each_call_is_kept_with_its_time(call: Call, world: World, clock: MovableClock) -> None:
    await call("getMe")
    clock.move(timedelta(hours=1))
    await call("getMe")
    first, second = world.calls_of("getMe")
    assert second.at - first.at >= timedelta(hours=1)
