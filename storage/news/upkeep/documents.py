"""Stored documents as they came, to be read again; `declared` is what their carrier said beside the text."""

from __future__ import annotations

import json

from storage.database import Database
from storage.models.reading import DateSeen, Document
from storage.times import read_day, write_day

_DOCUMENT = """
SELECT d.text, d.origin, a.url, a.is_sample, d.declared FROM articles AS a JOIN documents AS d ON d.id = a.document_id
WHERE a.id = ?"""


def write_declared(document: Document) -> str:
    """What the carrier declared, as a column keeps it."""
    declared = {
        "title": document.title,
        "published_on": write_day(document.published_on),
        "source": document.source,
        "language": document.language,
        "date_seen": document.date_seen and document.date_seen.value,
        "shortfall": document.shortfall,
    }
    return json.dumps({key: value for key, value in declared.items() if value is not None}, ensure_ascii=False)


def get_document(db: Database, article_id: int) -> Document | None:
    """The last version of the article's document, or none that has this id."""
    row = db.execute(_DOCUMENT, (article_id,)).fetchone()
    if row is None:
        return None
    text, origin, url, is_sample, declared = row
    said = json.loads(declared)
    seen = said.get("date_seen")
    return Document(
        text=text,
        origin=origin,
        url=url,
        title=said.get("title"),
        published_on=read_day(said.get("published_on")),
        source=said.get("source"),
        language=said.get("language"),
        is_sample=bool(is_sample),
        date_seen=DateSeen(seen) if seen else None,
        shortfall=said.get("shortfall"),
    )


def list_article_ids(db: Database, *, read_before: str | None = None) -> tuple[int, ...]:
    """All articles, the first stored first; or those that other rules than `read_before` read last."""
    rows = db.execute(
        "SELECT id FROM articles WHERE merged_into IS NULL AND rules_version IS NOT ? ORDER BY id", (read_before,)
    )
    return tuple(row[0] for row in rows.fetchall())
