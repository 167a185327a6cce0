"""Alerts through the real application: told at once, held in quiet hours, explained, gathered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.clock import MovableClock
from tests.handlers.test_subscriptions import arrive
from tests.running import Chat

pytestmark = pytest.mark.usefixtures("archive")

MINUTE = timedelta(minutes=1)


async def test_a_story_is_told_at_once_and_quiet_hours_gather_what_came(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe at once Kazakhstan Cuba UTC quiet 22-7")
    clock.move(MINUTE)
    story = arrive(chat.db, "KZ", at=clock())
    await chat.pass_minute()
    clock.move(MINUTE)
    await chat.pass_minute()
    alert = await chat.next_message(card)
    assert alert.button("Evidence").callback_data == f"e:{story}"
    assert "You follow here" in await chat.press(alert, "Why this?")
    clock.move(timedelta(hours=11))
    arrive(chat.db, "CU", at=clock())
    arrive(chat.db, "UZ", at=clock())
    clock.move(MINUTE)
    await chat.pass_minute()
    assert chat.world.bot_messages(alert.chat_id, after=alert.id) == []
    clock.move(timedelta(hours=9))
    await chat.pass_minute()
    gathered = await chat.next_message(alert)
    assert "1 story" in gathered.text
    assert "Kept together for you" in gathered.text
    await chat.press(gathered, "Change this subscription")
    assert "Your subscription" in (await chat.next_message(gathered)).text
    assert chat.refusals() == []
