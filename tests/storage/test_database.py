"""Opening, guarding and migrating the file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database, open_database, reads, sync_later, write
from storage.errors import (
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseUnwritableError,
    DatabaseVersionError,
    StorageError,
)
from storage.migrations import migrations

ROOT = Path(__file__).parents[2]
OPEN_AND_SAY = "import sys; from pathlib import Path; from storage.database import open_database; \
open_database(Path(sys.argv[1])); print('ready')"
WRITE_AND_WAIT = "import sys; from pathlib import Path; from storage.database import open_database, write\n\
db = open_database(Path(sys.argv[1]))\n\
with write(db):\n\
    db.execute(\"INSERT INTO stories (sort_on, first_stored_at) VALUES ('2025-01-01', 'x')\")\n\
    print('inside', flush=True)\n\
    sys.stdin.read()"


def _start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _count_stories(db: Database) -> int:
    count: int = db.execute("SELECT count(*) FROM stories").fetchone()[0]
    return count


def _insert_story(db: Database, day: str = "2025-01-01") -> None:
    db.execute("INSERT INTO stories (sort_on, first_stored_at) VALUES (?, 'x')", (day,))


def _insert_stories(db: Database, count: int) -> None:
    with write(db):
        for _ in range(count):
            _insert_story(db, "2025-01-01" * 10)


def _insert_and_stop(db: Database) -> None:
    with write(db):
        _insert_story(db)
        raise KeyboardInterrupt


def test_a_new_file_has_every_table_and_is_kept_safe(db: Database) -> None:
    assert not migrations.pending(db)
    pragmas = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "foreign_keys", "synchronous", "page_size", "recursive_triggers", "busy_timeout")
    }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "page_size": 16384,
        "recursive_triggers": 1,
        "busy_timeout": 5000,
    }


def test_the_search_index_keeps_its_triggers(db: Database) -> None:
    triggers = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers == {"story_search_ai", "story_search_ad", "story_search_au"}


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with closing(open_database(path)) as db, write(db):
        _insert_story(db)
    with closing(open_database(path)) as db:
        assert _count_stories(db) == 1


def test_two_programs_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    for attempt in range(3):
        started = [_start(OPEN_AND_SAY, tmp_path / f"{attempt}.sqlite") for _ in range(3)]
        said = [program.communicate(timeout=60) for program in started]
        assert [out for out, _ in said] == ["ready\n"] * 3, said


def test_a_killed_writer_leaves_nothing_half_done(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    writer = _start(WRITE_AND_WAIT, path)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "inside\n"
    writer.kill()
    writer.communicate()
    with closing(open_database(path)) as db:
        assert _count_stories(db) == 0
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        with write(db):
            _insert_story(db)


def test_a_database_locked_by_another_program_is_named_so(tmp_path: Path, db: Database) -> None:
    path = tmp_path / "readout.sqlite"
    with write(db):
        with pytest.raises(DatabaseLockedError, match=r"readout\.sqlite"):
            open_database(path, busy_seconds=0.05)
        _insert_story(db)
    with closing(open_database(path, busy_seconds=0.05)) as other:
        with write(db), pytest.raises(DatabaseLockedError), write(other):
            pytest.fail("two writers at once")
        assert _count_stories(other) == 1


def test_reading_goes_on_while_another_writes(tmp_path: Path, db: Database) -> None:
    with closing(open_database(tmp_path / "readout.sqlite")) as other, write(db):
        _insert_story(db)
        assert _count_stories(other) == 0


def test_reads_see_one_state(tmp_path: Path, db: Database) -> None:
    with closing(open_database(tmp_path / "readout.sqlite")) as other, reads(db):
        before = _count_stories(db)
        with write(other):
            _insert_story(other)
        assert _count_stories(db) == before
    assert _count_stories(db) == 1


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with closing(open_database(path)) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('readout', 'm999_later', '')"
        )
    for read_only in (False, True):
        with pytest.raises(DatabaseVersionError, match="newer Readout"):
            open_database(path, read_only=read_only)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(DatabaseVersionError, match="not one of Readout's"):
        open_database(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("milk, bread and nothing that SQLite would read " * 100)
    with pytest.raises(DatabaseVersionError, match="not a database"):
        open_database(path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnwritableError, match=f"there is no folder {tmp_path / 'nowhere'}; make it first"):
        open_database(tmp_path / "nowhere" / "readout.sqlite")


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnwritableError, match=f"{tmp_path}: a folder"):
        open_database(tmp_path)


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with closing(open_database(path)) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    path.write_bytes(path.read_bytes()[:size] + b"\xff" * (size * (pages - 1)))
    with pytest.raises(DatabaseDamagedError, match=f"{path}: damaged"):
        open_database(path)


def test_a_read_only_file_is_refused_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite would open it, and refuse the first write only."""
    path = tmp_path / "readout.sqlite"
    open_database(path).close()
    # Root may write what is read-only: let the system answer as it would anybody else.
    monkeypatch.setattr(os, "access", lambda asked, mode: not (asked == path and mode == os.W_OK))
    with pytest.raises(DatabaseUnwritableError, match="read-only"):
        open_database(path)
    open_database(path, read_only=True).close()
    monkeypatch.setattr(os, "access", lambda asked, mode: not (asked == tmp_path and mode == os.W_OK))
    with pytest.raises(DatabaseUnwritableError, match="its folder"):
        open_database(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere: run the tests as another user to see this")
def test_a_read_only_folder_or_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseUnwritableError):
        open_database(path)
    tmp_path.chmod(0o700)
    open_database(path).close()
    path.chmod(0o400)
    with pytest.raises(DatabaseUnwritableError):
        open_database(path)


