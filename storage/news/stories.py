"""Stories as they leave the store, and those that arrived in a window."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from storage.database import Database
from storage.models.news import UNDATED, ArrivedStory, Article, ArticleTrace, Story
from storage.news.articles import ARTICLE_COLUMNS, read_article
from storage.news.keys import UNLISTED, unlisted_key
from storage.news.search import split_words
from storage.times import read_day, read_instant, write_instant

_ARRIVED = """
SELECT id, 0 FROM stories WHERE first_stored_at >= :since AND first_stored_at < :until
UNION ALL
SELECT id, 1 FROM stories WHERE updated_at >= :since AND updated_at < :until AND first_stored_at < :since"""
_SENDABLE = """
SELECT s.id, s.sort_on, s.first_stored_at, s.updated_at, s.keys,
  (SELECT json_group_array(DISTINCT t.value) FROM articles AS a, json_each(a.topics) AS t WHERE a.story_id = s.id),
  json_group_array(DISTINCT a.language), max(coalesce(a.document_id, 0))
FROM stories AS s JOIN articles AS a ON a.story_id = s.id
WHERE s.id IN (SELECT value FROM json_each(?)) AND s.keys IS NOT NULL
GROUP BY s.id HAVING max(a.is_relevant) = 1 ORDER BY s.sort_on DESC, s.id DESC"""
_WORDS = """
SELECT a.story_id, a.title, d.text FROM articles AS a JOIN documents AS d ON d.id = a.document_id
WHERE a.story_id IN (SELECT value FROM json_each(?)) ORDER BY a.id"""
_NEAR = """
SELECT DISTINCT e.story_id FROM lookup_entries AS e WHERE e.key = ? AND e.sort_on BETWEEN ? AND ?
ORDER BY e.sort_on DESC, e.story_id DESC LIMIT ?"""

_TRACES = """
SELECT a.id, a.story_id, d.text, a.language, a.published_on, a.event_on, a.place,
  (SELECT json_group_array(country) FROM article_countries AS c WHERE c.article_id = a.id AND c.is_party = 1),
  (SELECT json_group_array(official_id) FROM article_people AS p WHERE p.article_id = a.id)
FROM articles AS a JOIN documents AS d ON d.id = a.document_id
WHERE a.story_id IN (SELECT value FROM json_each(:ids)) AND (:before IS NULL OR a.id < :before) ORDER BY a.id"""
_TABLES = """
SELECT m.id, m.place, m.format, s.side, coalesce('#' || s.official_id, s.label),
  coalesce(p.role || ' ' || coalesce(p.country, p.organization), s.label)
FROM meetings AS m JOIN meeting_sides AS s ON s.meeting_id = m.id
LEFT JOIN article_people AS p ON p.article_id = m.article_id AND p.official_id = s.official_id
WHERE m.article_id = ? AND m.is_background = 0"""


def get_stories(db: Database, ids: Sequence[int]) -> tuple[Story, ...]:
    """The stories in the order asked, each once; one that was merged gives the one it became, one that is gone none."""
    if not ids:
        return ()
    marks = _marks(ids)
    rows = db.execute(
        f"SELECT asked.id, s.id, s.sort_on, s.keys, s.first_stored_at, s.updated_at FROM stories AS asked"  # noqa: S608
        f" JOIN stories AS s ON s.id = coalesce(asked.merged_into, asked.id) WHERE asked.id IN ({marks})",
        tuple(ids),
    ).fetchall()
    found = {row[0]: row[1:] for row in rows}
    wanted = tuple(dict.fromkeys(found[i][0] for i in ids if i in found))
    by_id = {row[0]: row for row in found.values()}
    articles = _list_articles(db, wanted)
    return tuple(_read_story(by_id[i], articles.get(i, [])) for i in wanted)


def find_story(db: Database, story_id: int) -> Story | None:
    """The story, or the one it was merged into, or none."""
    return next(iter(get_stories(db, (story_id,))), None)


def list_spellings(db: Database, official_id: int, story_ids: Sequence[int]) -> tuple[str, ...]:
    """How the stories' articles name the official, in the order of the stories asked."""
    rows = db.execute(
        "SELECT a.story_id, p.name FROM articles AS a JOIN article_people AS p ON p.article_id = a.id"  # noqa: S608
        # The plus keeps SQLite from going through all that the official ever stood in.
        f" WHERE a.story_id IN ({_marks(story_ids)}) AND +p.official_id = ? ORDER BY a.id",
        (*story_ids, official_id),
    ).fetchall()
    return tuple(dict.fromkeys(name for _, name in sorted(rows, key=lambda row: story_ids.index(row[0]))))


def list_arrived(db: Database, since: datetime, until: datetime) -> tuple[ArrivedStory, ...]:
    """Stories first stored in `[since, until)`, and older ones a report of that window added a fact to: newest first.

    Only those with an article relevant to health diplomacy; a lookup finds the others as well, but they are not sent.
    """
    rows = db.execute(_ARRIVED, {"since": write_instant(since), "until": write_instant(until)}).fetchall()
    arrived: dict[int, int] = dict(rows)
    return tuple(replace(each, is_update=bool(arrived[each.story_id])) for each in list_sendable(db, tuple(arrived)))


