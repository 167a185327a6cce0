"""`readout delete`: an article is taken out for good, and does not come back."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.cli.upkeep.archive import article_named, open_archive
from bot.clock import now
from storage.news.articles import get_article
from storage.news.upkeep.tombstones import delete_article


@click.command()
@click.argument("article")
@click.option("--reason", default="no reason given", show_default=True, help="Told to whoever asks for it again.")
@database_option
def delete(article: str, reason: str, database: Path | None) -> None:
    """Delete ARTICLE (id or address). Its address and words are remembered: no feed and no file brings it back."""
    settings = settings_with(database)
    configure_log(settings)
    with open_archive(settings.database) as archive:
        article_id = article_named(archive.db, article)
        found = get_article(archive.db, article_id)
        delete_article(archive.db, article_id, reason, now())
        click.echo(f"article {article_id} is deleted: {(found and (found.title or found.url)) or 'without a title'}")
