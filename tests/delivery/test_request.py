"""The Bot API over aiohttp; what goes wrong on the way is played in `test_faults`."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.delivery.request import Api
from bot.sandbox import AIGERIM, SANDBOX_TOKEN, Sandbox

REPLY = b'HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{"ok": true, "result": {}}'


async def test_a_call_brings_the_result_as_json_has_it(sandbox: Sandbox) -> None:
    sandbox.world.write(AIGERIM.id, "/start")
    api = Api(sandbox.api_url, SANDBOX_TOKEN)
    markup = {"inline_keyboard": [[{"text": "Ә", "callback_data": "a"}]]}
    sent = await api.call("sendMessage", {"chat_id": AIGERIM.id, "text": "Қазақстан & 100 %", "reply_markup": markup})
    (shown,) = sandbox.world.bot_messages(AIGERIM.id)
    assert isinstance(sent, dict)
    assert sent["message_id"] == shown.id
    assert (shown.text, shown.button("Ә").callback_data) == ("Қазақстан & 100 %", "a")
    await api.close()


async def test_the_environments_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.write(REPLY)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    monkeypatch.setenv("no_proxy", "elsewhere.example")
    api = Api("http://telegram.example", SANDBOX_TOKEN)
    assert await api.call("getMe", {}) == json.loads("{}")
    assert asked == [f"POST http://telegram.example/bot{SANDBOX_TOKEN}/getMe HTTP/1.1\r\n".encode()]
    await api.close()
    server.close()
