"""One message to each of many chats, durably, against bare senders, over real HTTP: `fanout --subscribers 100000`

The sandbox plays Telegram in a process of its own, each sender works in its own; without limits, the network is
loopback. Then somebody asks for /help behind the fan-out; Telegram's paid pace is kept at its usual distance, and its
free pace within its limits.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bot.clock import now
from tests.bench.chats import fill_outbox, make_database
from tests.bench.telegram import TelegramBeside, Traffic
from tests.bench.timing import Times, show_table, times_as_much

_RATE_WANTED = 0.6
_WORK_WANTED = 1.5
_FREE_RATE_WANTED = 28.0
_MEMORY_WANTED_MB = 250
_REPLY_WANTED_SECONDS = 0.1
_ASK_SECONDS = 0.1
_PAID_RATE_WANTED = 900.0
_LATENCIES_SECONDS = (0.1, 0.15)
_NAMES = {"readout": "Readout, durable", "aiogram": "aiogram, bare", "ptb": "PTB over httpx, bare"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One sender's run. `worked_seconds` is its processor time."""

    count: int
    seconds: float
    worked_seconds: float
    megabytes: float

    @property
    def rate(self) -> float:
        return self.count / self.seconds

    @property
    def work(self) -> float:
        """Microseconds of processor a message."""
        return self.worked_seconds / self.count * 1e6


def bench(arguments: Sequence[str]) -> None:
    """All four measurements."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench fanout", description=__doc__)
    parser.add_argument("--subscribers", type=int, default=30_000, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=1, metavar="COUNT", help="of the contest; each takes turns")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long the free pace, and /help, are measured")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as folder:
        path = Path(folder) / "fanout.sqlite"
        show_contest(path, given.subscribers, given.rounds)
        show_replies(path, given.subscribers, given.seconds)
        for latency in _LATENCIES_SECONDS:
            show_paid_pace(path, given.subscribers, given.seconds / 2, latency)
        show_free_pace(path, given.subscribers, given.seconds)


def show_contest(path: Path, subscribers: int, rounds: int) -> None:
    """Each sender to every chat, in turn."""
    if not find_spec("aiogram"):
        raise SystemExit("aiogram is not installed: `uv run --with aiogram python -m tests.bench fanout` brings it")
    runs: dict[str, list[Sent]] = {name: [] for name in _NAMES}
    for _ in range(rounds):
        for name, each in runs.items():
            each.append(
                _run_sender(
                    name, path, subscribers if name != "ptb" else min(subscribers, max(1000, subscribers // 20))
                )
            )
    peer_rate, peer_work = _medians(runs["aiogram"])
    heads = (
        f"{subscribers:,} chats",
        "messages/s",
        "of aiogram",
        "CPU us each",
        "of aiogram",
        "/s of a free core",
        "MB",
    )
    rows = []
    for name, each in runs.items():
        rate, work = _medians(each)
        rates, works = rate / peer_rate, work / peer_work
        shown = (f"{rate:,.0f}", times_as_much(rates), f"{work:,.0f}", times_as_much(works))
        rows.append((_NAMES[name], *shown, f"{1e6 / work:,.0f}", f"{max(run.megabytes for run in each):.0f}"))
    show_table(heads, rows)
    print(f"wanted of ours: x{_RATE_WANTED} of the rate, x{_WORK_WANTED} of the work, {_MEMORY_WANTED_MB} MB\n")


def _medians(runs: Sequence[Sent]) -> tuple[float, float]:
    return statistics.median(run.rate for run in runs), statistics.median(run.work for run in runs)


def show_replies(path: Path, subscribers: int, seconds: float) -> None:
    """How long somebody waits for /help while the fan-out goes on at Telegram's paid pace."""
    with TelegramBeside(subscribers + 1, limits=False) as telegram, closing(make_database(path)) as db:
        fill_outbox(db, telegram.chat_ids[:-1], now())
        with _running_bot(telegram, path, is_paid=True) as pid:
            _wait_until_sending(telegram)
            waits = telegram.ask_often(
                telegram.chat_ids[-1], "/help", every_seconds=_ASK_SECONDS, times=round(seconds / _ASK_SECONDS)
            )
            traffic, megabytes = telegram.traffic(), _read_memory(pid)
    times = Times(samples=tuple(waits))
    show_table(
        ["a reply behind the fan-out", "measured", "wanted"],
        [
            ("meanwhile, messages/s", f"{traffic.sent / traffic.seconds:,.0f}", ""),
            ("it waits, p50", f"{times.p50 * 1000:.0f} ms", f"{_REPLY_WANTED_SECONDS * 1000:.0f} ms"),
            ("it waits, p99", f"{times.p99 * 1000:.0f} ms", f"{_REPLY_WANTED_SECONDS * 1000:.0f} ms"),
            ("memory of the bot", f"{megabytes:.0f} MB", f"{_MEMORY_WANTED_MB} MB"),
        ],
    )
    print()


