"""A reader sends a link where anyone may: an administrator is asked, and nothing is fetched before the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.handlers.context import Context
from bot.sandbox import AIGERIM, DENIZ, Message, Post, Sandbox
from storage.sources.links import MOST_A_DAY, MOST_UNGRANTED, list_untaken
from tests.handlers.conftest import TITLE
from tests.handlers.test_links import fetching
from tests.ingest.fetching.web import Web
from tests.ingest.gathering.newsroom import STORY
from tests.running import Chat, running


def allow(context: Context, **settings: object) -> None:
    """Settings other than the fixture's: Aigerim runs the bot, and anyone may send links."""
    changed = context.settings.model_copy(update={"admins": (AIGERIM.id,), "links": "anyone", **settings})
    object.__setattr__(context, "settings", changed)


@pytest.fixture
async def admin(context: Context, sandbox: Sandbox) -> AsyncIterator[Chat]:
    """The administrator, who has written to the bot before."""
    allow(context)
    async with running(context, sandbox) as chat:
        await chat.ask("/subscribe at once Hungary")
        yield chat


@pytest.fixture
def reader(admin: Chat) -> Chat:
    return Chat(admin.world, admin.db, admin.desk, DENIZ.id)


async def shown(chat: Chat, text: str) -> Message:
    """The newest message of that text in the chat, once the outbox is empty."""
    await chat.desk.drain.drain()
    found = [message for message in chat.world.bot_messages(chat.person_id) if text in message.text]
    assert found, [message.text for message in chat.world.bot_messages(chat.person_id)]
    return found[-1]


async def fetch(context: Context, web: Web) -> None:
    async with fetching(context, web) as room:
        await room.gather()


async def test_a_readers_link_waits_for_an_administrators_word_and_both_get_its_card(
    context: Context, web: Web, admin: Chat, reader: Chat
) -> None:
    assert "An administrator is asked" in (await reader.ask(web.url("/a"))).text
    await fetch(context, web)
    assert web.paths() == []
    question = await shown(admin, "A reader sent this")
    assert web.url("/a") in question.text
    assert DENIZ.first_name not in question.text
    await admin.press(question, "Read it")
    assert not (await admin.changed(question)).buttons
    await fetch(context, web)
    card = await shown(reader, TITLE)
    assert card.buttons == []
    assert [b.text for b in (await shown(admin, TITLE)).buttons] == ["Keep", "Wrong?", "Not health diplomacy"]
    assert admin.refusals() == []


async def test_what_an_administrator_leaves_alone_is_never_fetched_and_its_reader_is_told(
    context: Context, web: Web, admin: Chat, reader: Chat
) -> None:
    await reader.ask(web.url("/a"))
    question = await shown(admin, "A reader sent this")
    await admin.press(question, "Leave it")
    assert "It was left alone" in (await admin.changed(question)).text
    assert web.url("/a") in (await shown(reader, "is not read here")).text
    await fetch(context, web)
    assert web.paths() == []
    assert await admin.forge(question, question.button("Read it").callback_data or "") == "That is decided already."
    assert list_untaken(context.db) == []


async def test_a_reader_can_neither_grant_nor_correct_by_a_forged_button(
    context: Context, web: Web, admin: Chat, reader: Chat
) -> None:
    said = await reader.ask(web.url("/a"))
    question = await shown(admin, "A reader sent this")
    granting = question.button("Read it").callback_data
    latest = await reader.ask("/subscribe daily 08:00 Hungary")
    assert "Only those who run this bot" in await reader.forge(latest, granting or "")
    assert list_untaken(context.db) == []
    assert said.buttons == []


async def test_a_forwarded_post_of_a_reader_is_shown_to_the_administrator_and_read_when_granted(
    context: Context, web: Web, admin: Chat, reader: Chat
) -> None:
    post = Post(at=datetime.fromisoformat("2025-04-07T09:00:00+00:00"), title="News <b>daily</b>")
    asked = reader.world.forward(reader.person_id, STORY, post)
    assert "An administrator is asked" in (await reader.next_message(asked)).text
    question = await shown(admin, "A reader sent this")
    assert "News <b>daily</b>" in question.text
    assert STORY[:40] in question.text
    await admin.press(question, "Read it")
    await fetch(context, web)
    assert "Takács" in (await shown(reader, "Read from what you sent")).text
    assert admin.refusals() == []


async def test_a_reader_may_send_only_so_many_at_once_and_a_day(context: Context, admin: Chat, reader: Chat) -> None:
    for first in range(0, MOST_A_DAY, MOST_UNGRANTED):
        for number in range(first, first + MOST_UNGRANTED):
            assert "An administrator is asked" in (await reader.ask(f"https://news.example/{number}/")).text
        assert "1 link was left out" in (await reader.ask("https://news.example/more")).text
        for number in range(first, first + MOST_UNGRANTED):
            await admin.press(await shown(admin, f"https://news.example/{number}/"), "Leave it")
    assert "1 link was left out" in (await reader.ask("https://news.example/more")).text
    assert not any("/more" in message.text for message in admin.world.bot_messages(AIGERIM.id))


async def test_a_link_granted_before_a_restart_is_read_after_it(context: Context, web: Web, sandbox: Sandbox) -> None:
    allow(context)
    async with running(context, sandbox) as chat:
        await chat.ask("/subscribe daily 08:00 Hungary")
        reader = Chat(chat.world, chat.db, chat.desk, DENIZ.id)
        await reader.ask(web.url("/a"))
        question = await shown(chat, "A reader sent this")
    async with running(context, sandbox) as chat:
        await chat.press(question, "Read it")
    await fetch(context, web)
    async with running(context, sandbox) as chat:
        assert TITLE in (await shown(Chat(chat.world, chat.db, chat.desk, DENIZ.id), TITLE)).text


async def test_where_nobody_can_be_asked_it_is_said(context: Context, sandbox: Sandbox) -> None:
    allow(context)
    async with running(context, sandbox) as chat:
        reader = Chat(chat.world, chat.db, chat.desk, DENIZ.id)
        assert "nobody here who could be asked" in (await reader.ask("https://news.example/a")).text


async def test_help_speaks_of_links_to_those_who_may_send_them(context: Context, sandbox: Sandbox) -> None:
    async with running(context, sandbox) as chat:
        assert "send a link" not in (await chat.ask("/help")).text
    allow(context)
    async with running(context, sandbox) as chat:
        assert "send a link" in (await Chat(chat.world, chat.db, chat.desk, DENIZ.id).ask("/help")).text
