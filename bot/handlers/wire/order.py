"""Chats are answered side by side, each chat's updates one after another: a question is never overtaken by its edit."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """So a chat that waits out a flood keeps nobody else waiting."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, chat_id: int) -> asyncio.Lock:
        """What to hold while the chat is answered; whoever came first goes first."""
        return self._locks.setdefault(chat_id, asyncio.Lock())
