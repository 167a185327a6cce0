"""People, chats, and what each chat shows: the shelf `World` and the Bot API's methods read and write."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.errors import SandboxError
from bot.sandbox.world.model import IDS_A_RUN, Access, Chat, ChatKind, Message, Person
from bot.sandbox.world.people import FIRST_STRANGER_ID, GROUP, PEOPLE


class Chats:
    """Message ids count per chat, so the same id stands in several chats, as with Telegram."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self._chats: dict[int, Chat] = {}
        self._messages: dict[int, dict[int, Message]] = {}
        self.resumed_ids: frozenset[int] = frozenset()
        self._last_known_id = 0
        self._last_id: Counter[int] = Counter()
        self.clear()

    def clear(self) -> None:
        """Everybody as on the first day; message ids go on, so that none is used twice."""
        self.people.clear()
        self.resumed_ids = frozenset()
        self._chats = {GROUP.id: GROUP}
        self._messages.clear()
        for person in PEOPLE:
            self.add_person(person)

    def resume(self, run: int, chat_ids: frozenset[int], blocked_chat_ids: frozenset[int]) -> None:
        """Private chats of an earlier run are open, or blocked; ids begin above theirs."""
        self._last_known_id = (run - 1) * IDS_A_RUN
        self.resumed_ids = chat_ids & set(self.people)
        for chat_id in self.resumed_ids:
            self.set_access(chat_id, Access.BLOCKED if chat_id in blocked_chat_ids else Access.OPEN)

    def add_person(self, person: Person, access: Access = Access.NEVER_STARTED) -> Person:
        """Let somebody in, with an empty private chat."""
        self.people[person.id] = person
        self._chats[person.id] = Chat(
            id=person.id, kind=ChatKind.PRIVATE, title=person.full_name, member_ids=(person.id,), access=access
        )
        return person

    def add_stranger(self, name: str, access: Access) -> Person:
        """Let somebody in under the next free id."""
        person_id = max(FIRST_STRANGER_ID, max(self.people) + 1) if self.people else FIRST_STRANGER_ID
        return self.add_person(Person(id=person_id, first_name=name), access)

    def add_chat(self, chat: Chat) -> Chat:
        """Open a group."""
        self._chats[chat.id] = chat
        return chat

    def list_chats(self) -> list[Chat]:
        """Every chat, groups first."""
        return list(self._chats.values())

    def find_chat(self, chat_id: int) -> Chat | None:
        """The chat, if there is one."""
        return self._chats.get(chat_id)

    def get_chat(self, chat_id: int) -> Chat:
        """The chat.

        Raises:
            SandboxError: there is none.
        """
        if (chat := self._chats.get(chat_id)) is None:
            raise SandboxError(f"no chat {chat_id}")
        return chat

    def get_person(self, person_id: int) -> Person:
        """The person.

        Raises:
            SandboxError: there is none.
        """
        if person_id not in self.people:
            raise SandboxError(f"no person {person_id}")
        return self.people[person_id]

    def get_message(self, chat_id: int, message_id: int) -> Message:
        """The message.

        Raises:
            SandboxError: the chat does not show it.
        """
        if (message := self.find_message(chat_id, message_id)) is None:
            raise SandboxError(f"no message {message_id} in chat {chat_id}")
        return message

    def set_access(self, chat_id: int, access: Access) -> Chat:
        """Let the bot in or shut it out."""
        self._chats[chat_id] = replace(self._chats[chat_id], access=access)
        return self._chats[chat_id]

    def list_messages(self, chat_id: int) -> list[Message]:
        """What the chat shows, oldest first."""
        return list(self._messages.get(chat_id, {}).values())

    def find_message(self, chat_id: int, message_id: int) -> Message | None:
        """The message, if the chat still shows it."""
        return self._messages.get(chat_id, {}).get(message_id)

    def next_message_id(self, chat_id: int) -> int:
        """An id this chat has not used."""
        self._last_id[chat_id] = max(self._last_id[chat_id], self._last_known_id) + 1
        return self._last_id[chat_id]

    def keep(self, message: Message) -> None:
        """Show the message, in its old place if it has one."""
        self._messages.setdefault(message.chat_id, {})[message.id] = message

    def drop(self, chat_id: int, message_id: int) -> bool:
        """Take the message away; whether it was there."""
        return self._messages.get(chat_id, {}).pop(message_id, None) is not None
