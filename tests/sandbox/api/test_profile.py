from __future__ import annotations

import pytest

from bot.sandbox import AIGERIM, BOT, DENIZ, GROUP, World
from bot.sandbox.world.model import Message
from tests.sandbox.conftest import Call

MENU = [{"command": "help", "description": "How to ask"}]


async def test_the_bot_knows_itself(call: Call) -> None:
    result = (await call("getMe")).result
    assert isinstance(result, dict)
    assert result["is_bot"] is True
    assert result["username"] == BOT.username
    assert result["can_read_all_group_messages"] is False


async def test_a_menu_holds_for_its_scope_and_language(call: Call, world: World) -> None:
    await call("setMyCommands", commands=MENU)
    groups = {"type": "all_group_chats"}
    await call("setMyCommands", commands=[{"command": "ask", "description": "Here"}], scope=groups)
    await call("setMyCommands", commands=[{"command": "komek", "description": "Сұрау"}], language_code="kk")
    assert (await call("getMyCommands")).result == MENU
    private, group = world.chats.get_chat(AIGERIM.id), world.chats.get_chat(GROUP.id)
    assert [command.name for command in world.profile.menu_for(private)] == ["help"]
    assert [command.name for command in world.profile.menu_for(private, "kk")] == ["komek"]
    assert [command.name for command in world.profile.menu_for(group)] == ["ask"]
    await call("deleteMyCommands", scope=groups)
    assert [command.name for command in world.profile.menu_for(group)] == ["help"]


async def test_a_menu_survives_a_reset(call: Call, world: World) -> None:
    await call("setMyCommands", commands=MENU)
    world.reset()
    assert (await call("getMyCommands")).result == MENU


@pytest.mark.parametrize(("name", "limit"), [("Description", 512), ("ShortDescription", 120), ("Name", 64)])
async def test_texts_have_their_limits(call: Call, name: str, limit: int) -> None:
    key = {"Description": "description", "ShortDescription": "short_description", "Name": "name"}[name]
    assert (await call(f"setMy{name}", **{key: "x" * limit})).result is True
    assert (await call(f"getMy{name}")).result == {key: "x" * limit}
    assert (await call(f"setMy{name}", **{key: "x" * (limit + 1)})).status == 400


async def test_a_wrong_language_is_refused(call: Call) -> None:
    reply = await call("setMyDescription", description="x", language_code="english")
    assert reply.description == "Bad Request: invalid language code specified"


async def test_chats_and_members_can_be_looked_up(call: Call, started: Message) -> None:
    private = (await call("getChat", chat_id=AIGERIM.id)).result
    assert isinstance(private, dict)
    assert private["first_name"] == "Aigerim"
    assert (await call("getChat", chat_id=1)).description == "Bad Request: chat not found"
    assert await standing(call, AIGERIM.id) == "creator"
    assert await standing(call, DENIZ.id) == "member"
    assert await standing(call, BOT.id) == "member"
    assert (await call("getChatMember", chat_id=GROUP.id, user_id=1)).description == "Bad Request: user not found"
    assert (await call("getChatMemberCount", chat_id=GROUP.id)).result == 6


async def standing(call: Call, user_id: int) -> object:
    result = (await call("getChatMember", chat_id=GROUP.id, user_id=user_id)).result
    assert isinstance(result, dict)
    return result["status"]
