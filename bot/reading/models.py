"""What the stages of reading hand to one another; what leaves `reading` is `storage.models.reading.Reading`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.models.reading import DateSeen, Evidence, Span
from storage.models.seeds import FormKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the body; spans are code points of the whole text."""

    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    def holds(self, start: int) -> bool:
        """Whether a mention that starts there stands in this sentence."""
        return self.start <= start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What each part of a text is. `body` are the sentences that may state facts: no header, byline or boilerplate.

    The title, when there is one, is also the first sentence-like span of `title`, not of `body`.
    """

    text: str
    title: Span | None
    header: Span | None
    bylines: Evidence
    boilerplate: Evidence
    body: tuple[Sentence, ...]
    dateline: Span | None = None
    """ "BAKU, Azerbaijan, April 8.", "NUR-SULTAN. KAZINFORM -": before the first sentence, in none."""

    def sentence_at(self, start: int) -> Sentence | None:
        """The body sentence a mention that starts there stands in."""
        index = bisect_right(self.body, start, key=lambda sentence: sentence.start)
        return self.body[index - 1] if index and self.body[index - 1].holds(start) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication date and where it was seen."""

    on: date
    seen: DateSeen
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryMention:
    """One span that names a country, or its people, or its government by the capital, or "our country".

    `code` is empty for "our country" until somebody knows whose. The span is the word as written up to an apostrophe
    (`Казахстана`, `Kazakistan` of `Kazakistan'ın`).
    """

    code: str
    start: int
    end: int
    kind: FormKind
    is_first_person: bool = False
    """True for "our country", "ülkemiz": the outlet's or speaker's own."""
    is_part_of_name: bool = False
    """True inside a carrier's or treaty's name (Turkish Airlines, the Astana Declaration): mentioned, never a party."""


class NameKind(StrEnum):
    """How a person is referred to."""

    NAME = "name"
    TITLE = "title"
    """Co-reference without a name: "the minister", "mevkidaşı"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One span that refers to a person; `start`/`end` are the name (or the title phrase for TITLE)."""

    start: int
    end: int
    kind: NameKind = NameKind.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPerson:
    """A person of the text with every mention; becomes a `PersonFact`.

    `name` is None for a participant the text does not name ("Türkiye's health minister"): never listed among people,
    but it may be a side of a meeting, as "health minister TR".
    """

    name: str | None
    role: Role
    country: str | None
    organization: str | None
    official: str | None
    mentions: tuple[PersonMention, ...]
    cue: Span | None = None
    """The words that state the role ("Minister of Health of Azerbaijan")."""

    @property
    def label(self) -> str:
        """How a meeting's side or a headline names this person."""
        return self.name or " ".join(filter(None, (self.role.value, self.country or self.organization)))
