"""What a reader states about an article against what was read of it, and what is recorded of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.models.seeds import Role


class Standing(StrEnum):
    """How a country stands in an article."""

    PARTY = "party"
    MENTIONED = "mentioned"
    ABSENT = "not there"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryChange:
    """The country takes part, is only mentioned, or is not there."""

    code: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """Somebody of that name is there, in that role. `name` as it stands in the text, in any script.

    `country` and `organization` both null: as read. `official` is a slug; null: found anew by name and country.
    """

    name: str
    role: Role
    country: str | None = None
    organization: str | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPersonChange:
    """What was read as a person's name is none."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """The article belongs to that story; null: to one of its own, which is opened when the change is applied.

    `came_from`: the story it lay in before, where undoing takes it; the store fills it in.
    """

    story_id: int | None
    came_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceChange:
    """Whether the article concerns health diplomacy."""

    is_relevant: bool


Change = CountryChange | PersonChange | NoPersonChange | StoryChange | RelevanceChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change, who stated it and when. In force until undone; the newest of one subject counts."""

    id: int
    article_id: int
    change: Change
    corrected_by: str
    corrected_at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshownCorrection:
    """A correction, or the end of one, that messages sent earlier do not show, and the story it is about."""

    id: int
    story_id: int
    is_undone: bool

    @property
    def revision(self) -> str:
        """What makes an edit by it unique."""
        return f"{self.id}-undone" if self.is_undone else str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshownVersion:
    """A version of an article that messages sent earlier do not show, and the story it is about."""

    document_id: int
    story_id: int

    @property
    def revision(self) -> str:
        """What makes an edit by it unique."""
        return f"version-{self.document_id}"


Unshown = UnshownCorrection | UnshownVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPerson:
    """A person as an article's rows name them."""

    official_id: int
    name: str
    role: Role
    country: str | None
    organization: str | None
    surface_forms: tuple[str, ...]
    is_corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedMeeting:
    """A meeting without its evidence: two are the same when every field is."""

    sides: tuple[tuple[str, ...], ...]
    held_on: date | None
    place: str | None
    format: str | None
    is_background: bool
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAgreement:
    """An agreement without its evidence."""

    kind: str
    parties: tuple[str, ...]
    status: str
    subject: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the store holds of one article, to be laid beside what it held before."""

    article_id: int
    story_id: int
    title: str | None
    published_on: date | None
    event_on: date | None
    is_relevant: bool
    parties: frozenset[str]
    mentioned: frozenset[str]
    corrected_countries: frozenset[str]
    people: tuple[RecordedPerson, ...]
    meetings: frozenset[RecordedMeeting]
    agreements: frozenset[RecordedAgreement]
