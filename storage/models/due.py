"""Whose slot has come, and what they get: by all who share a digest at once, for there may be thousands of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from storage.models.chats import Subscription


class Reader(NamedTuple):
    """One of those who are due: a subscription and the chat it belongs to. A row as it comes, for speed."""

    subscription_id: int
    subscriber_id: int
    chat_id: int
    thread_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Subscriptions whose slot has come and that differ in nothing a digest depends on, but only in who they are.

    `subscription` is one of them and stands for all.
    """

    subscription: Subscription
    readers: tuple[Reader, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDue:
    """What became of them. `slot`: where the window of their digest ends, null where no window has passed.

    `since`: where it begins, null for a first one. `bodies` are the parts that are sent; none: there is nothing to say.
    """

    readers: tuple[Reader, ...]
    slot: datetime | None
    anchor_at: datetime
    next_due_at: datetime | None
    since: datetime | None = None
    story_ids: tuple[int, ...] = ()
    bodies: tuple[int, ...] = ()
