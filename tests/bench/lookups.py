"""What lookups cost, against their bare SQL and as the archive grows: `lookups --articles 10000 1000000`

The bare SQL of a lookup is what SQLite's driver takes for the very statements the store sent, on the same connection.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bot.briefing.lookup import PAGE_SIZE, Page, answer_lookup
from bot.render.answers.pages import render_page
from bot.render.messages import load_messages
from storage.database import Database
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Cursor
from storage.news.entries import count_days, count_entries, list_days, list_entries, list_undated
from storage.news.keys import EVERYTHING, official_key
from storage.news.officials import get_official_card
from storage.news.search import count_search, search_entries
from storage.news.stories import get_stories
from tests.bench.archive import open_archive
from tests.bench.timing import Times, microseconds, show_table, take_turns, times_as_much
from tests.bench.world import DAY_COUNT, FIRST_DAY, World, make_world, zipf_choices

_RUNS = 400
_FINISHED_WANTED = 1.5

Task = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of lookup: how often asked for what, and by how much it may grow."""

    name: str
    growth_wanted: float
    tasks: Sequence[Task]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one kind of lookup costs on one archive."""

    ours: Times
    bare: Times

    @property
    def ratio(self) -> float:
        return self.ours.p50 / self.bare.p50


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedCost:
    """What the whole way from a parsed lookup to its message costs, and the two parts nobody can spare."""

    ours: Times
    bare: Times
    rendering: Times

    @property
    def ratio(self) -> float:
        return self.ours.p50 / (self.bare.p50 + self.rendering.p50)


def bench(arguments: Sequence[str]) -> None:
    """Build what is missing, measure, show."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench lookups", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 1_000_000], metavar="COUNT")
    sizes: list[int] = sorted(parser.parse_args(arguments).articles)
    archives, world = [open_archive(size) for size in sizes], make_world()
    by_archive = [list_kinds(db, world) for db in archives]
    show_stored(
        sizes, [(kinds[0], measure(archives, [k.tasks for k in kinds])) for kinds in zip(*by_archive, strict=True)]
    )
    show_finished(sizes, measure_finished(archives, world))
    for db in archives:
        db.close()


def list_kinds(db: Database, world: World) -> tuple[Kind, ...]:
    """Every lookup of the chat, for names and words drawn as often as the news has them."""
    dice = random.Random(1)
    codes = [world.countries[n] for n in zipf_choices(dice, len(world.countries), _RUNS)]
    people = [world.officials[n] for n in zipf_choices(dice, len(world.officials), _RUNS)]
    days = [FIRST_DAY + timedelta(days=dice.randrange(DAY_COUNT)) for _ in range(_RUNS)]
    words = [[world.words[n]] for n in zipf_choices(dice, len(world.words), _RUNS)]
    two = [[a[0], b[0]] for a, b in zip(words, reversed(words), strict=True)]
    deep = [Cursor(sort_on=day, story_id=0) for day in days]
    month, year = timedelta(days=30), timedelta(days=365)
    return (
        _kind("latest", 2, [lambda: _show(db, list_entries(db, EVERYTHING, limit=6))] * _RUNS),
        _kind("country", 2, [partial(_list, db, code) for code in codes]),
        _kind("minister", 2, [partial(_minister, db, person.id) for person in people]),
        _kind("pair", 2, [partial(_list, db, key) for key in _draw_pairs(db, dice)]),
        _kind("page, older", 3, [partial(_list, db, c, before=at) for c, at in zip(codes, deep, strict=True)]),
        _kind("page, newer", 3, [partial(_list, db, c, after=at) for c, at in zip(codes, deep, strict=True)]),
        _kind("undated", 3, [lambda: _show(db, list_undated(db, limit=6))] * _RUNS),
        _kind("count", 3, [partial(count_entries, db, code) for code in codes]),
        _kind("count, year", 3, [partial(count_days, db, day, day + year) for day in days]),
        _kind("day", 4, [partial(_range, db, day, day) for day in days]),
        _kind("month", 4, [partial(_range, db, day, day + month) for day in days]),
        _kind("year", 4, [partial(_range, db, day, day + year) for day in days]),
        _kind("search", 10, [partial(_search, db, asked) for asked in words]),
        _kind("search, two words", 10, [partial(_search, db, asked) for asked in two]),
        _kind("count, search", 10, [partial(count_search, db, asked) for asked in words]),
    )


def measure(archives: Sequence[Database], tasks: Sequence[Sequence[Task]]) -> Sequence[Cost]:
    """The tasks of each archive against their bare SQL."""
    bare = [[_replay(db, task) for task in own] for db, own in zip(archives, tasks, strict=True)]
    times = take_turns([*tasks, *bare])
    return [Cost(ours=ours, bare=bare) for ours, bare in zip(times, times[len(archives) :], strict=False)]


