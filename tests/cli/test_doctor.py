"""The doctor tells what ails a database, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import now
from storage.arrivals import record_told
from storage.database import open_database, write
from tests.cli.calling import run


def _damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:16384] + b"\xff" * 100_000)


def _run(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()


def _not_a_database(path: Path) -> None:
    path.write_text("x" * 5000)


def _newer(path: Path) -> None:
    _run(path, "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('readout', 'm999', '')")


def _anothers(path: Path) -> None:
    _run(path, "DELETE FROM _sqlite_migrations")


@pytest.mark.parametrize(
    ("harm", "seen", "advice"),
    [
        (_damage, "damaged", "restore the last backup"),
        (_not_a_database, "not a database", "name another file"),
        (_newer, "newer Readout", "upgrade this Readout"),
        (_anothers, "not one of Readout's", "name another file"),
    ],
)
def test_the_doctor_knows_what_ails_a_database(
    harm: Callable[[Path], object], seen: str, advice: str, tmp_path: Path
) -> None:
    path = tmp_path / "readout.sqlite"
    open_database(path).close()
    harm(path)
    told = run("doctor").stdout
    line = next(line for line in told.split("\n! ") if line.startswith("database: "))
    assert seen in line
    assert advice in line
    assert "Traceback" not in told


def test_the_doctor_tells_of_a_writer_that_does_not_end(tmp_path: Path) -> None:
    db = open_database(tmp_path / "readout.sqlite")
    with write(db):
        told = run("doctor").stdout
    db.close()
    assert "! database: readout.sqlite is being written by another program" in told
    assert "→ wait for its end" in told


def test_the_doctor_says_what_is_missing_and_what_to_do() -> None:
    ended = run("doctor")
    assert ended.exit_code == 1
    assert "! token: READOUT_TOKEN is not set" in ended.stdout
    assert "→" in ended.stdout


def test_a_tenure_that_the_news_contradicts_is_told_with_the_article(tmp_path: Path) -> None:
    run("seed")
    assert "tenures" not in run("doctor").stdout
    _run(tmp_path / "readout.sqlite", "UPDATE tenures SET until_on = '1990-12-31'")
    told = run("doctor").stdout
    assert "! tenures: the news contradicts them\n  - " in told
    assert " to 1990-12-31\n" in told
    assert "`readout correct ARTICLE`" in told


def test_the_doctor_tells_of_a_clock_that_stands_behind_what_arrived(tmp_path: Path) -> None:
    db = open_database(tmp_path / "readout.sqlite")
    record_told(db, now())
    assert "clock" not in run("doctor").stdout
    record_told(db, now() + timedelta(days=365))
    db.close()
    assert "! clock: it says" in run("doctor").stdout
