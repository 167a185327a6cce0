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
    """How often a subscription is told: each story as it comes (an alert), or digests at slots."""

    AT_ONCE = "at once"
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a filter asks of a story beside names. Each kind that is not empty must be met, by any one of its words.

    `topics`: of `bot.reading`'s fixed list. `languages`: two letters, one of the story's articles is written in it.
    `includes`, `excludes`: words or phrases as `storage.news.search.split_words` folds them; an excluded one must not
    occur.
    """

    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


UNCUT = Cut()
"""Nothing is asked of a story beside names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a subscription is cut to: alternatives, each a set of keys that must all take part; none: everything.

    Keys are country codes or `#<official id>`, as in `Lookup.keys`. Kept once for all subscriptions that ask for it.
    """

    id: int
    alternatives: tuple[tuple[str, ...], ...]
    cut: Cut = UNCUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When digests fall due, in the subscriber's local time; alerts need neither times nor days.

    `times`: ascending, each once. `days`: weekdays (Monday is 0) of a weekly cadence or one of chosen weekdays, days of
    the month (1 to 31) of a monthly one: in a month too short for it a slot falls on the last day.
    """

    cadence: Cadence
    times: tuple[time, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """When a chat is to be left in peace: local, `[since, until)`, never the same; they may cross midnight."""

    since: time
    until: time


MOST_ENTRIES = 50
"""Stories a digest shows, unless fewer are asked for; the rest is counted, and a lookup away."""


class Grouping(StrEnum):
    """How the stories of a digest are put together under headings."""

    NONE = "none"
    PAIR = "pair"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a subscriber follows, at which cadence. The next digest's window is `[anchor_at, next_due_at)`.

    `anchor_at` is null until the first digest, which comes from the archive. For alerts it is the instant up to which
    the chat was told, and `next_due_at` the end of quiet hours, where what they held back is gathered in one digest.
    """

    id: int
    subscriber: Subscriber
    filter: Filter
    schedule: Schedule
    timezone: str
    anchor_at: datetime | None
    next_due_at: datetime | None
    """Null while the subscriber is paused, once ended, and for alerts that nothing holds back."""
    sends_empty: bool
    created_at: datetime
    quiet: QuietHours | None = None
    most_entries: int = MOST_ENTRIES
    grouping: Grouping = Grouping.NONE


class Step(StrEnum):
    """What a subscribe dialogue asks next."""

    WHAT = "what"
    COUNTRIES = "countries"
    OFFICIALS = "officials"
    NAME = "name"
    CADENCE = "cadence"
    RARER = "rarer"
    WEEKDAY = "weekday"
    WEEKDAYS = "weekdays"
    MONTHDAY = "monthday"
    AT = "at"
    ZONE = "zone"
    QUIET = "quiet"
    LENGTH = "length"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A country or official as somebody wrote it; `key` is null until it is known which one is meant."""

    words: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A subscription being put together in chat. Null, and no times or days: not said yet.

    `alternatives` is as in `Filter`, with `()` for everything. `asks` is the question that stands open; while
    countries, officials or weekdays are picked, the picks grow. `changes` is the subscription that is being changed,
    null for a new one; `asked_in` the message that began it. `unread` is what was not understood: told, never guessed.
    """

    alternatives: tuple[tuple[Term, ...], ...] | None = None
    cut: Cut = UNCUT
    cadence: Cadence | None = None
    days: tuple[int, ...] = ()
    times: tuple[time, ...] = ()
    timezone: str | None = None
    quiet: QuietHours | None = None
    sends_empty: bool | None = None
    most_entries: int | None = None
    grouping: Grouping | None = None
    unread: tuple[str, ...] = ()
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
    shown: str = ""
    """A fingerprint of what they show; empty: not known."""


OutboxCounts = Mapping[DeliveryState, int]
