"""Full text over folded words: who wrote Сағлық, Sağlık or saglik finds all three. Newest first, one entry a story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from storage.database import Database
from storage.folding import fold, name_key
from storage.models.news import Cursor
from storage.news.entries import COUNT_CAP

_WORD = re.compile(r"[^\W_]+")  # as FTS5's unicode61 cuts words
_DAY_BITS = 20  # of a search id belong to the order of arrival within the day; an overflow only blurs that order
_MAX_WORD = 40
_MAX_WORDS = 12
_MAX_BEGUN = 24
"""How many stored words one asked word may begin; the nearest in the alphabet, so the word itself comes first."""
_MIN_BEGINNING = 3
_MOST_BEARERS = 40
"""Spellings of one surname that a search looks at."""

_FOUND = """
SELECT stories.sort_on, stories.id FROM (
  SELECT rowid AS search_id FROM story_search_fts WHERE story_search_fts MATCH ? {beyond} ORDER BY rowid {order} LIMIT ?
) AS found JOIN story_search USING (search_id) JOIN stories ON stories.id = story_search.story_id
ORDER BY search_id DESC"""
_COUNTED = """
SELECT count(*) FROM (SELECT 1 FROM story_search_fts WHERE story_search_fts MATCH ? LIMIT ?)"""


def search_entries(
    db: Database,
    words: Sequence[str],
    *,
    before: Cursor | None = None,
    after: Cursor | None = None,
    limit: int,
) -> tuple[Cursor, ...]:
    """Stories that hold every word, or words that each begins, newest first: those older than `before`, or the nearest
    newer than `after`. Words may be anything a person typed; without a letter or a figure in them nothing is found."""
    asked = compose_match(db, words)
    if not asked:
        return ()
    if after is not None:
        sql, bounds = _FOUND.format(beyond="AND rowid > ?", order="ASC"), [_search_id(db, after)]
    elif before is not None:
        sql, bounds = _FOUND.format(beyond="AND rowid < ?", order="DESC"), [_search_id(db, before)]
    else:
        sql, bounds = _FOUND.format(beyond="", order="DESC"), []
    rows = db.execute(sql, (asked, *bounds, limit)).fetchall()
    return tuple(Cursor(sort_on=date.fromisoformat(day), story_id=story_id) for day, story_id in rows)


def count_search(db: Database, words: Sequence[str]) -> int:
    """How many stories hold the words; `COUNT_CAP + 1` stands for more than `COUNT_CAP`."""
    asked = compose_match(db, words)
    if not asked:
        return 0
    count: int = db.execute(_COUNTED, (asked, COUNT_CAP + 1)).fetchone()[0]
    return count


def compose_match(db: Database, words: Sequence[str]) -> str:
    """The FTS5 expression: each word quoted, so that no operator is one, with the stored words it begins."""
    asked = list(dict.fromkeys(split_words(" ".join(words))))[:_MAX_WORDS]
    return " AND ".join(f"({' OR '.join(f'{chr(34)}{w}{chr(34)}' for w in _list_meant(db, word))})" for word in asked)


def split_words(text: str) -> Iterable[str]:
    """The folded words of a text, as the index holds them."""
    return (word[:_MAX_WORD] for word in _WORD.findall(fold(text)))


def record_words(db: Database, story_id: int, sort_on: str) -> None:
    """Index what the story's articles say, at its place in date order, inside the caller's `write`."""
    folded = " ".join(split_words("\n".join(_list_texts(db, story_id))))
    old = db.execute("SELECT search_id, folded FROM story_search WHERE story_id = ?", (story_id,)).fetchone()
    day = date.fromisoformat(sort_on).toordinal()
    if old and old[0] >> _DAY_BITS == day:
        db.execute("UPDATE story_search SET folded = ? WHERE story_id = ? AND folded <> ?", (folded, story_id, folded))
    else:
        forget_words(db, story_id)
        db.execute(
            "INSERT INTO story_search (search_id, story_id, folded) VALUES (?, ?, ?)",
            (_next_search_id(db, day), story_id, folded),
        )
    words = [(word,) for word in sorted(set(folded.split()))]
    db.conn.executemany("INSERT OR IGNORE INTO search_words (word) VALUES (?)", words)


def forget_words(db: Database, story_id: int) -> None:
    """Take the story out of the index. `search_words` keeps its words: they then begin nothing that is found."""
    db.execute("DELETE FROM story_search WHERE story_id = ?", (story_id,))


def _list_meant(db: Database, word: str) -> list[str]:
    """The word with those it begins; of a surname all its spellings, for Клюге folds to klyuge and Kluge does not."""
    key = name_key(word)
    rows = db.execute(
        "SELECT DISTINCT name FROM official_names WHERE key = ? AND is_surname = 1 LIMIT ?", (key, _MOST_BEARERS)
    )
    spelt = [own for (name,) in rows for own in split_words(name) if name_key(own) == key]
    return list(dict.fromkeys((*_list_begun(db, word), *spelt)))


def _list_begun(db: Database, word: str) -> list[str]:
    if len(word) < _MIN_BEGINNING:
        return [word]
    rows = db.execute(
        "SELECT word FROM search_words WHERE word > ? AND word < ? ORDER BY word LIMIT ?",
        (word, f"{word}\U0010ffff", _MAX_BEGUN),
    )
    return [word, *(row[0] for row in rows)]


def _list_texts(db: Database, story_id: int) -> list[str]:
    """Titles, texts and sources, and people's names in Latin letters whatever the text's."""
    rows = db.execute(
        "SELECT a.title, a.source, d.text FROM articles AS a JOIN documents AS d ON d.id = a.document_id"
        " WHERE a.story_id = ? ORDER BY a.id",
        (story_id,),
    ).fetchall()
    names = db.execute(
        "SELECT DISTINCT p.name FROM article_people AS p JOIN articles AS a ON a.id = p.article_id WHERE a.story_id = ?"
        " ORDER BY p.name",
        (story_id,),
    ).fetchall()
    return [part for row in (*rows, *names) for part in row if part]


def _next_search_id(db: Database, day: int) -> int:
    first, beyond = day << _DAY_BITS, (day + 1) << _DAY_BITS
    last = db.execute(
        "SELECT max(search_id) FROM story_search WHERE search_id >= ? AND search_id < ?", (first, beyond)
    ).fetchone()[0]
    return first if last is None else last + 1


def _search_id(db: Database, cursor: Cursor) -> int:
    """Where the cursor's story stands; of one that is gone, the end of its day: better met twice than missed."""
    row = db.execute("SELECT search_id FROM story_search WHERE story_id = ?", (cursor.story_id,)).fetchone()
    day = cursor.sort_on.toordinal()
    return row[0] if row else (day + 1) << _DAY_BITS
