"""How many sends may be under way: as many as the pace needs, and no more, for a reply waits behind them. Pure.

At 950 a second and 100 ms an answer, 95 are under way all the time. Where answers come sooner, or the machine manages
fewer a second, more would only stand in a queue. Counts seconds of a clock that never goes back, handed in.
"""

from __future__ import annotations

import math

UNPACED_SENDS = 32
"""Without a pace."""
FEWEST_SENDS = 16
MOST_SENDS = 160
"""1,000 a second at 150 ms, and some more."""
HUNG_SECONDS = 2.0
"""Whoever is not answered by then hinders no other, but is one of the `MOST_SENDS` still."""
_SLACK = 2
"""Most answers take longer than the soonest."""
_GROWTH = 1.5
"""How much faster it may become from one second to the next."""
_GATHERING_SECONDS = 0.015
"""Between an answer and the send that takes its place: answers are recorded together."""
_COUNTED_SECONDS = 1.0
_REMEMBERED_SECONDS = 60.0
"""The soonest answer of the last while tells what Telegram takes; the others stood in a queue, perhaps our own. Long
enough for a moment without a queue to lie in it: else a queue would count as Telegram's time, and grow by that."""


class Window:
    """Counts the sends under way, and says how many more may begin."""

    def __init__(self, sends_a_second: float) -> None:
        self._pace = sends_a_second
        self._begun: dict[int, float] = {}
        self._soonest = self._soonest_before = math.inf
        self._soonest_since = self._counted_since = 0.0
        self._count, self._rate = 0, 0.0

    @property
    def size(self) -> int:
        """How many may be under way, but for those that hang."""
        if math.isinf(self._pace):
            return UNPACED_SENDS
        soonest = min(self._soonest, self._soonest_before)
        if math.isinf(soonest):
            return FEWEST_SENDS
        wanted = min(self._pace, _GROWTH * self._rate) * (_SLACK * soonest + _GATHERING_SECONDS)
        return max(FEWEST_SENDS, min(MOST_SENDS, math.ceil(wanted)))

    def room(self, at: float) -> int:
        """How many more may begin."""
        fresh = sum(at - begun_at < HUNG_SECONDS for begun_at in self._begun.values())
        return max(0, min(self.size - fresh, MOST_SENDS - len(self._begun)))

    def begin(self, id_: int, at: float) -> None:
        """This one is under way."""
        self._begun[id_] = at

    def end(self, id_: int, at: float) -> float:
        """It is no longer under way; how long it was."""
        return at - self._begun.pop(id_)

    def answered(self, after_seconds: float, at: float) -> None:
        """Telegram took one."""
        if at - self._soonest_since > _REMEMBERED_SECONDS:
            self._soonest_before, self._soonest, self._soonest_since = self._soonest, math.inf, at
        self._soonest = min(self._soonest, after_seconds)
        self._count += 1
        if (seconds := at - self._counted_since) >= _COUNTED_SECONDS:
            self._rate, self._count, self._counted_since = self._count / seconds, 0, at
