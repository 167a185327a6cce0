"""getUpdates with its long polling and its one poller at a time, and the webhook methods that stand in its way."""

from __future__ import annotations

import asyncio
import time

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.lookups import shape_chat
from bot.sandbox.api.shapes import Json, update_json
from bot.sandbox.refusal import Refusal, bad_request
from bot.sandbox.world.model import Membership, Message, Press, Update
from bot.sandbox.world.world import World

POLL_SECONDS = 50
CONFLICT_SECONDS = 3.0
"""A second poller costs the first a 409 at once, and then no oftener than this."""

_CONFLICT = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Poller:
    """Who polls now. The newcomer wins; the one who waited gets the 409, as with the real server.

    Left out on purpose: the real server answers the same offset, asked again within three seconds, late.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0
        self._next_conflict_at = 0.0
        self._is_closed = False

    def close(self) -> None:
        """Let nobody wait any longer."""
        self._is_closed = True
        self._world.updates.arrived.fire()

    async def get_updates(self, arguments: Arguments) -> list[Json]:
        """getUpdates.

        Raises:
            Refusal: 409: somebody else polls.
        """
        self._world.updates.allow(arguments.structure("allowed_updates", "allowed updates"))
        limit = min(max(arguments.integer("limit", 100), 1), 100)
        seconds = min(max(arguments.integer("timeout"), 0), POLL_SECONDS)
        offset = arguments.integer("offset")
        updates = self._world.updates.take(offset, limit)
        if not updates and seconds:
            updates = await self._wait(offset, limit, time.monotonic() + seconds)
        return [self._shape(update) for update in updates]

    async def _wait(self, offset: int, limit: int, until: float) -> list[Update]:
        self._turn += 1
        turn = self._turn
        self._world.updates.arrived.fire()  # wakes whoever polled before
        while not self._is_closed and (left := until - time.monotonic()) > 0:
            await self._world.updates.arrived.wait(left)
            if turn != self._turn:
                await self._give_way()
            if updates := self._world.updates.take(max(offset, 0), limit):
                return updates
        return []

    async def _give_way(self) -> None:
        now = time.monotonic()
        if now < self._next_conflict_at:
            await asyncio.sleep(CONFLICT_SECONDS)
        else:
            self._next_conflict_at = now + CONFLICT_SECONDS
        raise Refusal(409, _CONFLICT)

    def _shape(self, update: Update) -> Json:
        match update.subject:
            case Message(chat_id=chat_id) | Press(message=Message(chat_id=chat_id)):
                pass
            case Membership(chat=chat):
                chat_id = chat.id
        return update_json(update, {chat_id: shape_chat(self._world, chat_id)})


def set_webhook(world: World, arguments: Arguments) -> bool:
    """setWebhook: an empty address deletes it; the sandbox serves no other."""
    if arguments.text("url"):
        raise bad_request("bad webhook: the sandbox delivers updates by getUpdates only")
    return delete_webhook(world, arguments)


def delete_webhook(world: World, arguments: Arguments) -> bool:
    """deleteWebhook."""
    if arguments.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, arguments: Arguments) -> Json:
    """getWebhookInfo."""
    shape: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}
    if world.updates.allowed:
        shape["allowed_updates"] = world.updates.allowed
    return shape
