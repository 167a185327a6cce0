"""Files a story under its keys, days and words. All of it follows from the articles' facts, so it can be done anew.

Every module of this folder that changes an article calls `file_story` in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.database import Database
from storage.models.news import UNDATED
from storage.news.careers import count_meetings
from storage.news.keys import list_entry_keys, list_story_keys
from storage.news.search import forget_words, record_words

_OFFICIALS = "SELECT DISTINCT official_id FROM article_people WHERE article_id = ?"
_MEETING_DAYS = """
SELECT DISTINCT held_on FROM meetings WHERE article_id = ? AND is_background = 0 AND held_on IS NOT NULL"""
_WHO_MET_WHOM = """
SELECT DISTINCT min(a.official_id, b.official_id), max(a.official_id, b.official_id), m.is_planned
FROM meetings AS m JOIN meeting_sides AS a ON a.meeting_id = m.id
JOIN meeting_sides AS b ON b.meeting_id = m.id AND b.side > a.side
WHERE m.article_id = ? AND m.is_background = 0 AND a.official_id IS NOT NULL AND b.official_id IS NOT NULL"""
_AGREEMENTS = "SELECT DISTINCT kind, parties, status FROM agreements WHERE article_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What one article adds to its story. Days and instants as stored texts."""

    stored_at: str
    revised_at: str | None
    """When a new version of it last added a fact."""
    is_relevant: bool
    published_on: str | None
    days: frozenset[str]
    parties: frozenset[str]
    mentioned: frozenset[str]
    officials: frozenset[int]
    meetings: frozenset[tuple[int, int, int]]
    """Two officials on different sides, the lower id first, and whether they are only to meet."""
    agreements: frozenset[tuple[str, str, str]]
    """Kind, parties and status: the subject is worded anew by every outlet."""

    @property
    def news(self) -> frozenset[object]:
        """What makes a later report an update when no earlier one had it."""
        # A report that is the first to concern health diplomacy makes a story that was not sent one that is.
        sent: frozenset[object] = frozenset(("sent",)) if self.is_relevant else frozenset()
        return sent | self.parties | self.officials | self.meetings | self.agreements


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where a story is to be found. Days and instants as stored texts."""

    sort_on: str
    first_stored_at: str
    updated_at: str | None
    keys: tuple[str, ...]
    met: frozenset[tuple[int, int]]
    days: frozenset[str]


def compose_filing(articles: Sequence[ArticleFacts]) -> Filing:
    """The filing of a story with these articles, at least one, the first stored first.

    It sorts by the day of its first dated article and keeps that place when an earlier day turns up, so that paging
    stays true. A story no article of which is health diplomacy is in no list and on no card: the search finds it.
    """
    is_listed = any(article.is_relevant for article in articles)
    known = articles[0].news
    updates = {article.revised_at for article in articles if article.revised_at}
    for later in articles[1:]:
        if not later.news <= known:
            updates.add(later.stored_at)
        known |= later.news
    return Filing(
        sort_on=next((a.published_on for a in articles if a.published_on), UNDATED.isoformat()),
        first_stored_at=articles[0].stored_at,
        updated_at=max(updates, default=None),
        keys=list_story_keys(
            {code for a in articles for code in a.parties},
            {code for a in articles for code in a.mentioned},
            {official for a in articles for official in a.officials},
            is_listed=is_listed,
        ),
        met=frozenset(
            (one, other)
            for a in articles
            for one, other, planned in a.meetings
            if is_listed and not planned and one != other
        ),
        days=frozenset(day for a in articles for day in a.days if is_listed),
    )


def file_story(db: Database, story_id: int) -> Filing | None:
    """Bring all that follows from the story's articles up to date, inside the caller's `write`. None: it has no article
    any more and is gone, but for its id, which is never used again."""
    articles = read_facts(db, story_id)
    if not articles:
        _set_entries(db, story_id, UNDATED.isoformat(), frozenset())
        _set_met(db, story_id, frozenset())
        _set_days(db, story_id, frozenset())
        forget_words(db, story_id)
        db.execute("DELETE FROM stories WHERE id = ? OR merged_into = ?", (story_id, story_id))
        return None
    filing = compose_filing(articles)
    _set_entries(db, story_id, filing.sort_on, list_entry_keys(filing.keys))
    _set_met(db, story_id, filing.met)
    _set_days(db, story_id, filing.days)
    record_words(db, story_id, filing.sort_on)
    db.execute(
        "UPDATE stories SET sort_on = ?, first_stored_at = ?, updated_at = ?, keys = ?, met = ? WHERE id = ?",
        (
            *(filing.sort_on, filing.first_stored_at, filing.updated_at),
            *(" ".join(filing.keys), json.dumps(sorted(filing.met)), story_id),
        ),
    )
    return filing


def read_facts(db: Database, story_id: int) -> tuple[ArticleFacts, ...]:
    """What each of the story's articles adds to it, the first stored first."""
    sql = (
        "SELECT id, stored_at, revised_at, is_relevant, published_on, event_on FROM articles WHERE story_id = ?"
        " ORDER BY id"
    )
    return tuple(_read_article(db, *row) for row in db.execute(sql, (story_id,)).fetchall())


