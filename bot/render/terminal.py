"""Messages as the terminal shows them: letters, addresses in brackets, choices as lines; no evidence, no paging."""

from __future__ import annotations

import re

from bot.render.callbacks import AskLookup, parse_callback
from bot.render.html import plain
from storage.models.chats import OutgoingMessage

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


def render_terminal(html: str) -> str:
    """Our HTML as plain text."""
    return plain(_LINK.sub(r"\2 [\1]", html))


def render_terminal_message(message: OutgoingMessage) -> str:
    """A message with the choices it offers."""
    buttons = [button for row in message.keyboard for button in row]
    choices = [label for label, target in buttons if isinstance(parse_callback(target), AskLookup)]
    return "\n".join((render_terminal(message.text), *(f"  · {label}" for label in choices)))
