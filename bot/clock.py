"""What time it is: aware UTC, handed in to whoever needs it, so that the demo and the tests can move it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Now = Callable[[], datetime]
"""Returns the present instant, aware, in UTC."""


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


class MovableClock:
    """The machine's clock plus an offset that only grows: tomorrow's digest can be seen today."""

    def __init__(self, base: Now = now) -> None:
        self._base = base
        self._offset = timedelta()

    def __call__(self) -> datetime:
        return self._base() + self._offset

    def move(self, by: timedelta) -> None:
        """Go `by` forward.

        Raises:
            ValueError: `by` is negative; a clock that goes back is a new demo.
        """
        if by < timedelta():
            raise ValueError("the clock goes forward only")
        self._offset += by

    def reset(self) -> None:
        """Back to the machine's clock: for a demo that begins anew, with nothing left that remembers."""
        self._offset = timedelta()
