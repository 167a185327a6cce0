"""Lists of stories, newest first, the undated last, paged by keyset: what arrives in between shifts nothing.

A list is given as cursors, which are also the entries: `storage.news.stories.get_stories` makes stories of them.
Ask for one more than a page shows to know whether there is another.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from storage.database import Database
from storage.models.news import UNDATED, Cursor
from storage.news.keys import EVERYTHING

COUNT_CAP = 100
"""Lists without a kept count are counted so far; `COUNT_CAP + 1` stands for more."""

_LISTED = "SELECT sort_on, story_id FROM lookup_entries WHERE key = ? "
_WITHIN = "AND sort_on BETWEEN ? AND ? "
_OLDER = "AND (sort_on, story_id) < (?, ?) ORDER BY sort_on DESC, story_id DESC LIMIT ?"
_NEWER = "AND (sort_on, story_id) > (?, ?) ORDER BY sort_on, story_id LIMIT ?"
_NEWEST = "ORDER BY sort_on DESC, story_id DESC LIMIT ?"

# A story with several days in the range stands at the newest of them.
_IN_RANGE = """
FROM story_days AS d WHERE d.day BETWEEN :since AND :until AND NOT EXISTS (
  SELECT 1 FROM story_days AS n WHERE n.story_id = d.story_id AND n.day > d.day AND n.day <= :until)"""
_RANGE_OLDER = "AND (d.day, d.story_id) < (:day, :story) ORDER BY d.day DESC, d.story_id DESC LIMIT :limit"
_RANGE_NEWER = "AND (d.day, d.story_id) > (:day, :story) ORDER BY d.day, d.story_id LIMIT :limit"
_RANGE_NEWEST = "ORDER BY d.day DESC, d.story_id DESC LIMIT :limit"


def list_entries(
    db: Database, key: str, *, before: Cursor | None = None, after: Cursor | None = None, limit: int
) -> tuple[Cursor, ...]:
    """Stories under a key of `storage.news.keys`: those that follow `before`, or the nearest that precede `after`."""
    if after is not None:
        rows = db.execute(_LISTED + _NEWER, (key, after.sort_on.isoformat(), after.story_id, limit)).fetchall()
        return _read_cursors(rows[::-1])
    if before is not None:
        rows = db.execute(_LISTED + _OLDER, (key, before.sort_on.isoformat(), before.story_id, limit)).fetchall()
        return _read_cursors(rows)
    return _read_cursors(db.execute(_LISTED + _NEWEST, (key, limit)).fetchall())


def list_entries_within(
    db: Database,
    key: str,
    since_on: date,
    until_on: date,
    *,
    before: Cursor | None = None,
    after: Cursor | None = None,
    limit: int,
) -> tuple[Cursor, ...]:
    """Those of `list_entries` that were published from `since_on` to `until_on`, both included."""
    place = after or before
    which = _NEWER if after else _OLDER if before else _NEWEST
    at = (place.sort_on.isoformat(), place.story_id) if place else ()
    days = (since_on.isoformat(), until_on.isoformat())
    rows = db.execute(_LISTED + _WITHIN + which, (key, *days, *at, limit)).fetchall()
    return _read_cursors(rows[::-1] if after else rows)


def count_entries_within(db: Database, key: str, since_on: date, until_on: date) -> int:
    """How many stories under the key were published then, up to `COUNT_CAP + 1`."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM lookup_entries WHERE key = ? {_WITHIN} LIMIT ?)"  # noqa: S608
    values = (key, since_on.isoformat(), until_on.isoformat(), COUNT_CAP + 1)
    return _first(db.execute(sql, values).fetchone())


def count_entries(db: Database, key: str) -> int:
    """How many stories stand under the key: a kept count, exact."""
    row = db.execute("SELECT story_count FROM lookup_counts WHERE key = ?", (key,)).fetchone()
    return row[0] if row else 0


def rank_keys(db: Database, keys: Sequence[str], limit: int) -> tuple[str, ...]:
    """Those of the keys that stories stand under, the one with the most first."""
    rows = db.execute(
        "SELECT key FROM lookup_counts WHERE key IN (SELECT value FROM json_each(?)) AND story_count > 0"
        " ORDER BY story_count DESC, key LIMIT ?",
        (json.dumps(list(keys)), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def list_latest(
    db: Database, *, before: Cursor | None = None, after: Cursor | None = None, limit: int
) -> tuple[Cursor, ...]:
    """All stories; their count is `count_entries(db, EVERYTHING)`."""
    return list_entries(db, EVERYTHING, before=before, after=after, limit=limit)


def list_days(
    db: Database,
    since_on: date,
    until_on: date,
    *,
    before: Cursor | None = None,
    after: Cursor | None = None,
    limit: int,
) -> tuple[Cursor, ...]:
    """Stories published or, where known, happened from `since_on` to `until_on`, both included, each once.

    A cursor's `sort_on` is here the story's newest day within the range.
    """
    place = after or before
    values = {"since": since_on.isoformat(), "until": until_on.isoformat(), "limit": limit}
    if place is not None:
        values |= {"day": place.sort_on.isoformat(), "story": place.story_id}
    which = _RANGE_NEWER if after else _RANGE_OLDER if before else _RANGE_NEWEST
    rows = db.execute(f"SELECT d.day, d.story_id {_IN_RANGE} {which}", values).fetchall()
    return _read_cursors(rows[::-1] if after else rows)


def count_days(db: Database, since_on: date, until_on: date) -> int:
    """How many stories the range holds, up to `COUNT_CAP + 1`."""
    values = {"since": since_on.isoformat(), "until": until_on.isoformat(), "limit": COUNT_CAP + 1}
    return _first(db.execute(f"SELECT count(*) FROM (SELECT 1 {_IN_RANGE} LIMIT :limit)", values).fetchone())  # noqa: S608


def list_undated(
    db: Database, *, before: Cursor | None = None, after: Cursor | None = None, limit: int
) -> tuple[Cursor, ...]:
    """Stories no article of which tells when it was published, the last stored first."""
    top = Cursor(sort_on=date(1, 1, 2), story_id=0)
    found = list_entries(db, EVERYTHING, before=before or (None if after else top), after=after, limit=limit)
    return tuple(cursor for cursor in found if cursor.sort_on == UNDATED)


def count_undated(db: Database) -> int:
    """How many stories are undated, up to `COUNT_CAP + 1`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM lookup_entries WHERE key = ? AND sort_on = ? LIMIT ?)"
    return _first(db.execute(sql, (EVERYTHING, UNDATED.isoformat(), COUNT_CAP + 1)).fetchone())


def _first(row: tuple[int]) -> int:
    return row[0]


def _read_cursors(rows: Sequence[tuple[str, int]]) -> tuple[Cursor, ...]:
    return tuple(Cursor(sort_on=date.fromisoformat(day), story_id=story_id) for day, story_id in rows)
