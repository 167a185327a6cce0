"""A Telegram update → an answer. One row of the table is a command: menu, /help and README follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import BotCommand
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.briefing.asking.words import read_command, suggest_command
from bot.handlers.buttons import press_lookup_button
from bot.handlers.context import Command, Context, Pressed, Request
from bot.handlers.correcting import press_correction_button
from bot.handlers.links import may_send_links, press_card_button, take_links
from bot.handlers.lookups import (
    answer_between,
    answer_country,
    answer_date,
    answer_latest,
    answer_minister,
    answer_plain,
    answer_search,
)
from bot.handlers.sources import answer_sources
from bot.handlers.start import answer_privacy, answer_start, answer_wordless
from bot.handlers.subscribing.dialogue import take_dialogue_text
from bot.handlers.subscriptions import (
    answer_digest,
    answer_subscribe,
    answer_subscriptions,
    answer_unsubscribe,
    press_subscription_button,
)
from bot.handlers.wire.errors import on_error
from bot.handlers.wire.guards import CONTEXT_KEY, split_command
from bot.handlers.wire.membership import on_membership, on_moved
from bot.handlers.wire.receiving import Receiver
from bot.render.answers.choices import quote
from bot.render.cards import PREFIX as CARD_PREFIX
from bot.render.correcting.buttons import PREFIX as CORRECTION_PREFIX
from bot.render.help import render_help
from bot.render.html import plain
from bot.render.messages import Messages
from bot.render.subscribing.buttons import PREFIX
from storage.models.chats import ChatKind, OutgoingMessage

__all__ = ["COMMANDS", "CONTEXT_KEY", "answer_text", "describe_commands", "register", "set_menu"]


def answer_help(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """Every row of the table."""
    rows = [(command.name, command.argument) for command in COMMANDS]
    may_send = context.settings.fetch and may_send_links(context, request)
    return (render_help(rows, request.language, context.messages, may_send_links=may_send),)


COMMANDS = (
    Command(name="latest", answer=answer_latest),
    Command(name="country", answer=answer_country, argument="argument.name"),
    Command(name="minister", answer=answer_minister, argument="argument.name"),
    Command(name="date", answer=answer_date, argument="argument.when"),
    Command(name="between", answer=answer_between, argument="argument.pair"),
    Command(name="search", answer=answer_search, argument="argument.words"),
    Command(name="subscribe", answer=answer_subscribe, argument="argument.subscription", is_for_admins=True),
    Command(name="subscriptions", answer=answer_subscriptions),
    Command(name="unsubscribe", answer=answer_unsubscribe, is_for_admins=True),
    Command(name="digest", answer=answer_digest),
    Command(name="sources", answer=answer_sources),
    Command(name="help", answer=answer_help),
    Command(name="privacy", answer=answer_privacy),
    Command(name="start", answer=answer_start),
)


def answer_text(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """What anybody writes, a command or plain words: the one path of chat and terminal."""
    if split_command(request.words)[0] is None and (answer := take_dialogue_text(context, request)) is not None:
        return answer
    name, argument = _asked_command(request.words)
    if name is None and (answer := take_links(context, request)) is not None:
        return answer
    if name is None:
        return answer_plain(context, replace(request, words=argument))
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        return _answer_unknown(context, request)
    return command.answer(context, replace(request, words=argument))


def press(context: Context, request: Request) -> Pressed:
    """What any button does, by the letter its callback data begins with."""
    if request.words.startswith(PREFIX):
        return press_subscription_button(context, request)
    if request.words.startswith(CORRECTION_PREFIX):
        return press_correction_button(context, request)
    if request.words.startswith(CARD_PREFIX):
        return press_card_button(context, request)
    return press_lookup_button(context, request)


def needs_admin(words: str) -> bool:
    """Whether a command or button decides for the whole chat."""
    name = _asked_command(words)[0]
    return words.startswith(PREFIX) or any(each.is_for_admins and each.name == name for each in COMMANDS)


def _asked_command(words: str) -> tuple[str | None, str]:
    """The command and its argument; plain words may be one: "help", "stop"."""
    name, _, argument = split_command(words)
    return (name, argument) if name else read_command(argument) or (None, argument)


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Connect everything people can do to its answer; `bot_data[CONTEXT_KEY]` must hold the Context."""
    receiver = Receiver(answer_text, answer_wordless, press, needs_admin)
    asked = filters.UpdateType.MESSAGES & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(asked, receiver.on_message))
    application.add_handler(CallbackQueryHandler(receiver.on_press))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, on_moved))
    application.add_handler(ChatMemberHandler(on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(on_error)


def describe_commands(messages: Messages, language: str) -> list[tuple[str, str]]:
    """(command, what it does) for the menu, as plain text."""
    return [(command.name, str(messages.text(f"command.{command.name}", language))) for command in COMMANDS]


async def set_menu(application: Application[Any, Any, Any, Any, Any, Any], context: Context) -> None:
    """Give Telegram the table as the bot's menu, and what an empty chat shows."""
    messages, language = context.messages, context.settings.language
    described = describe_commands(messages, language)
    await application.bot.set_my_commands([BotCommand(name, text) for name, text in described])
    await application.bot.set_my_description(plain(messages.text("bot.description", language)))
    await application.bot.set_my_short_description(plain(messages.text("bot.short_description", language)))


def _answer_unknown(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """In a group a command nobody addressed to us may be another bot's."""
    name, addressee, argument = split_command(request.words)
    if request.kind is not ChatKind.PRIVATE and addressee is None:
        return ()
    near = suggest_command(name or "", [command.name for command in COMMANDS])
    meant = f"/{near} {argument}".strip() if near else None
    key = "ask.near_command" if meant else "ask.unknown_command"
    text = context.messages.text(key, request.language, asked=quote(f"/{name}"), near=quote(meant or ""))
    return (OutgoingMessage(text=text),)
