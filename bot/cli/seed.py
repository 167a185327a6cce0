"""`readout seed`: bring seeds/ into the database, or take the retold samples out."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.clock import now
from bot.ingest.seeding import load_seeds
from bot.reading.gazetteer import Gazetteer
from storage.database import open_database
from storage.news.articles import remove_samples
from storage.seeds import read_seeds


@click.command()
@click.option(
    "--samples/--no-samples", default=True, help="With the retold samples, or without: then they are removed."
)
@database_option
def seed(samples: bool, database: Path | None) -> None:
    """Load seeds/ into the database; done again it changes nothing."""
    settings = settings_with(database)
    configure_log(settings)
    seeds = read_seeds()
    db = open_database(settings.database)
    try:
        load_seeds(db, seeds, Gazetteer(seeds), now, with_samples=samples)
        removed = 0 if samples else remove_samples(db)
    finally:
        db.close()
    name = click.format_filename(settings.database)
    click.echo(
        f"{name}: {len(seeds.officials)} officials, {len(seeds.countries)} countries, "
        + (f"{len(seeds.samples)} retold samples" if samples else f"{removed} retold samples removed")
    )
