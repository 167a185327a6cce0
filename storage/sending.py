"""Which process may send from a database: one at a time, by a lock that ends with the process, however it ends."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path


class SendingRight:
    """Held from the first `take` that succeeds until `release`, or until the process dies: the system lets go then.

    SQLite's own lock on a file beside the database: it holds wherever the database itself is safe.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-sending")
        self._held: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Whether this process may send now."""
        if self._held is None:
            self._held = _lock(self._path)
        return self._held is not None

    def release(self) -> None:
        """Let another process send."""
        if self._held is not None:
            self._held.close()
            self._held = None


def _lock(path: Path) -> sqlite3.Connection | None:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        with suppress(sqlite3.Error):
            connection.close()
        return None
    return connection
