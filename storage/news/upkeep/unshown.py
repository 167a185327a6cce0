"""What changed in stories after messages told of them: corrections, and versions of articles that add nothing to tell.

What a version adds comes as an update in the next digest or alert, so it edits nothing: nobody is told twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from storage.database import Database, write
from storage.models.corrections import Unshown, UnshownCorrection, UnshownVersion
from storage.news.upkeep.corrections import STALE
from storage.times import write_instant

_CORRECTIONS = """
SELECT c.id, a.story_id, c.undone_at IS NOT NULL FROM corrections AS c JOIN articles AS a ON a.id = c.article_id
WHERE c.shown_at IS NULL AND a.rules_version IS NOT ? ORDER BY +c.id"""
_VERSIONS = """
SELECT d.id, a.story_id FROM documents AS d JOIN articles AS a ON a.id = d.article_id
WHERE d.is_unshown = 1 AND a.rules_version IS NOT ? ORDER BY +d.id"""
_CHANGED = """
SELECT a.story_id FROM corrections AS c JOIN articles AS a ON a.id = c.article_id
WHERE a.story_id IN (SELECT value FROM json_each(:ids))
AND (c.corrected_at >= :since) IS NOT coalesce(c.undone_at >= :since, 0)
UNION
SELECT a.story_id FROM documents AS d JOIN articles AS a ON a.id = d.article_id
WHERE a.story_id IN (SELECT value FROM json_each(:ids)) AND d.version > 1 AND d.stored_at >= :since"""


def mark_unshown(db: Database, article_id: int) -> None:
    """Its newest version is to edit what was sent; the caller's `write` recorded it."""
    newest = "SELECT id FROM documents WHERE article_id = ? ORDER BY version DESC LIMIT 1"
    db.execute(f"UPDATE documents SET is_unshown = 1 WHERE id = ({newest})", (article_id,))  # noqa: S608


def list_unshown(db: Database) -> tuple[Unshown, ...]:
    """What was stated, undone or revised since what was sent was edited last, corrections before versions."""
    corrections = db.execute(_CORRECTIONS, (STALE,)).fetchall()
    versions = db.execute(_VERSIONS, (STALE,)).fetchall()
    return (
        *(UnshownCorrection(id=id_, story_id=story, is_undone=bool(undone)) for id_, story, undone in corrections),
        *(UnshownVersion(document_id=id_, story_id=story) for id_, story in versions),
    )


def record_shown(db: Database, shown: Iterable[Unshown], now: datetime) -> None:
    """What was sent shows them, as far as it can; not corrections that were undone since they were listed."""
    with write(db):
        for each in shown:
            match each:
                case UnshownCorrection(id=id_, is_undone=is_undone):
                    db.execute(
                        "UPDATE corrections SET shown_at = ? WHERE id = ? AND (undone_at IS NOT NULL) = ?",
                        (write_instant(now), id_, is_undone),
                    )
                case UnshownVersion(document_id=id_):
                    db.execute("UPDATE documents SET is_unshown = 0 WHERE id = ?", (id_,))


def list_changed(db: Database, story_ids: Iterable[int], since: datetime) -> frozenset[int]:
    """Those of the stories that a correction, the end of one stated before, or a new version changed since then."""
    rows = db.execute(_CHANGED, {"ids": json.dumps(list(story_ids)), "since": write_instant(since)}).fetchall()
    return frozenset(row[0] for row in rows)
