"""Officials, of the seeds and learned from articles, by the names people ask for; and who each of them is."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from storage.database import Database, write
from storage.folding import fold, name_key, name_keys
from storage.models.news import Official, OfficialCard
from storage.models.seeds import Role, SeedOfficial, Seeds
from storage.news.careers import list_counterparts, list_offices
from storage.news.facts import nfc
from storage.news.keys import ROUGH_MARK, bare_key, given_word_key, later_word_key, list_word_keys
from storage.times import write_day, write_instant

_OFFICIALS = """
SELECT o.id, o.slug, o.name, o.country, o.organization, o.is_learned, coalesce(c.story_count, 0)
FROM officials AS o LEFT JOIN lookup_counts AS c ON c.key = '#' || o.id """
# One only learned, whose articles were taken out again, is nobody we can say anything about.
_KNOWN = "o.merged_into IS NULL AND (o.is_learned = 0 OR c.story_count > 0)"
_BY_KEY = f"""{_OFFICIALS}
WHERE o.id IN (SELECT official_id FROM official_names WHERE key IN (SELECT value FROM json_each(?))) AND {_KNOWN}
ORDER BY coalesce(c.story_count, 0) DESC, o.is_learned, o.name, o.id"""  # noqa: S608
_HOLDERS = f"""{_OFFICIALS} JOIN official_offices AS f ON f.official_id = o.id
WHERE f.role IN (SELECT value FROM json_each(?)) AND f.country = ? AND o.merged_into IS NULL
GROUP BY o.id ORDER BY max(f.last_on) DESC, c.story_count DESC, o.name LIMIT ?"""  # noqa: S608
_SAME_PERSON = """
SELECT coalesce(o.merged_into, o.id) FROM official_names AS n JOIN officials AS o ON o.id = n.official_id
WHERE n.key = ? AND n.is_surname = 0 AND o.country IS ? AND o.organization IS ?"""
_MOST_SUGGESTED = 5
_MOST_WORDS = 8
_LONGEST_ACCIDENT = 3
"""Letters of a key so short that different words share it."""
_SHORTEST_TYPO, _SHORT_NAME = 4, 5
"""Shorter than the first, a word is a typo of too many; up to the second it has its first letter and one mistake."""


def load_officials(db: Database, seeds: Seeds, now: datetime) -> None:
    """Bring the officials, spellings and tenures of the seeds in; done again it changes nothing.

    One met in an article before the seeds named them keeps their id. One the seeds no longer name stays.
    """
    spellings: dict[str, list[str]] = {official.slug: [official.name] for official in seeds.officials}
    for alias in seeds.aliases:
        spellings[alias.official].append(alias.name)
    with write(db):
        ids = {official.slug: _load_official(db, official, now) for official in seeds.officials}
        for slug, names in spellings.items():
            _set_names(db, ids[slug], names)
        _load_tenures(db, seeds, ids)


def learn_official(db: Database, name: str, country: str | None, organization: str | None, now: datetime) -> int:
    """The id of somebody no seed knows, made on first sight; the same whole name for the same country is one person."""
    name = nfc(name)
    with write(db):
        known = _find_same(db, name, country, organization)
        if known is not None:
            return known
        cursor = db.execute(
            "INSERT INTO officials (slug, name, country, organization, is_learned, created_at)"
            " VALUES (?, ?, ?, ?, 1, ?)",
            (_free_slug(db, name), name, country, organization, write_instant(now)),
        )
        assert cursor.lastrowid is not None
        _set_names(db, cursor.lastrowid, [name])
        return cursor.lastrowid


def find_officials(db: Database, name: str) -> tuple[Official, ...]:
    """Who may be asked for by that: a surname, a whole name in any script or order, an initial and a surname; else
    whoever has all these words in the name, so a given name too.

    The most telling reading that fits anybody decides: a whole name is never answered with a namesake's.
    """
    keys = [(key, is_surname) for key, is_surname in name_keys(name) if not key.startswith(ROUGH_MARK)]
    words = name_key(name).split()
    if len(words) == 1:
        return _find_by_word(db, name, keys[0][0])
    for position, (key, is_surname) in enumerate(keys):
        if (position == 0 or not is_surname) and (found := list_officials_by_key(db, (key,))):
            return found
    return _find_by_words(db, words)


def _find_by_word(db: Database, word: str, key: str) -> tuple[Official, ...]:
    found = list_officials_by_key(db, (key, later_word_key(key))) or list_officials_by_key(db, (given_word_key(key),))
    if len(key) > _LONGEST_ACCIDENT:
        return found
    return tuple(official for official in found if _is_spelt(db, official.id, fold(word).strip()))


def _is_spelt(db: Database, official_id: int, word: str) -> bool:
    """Whether the name is so written: of two or three letters, sound alone makes Xi of "hi"."""
    rows = db.execute("SELECT DISTINCT name FROM official_names WHERE official_id = ?", (official_id,))
    return any(word in fold(name).replace("-", " ").split() for (name,) in rows)


def _find_by_words(db: Database, words: Sequence[str]) -> tuple[Official, ...]:
    """Whoever has every word in the name; a single letter may begin any of its words."""
    whole = [word for word in words if len(word) > 1]
    if len(words) > _MOST_WORDS or not whole:
        return ()
    bearers = [list_officials_by_key(db, (given_word_key(word), later_word_key(word))) for word in whole]
    common = set.intersection(*({official.id for official in found} for found in bearers))
    initials = [word for word in words if len(word) == 1]
    return tuple(
        official
        for official in bearers[0]
        if official.id in common
        and all(any(part.startswith(i) for part in name_key(official.name).split()) for i in initials)
    )


def list_officials_by_key(db: Database, keys: Collection[str]) -> tuple[Official, ...]:
    """Those who bear any of the keys (`storage.folding.name_keys`), who has the most stories first, then the seeds'."""
    return tuple(_read_official(*row) for row in db.execute(_BY_KEY, (json.dumps(list(keys)),)))


