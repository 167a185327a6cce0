"""`readout run` and `readout demo`: the same application, on Telegram and on this machine."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Coroutine
from pathlib import Path

import click

from bot.app import TelegramApplication, build_application, build_context, running
from bot.cli.log import configure_log
from bot.cli.options import DatabasePath, database_option, settings_with
from bot.clock import now
from bot.config import Settings
from bot.errors import PolledElsewhereError, SettingsError
from storage.file.demo import is_demo


@click.command()
@database_option
def run(database: Path | None) -> None:
    """Serve on Telegram until stopped. Needs READOUT_TOKEN."""
    settings = settings_with(database)
    configure_log(settings)
    if settings.token is None:
        raise SettingsError("READOUT_TOKEN: not set; ask @BotFather for a token and write it into .env")
    if is_demo(settings.database):
        # Its subscribers are the demo's people, whose ids on Telegram are somebody else's.
        raise SettingsError(f"{settings.database}: a demo's database; name another with --database or READOUT_DATABASE")
    context = build_context(settings, now)
    try:
        application = build_application(
            context, settings.token.get_secret_value(), settings.api_url, has_sources=settings.fetch
        )
        _until_stopped(_serve(application, settings))
    finally:
        context.db.close()


async def _serve(application: TelegramApplication, settings: Settings) -> None:
    async with running(application) as taken_over:
        # Said once Telegram knows the token, not before.
        name = click.format_filename(settings.database)
        click.echo(f"@{application.bot.username} polls {settings.api_url} and keeps {name}; Ctrl-C stops it.")
        await taken_over.wait()
    raise PolledElsewhereError("another program polls Telegram with this token; stop it, then start again")


DEMO_PORT = 8765


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEMO_PORT,
    show_default=True,
    help="Of the chat page; 0 takes a free one.",
)
@click.option(
    "--database",
    type=DatabasePath(),
    help="Keep the demo in this file, which it makes; where not given it is forgotten at the end.",
)
@click.option("--limits", type=click.Choice(["on", "off"]), default="on", show_default=True, help="Telegram's pace.")
def demo(port: int, database: Path | None, limits: str) -> None:
    """Serve a chat page on this machine that plays Telegram: nothing to set up, nothing leaves the machine."""
    # Imported here: the sandbox's web server costs the bot's own start a third of a second.
    from bot.cli.demo import Demo

    with tempfile.TemporaryDirectory(prefix="readout-demo-", ignore_cleanup_errors=True) as folder:
        # The demo is the same for everybody: no .env, and no setting of the environment.
        settings = Settings.model_construct(database=database or Path(folder) / "demo.sqlite", fetch=False)
        configure_log(settings.model_copy(update={"log_level": "warning"}))
        served = Demo(settings, has_limits=limits == "on", is_kept=database is not None)
        _until_stopped(served.serve(port, on_ready=_tell_address))


def _tell_address(address: str) -> None:
    click.echo(f"Readout's chat page: {address}\nOpen it and write /start. Ctrl-C stops it.")


def _until_stopped(work: Coroutine[None, None, None]) -> None:
    """Run it; Ctrl-C and SIGTERM end it politely."""

    async def main() -> None:
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        try:
            await work
        except asyncio.CancelledError:
            click.echo("Stopped.")

    asyncio.run(main())
