"""Links that people send, from their message until its card is in the outbox: a restart in between loses none.

What is not granted yet waits for an administrator's word, and is fetched no sooner.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from storage.database import Database, write
from storage.models.sources import SentLink, SentPost
from storage.times import read_instant, write_instant

MOST_WAITING = 20
"""So many links of one chat may wait at once."""
MOST_UNGRANTED = 5
"""So many of one reader's may wait for an administrator's word; those of a week ago are given up."""
MOST_A_DAY = 10
"""So many a reader may send within 24 hours."""

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)

_COLUMNS = "id, url, subscriber_id, post"


def send_links(
    db: Database, links: Sequence[str | SentPost], subscriber_id: int, now: datetime, *, is_granted: bool = True
) -> Sequence[SentLink]:
    """Let addresses or posts wait, as far as the chat's others leave room; returns those that do."""
    with write(db):
        room = _room(db, subscriber_id, now, is_granted=is_granted)
        columns = "url, post, subscriber_id, asked_at, is_granted"
        sql = f"INSERT INTO links ({columns}) VALUES (?, ?, ?, ?, ?) RETURNING {_COLUMNS}"  # noqa: S608
        at = write_instant(now)
        rows = [db.execute(sql, [*_write(link), subscriber_id, at, is_granted]).fetchone() for link in links[:room]]
        return [_read(*row) for row in rows]


def _room(db: Database, subscriber_id: int, now: datetime, *, is_granted: bool) -> int:
    waiting, ungranted, of_day = db.execute(
        "SELECT count(*) FILTER (WHERE told_at IS NULL AND is_granted),"
        " count(*) FILTER (WHERE told_at IS NULL AND NOT is_granted AND asked_at > ?),"
        " count(*) FILTER (WHERE asked_at > ?) FROM links WHERE subscriber_id = ?",
        [write_instant(now - _WEEK), write_instant(now - _DAY), subscriber_id],
    ).fetchone()
    room: int = MOST_WAITING - waiting if is_granted else min(MOST_UNGRANTED - ungranted, MOST_A_DAY - of_day)
    return max(0, room)


def decide_link(db: Database, link_id: int, now: datetime, *, is_granted: bool) -> SentLink | None:
    """An administrator says whether it is read; None where that was said before, or there is none."""
    with write(db):
        row = db.execute(
            f"UPDATE links SET is_granted = ?, told_at = ? WHERE id = ? AND NOT is_granted AND told_at IS NULL"  # noqa: S608
            f" RETURNING {_COLUMNS}",
            [is_granted, None if is_granted else write_instant(now), link_id],
        ).fetchone()
        return None if row is None else _read(*row)


def list_untaken(db: Database) -> Sequence[SentLink]:
    """Those for which no page waits yet, the first sent first."""
    sql = f"SELECT {_COLUMNS} FROM links WHERE page_id IS NULL AND told_at IS NULL AND is_granted ORDER BY id"  # noqa: S608
    rows = db.execute(sql)
    return [_read(*row) for row in rows.fetchall()]


def record_taken(db: Database, link_id: int, page_id: int) -> None:
    """This page is what it leads to."""
    with write(db):
        db.execute("UPDATE links SET page_id = ? WHERE id = ?", [page_id, link_id])


def list_untold(db: Database, page_id: int) -> Sequence[SentLink]:
    """Who waits for what becomes of the page."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM links WHERE page_id = ? AND told_at IS NULL ORDER BY id", [page_id])  # noqa: S608
    return [_read(*row) for row in rows.fetchall()]


def record_told(db: Database, links: Iterable[SentLink], now: datetime) -> None:
    """Their cards are in the outbox."""
    with write(db):
        db.conn.executemany(
            "UPDATE links SET told_at = ? WHERE id = ?", [(write_instant(now), link.id) for link in links]
        )


def _write(link: str | SentPost) -> tuple[str, str | None]:
    if isinstance(link, str):
        return link, None
    said = {**asdict(link), "published_at": link.published_at and write_instant(link.published_at)}
    return link.url or "", json.dumps(said, ensure_ascii=False)


def _read(id_: int, url: str, subscriber_id: int, post: str | None) -> SentLink:
    return SentLink(id=id_, url=url, subscriber_id=subscriber_id, post=_read_post(json.loads(post)) if post else None)


def _read_post(said: dict[str, str | None]) -> SentPost:
    at = said["published_at"]
    return SentPost(
        key=said["key"] or "",
        text=said["text"] or "",
        url=said["url"],
        source=said["source"],
        published_at=read_instant(at) if at else None,
    )
