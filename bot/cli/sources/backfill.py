"""`readout backfill`: what a site published since a day, fetched once at a polite pace."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.cli.sources.fetching import Backfill
from bot.cli.upkeep.archive import open_archive
from bot.ingest.refusal import show_origin


@click.command()
@click.argument("sitemap")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first day, such as 2023-01-01.")
@database_option
def backfill(sitemap: str, since: datetime, database: Path | None) -> None:
    """Fetch the pages that SITEMAP (an address, of an index too) lists from a day on, and those without a day.

    They are kept and found, and sent to nobody. Stopped in between, it goes on where it was when called again.
    """
    settings = settings_with(database)
    configure_log(settings.model_copy(update={"log_level": "error"}))
    with open_archive(settings.database) as archive:
        work = Backfill(db=archive.db, settings=settings, gazetteer=archive.gazetteer, batch=sitemap)
        failed = asyncio.run(work.list_sitemap(sitemap, since.date()))
        for each in failed:
            click.echo(f"refused {show_origin(each.url)}: {each.reason}", err=True)
        try:
            asyncio.run(work.fetch())
        finally:
            click.echo(work.summary())
    if failed:
        raise SystemExit(1)