def test_a_connection_that_may_not_write_says_so(tmp_path: Path, db: Database) -> None:
    with closing(open_database(tmp_path / "readout.sqlite", read_only=True)) as reader:
        assert _count_stories(reader) == 0
        with pytest.raises(DatabaseUnwritableError), write(reader):
            _insert_story(reader)


def test_reading_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with pytest.raises(DatabaseUnwritableError):
        open_database(path, read_only=True)
    assert not path.exists()


def test_reading_a_file_whose_tables_are_behind_says_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    path.touch()
    with pytest.raises(DatabaseVersionError, match="readout run"):
        open_database(path, read_only=True)


def test_a_full_disk_is_named_and_nothing_is_half_written(db: Database) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DatabaseUnwritableError, match="full"):
        _insert_stories(db, 10_000)
    assert _count_stories(db) == 0
    db.execute("PRAGMA max_page_count = 1073741823")
    with write(db):
        _insert_story(db)


def test_what_a_disk_without_a_free_byte_says_is_named_as_one_that_may_be_full(db: Database) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(DatabaseUnwritableError, match="may be full"), write(db):
        raise error


def test_what_fails_inside_is_taken_back(db: Database) -> None:
    with pytest.raises(KeyboardInterrupt):
        _insert_and_stop(db)
    assert _count_stories(db) == 0
    assert not db.conn.in_transaction


def test_an_inner_failure_takes_back_the_inner_part_only(db: Database) -> None:
    with write(db):
        _insert_story(db)
        with pytest.raises(KeyboardInterrupt):
            _insert_and_stop(db)
    assert _count_stories(db) == 1


def test_a_row_may_not_point_at_nothing(db: Database) -> None:
    with pytest.raises(StorageError, match="FOREIGN KEY"), write(db):
        db.execute("INSERT INTO articles (story_id, rules_version, stored_at) VALUES (999, '', '')")


def test_a_column_takes_only_its_type(db: Database) -> None:
    with pytest.raises(StorageError), write(db):
        db.execute("INSERT INTO articles (story_id, rules_version, stored_at) VALUES ('one', '', '')")


@pytest.mark.parametrize("table", ["stories", "articles", "documents", "officials", "lookups", "subscribers", "outbox"])
def test_ids_are_never_used_again(db: Database, table: str) -> None:
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql


def test_who_syncs_later_leaves_the_others_as_they_are_and_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with closing(open_database(path)) as ticking, closing(open_database(path)) as sending:
        sync_later(ticking)
        with write(ticking):
            ticking.execute("INSERT INTO told_until (what, at) VALUES ('all', 'x')")
        assert sending.execute("SELECT at FROM told_until").fetchone() == ("x",)
        assert [db.execute("PRAGMA synchronous").fetchone()[0] for db in (ticking, sending)] == [1, 2]
