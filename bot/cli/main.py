"""The `readout` command: its groups of commands, and how an error is told to whoever typed it."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any

import click

from bot import __version__
from bot.errors import ReadoutError, SettingsError

STOPPED_BY_CTRL_C = 130
"""What shells expect of a program that an interrupt ended."""


_COMMANDS = {
    "run": "serve",
    "demo": "serve",
    "ask": "ask",
    "read": "reading",
    "ingest": "reading",
    "seed": "seed",
    "doctor": "doctor",
    "correct": "upkeep.correct",
    "delete": "upkeep.delete",
    "reread": "upkeep.reread",
    "source": "sources.source",
    "backfill": "sources.backfill",
    "outbox": "upkeep.outbox",
    "audit": "upkeep.outbox",
}
"""Every command and its module under `bot.cli`: imported when it is asked for, as none needs what another does."""


class _Readout(click.Group):
    """Tells an error of ours in one line, as the log would, without a traceback: exit code 2 for a setting, else 1.

    Ctrl-C is one line too, and exit code 130, as `bot.__main__` has it while the imports run.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"bot.cli.{_COMMANDS[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        # What is imported stays: to search it for garbage would cost a tenth of every start.
        gc.freeze()
        gc.enable()
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ReadoutError as error:
            click.echo(f"readout: {error}", err=True)
            ctx.exit(2 if isinstance(error, SettingsError) else 1)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            ctx.exit(STOPPED_BY_CTRL_C)


@click.group(cls=_Readout, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="readout")
def readout() -> None:
    """Who met whom in health diplomacy: reads the news, answers in Telegram, sends digests."""
