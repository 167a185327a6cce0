"""Where the news contradicts what the seeds say of tenures, or itself: for `readout doctor`, which changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from storage.database import Database
from storage.models.seeds import Role
from storage.times import read_day

_OUTSIDE = """
SELECT s.article_id, s.day, o.name, s.role, coalesce(s.country, s.organization), min(t.from_on), max(t.until_on)
FROM (
  SELECT p.article_id, p.official_id, p.role, p.country, p.organization,
    min(coalesce(a.event_on, a.published_on), coalesce(a.published_on, a.event_on)) AS day
  FROM article_people AS p JOIN articles AS a ON a.id = p.article_id
) AS s
JOIN tenures AS t ON t.official_id = s.official_id AND t.role = s.role AND t.country IS s.country
  AND t.organization IS s.organization
JOIN officials AS o ON o.id = s.official_id
WHERE s.day IS NOT NULL
GROUP BY s.article_id, s.official_id, s.role
HAVING max(s.day BETWEEN coalesce(t.from_on, '0001-01-01') AND coalesce(t.until_on, '9999-12-31')) = 0
ORDER BY s.article_id DESC LIMIT ?"""
_MINISTERS = """
SELECT p.country, p.official_id, o.name,
  min(coalesce(a.event_on, a.published_on), coalesce(a.published_on, a.event_on)) AS day, a.id
FROM article_people AS p JOIN articles AS a ON a.id = p.article_id JOIN officials AS o ON o.id = p.official_id
WHERE p.role = 'health minister' AND p.country IS NOT NULL AND coalesce(a.event_on, a.published_on) IS NOT NULL
ORDER BY p.country, p.official_id, day, a.id"""
_TENURES = "SELECT official_id, country, from_on, until_on FROM tenures WHERE role = 'health minister'"

Terms = Sequence[tuple[str, str]]
"""From–to as texts that sort as days do."""
Tenures = Mapping[tuple[int, str], Terms]
_ALWAYS: Terms = (("", "9999"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideTenure:
    """An article shows somebody in an office on a day that no known tenure of theirs there covers."""

    article_id: int
    on: date
    name: str
    role: Role
    place: str
    """The country or organization."""
    from_on: date | None
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoAtOnce:
    """One is seen as health minister of a country while the other is. Article ids: the one's first and last around
    that of the other."""

    country: str
    name: str
    other_name: str
    on: date
    """The day the other is seen."""
    article_ids: tuple[int, ...]


Contradiction = OutsideTenure | TwoAtOnce


@dataclass(frozen=True, slots=True)
class _Sighting:
    day: str
    article_id: int


@dataclass(frozen=True, slots=True)
class _Minister:
    """Somebody seen as health minister of one country. Days as stored texts, ascending."""

    country: str
    name: str
    terms: Terms
    sightings: tuple[_Sighting, ...]


def list_contradictions(db: Database, limit: int) -> tuple[Contradiction, ...]:
    """The newest articles outside tenures first, then ministers at once; at most `limit` in all.

    The day is that of the event or of publication, whichever is earlier. A tenure's unknown end contradicts nothing.
    """
    outside = [_read_outside(*row) for row in db.execute(_OUTSIDE, (limit,)).fetchall()]
    return (*outside, *list(_find_two_at_once(db))[: limit - len(outside)])


def _read_outside(
    article_id: int, day: str, name: str, role: str, place: str, from_on: str | None, until_on: str | None
) -> OutsideTenure:
    return OutsideTenure(
        article_id=article_id,
        on=date.fromisoformat(day),
        name=name,
        role=Role(role),
        place=place,
        from_on=read_day(from_on),
        until_on=read_day(until_on),
    )


def _find_two_at_once(db: Database) -> Iterator[TwoAtOnce]:
    tenures = _read_tenures(db)
    for _, ministers in groupby(_read_ministers(db, tenures), key=lambda minister: minister.country):
        for one, other in combinations(ministers, 2):
            found = _clash(one, other) or _clash(other, one)
            if found is not None:
                yield found


def _read_ministers(db: Database, tenures: Tenures) -> Iterator[_Minister]:
    """With the days that no tenure excludes: the others are told already."""
    rows = db.execute(_MINISTERS).fetchall()
    for (country, official_id, name), seen in groupby(rows, key=lambda row: row[:3]):
        terms = tenures.get((official_id, country), _ALWAYS)
        sightings = tuple(_Sighting(day, article_id) for *_, day, article_id in seen if _covers(terms, day))
        yield _Minister(country, name, terms, sightings)


def _read_tenures(db: Database) -> Tenures:
    tenures: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for official_id, country, from_on, until_on in db.execute(_TENURES):
        tenures.setdefault((official_id, country), []).append((from_on or "", until_on or "9999"))
    return tenures


def _covers(terms: Terms, day: str) -> bool:
    return any(since <= day <= until for since, until in terms)


def _clash(one: _Minister, other: _Minister) -> TwoAtOnce | None:
    """A day the other is seen between two days of the one's, who by known tenures was not out of office then."""
    for seen in other.sightings:
        before = next((s for s in reversed(one.sightings) if s.day <= seen.day), None)
        after = next((s for s in one.sightings if s.day >= seen.day), None)
        if before and after and _covers(one.terms, seen.day):
            return TwoAtOnce(
                country=one.country,
                name=one.name,
                other_name=other.name,
                on=date.fromisoformat(seen.day),
                article_ids=tuple(dict.fromkeys((before.article_id, seen.article_id, after.article_id))),
            )
    return None
