"""Opens the SQLite file and guards its transactions; every store module works on the `Database` made here.

One connection serves one thread. Writers take the write lock first (`BEGIN IMMEDIATE`), for a transaction that reads
and then asks for it is refused at once, whatever the busy timeout.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from storage.errors import (
    DatabaseDamagedError,
    DatabaseForeignError,
    DatabaseLockedError,
    DatabaseOldError,
    DatabaseUnwritableError,
    DatabaseVersionError,
    StorageError,
)
from storage.migrations import migrations

__all__ = ["Database", "open_database", "peek", "reads", "set_patience", "sync_later", "write"]

BUSY_SECONDS = 5.0
"""How long a statement waits for another program's lock."""

_ASK_SECONDS = 0.002
"""How often somebody who waits for the lock asks for it."""
_PAGE_BYTES = 16384  # articles fill 1.12 of their text instead of 1.51 with 4 kB pages (measured)
_CACHE_KIB = 16384

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}

_T = TypeVar("_T")


def open_database(path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Open the file, making it and bringing its tables up to date; two programs may do so at once.

    `read_only` neither makes nor migrates it, and takes no lock.

    Raises:
        DatabaseLockedError: another program kept the write lock for longer than `busy_seconds`.
        DatabaseUnwritableError: the disk is full, or the file or its folder cannot be written, or is not there.
        DatabaseVersionError: a newer Readout wrote it (with `read_only`: or an older one: `DatabaseOldError`), or it is
            none of ours (`DatabaseForeignError`).
        DatabaseDamagedError: it is malformed.
        StorageError: SQLite refused for another reason.
    """
    _check_place(path, read_only=read_only)
    with _named_errors(path):
        db = Database(_connect(path, read_only=read_only, busy_seconds=busy_seconds))
    with ExitStack() as unless_ready, _named_errors(path):
        unless_ready.callback(db.close)
        _prepare(db, path, read_only=read_only, busy_seconds=busy_seconds)
        unless_ready.pop_all()
    return db


def set_patience(db: Database, busy_seconds: float) -> None:
    """How long each statement from now on waits for another program's lock."""
    db.execute(f"PRAGMA busy_timeout = {round(busy_seconds * 1000)}")


def sync_later(db: Database) -> None:
    """Commits of this connection no longer wait for the disk: theirs is the next commit that does, anybody's.

    They outlive the program, however it ends. With the power they may be lost, always the last ones first: for work
    that is done again where nothing tells that it was done, and whose results nobody is told but by way of commits
    that wait for the disk, as claims of the outbox do.
    """
    db.execute("PRAGMA synchronous = NORMAL")


@contextmanager
def peek(path: Path) -> Iterator[Database]:
    """An existing file, read-only, whosever it is: nothing is checked, made or migrated."""
    _check_place(path, read_only=True)
    with _named_errors(path):
        db = Database(_connect(path, read_only=True, busy_seconds=BUSY_SECONDS))
        try:
            yield db
        finally:
            db.close()


@contextmanager
def write(db: Database) -> Iterator[None]:
    """All or nothing: takes the write lock, commits at the end, rolls back on any exception. Inside another it nests.

    Raises:
        StorageError: as `open_database`; what other code raises passes through.
    """
    with _named_errors(db):
        if db.conn.in_transaction:
            with db.atomic():
                yield
            return
        _begin(db)
        try:
            yield
            db.conn.execute("COMMIT")
        finally:
            db.rollback()  # of nothing, once committed


@contextmanager
def reads(db: Database) -> Iterator[None]:
    """Several reads of one state of the archive, with SQLite's errors named as `write` names them. May nest."""
    with _named_errors(db):
        if db.conn.in_transaction:
            yield
            return
        with db.atomic():
            yield


def _check_place(path: Path, *, read_only: bool) -> None:
    """SQLite says "unable to open database file" to all of these, or opens a read-only file and refuses later."""
    if path.is_dir():
        raise DatabaseUnwritableError(f"{path}: a folder; name a file in it", path=str(path))
    if not path.absolute().parent.is_dir():
        folder = path.absolute().parent
        raise DatabaseUnwritableError(f"{path}: there is no folder {folder}; make it first", path=str(path))
    if read_only:
        return
    if path.exists() and not os.access(path, os.W_OK):
        raise DatabaseUnwritableError(f"{path}: read-only; make it writable, or name another file", path=str(path))
    if not os.access(path.absolute().parent, os.W_OK):
        raise DatabaseUnwritableError(f"{path}: nothing can be written into its folder", path=str(path))


def _connect(path: Path, *, read_only: bool, busy_seconds: float) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    # No isolation level: the driver opens no transaction behind our back.
    return sqlite3.connect(address, uri=True, timeout=busy_seconds, isolation_level=None)


def _prepare(db: Database, path: Path, *, read_only: bool, busy_seconds: float) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    if read_only:
        if _is_old(db, path):
            raise DatabaseOldError(f"{path}: written by an older Readout; start `readout run` once", path=str(path))
        return
    db.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    # SQLite does not wait when two programs change the journal mode of a new file at once: we do.
    _wait_for_lock(lambda: db.execute("PRAGMA journal_mode = WAL"), busy_seconds)
    # The outbox must remember what was sent, so a commit is on the disk when it returns.
    db.execute("PRAGMA synchronous = FULL")
    with write(db):
        if _is_old(db, path):
            migrations.apply(db)


def _is_old(db: Database, path: Path) -> bool:
    """Whether an older Readout wrote it last, or none yet. Raises what `open_database` raises for a version."""
    applied = {migration.name for migration in migrations.applied(db)}
    known = _list_known()
    if unknown := sorted(applied - known):
        raise DatabaseVersionError(f"{path}: written by a newer Readout ({', '.join(unknown)})", path=str(path))
    if not applied and db.table_names():
        raise DatabaseForeignError(f"{path}: a database, but not one of Readout's", path=str(path))
    return applied != known


@cache  # every tick opens the file
def _list_known() -> frozenset[str]:
    return frozenset(migration.name for migration in migrations.pending(Database(memory=True)))


def _begin(db: Database) -> None:
    """Take the write lock. SQLite would ask for it ever more rarely, up to every 100 ms, and hardly ever meet one that
    is free for a moment only between the blocks of a tick: we go on asking."""
    (patience,) = db.conn.execute("PRAGMA busy_timeout").fetchone()
    db.conn.execute("PRAGMA busy_timeout = 0")
    try:
        _wait_for_lock(lambda: db.conn.execute("BEGIN IMMEDIATE"), patience / 1000)
    finally:
        db.conn.execute(f"PRAGMA busy_timeout = {patience}")


def _wait_for_lock(attempt: Callable[[], _T], busy_seconds: float) -> _T:
    deadline = time.monotonic() + busy_seconds
    while True:
        try:
            return attempt()
        except sqlite3.OperationalError as error:
            if _primary_code(error) not in _LOCKED or time.monotonic() > deadline:
                raise
        time.sleep(_ASK_SECONDS)


def _path_of(db: Database) -> Path:
    return Path(str(db.conn.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]))


@contextmanager
def _named_errors(where: Path | Database) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _name_error(error, where if isinstance(where, Path) else _path_of(where)) from error


def _name_error(error: sqlite3.Error, path: Path) -> StorageError:
    code = _primary_code(error)
    if code in _LOCKED:
        return DatabaseLockedError(f"{path}: another program is writing to it", path=str(path))
    if code == sqlite3.SQLITE_IOERR:  # what a disk without a free byte says before it says that it is full
        text = f"{path}: cannot be read or written: {error}; the disk may be full (see df) or failing"
        return DatabaseUnwritableError(text, path=str(path))
    if code in _UNWRITABLE:
        return DatabaseUnwritableError(f"{path}: cannot be written: {error}", path=str(path))
    if code == sqlite3.SQLITE_NOTADB:
        return DatabaseForeignError(f"{path}: not a database", path=str(path))
    if code == sqlite3.SQLITE_CORRUPT:
        return DatabaseDamagedError(f"{path}: damaged: {error}", path=str(path))
    return StorageError(f"{path}: {error}", path=str(path))


def _primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's error without the extended detail; none when the driver itself complains."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
