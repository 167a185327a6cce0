"""What waits for the bot: updates it has not confirmed, presses it has not answered. Filled by `World`."""

from __future__ import annotations

import itertools
import time
from collections import deque

from bot.sandbox.world.model import IDS_A_RUN, Message, Person, Press, Subject, Update, UpdateKind
from bot.sandbox.world.waiting import Signal

FIRST_UPDATE_ID = 700_000_001
FIRST_PRESS_ID = 4_000_000_000_000_000_001
PRESS_SECONDS = 20.0
"""How long a press may wait for its answer; Telegram publishes no figure."""

KEPT_UPDATES = 10_000
"""Telegram keeps a day of them; a sandbox without a bot must not grow for ever."""


class UpdateQueue:
    """Handed out again and again until a greater offset confirms them."""

    def __init__(self) -> None:
        self.arrived = Signal()
        self._next_id = FIRST_UPDATE_ID
        self._pending: deque[Update] = deque(maxlen=KEPT_UPDATES)
        self._allowed: frozenset[str] = frozenset(UpdateKind)

    def __len__(self) -> int:
        return len(self._pending)

    def resume(self, run: int) -> None:
        """Leave the ids below to earlier runs."""
        self._next_id = FIRST_UPDATE_ID + (run - 1) * IDS_A_RUN

    def allow(self, kinds: object) -> None:
        """Take `allowed_updates`: an empty list means all; what is no list changes nothing."""
        if isinstance(kinds, list):
            self._allowed = frozenset(map(str, kinds)) or frozenset(UpdateKind)

    @property
    def allowed(self) -> list[str]:
        """The kinds the bot asked for; empty where it takes all."""
        return [] if self._allowed >= frozenset(UpdateKind) else sorted(self._allowed)

    def add(self, kind: UpdateKind, subject: Subject) -> None:
        """Queue one, unless the bot does not want its kind."""
        if kind in self._allowed:
            self._pending.append(Update(id=self._next_id, kind=kind, subject=subject))
            self._next_id += 1
            self.arrived.fire()

    def take(self, offset: int, limit: int) -> list[Update]:
        """Forget what lies below `offset`, hand out the next; a negative one keeps only the last `-offset`."""
        if offset < 0:
            offset = self._next_id + offset
        while self._pending and self._pending[0].id < offset:
            self._pending.popleft()
        return [update for update, _ in zip(self._pending, range(limit), strict=False)]

    def clear(self) -> None:
        """Forget all; ids go on."""
        self._pending.clear()


class Presses:
    """Each may be answered once, in time."""

    def __init__(self) -> None:
        self._ids = itertools.count(FIRST_PRESS_ID)
        self._open: dict[str, Press] = {}

    def add(self, person: Person, message: Message, callback_data: str) -> Press:
        """A button has been pressed."""
        press = Press(
            id=str(next(self._ids)),
            person=person,
            message=message,
            callback_data=callback_data,
            pressed_at=time.monotonic(),
        )
        self._forget_old()
        self._open[press.id] = press
        return press

    def take(self, press_id: str) -> Press | None:
        """The press to answer; None when it is unknown, answered already or too old."""
        self._forget_old()
        return self._open.pop(press_id, None)

    def clear(self) -> None:
        """Nobody waits any more."""
        self._open.clear()

    def _forget_old(self) -> None:
        since = time.monotonic() - PRESS_SECONDS
        for press in [press for press in self._open.values() if press.pressed_at < since]:
            del self._open[press.id]
