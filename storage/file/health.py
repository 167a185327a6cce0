"""What can be said of a database without changing it: for `readout doctor`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.database import open_database, reads
from storage.errors import DatabaseLockedError

_PATIENCE_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """`faults` are SQLite's own words about damage; none: sound. `is_being_written`: for longer than we waited."""

    article_count: int
    subscriber_count: int
    waiting_count: int
    in_doubt_count: int
    faults: tuple[str, ...]
    is_being_written: bool


def examine_database(path: Path) -> Health:
    """Open it read-only, check its structure, count what it holds.

    Raises:
        StorageError: it cannot be opened, or is none of ours.
    """
    db = open_database(path, read_only=True)
    try:
        with reads(db):
            found = [str(row[0]) for row in db.execute("PRAGMA quick_check(5)")]
            broken = [
                f"{table}: row {row} refers to no {parent}"
                for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(5)
            ]
            counts = db.execute(
                "SELECT (SELECT count(*) FROM articles WHERE merged_into IS NULL),"
                " (SELECT count(*) FROM subscribers WHERE paused_reason IS NULL),"
                " (SELECT count(*) FROM outbox WHERE state = 'pending'),"
                " (SELECT count(*) FROM outbox WHERE state = 'in_doubt')"
            ).fetchone()
    finally:
        db.close()
    faults = tuple(line for line in found if line != "ok") + tuple(broken)
    return Health(
        article_count=counts[0],
        subscriber_count=counts[1],
        waiting_count=counts[2],
        in_doubt_count=counts[3],
        faults=faults,
        is_being_written=_is_being_written(path),
    )


def _is_being_written(path: Path) -> bool:
    """Whether somebody keeps the write lock; taking it and letting it go changes nothing."""
    try:
        with closing(open_database(path, busy_seconds=_PATIENCE_SECONDS)):
            return False
    except DatabaseLockedError:
        return True
