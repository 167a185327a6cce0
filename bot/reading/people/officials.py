"""Who is known before reading: officials by every key of their names, and their tenures. Built once from the seeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from storage.folding import name_keys
from storage.models.seeds import Role, Seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role held from–to, as far as known."""

    role: Role
    country: str | None
    organization: str | None
    from_on: date | None
    until_on: date | None

    def covers(self, on: date) -> bool:
        """Whether it may have been held that day: an unknown end excludes nothing."""
        return (self.from_on is None or self.from_on <= on) and (self.until_on is None or on <= self.until_on)


def _weight(held: Held) -> tuple[bool, bool, date]:
    return held.role is Role.HEALTH_MINISTER, held.until_on is None, held.from_on or date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfficial:
    """An official of the seeds with every spelling of the name, the usual one first."""

    slug: str
    names: tuple[str, ...]
    country: str | None
    organization: str | None
    tenures: tuple[Held, ...]
    keys: frozenset[str]
    """Name keys of all spellings (`storage.folding.name_keys`) that are more than a surname."""
    surname_keys: frozenset[str]

    @property
    def name(self) -> str:
        return self.names[0]

    def role_on(self, on: date | None) -> Role | None:
        """The role held that day; on an unknown day, or one that no tenure covers, the weightiest known.

        Head of national health before others, as most rows lack a day; then one without an end, then the latest.
        """
        covering = [held for held in self.tenures if on is not None and held.covers(on)]
        weightiest = max(covering or self.tenures, key=_weight, default=None)
        return weightiest.role if weightiest else None

    def has_held(self, role: Role) -> bool:
        return any(held.role is role for held in self.tenures)


class OfficialGazetteer:
    """Officials by slug and by name key (`storage.folding.name_keys`)."""

    def __init__(self, seeds: Seeds) -> None:
        self.officials: Mapping[str, KnownOfficial] = {known.slug: known for known in _read(seeds)}
        full: defaultdict[str, dict[str, None]] = defaultdict(dict)
        surnames: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for known in self.officials.values():
            for key in known.keys:
                full[key][known.slug] = None
            for key in known.surname_keys:
                surnames[key][known.slug] = None
        holders: defaultdict[tuple[Role, str | None], dict[str, None]] = defaultdict(dict)
        for known in self.officials.values():
            for held in known.tenures:
                holders[held.role, held.country or held.organization][known.slug] = None
        self._holders = {office: tuple(slugs) for office, slugs in holders.items()}
        self._full = {key: tuple(slugs) for key, slugs in full.items()}
        self._surnames = {key: tuple(slugs) for key, slugs in surnames.items()}

    def find_by_name(self, keys: Iterable[str]) -> tuple[KnownOfficial, ...]:
        """Those whose full name, or initial and surname, has one of the keys; of the first key that any has."""
        return self._find(self._full, keys)

    def find_by_surname(self, keys: Iterable[str]) -> tuple[KnownOfficial, ...]:
        """Those whose surname has one of the keys; of the first key that any has."""
        return self._find(self._surnames, keys)

    def list_holders(self, role: Role, side: str) -> tuple[KnownOfficial, ...]:
        """Everybody known who has held that office of a country or organization."""
        return tuple(self.officials[slug] for slug in self._holders.get((role, side), ()))

    def _find(self, index: Mapping[str, tuple[str, ...]], keys: Iterable[str]) -> tuple[KnownOfficial, ...]:
        slugs = next((index[key] for key in keys if key in index), ())
        return tuple(self.officials[slug] for slug in slugs)


def _read(seeds: Seeds) -> Iterable[KnownOfficial]:
    offices = {office.slug: office for office in seeds.offices}
    tenures: defaultdict[str, list[Held]] = defaultdict(list)
    for tenure in seeds.tenures:
        office = offices[tenure.office]
        tenures[tenure.official].append(
            Held(
                role=office.role,
                country=office.country,
                organization=office.organization,
                from_on=tenure.from_on,
                until_on=tenure.until_on,
            )
        )
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for alias in seeds.aliases:
        aliases[alias.official].append(alias.name)
    for official in seeds.officials:
        names = (official.name, *aliases[official.slug])
        keyed = {pair for name in names for pair in name_keys(name)}
        yield KnownOfficial(
            slug=official.slug,
            names=names,
            keys=frozenset(key for key, is_surname in keyed if not is_surname),
            surname_keys=frozenset(key for key, is_surname in keyed if is_surname),
            country=official.country,
            organization=official.organization,
            tenures=tuple(tenures[official.slug]),
        )
