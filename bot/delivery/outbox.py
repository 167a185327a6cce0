"""Drains the outbox: claims a delivery durably, sends it, records the outcome before the chat's next one leaves.

One `Drain` a database: it takes what another run left `sending` for lost with its process.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.clock import Now
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent
from bot.delivery.pacer import Pacer, chat_gap
from bot.delivery.sender import back_off
from storage.chats import outbox
from storage.chats.subscribers import move_chat, pause_chat
from storage.database import Database, write
from storage.models.chats import Delivery, DeliveryState

logger = logging.getLogger(__name__)

Send = Callable[[Delivery], Awaitable[Outcome]]

SENDS_AT_ONCE = 4
PATIENCE_SECONDS = 5.0
"""What falls due later than that is left to the next drain."""
MOST_ATTEMPTS_IN_DOUBT = 5
RESENT = ("digest:", "asked:")
"""What is sent again after doubt, marked as a repeat: a digest twice is better than none. The rest is not."""


class Drain:
    """Sends what waits, as fast as the pace allows."""

    def __init__(
        self,
        db: Database,
        send: Send,
        *,
        now: Now,
        pacer: Pacer | None = None,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._db, self._send, self._now = db, send, now
        self._pacer, self._seconds, self._sleep = pacer or Pacer(), seconds, sleep
        self._workers: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    def wake(self) -> None:
        """Send what waits, in the background of the running event loop."""
        if self._is_stopping:
            return
        if not self._workers:
            self.recover()
        while len(self._workers) < SENDS_AT_ONCE:
            worker = asyncio.create_task(self._work())
            self._workers.add(worker)
            worker.add_done_callback(self._took_off)

    async def drain(self) -> None:
        """Send until nothing is due soon."""
        self.wake()
        while self._workers:
            await asyncio.wait(self._workers)

    async def stop(self, patience_seconds: float = 10.0) -> None:
        """Finish the sends under way, begin no more; what takes longer is in doubt at the next start."""
        self._is_stopping = True
        if self._workers:
            _, late = await asyncio.wait(self._workers, timeout=patience_seconds)
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def recover(self) -> None:
        """What is `sending` while nobody sends was left by a process that died, or could not be recorded: in doubt."""
        for delivery in outbox.list_sending(self._db):
            logger.warning("%s: its answer was lost", delivery.dedupe_key)
            settle(self._db, delivery, InDoubt(reason="interrupted while sending"), self._now())

    def _took_off(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        if not worker.cancelled() and (error := worker.exception()):
            logger.error("the outbox waits for the next tick: %s", error, exc_info=error)

    async def _work(self) -> None:
        while await self._is_our_turn() and not self._is_stopping:
            delivery = outbox.claim(self._db, self._now())
            if delivery is not None:
                self._take_in(delivery, await self._send(delivery))
            elif not await self._waits_for_more():
                return

    async def _is_our_turn(self) -> bool:
        return await self._slept(self._pacer.reserve(self._seconds()))

    async def _waits_for_more(self) -> bool:
        due_at = outbox.next_not_before(self._db)
        return due_at is not None and await self._slept((due_at - self._now()).total_seconds())

    async def _slept(self, seconds: float) -> bool:
        if seconds > PATIENCE_SECONDS:
            return False
        if seconds > 0:
            await self._sleep(seconds)
        return True

    def _take_in(self, delivery: Delivery, outcome: Outcome) -> None:
        now = self._now()
        settle(self._db, delivery, outcome, now)
        match outcome:
            case RetryAt(when=when, is_flood=is_flood):
                until = self._seconds() + (when - now).total_seconds()
                if is_flood:
                    self._pacer.flooded(delivery.chat_id, until)
                else:
                    self._pacer.wait_until(until)
            case _:
                self._pacer.took()


def settle(db: Database, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
    """Write down what an outcome means: for the delivery, for its later parts, for its chat."""
    with write(db):
        match outcome:
            case Sent(message_id=message_id, flaw=flaw):
                outbox.record_sent(db, delivery, message_id=message_id, error=flaw, now=now)
                outbox.hold_chat(db, delivery.chat_id, now + chat_gap(delivery.chat_id))
            case RetryAt(when=when, reason=reason):
                _retry(db, delivery, "retry_at", reason, when, now)
            case Migrated(chat_id=chat_id):
                _retry(db, delivery, "migrated", f"now {chat_id}", now, now)
                move_chat(db, delivery.chat_id, chat_id)
            case Blocked(reason=reason, is_topic=is_topic):
                logger.info("%s: paused: %s", delivery.dedupe_key, reason)
                thread_id = delivery.thread_id if is_topic else None
                _end(db, delivery, DeliveryState.FAILED, "blocked", reason, now)
                pause_chat(db, delivery.chat_id, reason, thread_id=thread_id)
                outbox.drop_chat(db, delivery.chat_id, "blocked", thread_id=thread_id)
            case Rejected(reason=reason):
                logger.error("%s: rejected: %s", delivery.dedupe_key, reason)
                _end(db, delivery, DeliveryState.FAILED, "rejected", reason, now)
            case InDoubt(reason=reason):
                _settle_doubt(db, delivery, reason, now)


def _settle_doubt(db: Database, delivery: Delivery, reason: str, now: datetime) -> None:
    if delivery.dedupe_key.startswith(RESENT) and delivery.attempt_count < MOST_ATTEMPTS_IN_DOUBT:
        again_at = now + back_off(delivery.attempt_count)
        _retry(db, delivery, "in_doubt", reason, again_at, now, is_repeat=True)
    else:
        _end(db, delivery, DeliveryState.IN_DOUBT, "in_doubt", reason, now)


def _retry(
    db: Database,
    delivery: Delivery,
    outcome: str,
    error: str,
    at: datetime,
    now: datetime,
    *,
    is_repeat: bool = False,
) -> None:
    outbox.record_retry(db, delivery, outcome=outcome, error=error, not_before=at, is_repeat=is_repeat, now=now)


def _end(db: Database, delivery: Delivery, state: DeliveryState, outcome: str, error: str, now: datetime) -> None:
    outbox.record_end(db, delivery, state=state, outcome=outcome, error=error, now=now)
