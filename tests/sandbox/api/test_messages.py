from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox import AIGERIM, DENIZ, GROUP, Sandbox, World
from bot.sandbox.world.model import Message
from tests.sandbox.conftest import Call, caller

KEYBOARD = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def send(call: Call, text: str = "x", **params: object) -> int:
    result = (await call("sendMessage", chat_id=AIGERIM.id, text=text, **params)).result
    assert isinstance(result, dict)
    return int(result["message_id"])


async def test_a_sent_message_comes_back_as_telegram_shapes_it(call: Call, world: World, started: Message) -> None:
    reply = await call(
        "sendMessage",
        chat_id=str(AIGERIM.id),
        text="<b>Қ</b> &amp; /help",
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_parameters={"message_id": started.id},
        link_preview_options={"is_disabled": True},
        disable_notification=True,
        message_thread_id=7,
    )
    result = reply.result
    assert isinstance(result, dict)
    assert result["text"] == "Қ & /help"
    assert result["entities"] == [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "bot_command", "offset": 4, "length": 5},
    ]
    assert result["reply_markup"] == KEYBOARD
    assert result["reply_to_message"]["message_id"] == started.id
    assert result["chat"]["type"] == "private"
    assert result["from"]["is_bot"] is True
    shown = world.messages(AIGERIM.id)[-1]
    assert (shown.html, shown.is_silent) == ("<b>Қ</b> &amp; /help", True)


async def test_those_who_never_started_get_nothing(call: Call) -> None:
    reply = await call("sendMessage", chat_id=DENIZ.id, text="x")
    assert (reply.status, reply.description) == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_those_who_blocked_the_bot_get_nothing(call: Call, world: World, started: Message) -> None:
    message_id = await send(call)
    world.block(AIGERIM.id)
    for reply in (
        await call("sendMessage", chat_id=AIGERIM.id, text="x"),
        await call("editMessageText", chat_id=AIGERIM.id, message_id=message_id, text="y"),
        await call("sendChatAction", chat_id=AIGERIM.id, action="typing"),
    ):
        assert (reply.status, reply.description) == (403, "Forbidden: bot was blocked by the user")
    world.unblock(AIGERIM.id)
    assert await send(call)


async def test_a_group_that_removed_the_bot_gets_nothing(call: Call, world: World) -> None:
    world.kick(GROUP.id, DENIZ.id)
    reply = await call("sendMessage", chat_id=GROUP.id, text="x")
    assert (reply.status, reply.description) == (403, "Forbidden: bot was kicked from the supergroup chat")


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 5}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"text": "<br>"}, 'can\'t parse entities: Unsupported start tag "br" at byte offset 0'),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": "[" * 100_000}, "can't parse reply keyboard markup JSON object"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"link_preview_options": [1]}, "object expected as link preview options"),
    ],
)
async def test_what_cannot_be_sent_is_refused(
    call: Call, started: Message, params: dict[str, object], error: str
) -> None:
    fine: dict[str, object] = {"chat_id": AIGERIM.id, "text": "x", "parse_mode": "HTML"}
    reply = await call("sendMessage", **fine | params)
    assert (reply.status, reply.description) == (400, f"Bad Request: {error}")


async def test_a_lost_question_may_be_answered_all_the_same(call: Call, world: World, started: Message) -> None:
    await send(call, reply_parameters={"message_id": 99, "allow_sending_without_reply": True})
    assert world.messages(AIGERIM.id)[-1].reply_to is None


async def test_a_topic_must_exist_where_there_are_topics(call: Call, world: World) -> None:
    world.write(DENIZ.id, "/help", GROUP.id, thread_id=11)
    reply = await call("sendMessage", chat_id=GROUP.id, text="x", message_thread_id=11)
    assert isinstance(reply.result, dict)
    assert reply.result["message_thread_id"] == 11
    reply = await call("sendMessage", chat_id=GROUP.id, text="x", message_thread_id=12)
    assert reply.description == "Bad Request: message thread not found"


async def test_an_edit_changes_the_message_in_place(call: Call, world: World, started: Message) -> None:
    message_id = await send(call, reply_markup=KEYBOARD)
    await call("editMessageText", chat_id=AIGERIM.id, message_id=message_id, text="y")
    shown = world.messages(AIGERIM.id)[-1]
    assert (shown.id, shown.text, shown.keyboard, shown.edited_at is not None) == (message_id, "y", (), True)


