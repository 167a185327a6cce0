"""The feeds that are polled: loaded from the seeds, added, disabled and enabled by people, due by the clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from storage.database import Database, write
from storage.models.sources import FeedStanding, FollowedFeed, LastAttempt, NewFeed
from storage.times import read_day, read_instant, write_instant

START_INTERVAL = timedelta(minutes=30)
FARTHEST = timedelta(days=8)
"""No fetch is planned farther ahead: what lies behind that was planned by a clock that has been set back since."""
GONE_FROM_SEEDS = "no longer in the seeds"

_COLUMNS = (
    "id, name, title, url, host, kind, language, seed_url IS NULL, etag, last_modified, body_hash, interval_seconds,"
    " failures, failed_days, failed_on, next_fetch_at, disabled_at, disabled_reason, last_fetch_at, last_result,"
    " last_answer_at, last_success_at, last_error, last_error_at"
)
_FORGET = "etag = NULL, last_modified = NULL, body_hash = NULL, failures = 0, failed_days = 0, failed_on = NULL"
_REVIVE = "disabled_at = NULL, disabled_reason = NULL, is_disabled_by_person = 0, is_end_told = 0"


def load_feeds(db: Database, feeds: Iterable[NewFeed], now: datetime) -> None:
    """Bring the seeds' feeds in. What a person added, disabled or enabled stays as they left it.

    A feed whose seed names another address than before is polled there; one that left the seeds is disabled.
    """
    with write(db):
        names: list[str] = []
        for feed in feeds:
            _load(db, feed, now)
            names.append(feed.name)
        marks = ", ".join("?" * len(names))
        db.execute(
            "UPDATE feeds SET disabled_at = ?, disabled_reason = ?, next_fetch_at = NULL"  # noqa: S608
            f" WHERE seed_url IS NOT NULL AND disabled_at IS NULL AND name NOT IN ({marks})",
            [write_instant(now), GONE_FROM_SEEDS, *names],
        )


def _load(db: Database, feed: NewFeed, now: datetime) -> None:
    row = db.execute(
        "SELECT id, seed_url FROM feeds WHERE name = ? OR url = ? ORDER BY name <> ? LIMIT 1",
        [feed.name, feed.url, feed.name],
    ).fetchone()
    if row is None:
        _insert(db, feed, now, seed_url=feed.url)
        return
    feed_id, seed_url = row
    if seed_url is None:  # somebody added it first: theirs
        return
    db.execute("UPDATE feeds SET title = ?, language = ? WHERE id = ?", [feed.title, feed.language, feed_id])
    is_back = "disabled_reason = ? AND is_disabled_by_person = 0"
    db.execute(
        f"UPDATE feeds SET {_REVIVE}, next_fetch_at = ? WHERE id = ? AND {is_back}",  # noqa: S608
        [write_instant(now), feed_id, GONE_FROM_SEEDS],
    )
    if seed_url != feed.url:
        _move(db, feed_id, feed, now)


def _move(db: Database, feed_id: int, feed: NewFeed, now: datetime) -> None:
    """To the seeds' new address, unless another row polls that one already."""
    db.execute(
        f"UPDATE OR IGNORE feeds SET url = ?, host = ?, kind = NULL, {_FORGET} WHERE id = ?",  # noqa: S608
        [feed.url, feed.host, feed_id],
    )
    db.execute(
        f"UPDATE feeds SET {_REVIVE}, next_fetch_at = ? WHERE id = ? AND is_disabled_by_person = 0",  # noqa: S608
        [write_instant(now), feed_id],
    )
    db.execute("UPDATE feeds SET seed_url = ? WHERE id = ?", [feed.url, feed_id])


def add_feed(db: Database, feed: NewFeed, now: datetime) -> FollowedFeed | None:
    """Follow it from now on; none: its address is followed already (`find_feed_at` tells as what)."""
    with write(db):
        if find_feed_at(db, feed.url) is not None:
            return None
        _insert(db, feed, now, seed_url=None)
        return find_feed(db, feed.name)


def _insert(db: Database, feed: NewFeed, now: datetime, *, seed_url: str | None) -> None:
    db.execute(
        "INSERT INTO feeds (name, title, url, host, kind, language, seed_url, interval_seconds, next_fetch_at,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(feed.name, feed.title, feed.url, feed.host, feed.kind, feed.language, seed_url),
            *(START_INTERVAL.total_seconds(), write_instant(now), write_instant(now)),
        ],
    )


def find_feed(db: Database, name: str) -> FollowedFeed | None:
    """The feed of that name."""
    return next(iter(_select(db, "WHERE name = ?", [name])), None)


def find_feed_at(db: Database, url: str) -> FollowedFeed | None:
    """The feed at that address."""
    return next(iter(_select(db, "WHERE url = ?", [url])), None)


def list_feeds(db: Database) -> Sequence[FollowedFeed]:
    """All, by name."""
    return _select(db, "ORDER BY name", [])


