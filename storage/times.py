"""How the store writes instants and days: texts that sort as time does. Every store module goes through here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from storage.models.news import UNDATED


@lru_cache(maxsize=256)  # a tick writes the same few for thousands
def write_instant(at: datetime) -> str:
    """`YYYY-MM-DDTHH:MM:SS.ffffff+00:00`, always the same width, always UTC.

    Raises:
        ValueError: `at` has no zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"an instant without a zone: {at}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_instant(text: str) -> datetime:
    """The aware instant that `write_instant` wrote."""
    return datetime.fromisoformat(text)


def read_day(text: str | None) -> date | None:
    """The day of a nullable column."""
    return None if text is None else date.fromisoformat(text)


def write_day(day: date | None) -> str | None:
    """`YYYY-MM-DD` (years before 1000 padded), or null."""
    return None if day is None else day.isoformat()


def sort_day(day: date | None) -> str:
    """What a list sorts by: the day, or the day that puts the undated last."""
    return (day or UNDATED).isoformat()
