"""Links that people send, from their message until its card is in the outbox: a restart in between loses none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from storage.database import Database, write
from storage.models.sources import SentLink, SentPost
from storage.times import read_instant, write_instant

MOST_WAITING = 20
"""So many links of one chat may wait at once."""

_COLUMNS = "id, url, subscriber_id, post"


def send_links(db: Database, links: Sequence[str | SentPost], subscriber_id: int, now: datetime) -> int:
    """Let addresses or posts wait, as far as the chat's others leave room; returns how many do."""
    with write(db):
        open_ = "SELECT count(*) FROM links WHERE subscriber_id = ? AND told_at IS NULL"
        room = max(0, MOST_WAITING - db.execute(open_, [subscriber_id]).fetchone()[0])
        taken = [(*_write(link), subscriber_id, write_instant(now)) for link in links[:room]]
        db.conn.executemany("INSERT INTO links (url, post, subscriber_id, asked_at) VALUES (?, ?, ?, ?)", taken)
        return len(taken)


def list_untaken(db: Database) -> Sequence[SentLink]:
    """Those for which no page waits yet, the first sent first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM links WHERE page_id IS NULL AND told_at IS NULL ORDER BY id")  # noqa: S608
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
