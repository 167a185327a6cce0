"""`readout reread`: what is stored, read by today's rules; and what that changed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.cli.upkeep.archive import Archive, article_named, open_archive
from bot.clock import now
from bot.ingest.correcting.differences import Differences, Kind
from bot.ingest.correcting.rereading import Reread, list_stale, reread_article
from storage.file.copying import copy_database
from storage.news.upkeep.documents import list_article_ids


@click.command()
@click.argument("articles", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="Also those that today's rules read already.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change: it is tried on a copy.")
@click.option("--verbose", is_flag=True, help="List every change.")
@database_option
def reread(articles: tuple[str, ...], is_all: bool, dry_run: bool, verbose: bool, database: Path | None) -> None:
    """Read stored ARTICLES (ids or addresses; else all that older rules read) anew; corrections stay in force.

    Stopped in between, it goes on where it was when called again.
    """
    settings = settings_with(database)
    configure_log(settings)
    done: list[Reread] = []
    with _archive(settings.database, is_copy=dry_run) as archive:
        chosen = tuple(dict.fromkeys(article_named(archive.db, name) for name in articles))
        ids = chosen or (list_article_ids(archive.db) if is_all else list_stale(archive.db))
        try:
            _reread(archive, ids, done)
        finally:
            for line in summarize(done, len(ids), is_verbose=verbose, is_dry=dry_run):
                click.echo(line)


def summarize(done: Sequence[Reread], count: int, *, is_verbose: bool, is_dry: bool) -> Iterator[str]:
    """How many articles changed, and in what; with `is_verbose` each change before that."""
    changed = [each for each in done if each.differences]
    if is_verbose:
        for each in changed:
            yield from (f"article {each.article_id} {line}" for line in list_differences(each.differences))
    left = f", {count - len(done)} left" if len(done) < count else ""
    verb = "would change" if is_dry else "changed"
    yield f"{len(done)} articles read anew, {len(changed)} {verb}{left}"
    counts = Counter(kind for each in changed for kind in each.differences)
    if counts:
        yield "  " + ", ".join(f"{kind} of {counts[kind]}" for kind in Kind if counts[kind])


def list_differences(differences: Differences) -> Iterator[str]:
    """One line a change, after its kind."""
    for kind, lines in differences.items():
        yield from (f"{kind}: {line}" for line in lines)


@contextmanager
def _archive(path: Path, *, is_copy: bool) -> Iterator[Archive]:
    if not is_copy:
        with open_archive(path) as archive:
            yield archive
        return
    with TemporaryDirectory(prefix="readout-") as folder:
        copy = Path(folder) / "copy.sqlite"
        copy_database(path, copy)
        with open_archive(copy) as archive:
            yield archive


def _reread(archive: Archive, ids: Sequence[int], done: list[Reread]) -> None:
    with click.progressbar(ids, label="Reading anew", file=sys.stderr) as bar:
        for article_id in bar:
            # One taken out meanwhile is done as well: it changes nothing.
            found = reread_article(archive.db, article_id, archive.gazetteer, now)
            done.append(found or Reread(article_id=article_id, differences={}))
