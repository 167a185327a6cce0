"""The `readout` command: its groups of commands, and how an error is told to whoever typed it."""

from __future__ import annotations

from typing import Any

import click

from bot import __version__
from bot.cli.ask import ask
from bot.cli.doctor import doctor
from bot.cli.reading import ingest, read
from bot.cli.seed import seed
from bot.cli.serve import demo, run
from bot.cli.upkeep.correct import correct
from bot.cli.upkeep.outbox import audit, outbox
from bot.cli.upkeep.reread import reread
from bot.errors import ReadoutError, SettingsError

STOPPED_BY_CTRL_C = 130
"""What shells expect of a program that an interrupt ended."""


class _Readout(click.Group):
    """Tells an error of ours in one line, as the log would, without a traceback: exit code 2 for a setting, else 1.

    Ctrl-C is one line too, and exit code 130, as `bot.__main__` has it while the imports run.
    """

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


for command in (run, demo, ask, read, ingest, seed, doctor, correct, reread, outbox, audit):
    readout.add_command(command)
