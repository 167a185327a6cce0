"""The world's people, chats, messages and updates as the Bot API's JSON; for the methods."""

from __future__ import annotations

from datetime import datetime

from bot.sandbox.formatting.entities import Entity
from bot.sandbox.rules.keyboards import Button
from bot.sandbox.world.model import (
    Access,
    AttachmentKind,
    Chat,
    ChatKind,
    Membership,
    Message,
    Person,
    Post,
    Press,
    Update,
)
from bot.sandbox.world.people import BOT

Json = dict[str, object]

_STANDING = {Access.OPEN: "member", Access.NEVER_STARTED: "member"}
_ATTACHMENTS: dict[AttachmentKind, object] = {
    AttachmentKind.STICKER: {
        "file_id": "sandbox-sticker",
        "file_unique_id": "sticker",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👋",
    },
    AttachmentKind.PHOTO: [{"file_id": "sandbox-photo", "file_unique_id": "photo", "width": 640, "height": 480}],
    AttachmentKind.VOICE: {
        "file_id": "sandbox-voice",
        "file_unique_id": "voice",
        "duration": 4,
        "mime_type": "audio/ogg",
    },
}


def to_unix(at: datetime) -> int:
    """Whole seconds, as Telegram dates everything."""
    return int(at.timestamp())


def user_json(person: Person) -> Json:
    """A `User`."""
    shape: Json = {"id": person.id, "is_bot": person.is_bot, "first_name": person.first_name}
    if person.last_name:
        shape["last_name"] = person.last_name
    if person.username:
        shape["username"] = person.username
    if not person.is_bot:
        shape["language_code"] = person.language_code
    return shape


def chat_json(chat: Chat, person: Person | None) -> Json:
    """A `Chat`; `person` is the one a private chat is with."""
    if person is None or chat.kind is not ChatKind.PRIVATE:
        return {"id": chat.id, "type": chat.kind, "title": chat.title}
    shape: Json = {"id": chat.id, "type": chat.kind, "first_name": person.first_name}
    if person.last_name:
        shape["last_name"] = person.last_name
    if person.username:
        shape["username"] = person.username
    return shape


def message_json(message: Message, chat: Json) -> Json:
    """A `Message` in `chat`."""
    shape: Json = {
        "message_id": message.id,
        "from": user_json(message.sender),
        "chat": chat,
        "date": to_unix(message.sent_at),
    }
    if message.edited_at:
        shape["edit_date"] = to_unix(message.edited_at)
    if message.thread_id:
        shape |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.reply_to:
        shape["reply_to_message"] = message_json(message.reply_to, chat)
    if message.forwards:
        shape["forward_origin"] = _origin_json(message.forwards)
    if message.attachment:
        shape[message.attachment] = _ATTACHMENTS[message.attachment]
    else:
        shape["text"] = message.text
    if message.entities:
        shape["entities"] = [entity_json(entity) for entity in message.entities]
    if message.keyboard:
        shape["reply_markup"] = {"inline_keyboard": [[_button_json(b) for b in row] for row in message.keyboard]}
    return shape


def _origin_json(post: Post) -> Json:
    """A `MessageOrigin`."""
    if post.title is None:
        return {"type": "hidden_user", "date": to_unix(post.at), "sender_user_name": "Somebody"}
    chat: Json = {"id": post.chat_id, "type": "channel", "title": post.title}
    if post.username:
        chat["username"] = post.username
    return {"type": "channel", "date": to_unix(post.at), "chat": chat, "message_id": post.message_id}


def entity_json(entity: Entity) -> Json:
    """A `MessageEntity`."""
    shape: Json = {"type": entity.kind, "offset": entity.offset, "length": entity.length}
    if entity.url:
        shape["url"] = entity.url
    if entity.language:
        shape["language"] = entity.language
    if entity.user_id:
        shape["user"] = {"id": entity.user_id, "is_bot": False, "first_name": "Somebody"}
    if entity.emoji_id:
        shape["custom_emoji_id"] = entity.emoji_id
    if entity.unix_time:
        shape |= {"unix_time": entity.unix_time, "date_time_format": entity.time_format}
    return shape


def member_json(person: Person, standing: str) -> Json:
    """A `ChatMember`."""
    shape: Json = {"status": standing, "user": user_json(person)}
    match standing:
        case "kicked":
            shape["until_date"] = 0
        case "creator":
            shape["is_anonymous"] = False
    return shape


def update_json(update: Update, chats: dict[int, Json]) -> Json:
    """An `Update`; `chats` holds each chat's shape."""
    return {"update_id": update.id, update.kind.value: _subject_json(update, chats)}


def _subject_json(update: Update, chats: dict[int, Json]) -> Json:
    match update.subject:
        case Message() as message:
            return message_json(message, chats[message.chat_id])
        case Press() as press:
            return {
                "id": press.id,
                "from": user_json(press.person),
                "message": message_json(press.message, chats[press.message.chat_id]),
                "chat_instance": str(press.message.chat_id),
                "data": press.callback_data,
            }
        case Membership() as change:
            return {
                "chat": chats[change.chat.id],
                "from": user_json(change.person),
                "date": to_unix(change.changed_at),
                "old_chat_member": member_json(BOT, _STANDING.get(change.before, "kicked")),
                "new_chat_member": member_json(BOT, _STANDING.get(change.after, "kicked")),
            }


def _button_json(button: Button) -> Json:
    shape: Json = {"text": button.text}
    if button.url:
        shape["url"] = button.url
    elif button.copy_text:
        shape["copy_text"] = {"text": button.copy_text}
    else:
        shape["callback_data"] = button.callback_data
    return shape
