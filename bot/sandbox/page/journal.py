"""The world's changes in order, kept for a while, so that a page that lost its connection can catch up."""

from __future__ import annotations

import secrets
from collections import deque

from bot.sandbox.world.model import Change
from bot.sandbox.world.waiting import Signal
from bot.sandbox.world.world import World

KEPT_CHANGES = 2_000


class Journal:
    """A cursor is `<run>-<number>`: another run's, or one too old, cannot be continued."""

    def __init__(self, world: World) -> None:
        self.written = Signal()
        self._run = secrets.token_hex(4)
        self._last = 0
        self._changes: deque[tuple[int, Change]] = deque(maxlen=KEPT_CHANGES)
        world.listeners.append(self._write)

    @property
    def cursor(self) -> str:
        """Where the journal stands now."""
        return self.cursor_at(self._last)

    def cursor_at(self, number: int) -> str:
        """The cursor after change `number`."""
        return f"{self._run}-{number}"

    def after(self, cursor: str) -> list[tuple[int, Change]] | None:
        """The numbered changes after `cursor`; None when that cannot be told any more."""
        run, _, number = cursor.partition("-")
        if run != self._run or not number.isdecimal():
            return None
        seen = int(number)
        if seen > self._last or self._last - seen > len(self._changes):
            return None
        missed = self._last - seen
        return [self._changes[len(self._changes) - missed + index] for index in range(missed)]

    def _write(self, change: Change) -> None:
        self._last += 1
        self._changes.append((self._last, change))
        self.written.fire()
