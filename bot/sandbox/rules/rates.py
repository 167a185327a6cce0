"""Telegram's pace: so many messages a second in all, to one chat, to one group; time is handed in; for `api`."""

from __future__ import annotations

import math
from collections import deque

GLOBAL_PER_SECOND = 30
CHAT_PER_SECOND = 1
CHAT_BURST = 5
"""Messages one chat takes at once before its second-by-second pace holds; Telegram publishes no figure."""

GROUP_PER_MINUTE = 20


class _Window:
    """At most `limit` events in any `seconds`."""

    __slots__ = ("_events", "_seconds")

    def __init__(self, limit: int, seconds: float) -> None:
        self._events: deque[float] = deque(maxlen=limit)
        self._seconds = seconds

    def wait(self, now: float) -> float:
        if len(self._events) < (self._events.maxlen or 0):
            return 0
        return max(0.0, self._events[0] + self._seconds - now)

    def add(self, now: float) -> None:
        self._events.append(now)


class Rates:
    """Counts what was let through; a refused message does not count."""

    def __init__(self) -> None:
        self._all = _Window(GLOBAL_PER_SECOND, 1)
        self._free_at: dict[int, float] = {}
        self._groups: dict[tuple[int, bool], _Window] = {}

    def take(self, chat_id: int, now: float, *, is_edit: bool = False) -> int:
        """Seconds to wait before this message may go; 0 when it goes, and counts. `now` is monotonic.

        Edits are paced in groups only (20 a minute, apart from messages): no other figure is known.
        """
        windows = [] if is_edit else [self._all]
        if chat_id < 0:
            windows.append(self._groups.setdefault((chat_id, is_edit), _Window(GROUP_PER_MINUTE, 60)))
        wait = max([0.0 if is_edit else self._chat_wait(chat_id, now), *(window.wait(now) for window in windows)])
        if wait > 0:
            return max(1, math.ceil(wait))
        for window in windows:
            window.add(now)
        if not is_edit:
            self._free_at[chat_id] = max(self._free_at.get(chat_id, now), now) + 1 / CHAT_PER_SECOND
        return 0

    def _chat_wait(self, chat_id: int, now: float) -> float:
        return self._free_at.get(chat_id, now) - now - (CHAT_BURST - 1) / CHAT_PER_SECOND
