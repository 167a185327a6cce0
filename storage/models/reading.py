"""What one document says: the facts `bot.reading` finds and the store keeps, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.models.seeds import Role, SourceRank

Span = tuple[int, int]
"""Half-open, in code points of the stored text (NFC, LF)."""

Evidence = tuple[Span, ...]


TOPICS = (
    "workforce training",
    "pharma and vaccines",
    "digital health",
    "emergency and disaster",
    "primary care",
    "hospitals and investment",
    "medical tourism",
    "epidemics",
    "traditional medicine",
    "research",
    "humanitarian aid",
    "one health",
    "maternal and child health",
    "noncommunicable diseases",
    "insurance and financing",
)
"""What a text may be about; a list that does not change."""


class DateSeen(StrEnum):
    """Where a publication date was seen."""

    HEADER = "header"
    STAMP = "stamp"
    BYLINE = "byline"
    DATELINE = "dateline"
    METADATA = "metadata"
    FEED = "feed"


class Format(StrEnum):
    """How the talks took place."""

    IN_PERSON = "in person"
    CALL = "call"
    VIDEO = "video"
    SIDELINES = "on the sidelines"


class AgreementStatus(StrEnum):
    """Whether it was signed in the event reported, is planned, or is an earlier one."""

    SIGNED = "signed"
    PLANNED = "planned"
    EARLIER = "earlier"


class Verb(StrEnum):
    """What a composed headline says happened."""

    MET = "met"
    WILL_MEET = "will meet"
    CALLED = "called"
    SIGNED = "signed"
    VISITED = "visited"
    APPOINTED = "appointed"
    LEFT = "left office"
    TOOK_PART = "took part"
    SPOKE = "spoke"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Text as it came, before reading, with what its carrier declared (a page's metadata, a JSON line's fields)."""

    text: str
    origin: str
    url: str | None = None
    title: str | None = None
    published_on: date | None = None
    source: str | None = None
    language: str | None = None
    is_sample: bool = False
    date_seen: DateSeen | None = None
    """Where the carrier showed `published_on`; its metadata unless said."""
    shortfall: str | None = None
    """Why the text is only what a feed says of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFact:
    """A country the text names; a party takes part in what is reported."""

    code: str
    is_party: bool
    evidence: Evidence
    is_corrected: bool = False
    """A reader stated it; the evidence stands in the text all the same. So for every kind of fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    """A person the text names, in the role held at the time it tells of.

    `name` is the fullest form in Latin script; `official` the slug of a known official; `surface_forms` stand in the
    text letter for letter; WHO staff have no country and organization `WHO`.
    """

    name: str
    role: Role
    surface_forms: tuple[str, ...]
    evidence: Evidence
    official: str | None = None
    country: str | None = None
    organization: str | None = None
    is_corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact:
    """Talks with two or more sides. A side is a tuple of `PersonFact.name`s, or of one string that names nobody:
    role and country (`health minister TR`) or a group's name."""

    sides: tuple[tuple[str, ...], ...]
    evidence: Evidence
    held_on: date | None = None
    place: str | None = None
    format: Format | None = None
    occasion: str | None = None
    is_background: bool = False
    is_planned: bool = False
    is_corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact:
    """Something signed, adopted or agreed. `parties` are country codes or organizations."""

    kind: str
    parties: tuple[str, ...]
    status: AgreementStatus
    evidence: Evidence
    subject: str | None = None
    is_corrected: bool = False


Fact = CountryFact | PersonFact | MeetingFact | AgreementFact


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFacts:
    """What a headline of our own says; `render` words it. `who` and `whom` are names, or `role country` strings."""

    verb: Verb
    who: tuple[str, ...]
    whom: tuple[str, ...] = ()
    occasion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one document says. `text` is the stored text that every span points into."""

    text: str
    language: str | None
    title: str | None
    title_span: Span | None
    source: str | None
    source_span: Span | None
    source_rank: SourceRank = SourceRank.OUTLET
    published_on: date | None
    published_seen: DateSeen | None
    published_span: Span | None
    event_on: date | None
    place: str | None
    countries: tuple[CountryFact, ...]
    people: tuple[PersonFact, ...]
    meetings: tuple[MeetingFact, ...]
    agreements: tuple[AgreementFact, ...]
    topics: tuple[str, ...]
    headline: HeadlineFacts | None
    lead: Span | None
    is_relevant: bool
    relevance_reason: str
    rules_version: str

    @property
    def parties(self) -> tuple[str, ...]:
        """Codes of the countries that take part."""
        return tuple(c.code for c in self.countries if c.is_party)
