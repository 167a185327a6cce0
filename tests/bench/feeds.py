"""What feeds cost: pages to stored stories beside trafilatura, a pass in which nothing is new, a day of 200 feeds."""

from __future__ import annotations

import argparse
import asyncio
import html
import multiprocessing
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import trafilatura

from bot.clock import now
from bot.config import Settings
from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.outcomes import Fetched
from bot.ingest.gathering.gatherer import Gatherer
from bot.ingest.gathering.items import see_address
from bot.ingest.gathering.storing import store_page
from bot.ingest.seeding import load_seeds
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, open_database
from storage.models.sources import NewFeed, PageState
from storage.seeds import read_seeds
from storage.sources.feeds import add_feed
from storage.sources.wanted import get_wanted, want_page
from tests.bench.timing import show_table
from tests.gold.rows import TEXTS
from tests.ingest.fetching.web import FastTime, Seen, Web, answer, raw, serving
from tests.ingest.gathering.day import begin_day
from tests.ingest.gathering.newsroom import opened

_WANTED_SHARE = 0.8
_WANTED_CPU_SECONDS = 3.0
_WANTED_MEGABYTES = 250
_KILOBYTES = (15, 60)
"""Of a page: a lean one, and one as papers serve it."""


def bench(arguments: Sequence[str]) -> None:
    """All three, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench feeds", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=["pages", "unchanged", "day"], default=[])
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--items", type=int, default=5, help="a feed and day, about")
    chosen = parser.parse_args(arguments)
    parts = chosen.parts or ["pages", "unchanged", "day"]
    gazetteer = Gazetteer(read_seeds())
    if "pages" in parts:
        show_pages(gazetteer)
    if "unchanged" in parts:
        asyncio.run(show_unchanged(gazetteer, chosen.feeds))
    if "day" in parts:
        asyncio.run(show_day(gazetteer, chosen.feeds, chosen.items))


def show_pages(gazetteer: Gazetteer) -> None:
    """Our gold's texts as pages: fetched bytes to stored story, and trafilatura with metadata alone, page by page."""
    rows = []
    for kilobytes in _KILOBYTES:
        pages = [make_page(path.read_text("utf-8"), kilobytes) for path in sorted(TEXTS.glob("*/*.txt"))]
        with _store(gazetteer) as db:
            ours, theirs, stored = _compare(db, pages, gazetteer)
        share = theirs / ours
        per_page = (f"{1000 * theirs / len(pages):.1f}", f"{1000 * ours / len(pages):.1f}")
        mark = "" if share >= _WANTED_SHARE else " !"
        rows.append((f"{len(pages)} of {kilobytes} kB, {stored} stored", *per_page, f"{share:.2f}{mark}"))
    heads = ("pages, ms of CPU each", "trafilatura + metadata", "fetched to stored", f"share, wanted {_WANTED_SHARE}")
    show_table(heads, rows)
    print()


def _compare(db: Database, pages: Sequence[bytes], gazetteer: Gazetteer) -> tuple[float, float, int]:
    ours = theirs = 0.0
    stored = 0
    for number, body in enumerate(pages):
        url = f"https://news.example/{number}"
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
        began = time.process_time()
        came_to = store_page(db, page, fetched, gazetteer, now)
        between = time.process_time()
        trafilatura.bare_extraction(body, url=url, with_metadata=True)
        theirs += time.process_time() - between
        ours += between - began
        stored += came_to.state is PageState.STORED
    return ours, theirs, stored


async def show_unchanged(gazetteer: Gazetteer, count: int) -> None:
    """A pass over feeds that all answer "not modified", served by another program; each on a host of its own."""
    with _store(gazetteer) as db, _serving_beside() as port:
        for number in range(count):
            host = f"host{number}.example"
            feed = NewFeed(name=f"feed-{number}", title=host, url=f"http://{host}:{port}/rss", host=host)
            assert add_feed(db, feed, now())
        path = Path(db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0])
        async with Fetcher(allow_loopback=True, lookup=_look_up) as fetcher:
            gatherer = Gatherer(fetcher, lambda: open_database(path), gazetteer, now)
            await gatherer.gather()
            rows = []
            for _ in range(3):
                db.execute("UPDATE feeds SET next_fetch_at = '2020-01-01T00:00:00.000000+00:00'")
                began, cpu = time.perf_counter(), time.process_time()
                await gatherer.gather()
                spent, took = time.process_time() - cpu, time.perf_counter() - began
                mark = "" if spent <= _WANTED_CPU_SECONDS else " !"
                rows.append((f"{count} feeds", f"{spent:.2f}{mark}", f"{took:.1f}"))
            await gatherer.close()
        results = dict(db.execute("SELECT result, count(*) FROM runs GROUP BY result").fetchall())
        assert results.get("unchanged") == 3 * count, results
    show_table(("nothing new", f"CPU seconds, wanted {_WANTED_CPU_SECONDS}", "seconds"), rows)
    print()


