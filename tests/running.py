"""The real application over HTTP against the sandbox: what tests of the chat talk to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.app import build_application
from bot.handlers.context import Context
from bot.jobs import DESK_KEY, Desk, tick
from bot.sandbox import AIGERIM, GROUP, Message, Sandbox, World
from storage.database import Database


class Chat:
    """One person in a running bot's world. What the bot shows is what the sandbox let through: valid for Telegram."""

    def __init__(self, world: World, db: Database, desk: Desk, person_id: int = AIGERIM.id) -> None:
        self.world = world
        self.db = db
        self.desk = desk
        self.person_id = person_id

    async def pass_minute(self) -> None:
        """What the scheduler does once a minute: compose whoever is due, send."""
        await tick(self.desk)
        await self.desk.drain.drain()

    async def ask(self, text: str) -> Message:
        """The first message that answers."""
        return await self.world.ask(self.person_id, text)

    async def ask_in_group(self, text: str, reply_to: int | None = None) -> Message:
        """The first message that answers somebody in the group."""
        asked = self.world.write(self.person_id, text, GROUP.id, reply_to)
        return (await self.world.wait_for(lambda: self.world.bot_messages(GROUP.id, after=asked.id)))[0]

    async def press(self, message: Message, label: str) -> str:
        """Press the button and wait for its toast, which may be empty."""
        return await self.press_raw(message, message.button(label).callback_data)

    async def press_raw(self, message: Message, callback_data: str) -> str:
        """Press a button by what it carries."""
        before = len(self.world.calls_of("answerCallbackQuery"))
        self.world.press(self.person_id, message.id, callback_data, message.chat_id)
        calls = await self.world.wait_for(lambda: self.world.calls_of("answerCallbackQuery")[before:])
        return str(calls[0].params.get("text", ""))

    async def forge(self, message: Message, callback_data: str) -> str:
        """Press a button that the message no longer has."""
        button = replace(message.buttons[0], callback_data=callback_data)
        self.world.show(replace(message, keyboard=((button,),)))
        return await self.press_raw(message, callback_data)

    async def next_message(self, after: Message) -> Message:
        """The first message the bot shows after that one."""
        return (await self.world.wait_for(lambda: self.world.bot_messages(after.chat_id, after=after.id)))[0]

    async def changed(self, message: Message) -> Message:
        """The message once it shows something else."""
        await self.world.wait_for(lambda: self._has_changed(message))
        return self.now_showing(message)

    def now_showing(self, message: Message) -> Message:
        """The message as it is now."""
        return next(shown for shown in self.world.messages(message.chat_id) if shown.id == message.id)

    def refusals(self) -> list[str]:
        """What the sandbox refused, as Telegram would have, beside edits that change nothing."""
        refused = [call for call in self.world.calls if call.status != 200]
        return [f"{call.method}: {call.description}" for call in refused if "not modified" not in call.description]

    def _has_changed(self, message: Message) -> bool:
        current = self.now_showing(message)
        return (current.text, current.keyboard) != (message.text, message.keyboard)


@asynccontextmanager
async def running(context: Context, sandbox: Sandbox) -> AsyncIterator[Chat]:
    """Poll the sandbox for as long as the block lasts."""
    application = build_application(context, sandbox.token, sandbox.api_url)
    assert application.updater is not None
    desk: Desk = application.bot_data[DESK_KEY]
    async with application:
        await application.start()
        await application.updater.start_polling(poll_interval=0)
        try:
            yield Chat(sandbox.world, context.db, desk)
        finally:
            await application.updater.stop()
            await application.stop()
            await desk.drain.stop()
