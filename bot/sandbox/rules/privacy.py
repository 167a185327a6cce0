"""What a bot sees of a group in privacy mode: commands and mentions meant for it (and replies, which `World` knows)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox.formatting.entities import Entity

_MEANT = ("bot_command", "mention")


def is_meant_for(username: str, text: str, entities: Sequence[Entity]) -> bool:
    """Whether the text calls the bot: `/help`, `/help@the_bot`, `@the_bot`, but not `/help@another_bot`."""
    units = text.encode("utf-16-le")
    words = [units[2 * e.offset : 2 * e.end].decode("utf-16-le") for e in entities if e.kind in _MEANT]
    return any(_calls(word.lower(), username.lower()) for word in words)


def _calls(word: str, username: str) -> bool:
    command, _, named = word.partition("@")
    return named == username or (bool(command) and not named)
