"""Which chat and message a call means, and whether the bot may write there; for the methods."""

from __future__ import annotations

import time

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.shapes import Json, chat_json, message_json
from bot.sandbox.refusal import bad_request, flooded, forbidden
from bot.sandbox.world.model import Access, Chat, Message
from bot.sandbox.world.world import World

_SHUT = {
    Access.NEVER_STARTED: "bot can't initiate conversation with a user",
    Access.BLOCKED: "bot was blocked by the user",
    Access.DEACTIVATED: "user is deactivated",
    Access.KICKED: "bot was kicked from the supergroup chat",
}


def find_chat(world: World, arguments: Arguments) -> Chat:
    """The chat of `chat_id`.

    Raises:
        Refusal: 400: none given, none there.
    """
    named = arguments.text("chat_id").strip()
    if not named:
        raise bad_request("chat_id is empty")
    chat = None if named.startswith("@") else world.chats.find_chat(arguments.integer("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    return chat


def find_open_chat(world: World, arguments: Arguments) -> Chat:
    """The chat of `chat_id`, if the bot may write there.

    Raises:
        Refusal: 400: no such chat; 403: shut out.
    """
    chat = find_chat(world, arguments)
    if chat.access in _SHUT:
        raise forbidden(_SHUT[chat.access])
    return chat


def find_own_message(world: World, arguments: Arguments, chat: Chat) -> Message:
    """The bot's message to edit.

    Raises:
        Refusal: 400: not there, or somebody else's.
    """
    message = world.chats.find_message(chat.id, arguments.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.sender.is_bot:
        raise bad_request("message can't be edited")
    return message


def keep_pace(world: World, chat: Chat, *, is_edit: bool = False) -> None:
    """Count one more message into the chat.

    Raises:
        Refusal: 429.
    """
    if world.rates and (wait := world.rates.take(chat.id, time.monotonic(), is_edit=is_edit)):
        raise flooded(wait)


def shape_chat(world: World, chat_id: int) -> Json:
    """The `Chat` of messages and updates."""
    chat = world.chats.find_chat(chat_id)
    if chat is None:
        raise bad_request("chat not found")
    return chat_json(chat, world.people.get(chat_id))


def shape_message(world: World, message: Message) -> Json:
    """The `Message` a method returns."""
    return message_json(message, shape_chat(world, message.chat_id))
