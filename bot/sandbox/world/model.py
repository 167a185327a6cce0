"""What a world is made of: people, chats, messages, presses, updates. Frozen; `World` replaces them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.sandbox.formatting.entities import Entity
from bot.sandbox.formatting.rendering import render_html
from bot.sandbox.rules.keyboards import Button, Keyboard

IDS_A_RUN = 1_000_000
"""Of messages (in a chat) and updates: what one run has for itself, so that no id of an earlier one comes again."""


class ChatKind(StrEnum):
    """As the Bot API names them."""

    PRIVATE = "private"
    SUPERGROUP = "supergroup"


class Access(StrEnum):
    """Whether the bot may write into a chat, and if not, why."""

    OPEN = "open"
    NEVER_STARTED = "never started"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    KICKED = "kicked"


class AttachmentKind(StrEnum):
    """What a person can send besides text."""

    STICKER = "sticker"
    PHOTO = "photo"
    VOICE = "voice"


class UpdateKind(StrEnum):
    """The updates the sandbox sends, as the Bot API names them."""

    MESSAGE = "message"
    EDITED_MESSAGE = "edited_message"
    CALLBACK_QUERY = "callback_query"
    MY_CHAT_MEMBER = "my_chat_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account. `about` is shown on the page only, never sent to the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    about: str = ""
    is_bot: bool = False

    @property
    def full_name(self) -> str:
        """First and last name as Telegram shows them."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A private chat with one person (their id is its id) or a group of several."""

    id: int
    kind: ChatKind
    title: str
    member_ids: tuple[int, ...]
    access: Access = Access.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where a message that somebody forwards stood: in a channel, or with somebody who hides (no title)."""

    at: datetime
    title: str | None = None
    username: str | None = None
    chat_id: int = -1001000000001
    message_id: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as its chat shows it now."""

    id: int
    chat_id: int
    sender: Person
    sent_at: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard = ()
    attachment: AttachmentKind | None = None
    forwards: Post | None = None
    edited_at: datetime | None = None
    reply_to: Message | None = None
    thread_id: int = 0
    is_silent: bool = False

    @property
    def html(self) -> str:
        """The text with its formatting, as HTML the bot could have sent."""
        return render_html(self.text, self.entities)

    @property
    def buttons(self) -> list[Button]:
        """Every inline button, row by row."""
        return [button for row in self.keyboard for button in row]

    def button(self, text: str) -> Button:
        """The first button labelled `text`.

        Raises:
            LookupError: no button is; the text lists those there are.
        """
        for button in self.buttons:
            if button.text == text:
                return button
        raise LookupError(f"no button {text!r} among {[button.text for button in self.buttons]}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A pressed button: Telegram's callback query. `pressed_at` counts monotonic seconds."""

    id: str
    person: Person
    message: Message
    callback_data: str
    pressed_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The bot's standing in a chat has changed: someone blocked it, unblocked it, removed it, added it."""

    chat: Chat
    person: Person
    changed_at: datetime
    before: Access
    after: Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message appeared or changed."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A message went."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The bot answered a press, perhaps with a text for a toast or an alert."""

    press: Press
    text: str = ""
    is_alert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """The bot says it is at work."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """Anything else: people, chats, the menu, the clock; whoever shows it reads it anew."""


Change = Shown | Removed | Answered | Typing | Altered
"""What `World` tells its listeners."""

Subject = Message | Press | Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What getUpdates hands out."""

    id: int
    kind: UpdateKind
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One answered Bot API call, by the world's clock; status 0 where the connection was cut on purpose."""

    method: str
    params: dict[str, object]
    status: int
    at: datetime
    description: str = ""
    result: object = None

    @property
    def chat_id(self) -> int:
        """The chat it names, 0 for none."""
        named = str(self.params.get("chat_id", ""))
        return int(named) if named.lstrip("-").isdecimal() else 0
