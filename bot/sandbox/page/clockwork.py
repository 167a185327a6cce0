"""How far the page asks the demo's clock to go; pure, for `page.routes`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import SandboxError

FARTHEST = timedelta(days=366)


def read_move(asked: Mapping[str, object], now: datetime) -> timedelta:
    """`{"by_seconds": n}`, or `{"to": "tomorrow" | "2026-03-01T08:00", "zone": "Asia/Almaty"}`; tomorrow is at eight.

    Raises:
        SandboxError: no time, not ahead, or more than a year away; the text is for people.
    """
    seconds = asked.get("by_seconds")
    if isinstance(seconds, int) and abs(seconds) <= FARTHEST.total_seconds():
        by = timedelta(seconds=seconds)
    else:
        by = _read_target(asked, now) - now
    if by <= timedelta():
        raise SandboxError("The clock goes forward only. Reset starts a new demo.")
    if by > FARTHEST:
        raise SandboxError("One move takes a year at most.")
    return by


def _read_target(asked: Mapping[str, object], now: datetime) -> datetime:
    try:
        zone = ZoneInfo(str(asked.get("zone", "UTC")))
        if asked.get("to") == "tomorrow":
            return datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(8), zone).astimezone(UTC)
        return datetime.fromisoformat(str(asked.get("to", ""))).replace(tzinfo=zone).astimezone(UTC)
    except (
        ValueError,
        OSError,
        KeyError,
        OverflowError,
    ):  # an unknown zone is a KeyError
        raise SandboxError("That is no time the clock could go to.") from None
