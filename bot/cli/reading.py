"""`readout read` and `readout ingest`: what texts say, shown or stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from bot.app import load_gazetteer, open_store
from bot.cli import options
from bot.cli.log import configure_log
from bot.clock import now
from bot.config import load_settings
from bot.ingest.files import Refusal, list_files, parse_file
from bot.ingest.pipeline import ingest_document
from bot.reading import read_document
from bot.reading.lines import to_lines
from storage.models.reading import Document

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command()
@paths_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON line a text, as the gold's README describes.")
def read(paths: tuple[Path, ...], as_json: bool) -> None:
    """Tell what each text of PATHS (files or folders of .txt, .html, .jsonl) says. Nothing is stored."""
