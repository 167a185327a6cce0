"""The command menu and its scopes, checked by Telegram's limits; for `api`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.refusal import bad_request

COMMAND_LIMIT = 100
NAME_LIMIT = 32
DESCRIPTION_LIMIT = 256
MENU_BYTES = 4096
"""Descriptions in all, beyond which BOT_COMMANDS_TOO_MUCH was reported."""

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One row of the menu."""

    name: str
    description: str


def read_commands(listed: object) -> tuple[Command, ...]:
    """The menu as it will be shown.

    Raises:
        Refusal: 400 by the first rule broken.
    """
    if not isinstance(listed, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = tuple(_read_command(command) for command in listed)
    if any(not _NAME.fullmatch(command.name) for command in commands):
        raise bad_request("BOT_COMMAND_INVALID")
    size = sum(len(command.description.encode()) for command in commands)
    if len(commands) > COMMAND_LIMIT or size > MENU_BYTES:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return commands


def read_scope(scope: object) -> str:
    """A key for the scope: its type, and for one chat or member their ids.

    Raises:
        Refusal: 400 where the scope is none.
    """
    if scope is None:
        return "default"
    if not isinstance(scope, Mapping):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind in _SCOPES:
        return str(kind)
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    return ":".join([str(kind), str(scope["chat_id"]), *([str(scope.get("user_id"))] if kind == "chat_member" else [])])


def _read_command(command: object) -> Command:
    if not isinstance(command, Mapping):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = command.get("command"), command.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        raise bad_request(f"can't parse BotCommand: Can't find field \"{'description' if name else 'command'}\"")
    name = name.strip().removeprefix("/")
    description = description.strip()
    if not name:
        raise bad_request("Command must be non-empty")
    if len(name) > NAME_LIMIT:
        raise bad_request(f"Command length must not exceed {NAME_LIMIT}")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > DESCRIPTION_LIMIT:
        raise bad_request(f"Command description length must not exceed {DESCRIPTION_LIMIT}")
    return Command(name=name, description=description)