def list_sendable(db: Database, ids: Sequence[int]) -> tuple[ArrivedStory, ...]:
    """Those of the stories that may be sent, newest first: one of their articles is relevant to health diplomacy."""
    return tuple(_read_arrived(*row) for row in db.execute(_SENDABLE, (json.dumps(list(ids)),)).fetchall())


def get_words(db: Database, ids: Sequence[int]) -> Mapping[int, str]:
    """The folded words of the titles and texts (a lead is a sentence of one) of each story's articles, in order.

    A blank parts them, and stands before the first and after the last: `" oil price "` is a phrase or the end of one.
    """
    found: dict[int, list[str]] = {}
    for story_id, title, text in db.execute(_WORDS, (json.dumps(list(ids)),)).fetchall():
        found.setdefault(story_id, []).extend((*split_words(title or ""), *split_words(text)))
    return {story_id: f" {' '.join(words)} " for story_id, words in found.items()}


def _read_arrived(
    story_id: int,
    sort_on: str,
    first_stored_at: str,
    updated_at: str | None,
    keys: str,
    topics: str,
    languages: str,
    version: int,
) -> ArrivedStory:
    return ArrivedStory(
        story_id=story_id,
        sort_on=date.fromisoformat(sort_on),
        first_stored_at=read_instant(first_stored_at),
        updated_at=None if updated_at is None else read_instant(updated_at),
        keys=frozenset(keys.split()),
        topics=frozenset(json.loads(topics)),
        languages=frozenset(language for language in json.loads(languages) if language),
        version=version,
        is_update=False,
    )


def list_stories_near(
    db: Database, keys: Iterable[str], on: date | None, *, days: int = 4, limit: int = 50
) -> tuple[Story, ...]:
    """Stories that may report the same event: they share a key and lie within `days` of `on`, or are undated.

    For an undated document (`on` is none): the newest that share a key. At most `limit` for each key, the newest.
    """
    spans = (
        [(UNDATED, UNDATED), (on - timedelta(days=days), on + timedelta(days=days))] if on else [(UNDATED, date.max)]
    )
    ids = {
        row[0]
        for known in keys
        for key in (known, unlisted_key(known))
        for since, until in spans
        for row in db.execute(_NEAR, (key, since.isoformat(), until.isoformat(), limit))
    }
    return get_stories(db, sorted(ids, reverse=True))


def list_traces(
    db: Database, story_ids: Sequence[int], *, before_article: int | None = None
) -> tuple[ArticleTrace, ...]:
    """What the articles of those stories, or those of them that came before one, would be recognised by."""
    rows = db.execute(_TRACES, {"ids": json.dumps(list(story_ids)), "before": before_article}).fetchall()
    return tuple(_read_trace(db, *row) for row in rows)


def _read_trace(
    db: Database,
    article_id: int,
    story_id: int,
    text: str,
    language: str | None,
    published_on: str | None,
    event_on: str | None,
    place: str | None,
    parties: str,
    officials: str,
) -> ArticleTrace:
    seats = db.execute(_TABLES, (article_id,)).fetchall()
    across = [(a, b) for a in seats for b in seats if a[0] == b[0] and a[3] < b[3]]
    return ArticleTrace(
        story_id=story_id,
        text=text,
        language=language,
        published_on=read_day(published_on),
        event_on=read_day(event_on),
        parties=frozenset(json.loads(parties)),
        officials=frozenset(json.loads(officials)),
        pairs=frozenset((min(a[4], b[4]), max(a[4], b[4])) for a, b in across),
        office_pairs=frozenset((min(a[5], b[5]), max(a[5], b[5])) for a, b in across),
        places=frozenset(filter(None, (place, *(seat[1] for seat in seats)))),
        formats=frozenset(filter(None, (seat[2] for seat in seats))),
    )


def _list_articles(db: Database, ids: Sequence[int]) -> Mapping[int, list[Article]]:
    rows = db.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE story_id IN ({_marks(ids)}) ORDER BY id",  # noqa: S608
        tuple(ids),
    )
    found: dict[int, list[Article]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(read_article(*row))
    return found


def _read_story(row: tuple[int, str, str, str, str | None], articles: list[Article]) -> Story:
    story_id, sort_on, keys, first_stored_at, updated_at = row
    listed = keys.split()
    return Story(
        id=story_id,
        sort_on=date.fromisoformat(sort_on),
        first_stored_at=read_instant(first_stored_at),
        updated_at=None if updated_at is None else read_instant(updated_at),
        articles=tuple(articles),
        parties=tuple(key for key in listed if key[0] not in "~#!"),
        mentioned=tuple(key[1:] for key in listed if key[0] == "~"),
        is_relevant=UNLISTED not in listed,
    )


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
