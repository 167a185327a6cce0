"""`readout doctor`: what is wrong, and what to do about it."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from bot.app import find_bot_name
from bot.cli.options import database_option, settings_with
from bot.cli.upkeep.contradictions import ADVICE, describe_contradictions
from bot.clock import now
from bot.config import Settings
from bot.errors import ReadoutError, SettingsError
from storage.arrivals import CLOCK_STEP, newest_instant
from storage.database import open_database
from storage.errors import (
    DatabaseDamagedError,
    DatabaseForeignError,
    DatabaseLockedError,
    DatabaseOldError,
    DatabaseUnwritableError,
    DatabaseVersionError,
)
from storage.file.demo import is_demo
from storage.file.health import examine_database
from storage.seeds import read_seeds

LITTLE_DISK_BYTES = 200_000_000
_OTHERS_MAY_READ = 0o077
RESTORE = "stop Readout, move the file away and restore the last backup"
SET_CLOCK = "set it if it is wrong; if it was wrong then, nothing is to be done: digests go by it again"
WAIT = "wait for its end, or stop the program that is writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the doctor's: what was looked at, what was seen, what to do where something is wrong."""

    subject: str
    seen: str
    advice: str | None = None


@click.command()
@database_option
def doctor(database: Path | None) -> None:
    """Look at settings, database, permissions, seeds and token; exit code 1 where something needs you."""
    findings = list(examine(database))
    for finding in findings:
        click.echo(f"{'!' if finding.advice else '✓'} {finding.subject}: {finding.seen}")
        if finding.advice:
            click.echo(f"  → {finding.advice}")
    if any(finding.advice for finding in findings):
        raise SystemExit(1)


def examine(database: Path | None) -> Iterator[Finding]:
    """Everything worth knowing, in the order one would mend it."""
    try:
        settings = settings_with(database)
    except SettingsError as error:
        yield Finding(subject="settings", seen=str(error), advice="mend the line in .env or the environment")
        return
    zone = f"time zone {settings.timezone}, language {settings.language}, {len(settings.admins)} admins"
    yield Finding(subject="settings", seen=zone)
    yield from _examine_env_file(Path(".env"))
    yield _examine_seeds()
    yield _examine_folder(settings.database)
    database_found = _examine_database(settings.database)
    yield database_found
    if settings.database.exists() and database_found.advice is None:
        yield from _examine_tenures(settings.database)
        yield from _examine_clock(settings.database)
    yield _examine_token(settings)


def _examine_env_file(path: Path) -> Iterator[Finding]:
    if path.is_file() and path.stat().st_mode & _OTHERS_MAY_READ:
        advice = "it holds the token: chmod 600 .env"
        yield Finding(subject=".env", seen="others on this machine may read it", advice=advice)


def _examine_seeds() -> Finding:
    try:
        seeds = read_seeds()
    except ReadoutError as error:
        return Finding(subject="seeds", seen=str(error), advice="mend the row; seeds/README.md describes each file")
    return Finding(subject="seeds", seen=f"{len(seeds.officials)} officials, {len(seeds.outlets)} sources")


def _examine_folder(path: Path) -> Finding:
    folder = path.absolute().parent
    if not folder.is_dir():
        return Finding(subject="folder", seen=f"{folder} does not exist", advice=f"mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        return Finding(
            subject="folder", seen=f"{folder} cannot be written", advice="give it to the user that runs Readout"
        )
    free = shutil.disk_usage(folder).free
    if free < LITTLE_DISK_BYTES:
        return Finding(subject="folder", seen=f"only {free // 1_000_000} MB free", advice="make room on the disk")
    return Finding(subject="folder", seen=f"{folder}, {free // 1_000_000_000} GB free")


def _examine_database(path: Path) -> Finding:
    if not path.exists():
        return Finding(subject="database", seen=f"{path} does not exist yet; the first start makes it")
    if path.is_file() and not os.access(path, os.W_OK):
        return Finding(subject="database", seen=f"{path} is read-only", advice=f"chmod u+w {path}")
    try:
        health = examine_database(path)
    except ReadoutError as error:
        return Finding(subject="database", seen=str(error), advice=_advise(error))
    if health.faults:
        return Finding(subject="database", seen="; ".join(health.faults), advice=RESTORE)
    if health.is_being_written:
        return Finding(subject="database", seen=f"{path} is being written by another program", advice=WAIT)
    counted = (
        f"{path}: sound, {health.article_count} articles, {health.subscriber_count} subscribers,"
        f" {health.waiting_count} messages waiting, {health.in_doubt_count} in doubt"
    )
    return Finding(subject="database", seen=counted)


def _examine_tenures(path: Path) -> Iterator[Finding]:
    if lines := describe_contradictions(path):
        yield Finding(subject="tenures", seen="\n  - ".join(("the news contradicts them", *lines)), advice=ADVICE)


def _examine_clock(path: Path) -> Iterator[Finding]:
    with closing(open_database(path, read_only=True)) as db:
        newest = newest_instant(db)
    if newest and newest > now() + CLOCK_STEP and not is_demo(path):
        seen = f"it says {now():%Y-%m-%d %H:%M} UTC, and the database holds what came at {newest:%Y-%m-%d %H:%M}"
        yield Finding(subject="clock", seen=seen, advice=SET_CLOCK)


def _advise(error: ReadoutError) -> str:
    match error:
        case DatabaseLockedError():
            return WAIT
        case DatabaseDamagedError():
            return RESTORE
        case DatabaseOldError():
            return "`readout seed` brings it up to date"
        case DatabaseForeignError():
            return "name another file with READOUT_DATABASE"
        case DatabaseVersionError():
            return "upgrade this Readout, or name another file with READOUT_DATABASE"
        case DatabaseUnwritableError():
            return "give it to the user that runs Readout, or name another file with READOUT_DATABASE"
        case _:
            return "if a restart does not help, restore the last backup"


def _examine_token(settings: Settings) -> Finding:
    if settings.token is None:
        advice = "ask @BotFather for one and write it into .env; the demo needs none"
        return Finding(subject="token", seen="READOUT_TOKEN is not set", advice=advice)
    try:
        name = asyncio.run(find_bot_name(settings.token.get_secret_value(), settings.api_url))
    except SettingsError as error:
        return Finding(subject="token", seen=str(error), advice="copy it again from @BotFather")
    if name is None:
        advice = "check the network, and READOUT_API_URL"
        return Finding(subject="token", seen=f"{settings.api_url} is out of reach", advice=advice)
    return Finding(subject="token", seen=f"it is @{name}'s")
