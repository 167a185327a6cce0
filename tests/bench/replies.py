"""What the ingest pass does to those who ask: replies alone, and while article after article is read beside them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import build_context
from bot.clock import now
from bot.config import Settings
from bot.handlers import answer_text
from bot.handlers.context import Context, Request
from bot.ingest.fetching.outcomes import Fetched
from bot.ingest.gathering.gatherer import PAUSE_SECONDS
from bot.ingest.gathering.items import see_address
from bot.ingest.gathering.storing import store_page
from bot.ingest.gathering.worker import Worker
from storage.database import Database, open_database
from storage.errors import DatabaseLockedError
from storage.sources.wanted import get_wanted, want_page
from tests.bench.feeds import make_page
from tests.bench.timing import Times, show_table
from tests.gold.rows import TEXTS

_ASKED = ("/country Cuba", "/minister Musayev", "/latest")
_SECONDS, _KILOBYTES, _BETWEEN_SECONDS = 8.0, 30, 0.02


def bench(arguments: Sequence[str]) -> None:
    """Ask with nothing else to do, then while pages are read without a break: more than feeds ever bring."""
    with TemporaryDirectory() as folder:
        context = build_context(Settings(_env_file=None, database=Path(folder) / "bench.sqlite"), now)
        asyncio.run(_show(context))
        context.db.close()


async def _show(context: Context) -> None:
    rows = []
    alone, _ = await _ask(context)
    rows.append(("nothing else", f"{alone.p50 * 1000:.1f}", f"{alone.p99 * 1000:.1f}", "", ""))
    for pause_seconds in (PAUSE_SECONDS, 0.05):
        worker = Worker(partial(open_database, context.settings.database), pause_seconds)
        read: list[float] = []
        reading = asyncio.create_task(_read_on(worker, context, read))
        await asyncio.sleep(2)
        began = len(read)
        times, locked_count = await _ask(context)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        await worker.close()
        speed = (len(read) - began) / _SECONDS
        name = f"reading, {pause_seconds * 1000:.0f} ms rest after each"
        rows.append((name, f"{times.p50 * 1000:.1f}", f"{times.p99 * 1000:.1f}", f"{locked_count}", f"{speed:.1f}"))
    heads = ("a reply, ms on the event loop", "p50", "p99", "waited for the store beside it", "pages a second")
    show_table(heads, rows)


async def _ask(context: Context) -> tuple[Times, int]:
    samples: list[float] = []
    locked_count, until = 0, time.perf_counter() + _SECONDS
    while time.perf_counter() < until:
        for words in _ASKED:
            began = time.perf_counter()
            try:
                answer_text(context, Request(chat_id=1, words=words, language="en"))
            except DatabaseLockedError:
                locked_count += 1  # in chat it is asked again beside the event loop
            samples.append(time.perf_counter() - began)
            await asyncio.sleep(_BETWEEN_SECONDS)
    return Times(samples=tuple(samples)), locked_count


async def _read_on(worker: Worker, context: Context, read: list[float]) -> None:
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*/*.txt"))]
    for number in count():
        url = f"https://news.example/{len(read)}-{id(worker)}"
        body = make_page(f"{texts[number % len(texts)]}\nNumber {number} of {id(worker)}.", _KILOBYTES)
        await worker.run(partial(_store, url=url, body=body, context=context), rests=True)
        read.append(time.perf_counter())


def _store(db: Database, *, url: str, body: bytes, context: Context) -> None:
    page = get_wanted(db, want_page(db, see_address(url), now=now()))
    assert page is not None
    fetched = Fetched(
        url=url,
        final_url=url,
        status=200,
        media_type="text/html",
        charset="utf-8",
        body=body,
        etag=None,
        last_modified=None,
        moved=False,
    )
    store_page(db, page, fetched, context.gazetteer, now)