def _read_article(
    db: Database,
    article_id: int,
    stored_at: str,
    revised_at: str | None,
    is_relevant: int,
    published_on: str | None,
    event_on: str | None,
) -> ArticleFacts:
    only = (article_id,)
    countries = db.execute("SELECT country, is_party FROM article_countries WHERE article_id = ?", only).fetchall()
    held_on = [row[0] for row in db.execute(_MEETING_DAYS, only)]
    return ArticleFacts(
        stored_at=stored_at,
        revised_at=revised_at,
        is_relevant=bool(is_relevant),
        published_on=published_on,
        days=frozenset(day for day in (published_on, event_on, *held_on) if day),
        parties=frozenset(country for country, is_party in countries if is_party),
        mentioned=frozenset(country for country, is_party in countries if not is_party),
        officials=frozenset(row[0] for row in db.execute(_OFFICIALS, only)),
        meetings=frozenset(db.execute(_WHO_MET_WHOM, only)),
        agreements=frozenset(db.execute(_AGREEMENTS, only)),
    )


def _set_entries(db: Database, story_id: int, sort_on: str, keys: frozenset[str]) -> None:
    """Move the story from where its row says it is filed."""
    old_sort_on, old_keys = db.execute("SELECT sort_on, keys FROM stories WHERE id = ?", (story_id,)).fetchone()
    old = frozenset() if old_keys is None else list_entry_keys(old_keys.split())
    moved = old if old_sort_on != sort_on else frozenset()
    db.conn.executemany(
        "DELETE FROM lookup_entries WHERE key = ? AND sort_on = ? AND story_id = ?",
        [(key, old_sort_on, story_id) for key in (old - keys) | moved],
    )
    db.conn.executemany(
        "INSERT INTO lookup_entries (key, sort_on, story_id) VALUES (?, ?, ?)",
        [(key, sort_on, story_id) for key in (keys - old) | (moved & keys)],
    )
    _count(db, keys - old, 1)
    _count(db, old - keys, -1)


def _count(db: Database, keys: Iterable[str], change: int) -> None:
    changed = [(key, change) for key in sorted(keys)]
    db.conn.executemany(
        "INSERT INTO lookup_counts (key, story_count) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET story_count = story_count + excluded.story_count",
        changed,
    )
    if change < 0:
        gone = [(key,) for key, _ in changed]
        db.conn.executemany("DELETE FROM lookup_counts WHERE key = ? AND story_count = 0", gone)


def _set_met(db: Database, story_id: int, met: frozenset[tuple[int, int]]) -> None:
    row = db.execute("SELECT met FROM stories WHERE id = ?", (story_id,)).fetchone()
    old = frozenset((one, other) for one, other in json.loads(row[0] or "[]"))
    count_meetings(db, met - old, 1)
    count_meetings(db, old - met, -1)


def _set_days(db: Database, story_id: int, days: frozenset[str]) -> None:
    old = frozenset(row[0] for row in db.execute("SELECT day FROM story_days WHERE story_id = ?", (story_id,)))
    db.conn.executemany(
        "DELETE FROM story_days WHERE day = ? AND story_id = ?", [(day, story_id) for day in old - days]
    )
    db.conn.executemany("INSERT INTO story_days (day, story_id) VALUES (?, ?)", [(d, story_id) for d in days - old])
