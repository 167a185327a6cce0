"""What the bot takes before anybody asks: time to its first poll (median of five) and memory: `idle --articles 1000000`

`readout run` as it is, in a process of its own, against a stand-in for Telegram that has no news for it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from tests.bench.archive import prepare_archive
from tests.bench.timing import show_table

_STARTS = 5
_SETTLE_SECONDS = 5.0
_PATIENCE_SECONDS = 60.0
_START_WANTED_SECONDS = 2.0
_MEMORY_WANTED_MB = 150
_TOKEN = "123456789:" + "A" * 35
_BOT = {"id": 123456789, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start: until the first poll, and what it holds a while later."""

    seconds: float
    worked_seconds: float
    megabytes: float


def bench(arguments: Sequence[str]) -> None:
    """Start it once unmeasured, as it loads the seeds then, and five times more."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench idle", description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000, metavar="COUNT")
    archive = prepare_archive(parser.parse_args(arguments).articles)
    bare = _time_bare_import()
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as folder:
        copy = Path(shutil.copy(archive, folder))  # the first start stores the seeds' articles
        first, *warm = asyncio.run(_start_repeatedly(copy))
    bare = min(bare, _time_bare_import())
    seconds = statistics.median(start.seconds for start in warm)
    worked = statistics.median(start.worked_seconds for start in warm)
    megabytes = max(start.megabytes for start in warm)
    show_table(
        ["idle bot", "measured", "wanted"],
        [
            ("warm start, median of five", f"{seconds:.2f} s", f"{_START_WANTED_SECONDS:g} s"),
            ("of it at work, not waiting for a processor", f"{worked:.2f} s", ""),
            ("importing python-telegram-bot alone, before and after", f"{bare:.2f} s", ""),
            ("first start, which loads the seeds", f"{first.seconds:.2f} s", ""),
            ("memory, the most of five", f"{megabytes:.0f} MB", f"{_MEMORY_WANTED_MB} MB"),
        ],
    )


async def _start_repeatedly(path: Path) -> list[Start]:
    async with _serve_nothing() as (address, is_polled):
        return [await _start(path, address, is_polled) for _ in range(1 + _STARTS)]


async def _start(path: Path, address: str, is_polled: asyncio.Event) -> Start:
    is_polled.clear()
    settings = {"READOUT_TOKEN": _TOKEN, "READOUT_API_URL": address, "READOUT_DATABASE": str(path)}
    started = time.perf_counter()
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env={**os.environ, **settings, "READOUT_LOG_LEVEL": "warning", "READOUT_FETCH": "off"},
        stdout=asyncio.subprocess.DEVNULL,
    )
    ended = asyncio.create_task(program.wait())
    polled = asyncio.create_task(is_polled.wait())
    try:
        await asyncio.wait((ended, polled), timeout=_PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not polled.done():
            raise SystemExit("the bot did not come to poll: see what it said above")
        seconds = time.perf_counter() - started
        worked_seconds = _read_work(program.pid)
        await asyncio.sleep(_SETTLE_SECONDS)
        return Start(seconds=seconds, worked_seconds=worked_seconds, megabytes=_read_memory(program.pid))
    finally:
        polled.cancel()
        if program.returncode is None:
            program.send_signal(signal.SIGINT)
        await ended


def _time_bare_import() -> float:
    """Processor seconds of the least such a bot can do: tells a slow machine from a slow start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import telegram.ext"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read_memory(pid: int) -> float:
    """Resident megabytes, as Linux counts them."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:"))


def _read_work(pid: int) -> float:
    """Processor seconds so far, as Linux counts them."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def _serve_nothing() -> AsyncIterator[tuple[str, asyncio.Event]]:
    """A Bot API that agrees to everything and says when it is polled."""
    is_polled = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        result: object = True
        if method == "getme":
            result = _BOT
        elif method == "getupdates":
            is_polled.set()
            await asyncio.sleep(1)
            result = []
        return web.json_response({"ok": True, "result": result})

    application = web.Application()
    application.router.add_route("*", "/{bot}/{method}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}", is_polled
    finally:
        await runner.cleanup()
