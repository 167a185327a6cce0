"""Names are looked up beside the program, not in its way."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from bot.ingest.fetching.safety.names import NameService


async def test_the_machine_is_asked() -> None:
    names = NameService(1)
    assert await names.look_up("127.0.0.1", 80) == ["127.0.0.1"]
    names.close()


async def test_a_lookup_that_hangs_holds_nobody_up_and_leaving_is_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10) and [])
    names = NameService(40)
    hanging = [asyncio.create_task(names.look_up("slow.example", 80)) for _ in range(40)]
    await asyncio.wait_for(asyncio.to_thread(int), 1)
    for task in hanging:
        task.cancel()
    await asyncio.wait_for(asyncio.gather(*hanging, return_exceptions=True), 1)
    names.close()
    release.set()