async def test_the_keyboard_alone_can_be_changed(call: Call, world: World, started: Message) -> None:
    message_id = await send(call)
    await call("editMessageReplyMarkup", chat_id=AIGERIM.id, message_id=message_id, reply_markup=KEYBOARD)
    assert [button.text for button in world.messages(AIGERIM.id)[-1].buttons] == ["More"]
    reply = await call("editMessageReplyMarkup", chat_id=AIGERIM.id, message_id=message_id, reply_markup=KEYBOARD)
    assert reply.description == NOT_MODIFIED


async def test_an_edit_that_changes_nothing_is_refused(call: Call, started: Message) -> None:
    message_id = await send(call, "<b>x</b>", parse_mode="HTML")
    same = {"chat_id": AIGERIM.id, "message_id": message_id, "text": " <strong>x</strong> ", "parse_mode": "HTML"}
    assert (await call("editMessageText", **same)).description == NOT_MODIFIED
    assert (await call("editMessageText", **same | {"text": "x"})).status == 200


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
async def test_only_the_bots_own_messages_can_be_edited(call: Call, started: Message, method: str) -> None:
    gone = await call(method, chat_id=AIGERIM.id, message_id=99, text="x")
    assert gone.description == "Bad Request: message to edit not found"
    theirs = await call(method, chat_id=AIGERIM.id, message_id=started.id, text="x")
    assert theirs.description == "Bad Request: message can't be edited"
    assert (await call(method, text="x")).description == "Bad Request: message identifier is not specified"


async def test_messages_can_be_deleted_for_two_days(
    call: Call, world: World, clock: MovableClock, started: Message
) -> None:
    first, second = await send(call), await send(call)
    assert (await call("deleteMessage", chat_id=AIGERIM.id, message_id=first)).result is True
    assert [message.id for message in world.messages(AIGERIM.id)] == [started.id, second]
    again = await call("deleteMessage", chat_id=AIGERIM.id, message_id=first)
    assert again.description == "Bad Request: message to delete not found"
    clock.move(timedelta(hours=49))
    old = await call("deleteMessage", chat_id=AIGERIM.id, message_id=second)
    assert old.description == "Bad Request: message can't be deleted for everyone"


async def test_a_press_is_answered_once(call: Call, world: World, started: Message) -> None:
    message_id = await send(call, reply_markup=KEYBOARD)
    press = world.press(AIGERIM.id, message_id, "m")
    too_long = await call("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)
    assert too_long.description == "Bad Request: MESSAGE_TOO_LONG"
    assert (await call("answerCallbackQuery", callback_query_id=press.id, text="x" * 200)).result is True
    again = await call("answerCallbackQuery", callback_query_id=press.id)
    error = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert (again.status, again.description) == (400, error)


async def test_a_press_grows_too_old(
    call: Call, world: World, started: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = world.press(AIGERIM.id, await send(call, reply_markup=KEYBOARD), "m")
    monkeypatch.setattr("bot.sandbox.world.updates.PRESS_SECONDS", -1.0)
    assert "query is too old" in (await call("answerCallbackQuery", callback_query_id=press.id)).description


async def test_chat_actions_are_of_known_kinds(call: Call, started: Message) -> None:
    assert (await call("sendChatAction", chat_id=AIGERIM.id, action="typing")).result is True
    reply = await call("sendChatAction", chat_id=AIGERIM.id, action="thinking")
    assert reply.description == "Bad Request: wrong parameter action in request"


async def test_too_many_messages_to_one_chat_are_told_to_wait(http: aiohttp.ClientSession, limited: Sandbox) -> None:
    call = caller(http, limited)
    limited.world.write(AIGERIM.id, "/start")
    replies = [await call("sendMessage", chat_id=AIGERIM.id, text=str(n)) for n in range(6)]
    assert [reply.status for reply in replies] == [200] * 5 + [429]
    assert replies[-1].description == "Too Many Requests: retry after 1"
    assert replies[-1].body["parameters"] == {"retry_after": 1}
    assert replies[-1].headers["Retry-After"] == "1"
    assert len(limited.world.bot_messages(AIGERIM.id)) == 5


async def test_wrong_messages_do_not_count_against_the_pace(http: aiohttp.ClientSession, limited: Sandbox) -> None:
    call = caller(http, limited)
    limited.world.write(AIGERIM.id, "/start")
    for _ in range(20):
        assert (await call("sendMessage", chat_id=AIGERIM.id, text="<br>", parse_mode="HTML")).status == 400
    assert (await call("sendMessage", chat_id=AIGERIM.id, text="x")).status == 200