def list_leading_officials(db: Database, limit: int) -> tuple[Official, ...]:
    """Those with the most stories."""
    rows = db.execute(
        f"{_OFFICIALS} WHERE o.merged_into IS NULL AND c.story_count > 0"
        " ORDER BY c.story_count DESC, o.name, o.id LIMIT ?",
        (limit,),
    )
    return tuple(_read_official(*row) for row in rows.fetchall())


def suggest_officials(db: Database, name: str) -> tuple[Official, ...]:
    """Whom a mistyped name, or a whole name none bears, may mean: at most five, those in stories before the others."""
    key = name_key(name)
    if len(key) < _SHORTEST_TYPO:
        return ()
    farthest = 1 if len(key) <= _SHORT_NAME else 2
    stored: dict[str, list[str]] = {}
    for (own,) in db.execute(_KEYS_LIKE, (len(key) - farthest, len(key) + farthest + 2)):
        if len(key) > _SHORT_NAME or bare_key(own)[:1] == key[0]:
            stored.setdefault(bare_key(own), []).append(own)
    near = process.extract(
        key, list(stored), scorer=DamerauLevenshtein.distance, score_cutoff=farthest, limit=_MOST_SUGGESTED
    )
    rough = [own for own, _ in name_keys(name) if own.startswith(ROUGH_MARK)]
    surnames = [own for own, is_surname in name_keys(name)[1:] if is_surname and len(own) >= _SHORTEST_TYPO]
    likely = [*(own for like, *_ in near for own in stored[like]), *rough, *surnames]
    found = dict.fromkeys(official for own in likely for official in list_officials_by_key(db, (own,)))
    return tuple(sorted(found, key=lambda official: not official.story_count))[:_MOST_SUGGESTED]


_KEYS_LIKE = """
SELECT DISTINCT key FROM official_names WHERE length(key) BETWEEN ? AND ? AND substr(key, 1, 1) <> '~'"""


def list_officials_of(db: Database, place: str, limit: int = 6) -> tuple[Official, ...]:
    """The officials of a country or an organization who stand in stories, those in most first."""
    rows = db.execute(
        f"{_OFFICIALS} WHERE o.merged_into IS NULL AND (o.country = ? OR o.organization = ? COLLATE NOCASE)"
        " AND c.story_count > 0 ORDER BY c.story_count DESC, o.name LIMIT ?",
        (place, place, limit),
    )
    return tuple(_read_official(*row) for row in rows)


def list_holders(db: Database, roles: Collection[Role], country: str, limit: int = 6) -> tuple[Official, ...]:
    """Who holds or held one of the roles for a country, as articles state it: who was last seen so first."""
    rows = db.execute(_HOLDERS, (json.dumps([role.value for role in roles]), country, limit))
    return tuple(_read_official(*row) for row in rows)


def get_official(db: Database, official_id: int) -> Official | None:
    """The official, or the one they were merged into, or none that has this id."""
    row = db.execute(
        f"{_OFFICIALS} WHERE o.id = (SELECT coalesce(merged_into, id) FROM officials WHERE id = ?)",  # noqa: S608
        (official_id,),
    ).fetchone()
    return _read_official(*row) if row else None


