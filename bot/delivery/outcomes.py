"""What Telegram may answer to one attempt, as values: whoever reads one decides by `match`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """It arrived. `flaw`: only as plain text, for Telegram could not read our HTML."""

    message_id: int
    flaw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAt:
    """It did not arrive, for certain, and may be sent then. `is_flood`: this chat was told to wait (429)."""

    when: datetime
    reason: str
    is_flood: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """This chat, or only this topic of it, cannot be written to until somebody there does something."""

    reason: str
    is_topic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Telegram will not take this message, ever."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """The group has become a supergroup with this id; nothing arrived."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InDoubt:
    """Telegram may have it or not: the answer was lost."""

    reason: str


class UnreachedError(Exception):
    """The connection never came about: for certain nothing was sent."""


Outcome = Sent | RetryAt | Blocked | Rejected | Migrated | InDoubt
