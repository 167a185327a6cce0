"""Saves articles with all that follows from them, in one transaction, and takes them back as exactly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from storage.arrivals import arrival_at
from storage.database import Database, write
from storage.models.news import Article, SavedArticle
from storage.models.reading import Document, HeadlineFacts, Reading, Verb
from storage.models.seeds import SourceRank
from storage.news.facts import nfc, record_facts, remove_facts
from storage.news.filing import file_story, read_facts
from storage.news.upkeep.documents import write_declared
from storage.news.upkeep.unshown import mark_unshown
from storage.times import read_day, read_instant, sort_day, write_day, write_instant

ARTICLE_COLUMNS = (
    "id, story_id, document_id, url, title, headline, lead, source, language, published_on, event_on, place, is_sample,"
    " stored_at, shortfall, source_rank"
)


def save_article(
    db: Database,
    document: Document,
    reading: Reading,
    *,
    official_ids: Mapping[str, int],
    story_id: int | None,
    fingerprint: str,
    now: datetime,
    arrived_at: datetime | None = None,
) -> SavedArticle:
    """Store what was read, and file its story: `story_id`, or a new one.

    `arrived_at` is for an archive's articles, which are kept and found but told to nobody: they arrived back then.

    `official_ids` gives the official of every `PersonFact.name` (sides of meetings that are not in it stay unnamed).
    An article already stored, by its address or its fingerprint, is left alone: `is_known`.

    Raises:
        KeyError: a person of the reading has no official, or there is no such story.
    """
    with write(db):
        known = find_article(db, url=document.url, fingerprint=fingerprint)
        if known is not None:
            return SavedArticle(
                article_id=known, story_id=_story_of(db, known), is_new_story=False, is_update=False, is_known=True
            )
        now = arrived_at or arrival_at(db, now)
        home = _open_story(db, reading, now) if story_id is None else follow_story(db, story_id)
        article_id = _insert_article(db, home, document, reading, now)
        _record_reading(db, article_id, document, reading, fingerprint, now)
        record_facts(db, article_id, reading, official_ids)
        filing = file_story(db, home)
        is_update = story_id is not None and filing is not None and filing.updated_at == write_instant(now)
        return SavedArticle(article_id=article_id, story_id=home, is_new_story=story_id is None, is_update=is_update)


def replace_reading(
    db: Database,
    article_id: int,
    document: Document,
    reading: Reading,
    *,
    official_ids: Mapping[str, int],
    fingerprint: str,
    now: datetime,
) -> None:
    """Read anew, by newer rules or because the page changed: a changed text is a further version of the article.

    The story keeps its id; a reader's corrections are in `reading` already (`bot.ingest.correcting`). A fact that a new
    version of the text adds makes the story an update, any other change of it edits what was sent; a fact that only the
    new rules or a correction see does neither.

    Raises:
        KeyError: as `save_article`; or there is no such article.
    """
    with write(db):
        now = arrival_at(db, now)
        story_id = _story_of(db, article_id)
        known, versions = _news_of(db, story_id), _count_versions(db, article_id)
        remove_facts(db, article_id)
        _record_reading(db, article_id, document, reading, fingerprint, now)
        record_facts(db, article_id, reading, official_ids)
        if _count_versions(db, article_id) > versions:
            if _news_of(db, story_id) <= known:
                mark_unshown(db, article_id)
            else:
                db.execute("UPDATE articles SET revised_at = ? WHERE id = ?", (write_instant(now), article_id))
        file_story(db, story_id)


def remove_article(db: Database, article_id: int) -> None:
    """Take an article out with its versions and facts; its story too when it was the only one. Ids are not reused.

    Raises:
        KeyError: there is no such article.
    """
    with write(db):
        story_id = _story_of(db, article_id)
        remove_facts(db, article_id)
        for table in ("article_countries", "article_people", "agreements", "documents"):
            db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))  # noqa: S608
        db.execute("DELETE FROM meetings WHERE article_id = ?", (article_id,))
        db.execute("DELETE FROM articles WHERE id = ? OR merged_into = ?", (article_id, article_id))
        file_story(db, story_id)


def remove_samples(db: Database) -> int:
    """Take out the articles we retold ourselves; returns how many there were."""
    with write(db):
        samples = [row[0] for row in db.execute("SELECT id FROM articles WHERE is_sample = 1").fetchall()]
        for article_id in samples:
            remove_article(db, article_id)
    return len(samples)


def find_article(db: Database, *, url: str | None, fingerprint: str) -> int | None:
    """The article with that address, or with the same words."""
    found = None
    if url is not None:
        found = db.execute("SELECT coalesce(merged_into, id) FROM articles WHERE url = ?", (url,)).fetchone()
    found = (
        found
        or db.execute(
            "SELECT coalesce(a.merged_into, a.id) FROM documents AS d JOIN articles AS a ON a.id = d.article_id"
            " WHERE d.fingerprint = ? ORDER BY a.id LIMIT 1",
            (fingerprint,),
        ).fetchone()
    )
    return found[0] if found else None


def get_article(db: Database, article_id: int) -> Article | None:
    """The article, or none that has this id."""
    row = db.execute(f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = ?", (article_id,)).fetchone()  # noqa: S608
    return read_article(*row) if row else None


def follow_story(db: Database, story_id: int) -> int:
    """The story's id, or that of the story it was merged into.

    Raises:
        KeyError: there is no such story.
    """
    row = db.execute("SELECT coalesce(merged_into, id) FROM stories WHERE id = ?", (story_id,)).fetchone()
    if row is None:
        raise KeyError(f"story {story_id}")
    followed: int = row[0]
    return followed


def read_article(
    id_: int,
    story_id: int,
    document_id: int,
    url: str | None,
    title: str | None,
    headline: str | None,
    lead: str | None,
    source: str | None,
    language: str | None,
    published_on: str | None,
    event_on: str | None,
    place: str | None,
    is_sample: int,
    stored_at: str,
    shortfall: str | None,
    source_rank: str,
) -> Article:
    """A row of `ARTICLE_COLUMNS`."""
    return Article(
        id=id_,
        story_id=story_id,
        document_id=document_id,
        url=url,
        title=title,
        headline=None if headline is None else _read_headline(headline),
        lead=lead,
        source=source,
        language=language,
        published_on=read_day(published_on),
        event_on=read_day(event_on),
        place=place,
        is_sample=bool(is_sample),
        stored_at=read_instant(stored_at),
        shortfall=shortfall,
        source_rank=SourceRank(source_rank),
    )


def _story_of(db: Database, article_id: int) -> int:
    row = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise KeyError(f"article {article_id}")
    story_id: int = row[0]
    return story_id


def _news_of(db: Database, story_id: int) -> frozenset[object]:
    return frozenset(fact for article in read_facts(db, story_id) for fact in article.news)


def _count_versions(db: Database, article_id: int) -> int:
    count: int = db.execute("SELECT count(*) FROM documents WHERE article_id = ?", (article_id,)).fetchone()[0]
    return count


def _open_story(db: Database, reading: Reading, now: datetime) -> int:
    cursor = db.execute(
        "INSERT INTO stories (sort_on, first_stored_at) VALUES (?, ?)",
        (sort_day(reading.published_on), write_instant(now)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _insert_article(db: Database, story_id: int, document: Document, reading: Reading, now: datetime) -> int:
    cursor = db.execute(
        "INSERT INTO articles (story_id, url, is_sample, rules_version, stored_at) VALUES (?, ?, ?, ?, ?)",
        (story_id, document.url, document.is_sample, reading.rules_version, write_instant(now)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _record_reading(
    db: Database, article_id: int, document: Document, reading: Reading, fingerprint: str, now: datetime
) -> None:
    values = {
        "document_id": _record_version(db, article_id, document, reading, fingerprint, now),
        "title": reading.title and nfc(reading.title),
        "headline": None if reading.headline is None else _write_headline(reading.headline),
        "lead": reading.lead and reading.text[slice(*reading.lead)],
        "source": reading.source,
        "source_rank": reading.source_rank.value,
        "language": reading.language,
        "published_on": write_day(reading.published_on),
        "published_seen": reading.published_seen and reading.published_seen.value,
        "event_on": write_day(reading.event_on),
        "place": reading.place,
        "topics": json.dumps(reading.topics, ensure_ascii=False),
        "is_relevant": reading.is_relevant,
        "relevance_reason": reading.relevance_reason,
        "rules_version": reading.rules_version,
        "shortfall": document.shortfall,
    }
    assignments = ", ".join(f"{column} = :{column}" for column in values)
    db.execute(f"UPDATE articles SET {assignments} WHERE id = :id", {**values, "id": article_id})  # noqa: S608


def _record_version(
    db: Database, article_id: int, document: Document, reading: Reading, fingerprint: str, now: datetime
) -> int:
    last = db.execute(
        "SELECT id, version, text FROM documents WHERE article_id = ? ORDER BY version DESC LIMIT 1", (article_id,)
    ).fetchone()
    declared = write_declared(document)
    if last and last[2] == reading.text:
        document_id: int = last[0]
        db.execute("UPDATE documents SET declared = ? WHERE id = ?", (declared, document_id))
        return document_id
    version = last[1] + 1 if last else 1
    cursor = db.execute(
        "INSERT INTO documents (article_id, version, text, fingerprint, origin, stored_at, declared)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (article_id, version, reading.text, fingerprint, document.origin, write_instant(now), declared),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _write_headline(headline: HeadlineFacts) -> str:
    return json.dumps(asdict(headline), ensure_ascii=False)


def _read_headline(text: str) -> HeadlineFacts:
    said = json.loads(text)
    return HeadlineFacts(
        verb=Verb(said["verb"]), who=tuple(said["who"]), whom=tuple(said["whom"]), occasion=said["occasion"]
    )
