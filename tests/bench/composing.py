"""Digests for many who share few filters, against a digest for each by itself: `composing --subscribers 100000`

Both compose, word, claim the slot, enqueue and set the next slot, on copies of one database. The way of each by itself
is measured on a sample drawn at random, before and after the other, and scaled up; a hundred share its transactions, so
that commits count for little. *Building* is finding out who shares what, composing and wording; without the outbox.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from bot.briefing.digest import Composer
from bot.briefing.due import is_sent, read_slots, settle
from bot.jobs import composing, let_others_write
from bot.render.digests import render_digest
from bot.render.messages import Messages, load_messages
from storage.chats.digests import record_digest
from storage.chats.outbox import digest_key, enqueue, save_bodies
from storage.chats.subscriptions import advance, find_subscription
from storage.database import Database, open_database, sync_later, write
from storage.models.chats import Cadence, Schedule, Subscription
from storage.models.due import Due
from storage.seeds import read_seeds
from tests.bench.archive import prepare_archive
from tests.bench.chats import add_subscribers, draw_filters, follow
from tests.bench.timing import Times, show_table
from tests.bench.world import make_world

DUE_AT = datetime(2026, 1, 1, 8, tzinfo=UTC)
"""When the archive ends: a digest tells also what was stored after it was due."""
WEEKLY = Schedule(cadence=Cadence.WEEKLY, times=(wall_time(8),), days=(3,))
"""Thursday is 1 January 2026."""
_FIRST_CHAT = 10_000_000
_BUILDING_WANTED = 200
_ALL_WANTED = 30
_MEMORY_WANTED_MB = 250
_WAIT_WANTED_SECONDS = 0.1
_SHARED_COMMIT = 100
_KNOCK_SECONDS = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What so many digests took, in seconds."""

    count: int
    building: float
    seconds: float

    def __add__(self, other: Work) -> Work:
        return Work(
            count=self.count + other.count,
            building=self.building + other.building,
            seconds=self.seconds + other.seconds,
        )

    def scaled(self, count: int) -> Work:
        """What so many would take."""
        times = count / self.count
        return Work(count=count, building=self.building * times, seconds=self.seconds * times)


class Stopwatch:
    """Adds up what its blocks take."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._started = 0.0

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._started


def bench(arguments: Sequence[str]) -> None:
    """Both ways in turn; then how long others wait to write meanwhile."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench composing", description=__doc__)
    parser.add_argument("--subscribers", type=int, default=100_000, metavar="COUNT")
    parser.add_argument("--filters", type=int, default=300, metavar="COUNT", help="distinct ones, drawn by Zipf's law")
    parser.add_argument("--sample", type=int, default=2000, metavar="COUNT", help="of digests made each by itself")
    parser.add_argument("--days", type=int, default=7, help="of news in a digest: each has about three stories")
    parser.add_argument("--articles", type=int, default=10_000, metavar="COUNT", help="in the archive")
    given = parser.parse_args(arguments)
    messages = load_messages(read_seeds().countries)
    with tempfile.TemporaryDirectory(prefix="readout-bench-") as folder:
        path = Path(folder) / "shared.sqlite"
        fill(path, given.articles, given.subscribers, given.filters, timedelta(days=given.days))
        alone, waited = path.with_stem("alone"), path.with_stem("waited")
        for copy in (alone, waited):
            shutil.copy(path, copy)
        show_contest(path, alone, messages, given.sample)
        show_waits(waited, messages)


def fill(path: Path, articles: int, subscribers: int, filters: int, news: timedelta) -> None:
    """An archive with so many subscriptions, all due at `DUE_AT` for what arrived in so long a time before."""
    shutil.copy(prepare_archive(articles), path)
    with closing(open_database(path)) as db:
        readers = add_subscribers(db, range(_FIRST_CHAT, _FIRST_CHAT + subscribers), DUE_AT)
        followed = draw_filters(make_world(), filters)
        follow(db, readers, followed, schedule=WEEKLY, due_at=DUE_AT, since=DUE_AT - news)


