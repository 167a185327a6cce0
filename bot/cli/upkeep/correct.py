"""`readout correct`: what an article says, as a reader knows it better. Kept apart from what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.cli.upkeep.archive import Archive, article_named, open_archive
from bot.cli.upkeep.changes import Words, describe_change, describe_recorded, read_changes
from bot.cli.upkeep.reread import list_differences
from bot.clock import now
from bot.ingest.correcting.differences import compare
from bot.ingest.correcting.people import Unfounded
from bot.ingest.correcting.rereading import correct_article, undo
from storage.database import write
from storage.models.corrections import Change, Recorded, Standing
from storage.news.upkeep.corrections import list_corrections
from storage.news.upkeep.recorded import get_recorded


@click.command()
@click.argument("article")
@click.option("--party", multiple=True, metavar="COUNTRY", help="It takes part.")
@click.option("--mentioned", multiple=True, metavar="COUNTRY", help="It is only mentioned.")
@click.option("--not", "absent", multiple=True, metavar="COUNTRY", help="It is not there.")
@click.option(
    "--person",
    multiple=True,
    metavar="NAME=ROLE,PLACE",
    help='As the text names them, or the number shown: "Name=health minister,KZ"; a third part is an official\'s slug.',
)
@click.option("--not-person", multiple=True, metavar="NAME", help="That is nobody's name.")
@click.option("--story", metavar="NUMBER|new", help="The story it belongs to, or one of its own.")
@click.option("--relevant/--not-relevant", default=None, help="Whether it concerns health diplomacy.")
@click.option("--undo", "undone", multiple=True, type=int, metavar="NUMBER", help="Take a correction back.")
@click.option("--by", default="the command line", show_default=True, help="Who says so.")
@database_option
def correct(
    article: str,
    party: tuple[str, ...],
    mentioned: tuple[str, ...],
    absent: tuple[str, ...],
    person: tuple[str, ...],
    not_person: tuple[str, ...],
    story: str | None,
    relevant: bool | None,
    undone: tuple[int, ...],
    by: str,
    database: Path | None,
) -> None:
    """Correct what was read of ARTICLE (id or address), all or nothing; without an option show it, with numbers."""
    settings = settings_with(database)
    configure_log(settings)
    countries = {Standing.PARTY: party, Standing.MENTIONED: mentioned, Standing.ABSENT: absent}
    words = Words(countries=countries, people=person, no_people=not_person, story=story, is_relevant=relevant)
    with open_archive(settings.database) as archive:
        before = _recorded(archive, article_named(archive.db, article))
        changes = list(read_changes(words, before.people, archive))
        if not changes and not undone:
            _show(archive, before)
            return
        with write(archive.db):
            for number in undone:
                _undo(archive, before.article_id, number)
            recorded = [_apply(archive, before.article_id, change, by) for change in changes]
        _tell(archive, before, recorded)


def _apply(archive: Archive, article_id: int, change: Change, by: str) -> int:
    outcome = correct_article(archive.db, article_id, change, corrected_by=by, gazetteer=archive.gazetteer, now=now)
    if isinstance(outcome, Unfounded):
        raise click.ClickException(f"article {article_id}: {outcome.why}; nothing was changed")
    return outcome.id


def _undo(archive: Archive, article_id: int, number: int) -> None:
    found = next((c for c in list_corrections(archive.db, article_id) if c.id == number), None)
    if found is None:
        raise click.ClickException(f"article {article_id} has no correction {number} in force; nothing was changed")
    undo(archive.db, found, archive.gazetteer, now)


def _tell(archive: Archive, before: Recorded, recorded: Sequence[int]) -> None:
    for correction in list_corrections(archive.db, before.article_id):
        if correction.id in recorded:
            click.echo(f"correction {correction.id}: {describe_change(correction.change)}")
    lines = list(list_differences(compare(before, _recorded(archive, before.article_id))))
    for line in lines or ["nothing changes: so it was read"]:
        click.echo(f"  {line}")


def _show(archive: Archive, recorded: Recorded) -> None:
    for line in (*describe_recorded(recorded), *_corrections(archive, recorded.article_id)):
        click.echo(line)


def _corrections(archive: Archive, article_id: int) -> Iterator[str]:
    for correction in list_corrections(archive.db, article_id, with_undone=True):
        undone = f", undone {correction.undone_at:%Y-%m-%d}" if correction.undone_at else ""
        by = f"{correction.corrected_by}, {correction.corrected_at:%Y-%m-%d}"
        yield f"  correction {correction.id}: {describe_change(correction.change)} ({by}{undone})"


def _recorded(archive: Archive, article_id: int) -> Recorded:
    found = get_recorded(archive.db, article_id)
    assert found is not None
    return found
