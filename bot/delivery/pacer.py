"""How fast Telegram lets a bot write: one message a second to a chat, 20 a minute to a group, 30 a second in all.

Telegram's FAQ names these, and 1,000 a second for paid broadcasts; the true thresholds are not published.
"""

from __future__ import annotations

import math
from collections import deque
from datetime import timedelta

FREE_SENDS_A_SECOND = 28.5
"""Under Telegram's 30, for arrivals bunch up on the way."""
PAID_SENDS_A_SECOND = 950.0
SECOND = 1.02
"""No such span holds more than its share of the pace: 29 of the free one. A second, and what arrivals bunch up by."""
LATENESS_SECONDS = 0.1
"""How much of the pace may be made up for after a late turn, where the last second leaves room for it."""
CHAT_GAP_SECONDS = 1.0
CHAT_BURST = 3
"""Messages a private chat takes at once before its gap holds: fewer than were ever seen refused."""
GROUP_GAP_SECONDS = 3.0
"""20 a minute; holds the one a second too."""
FLOODED_CHATS = 3
"""So many chats told to wait in a row: it is not the chats, it is all of us."""
UNANSWERED_CHATS = 8
"""So many answers lost in a row: it is not the chats either."""
LONGEST_HOLD_SECONDS = 300.0
"""How long all wait, at most, before Telegram is tried again."""

_MOST_CHATS = 20_000


class Pacer:
    """Grants sends: evenly spaced in all, rested in each chat, none while all are told to wait.

    Counts seconds of a clock that never goes back, handed in with each call.
    """

    def __init__(self, sends_a_second: float = FREE_SENDS_A_SECOND) -> None:
        self.sends_a_second = sends_a_second
        self._spacing = 1 / sends_a_second
        self._free_at = 0.0
        self._left_at = deque[float]()
        self._chat_free_at: dict[int, float] = {}
        self._flooded: set[int] = set()
        self._unanswered: set[int] = set()
        self._held_until = 0.0
        self._hold_count = 0

    def grant(self, at: float, most: int) -> int:
        """How many may leave now, at most so many; they count as sent."""
        if not self._spacing:
            return most if self._free_at <= at else 0
        self._free_at = max(self._free_at, at - LATENESS_SECONDS)
        if self._free_at > at:
            return 0
        count = max(0, min(most, self._room(at), math.floor((at - self._free_at) / self._spacing) + 1))
        self._free_at += count * self._spacing
        return count

    def left(self, at: float) -> None:
        """One of those granted leaves: later than it was granted, for its claim had to reach the disk."""
        if self._spacing:
            self._left_at.append(at)

    def give_back(self, count: int) -> None:
        """So many of those granted did not leave."""
        self._free_at -= count * self._spacing

    def wait(self, at: float) -> float:
        """Seconds until the next may leave."""
        full_until = 0.0 if not self._spacing or self._room(at) else self._left_at[0] + SECOND
        return max(0.0, self._free_at - at, full_until - at)

    def sent(self, chat_id: int, at: float) -> None:
        """A message went to the chat."""
        gap, _ = _gap_and_burst(chat_id)
        self._chat_free_at[chat_id] = max(self._chat_free_at.get(chat_id, at), at) + gap
        if len(self._chat_free_at) > _MOST_CHATS:
            self._chat_free_at = {chat: free for chat, free in self._chat_free_at.items() if free > at}

    def rest(self, chat_id: int, at: float) -> timedelta:
        """How long the chat is still to be left alone."""
        free_at = self._chat_free_at.get(chat_id)
        if free_at is None:
            return timedelta()
        gap, burst = _gap_and_burst(chat_id)
        return timedelta(seconds=max(0.0, free_at - at - (burst - 1) * gap))

    def replied(self, chat_id: int, at: float) -> None:
        """Somebody was answered beside the outbox: it counts, and waits for nothing."""
        self._free_at = max(self._free_at, at - LATENESS_SECONDS) + self._spacing
        self.left(at)
        self.sent(chat_id, at)

    def wait_until(self, at: float) -> None:
        """Nothing leaves before."""
        self._free_at = max(self._free_at, at)
        self._held_until = max(self._held_until, at)

    def took(self) -> None:
        """Telegram took a message: it does not hold all of us back."""
        self._flooded.clear()
        self._unanswered.clear()
        self._hold_count = 0

    def flooded(self, chat_id: int, until: float) -> None:
        """A chat was told to wait until then."""
        gap, burst = _gap_and_burst(chat_id)
        self._chat_free_at[chat_id] = max(self._chat_free_at.get(chat_id, until), until + (burst - 1) * gap)
        self._flooded.add(chat_id)
        if len(self._flooded) >= FLOODED_CHATS:
            self.wait_until(until)

    def unanswered(self, chat_id: int, at: float) -> None:
        """An answer was lost. Many in a row: Telegram is tried again after a while, twice as long each time."""
        if at < self._held_until:
            return  # sent before all were held
        self._unanswered.add(chat_id)
        if len(self._unanswered) >= UNANSWERED_CHATS:
            self._unanswered.clear()
            self._hold_count = min(self._hold_count + 1, 16)
            self.wait_until(at + min(2.0**self._hold_count, LONGEST_HOLD_SECONDS))

    def _room(self, at: float) -> int:
        """How many more the last second holds."""
        while self._left_at and self._left_at[0] <= at - SECOND:
            self._left_at.popleft()
        return max(0, max(1, math.floor(self.sends_a_second * SECOND)) - len(self._left_at))


def _gap_and_burst(chat_id: int) -> tuple[float, int]:
    return (GROUP_GAP_SECONDS, 1) if chat_id < 0 else (CHAT_GAP_SECONDS, CHAT_BURST)
