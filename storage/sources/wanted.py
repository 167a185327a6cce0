"""The addresses that wait to be fetched, read and stored, one row each, and what became of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from storage.database import Database, write
from storage.models.sources import PageState, SeenItem, SettledPage, WantedBy, WantedPage
from storage.times import read_instant, write_instant

SETTLED_COLUMNS = "id, url, state, reason, article_id, settled_at"

_LONGEST_WAIT = timedelta(days=8)
_WAITING = """
SELECT min(id) FROM (
  SELECT w.id, w.host FROM wanted_pages AS w WHERE w.state = 'waiting' AND w.wanted_by = :by
    AND (:batch IS NULL OR w.batch = :batch) AND (w.not_before <= :now OR w.not_before > :far)
    AND w.host NOT IN (SELECT value FROM json_each(:busy))
  ORDER BY w.id LIMIT 1000)
GROUP BY host ORDER BY min(id) LIMIT :limit"""
"""The inner limit: a backfill may let a hundred thousand wait. Hosts behind it come once those before it are busy."""
_PAGES = """
SELECT w.id, w.key, w.url, w.host, w.wanted_by, w.feed_id, w.run_id, w.item, w.is_archive, w.attempt_count,
  w.article_id, f.language
FROM wanted_pages AS w LEFT JOIN feeds AS f ON f.id = w.feed_id"""
_COUNTED = {PageState.STORED: "stored_count", PageState.KNOWN: "known_count", PageState.REFUSED: "refused_count"}


def want_pages(
    db: Database,
    items: Sequence[SeenItem],
    *,
    wanted_by: WantedBy,
    now: datetime,
    feed_id: int | None = None,
    run_id: int | None = None,
    batch: str | None = None,
) -> int:
    """Let those wait that nobody has seen yet, or of which their feed says something else now; returns how many.

    Of what two feeds show, the first one's word counts: they seldom say quite the same.
    """
    with write(db):
        known = _find_known(db, [item.key for item in items])
        new = [item for item in {item.key: item for item in items}.values() if item.key not in known]
        at = write_instant(now)
        db.conn.executemany(
            "INSERT INTO wanted_pages (key, url, host, wanted_by, feed_id, run_id, batch, item, version, is_archive,"
            " not_before, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (i.key, i.url, i.host, wanted_by, feed_id, run_id, batch, i.item, i.version, i.is_archive, at, at)
                for i in new
            ],
        )
        changed = [item for item in items if _is_changed(item, known.get(item.key), feed_id)]
        db.conn.executemany(
            "UPDATE wanted_pages SET state = 'waiting', version = ?, item = ?, run_id = ?, not_before = ?,"
            " attempt_count = 0, reason = NULL, settled_at = NULL WHERE key = ?",
            [(item.version, item.item, run_id, at, item.key) for item in changed],
        )
        return len(new) + len(changed)


def list_unseen(db: Database, items: Sequence[SeenItem], feed_id: int) -> Sequence[SeenItem]:
    """Those that `want_pages` would let wait."""
    known = _find_known(db, [item.key for item in items])
    return [item for item in items if item.key not in known or _is_changed(item, known[item.key], feed_id)]


def _find_known(db: Database, keys: Sequence[str]) -> dict[str, tuple[int | None, str]]:
    sql = "SELECT key, feed_id, version FROM wanted_pages WHERE key IN (SELECT value FROM json_each(?))"
    return {key: (feed, version) for key, feed, version in db.execute(sql, [json.dumps(list(keys))]).fetchall()}


def _is_changed(item: SeenItem, known: tuple[int | None, str] | None, feed_id: int | None) -> bool:
    return known is not None and feed_id is not None and known[0] == feed_id and known[1] != item.version


def want_page(db: Database, item: SeenItem, *, now: datetime) -> int:
    """A person wants this one: its id, which `get_settled` is asked about.

    What was refused before is fetched anew, what brought an article stays settled.
    """
    with write(db):
        at = write_instant(now)
        row = (
            db.execute(
                "INSERT INTO wanted_pages (key, url, host, wanted_by, item, version, not_before, seen_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET state = 'waiting', wanted_by = excluded.wanted_by, attempt_count = 0,"
                " not_before = excluded.not_before, reason = NULL, settled_at = NULL"
                " WHERE article_id IS NULL OR state = 'waiting' RETURNING id",
                [item.key, item.url, item.host, WantedBy.PERSON.value, item.item, item.version, at, at],
            ).fetchone()
            or db.execute("SELECT id FROM wanted_pages WHERE key = ?", [item.key]).fetchone()
        )
        page_id: int = row[0]
        return page_id


def list_waiting_pages(
    db: Database,
    now: datetime,
    *,
    wanted_by: WantedBy,
    busy_hosts: Collection[str] = (),
    batch: str | None = None,
    limit: int,
) -> Sequence[WantedPage]:
    """One page a host, of hosts that are not busy, the first seen first."""
    ids = db.execute(
        _WAITING,
        {
            "by": wanted_by.value,
            "batch": batch,
            "now": write_instant(now),
            "far": write_instant(now + _LONGEST_WAIT),
            "busy": json.dumps(sorted(busy_hosts)),
            "limit": limit,
        },
    ).fetchall()
    found = (get_wanted(db, row[0]) for row in ids)
    return [page for page in found if page is not None]


def get_wanted(db: Database, page_id: int) -> WantedPage | None:
    """The page, whatever its state."""
    row = db.execute(f"{_PAGES} WHERE w.id = ?", [page_id]).fetchone()
    return None if row is None else _read_wanted(*row)


def get_settled(db: Database, page_id: int) -> SettledPage | None:
    """What became of a page, as far as it is known: it may still be waiting."""
    row = db.execute(f"SELECT {SETTLED_COLUMNS} FROM wanted_pages WHERE id = ?", [page_id]).fetchone()  # noqa: S608
    return None if row is None else read_settled(*row)


def settle_page(
    db: Database, page: WantedPage, state: PageState, now: datetime, *, reason: str | None, article_id: int | None
) -> None:
    """What became of it, in the transaction that stores its article; and counted in its run."""
    with write(db):
        db.execute(
            "UPDATE wanted_pages SET state = ?, reason = ?, settled_at = ?, item = NULL,"
            " article_id = coalesce(?, article_id), attempt_count = attempt_count + 1 WHERE id = ?",
            [state.value, reason, write_instant(now), article_id, page.id],
        )
        if page.run_id is not None:
            column = _COUNTED[state]
            db.execute(f"UPDATE runs SET {column} = {column} + 1 WHERE id = ?", [page.run_id])  # noqa: S608


def postpone_page(db: Database, page: WantedPage, until: datetime, *, reason: str, is_attempt: bool) -> None:
    """It could not be had now; `is_attempt`: that counts, and after some there is no further."""
    with write(db):
        db.execute(
            "UPDATE wanted_pages SET not_before = ?, reason = ?, attempt_count = attempt_count + ? WHERE id = ?",
            [write_instant(until), reason, is_attempt, page.id],
        )


def count_batch(db: Database, batch: str) -> dict[PageState, int]:
    """How far a backfill is."""
    sql = "SELECT state, count(*) FROM wanted_pages WHERE batch = ? GROUP BY state"
    return {PageState(state): count for state, count in db.execute(sql, [batch]).fetchall()}


def prune_pages(db: Database, before: datetime) -> None:
    """Forget what was settled before that: an article is known by its own address and words."""
    with write(db):
        db.execute("DELETE FROM wanted_pages WHERE settled_at < ? AND wanted_by <> 'backfill'", [write_instant(before)])


def read_settled(
    id_: int, url: str, state: str, reason: str | None, article_id: int | None, settled_at: str | None
) -> SettledPage:
    """A row of `SETTLED_COLUMNS`."""
    return SettledPage(
        id=id_,
        url=url,
        state=PageState(state),
        reason=reason,
        article_id=article_id,
        settled_at=None if settled_at is None else read_instant(settled_at),
    )


def _read_wanted(
    id_: int,
    key: str,
    url: str,
    host: str,
    wanted_by: str,
    feed_id: int | None,
    run_id: int | None,
    item: str | None,
    is_archive: int,
    attempt_count: int,
    article_id: int | None,
    language: str | None,
) -> WantedPage:
    return WantedPage(
        id=id_,
        key=key,
        url=url,
        host=host,
        wanted_by=WantedBy(wanted_by),
        feed_id=feed_id,
        run_id=run_id,
        item=item,
        is_archive=bool(is_archive),
        attempt_count=attempt_count,
        article_id=article_id,
        language=language,
    )