def get_official_card(db: Database, official_id: int) -> OfficialCard | None:
    """Who they are, from articles only: a tenure of the seeds is not evidence. None when there is no such official."""
    official = get_official(db, official_id)
    if official is None:
        return None
    offices = list_offices(db, official.id)
    seen = [day for office in offices for day in (office.first_seen_on, office.last_seen_on) if day]
    return OfficialCard(
        official=official,
        offices=offices,
        first_seen_on=min(seen, default=None),
        last_seen_on=max(seen, default=None),
        counterparts=list_counterparts(db, official.id),
    )


def ids_of_slugs(db: Database, slugs: Collection[str]) -> Mapping[str, int]:
    """The ids of those slugs that are stored, merged ones followed."""
    rows = db.execute(
        "SELECT slug, coalesce(merged_into, id) FROM officials WHERE slug IN (SELECT value FROM json_each(?))",
        (json.dumps(list(slugs)),),
    )
    return dict(rows.fetchall())


def _load_official(db: Database, official: SeedOfficial, now: datetime) -> int:
    wanted = (official.name, official.country, official.organization)
    row = db.execute(
        "SELECT id, name, country, organization FROM officials WHERE slug = ?", (official.slug,)
    ).fetchone()
    known = row[0] if row else _find_learned(db, official)
    if known is None:
        cursor = db.execute(
            "INSERT INTO officials (slug, name, country, organization, created_at) VALUES (?, ?, ?, ?, ?)",
            (official.slug, *wanted, write_instant(now)),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid
    if row is None or row[1:] != wanted:
        db.execute(
            "UPDATE officials SET slug = ?, name = ?, country = ?, organization = ?, is_learned = 0 WHERE id = ?",
            (official.slug, *wanted, known),
        )
    return int(known)


def _find_same(db: Database, name: str, country: str | None, organization: str | None) -> int | None:
    row = db.execute(_SAME_PERSON, (name_key(name), country, organization)).fetchone()
    return row[0] if row else None


def _find_learned(db: Database, official: SeedOfficial) -> int | None:
    sql = f"{_SAME_PERSON} AND o.is_learned = 1 AND o.merged_into IS NULL"
    row = db.execute(sql, (name_key(official.name), official.country, official.organization)).fetchone()
    return row[0] if row else None


def _set_names(db: Database, official_id: int, names: Sequence[str]) -> None:
    wanted = {(key, name, int(is_surname)) for name in names for key, is_surname in name_keys(name)}
    wanted |= {(key, name, 0) for name in names for key in list_word_keys(name)}
    sql = "SELECT key, name, is_surname FROM official_names WHERE official_id = ?"
    stored = set(db.execute(sql, (official_id,)).fetchall())
    db.conn.executemany(
        "DELETE FROM official_names WHERE official_id = ? AND key = ? AND name = ?",
        [(official_id, key, name) for key, name, _ in stored - wanted],
    )
    db.conn.executemany(
        "INSERT INTO official_names (official_id, key, name, is_surname) VALUES (?, ?, ?, ?)",
        [(official_id, *row) for row in sorted(wanted - stored)],
    )


def _load_tenures(db: Database, seeds: Seeds, ids: Mapping[str, int]) -> None:
    offices = {office.slug: office for office in seeds.offices}
    wanted = {
        (
            *(ids[t.official], t.office, offices[t.office].role.value, offices[t.office].country),
            *(offices[t.office].organization, write_day(t.from_on), write_day(t.until_on), t.source),
        )
        for t in seeds.tenures
    }
    columns = "official_id, office, role, country, organization, from_on, until_on, source"
    if wanted == set(db.execute(f"SELECT {columns} FROM tenures").fetchall()):  # noqa: S608
        return
    db.execute("DELETE FROM tenures")
    insert = f"INSERT INTO tenures ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
    db.conn.executemany(insert, sorted(wanted, key=repr))


def _free_slug(db: Database, name: str) -> str:
    """The folded name, with a figure behind it where somebody else has it; a slash, as no slug of the seeds has one."""
    slug = f"learned/{'-'.join(fold(name).split())}"
    taken = {
        row[0]
        for row in db.execute("SELECT slug FROM officials WHERE slug = ? OR slug GLOB ? || '-[0-9]*'", (slug, slug))
    }
    return next(s for s in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)


def _read_official(
    id_: int, slug: str, name: str, country: str | None, organization: str | None, is_learned: int, story_count: int
) -> Official:
    return Official(
        id=id_,
        slug=slug,
        name=name,
        country=country,
        organization=organization,
        is_learned=bool(is_learned),
        story_count=story_count,
    )
