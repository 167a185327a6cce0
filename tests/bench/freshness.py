"""From a feed's due time, when a new item is in it, to the alert in the outbox: the real application, in real time."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.app import build_application, build_context, running
from bot.clock import MovableClock, now
from bot.config import Settings
from bot.handlers.context import Context
from bot.sandbox import Sandbox
from storage.arrivals import start_alerts
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import save_subscription
from storage.models.chats import Cadence, ChatKind, Schedule
from storage.models.sources import NewFeed
from storage.sources.feeds import add_feed
from storage.times import write_instant
from tests.bench.timing import show_table
from tests.ingest.fetching.web import Web, answer, serving
from tests.ingest.gathering.newsroom import STORY, feed, html, page

_WANTED_SECONDS = 5.0
_LONGEST = 60.0
_NAMES = ("Aydan", "Berik", "Chinara", "Daulet", "Elnur", "Farhod", "Gulnar", "Hasan", "Ilham", "Jamshid")
_COUNTRIES = ("Chad", "Oman", "Peru", "Kenya", "Nepal", "Ghana", "Malta", "Qatar", "Chile", "Togo")


def bench(arguments: Sequence[str]) -> None:
    """One item after the other; the first waits for what a start imports."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench freshness", description=__doc__)
    parser.add_argument("--items", type=int, default=8)
    waits = asyncio.run(_measure(parser.parse_args(arguments).items))
    rest = waits[1:] or waits
    mark = "" if max(rest) <= _WANTED_SECONDS else " !"
    show_table(
        (f"seconds from due to the alert in the outbox, {len(waits)} items", "seen", "wanted"),
        [
            ("the first after a start", f"{waits[0]:.1f}", ""),
            ("the others, half of them within", f"{median(rest):.1f}", ""),
            ("the slowest of them", f"{max(rest):.1f}{mark}", f"<= {_WANTED_SECONDS:.0f}"),
        ],
    )


async def _measure(count: int) -> list[float]:
    with TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, database=Path(folder) / "bench.sqlite", fetch_loopback=True)
        context = build_context(settings, now)
        context.db.execute("UPDATE feeds SET next_fetch_at = NULL, disabled_at = 'x'")
        _follow_everything(context)
        telegram = Sandbox(clock=MovableClock(), limits=False)
        await telegram.start()
        try:
            application = build_application(context, telegram.token, telegram.api_url, has_sources=True)
            async with serving() as web, running(application):
                return await _tell_one_by_one(context, web, count)
        finally:
            await telegram.stop()
            context.db.close()


def _follow_everything(context: Context) -> None:
    at = now()
    reader = record_subscriber(context.db, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=at)
    save_subscription(
        context.db,
        subscriber_id=reader.id,
        alternatives=(),
        schedule=Schedule(cadence=Cadence.AT_ONCE),
        timezone="UTC",
        next_due_at=None,
        anchor_at=start_alerts(context.db, at),
        now=at,
    )


async def _tell_one_by_one(context: Context, web: Web, count: int) -> list[float]:
    host, waits, items = f"127.0.0.1:{web.port}", [], list[tuple[str, str, str]]()
    new = NewFeed(name="agency", title="Agency", url=f"http://{host}/rss", host="127.0.0.1", language="en")
    web.pages["/rss"] = answer(feed(), Content_Type="application/rss+xml")
    assert add_feed(context.db, new, now() + timedelta(days=1)) is not None
    for number in range(count):
        name, country = _NAMES[number % len(_NAMES)], _COUNTRIES[number % len(_COUNTRIES)]
        said = f"Health Minister of {country} {name} {name}ov received the ambassador of Cuba, {name}o Perez{number}. "
        text = said * 2 + STORY.partition("Péter Takács, State Secretary for Health of Hungary. ")[2]
        items.insert(0, (f"http://{host}/{number}", f"{name} meets a guest, {number}", text[:80]))
        web.pages[f"/{number}"] = html(page(text, items[0][1]))
        web.pages["/rss"] = answer(
            feed(*items, days=[format_datetime(now())] * len(items)), Content_Type="application/rss+xml"
        )
        told, began = _count_alerts(context), time.perf_counter()
        context.db.execute("UPDATE feeds SET next_fetch_at = ? WHERE name = 'agency'", [write_instant(now())])
        while _count_alerts(context) == told and time.perf_counter() - began < _LONGEST:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.7 + 0.3 * number % 2)  # not always at the same place between two ticks
    return waits


def _count_alerts(context: Context) -> int:
    found: int = context.db.execute("SELECT count(*) FROM outbox WHERE group_key LIKE 'alert:%'").fetchone()[0]
    return found
