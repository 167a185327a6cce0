"""A sandbox in a process of its own, so that its work does not count as the sender's."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import TypeVar

from bot.clock import MovableClock
from bot.sandbox import SANDBOX_TOKEN, Sandbox, World
from bot.sandbox.world import faults

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """What the sandbox let through. `busiest_second`: the most in any second; `refused`: calls told to wait."""

    sent: int
    chats: int
    seconds: float
    busiest_second: int
    refused: int
    refused_twice: int


class TelegramBeside:
    """Telegram for as long as the block lasts, with so many people who have started the bot. It takes
    `latency_seconds` to answer a message, as the real one does at some distance."""

    def __init__(self, people: int, *, limits: bool, latency_seconds: float = 0.0) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._running = context.Process(target=_serve, args=(theirs, people, limits, latency_seconds), daemon=True)
        self.token = SANDBOX_TOKEN
        self.api_url = ""
        self.chat_ids: range = range(0)

    def __enter__(self) -> TelegramBeside:
        self._running.start()
        self.api_url, self.chat_ids = self._line.recv()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._line.send(("stop",))
        self._running.join()

    def traffic(self) -> Traffic:
        """What came since the last `forget`."""
        return self._ask(Traffic, "traffic")

    def forget(self) -> None:
        """Begin to count anew."""
        self._ask(bool, "forget")

    def ask_often(self, person_id: int, text: str, *, every_seconds: float, times: int) -> list[float]:
        """Somebody writes again and again; how long each answer took."""
        return self._ask(list, "ask", person_id, text, every_seconds, times)

    def _ask(self, kind: Callable[..., _T], *words: object) -> _T:
        self._line.send(words)
        return self._line.recv()  # type: ignore[no-any-return]


def _serve(line: Connection, people: int, limits: bool, latency_seconds: float) -> None:
    asyncio.run(_play(line, people, limits, latency_seconds))


async def _play(line: Connection, people: int, limits: bool, latency_seconds: float) -> None:
    sandbox = Sandbox(clock=MovableClock(), limits=limits)
    world = sandbox.world
    ids = [world.add_person(f"Reader {n}", is_started=True).id for n in range(people)]
    if latency_seconds:
        world.faults.script("sendMessage", faults.Hang(seconds=latency_seconds), times=100 * people)
    await sandbox.start()
    line.send((sandbox.api_url, range(ids[0], ids[-1] + 1)))
    while True:
        words = await asyncio.to_thread(line.recv)
        match words:
            case ("stop",):
                break
            case ("traffic",):
                line.send(_read_traffic(world))
            case ("forget",):
                world.calls.clear()
                line.send(True)
            case ("ask", person_id, text, every_seconds, times):
                line.send([await _ask(world, person_id, text, every_seconds) for _ in range(times)])
    await sandbox.stop()


async def _ask(world: World, person_id: int, text: str, every_seconds: float) -> float:
    started = time.perf_counter()
    await world.ask(person_id, text, timeout_seconds=60)
    taken = time.perf_counter() - started
    await asyncio.sleep(max(0.0, every_seconds - taken))
    return taken


def _read_traffic(world: World) -> Traffic:
    calls = world.calls_of("sendMessage")
    times = [call.at.timestamp() for call in calls if call.status == 200]
    refused = [call.chat_id for call in calls if call.status == 429]
    busiest = first = 0
    for last, at in enumerate(times):
        while times[first] <= at - 1:
            first += 1
        busiest = max(busiest, last - first + 1)
    return Traffic(
        sent=len(times),
        chats=len({call.chat_id for call in calls if call.status == 200}),
        seconds=times[-1] - times[0] if times else 0.0,
        busiest_second=busiest,
        refused=len(refused),
        refused_twice=len(refused) - len(set(refused)),
    )
