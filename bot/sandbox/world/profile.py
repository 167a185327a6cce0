"""What the bot says of itself: its menu by scope and language, its descriptions. Survives a reset."""

from __future__ import annotations

from bot.sandbox.rules.commands import Command
from bot.sandbox.world.model import Chat, ChatKind


class Profile:
    """Set by the Bot API, shown by the page."""

    def __init__(self) -> None:
        self.menus: dict[tuple[str, str], tuple[Command, ...]] = {}
        self.texts: dict[tuple[str, str], str] = {}

    def menu_for(self, chat: Chat, language: str = "") -> tuple[Command, ...]:
        """The menu people see in `chat`: the narrowest scope that has one, in their language before any."""
        wide = "all_private_chats" if chat.kind is ChatKind.PRIVATE else "all_group_chats"
        for scope in (f"chat:{chat.id}", wide, "default"):
            for code in (language, ""):
                if (scope, code) in self.menus:
                    return self.menus[scope, code]
        return ()

    def text(self, name: str, language: str = "") -> str:
        """A text by its name in the Bot API (`description` …), in `language` before any."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")
