"""A copy of the whole database: what would come of a change can be tried there, and nobody waits for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import open_database


def copy_database(source: Path, target: Path) -> None:
    """Copy an existing database into a new file, as of one moment; programs that use it go on.

    Raises:
        StorageError: as `storage.database.open_database`.
    """
    with closing(open_database(source, read_only=True)) as db:
        db.execute("VACUUM INTO ?", (str(target),))
