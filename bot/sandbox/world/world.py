"""The world the sandbox plays: what people do in it, what the bot does to it, and what a test may wait for.

`Sandbox` makes one; tests use it in process. Only `api` calls `show`, `remove`, `answer` and `record`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from bot.clock import Now
from bot.errors import SandboxError
from bot.sandbox.formatting.texts import TEXT_LIMIT, finish_text
from bot.sandbox.rules.privacy import is_meant_for
from bot.sandbox.rules.rates import Rates
from bot.sandbox.world.chats import Chats
from bot.sandbox.world.faults import Faults
from bot.sandbox.world.model import (
    Access,
    Altered,
    Answered,
    AttachmentKind,
    Call,
    Change,
    ChatKind,
    Membership,
    Message,
    Person,
    Post,
    Press,
    Removed,
    Shown,
    UpdateKind,
)
from bot.sandbox.world.people import BOT
from bot.sandbox.world.profile import Profile
from bot.sandbox.world.updates import Presses, UpdateQueue
from bot.sandbox.world.waiting import Signal

KEPT_CALLS = 100_000
_T = TypeVar("_T")


class World:
    """`limits` off lifts the pace only; `is_private` is the bot's privacy mode in groups."""

    def __init__(self, *, clock: Now, limits: bool = True, is_private: bool = True) -> None:
        self.clock = clock
        self.is_private = is_private
        self.chats = Chats()
        self.updates = UpdateQueue()
        self.faults = Faults()
        self.profile = Profile()
        self.rates = Rates() if limits else None
        self.calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self.listeners: list[Callable[[Change], None]] = []
        self._presses = Presses()
        self._changed = Signal()

    @property
    def people(self) -> dict[int, Person]:
        """Everybody but the bot, by id."""
        return self.chats.people

    def resume(self, run: int, chat_ids: Iterable[int], blocked_chat_ids: Iterable[int] = ()) -> None:
        """Go on as run `run`, counted from 1, with chats that earlier ones left open; their messages are not kept."""
        self.updates.resume(run)
        self.chats.resume(run, frozenset(chat_ids), frozenset(blocked_chat_ids))
        self.tell(Altered())

    def reset(self) -> None:
        """Everybody as on the first day; the bot's profile, ids and the clock go on."""
        self.chats.clear()
        self.updates.clear()
        self.faults.clear()
        self.calls.clear()
        self._presses.clear()
        self.tell(Altered())

    # What people do

    def write(
        self, person_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None, thread_id: int = 0
    ) -> Message:
        """Somebody writes to the bot, or into `chat_id`. What cannot be is a `SandboxError`, here as below."""
        if len(text) > TEXT_LIMIT:
            raise SandboxError(f"a message takes {TEXT_LIMIT} characters, not {len(text)}")
        return self._say(person_id, text, chat_id, reply_to, thread_id)

    def forward(self, person_id: int, text: str, post: Post) -> Message:
        """Somebody forwards a post to the bot."""
        return self._say(person_id, text, None, forwards=post)

    def send(self, person_id: int, attachment: AttachmentKind, chat_id: int | None = None) -> Message:
        """Somebody sends a sticker, a photo, a voice message."""
        return self._say(person_id, "", chat_id, attachment=attachment)

    def edit(self, person_id: int, message_id: int, text: str, chat_id: int | None = None) -> Message:
        """Somebody corrects a message of theirs.

        Raises:
            SandboxError: not their message, or the text is empty.
        """
        message = self.chats.get_message(person_id if chat_id is None else chat_id, message_id)
        if message.sender.id != person_id or message.attachment:
            raise SandboxError(f"message {message_id} is no text of person {person_id}")
        text, entities = finish_text(text, [])
        edited = replace(message, text=text, entities=tuple(entities), edited_at=self.clock())
        self._pass_on(UpdateKind.EDITED_MESSAGE, self.show(edited))
        return edited

    def press(self, person_id: int, message_id: int, callback_data: str, chat_id: int | None = None) -> Press:
        """Somebody presses a button.

        Raises:
            SandboxError: the message has no such button now.
        """
        message = self.chats.get_message(person_id if chat_id is None else chat_id, message_id)
        if callback_data not in {button.callback_data for button in message.buttons}:
            raise SandboxError(f"message {message_id} has no button with {callback_data!r}")
        press = self._presses.add(self.chats.get_person(person_id), message, callback_data)
        self.updates.add(UpdateKind.CALLBACK_QUERY, press)
        return press

    def block(self, person_id: int) -> None:
        """Somebody blocks the bot."""
        self._change_access(person_id, self.chats.get_person(person_id), Access.BLOCKED)

    def unblock(self, person_id: int) -> None:
        """Somebody lets the bot write again."""
        self._change_access(person_id, self.chats.get_person(person_id), Access.OPEN)

    def kick(self, chat_id: int, person_id: int) -> None:
        """Somebody removes the bot from a group."""
        self._change_access(chat_id, self.chats.get_person(person_id), Access.KICKED)

    def invite(self, chat_id: int, person_id: int) -> None:
        """Somebody adds the bot to a group again."""
        self._change_access(chat_id, self.chats.get_person(person_id), Access.OPEN)

    def add_person(self, name: str, *, is_started: bool = False) -> Person:
        """Somebody new; `is_started` lets the bot write to them at once."""
        person = self.chats.add_stranger(name, Access.OPEN if is_started else Access.NEVER_STARTED)
        self.tell(Altered())
        return person

    def messages(self, chat_id: int) -> list[Message]:
        """What the chat shows now, oldest first."""
        return self.chats.list_messages(chat_id)

    # What the bot does: called by `api` once every rule holds

    def show(self, message: Message) -> Message:
        """Put a message up, or in the place of its former self."""
        self.chats.keep(message)
        self.tell(Shown(message=message))
        return message

    def remove(self, chat_id: int, message_id: int) -> bool:
        """Take a message away; whether it was there."""
        is_gone = self.chats.drop(chat_id, message_id)
        self.tell(Removed(chat_id=chat_id, message_id=message_id))
        return is_gone

    def answer(self, press_id: str, text: str, *, is_alert: bool) -> bool:
        """Answer a press; False when it is unknown, answered already or too old."""
        if (press := self._presses.take(press_id)) is None:
            return False
        self.tell(Answered(press=press, text=text, is_alert=is_alert))
        return True

    def record(self, call: Call) -> None:
        """Keep an answered call for whoever asks later."""
        self.calls.append(call)
        self._changed.fire()

    def tell(self, change: Change) -> None:
        """Let listeners and waiters know."""
        for listener in self.listeners:
            listener(change)
        self._changed.fire()

    # What a test may wait for

    def calls_of(self, method: str, chat_id: int | None = None) -> list[Call]:
        """The answered calls of one method (to one chat), oldest first."""
        return [c for c in self.calls if c.method.lower() == method.lower() and chat_id in (None, c.chat_id)]

    async def wait_for(self, predicate: Callable[[], _T], timeout_seconds: float = 10) -> _T:
        """What `predicate` returns once that is true; it is asked after every change.

        Raises:
            TimeoutError: it stayed false.
        """
        end = time.monotonic() + timeout_seconds
        while not (value := predicate()):
            if not await self._changed.wait(end - time.monotonic()):
                raise TimeoutError(f"nothing of the kind within {timeout_seconds} s")
        return value

    async def ask(self, person_id: int, text: str, chat_id: int | None = None, timeout_seconds: float = 10) -> Message:
        """Write, and wait for the first message the bot puts up after it."""
        asked = self.write(person_id, text, chat_id)
        found = await self.wait_for(lambda: self.bot_messages(asked.chat_id, after=asked.id), timeout_seconds)
        return found[0]

    def bot_messages(self, chat_id: int, after: int = 0) -> list[Message]:
        """The bot's messages in the chat, those with an id above `after`."""
        return [m for m in self.chats.list_messages(chat_id) if m.sender.id == BOT.id and m.id > after]

    def _say(
        self,
        person_id: int,
        text: str,
        chat_id: int | None,
        reply_to: int | None = None,
        thread_id: int = 0,
        attachment: AttachmentKind | None = None,
        forwards: Post | None = None,
    ) -> Message:
        person = self.chats.get_person(person_id)
        chat = self.chats.get_chat(person_id if chat_id is None else chat_id)
        if person_id not in chat.member_ids:
            raise SandboxError(f"person {person_id} is not in chat {chat.id}")
        if chat.kind is ChatKind.PRIVATE and chat.access is Access.NEVER_STARTED:
            self.chats.set_access(chat.id, Access.OPEN)
        text, entities = ("", []) if attachment else finish_text(text, [])
        message = Message(
            id=self.chats.next_message_id(chat.id),
            chat_id=chat.id,
            sender=person,
            sent_at=self.clock(),
            text=text,
            entities=tuple(entities),
            attachment=attachment,
            forwards=forwards,
            reply_to=None if reply_to is None else replace(self.chats.get_message(chat.id, reply_to), reply_to=None),
            thread_id=thread_id,
        )
        self._pass_on(UpdateKind.MESSAGE, self.show(message))
        return message

    def _pass_on(self, kind: UpdateKind, message: Message) -> None:
        chat = self.chats.get_chat(message.chat_id)
        is_reply = message.reply_to is not None and message.reply_to.sender.id == BOT.id
        is_open = chat.kind is ChatKind.PRIVATE or not self.is_private or is_reply
        is_seen = is_open or is_meant_for(BOT.username, message.text, message.entities)
        if is_seen and chat.access is Access.OPEN:
            self.updates.add(kind, message)

    def _change_access(self, chat_id: int, person: Person, access: Access) -> None:
        before = self.chats.get_chat(chat_id).access
        if before is access:
            return
        chat = self.chats.set_access(chat_id, access)
        change = Membership(chat=chat, person=person, changed_at=self.clock(), before=before, after=access)
        self.updates.add(UpdateKind.MY_CHAT_MEMBER, change)
        self.tell(Altered())
