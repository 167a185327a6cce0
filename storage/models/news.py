"""What the store gives back about the news: articles, stories, officials, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.models.reading import Fact, HeadlineFacts
from storage.models.seeds import Role, SourceRank

UNDATED = date(1, 1, 1)
"""What `sort_on` holds for a story without a date: it comes last. People see "date unknown", never this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """A place in a list ordered newest first: keyset, so articles that arrive in between change nothing."""

    sort_on: date
    story_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published page or document, read."""

    id: int
    story_id: int
    document_id: int
    url: str | None
    title: str | None
    headline: HeadlineFacts | None
    lead: str | None
    source: str | None
    source_rank: SourceRank = SourceRank.OUTLET
    language: str | None
    published_on: date | None
    event_on: date | None
    place: str | None
    is_sample: bool
    stored_at: datetime
    shortfall: str | None = None
    """Why its text is only what a feed says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles that report one event, the first stored first; its parties are the union of theirs."""

    id: int
    sort_on: date
    first_stored_at: datetime
    updated_at: datetime | None
    articles: tuple[Article, ...]
    parties: tuple[str, ...]
    mentioned: tuple[str, ...]
    is_relevant: bool = True
    """One of its articles is health diplomacy: it may be listed and sent. The others are only found by their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A person the store knows: from the seeds, or learned from an article."""

    id: int
    slug: str
    name: str
    country: str | None
    organization: str | None
    is_learned: bool
    story_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office as articles state it, with the first and last day they show it (null where undated)."""

    role: Role
    country: str | None
    organization: str | None
    first_seen_on: date | None
    last_seen_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody an official met, and in how many stories."""

    official_id: int
    name: str
    country: str | None
    organization: str | None
    meeting_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialCard:
    """Who an official is, from articles only."""

    official: Official
    offices: tuple[HeldOffice, ...]
    first_seen_on: date | None
    last_seen_on: date | None
    counterparts: tuple[Counterpart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePassage:
    """The text of one document with the spans a fact rests on; the briefing cuts sentences out of it."""

    article_id: int
    source: str | None
    url: str | None
    is_sample: bool
    language: str | None
    text: str
    facts: tuple[Fact, ...]
    """What a reader most wants proved first: meetings, people, agreements, parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedArticle:
    """What saving did. `is_update`: it added a fact to a known story; `is_known`: it was there, nothing done."""

    article_id: int
    story_id: int
    is_new_story: bool
    is_update: bool
    is_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedStory:
    """A story that arrived in a window, or that a later report of the window added a fact to; with all that a filter
    may ask of it but its words.

    `languages`: its articles'. `version` grows with each report and each new version of one.
    """

    story_id: int
    sort_on: date
    first_stored_at: datetime
    updated_at: datetime | None
    keys: frozenset[str]
    topics: frozenset[str]
    languages: frozenset[str]
    version: int
    is_update: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTrace:
    """What of a stored article tells whether another reports the same event. Officials are ids."""

    story_id: int
    text: str
    language: str | None
    published_on: date | None
    event_on: date | None
    parties: frozenset[str]
    officials: frozenset[int]
    pairs: frozenset[tuple[str, str]]
    """Who sat across from whom in the meetings reported: `#<official id>`, or the label of who has none; sorted."""
    office_pairs: frozenset[tuple[str, str]]
    """The same by role and country ("health minister TR"): it holds where a name is spelt anew, or not told."""
    places: frozenset[str]
    formats: frozenset[str]
