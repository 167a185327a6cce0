"""Opens the archive for the commands that read it anew, with what reading needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from bot.clock import now
from bot.ingest.seeding import load_seeds
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, open_database
from storage.news.articles import find_article
from storage.news.upkeep.recorded import get_recorded
from storage.seeds import read_seeds


@dataclass(frozen=True, slots=True)
class Archive:
    """The open database, and what is known before reading."""

    db: Database
    gazetteer: Gazetteer


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """With today's officials in it, as articles are resolved to them."""
    db = open_database(path)
    try:
        seeds = read_seeds()
        gazetteer = Gazetteer(seeds)
        load_seeds(db, seeds, gazetteer, now)
        yield Archive(db, gazetteer)
    finally:
        db.close()


def article_named(db: Database, name: str) -> int:
    """The article of that id or address.

    Raises:
        BadParameter: there is none.
    """
    is_id = name.isascii() and name.isdigit() and len(name) < 19
    article_id = int(name) if is_id else find_article(db, url=name, fingerprint="")
    if article_id is None or get_recorded(db, article_id) is None:
        raise click.BadParameter(f"no article has the id or address {name}")
    return article_id
