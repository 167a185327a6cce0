"""Builds large archives straight into the store's tables and keeps them between runs.

What a story is listed under is composed by the store's own functions, sums follow from the rows in SQL;
`test_archive.py` holds all of it to what saving one by one gives. Bulk loading is why there is SQL here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations, islice
from pathlib import Path

from storage.database import Database, open_database
from storage.folding import name_keys
from storage.models.news import UNDATED
from storage.news.keys import list_entry_keys, list_story_keys
from storage.times import write_instant
from tests.bench.world import FIRST_DAY, SyntheticStory, World, make_world, tell_stories

FOLDER = Path(__file__).parent / "archives"
_FORM = 2  # raise it when what is built changes: an archive of another form is built anew
_BATCH = 10_000

_SOURCE = "Bench"

Rows = dict[str, list[tuple[object, ...]]]

_INSERTS = {
    "stories": "INSERT INTO stories (id, sort_on, keys, met, first_stored_at) VALUES (?, ?, ?, ?, ?)",
    "articles": "INSERT INTO articles (id, story_id, document_id, url, title, lead, source, language, published_on,"
    f" rules_version, stored_at) VALUES (?, ?, ?, ?, ?, ?, '{_SOURCE}', 'en', ?, 'bench', ?)",
    "documents": "INSERT INTO documents (id, article_id, version, text, fingerprint, origin, stored_at)"
    " VALUES (?, ?, 1, ?, ?, 'bench', ?)",
    "article_countries": "INSERT INTO article_countries VALUES (?, ?, ?, '[[0,2]]', 'read', 'bench')",
    "article_people": "INSERT INTO article_people VALUES (?, ?, ?, ?, ?, NULL, '[]', '[[0,2]]', 'read', 'bench')",
    "meetings": "INSERT INTO meetings (id, article_id, is_background, is_planned, evidence, rules_version)"
    " VALUES (?, ?, 0, 0, '[[0,2]]', 'bench')",
    "meeting_sides": "INSERT INTO meeting_sides VALUES (?, ?, 0, ?, ?)",
    "entries": "INSERT INTO temp.entries VALUES (?, ?, ?)",
    "texts": "INSERT INTO temp.texts VALUES (?, ?, ?)",
}
_DERIVED = (
    "INSERT INTO lookup_entries SELECT * FROM temp.entries ORDER BY 1, 2, 3",
    "INSERT INTO lookup_counts SELECT key, count(*) FROM lookup_entries GROUP BY key",
    "INSERT INTO story_days SELECT sort_on, id FROM stories WHERE sort_on > '0001-01-01' ORDER BY 1, 2",
    "INSERT INTO story_search SELECT (day << 20) + row_number() OVER (PARTITION BY day ORDER BY story_id) - 1,"
    " story_id, folded FROM temp.texts ORDER BY 1",
    "INSERT INTO official_offices SELECT p.official_id, p.role, p.country, '', count(*), min(a.published_on),"
    " max(a.published_on) FROM article_people AS p JOIN articles AS a ON a.id = p.article_id GROUP BY 1, 2, 3",
    "INSERT INTO official_meetings SELECT s.official_id, o.official_id, count(DISTINCT a.story_id)"
    " FROM meeting_sides AS s JOIN meeting_sides AS o ON o.meeting_id = s.meeting_id AND o.side <> s.side"
    " JOIN meetings AS m ON m.id = s.meeting_id JOIN articles AS a ON a.id = m.article_id GROUP BY 1, 2",
    "DROP TABLE temp.entries",
    "DROP TABLE temp.texts",
)


def open_archive(article_count: int) -> Database:
    """The archive of that size, built when it is not there yet."""
    return open_database(prepare_archive(article_count))


def prepare_archive(article_count: int) -> Path:
    """Where the archive of that size is, built when it is not there yet."""
    path = FOLDER / f"{article_count}-{_FORM}.sqlite"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        started = time.perf_counter()
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        build_archive(unfinished, article_count)
        unfinished.rename(path)
        print(f"built {path.name}: {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
    return path


def build_archive(path: Path, article_count: int) -> None:
    """Fill a new database in bulk, without the safety a kept one has while it is written."""
    db, world = open_database(path), make_world()
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -262144")
    db.execute("CREATE TEMP TABLE entries (key TEXT, sort_on TEXT, story_id INTEGER)")
    db.execute("CREATE TEMP TABLE texts (day INTEGER, story_id INTEGER, folded TEXT)")
    postponed = _drop_indices(db)
    db.execute("BEGIN IMMEDIATE")
    _insert_officials(db, world)
    for rows in _list_batches(world, article_count):
        for table, listed in rows.items():
            db.conn.executemany(_INSERTS[table], listed)
    for statement in (*_DERIVED, *postponed):
        db.execute(statement)
    db.execute("INSERT INTO story_search_fts (story_search_fts) VALUES ('rebuild')")
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def _drop_indices(db: Database) -> list[str]:
    """Take out indices and triggers, which are made faster once the rows are there; returns how to make them."""
    listed = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        " AND name NOT LIKE '%migrations%' ORDER BY type"
    ).fetchall()
    for kind, name, _ in listed:
        db.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in listed]


def _insert_officials(db: Database, world: World) -> None:
    at = write_instant(datetime(2016, 1, 1, tzinfo=UTC))
    db.conn.executemany(
        "INSERT INTO officials (id, slug, name, country, is_learned, created_at) VALUES (?, ?, ?, ?, 1, ?)",
        [(o.id, f"bench-{o.id}", o.name, o.country, at) for o in world.officials],
    )
    db.conn.executemany(
        "INSERT INTO official_names (key, official_id, name, is_surname) VALUES (?, ?, ?, ?)",
        [(key, o.id, o.name, is_surname) for o in world.officials for key, is_surname in name_keys(o.name)],
    )
    names = (word for o in world.officials for word in o.name.lower().split())
    words = sorted({*world.words, *names, _SOURCE.lower()})
    db.conn.executemany("INSERT INTO search_words (word) VALUES (?)", [(word,) for word in words])


def _list_batches(world: World, article_count: int) -> Iterator[Rows]:
    stories = enumerate(tell_stories(world, article_count), start=1)
    article_id = 1
    while batch := list(islice(stories, _BATCH)):
        rows: Rows = {table: [] for table in _INSERTS}
        for story_id, story in batch:
            _add_story(rows, story_id, story, article_id)
            for text in story.texts:
                _add_article(rows, article_id, story_id, story, text)
                article_id += 1
        yield rows


def _add_story(rows: Rows, story_id: int, story: SyntheticStory, article_id: int) -> None:
    sort_on = (story.on or UNDATED).isoformat()
    keys = list_story_keys(story.parties, story.mentioned, [person.id for person in story.people])
    met = [sorted(pair) for pair in combinations((person.id for person in story.people), 2)]
    rows["stories"].append((story_id, sort_on, " ".join(keys), json.dumps(met), _stored_at(story, article_id)))
    rows["entries"].extend((key, sort_on, story_id) for key in list_entry_keys(keys))
    names = sorted(person.name for person in story.people)
    folded = " ".join((*(f"{_title(text)} {_SOURCE} {text}" for text in story.texts), *names)).lower()
    rows["texts"].append(((story.on or UNDATED).toordinal(), story_id, folded))


def _add_article(rows: Rows, article_id: int, story_id: int, story: SyntheticStory, text: str) -> None:
    at, on = _stored_at(story, article_id), story.on.isoformat() if story.on else None
    lead = text[:80]
    url = f"https://news.example/{article_id:09}"
    rows["articles"].append((article_id, story_id, article_id, url, _title(text), lead, on, at))
    rows["documents"].append((article_id, article_id, text, f"{article_id:016x}", at))
    rows["article_countries"].extend((article_id, code, 1) for code in sorted(story.parties))
    rows["article_countries"].extend((article_id, code, 0) for code in story.mentioned)
    people = sorted(story.people, key=lambda person: person.id)
    rows["article_people"].extend((article_id, p.id, p.name, p.role, p.country) for p in people)
    if len(people) > 1:
        rows["meetings"].append((article_id, article_id))
        rows["meeting_sides"].extend((article_id, side, p.name, p.id) for side, p in enumerate(people))


def _title(text: str) -> str:
    return text[:60].rpartition(" ")[0]


def _stored_at(story: SyntheticStory, article_id: int) -> str:
    day = story.on or FIRST_DAY
    instant = datetime(day.year, day.month, day.day, 6, tzinfo=UTC) + timedelta(seconds=article_id % 3600)
    return write_instant(instant)