def show_contest(shared_path: Path, alone_path: Path, messages: Messages, sample: int) -> None:
    """All together, between two halves of the sample each by itself."""
    with closing(open_database(shared_path)) as db, closing(open_database(alone_path)) as other:
        sync_later(db)
        sync_later(other)
        ids = [row[0] for row in other.execute("SELECT id FROM subscriptions").fetchall()]
        drawn = random.Random(3).sample(ids, min(sample, len(ids)))
        _compose_alone(other, drawn[:20], messages)  # whatever is loaded by the first one
        before = _compose_alone(other, drawn[20 : sample // 2], messages)
        shared = _compose_shared(db, messages)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        alone = (before + _compose_alone(other, drawn[sample // 2 :], messages)).scaled(shared.count)
        waiting, texts = db.execute("SELECT count(*), count(DISTINCT body_id) FROM outbox").fetchone()
    show_table(
        [f"{shared.count:,} digests", "shared", f"each by itself, of {sample:,}", "of it", "wanted"],
        [
            _compare("building", shared.building, alone.building, _BUILDING_WANTED),
            _compare("building and enqueuing", shared.seconds, alone.seconds, _ALL_WANTED),
            ("messages that wait", f"{waiting:,}", "", "", ""),
            ("texts they share", f"{texts:,}", "", "", ""),
            ("memory at the most", f"{megabytes:.0f} MB", "", "", f"{_MEMORY_WANTED_MB} MB"),
        ],
    )
    print()


def show_waits(path: Path, messages: Messages) -> None:
    """How long somebody else waits to write, again and again, while a tick settles them all."""
    over = threading.Event()
    waits: list[float] = []
    knocking = threading.Thread(target=_knock, args=(path, over, waits))
    with closing(open_database(path)) as db:
        sync_later(db)
        knocking.start()
        composing.compose_due(db, DUE_AT, messages, let_others_write)
        over.set()
        knocking.join()
    times, wanted = Times(samples=tuple(waits)), f"{_WAIT_WANTED_SECONDS * 1000:.0f} ms"
    shown = (("p50", times.p50), ("p99", times.p99), ("at the most", max(waits)))
    show_table(
        ["somebody else waits to write", "measured", "wanted"],
        [(name, f"{seconds * 1000:.1f} ms", wanted) for name, seconds in shown],
    )


def _compare(what: str, shared: float, alone: float, wanted: int) -> tuple[str, ...]:
    return (what, f"{shared:.2f} s", f"{alone:.0f} s", f"1/{alone / shared:.0f}", f"1/{wanted}")


def _compose_shared(db: Database, messages: Messages) -> Work:
    watch = Stopwatch()

    class Watched(composing.Composing):
        def settle(self, due: Iterable[Due], told_until: datetime) -> composing.Settled:
            with watch:
                return super().settle(due, told_until)

        def compose(self, wanted: composing.Wanted, subscription: Subscription) -> None:
            with watch:
                super().compose(wanted, subscription)

    started = time.perf_counter()
    with patch.object(composing, "Composing", Watched):
        count = composing.compose_due(db, DUE_AT, messages)
    return Work(count=count, building=watch.seconds, seconds=time.perf_counter() - started)


def _compose_alone(db: Database, ids: Sequence[int], messages: Messages) -> Work:
    watch, left, started = Stopwatch(), iter(ids), time.perf_counter()
    while block := list(islice(left, _SHARED_COMMIT)):
        with write(db):
            for id_ in block:
                _compose_one(db, id_, messages, watch)
    return Work(count=len(ids), building=watch.seconds, seconds=time.perf_counter() - started)


def _compose_one(db: Database, id_: int, messages: Messages, watch: Stopwatch) -> None:
    each = find_subscription(db, id_)
    assert each is not None
    assert each.anchor_at is not None
    slots = read_slots(each.schedule, each.timezone, each.quiet, DUE_AT, DUE_AT)
    settlement = settle(each, slots)
    assert settlement.slot is not None
    language = each.subscriber.language
    with watch:
        digest = Composer(db).compose_window(each.filter, each.anchor_at, settlement.slot, language, each.most_entries)
        is_told = is_sent(each, digest.story_ids)
        parts = render_digest(digest, each.timezone, language, messages, schedule=each.schedule) if is_told else ()
    since, ids = each.anchor_at, digest.story_ids
    if record_digest(db, subscription_id=id_, slot=settlement.slot, since=since, story_ids=ids, now=DUE_AT) and parts:
        key, bodies = digest_key(id_, settlement.slot), save_bodies(db, parts)
        enqueue(db, group_key=key, subscriber=each.subscriber, bodies=bodies, now=DUE_AT)
    advance(db, id_, slot=settlement.anchor_at, next_due_at=settlement.next_due_at)


def _knock(path: Path, over: threading.Event, waits: list[float]) -> None:
    with closing(open_database(path)) as db:
        while not over.wait(_KNOCK_SECONDS):
            started = time.perf_counter()
            with write(db):
                db.execute("UPDATE subscribers SET timezone = NULL WHERE id = 1")
            waits.append(time.perf_counter() - started)
