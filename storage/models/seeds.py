"""What people curate in `seeds/`, as the rows say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

UNCHECKED = "unchecked"
"""A tenure's `source` when nobody has seen it stated: such a row helps matching and is never shown as fact."""


class Role(StrEnum):
    """The kind of an office (design: Roles). `HEALTH_MINISTER` is whoever heads national health, whatever the title."""

    HEALTH_MINISTER = "health minister"
    DEPUTY_HEALTH_MINISTER = "deputy health minister"
    FORMER_HEALTH_MINISTER = "former health minister"
    PRIME_MINISTER = "prime minister"
    PRESIDENT = "president"
    FOREIGN_MINISTER = "foreign minister"
    AMBASSADOR = "ambassador"
    WHO_DIRECTOR_GENERAL = "WHO director-general"
    WHO_REGIONAL_DIRECTOR = "WHO regional director"
    OTHER_OFFICIAL = "other official"
    OTHER = "other"


class FormKind(StrEnum):
    """What a written form of a country is; it decides which endings it may take and what it proves."""

    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    ABBREVIATION = "abbreviation"
    FLAG = "flag"
    QUESTION = "question"
    """For questions only, never looked for in texts: ISO 3166 alpha-3, "Guinea" for each of the Guineas."""
    OWN = "own"
    """First person, without a code: "our country", "ülkemiz"."""
    DECOY = "decoy"
    """The start of a longer phrase that names no country, without a code: "Türk Lirası", "Guinea worm"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its ISO 3166 alpha-2 code (and XK), with its usual name in each language."""

    code: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryForm:
    """One written form of a country in one language (`*`: any). `code` is empty for a form that names no country.

    The same form of several countries is ambiguous: the first row's is meant unless the text names another of them.
    """

    code: str
    language: str
    form: str
    kind: FormKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post, whoever holds it."""

    slug: str
    role: Role
    title: str
    country: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedOfficial:
    """A person followed for a public office held now or once. `name` is the usual Latin spelling."""

    slug: str
    name: str
    country: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another spelling of an official's name, in any script."""

    official: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One official in one office, from–to as far as known, and where that was seen."""

    official: str
    office: str
    from_on: date | None
    until_on: date | None
    source: str

    @property
    def is_checked(self) -> bool:
        """Whether somebody saw it stated; unchecked rows are never shown as fact."""
        return self.source != UNCHECKED


class SourceRank(StrEnum):
    """Whose word goes first where several tell one story."""

    OFFICIAL = "official"
    """A ministry, a head of state's office, an organization: what it says of itself."""
    AGENCY = "agency"
    OUTLET = "outlet"
    REPRINT = "reprint"
    """Shows what others wrote."""


RANKS = tuple(SourceRank)
"""The first is named first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A source of news: an agency, a paper, a ministry's site. `names` are the ways texts write it."""

    slug: str
    name: str
    names: tuple[str, ...]
    country: str | None = None
    language: str | None = None
    kind: str = "outlet"
    rank: SourceRank = SourceRank.OUTLET
    is_of_health: bool = False
    """It speaks for a health ministry or the WHO: its news is of health without saying so."""
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFeed:
    """An address that is polled for an outlet: a feed, a news sitemap, or a page that names its feed."""

    slug: str
    outlet: str
    """The outlet's usual name."""
    address: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text of our own that tells what a real article told, for the first start."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """All of `seeds/`."""

    countries: tuple[Country, ...]
    country_forms: tuple[CountryForm, ...]
    offices: tuple[Office, ...]
    officials: tuple[SeedOfficial, ...]
    aliases: tuple[Alias, ...]
    tenures: tuple[Tenure, ...]
    outlets: tuple[Outlet, ...]
    samples: tuple[Sample, ...]
    feeds: tuple[SeedFeed, ...] = ()
