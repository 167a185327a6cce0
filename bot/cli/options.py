"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

database = click.option(
    "--database",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The SQLite file; READOUT_DATABASE where not given.",
)
