"""Keeps arrivals behind what was told: whatever the clock does, a story cannot fall between two windows.

Digests and alerts say up to which instant they were composed; whoever stores news asks for an instant that is no
earlier. Both do so inside their `write`, so the lock puts them in one order.

So these instants never go back, though the clock may. While it stands behind them, windows end just after the newest,
not at their slots: one never waits for an instant to come again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.database import Database, write
from storage.times import read_instant, write_instant

CLOCK_STEP = timedelta(minutes=2)
"""A clock that is so little behind was not set: machines correct themselves, and programs read it side by side."""

_ALL, _ALERTS = "all", "alerts"
_NEWEST = """
SELECT max(at) FROM (SELECT max(first_stored_at) AS at FROM stories
  UNION ALL SELECT max(updated_at) FROM stories WHERE updated_at IS NOT NULL
  UNION ALL SELECT max(at) FROM told_until)"""
"""Each the end of an index: that of updates holds those alone."""


def arrival_at(db: Database, now: datetime) -> datetime:
    """When what is stored now arrived: `now`, but never before the end of a window that is composed already."""
    told = _find(db, _ALL)
    return now if told is None else max(now, told)


def record_told(db: Database, until: datetime) -> None:
    """A window that ends there is composed: nothing may arrive in it any more."""
    _raise(db, _ALL, until)


def alert_cursor(db: Database, now: datetime) -> datetime:
    """Up to where alerts were told. They begin with the first call: what was there before is archive."""
    with write(db):
        cursor = _find(db, _ALERTS)
        if cursor is None:
            cursor = arrival_at(db, now)
            advance_alerts(db, cursor)
        return cursor


def start_alerts(db: Database, now: datetime) -> datetime:
    """From when on a chat that subscribes now is told at once: what is there already is archive."""
    with write(db):
        begin = arrival_at(db, now) + timedelta.resolution
        record_told(db, begin)
        if not has_alerts(db):  # the cursor stood still while nobody had any
            advance_alerts(db, begin)
        return begin


def has_alerts(db: Database) -> bool:
    """Whether anybody is to be told at once: without them a tick need not look what arrived."""
    sql = "SELECT 1 FROM subscriptions WHERE cadence = 'at once' AND ended_at IS NULL LIMIT 1"
    return db.execute(sql).fetchone() is not None


def next_alert_cursor(db: Database, cursor: datetime, now: datetime) -> datetime:
    """Where the next window of alerts ends. With a clock that was set back it creeps on, and takes all that arrives."""
    return max(now, cursor + timedelta.resolution, find_end(db, now) or now)


def newest_instant(db: Database) -> datetime | None:
    """The latest at which anything arrived or up to which anything was told, whatever the clock says now."""
    row = db.execute(_NEWEST).fetchone()
    return read_instant(row[0]) if row[0] else None


def find_end(db: Database, now: datetime) -> datetime | None:
    """Where windows end while the clock stands behind what arrived, having been set: after all of it. None: it does
    not."""
    newest = newest_instant(db)
    return newest + timedelta.resolution if newest and newest > now + CLOCK_STEP else None


def advance_alerts(db: Database, until: datetime) -> None:
    """Everything that arrived before that is told or waits for the end of somebody's quiet hours."""
    with write(db):
        record_told(db, until)
        _raise(db, _ALERTS, until)


def _find(db: Database, what: str) -> datetime | None:
    row = db.execute("SELECT at FROM told_until WHERE what = ?", [what]).fetchone()
    return read_instant(row[0]) if row else None


def _raise(db: Database, what: str, at: datetime) -> None:
    db.execute(
        "INSERT INTO told_until (what, at) VALUES (?, ?)"
        " ON CONFLICT (what) DO UPDATE SET at = excluded.at WHERE excluded.at > told_until.at",
        [what, write_instant(at)],
    )
