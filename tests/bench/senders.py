"""Who sends: each contestant in a process of its own, the same messages to the same chats; for `fanout`.

`python -m tests.bench.senders NAME API_URL DATABASE FIRST COUNT` prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import math
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from bot.clock import now
from bot.delivery.line import Line
from bot.delivery.outbox import Drain
from bot.delivery.pacer import Pacer
from bot.delivery.window import UNPACED_SENDS
from bot.sandbox import SANDBOX_TOKEN
from storage.chats.outbox import count_outbox
from storage.database import open_database
from storage.models.chats import DeliveryState
from tests.bench.chats import MESSAGE

Begin = Callable[[], None]
"""Called once everything is imported and open."""
Sender = Callable[[str, Path, range, Begin], Awaitable[None]]


async def send_by_readout(api_url: str, database: Path, chat_ids: range, begin: Begin) -> None:
    """Our outbox: what waits in the database, claimed and marked durably."""
    db = open_database(database)
    line = Line(SANDBOX_TOKEN, api_url, now=now, repeat_mark="Sent again", is_paid=False)
    drain = Drain(db, line.send, now=now, pacer=Pacer(math.inf), open_line=line.open, close=line.close)
    begin()
    await drain.drain()
    await drain.stop()
    assert count_outbox(db) == {DeliveryState.SENT: len(chat_ids)}
    db.close()


async def send_by_aiogram(api_url: str, _: Path, chat_ids: range, begin: Begin) -> None:
    """aiogram, bare: nothing is written down."""
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

    bot = Bot(SANDBOX_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))
    rows = [[InlineKeyboardButton(text=label, callback_data=code) for label, code in row] for row in MESSAGE.keyboard]

    async def send(chat_id: int) -> None:
        await bot.send_message(
            chat_id,
            MESSAGE.text,
            parse_mode="HTML",
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )

    begin()
    await _side_by_side(send, chat_ids)
    await bot.session.close()


async def send_by_ptb(api_url: str, _: Path, chat_ids: range, begin: Begin) -> None:
    """python-telegram-bot as it comes, over httpx: nothing is written down."""
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
    from telegram.request import HTTPXRequest

    request = HTTPXRequest(connection_pool_size=UNPACED_SENDS, pool_timeout=60)
    rows = [[InlineKeyboardButton(label, callback_data=code) for label, code in row] for row in MESSAGE.keyboard]

    async with Bot(SANDBOX_TOKEN, base_url=f"{api_url}/bot", request=request) as bot:

        async def send(chat_id: int) -> None:
            await bot.send_message(
                chat_id,
                MESSAGE.text,
                parse_mode="HTML",
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                reply_markup=InlineKeyboardMarkup(rows),
            )

        begin()
        await _side_by_side(send, chat_ids)


async def _side_by_side(send: Callable[[int], Awaitable[None]], chat_ids: range) -> None:
    left = iter(chat_ids)

    async def work() -> None:
        for chat_id in left:
            await send(chat_id)

    await asyncio.gather(*(work() for _ in range(UNPACED_SENDS)))


SENDERS: Mapping[str, Sender] = {"readout": send_by_readout, "aiogram": send_by_aiogram, "ptb": send_by_ptb}


class Stopwatch:
    """What a run takes from `begin` on."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Now."""
        self._usage, self._started = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()

    def read(self) -> Mapping[str, float]:
        """Seconds by the clock and of processor, and the most memory."""
        seconds, used = time.perf_counter() - self._started, resource.getrusage(resource.RUSAGE_SELF)
        worked = used.ru_utime + used.ru_stime - self._usage.ru_utime - self._usage.ru_stime
        return {"seconds": seconds, "worked_seconds": worked, "megabytes": used.ru_maxrss / 1024}


async def run(name: str, api_url: str, database: str, first: str, count: str) -> Mapping[str, float]:
    """Send, and say what it took."""
    watch = Stopwatch()
    await SENDERS[name](api_url, Path(database), range(int(first), int(first) + int(count)), watch.begin)
    return watch.read()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(*sys.argv[1:]))))
