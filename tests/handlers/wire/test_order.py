"""Within a chat who came first is answered first; chats do not wait for each other."""

from __future__ import annotations

import asyncio

from bot.handlers.wire.order import Turns


async def test_one_chat_in_order_and_others_beside_it() -> None:
    turns, done = Turns(), list[str]()
    slow = asyncio.Event()

    async def answer(chat_id: int, name: str, wait: asyncio.Event | None) -> None:
        async with turns.of(chat_id):
            if wait:
                await wait.wait()
            done.append(name)

    tasks = [asyncio.create_task(answer(1, "question", slow)), asyncio.create_task(answer(1, "edit", None))]
    await asyncio.create_task(answer(2, "another chat", None))
    slow.set()
    await asyncio.gather(*tasks)
    assert done == ["another chat", "question", "edit"]
