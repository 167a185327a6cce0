"""Whose slot has come, and what they get: by all who share a digest at once, for there may be thousands of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Subscriptions whose slot has come and that differ in nothing a digest depends on, but only in who they are.

    `shared` is all that it depends on, to compare only: whoever has the same gets the same.
    """

    shared: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDue:
    """What became of them. `slot`: where the window of their digest ends, null where no window has passed.

    `bodies` are the parts that are sent; none: there is nothing to say.
    """

    ids: tuple[int, ...]
    slot: datetime | None
    anchor_at: datetime
    next_due_at: datetime | None
    story_ids: tuple[int, ...] = ()
    bodies: tuple[int, ...] = ()
