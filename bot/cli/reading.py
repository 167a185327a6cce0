"""`readout read` and `readout ingest`: what texts say, shown or stored."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from bot.app import build_context
from bot.cli.log import configure_log
from bot.cli.options import database_option, settings_with
from bot.clock import now
from bot.config import Settings
from bot.ingest.files import list_files, parse_file
from bot.ingest.lists import Link
from bot.ingest.pipeline import IngestReport, ingest_documents
from bot.ingest.refusal import Reason, Refusal, Remark, show_origin
from bot.reading.document import read_document
from bot.reading.events.story import group_stories, person_keys, sign
from bot.reading.gazetteer import Gazetteer
from bot.reading.lines import to_line
from bot.reading.people.identity import agree_on_names
from bot.render.entries import word_headline
from bot.render.html import plain
from bot.render.messages import Messages, load_messages
from bot.render.readings import render_reading
from storage.models.reading import Document, Reading
from storage.seeds import read_seeds

Batch = Iterable[Document | Refusal | Remark | Link]


class _TextPath(click.ParamType[Path]):
    """Any path: what is wrong with one is told with the others'. An empty one is a mistake in the command."""

    name = "path"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not value.strip():
            self.fail("empty; name a file or a folder", param, ctx)
        return Path(value)


_paths = click.argument("paths", nargs=-1, required=True, type=_TextPath())


@click.command()
@_paths
@click.option("--json", "as_json", is_flag=True, help="One JSON line a text.")
def read(paths: tuple[Path, ...], as_json: bool) -> None:
    """Tell what the texts of PATHS say: files or folders of .txt, .html, .jsonl, .csv. Nothing is stored."""
    # It needs no settings, so none can be wrong.
    configure_log(Settings.model_construct(log_level="warning"))
    seeds = read_seeds()
    gazetteer, messages = Gazetteer(seeds), load_messages(seeds.countries)
    readings: list[tuple[str, Reading]] = []
    refused: list[Refusal] = []
    remarks: list[Remark] = []
    for document in chain.from_iterable(_parse(paths)):
        match document:
            case Refusal():
                refused.append(document)
            case Link():
                refused.append(Refusal(origin=document.origin, reason=Reason.ADDRESS))
            case Remark():
                remarks.append(document)
            case Document():
                readings.append((document.origin, read_document(document, gazetteer)))
    _show(readings, messages, as_json=as_json)
    _end(refused, remarks)


@click.command()
@_paths
@database_option
def ingest(paths: tuple[Path, ...], database: Path | None) -> None:
    """Read the texts of PATHS into the database. One known already is not stored again.

    Lists of addresses (a .txt of nothing else, a .csv without texts) are fetched; the feeds of an .opml are followed.
    """
    settings = settings_with(database)
    configure_log(settings)
    context = build_context(settings, now)
    report, links = IngestReport(), list[Link]()
    try:
        batches = list(_parse(paths))
        with click.progressbar(length=len(batches), label="Reading", file=sys.stderr) as bar:
            for batch in batches:
                _add(report, ingest_documents(context.db, _take_out(links, batch), context.gazetteer, now))
                bar.update(1)
        if links:
            # Imported here: what fetches takes a second, and files need none of it.
            from bot.cli.sources.fetching import follow_links

            click.echo(follow_links(links, context.db, settings, context.gazetteer))
    finally:
        context.db.close()
    name = click.format_filename(settings.database)
    click.echo(f"{name}: {len(report.new)} new, {len(report.known)} known, {len(report.refused)} refused")
    _end(report.refused, report.remarks)


def _take_out(links: list[Link], batch: Batch) -> Iterator[Document | Refusal | Remark]:
    """What is no link; the links are put aside."""
    for each in batch:
        if isinstance(each, Link):
            links.append(each)
        else:
            yield each


def _parse(paths: Sequence[Path]) -> Iterator[Batch]:
    """One batch a file, so that the bar can tell how far it is."""
    for found in list_files(paths):
        yield [found] if isinstance(found, Refusal) else parse_file(found)


def _add(report: IngestReport, other: IngestReport) -> None:
    report.new += other.new
    report.known += other.known
    report.refused += other.refused
    report.remarks += other.remarks


def _show(readings: Sequence[tuple[str, Reading]], messages: Messages, *, as_json: bool) -> None:
    agreed = agree_on_names([reading for _, reading in readings])
    stories = group_stories([sign(reading, person_keys(reading)) for reading in agreed])
    for (path, _), reading, story in zip(readings, agreed, stories, strict=True):
        headline = plain(word_headline(reading.headline, "en", messages)) if reading.headline else None
        if as_json:
            click.echo(json.dumps(to_line(reading, path, f"story-{story}", headline), ensure_ascii=False))
        else:
            click.echo(render_reading(reading, path, headline, messages))


def _end(refused: Sequence[Refusal], remarks: Sequence[Remark]) -> None:
    gone = {refusal.origin for refusal in refused}
    for remark in (remark for remark in remarks if remark.origin not in gone):
        click.echo(f"note {show_origin(remark.origin)}: {remark.oddity}", err=True)
    for refusal in refused:
        click.echo(f"refused {show_origin(refusal.origin)}: {refusal.reason}", err=True)
    if refused:
        raise SystemExit(1)
