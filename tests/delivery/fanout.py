"""A fan-out over real HTTP to a sandbox in which things go wrong, and the account of who got what."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import MovableClock, Now
from bot.delivery.line import Line
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome
from bot.delivery.pacer import Pacer
from bot.sandbox import BOT, Call, Sandbox, World
from storage.chats.outbox import count_outbox, enqueue, next_not_before, save_bodies
from storage.chats.subscribers import record_subscriber
from storage.database import Database
from storage.models.chats import ChatKind, Delivery, DeliveryState, OutgoingMessage

MARK = "Sent again"
MOST_PARTS = 3
_MOST_WAITS = 1000


class JumpingClock:
    """The bot's clock: a steady one, and how far it is off."""

    def __init__(self, steady: Now) -> None:
        self._steady = steady
        self._off = timedelta()

    def __call__(self) -> datetime:
        return self._steady() + self._off

    def jump(self, by: timedelta) -> None:
        """Somebody sets it."""
        self._off += by


def part_text(chat_id: int, part: int) -> str:
    """What a part says; Telegram turns it into `<chat> <part>`."""
    return f"<b>{chat_id}</b> {part}"


def part_count(chat_id: int) -> int:
    """One to three parts, by the chat."""
    return 1 + chat_id % MOST_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class FanOut:
    """Digests on their way to many chats. Its clock stands still, but leaps over every wait; the bot's may jump."""

    db: Database
    sandbox: Sandbox
    clock: MovableClock
    bot_clock: JumpingClock
    drain: Drain
    chat_ids: tuple[int, ...]

    @property
    def world(self) -> World:
        """Where they arrive."""
        return self.sandbox.world

    async def finish(self) -> None:
        """Send until nothing waits any more, however far off it is due."""
        for _ in range(_MOST_WAITS):
            await self.drain.drain()
            due_at = next_not_before(self.db)
            if due_at is None:
                return
            self.clock.move(max(timedelta(seconds=1), due_at - self.bot_clock()))
        raise AssertionError(f"it does not end: {count_outbox(self.db)}")

    def received(self, chat_id: int) -> list[str]:
        """What the bot wrote into the chat, in order."""
        return [message.text for message in self.world.messages(chat_id) if message.sender.id == BOT.id]

    def sent_calls(self, chat_id: int | None = None) -> list[Call]:
        """Every attempt, as the sandbox saw it."""
        return self.world.calls_of("sendMessage", chat_id)

    def states(self) -> dict[DeliveryState, int]:
        """How many deliveries are in each state."""
        return dict(count_outbox(self.db))


@asynccontextmanager
async def fanning_out(
    db: Database, sandbox: Sandbox, clock: MovableClock, *, people: int = 60, patience_seconds: float | None = None
) -> AsyncIterator[FanOut]:
    """Digests of one to three parts wait for so many people; `patience_seconds` as in `Line`."""
    bot_clock = JumpingClock(clock)
    line = Line(
        sandbox.token,
        sandbox.api_url,
        now=bot_clock,
        repeat_mark=MARK,
        is_paid=False,
        patience_seconds=patience_seconds,
    )

    in_flight, is_quiet = 0, asyncio.Event()
    is_quiet.set()

    async def send(delivery: Delivery) -> Outcome:
        nonlocal in_flight
        in_flight += 1
        is_quiet.clear()
        try:
            return await line.send(delivery)
        finally:
            in_flight -= 1
            if not in_flight:
                is_quiet.set()

    async def leap(seconds: float) -> None:
        await is_quiet.wait()
        clock.move(timedelta(seconds=seconds))

    drain = Drain(
        db,
        send,
        now=bot_clock,
        pacer=Pacer(math.inf),
        seconds=lambda: clock().timestamp(),
        sleep=leap,
        open_line=line.open,
        close=line.close,
    )
    chat_ids = tuple(sandbox.world.add_person(f"Reader {n}", is_started=True).id for n in range(people))
    put_all(db, chat_ids, clock())
    try:
        yield FanOut(db=db, sandbox=sandbox, clock=clock, bot_clock=bot_clock, drain=drain, chat_ids=chat_ids)
    finally:
        await drain.stop()


def put_all(db: Database, chat_ids: Iterable[int], now: datetime, slot: str = "x", kind: str = "digest") -> None:
    """A digest, or whatever the kind is, for each, due now."""
    for chat_id in chat_ids:
        of_kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.SUPERGROUP
        reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=of_kind, language="en", now=now)
        parts = [OutgoingMessage(text=part_text(chat_id, n)) for n in range(1, part_count(chat_id) + 1)]
        bodies = save_bodies(db, parts)
        enqueue(db, group_key=f"{kind}:{chat_id}:{slot}", subscriber=reader, bodies=bodies, now=now)


def check_arrived(fan_out: FanOut, chat_ids: Iterable[int], *, may_repeat: Callable[[int], bool]) -> None:
    """Nothing lost, parts in order; twice only where an answer was lost, and then marked."""
    for chat_id in chat_ids:
        received = fan_out.received(chat_id)
        parts = [int(text.rsplit(" ", 1)[1]) for text in received]
        assert parts == sorted(parts), received
        assert set(parts) == set(range(1, part_count(chat_id) + 1)), received
        marked = [text.startswith(MARK) for text in received]
        for part in set(parts):
            copies = [is_marked for number, is_marked in zip(parts, marked, strict=True) if number == part]
            assert copies.count(False) <= 1, received
            assert all(copies[1:]), received
            assert len(copies) == 1 or may_repeat(chat_id), received


def check_waits_obeyed(calls: Iterable[Call]) -> None:
    """Nothing was sent to a chat before the time it had been told to wait until."""
    told: dict[int, datetime] = {}
    for call in calls:
        assert call.at >= told.get(call.chat_id, call.at), call
        if call.status == 429:
            told[call.chat_id] = call.at + timedelta(seconds=float(call.description.rpartition(" ")[2]))
