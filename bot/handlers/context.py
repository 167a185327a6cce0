"""What every answer is made from: the context `app` builds once, the request read from an update, the answer's types.

An answer is a plain function of context and request; only `wire` knows Telegram, so the terminal asks the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from bot.clock import Now
from bot.config import Settings
from bot.reading.gazetteer import Gazetteer
from bot.render.html import Html
from bot.render.messages import Messages
from storage.chats.subscribers import find_subscriber
from storage.database import Database
from storage.models.chats import ChatKind, OutgoingMessage
from storage.models.sources import SentPost


def _nobody_waits() -> None:
    """What `wake` does where no outbox is drained: in the terminal, in tests of answers alone."""


def _nobody_counts(_: int) -> None:
    """What `replied` does there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What `app` builds once and hands to every answer.

    `wake` drains the outbox soon; `replied` counts a message to a chat for the outbox's pace; while a block of
    `making_way` lasts, what goes to many makes way for an answer.
    """

    db: Database
    gazetteer: Gazetteer
    messages: Messages
    settings: Settings
    now: Now
    wake: Callable[[], None] = _nobody_waits
    replied: Callable[[int], None] = _nobody_counts
    making_way: Callable[[], AbstractContextManager[None]] = nullcontext

    def zone_of(self, request: Request) -> ZoneInfo:
        """The reader's zone: the one they stored, else the setting's."""
        subscriber = find_subscriber(self.db, request.chat_id, request.thread_id)
        return ZoneInfo(subscriber.timezone) if subscriber and subscriber.timezone else self.settings.zone

    def today_of(self, request: Request) -> date:
        """The day it is where the reader is."""
        return self.now().astimezone(self.zone_of(request)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asks, where, and the words: a command's argument, or the whole plain text.

    `update_id` is unique to the question (dedupe keys `asked:<update>:…` rest on it); `language` is the reader's.
    """

    chat_id: int
    words: str
    language: str
    update_id: int = 0
    thread_id: int = 0
    user_id: int = 0
    message_id: int = 0
    kind: ChatKind = ChatKind.PRIVATE
    is_edit: bool = False
    is_admin: bool = True
    """Whether they may decide for the chat: in a group its administrators, elsewhere whoever writes."""
    links: tuple[str, ...] = ()
    """Addresses behind the words: of what Telegram marks as a link."""
    post: SentPost | None = None
    """The post that the message forwards."""
    under: str = ""
    """For a pressed button: what the message it hangs under says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What pressing a button does: edits the message it hangs under, sends new ones, shows a short toast."""

    edited: OutgoingMessage | None = None
    sent: Sequence[OutgoingMessage] = field(default=())
    toast: Html | None = None


Answer = Callable[[Context, Request], Sequence[OutgoingMessage]]
Press = Callable[[Context, Request], Pressed]
"""`request.words` is the callback data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One row of the table: its description is the message `command.<name>`, its argument's name `argument.<name>`."""

    name: str
    answer: Answer
    argument: str | None = None
    """Key of the word that stands for the argument in /help: `argument.name` is NAME."""
    is_for_admins: bool = False
    """In a group only its administrators may use it: `request.is_admin` tells."""