def list_due_feeds(db: Database, now: datetime, *, besides: Collection[int], limit: int) -> Sequence[FollowedFeed]:
    """Those whose time has come, the longest overdue first, but for those that are being fetched."""
    marks = ", ".join("?" * len(besides))
    return _select(
        db,
        f"WHERE (next_fetch_at <= ? OR next_fetch_at > ?) AND id NOT IN ({marks}) ORDER BY next_fetch_at LIMIT ?",
        [write_instant(now), write_instant(now + FARTHEST), *besides, limit],
    )


def list_last_attempts(db: Database) -> Sequence[LastAttempt]:
    """Of every feed that is polled."""
    rows = db.execute("SELECT id, host, last_result, last_answer_at FROM feeds WHERE next_fetch_at IS NOT NULL")
    return [
        LastAttempt(feed_id=id_, host=host, result=result, answered_at=_maybe(at))
        for id_, host, result, at in rows.fetchall()
    ]


def disable_feed(db: Database, feed_id: int, reason: str, now: datetime) -> None:
    """Poll it no more, until a person enables it."""
    with write(db):
        db.execute(
            "UPDATE feeds SET disabled_at = ?, disabled_reason = ?, is_disabled_by_person = 1, next_fetch_at = NULL"
            " WHERE id = ?",
            [write_instant(now), reason, feed_id],
        )


def list_untold_ends(db: Database) -> Sequence[FollowedFeed]:
    """Feeds that disabled themselves, and no administrator was told yet."""
    return _select(
        db,
        "WHERE disabled_at IS NOT NULL AND is_disabled_by_person = 0 AND is_end_told = 0 AND disabled_reason <> ?"
        " ORDER BY name",
        [GONE_FROM_SEEDS],
    )


def record_told_ends(db: Database, feeds: Iterable[FollowedFeed]) -> None:
    """Somebody was told of these."""
    with write(db):
        db.conn.executemany("UPDATE feeds SET is_end_told = 1 WHERE id = ?", [(feed.id,) for feed in feeds])


def enable_feed(db: Database, feed_id: int, now: datetime) -> None:
    """Poll it again, at once, its failures forgiven; where its address shows a page by now, its feed is looked for."""
    with write(db):
        db.execute(
            f"UPDATE feeds SET {_REVIVE}, {_FORGET}, kind = NULL, next_fetch_at = ?, interval_seconds = ? WHERE id = ?",  # noqa: S608
            [write_instant(now), START_INTERVAL.total_seconds(), feed_id],
        )


def list_standings(db: Database, now: datetime) -> Sequence[FeedStanding]:
    """All feeds by name, with what they brought lately."""
    since = write_instant(now - timedelta(days=7))
    stored = db.execute(
        "SELECT feed_id, count(*) FROM wanted_pages WHERE settled_at >= ? AND state = 'stored' GROUP BY feed_id",
        [since],
    )
    stored_counts: dict[int, int] = dict(stored.fetchall())
    waiting = db.execute("SELECT feed_id, count(*) FROM wanted_pages WHERE state = 'waiting' GROUP BY feed_id")
    waiting_counts: dict[int, int] = dict(waiting.fetchall())
    return [
        FeedStanding(
            feed=feed, stored_count=stored_counts.get(feed.id, 0), waiting_count=waiting_counts.get(feed.id, 0)
        )
        for feed in list_feeds(db)
    ]


def _select(db: Database, rest: str, values: Sequence[object]) -> list[FollowedFeed]:
    return [_read(*row) for row in db.execute(f"SELECT {_COLUMNS} FROM feeds {rest}", values).fetchall()]  # noqa: S608


def _maybe(written: str | None) -> datetime | None:
    return None if written is None else read_instant(written)


def _read(
    id_: int,
    name: str,
    title: str,
    url: str,
    host: str,
    kind: str | None,
    language: str | None,
    is_added: int,
    etag: str | None,
    last_modified: str | None,
    body_hash: str | None,
    interval_seconds: float,
    failures: int,
    failed_days: int,
    failed_on: str | None,
    *instants_and_words: str | None,
) -> FollowedFeed:
    next_at, disabled_at, why, fetched_at, result, answered_at, success_at, error, error_at = instants_and_words
    return FollowedFeed(
        id=id_,
        name=name,
        title=title,
        url=url,
        host=host,
        kind=kind,
        language=language,
        is_added=bool(is_added),
        etag=etag,
        last_modified=last_modified,
        body_hash=body_hash,
        interval=timedelta(seconds=interval_seconds),
        failures=failures,
        failed_days=failed_days,
        failed_on=read_day(failed_on),
        next_fetch_at=_maybe(next_at),
        disabled_at=_maybe(disabled_at),
        disabled_reason=why,
        last_fetch_at=_maybe(fetched_at),
        last_result=result,
        last_answer_at=_maybe(answered_at),
        last_success_at=_maybe(success_at),
        last_error=error,
        last_error_at=_maybe(error_at),
    )
