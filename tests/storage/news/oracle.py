"""What must follow from the facts, composed from scratch in the plainest way: a second opinion on the kept tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import combinations

from storage.database import Database
from storage.folding import fold

Tables = Mapping[str, set[tuple[object, ...]]]

_KEPT = {
    "stories": "SELECT id, sort_on, keys, first_stored_at, updated_at FROM stories WHERE merged_into IS NULL",
    "entries": "SELECT key, sort_on, story_id FROM lookup_entries",
    "counts": "SELECT key, story_count FROM lookup_counts",
    "days": "SELECT day, story_id FROM story_days",
    "words": "SELECT story_id, search_id >> 20, folded FROM story_search",
    "offices": "SELECT official_id, role, country, organization, article_count, first_on, last_on"
    " FROM official_offices",
    "meetings": "SELECT official_id, other_id, story_count FROM official_meetings",
}


def read_kept(db: Database) -> Tables:
    """The kept tables as they are."""
    return {name: set(db.execute(sql).fetchall()) for name, sql in _KEPT.items()}


def compose_kept(db: Database) -> Tables:
    """The kept tables as they should be."""
    stories: dict[int, list[dict[str, object]]] = {}
    for row in db.query("SELECT * FROM articles ORDER BY id"):
        stories.setdefault(row["story_id"], []).append(row)
    kept: dict[str, set[tuple[object, ...]]] = {name: set() for name in _KEPT}
    counts: Counter[str] = Counter()
    met: Counter[tuple[int, int]] = Counter()
    for story_id, articles in stories.items():
        ids = [int(str(a["id"])) for a in articles]
        sort_on = next((str(a["published_on"]) for a in articles if a["published_on"]), "0001-01-01")
        is_listed = any(a["is_relevant"] for a in articles)
        keys, entries = _keys(db, ids)
        if not is_listed:
            keys, entries = f"! {keys}".strip(), {f"!{key}" for key in entries - {"*"}}
        kept["stories"].add((story_id, sort_on, keys, articles[0]["stored_at"], _updated_at(db, articles)))
        kept["entries"] |= {(key, sort_on, story_id) for key in entries}
        kept["days"] |= {(day, story_id) for id_ in ids for day in _days(db, id_) if is_listed}
        kept["words"].add((story_id, date.fromisoformat(sort_on).toordinal(), _words(db, ids)))
        counts.update(entries)
        pairs = {pair for id_ in ids for pair in _met(db, id_, planned=False) if pair[0] != pair[1]}
        met.update(pairs if is_listed else ())
    kept["counts"] = set(counts.items())
    kept["meetings"] = {(a, b, n) for pair, n in met.items() for a, b in (pair, pair[::-1])}
    kept["offices"] = set(
        db.execute(
            "SELECT official_id, role, coalesce(p.country, ''), coalesce(organization, ''), count(*),"
            " min(published_on), max(published_on) FROM article_people p JOIN articles a ON a.id = p.article_id"
            " GROUP BY 1, 2, 3, 4"
        ).fetchall()
    )
    return kept


def _keys(db: Database, ids: list[int]) -> tuple[str, set[str]]:
    rows = [r for i in ids for r in db.query("SELECT * FROM article_countries WHERE article_id = ?", [i])]
    parties = sorted({r["country"] for r in rows if r["is_party"]})
    mentioned = sorted({r["country"] for r in rows} - set(parties))
    officials = [f"#{official}" for official in sorted({o for i in ids for o in _officials(db, i)})]
    own = [*parties, *(f"~{country}" for country in mentioned), *officials]
    pairs = {"+".join(sorted(pair)) for pair in combinations((parties + officials)[:40], 2)}
    return " ".join(own), {"*", *own, *pairs}


def _updated_at(db: Database, articles: list[dict[str, object]]) -> object:
    seen: set[object] = set()
    updates = [str(article["revised_at"]) for article in articles if article["revised_at"]]
    for position, article in enumerate(articles):
        id_ = int(str(article["id"]))
        facts: set[object] = {("official", o) for o in _officials(db, id_)}
        for row in db.query("SELECT country FROM article_countries WHERE article_id = ? AND is_party = 1", [id_]):
            facts.add(("party", row["country"]))
        for row in db.query("SELECT kind, parties, status FROM agreements WHERE article_id = ?", [id_]):
            facts.add(("agreed", *row.values()))
        facts |= {("met", planned, *pair) for planned in (False, True) for pair in _met(db, id_, planned=planned)}
        if article["is_relevant"]:
            facts.add("may be sent")
        if position and facts - seen:
            updates.append(str(article["stored_at"]))
        seen |= facts
    return max(updates, default=None)


def _officials(db: Database, article_id: int) -> set[int]:
    return {r["official_id"] for r in db.query("SELECT * FROM article_people WHERE article_id = ?", [article_id])}


def _met(db: Database, article_id: int, *, planned: bool) -> set[tuple[int, int]]:
    pairs = set()
    for meeting in db.query("SELECT * FROM meetings WHERE article_id = ? AND is_background = 0", [article_id]):
        sides = list(db.query("SELECT * FROM meeting_sides WHERE meeting_id = ?", [meeting["id"]]))
        for one, other in combinations([s for s in sides if s["official_id"]], 2):
            if one["side"] != other["side"] and bool(meeting["is_planned"]) == planned:
                low, high = sorted((one["official_id"], other["official_id"]))
                pairs.add((low, high))
    return pairs


def _days(db: Database, article_id: int) -> set[str]:
    (article,) = db.query("SELECT * FROM articles WHERE id = ?", [article_id])
    meetings = db.query("SELECT held_on FROM meetings WHERE article_id = ? AND NOT is_background", [article_id])
    return {day for day in (article["published_on"], article["event_on"], *(m["held_on"] for m in meetings)) if day}


def _words(db: Database, ids: list[int]) -> str:
    """Every word of the texts, each text after its title and source, then the names."""
    said, names = [], set()
    for article_id in ids:
        (article,) = db.query("SELECT * FROM articles WHERE id = ?", [article_id])
        *_, document = db.query("SELECT * FROM documents WHERE article_id = ? ORDER BY version", [article_id])
        said += [article["title"] or "", article["source"] or "", document["text"]]
        names |= {r["name"] for r in db.query("SELECT name FROM article_people WHERE article_id = ?", [article_id])}
    text = fold("\n".join((*said, *sorted(names))))
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())
