"""Settings as the command line overrides them; shared by the commands."""

from __future__ import annotations

from pathlib import Path

import click

from bot.config import Settings, list_unknown_settings, load_settings


class DatabasePath(click.ParamType[Path]):
    """A file's name. What is wrong with the file itself is said by whoever opens it, for settings and options alike."""

    name = "file"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; an empty one, which would be the current folder, is a mistake."""
        if isinstance(value, str) and not value.strip():
            self.fail("empty; name a file, or leave the option out", param, ctx)
        return Path(value)


database_option = click.option(
    "--database",
    type=DatabasePath(),
    help="The SQLite file; READOUT_DATABASE where not given.",
)


def settings_with(database: Path | None) -> Settings:
    """The environment's settings, with the database of the command line where it names one. Warns of misspelt names.

    Raises:
        SettingsError: a setting is malformed.
    """
    settings = load_settings()
    for unknown in list_unknown_settings():
        meant = f"; {unknown.nearest} is meant?" if unknown.nearest else ""
        click.echo(f"readout: {unknown.where} sets {unknown.name}, which is no setting{meant}", err=True)
    return settings.model_copy(update={"database": database}) if database else settings