async def show_day(gazetteer: Gazetteer, count: int, items: int) -> None:
    """The day of `tests.ingest.gathering.day`, with what is held in memory at its quarters."""
    with TemporaryDirectory() as folder:
        async with serving() as web, opened(web, FastTime(), Path(folder) / "day.sqlite", gazetteer) as room:
            load_seeds(room.db, read_seeds(), gazetteer, room.time.now, with_samples=False)
            room.db.execute("UPDATE feeds SET next_fetch_at = NULL")
            day = begin_day(room, count, items=items)
            resident: list[tuple[float, float]] = []
            began = time.perf_counter()

            def watch() -> None:
                web.seen.clear()
                web.lookups.clear()
                hours = (room.time.at - day.began).total_seconds() / 3600
                if not resident or hours - resident[-1][0] >= 6:
                    resident.append((hours, _resident_megabytes()))

            await day.play(watch)
            asked = sum(len(times) for outlet in day.outlets.values() for times in outlet.asked.values())
            published = sum(len(outlet.published) for outlet in day.outlets.values())
            ends = [f"after {hours:.0f} h: {megabytes:.0f} MB" for hours, megabytes in resident]
            show_table(
                (f"a day of {count} feeds", "seen", "wanted"),
                [
                    ("articles published", f"{published:,}", ""),
                    ("of these not stored", f"{len(day.lost()):,}", "0"),
                    ("requests", f"{asked:,}", ""),
                    ("of these too early", f"{len(day.hurried()):,}", "0"),
                    ("feeds given up", f"{len(room.disabled()):,}", "0"),
                    ("resident at the end", f"{_resident_megabytes():.0f} MB", f"<= {_WANTED_MEGABYTES}"),
                    ("seconds", f"{time.perf_counter() - began:,.0f}", ""),
                ],
            )
            print("; ".join((*ends, *day.hurried())))


@contextmanager
def _store(gazetteer: Gazetteer) -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        db = open_database(Settings.model_construct(database=Path(folder) / "bench.sqlite").database)
        load_seeds(db, read_seeds(), gazetteer, now, with_samples=False)
        db.execute("UPDATE feeds SET next_fetch_at = NULL")
        yield db
        db.close()


def make_page(text: str, kilobytes: int) -> bytes:
    """The text between a menu, scripts and a column of other headlines, until the page is as large as wanted."""
    dice = random.Random(len(text))
    title, *rest = [line.strip() for line in text.splitlines() if line.strip()]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in rest)
    head = f"<title>{html.escape(title)}</title><meta property='og:title' content='{html.escape(title)}'>"
    page = f"<html><head>{head}</head><body>{{before}}<article><h1>{html.escape(title)}</h1>{body}</article>{{after}}"
    around = ["".join(_list_clutter(dice, kilobytes * 500)) for _ in range(2)]
    return (page.replace("{before}", around[0]).replace("{after}", around[1]) + "</body></html>").encode()


def _list_clutter(dice: random.Random, size: int) -> Iterator[str]:
    made = 0
    while made < size:
        words = " ".join(dice.choice(("news", "world", "sport", "video", "the day", "politics")) for _ in range(6))
        piece = dice.choice(
            (
                f"<div class='menu-item'><a href='/section/{made}'>{words}</a></div>",
                f"<aside class='related'><ul><li><a href='/a/{made}'><span>{words}</span></a></li></ul></aside>",
                f"<script>var x{made} = {{'a': '{words}', 'b': [1, 2, 3]}};</script>",
                f"<footer><div><p class='small'>{words}</p></div></footer>",
            )
        )
        made += len(piece)
        yield piece


async def _look_up(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@contextmanager
def _serving_beside() -> Iterator[int]:
    """A program of its own that says of every feed what it said before; its port."""
    ours, theirs = multiprocessing.Pipe()
    program = multiprocessing.get_context("spawn").Process(target=_serve_unchanged, args=(theirs,), daemon=True)
    program.start()
    try:
        yield int(ours.recv())
    finally:
        program.terminate()
        program.join()


def _serve_unchanged(port: Connection) -> None:
    async def serve() -> None:
        async with serving() as web:
            port.send(web.port)
            await _answer_unchanged(web)

    asyncio.run(serve())


async def _answer_unchanged(web: Web) -> None:
    items = "".join(
        f"<item><guid>{n}</guid><title>News {n}</title><description>Of the day.</description></item>" for n in range(3)
    )
    body = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()

    async def answer_feed(seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(raw(304, {}) if "if-none-match" in seen.headers else answer(body, ETag='"1"'))

    web.pages["/rss"] = answer_feed
    await asyncio.Event().wait()


def _resident_megabytes() -> float:
    """What the process holds now; Linux tells it in pages of 4 kB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
