"""Drains the outbox: claims deliveries durably, sends them side by side, records each outcome before its chat's next.

One process a database sends at a time (`may_send`): it takes what another left `sending` for lost with its process.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from bot.clock import Now
from bot.delivery.breaker import Breaker
from bot.delivery.outcomes import Blocked, InDoubt, Outcome, RetryAt, Sent
from bot.delivery.pacer import Pacer
from bot.delivery.settling import RESENT, Answered, Notices, reopen, settle
from bot.delivery.window import HUNG_SECONDS, Window
from storage.chats import outbox
from storage.database import Database, write
from storage.errors import StorageError
from storage.models.chats import Delivery

logger = logging.getLogger(__name__)

Send = Callable[[Delivery], Awaitable[Outcome]]

PATIENCE_SECONDS = 5.0
"""What falls due later than that is left to the next tick."""
LONGEST_WAY_SECONDS = 0.5
"""How long a fan-out makes way for somebody who waits for an answer: longer, and many who ask would stop it."""
BREAK_SECONDS = 300.0
"""How long nothing is sent once Telegram refuses everybody."""
_STORE_RETRY_SECONDS = 1.0
_GATHER_SECONDS = 0.004
"""Where many answers are awaited, those that come so close together share a commit: it costs as much for one."""


class Drain:
    """Sends what waits, as fast as the pace allows."""

    def __init__(
        self,
        db: Database,
        send: Send,
        *,
        now: Now,
        pacer: Pacer | None = None,
        resent: Collection[str] = RESENT["digests"],
        may_send: Callable[[], bool] = lambda: True,
        notices: Notices | None = None,
        open_line: Callable[[], Awaitable[None]] | None = None,
        close: Callable[[], Awaitable[None]] | None = None,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._db, self._send, self._now = db, send, now
        self._pacer, self._breaker = pacer or Pacer(), Breaker()
        self._window = Window(self._pacer.sends_a_second)
        self._resent, self._may_send = resent, may_send
        self._open_line, self._close = open_line, close
        self._notices = notices
        self._seconds, self._sleep = seconds, sleep
        self._run: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._sending: dict[asyncio.Task[None], Delivery] = {}
        self._answered: list[Answered] = []
        self._wronged: list[Delivery] = []
        self._wronged_why = ""
        self._turned_at = now()
        self._asking_count, self._makes_way_until = 0, 0.0
        self._is_stopping = False

    def wake(self) -> None:
        """Send what waits, in the background of the running event loop."""
        self._news.set()
        if self._run is None and not self._is_stopping and self._may_send():
            self._run = asyncio.create_task(self._send_all())
            self._run.add_done_callback(self._ended)

    async def drain(self) -> None:
        """Send until nothing is due soon."""
        self.wake()
        if self._run is not None:
            await asyncio.wait((self._run,))

    async def stop(self, patience_seconds: float = 10.0) -> None:
        """Finish the sends under way, begin no more; what takes longer is in doubt at the next start."""
        self._is_stopping = True
        self._news.set()
        if self._run is not None:
            await asyncio.wait((self._run,), timeout=patience_seconds)
        late = [*self._sending, *([self._run] if self._run else [])]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if self._close is not None:
            await self._close()

    def replied(self, chat_id: int) -> None:
        """Somebody was answered beside the outbox: it counts for the pace."""
        self._pacer.replied(chat_id, self._seconds())

    @contextmanager
    def making_way(self) -> Iterator[None]:
        """Somebody waits for an answer: no send begins meanwhile, for on one event loop the answer would stand behind
        all that are under way."""
        if not self._asking_count:
            self._makes_way_until = self._seconds() + LONGEST_WAY_SECONDS
        self._asking_count += 1
        try:
            yield
        finally:
            self._asking_count -= 1
            self._news.set()

    def recover(self) -> None:
        """What is `sending` though nobody here sends it was left by a process that died: in doubt."""
        ours = {each.id for each in self._sending.values()} | {each.delivery.id for each in self._answered}
        lost = [each for each in outbox.list_sending(self._db) if each.id not in ours]
        for delivery in lost:
            logger.warning("%s: its answer was lost", delivery.dedupe_key)
        outcome = InDoubt(reason="interrupted while sending")
        answered = [Answered(delivery=each, outcome=outcome) for each in lost]
        with write(self._db):
            outbox.release_from_future(self._db, self._now())
            settle(self._db, answered, self._now(), resent=self._resent)

    def _ended(self, run: asyncio.Task[None]) -> None:
        self._run = None
        if run.cancelled() or not (error := run.exception()):
            return
        if isinstance(error, StorageError):  # locked or full: that passes, and says nothing of us
            logger.warning("the outbox waits for the next tick: %s", error)
        else:
            logger.error("the outbox waits for the next tick: %s", error, exc_info=error)

    async def _send_all(self) -> None:
        self.recover()
        if self._open_line is not None and outbox.next_not_before(self._db) is not None:
            await self._open_line()
        while True:
            self._news.clear()
            wait_seconds = self._take_turn()
            if wait_seconds is None and not self._sending:
                return
            await self._rest(wait_seconds)

    def _take_turn(self) -> float | None:
        """Record what was answered, claim and begin what may leave: one transaction. When to come again, or None."""
        count, now = len(self._answered), self._now()
        try:
            with write(self._db):
                if now < self._turned_at:
                    outbox.shift_waits(self._db, now, self._turned_at - now)
                settle(self._db, self._answered[:count], now, resent=self._resent, notices=self._notices)
                self._open_again(now)
                granted, claimed = self._claim(now)
                due_at = outbox.next_not_before(self._db) if len(claimed) < granted else now
        except StorageError as error:
            # What was answered is kept until it can be written down: sending it again would be a repeat.
            logger.warning("the outbox cannot be written: %s", error)
            return _STORE_RETRY_SECONDS if self._answered else None
        self._turned_at = now
        del self._answered[:count]
        self._wronged.clear()
        for delivery in claimed:
            self._begin(delivery)
        return None if self._is_stopping else self._wait_seconds(granted, claimed, due_at, now)

    def _open_again(self, now: datetime) -> None:
        """Chats that were closed by mistake, as many others were."""
        if not self._wronged:
            return
        reopen(self._db, self._wronged, now + timedelta(seconds=BREAK_SECONDS), now)
        if self._notices is not None:
            self._notices.tell_refused(self._db, len(self._wronged), self._wronged_why, now)

    def _claim(self, now: datetime) -> tuple[int, tuple[Delivery, ...]]:
        room = 0 if self._is_stopping or self._way_seconds() else self._window.room(self._seconds())
        granted = self._pacer.grant(self._seconds(), room)
        claimed = outbox.claim(self._db, now, granted, rest=self._rest_of) if granted else ()
        self._pacer.give_back(granted - len(claimed))
        return granted, claimed

    def _rest_of(self, chat_id: int) -> timedelta:
        return self._pacer.rest(chat_id, self._seconds())

    def _wait_seconds(
        self, granted: int, claimed: Sequence[Delivery], due_at: datetime | None, now: datetime
    ) -> float | None:
        if way_seconds := self._way_seconds():
            return way_seconds
        if not self._window.room(self._seconds()):
            return None
        paced = self._pacer.wait(self._seconds())
        if granted and len(claimed) < granted:
            paced = max(paced, (due_at - now).total_seconds()) if due_at else PATIENCE_SECONDS + 1
        return paced if paced <= PATIENCE_SECONDS else None

    def _way_seconds(self) -> float:
        """For how long still a fan-out makes way."""
        return max(0.0, self._makes_way_until - self._seconds()) if self._asking_count else 0.0

    def _begin(self, delivery: Delivery) -> None:
        self._window.begin(delivery.id, self._seconds())
        self._pacer.left(self._seconds())
        task = asyncio.create_task(self._attempt(delivery))
        self._sending[task] = delivery
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._sending.pop(task, None)
        self._news.set()

    async def _attempt(self, delivery: Delivery) -> None:
        try:
            outcome = await self._send(delivery)
        finally:
            after_seconds = self._window.end(delivery.id, self._seconds())
        match outcome:
            case Sent():
                self._window.answered(after_seconds, self._seconds())
                self._pacer.sent(delivery.chat_id, self._seconds())
                self._pacer.took()
                self._breaker.took()
            case RetryAt(when=when, is_flood=is_flood):
                self._hold(delivery.chat_id, (when - self._now()).total_seconds(), is_flood=is_flood)
            case InDoubt():
                self._pacer.unanswered(delivery.chat_id, self._seconds())
            case Blocked(reason=reason):
                outcome = self._take_in_closed(delivery, outcome, reason)
        self._answered.append(Answered(delivery=delivery, outcome=outcome))

    def _hold(self, chat_id: int, seconds: float, *, is_flood: bool) -> None:
        if is_flood:
            self._pacer.flooded(chat_id, self._seconds() + seconds)
        else:
            self._pacer.wait_until(self._seconds() + seconds)

    def _take_in_closed(self, delivery: Delivery, outcome: Blocked, reason: str) -> Outcome:
        """One chat that closed is paused; when all do, nobody is: Telegram, or our standing with it, is at fault."""
        wronged = self._breaker.closed(delivery)
        if not wronged:
            return outcome
        logger.error("%s chats in a row refuse us, nothing is sent for a while: %s", len(wronged), reason)
        self._wronged += [each for each in wronged if each.id != delivery.id]
        self._wronged_why = reason
        self._pacer.wait_until(self._seconds() + BREAK_SECONDS)
        return RetryAt(when=self._now() + timedelta(seconds=BREAK_SECONDS), reason=reason)

    async def _rest(self, seconds: float | None) -> None:
        """Until there is news, or that long."""
        if seconds is None:
            with suppress(TimeoutError):
                async with asyncio.timeout(HUNG_SECONDS):
                    await self._news.wait()
            if 2 * len(self._sending) > self._window.size:
                await asyncio.sleep(_GATHER_SECONDS)
            return
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        news, alarm = asyncio.ensure_future(self._news.wait()), asyncio.ensure_future(self._sleep(seconds))
        await asyncio.wait((news, alarm), return_when=asyncio.FIRST_COMPLETED)
        for each in (news, alarm):
            each.cancel()
