"""How fast Telegram lets a bot write: one message a second to a chat, 20 a minute to a group, 30 a second in all.

Telegram's FAQ names these; the true thresholds are not published.
"""

from __future__ import annotations

from datetime import timedelta

SENDS_A_SECOND = 29
"""Under Telegram's 30, for arrivals bunch up on the way."""
CHAT_GAP = timedelta(seconds=1)
GROUP_GAP = timedelta(seconds=3)
"""20 a minute; holds the one a second too."""
FLOODED_CHATS = 3
"""So many chats told to wait in a row: it is not the chats, it is all of us."""


def chat_gap(chat_id: int) -> timedelta:
    """How long a chat rests after a message. Groups and channels have negative ids."""
    return GROUP_GAP if chat_id < 0 else CHAT_GAP


class Pacer:
    """When the next message, to whomever, may leave: evenly spaced, and not while all are told to wait.

    Counts seconds of a clock that never goes back, handed in with each call.
    """

    def __init__(self, sends_a_second: float = SENDS_A_SECOND) -> None:
        self._spacing = 1 / sends_a_second
        self._free_at = 0.0
        self._flooded: set[int] = set()

    def reserve(self, at: float) -> float:
        """Take the next place: the caller sends after waiting that many seconds."""
        leaves_at = max(at, self._free_at)
        self._free_at = leaves_at + self._spacing
        return leaves_at - at

    def wait_until(self, at: float) -> None:
        """Nothing leaves before."""
        self._free_at = max(self._free_at, at)

    def took(self) -> None:
        """Telegram took a message: it does not hold all of us back."""
        self._flooded.clear()

    def flooded(self, chat_id: int, until: float) -> None:
        """A chat was told to wait until then."""
        self._flooded.add(chat_id)
        if len(self._flooded) >= FLOODED_CHATS:
            self.wait_until(until)
