"""Deletes articles for good: a tombstone stays, by which a page that comes again is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.database import Database, write
from storage.news.articles import remove_article
from storage.times import read_instant, write_instant

_KEYS = """
SELECT url FROM articles WHERE (id = :id OR merged_into = :id) AND url IS NOT NULL
UNION SELECT fingerprint FROM documents WHERE article_id = :id
UNION SELECT w.url FROM wanted_pages AS w WHERE w.article_id = :id AND w.url <> ''"""
_FOUND = """
SELECT t.article_id, t.title, t.reason, t.deleted_at
FROM tombstone_keys AS k JOIN tombstones AS t ON t.id = k.tombstone_id
WHERE k.key IN (SELECT value FROM json_each(?)) ORDER BY t.id LIMIT 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What stays of a deleted article."""

    article_id: int
    title: str | None
    reason: str
    deleted_at: datetime


def delete_article(db: Database, article_id: int, reason: str, now: datetime) -> None:
    """Take it out of stories, lookups and digests, and remember its addresses and words.

    Raises:
        KeyError: there is no such article.
    """
    with write(db):
        row = db.execute("SELECT title FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            raise KeyError(f"article {article_id}")
        keys = [key for (key,) in db.execute(_KEYS, {"id": article_id}).fetchall()]
        tombstone = db.execute(
            "INSERT INTO tombstones (article_id, title, reason, deleted_at) VALUES (?, ?, ?, ?)",
            (article_id, row[0], reason, write_instant(now)),
        ).lastrowid
        db.conn.executemany(
            "INSERT INTO tombstone_keys (key, tombstone_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(key, tombstone) for key in keys],
        )
        db.execute(
            "UPDATE wanted_pages SET state = 'refused', article_id = NULL, reason = ? WHERE article_id = ?",
            (f"deleted: {reason}", article_id),
        )
        remove_article(db, article_id)


def find_tombstone(db: Database, keys: Iterable[str]) -> Tombstone | None:
    """Of the article that had one of these addresses or fingerprints."""
    row = db.execute(_FOUND, [json.dumps(list(keys))]).fetchone()
    if row is None:
        return None
    article_id, title, reason, deleted_at = row
    return Tombstone(article_id=article_id, title=title, reason=reason, deleted_at=read_instant(deleted_at))
