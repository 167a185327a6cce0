"""/help: the table of commands, and how answers are to be read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.entries import OURS
from bot.render.html import Html, join
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage


def render_help(
    commands: Sequence[tuple[str, str | None]], language: str, messages: Messages, *, may_send_links: bool = False
) -> OutgoingMessage:
    """`commands`: each name with the key of the word for its argument."""
    lines = [_render_command(name, argument, language, messages) for name, argument in commands]
    legend = messages.text("help.legend", language, mark=OURS)
    if may_send_links:
        legend = join("\n\n", (messages.text("links.help", language), legend))
    return OutgoingMessage(text=messages.text("help", language, commands=join("\n", lines), legend=legend))


def _render_command(name: str, argument: str | None, language: str, messages: Messages) -> Html:
    asked = join(" ", (f"/{name}", messages.text(argument, language) if argument else ""))
    return messages.text("help.command", language, asked=asked, description=messages.text(f"command.{name}", language))
