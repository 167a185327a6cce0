"""The table of commands is the only place: menu and /help follow from it, and Telegram takes them."""

from __future__ import annotations

import re

from bot.app import build_application
from bot.handlers import COMMANDS, answer_text, describe_commands, set_menu
from bot.handlers.context import Context, Request
from bot.render.messages import Messages
from bot.render.terminal import render_terminal, render_terminal_message
from bot.sandbox import Sandbox


def test_every_row_is_described_within_telegrams_limits(messages: Messages) -> None:
    described = describe_commands(messages, "en")
    assert [name for name, _ in described] == [command.name for command in COMMANDS]
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) and 1 <= len(text) <= 256 for name, text in described)
    assert len({name for name, _ in described}) == len(described)


def test_help_lists_every_row_and_nothing_else(context: Context) -> None:
    (shown,) = answer_text(context, Request(chat_id=1, words="/help", language="en"))
    assert re.findall(r"^/([a-z]+)", shown.text, re.MULTILINE) == [command.name for command in COMMANDS]


async def test_the_menu_is_the_table(context: Context, sandbox: Sandbox) -> None:
    application = build_application(context, sandbox.token, sandbox.api_url)
    async with application:
        await set_menu(application, context)
        assert [shown.command for shown in await application.bot.get_my_commands()] == [c.name for c in COMMANDS]


def test_the_terminal_shows_letters_addresses_and_choices(archive: Context) -> None:
    (page,) = answer_text(archive, Request(chat_id=0, words="/country Kazakhstan", language="en"))
    shown = render_terminal_message(page)
    assert "Example Times [https://example.org/talks/5]" in shown
    assert "Evidence" not in shown
    assert "<b>" not in shown
    (choice,) = answer_text(archive, Request(chat_id=0, words="/minister Aliyev", language="en"))
    assert render_terminal_message(choice).endswith("  · 🇦🇿 Ilham Aliyev\n  · 🇦🇿 Samir Aliyev")


def test_the_terminal_shows_text_letter_for_letter() -> None:
    assert render_terminal("<b>A &amp; B</b> &lt;x&gt;") == "A & B <x>"
