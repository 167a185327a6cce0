"""Methods about the bot itself and about chats and their members."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.lookups import find_chat
from bot.sandbox.api.shapes import Json, chat_json, member_json, user_json
from bot.sandbox.refusal import bad_request
from bot.sandbox.rules.commands import read_commands, read_scope
from bot.sandbox.world.model import Altered, ChatKind
from bot.sandbox.world.people import BOT
from bot.sandbox.world.world import World

TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def get_me(world: World, arguments: Arguments) -> Json:
    """getMe."""
    return user_json(BOT) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.is_private,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, arguments: Arguments) -> bool:
    """setMyCommands."""
    commands = read_commands(arguments.structure("commands", "commands") or [])
    world.profile.menus[_menu_key(arguments)] = commands
    world.tell(Altered())
    return True


def get_my_commands(world: World, arguments: Arguments) -> list[Json]:
    """getMyCommands."""
    menu = world.profile.menus.get(_menu_key(arguments), ())
    return [{"command": command.name, "description": command.description} for command in menu]


def delete_my_commands(world: World, arguments: Arguments) -> bool:
    """deleteMyCommands."""
    world.profile.menus.pop(_menu_key(arguments), None)
    world.tell(Altered())
    return True


def set_my(name: str) -> Callable[[World, Arguments], bool]:
    """setMyName, setMyDescription, setMyShortDescription."""

    def method(world: World, arguments: Arguments) -> bool:
        text = arguments.text(name)
        if len(text) > TEXT_LIMITS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        world.profile.texts[name, _language(arguments)] = text
        world.tell(Altered())
        return True

    return method


def get_my(name: str) -> Callable[[World, Arguments], Json]:
    """getMyName, getMyDescription, getMyShortDescription."""

    def method(world: World, arguments: Arguments) -> Json:
        return {name: world.profile.text(name, _language(arguments)) or (BOT.first_name if name == "name" else "")}

    return method


def get_chat(world: World, arguments: Arguments) -> Json:
    """getChat."""
    chat = find_chat(world, arguments)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    return chat_json(chat, world.people.get(chat.id)) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def get_chat_member(world: World, arguments: Arguments) -> Json:
    """getChatMember."""
    chat = find_chat(world, arguments)
    user_id = arguments.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if user_id == BOT.id:
        return member_json(BOT, "member")
    if user_id not in world.people:
        raise bad_request("user not found")
    is_owner = chat.kind is not ChatKind.PRIVATE and chat.member_ids[:1] == (user_id,)
    standing = "creator" if is_owner else "member" if user_id in chat.member_ids else "left"
    return member_json(world.people[user_id], standing)


def get_chat_member_count(world: World, arguments: Arguments) -> int:
    """getChatMemberCount; the bot is one of them."""
    return len(find_chat(world, arguments).member_ids) + 1


def _menu_key(arguments: Arguments) -> tuple[str, str]:
    return read_scope(arguments.structure("scope", "BotCommandScope")), _language(arguments)


def _language(arguments: Arguments) -> str:
    code = arguments.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code