def show_paid_pace(path: Path, subscribers: int, seconds: float, latency_seconds: float) -> None:
    """The real program at Telegram's paid pace, each message answered after so long."""
    count = min(subscribers, round(seconds * 1500))
    telegram_beside = TelegramBeside(count, limits=False, latency_seconds=latency_seconds)
    with telegram_beside as telegram, closing(make_database(path)) as db:
        fill_outbox(db, telegram.chat_ids, now())
        with _running_bot(telegram, path, is_paid=True):
            _wait_until_sending(telegram)
            time.sleep(min(2.0, seconds / 2))  # until it has found out how far away Telegram is
            telegram.forget()
            time.sleep(seconds)
            traffic = telegram.traffic()
    rate = f"{traffic.sent / traffic.seconds:,.0f}" if traffic.seconds else "none left"
    show_table(
        [f"at the paid pace, answered after {latency_seconds * 1000:.0f} ms", "measured", "wanted"],
        [("messages/s", rate, f"{_PAID_RATE_WANTED:,.0f}")],
    )
    print()


def show_free_pace(path: Path, subscribers: int, seconds: float) -> None:
    """The real program against Telegram's free limits."""
    count = min(subscribers, round(seconds * 40))
    with TelegramBeside(count, limits=True) as telegram, closing(make_database(path)) as db:
        fill_outbox(db, telegram.chat_ids, now())
        with _running_bot(telegram, path, is_paid=False):
            _wait_until_sending(telegram)
            time.sleep(seconds)
            traffic = telegram.traffic()
    _show_pace(traffic)


def _show_pace(traffic: Traffic) -> None:
    show_table(
        ["at the free limit of 30/s", "measured", "wanted"],
        [
            ("messages/s", f"{(traffic.sent - 1) / traffic.seconds:.1f}", f"{_FREE_RATE_WANTED:g}"),
            ("in the busiest second", f"{traffic.busiest_second}", "30"),
            ("told to wait (429)", f"{traffic.refused}", "0"),
            ("told to wait again", f"{traffic.refused_twice}", "0"),
        ],
    )


def _run_sender(name: str, path: Path, count: int) -> Sent:
    with TelegramBeside(count, limits=False) as telegram:
        with closing(make_database(path)) as db:
            if name == "readout":
                fill_outbox(db, telegram.chat_ids, now())
        run = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.bench.senders",
                name,
                telegram.api_url,
                path,
                str(telegram.chat_ids[0]),
                str(count),
            ],
            check=True,
            stdout=subprocess.PIPE,
        )
        assert telegram.traffic().chats == count
    return Sent(count=count, **json.loads(run.stdout))


@contextmanager
def _running_bot(telegram: TelegramBeside, path: Path, *, is_paid: bool) -> Iterator[int]:
    settings = {
        "READOUT_TOKEN": telegram.token,
        "READOUT_API_URL": telegram.api_url,
        "READOUT_DATABASE": str(path),
        "READOUT_PAID_BROADCAST": str(is_paid),
        "READOUT_LOG_LEVEL": "warning",
        "READOUT_FETCH": "off",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env={**os.environ, **settings}, stdout=subprocess.DEVNULL
    ) as program:
        try:
            yield program.pid
        finally:
            program.send_signal(signal.SIGINT)


def _wait_until_sending(telegram: TelegramBeside) -> None:
    while telegram.traffic().sent < 10:
        time.sleep(0.1)


def _read_memory(pid: int) -> float:
    """The most resident megabytes so far, as Linux counts them."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:"))
