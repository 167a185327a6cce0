"""Answers on a bad day: a flood is waited out, a busy archive is told politely, what surely failed is tried again."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.config import Settings
from bot.sandbox import DENIZ
from bot.sandbox.world.faults import Answer, HtmlPage, Reset, blocked, flood
from bot.sandbox.world.model import UpdateKind
from storage.chats.dialogue.answers import find_answer
from storage.chats.outbox import count_outbox
from storage.models.chats import DeliveryState
from tests.running import Chat


async def until(comes_true: Callable[[], bool]) -> None:
    for _ in range(500):
        if comes_true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come true")


pytestmark = pytest.mark.usefixtures("archive")


async def test_a_busy_archive_is_told_politely(
    chat: Chat, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    chat.db.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(settings.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = await chat.ask("/country Kazakhstan")
    other.close()
    assert answer.text == "The archive is busy. Please try again in a moment."
    assert "Kazakhstan" in (await chat.ask("/country Kazakhstan")).text


async def test_a_mistake_of_ours_is_told_without_a_trace_of_it(chat: Chat) -> None:
    chat.db.execute("DROP TABLE story_days")
    answer = await chat.ask("/date 2025")
    assert "story_days" not in answer.text
    assert "It is noted" in answer.text


async def test_a_button_that_fails_is_answered_too(chat: Chat) -> None:
    page = await chat.ask("/country Kazakhstan")
    chat.db.execute("DROP TABLE lookup_entries")
    assert "It is noted" in await chat.press(page, "Older ▶")


async def test_a_flood_is_waited_out_and_the_answer_comes_once(chat: Chat, clock: MovableClock) -> None:
    chat.world.faults.script("sendMessage", flood(1))
    asked = chat.world.write(chat.person_id, "/country Cuba")
    await until(lambda: count_outbox(chat.db) == {DeliveryState.PENDING: 1})
    clock.move(timedelta(seconds=1))
    await chat.desk.drain.drain()
    (answer,) = chat.world.bot_messages(chat.person_id, after=asked.id)
    assert answer.text.startswith("🇨🇺 Cuba")
    later = await chat.ask("/help")
    assert [message.id for message in chat.world.bot_messages(chat.person_id)] == [answer.id, later.id]


async def test_a_flood_in_one_chat_keeps_no_other_waiting(chat: Chat) -> None:
    chat.world.faults.script("sendMessage", flood(2), chat_id=chat.person_id)
    chat.world.write(chat.person_id, "/help")
    await chat.world.wait_for(lambda: chat.world.calls_of("sendMessage", chat.person_id))
    assert "Cuba" in (await chat.world.ask(DENIZ.id, "/country Cuba")).text


async def test_who_blocked_us_meanwhile_is_no_error(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    chat.world.faults.script("sendMessage", blocked())
    chat.world.write(chat.person_id, "/help")
    await chat.world.wait_for(lambda: chat.world.calls_of("sendMessage"))
    assert "Cuba" in (await chat.ask("/country Cuba")).text
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("fault", [HtmlPage(), Reset(is_accepted=True), Reset(is_accepted=False)])
async def test_an_answer_in_doubt_comes_again_and_says_that_it_may_be_a_repeat(
    chat: Chat, clock: MovableClock, fault: HtmlPage | Reset
) -> None:
    chat.world.faults.script("sendMessage", fault)
    chat.world.write(chat.person_id, "/country Cuba")
    await chat.world.wait_for(lambda: chat.world.calls_of("sendMessage"))
    await chat.world.wait_for(lambda: [m for m in chat.world.bot_messages(chat.person_id) if "repeat" in m.text])
    shown = [m for m in chat.world.bot_messages(chat.person_id) if "🇨🇺 Cuba" in m.text]
    assert len(shown) == 1 + (fault == Reset(is_accepted=True))


async def test_a_page_asked_for_comes_though_the_press_could_not_be_acknowledged(chat: Chat) -> None:
    page = await chat.ask("/country Kazakhstan")
    chat.world.faults.script("answerCallbackQuery", Answer(status=500, description="Internal Server Error"))
    await chat.press(page, "Older ▶")
    await chat.changed(page)


async def test_an_update_handed_out_again_is_not_answered_again(chat: Chat) -> None:
    asked = chat.world.write(chat.person_id, "/country Cuba")
    await until(lambda: find_answer(chat.db, chat.person_id, asked.id) is not None)
    chat.world.updates.add(UpdateKind.MESSAGE, asked)
    await chat.ask("/help")
    assert len([m for m in chat.world.bot_messages(chat.person_id, after=asked.id) if "Cuba" in m.text]) == 1


async def test_what_telegram_will_not_take_is_told_to_the_person(chat: Chat) -> None:
    chat.world.faults.script("sendMessage", Answer(status=400, description="Bad Request: something new"))
    assert "went wrong on our side" in (await chat.ask("/help")).text