def measure_finished(archives: Sequence[Database], world: World) -> Mapping[str, Sequence[FinishedCost]]:
    """From a parsed lookup to the finished message, and what rendering alone takes of it."""
    dice = random.Random(3)
    codes = [world.countries[n] for n in zipf_choices(dice, len(world.countries), _RUNS)]
    officials = [world.officials[n].id for n in zipf_choices(dice, len(world.officials), _RUNS)]
    lookups = {
        "country": [Lookup(kind=LookupKind.COUNTRY, asked=code, keys=(code,)) for code in codes],
        "minister": [Lookup(kind=LookupKind.OFFICIAL, asked="", keys=(official_key(id_),)) for id_ in officials],
        "latest": [Lookup(kind=LookupKind.LATEST, asked="")] * _RUNS,
    }
    return {name: [_measure_answers(db, asked) for db in archives] for name, asked in lookups.items()}


def _measure_answers(db: Database, asked: Sequence[Lookup]) -> FinishedCost:
    messages = load_messages()

    def render(page: Page) -> object:
        return render_page(page, "en", messages, lookup_id=1)

    def answer(lookup: Lookup) -> object:
        return render(answer_lookup(db, lookup, "en"))

    answers = [partial(answer, lookup) for lookup in asked]
    rendering = [partial(render, answer_lookup(db, lookup, "en")) for lookup in asked]
    ours, bare, rendered = take_turns([answers, [_replay(db, task) for task in answers], rendering])
    return FinishedCost(ours=ours, bare=bare, rendering=rendered)


def show_stored(sizes: Sequence[int], measured: Sequence[tuple[Kind, Sequence[Cost]]]) -> None:
    """One line a lookup, the sizes side by side."""
    heads = ["microseconds", *(f"{size:,} {head}" for size in sizes for head in ("p50", "p99", "/ SQL"))]
    rows = []
    for kind, costs in measured:
        cells = [(microseconds(c.ours.p50), microseconds(c.ours.p99), times_as_much(c.ratio)) for c in costs]
        growth = costs[-1].ours.p50 / costs[0].ours.p50
        wanted = (times_as_much(growth, kind.growth_wanted), f"x{kind.growth_wanted:g}")
        rows.append([kind.name, *(cell for three in cells for cell in three), *wanted])
    show_table([*heads, "growth", "wanted"], rows)


def show_finished(sizes: Sequence[int], measured: Mapping[str, Sequence[FinishedCost]]) -> None:
    """Against bare SQL plus rendering."""
    print()
    rows = []
    for name, costs in measured.items():
        for size, cost in zip(sizes, costs, strict=True):
            cells = [cost.ours.p50, cost.ours.p99, cost.bare.p50, cost.rendering.p50]
            ratio = times_as_much(cost.ratio, _FINISHED_WANTED)
            rows.append([f"{name}, {size:,}", *map(microseconds, cells), ratio, f"x{_FINISHED_WANTED}"])
    show_table(["lookup to finished text", "p50", "p99", "bare SQL", "rendering", "ours / both", "wanted"], rows)


def _draw_pairs(db: Database, dice: random.Random) -> list[str]:
    """Of those that fill a page: with fewer results a lookup is cheaper, whatever the archive's size."""
    sql = "SELECT key, story_count FROM lookup_counts WHERE key LIKE '%+%' AND story_count > ?"
    keys, counts = zip(*db.execute(sql, (PAGE_SIZE,)), strict=True)
    return dice.choices(keys, weights=counts, k=_RUNS)


def _kind(name: str, growth_wanted: float, tasks: Sequence[Task]) -> Kind:
    return Kind(name=name, growth_wanted=growth_wanted, tasks=tasks)


def _list(db: Database, key: str, *, before: Cursor | None = None, after: Cursor | None = None) -> object:
    count_entries(db, key)
    return _show(db, list_entries(db, key, before=before, after=after, limit=PAGE_SIZE + 1))


def _minister(db: Database, official_id: int) -> object:
    return get_official_card(db, official_id), _list(db, official_key(official_id))


def _range(db: Database, since_on: date, until_on: date) -> object:
    return _show(db, list_days(db, since_on, until_on, limit=PAGE_SIZE + 1))


def _search(db: Database, words: Sequence[str]) -> object:
    return _show(db, search_entries(db, words, limit=PAGE_SIZE + 1))


def _show(db: Database, found: Sequence[Cursor]) -> object:
    return get_stories(db, [cursor.story_id for cursor in found[:PAGE_SIZE]])


def _replay(db: Database, task: Task) -> Task:
    """The statements the task sends, to be sent again by the driver alone."""
    sent = []
    with db.tracer(lambda sql, values: sent.append((sql, values or ()))):
        task()
    execute, statements = db.conn.execute, tuple(sent)

    def send() -> None:
        for sql, values in statements:
            execute(sql, values).fetchall()

    return send
