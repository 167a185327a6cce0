"""What the page is told of the world, as JSON."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.api.shapes import Json, entity_json
from bot.sandbox.world.model import Altered, Answered, Change, Chat, ChatKind, Message, Person, Removed, Shown, Typing
from bot.sandbox.world.people import BOT
from bot.sandbox.world.world import World

SHOWN_PEOPLE = 30
SHOWN_MESSAGES = 300
QUOTE_LENGTH = 120


def state_json(world: World, cursor: str, zone: ZoneInfo, kept_in: str) -> Json:
    """Everything but the messages. `kept_in` names the file that *reset* empties; empty: one of the demo's own."""
    people = list(world.people.values())[:SHOWN_PEOPLE]
    shown = {person.id for person in people}
    chats = [chat for chat in world.chats.list_chats() if chat.kind is not ChatKind.PRIVATE or chat.id in shown]
    return {
        "cursor": cursor,
        "now": _milliseconds(world.clock()),
        "zone": zone.key,
        "kept_in": kept_in,
        "bot": {
            "name": world.profile.text("name") or BOT.first_name,
            "username": BOT.username,
        },
        "people": [_person_json(person) for person in people],
        "chats": [_chat_json(world, chat) for chat in chats],
    }


def message_json(message: Message) -> Json:
    """One message as the page shows it; text stays text, formatting comes as entities."""
    return {
        "id": message.id,
        "chat_id": message.chat_id,
        "sender_id": message.sender.id,
        "sender": message.sender.full_name,
        "is_bot": message.sender.is_bot,
        "at": _milliseconds(message.sent_at),
        "text": message.text,
        "entities": [entity_json(entity) for entity in message.entities],
        "keyboard": [
            [{"text": b.text, "data": b.callback_data, "url": b.url, "copy": b.copy_text} for b in row]
            for row in message.keyboard
        ],
        "attachment": message.attachment,
        "is_edited": message.edited_at is not None,
        "is_silent": message.is_silent,
        "reply_to": _quote_json(message.reply_to),
    }


def change_json(change: Change) -> Json:
    """One event."""
    match change:
        case Shown(message=message):
            return {"kind": "shown", "message": message_json(message)}
        case Removed(chat_id=chat_id, message_id=message_id):
            return {"kind": "removed", "chat_id": chat_id, "id": message_id}
        case Answered(press=press, text=text, is_alert=is_alert):
            return {
                "kind": "answered",
                "person_id": press.person.id,
                "chat_id": press.message.chat_id,
                "id": press.message.id,
                "data": press.callback_data,
                "text": text,
                "is_alert": is_alert,
            }
        case Typing(chat_id=chat_id):
            return {"kind": "typing", "chat_id": chat_id}
        case Altered():
            return {"kind": "altered"}


def _chat_json(world: World, chat: Chat) -> Json:
    messages = world.messages(chat.id)
    person = world.people.get(chat.id)
    language = person.language_code if person else ""
    return {
        "id": chat.id,
        "title": chat.title,
        "is_group": chat.kind is not ChatKind.PRIVATE,
        "member_ids": list(chat.member_ids),
        "access": chat.access,
        "has_earlier": chat.id in world.chats.resumed_ids,
        "description": world.profile.text("description", language),
        "last": message_json(messages[-1]) if messages else None,
        "menu": [
            {"name": command.name, "description": command.description}
            for command in world.profile.menu_for(chat, language)
        ],
    }


def _person_json(person: Person) -> Json:
    return {"id": person.id, "name": person.full_name, "about": person.about}


def _quote_json(message: Message | None) -> Json | None:
    if message is None:
        return None
    text = message.text if message.attachment is None else message.attachment.capitalize()
    return {"id": message.id, "sender": message.sender.full_name, "text": text[:QUOTE_LENGTH]}


def _milliseconds(at: datetime) -> int:
    return round(at.timestamp() * 1000)
