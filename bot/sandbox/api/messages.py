"""Methods that put up, change and take away messages, and answer presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.lookups import find_chat, find_open_chat, find_own_message, keep_pace, shape_message
from bot.sandbox.api.shapes import Json
from bot.sandbox.formatting.entities import Entity
from bot.sandbox.formatting.texts import ANSWER_LIMIT, compose_text
from bot.sandbox.refusal import bad_request
from bot.sandbox.rules.keyboards import Keyboard, read_keyboard
from bot.sandbox.world.model import Chat, ChatKind, Message, Typing
from bot.sandbox.world.people import BOT
from bot.sandbox.world.world import World

DELETE_WITHIN = timedelta(hours=48)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_ACTIONS = frozenset(
    f"{verb}_{what}" for verb in ("upload", "record") for what in ("photo", "video", "voice", "document", "video_note")
) | {"typing", "choose_sticker", "find_location"}


def send_message(world: World, arguments: Arguments) -> Json:
    """sendMessage."""
    text, entities = _read_text(arguments)
    keyboard = _read_keyboard(arguments)
    chat = find_open_chat(world, arguments)
    reply_to = _read_reply(world, arguments, chat)
    thread_id = _read_thread(world, arguments, chat)
    keep_pace(world, chat)
    message = Message(
        id=world.chats.next_message_id(chat.id),
        chat_id=chat.id,
        sender=BOT,
        sent_at=world.clock(),
        text=text,
        entities=entities,
        keyboard=keyboard,
        reply_to=reply_to,
        thread_id=thread_id,
        is_silent=arguments.flag("disable_notification"),
    )
    return shape_message(world, world.show(message))


def edit_message_text(world: World, arguments: Arguments) -> Json:
    """editMessageText. A missing `reply_markup` takes the keyboard away."""
    text, entities = _read_text(arguments)
    keyboard = _read_keyboard(arguments, is_edit=True)
    message = _find_to_edit(world, arguments)
    return _edit(world, message, replace(message, text=text, entities=entities, keyboard=keyboard))


def edit_message_reply_markup(world: World, arguments: Arguments) -> Json:
    """editMessageReplyMarkup."""
    keyboard = _read_keyboard(arguments, is_edit=True)
    message = _find_to_edit(world, arguments)
    return _edit(world, message, replace(message, keyboard=keyboard))


def delete_message(world: World, arguments: Arguments) -> bool:
    """deleteMessage: the bot's own, or anybody's in a private chat, within 48 hours of the demo's clock."""
    chat = find_chat(world, arguments)
    message = world.chats.find_message(chat.id, arguments.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not message.sender.is_bot and chat.kind is not ChatKind.PRIVATE:
        raise bad_request("message can't be deleted")
    if world.clock() - message.sent_at > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
    return world.remove(chat.id, message.id)


def answer_callback_query(world: World, arguments: Arguments) -> bool:
    """answerCallbackQuery."""
    text = arguments.text("text")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if not world.answer(arguments.text("callback_query_id"), text, is_alert=arguments.flag("show_alert")):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return True


def send_chat_action(world: World, arguments: Arguments) -> bool:
    """sendChatAction."""
    if arguments.text("action") not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    world.tell(Typing(chat_id=find_open_chat(world, arguments).id))
    return True


def set_message_reaction(world: World, arguments: Arguments) -> bool:
    """setMessageReaction: checked, not shown."""
    chat = find_open_chat(world, arguments)
    if world.chats.find_message(chat.id, arguments.integer("message_id")) is None:
        raise bad_request("message to react not found")
    return True


def _read_text(arguments: Arguments) -> tuple[str, tuple[Entity, ...]]:
    preview = arguments.structure("link_preview_options", "link preview options")
    if preview is not None and not isinstance(preview, dict):
        raise bad_request("Object expected as link preview options")
    listed = arguments.structure("entities", "message entities")
    text, entities = compose_text(arguments.text("text"), arguments.text("parse_mode"), listed)
    return text, tuple(entities)


def _read_keyboard(arguments: Arguments, *, is_edit: bool = False) -> Keyboard:
    return read_keyboard(arguments.structure("reply_markup", "reply keyboard markup"), is_edit=is_edit)


def _read_reply(world: World, arguments: Arguments, chat: Chat) -> Message | None:
    parameters = arguments.structure("reply_parameters", "reply parameters")
    if parameters is None:
        parameters = {"message_id": arguments.integer("reply_to_message_id")}
        parameters["allow_sending_without_reply"] = arguments.flag("allow_sending_without_reply")
    if not isinstance(parameters, dict):
        raise bad_request("Object expected as reply parameters")
    message_id = parameters.get("message_id")
    if not message_id:
        return None
    message = world.chats.find_message(chat.id, message_id) if isinstance(message_id, int) else None
    if message is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message and replace(message, reply_to=None)


def _read_thread(world: World, arguments: Arguments, chat: Chat) -> int:
    """A topic exists once somebody has written in it; chats without topics ignore the argument."""
    thread_id = arguments.integer("message_thread_id")
    threads = {message.thread_id for message in world.messages(chat.id)} if thread_id else set()
    if thread_id and any(threads) and thread_id not in threads:
        raise bad_request("message thread not found")
    return thread_id if thread_id in threads else 0


def _find_to_edit(world: World, arguments: Arguments) -> Message:
    if not arguments.text("chat_id") and not arguments.integer("message_id"):
        raise bad_request("Message identifier is not specified")
    chat = find_open_chat(world, arguments)
    return find_own_message(world, arguments, chat)


def _edit(world: World, before: Message, after: Message) -> Json:
    keep_pace(world, world.chats.get_chat(before.chat_id), is_edit=True)
    if after == before:
        raise bad_request(_NOT_MODIFIED)
    return shape_message(world, world.show(replace(after, edited_at=world.clock())))
