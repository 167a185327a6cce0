"""What an official's card says, kept as articles come and go: the offices they state, and who met whom."""

from __future__ import annotations

from collections.abc import Iterable

from storage.database import Database
from storage.models.news import Counterpart, HeldOffice
from storage.models.seeds import Role
from storage.times import read_day

_MOST_COUNTERPARTS = 50

_STATED = """
FROM article_people AS p JOIN articles AS a ON a.id = p.article_id WHERE {which}"""
_SEE = f"""
INSERT INTO official_offices (official_id, role, country, organization, article_count, first_on, last_on)
SELECT p.official_id, p.role, coalesce(p.country, ''), coalesce(p.organization, ''), 1, a.published_on, a.published_on
{_STATED.format(which="p.article_id = ?")}
ON CONFLICT DO UPDATE SET article_count = article_count + 1,
  first_on = min(coalesce(first_on, excluded.first_on), coalesce(excluded.first_on, first_on)),
  last_on = max(coalesce(last_on, excluded.last_on), coalesce(excluded.last_on, last_on))"""
_OFFICES_OF = f"""
SELECT p.official_id, p.role, coalesce(p.country, ''), coalesce(p.organization, ''), a.published_on
{_STATED.format(which="p.article_id = ?")}"""
_THIS = "official_id = ? AND role = ? AND country = ? AND organization = ?"
_WIDTH = f"""
SELECT min(a.published_on), max(a.published_on)
{
    _STATED.format(
        which="p.official_id = ? AND p.role = ? AND coalesce(p.country, '') = ?"
        " AND coalesce(p.organization, '') = ? AND p.article_id <> ?"
    )
}"""
_MET = """
SELECT o.id, o.name, o.country, o.organization, m.story_count
FROM official_meetings AS m JOIN officials AS o ON o.id = m.other_id
WHERE m.official_id = ? ORDER BY m.story_count DESC, o.name LIMIT ?"""


def see_offices(db: Database, article_id: int) -> None:
    """Add the offices an article states, which were not counted yet."""
    db.execute(_SEE, (article_id,))


def forget_offices(db: Database, article_id: int) -> None:
    """Take them back, while their rows and the article's day are still there."""
    for *office, published_on in db.execute(_OFFICES_OF, (article_id,)).fetchall():
        db.execute(f"UPDATE official_offices SET article_count = article_count - 1 WHERE {_THIS}", office)  # noqa: S608
        db.execute(f"DELETE FROM official_offices WHERE article_count = 0 AND {_THIS}", office)  # noqa: S608
        edges = f"SELECT 1 FROM official_offices WHERE ? IN (first_on, last_on) AND {_THIS}"  # noqa: S608
        # Only a day at the edge can have been the one that made it.
        if db.execute(edges, (published_on, *office)).fetchone():
            width = db.execute(_WIDTH, (*office, article_id)).fetchone()
            db.execute(f"UPDATE official_offices SET first_on = ?, last_on = ? WHERE {_THIS}", (*width, *office))  # noqa: S608


def count_meetings(db: Database, pairs: Iterable[tuple[int, int]], change: int) -> None:
    """One story more (1) or less (-1) in which these met."""
    both = [direction for one, other in sorted(pairs) for direction in ((one, other), (other, one))]
    db.conn.executemany(
        "INSERT INTO official_meetings (official_id, other_id, story_count) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET story_count = story_count + excluded.story_count",
        [(one, other, change) for one, other in both],
    )
    if change < 0:
        db.conn.executemany(
            "DELETE FROM official_meetings WHERE official_id = ? AND other_id = ? AND story_count = 0", both
        )


def list_offices(db: Database, official_id: int) -> tuple[HeldOffice, ...]:
    """The offices articles state, the last seen first."""
    rows = db.execute(
        "SELECT role, country, organization, first_on, last_on FROM official_offices WHERE official_id = ?"
        " ORDER BY last_on DESC, article_count DESC, role",
        (official_id,),
    )
    return tuple(
        HeldOffice(
            role=Role(role),
            country=country or None,
            organization=organization or None,
            first_seen_on=read_day(first_on),
            last_seen_on=read_day(last_on),
        )
        for role, country, organization, first_on, last_on in rows
    )


def list_counterparts(db: Database, official_id: int) -> tuple[Counterpart, ...]:
    """Whom they met in the most stories first; planned talks and background do not count."""
    return tuple(
        Counterpart(official_id=id_, name=name, country=country, organization=organization, meeting_count=count)
        for id_, name, country, organization, count in db.execute(_MET, (official_id, _MOST_COUNTERPARTS))
    )
