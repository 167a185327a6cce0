"""A tick of which nobody is due, and 10,000 due at once against APScheduler's SQL job store: `ticking`

Compared is: all that fell due is handed over, nothing missed, and everybody's next time is in the store. APScheduler's
jobs do nothing (its store as it comes, and tuned). Ours is measured twice: with nothing new to tell, when a tick reads
who is due, composes, claims each slot and sets the next, which is what APScheduler does; and with news, when it also
words and enqueues a digest for everybody whom it concerns, durably, which the jobs would still have to do.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome, Rejected
from bot.jobs import Desk, compose
from bot.jobs.composing import compose_due
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages, load_messages
from storage.database import Database, open_database, sync_later
from storage.models.chats import Delivery
from storage.seeds import read_seeds
from storage.times import write_instant
from tests.bench import jobstore
from tests.bench.composing import DUE_AT, fill
from tests.bench.timing import Times, show_table

_IDLE_WANTED_SECONDS = 0.002
_WANTED = 100
_IDLE_TICKS = 300
_FILTERS = 300
_HOUR = timedelta(hours=1)


def bench(arguments: Sequence[str]) -> None:
    """The idle tick; then both waves, ours between those of APScheduler."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench ticking", description=__doc__)
    parser.add_argument("--subscriptions", type=int, default=100_000, metavar="COUNT")
    parser.add_argument("--due", type=int, default=10_000, metavar="COUNT", help="of them at once")
    parser.add_argument("--articles", type=int, default=10_000, metavar="COUNT", help="in the archive")
    parser.add_argument("--days", type=int, default=7, help="of news in a digest: each has about three stories")
    given = parser.parse_args(arguments)
    if not find_spec("sqlalchemy"):
        raise SystemExit(
            "SQLAlchemy is not installed: `uv run --with sqlalchemy python -m tests.bench ticking` adds it"
        )
    messages = load_messages(read_seeds().countries)
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as folder:
        path = Path(folder) / "ticking.sqlite"
        fill(path, given.articles, given.subscriptions, _FILTERS, timedelta(days=given.days))
        with closing(open_database(path)) as db:
            show_idle(db, path, given.subscriptions, messages)
            _leave_due(db, given.due)
        show_waves(path, given.due, messages)


def show_idle(db: Database, path: Path, subscriptions: int, messages: Messages) -> None:
    """A tick an hour before anybody's slot."""
    before = DUE_AT - _HOUR
    desk = Desk(
        open_store=partial(open_database, path),
        drain=Drain(db, _refuse, now=lambda: before),
        messages=messages,
        now=lambda: before,
        gazetteer=Gazetteer(read_seeds()),
    )
    asking = _time(lambda: compose_due(db, before, messages))
    whole = _time(lambda: compose(desk))
    rows = [("who is due", asking), ("the whole tick: opens the store, alerts, digests", whole)]
    wanted = f"{_IDLE_WANTED_SECONDS * 1000:g} ms"
    show_table(
        [f"{subscriptions:,} subscriptions, none due", "p50", "p99", "wanted"],
        [(name, f"{each.p50 * 1000:.2f} ms", f"{each.p99 * 1000:.2f} ms", wanted) for name, each in rows],
    )
    print()


def show_waves(path: Path, count: int, messages: Messages) -> None:
    """Each from when it may begin until the last is handed over and everybody's next time is set."""
    quiet, news, peers = [], [], {}
    for is_tuned in (False, True):
        quiet.append(_run_wave(path, count, messages, has_news=False))
        news.append(_run_wave(path, count, messages, has_news=True))
        peers[is_tuned] = jobstore.run_wave(path.with_name("jobs.sqlite"), count, is_tuned=is_tuned)
    quiet.append(_run_wave(path, count, messages, has_news=False))
    news.append(_run_wave(path, count, messages, has_news=True))
    ours = {"nothing new to tell": statistics.median(quiet), "composed, worded, enqueued": statistics.median(news)}
    default, tuned = peers[False].seconds, peers[True].seconds
    rows = [
        (f"ours: {name}", f"{seconds:.2f} s", "0", f"x{default / seconds:.0f}", f"x{tuned / seconds:.0f}")
        for name, seconds in ours.items()
    ]
    rows += [
        (f"APScheduler's SQL store, {name}", f"{each.seconds:.2f} s", f"{each.missed:,}", "", "")
        for name, each in (("as it comes", peers[False]), ("tuned", peers[True]))
    ]
    show_table([f"{count:,} due at once", "takes", "missed", "as it comes", "tuned"], rows)
    print(f"wanted of ours: x{_WANTED} faster than the store as it comes, nothing missed")


def _run_wave(path: Path, count: int, messages: Messages, *, has_news: bool) -> float:
    """On a copy; every one of them has its slot and its next time afterwards."""
    copy = path.with_name("wave.sqlite")
    for suffix in ("", "-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    shutil.copy(path, copy)
    with closing(open_database(copy)) as db:
        if not has_news:
            db.execute("UPDATE subscriptions SET anchor_at = ?", [write_instant(DUE_AT - _HOUR)])
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sync_later(db)
        started = time.perf_counter()
        assert compose_due(db, DUE_AT, messages) == count
        seconds = time.perf_counter() - started
        done = (
            "SELECT count(*) FROM digests JOIN subscriptions AS u ON u.id = subscription_id AND u.next_due_at > slot_at"
        )
        assert db.execute(done).fetchone()[0] == count
        assert (db.execute("SELECT count(*) FROM outbox").fetchone()[0] > 0) == has_news
    return seconds


def _leave_due(db: Database, count: int) -> None:
    """So many, spread over all; the others an hour later."""
    db.execute(
        "UPDATE subscriptions SET next_due_at = ? WHERE id NOT IN"
        " (SELECT id FROM subscriptions ORDER BY id % 9973, id LIMIT ?)",
        [write_instant(DUE_AT + _HOUR), count],
    )
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _time(tick: Callable[[], object]) -> Times:
    tick()
    samples = []
    for _ in range(_IDLE_TICKS):
        started = time.perf_counter()
        tick()
        samples.append(time.perf_counter() - started)
    return Times(samples=tuple(samples))


async def _refuse(_: Delivery) -> Outcome:
    return Rejected(reason="nothing is sent here")
