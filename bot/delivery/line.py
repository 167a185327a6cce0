"""The outbox's own line to Telegram, opened when the first delivery waits; `app` builds one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.clock import Now
from bot.delivery.outcomes import Outcome
from bot.delivery.sender import Courier
from storage.models.chats import Delivery

if TYPE_CHECKING:
    from bot.delivery.request import Api


class Line:
    """Sends deliveries beside the answers people wait for: neither stands in the other's way.

    `patience_seconds` is how long an answer may take before it counts as lost, where not `request`'s own.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        *,
        now: Now,
        repeat_mark: str,
        is_paid: bool,
        patience_seconds: float | None = None,
    ) -> None:
        self._token, self._api_url = token, api_url
        self._now, self._repeat_mark, self._is_paid = now, repeat_mark, is_paid
        self._patience_seconds = patience_seconds
        self._courier: Courier | None = None
        self._opening = asyncio.Lock()
        self._api: Api | None = None

    async def open(self) -> None:
        """Be ready to send. What was granted before would wait for it, and leave all at once."""
        async with self._opening:
            if self._courier is None:
                self._courier = await asyncio.to_thread(self._connect)

    async def send(self, delivery: Delivery) -> Outcome:
        """One attempt."""
        await self.open()
        assert self._courier is not None
        return await self._courier.send(delivery)

    async def close(self) -> None:
        """Close the connections."""
        if self._api is not None:
            await self._api.close()

    def _connect(self) -> Courier:
        # Imported here, beside the event loop: aiohttp would cost every start, or some reply, a quarter of a second.
        from bot.delivery.request import READ_SECONDS, Api

        self._api = Api(self._api_url, self._token, read_seconds=self._patience_seconds or READ_SECONDS)
        return Courier(call=self._api.call, now=self._now, repeat_mark=self._repeat_mark, is_paid=self._is_paid)
