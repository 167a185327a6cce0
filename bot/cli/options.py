"""Settings as the command line overrides them; shared by the commands."""

from __future__ import annotations

from pathlib import Path

import click

from bot.config import Settings, load_settings

database_option = click.option(
    "--database",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The SQLite file; READOUT_DATABASE where not given.",
)


def settings_with(database: Path | None) -> Settings:
    """The environment's settings, with the database of the command line where it names one.

    Raises:
        SettingsError: a setting is malformed.
    """
    settings = load_settings()
    return settings.model_copy(update={"database": database}) if database else settings
