"""A copy is what the database was at one moment."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import Database, open_database, write
from storage.file.copying import copy_database
from tests.factories import store_reading


def test_a_copy_is_taken_while_another_program_writes(db: Database, tmp_path: Path) -> None:
    store_reading(db)
    with write(db):
        db.execute("UPDATE articles SET title = 'not committed'")
        copy_database(tmp_path / "readout.sqlite", tmp_path / "copy.sqlite")
    with closing(open_database(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("SELECT id, title FROM articles").fetchall() == [(1, None)]
        store_reading(copy)
    assert db.execute("SELECT count(*) FROM articles").fetchone() == (1,)
