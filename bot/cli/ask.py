"""`readout ask`: the answer a chat would get, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from bot.app import build_context
from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.clock import now
from bot.handlers import answer_text
from bot.handlers.context import Request
from bot.render.terminal import render_terminal_message

TERMINAL_CHAT = 0
"""No chat of Telegram's has this id, so nothing said here meets anybody's subscription."""


@click.command()
@click.argument("question")
@database_option
def ask(question: str, database: Path | None) -> None:
    """Answer QUESTION as the chat would: a command such as "/country Cuba", or plain words."""
    settings = settings_with(database)
    configure_log(settings)
    context = build_context(settings, now)
    try:
        answer = answer_text(context, Request(chat_id=TERMINAL_CHAT, words=question, language=settings.language))
    finally:
        context.db.close()
    click.echo("\n\n".join(render_terminal_message(message) for message in answer))
