"""Who is told what: subscribers, subscriptions, stored lookups, deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class ChatKind(StrEnum):
    """Telegram's kinds of chat."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class LookupKind(StrEnum):
    """What a lookup asks for."""

    LATEST = "latest"
    COUNTRY = "country"
    MENTIONED = "mentioned"
    OFFICIAL = "official"
    PAIR = "pair"
    DATE = "date"
    UNDATED = "undated"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A question asked in chat, as understood.

    `keys`: country codes or `#<official id>`; one for a country or an official, two for a pair.
    `since_on`/`until_on`: the days of a date lookup, both included. `words`: folded search terms. `asked`: as written.
    """

    kind: LookupKind
    asked: str
    keys: tuple[str, ...] = ()
    since_on: date | None = None
    until_on: date | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """A chat (and forum topic) that Readout writes to; unique by `(chat_id, thread_id)`; thread 0: there is none."""

    id: int
    chat_id: int
    thread_id: int
    kind: ChatKind
    language: str
    timezone: str | None
    paused_reason: str | None


class Cadence(StrEnum):
    """How often a digest falls due."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a subscription is cut to: alternatives, each a set of keys that must all take part; none: everything.

    Keys are country codes or `#<official id>`, as in `Lookup.keys`.
    """

    id: int
    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a digest falls due, in the subscriber's local time. `weekday`: Monday is 0; null for daily."""

    cadence: Cadence
    at: time
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a subscriber follows, at which cadence. The next digest's window is `[anchor_at, next_due_at)`.

    `anchor_at` is null until the first digest, which comes from the archive.
    """

    id: int
    subscriber: Subscriber
    filter: Filter
    schedule: Schedule
    timezone: str
    anchor_at: datetime | None
    next_due_at: datetime | None
    """Null while the subscriber is paused, or once ended."""
    sends_empty: bool
    created_at: datetime


class Step(StrEnum):
    """What a subscribe dialogue asks next."""

    WHAT = "what"
    COUNTRIES = "countries"
    OFFICIALS = "officials"
    NAME = "name"
    CADENCE = "cadence"
    WEEKDAY = "weekday"
    AT = "at"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A country or official as somebody wrote it; `key` is null until it is known which one is meant."""

    words: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A subscription being put together in chat. Null: not said yet.

    `alternatives` is as in `Filter`, with `()` for everything. `asks` is the question that stands open; while countries
    or officials are picked, `alternatives` grows. `changes` is the subscription that is being changed, null for a new
    one; `asked_in` the message that began it.
    """

    alternatives: tuple[tuple[Term, ...], ...] | None = None
    cadence: Cadence | None = None
    weekday: int | None = None
    at: time | None = None
    timezone: str | None = None
    asks: Step | None = None
    changes: int | None = None
    asked_in: int | None = None


class DeliveryState(StrEnum):
    """The life of a delivery."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    IN_DOUBT = "in_doubt"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """One part of what is to be sent: Telegram HTML and its keyboard as rows of (text, callback data or address)."""

    text: str
    keyboard: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one chat, waiting in the outbox or sent from it."""

    id: int
    dedupe_key: str
    subscriber_id: int
    chat_id: int
    thread_id: int
    part: int
    message: OutgoingMessage
    state: DeliveryState
    attempt_count: int
    not_before: datetime
    is_repeat: bool
    """Sent before, but Telegram's answer was lost: the message says so."""
    edits: int | None
    """The message of the chat that it replaces; null: it is a new one."""
    sent_at: datetime | None
    message_id: int | None
    outcome: str | None
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentDelivery:
    """A delivery that Telegram took, as this message. `flaw`: only at the second try, as plain text."""

    delivery: Delivery
    message_id: int
    flaw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Which of our messages answers which of theirs, so that an edited question edits its answer."""

    chat_id: int
    message_id: int
    answer_message_ids: tuple[int, ...]


OutboxCounts = Mapping[DeliveryState, int]
