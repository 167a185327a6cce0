"""What came of each fetch of a feed: recorded with all that follows from it, and told in logs and digests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from storage.database import Database, write
from storage.models.sources import FeedFetch, PageState, Run, SettledPage, WantedBy
from storage.sources.wanted import SETTLED_COLUMNS, read_settled, want_pages
from storage.times import read_instant, write_day, write_instant

_RUNS = """
SELECT r.id, r.feed_id, f.name, r.ended_at, r.result, r.detail, r.item_count, r.new_count, r.stored_count,
  r.known_count, r.refused_count
FROM runs AS r JOIN feeds AS f ON f.id = r.feed_id WHERE (:feed IS NULL OR r.feed_id = :feed)
ORDER BY r.id DESC LIMIT :limit"""
_SILENT = """
SELECT f.title FROM runs AS r JOIN feeds AS f ON f.id = r.feed_id WHERE r.ended_at >= ? AND r.ended_at < ?
GROUP BY r.feed_id HAVING sum(r.result IN ('news', 'unchanged')) = 0 ORDER BY f.title"""


def record_fetch(db: Database, fetch: FeedFetch) -> int:
    """The feed's state, the run, and what is new in it, all or nothing; returns how many pages are wanted now."""
    with write(db):
        run = db.execute(
            "INSERT INTO runs (feed_id, ended_at, result, detail, item_count) VALUES (?, ?, ?, ?, ?)",
            [fetch.feed_id, write_instant(fetch.at), fetch.result, fetch.detail, fetch.item_count],
        ).lastrowid
        new_count = want_pages(
            db, fetch.items, wanted_by=WantedBy.FEED, now=fetch.at, feed_id=fetch.feed_id, run_id=run
        )
        if new_count:
            db.execute("UPDATE runs SET new_count = ? WHERE id = ?", [new_count, run])
        _record_state(db, fetch)
        return new_count


def _record_state(db: Database, fetch: FeedFetch) -> None:
    at = write_instant(fetch.at)
    values: dict[str, object] = {
        "interval_seconds": fetch.interval.total_seconds(),
        "failures": fetch.failures,
        "failed_days": fetch.failed_days,
        "failed_on": write_day(fetch.failed_on),
        "next_fetch_at": fetch.next_fetch_at and write_instant(fetch.next_fetch_at),
        "last_fetch_at": at,
        "last_result": fetch.result,
    }
    kept = {"kind": fetch.kind, "etag": fetch.etag, "last_modified": fetch.last_modified, "body_hash": fetch.body_hash}
    values |= {column: value for column, value in kept.items() if value is not None}
    if fetch.is_answered:
        values["last_answer_at"] = at
    values |= {"last_success_at": at} if fetch.is_success else {"last_error": fetch.detail, "last_error_at": at}
    if fetch.disabled_reason is not None:
        values |= {"disabled_at": at, "disabled_reason": fetch.disabled_reason}
    assignments = ", ".join(f"{column} = :{column}" for column in values)
    # One that a person disabled while it was fetched stays disabled.
    db.execute(
        f"UPDATE feeds SET {assignments} WHERE id = :id AND disabled_at IS NULL",  # noqa: S608
        {**values, "id": fetch.feed_id},
    )
    if fetch.url is not None:
        _move(db, fetch.feed_id, fetch.url, fetch.host, at)


def _move(db: Database, feed_id: int, url: str, host: str | None, at: str) -> None:
    """To the address where it was found; where another feed is polled there, one of the two is enough."""
    twin = db.execute("SELECT name FROM feeds WHERE url = ? AND id <> ?", [url, feed_id]).fetchone()
    if twin is None:
        db.execute("UPDATE feeds SET url = ?, host = ? WHERE id = ?", [url, host, feed_id])
        return
    db.execute(
        "UPDATE feeds SET disabled_at = ?, disabled_reason = ?, next_fetch_at = NULL WHERE id = ?",
        [at, f"its feed is followed as {twin[0]}", feed_id],
    )


def list_runs(db: Database, *, feed_id: int | None = None, limit: int) -> Sequence[Run]:
    """The newest first."""
    rows = db.execute(_RUNS, {"feed": feed_id, "limit": limit}).fetchall()
    return [
        Run(
            id=id_,
            feed_id=feed,
            feed_name=name,
            ended_at=read_instant(ended_at),
            result=result,
            detail=detail,
            item_count=items,
            new_count=new,
            stored_count=stored,
            known_count=known,
            refused_count=refused,
        )
        for id_, feed, name, ended_at, result, detail, items, new, stored, known, refused in rows
    ]


def list_refused(db: Database, *, feed_id: int | None = None, limit: int) -> Sequence[SettledPage]:
    """Pages that were not stored, or not whole, each with its reason, the newest first."""
    rows = db.execute(
        f"SELECT {SETTLED_COLUMNS} FROM wanted_pages WHERE (:feed IS NULL OR feed_id = :feed)"  # noqa: S608
        " AND settled_at IS NOT NULL AND (state = :refused OR reason IS NOT NULL)"
        " ORDER BY settled_at DESC LIMIT :limit",
        {"feed": feed_id, "refused": PageState.REFUSED.value, "limit": limit},
    ).fetchall()
    return [read_settled(*row) for row in rows]


def list_silent_sources(db: Database, since: datetime, until: datetime) -> Sequence[str]:
    """Titles of the feeds that were asked in `[since, until)` and never answered well."""
    return [row[0] for row in db.execute(_SILENT, [write_instant(since), write_instant(until)]).fetchall()]


def prune_runs(db: Database, before: datetime) -> None:
    """Forget runs that ended before that."""
    with write(db):
        db.execute("DELETE FROM runs WHERE ended_at < ?", [write_instant(before)])
