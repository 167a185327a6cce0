"""Which of the seeds a database holds already: `app` and `readout seed` ask before they load."""

from __future__ import annotations

import hashlib
from datetime import datetime

from storage.database import Database, write
from storage.times import write_instant

NAME_KEYS_VERSION = 2
"""Raised when names are keyed otherwise: what was loaded by older keys is loaded again."""


def fingerprint_of(*seeds: object) -> str:
    """Changes when any of these rows does, or the way their names are keyed."""
    return hashlib.sha256(repr((NAME_KEYS_VERSION, seeds)).encode()).hexdigest()


def find_load(db: Database, name: str) -> str | None:
    """The fingerprint of what was loaded under the name; none where nothing ever was."""
    row = db.execute("SELECT fingerprint FROM seed_loads WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def record_load(db: Database, name: str, fingerprint: str, now: datetime) -> None:
    """Remember it, in place of what was loaded before."""
    with write(db):
        db.execute(
            "INSERT INTO seed_loads VALUES (?, ?, ?) ON CONFLICT (name)"
            " DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at",
            (name, fingerprint, write_instant(now)),
        )
