"""Readers' corrections: kept apart from what was read, and applied to every reading by whoever records it.

A new or undone correction marks its article as stale, so whoever reads next (the command line now, a job after a
button in chat) applies it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime

from storage.database import Database, write
from storage.models.corrections import (
    Change,
    Correction,
    CountryChange,
    NoPersonChange,
    PersonChange,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.seeds import Role
from storage.times import read_instant, write_instant

STALE = ""
"""The rules version of an article that was corrected and not read since."""
_COLUMNS = "id, article_id, change, corrected_by, corrected_at, undone_at"
_KINDS: dict[type[Change], str] = {
    CountryChange: "country",
    PersonChange: "person",
    NoPersonChange: "no person",
    StoryChange: "story",
    RelevanceChange: "relevance",
}


def record_correction(db: Database, article_id: int, change: Change, *, corrected_by: str, now: datetime) -> Correction:
    """Keep the change. What it says of the text is not checked here: `bot.ingest.correcting` does before it applies it.

    Raises:
        KeyError: there is no such article.
    """
    with write(db):
        row = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            raise KeyError(f"article {article_id}")
        if isinstance(change, StoryChange):
            change = replace(change, came_from=row[0])
        cursor = db.execute(
            "INSERT INTO corrections (article_id, change, corrected_by, corrected_at) VALUES (?, ?, ?, ?)",
            (article_id, _write_change(change), corrected_by, write_instant(now)),
        )
        _mark_stale(db, article_id)
        assert cursor.lastrowid is not None
        return Correction(
            id=cursor.lastrowid,
            article_id=article_id,
            change=change,
            corrected_by=corrected_by,
            corrected_at=now,
            undone_at=None,
        )


def undo_correction(db: Database, correction_id: int, now: datetime) -> bool:
    """Whether it was in force until now. It stays on record."""
    with write(db):
        row = db.execute(
            "UPDATE corrections SET undone_at = ?, shown_at = NULL WHERE id = ? AND undone_at IS NULL"
            " RETURNING article_id",
            (write_instant(now), correction_id),
        ).fetchone()
        if row is not None:
            _mark_stale(db, row[0])
        return row is not None


def settle_story(db: Database, correction: Correction, story_id: int) -> None:
    """The story of its own that the change asked for is open: it is that one from now on."""
    assert isinstance(correction.change, StoryChange)
    settled = _write_change(replace(correction.change, story_id=story_id))
    db.execute("UPDATE corrections SET change = ? WHERE id = ?", (settled, correction.id))


def list_corrections(db: Database, article_id: int, *, with_undone: bool = False) -> tuple[Correction, ...]:
    """Those in force, or all, the first stated first."""
    which = "" if with_undone else "AND undone_at IS NULL"
    rows = db.execute(f"SELECT {_COLUMNS} FROM corrections WHERE article_id = ? {which} ORDER BY id", (article_id,))  # noqa: S608
    return tuple(_read_correction(*row) for row in rows.fetchall())


def list_unapplied(db: Database) -> tuple[int, ...]:
    """Articles that a correction, or one that was undone, has made stale and nobody has read since."""
    rows = db.execute(
        "SELECT DISTINCT c.article_id FROM corrections AS c JOIN articles AS a ON a.id = c.article_id"
        " WHERE a.rules_version = ? ORDER BY c.article_id",
        (STALE,),
    )
    return tuple(row[0] for row in rows.fetchall())


def _mark_stale(db: Database, article_id: int) -> None:
    db.execute("UPDATE articles SET rules_version = ? WHERE id = ?", (STALE, article_id))


def _read_correction(
    id_: int, article_id: int, change: str, corrected_by: str, corrected_at: str, undone_at: str | None
) -> Correction:
    return Correction(
        id=id_,
        article_id=article_id,
        change=_read_change(change),
        corrected_by=corrected_by,
        corrected_at=read_instant(corrected_at),
        undone_at=None if undone_at is None else read_instant(undone_at),
    )


def _write_change(change: Change) -> str:
    return json.dumps({"kind": _KINDS[type(change)], **asdict(change)}, ensure_ascii=False)


def _read_change(text: str) -> Change:
    said = json.loads(text)
    match said.pop("kind"):
        case "country":
            return CountryChange(code=said["code"], standing=Standing(said["standing"]))
        case "person":
            return PersonChange(**{**said, "role": Role(said["role"])})
        case "no person":
            return NoPersonChange(**said)
        case "story":
            return StoryChange(**said)
        case kind:
            assert kind == "relevance"
            return RelevanceChange(**said)
