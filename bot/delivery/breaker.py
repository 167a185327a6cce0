"""Tells one reader who left from a Telegram that refuses everybody. Pure: counts what it is told."""

from __future__ import annotations

from storage.models.chats import Delivery

CLOSED_IN_A_ROW = 12
"""So many chats closed to us one after another, and no message taken in between: it is not they who left."""


class Breaker:
    """Remembers the chats that closed since Telegram last took a message."""

    def __init__(self) -> None:
        self._closed: dict[int, Delivery] = {}

    def took(self) -> None:
        """Telegram took a message: whoever closed, closed."""
        self._closed.clear()

    def closed(self, delivery: Delivery) -> tuple[Delivery, ...]:
        """A chat is closed to us. Too many in a row: the deliveries whose chats are to be opened again."""
        self._closed[delivery.chat_id] = delivery
        if len(self._closed) < CLOSED_IN_A_ROW:
            return ()
        wronged = tuple(self._closed.values())
        self._closed.clear()
        return wronged
