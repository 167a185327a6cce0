"""A demo's own database: marked, so that no *Reset* empties an archive, and served by one demo at a time. For `cli`."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.database import Database, open_database, peek, write
from storage.errors import DatabaseHeldError, DatabaseOwnerError
from storage.times import read_instant

DEMO_MARK = 0x52_44_4D_4F
"""SQLite's application id of a demo's file (`RDMO`); its user version counts the demos that were started on it."""

_NEWEST = """
SELECT max(at) FROM (
  SELECT max(stored_at) AS at FROM articles UNION ALL SELECT max(first_stored_at) FROM stories
  UNION ALL SELECT max(updated_at) FROM stories UNION ALL SELECT max(slot_at) FROM digests
  UNION ALL SELECT max(composed_at) FROM digests UNION ALL SELECT max(created_at) FROM outbox
  UNION ALL SELECT max(sent_at) FROM outbox UNION ALL SELECT max(created_at) FROM subscribers
  UNION ALL SELECT max(created_at) FROM subscriptions UNION ALL SELECT max(anchor_at) FROM subscriptions
  UNION ALL SELECT max(created_at) FROM answers UNION ALL SELECT max(created_at) FROM lookups
)
"""
_CHATS = """
SELECT chat_id, max(is_blocked) FROM (
  SELECT chat_id, coalesce(paused_reason LIKE '%blocked%', 0) AS is_blocked FROM subscribers
  UNION ALL SELECT chat_id, 0 FROM answers
) GROUP BY chat_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRun:
    """What a demo goes on from: which start of a demo this is, the newest instant kept, the chats that were talking."""

    number: int
    newest_at: datetime | None
    chat_ids: frozenset[int]
    blocked_chat_ids: frozenset[int]


@contextmanager
def hold_demo(path: Path, *, number: int = 1) -> Iterator[DemoRun]:
    """The demo's file, made where there is none, for as long as the block lasts. `number` is the least it may bear.

    Raises:
        DatabaseOwnerError: no demo made it.
        DatabaseHeldError: another demo serves it.
        StorageError: as `open_database`.
    """
    if _is_anothers(path):
        raise DatabaseOwnerError(
            f"{path}: not made by a demo, whose Reset would empty it; name a file of the demo's own", path=str(path)
        )
    open_database(path).close()
    held = _lock(path)
    try:
        with closing(open_database(path)) as db:
            run = _begin(db, number)
        yield run
    finally:
        # Last of all: closing any handle of the file drops what locks SQLite holds on it in this process.
        os.close(held)


def is_demo(path: Path) -> bool:
    """Whether a demo made the file; False where there is none."""
    if not path.is_file():
        return False
    with peek(path) as db:
        return _mark_of(db) == DEMO_MARK


def _is_anothers(path: Path) -> bool:
    """Whether it holds something that no demo stored."""
    if not path.is_file():
        return False
    with peek(path) as db:
        tables = {"seed_loads", "articles"} & set(db.table_names())
        return _mark_of(db) != DEMO_MARK and any(db.table(name).count for name in sorted(tables))


def _lock(path: Path) -> int:
    """The system's own lock on the file: it ends with the process, however that ends."""
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise DatabaseHeldError(f"{path}: another demo is using it; stop that one, or name another file") from error
    return handle


def _begin(db: Database, number: int) -> DemoRun:
    with write(db):
        number = max(number, int(db.execute("PRAGMA user_version").fetchone()[0]) + 1)
        db.execute(f"PRAGMA application_id = {DEMO_MARK}")
        db.execute(f"PRAGMA user_version = {number}")
        newest = db.execute(_NEWEST).fetchone()[0]
        chats = {int(chat_id): bool(is_blocked) for chat_id, is_blocked in db.execute(_CHATS)}
    return DemoRun(
        number=number,
        newest_at=read_instant(newest) if newest else None,
        chat_ids=frozenset(chats),
        blocked_chat_ids=frozenset(chat_id for chat_id, is_blocked in chats.items() if is_blocked),
    )


def _mark_of(db: Database) -> int:
    return int(db.execute("PRAGMA application_id").fetchone()[0])
