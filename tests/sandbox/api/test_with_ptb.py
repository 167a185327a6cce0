"""python-telegram-bot, unchanged, over polling: what the sandbox is for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.sandbox import AIGERIM, DENIZ, GROUP, AttachmentKind, Sandbox, World
from bot.sandbox.world import faults

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def start(update: Update, context: Context) -> None:
    assert update.effective_message
    await update.effective_message.reply_html(f"<b>Hello</b> {' '.join(context.args or [])}", reply_markup=KEYBOARD)


async def more(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Here is more")
    await update.callback_query.edit_message_text("<i>More</i>", parse_mode="HTML")


async def hear(update: Update, context: Context) -> None:
    assert update.effective_message
    kind = "a file" if update.effective_message.effective_attachment else "a text"
    kind = "an edit" if update.edited_message else kind
    await update.effective_message.reply_text(f"I got {kind}", do_quote=True)


def build(sandbox: Sandbox, token: str = "") -> App:
    builder = Application.builder().token(token or sandbox.token)
    return builder.base_url(f"{sandbox.api_url}/bot").base_file_url(f"{sandbox.api_url}/file/bot").build()


@asynccontextmanager
async def running(sandbox: Sandbox) -> AsyncIterator[App]:
    app = build(sandbox)
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(more))
    app.add_handler(MessageHandler(filters.ALL, hear))
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling()
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.fixture
async def app(sandbox: Sandbox) -> AsyncIterator[App]:
    async with running(sandbox) as app:
        yield app


async def test_a_command_is_answered_with_formatting_and_buttons(app: App, world: World) -> None:
    answer = await world.ask(AIGERIM.id, "/start from_a_link")
    assert answer.html == "<b>Hello</b> from_a_link"
    assert [button.text for button in answer.buttons] == ["More"]


async def test_a_press_is_answered_and_edits_the_message(app: App, world: World) -> None:
    answer = await world.ask(AIGERIM.id, "/start")
    world.press(AIGERIM.id, answer.id, answer.button("More").callback_data)
    await world.wait_for(lambda: world.messages(AIGERIM.id)[-1].html == "<i>More</i>")
    assert [call.params["text"] for call in world.calls_of("answerCallbackQuery")] == ["Here is more"]


async def test_stickers_photos_voice_and_edits_arrive(app: App, world: World) -> None:
    sent = [world.send(AIGERIM.id, kind).id for kind in AttachmentKind]
    await world.wait_for(lambda: len(world.bot_messages(AIGERIM.id)) == len(sent))
    answers = world.bot_messages(AIGERIM.id)
    assert [answer.text for answer in answers] == ["I got a file"] * 3
    assert [answer.reply_to and answer.reply_to.id for answer in answers] == sent
    written = world.write(AIGERIM.id, "one")
    world.edit(AIGERIM.id, written.id, "two")
    answers = await world.wait_for(lambda: world.bot_messages(AIGERIM.id, written.id)[1:])
    assert answers[0].text == "I got an edit"


async def test_groups_hear_the_bot_too(app: App, world: World) -> None:
    world.write(DENIZ.id, "good morning", GROUP.id)
    assert (await world.ask(DENIZ.id, "/start", GROUP.id)).text == "Hello"
    assert len(world.bot_messages(GROUP.id)) == 1


async def test_a_bot_that_was_blocked_meets_forbidden(app: App, world: World) -> None:
    await world.ask(AIGERIM.id, "/start")
    world.block(AIGERIM.id)
    with pytest.raises(Forbidden, match="blocked"):
        await app.bot.send_message(AIGERIM.id, "x")


async def test_the_profile_methods_speak_its_types(app: App) -> None:
    await app.bot.set_my_commands([BotCommand("help", "How to ask")])
    assert [command.command for command in await app.bot.get_my_commands()] == ["help"]
    await app.bot.set_my_description("d")
    await app.bot.set_my_short_description("s")
    assert (await app.bot.get_my_description()).description == "d"
    assert (await app.bot.get_chat(GROUP.id)).title == GROUP.title
    assert (await app.bot.get_chat_member(GROUP.id, DENIZ.id)).status == "member"
    assert (await app.bot.get_webhook_info()).url == ""


async def test_refusals_are_its_exceptions(app: App, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(BadRequest, match="Chat not found"):
        await app.bot.send_message(5, "x")
    with pytest.raises(Forbidden, match="initiate"):
        await app.bot.send_message(DENIZ.id, "x")
    world.faults.script("sendMessage", faults.flood(7))
    with pytest.raises(RetryAfter):
        await app.bot.send_message(DENIZ.id, "x")
    world.faults.script("sendMessage", faults.HtmlPage())
    with pytest.raises(NetworkError):
        await app.bot.send_message(DENIZ.id, "x")


async def test_a_wrong_token_is_told_at_once(sandbox: Sandbox) -> None:
    bot = build(sandbox, token="1000000001:" + "x" * 35).bot
    with pytest.raises(InvalidToken):
        await bot.initialize()
    for request in bot._request:  # a bot that failed to start does not close its own
        await request.shutdown()
