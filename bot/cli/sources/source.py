"""`readout source`: which feeds are polled, how they do, and what became of what they showed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.cli.sources.describing import describe_feed, describe_refused, describe_run
from bot.clock import now
from bot.config import Settings
from bot.ingest.refusal import show_origin
from bot.ingest.seeding import load_feed_seeds
from storage.database import Database, open_database
from storage.models.sources import FollowedFeed
from storage.seeds import LANGUAGES, read_seeds
from storage.sources.feeds import add_feed, disable_feed, enable_feed, find_feed, find_feed_at, list_standings
from storage.sources.runs import list_refused, list_runs

_SHOWN = 40


@click.group()
@database_option
@click.pass_context
def source(context: click.Context, database: Path | None) -> None:
    """See, try, add, disable and enable the sources that are fetched."""
    context.obj = settings_with(database)
    configure_log(context.obj.model_copy(update={"log_level": "error"}))


@source.command()
@click.argument("url")
@click.option("--name", help="What it is called by; made of its host where not given.")
@click.option("--language", type=click.Choice(LANGUAGES), help="What it is written in, where it does not say.")
@click.pass_obj
def add(settings: Settings, url: str, name: str | None, language: str | None) -> None:
    """Find the feed at URL, or the one the page there leads to, and follow it."""
    from bot.cli.sources.trying import find_new_feed

    with _store(settings) as db:
        found = asyncio.run(find_new_feed(db, settings, url, name=name, language=language))
        if isinstance(found, str):
            raise click.ClickException(f"{show_origin(url)}: {found}")
        added = add_feed(db, found.feed, now())
        if added is None:
            known = find_feed_at(db, found.feed.url)
            raise click.ClickException(f"{found.feed.url} is followed already, as {known.name if known else '?'}")
        click.echo(f"{added.name}: {added.url} ({found.shown}); fetched from now on")


@source.command(name="list")
@click.pass_obj
def list_all(settings: Settings) -> None:
    """Every source: its last success, last error, articles in seven days, next fetch."""
    with _store(settings) as db:
        for standing in list_standings(db, now()):
            click.echo(describe_feed(standing, now()))


@source.command()
@click.argument("names", nargs=-1)
@click.pass_obj
def check(settings: Settings, names: tuple[str, ...]) -> None:
    """Fetch NAMES (else all) once and tell which live; nothing is stored."""
    from bot.cli.sources.trying import try_feeds

    with _store(settings) as db:
        feeds = [_named(db, name) for name in names] or [each.feed for each in list_standings(db, now())]
    failed = 0

    def show(feed: FollowedFeed, seen: str, is_well: bool) -> None:
        nonlocal failed
        failed += not is_well
        click.echo(f"{'✓' if is_well else '✗'} {feed.name}: {show_origin(seen)}")

    asyncio.run(try_feeds(settings, feeds, show))
    click.echo(f"{len(feeds) - failed} of {len(feeds)} live")
    if failed:
        raise SystemExit(1)


@source.command()
@click.argument("name", required=False)
@click.option("--limit", default=_SHOWN, show_default=True, type=click.IntRange(min=1), help="The newest so many.")
@click.pass_obj
def log(settings: Settings, name: str | None, limit: int) -> None:
    """What came of the last fetches, and each page that was refused or not had whole, with its reason."""
    with _store(settings) as db:
        feed_id = _named(db, name).id if name else None
        for run in reversed(list_runs(db, feed_id=feed_id, limit=limit)):
            click.echo(describe_run(run))
        for page in reversed(list_refused(db, feed_id=feed_id, limit=limit)):
            click.echo(describe_refused(page))


@source.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--reason", default="disabled by hand", show_default=True, help="Shown in lists.")
@click.pass_obj
def disable(settings: Settings, names: Sequence[str], reason: str) -> None:
    """Fetch NAMES no more."""
    with _store(settings) as db:
        for feed in [_named(db, name) for name in names]:
            disable_feed(db, feed.id, reason, now())
            click.echo(f"{feed.name}: disabled")


@source.command()
@click.argument("names", nargs=-1, required=True)
@click.pass_obj
def enable(settings: Settings, names: Sequence[str]) -> None:
    """Fetch NAMES again, from now on."""
    with _store(settings) as db:
        for feed in [_named(db, name) for name in names]:
            enable_feed(db, feed.id, now())
            click.echo(f"{feed.name}: fetched from now on")


@contextmanager
def _store(settings: Settings) -> Iterator[Database]:
    """With the seeds' feeds in it."""
    db = open_database(settings.database)
    try:
        load_feed_seeds(db, read_seeds(), now)
        yield db
    finally:
        db.close()


def _named(db: Database, name: str) -> FollowedFeed:
    feed = find_feed(db, name)
    if feed is None:
        raise click.ClickException(f"no source is called {show_origin(name)}; `readout source list` names them")
    return feed
