"""Documents into the store: read, people to officials, reports to stories, saved. For the command line and jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from bot.clock import Now
from bot.ingest.refusal import Reason, Refusal, Remark
from bot.ingest.urls import list_variants
from bot.reading.document import read_document
from bot.reading.events.story import fingerprint, match_story, sign, sign_trace
from bot.reading.gazetteer import Gazetteer
from bot.reading.people.identity import Candidate, Resolved, resolve_person
from bot.reading.text.layout import tidy_text
from storage.database import Database, write
from storage.folding import name_keys
from storage.models.news import SavedArticle
from storage.models.reading import Document, PersonFact, Reading
from storage.models.seeds import Seeds
from storage.news.articles import find_article, save_article
from storage.news.keys import official_key, pair_key
from storage.news.officials import ids_of_slugs, learn_official, list_officials_by_key
from storage.news.stories import list_stories_near, list_traces
from storage.news.upkeep.tombstones import Tombstone, find_tombstone

_UNDATED_AGE = timedelta(days=366)
_CANDIDATE_PEOPLE = 6
"""Of how many people a story is looked for: a roll call shares its people with everything."""


@dataclass(slots=True, kw_only=True)
class IngestReport:
    """What became of a batch. `known` are origins; `remarks` are about documents that were taken all the same."""

    new: list[SavedArticle] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def ingest_documents(
    db: Database,
    documents: Iterable[Document | Refusal | Remark],
    gazetteer: Gazetteer,
    now: Now,
    on_progress: Callable[[], None] | None = None,
) -> IngestReport:
    """Store every document once, each in a transaction of its own; what was refused before reading is passed on.

    Raises:
        StorageError: the store refused; what was stored before stays, the document at hand is not half stored.
    """
    report = IngestReport()
    for document in documents:
        match outcome := _ingest(db, document, gazetteer, now) if isinstance(document, Document) else document:
            case Refusal():
                report.refused.append(outcome)
            case Remark():
                report.remarks.append(outcome)
            case SavedArticle(is_known=True):
                report.known.append(document.origin)
            case SavedArticle():
                report.new.append(outcome)
        if on_progress is not None:
            on_progress()
    return report


def seed_samples(db: Database, seeds: Seeds, gazetteer: Gazetteer, now: Now) -> IngestReport:
    """The texts of our own that a new database starts with; done again it changes nothing."""
    samples = [
        Document(text=sample.text, origin=f"seeds/articles/{sample.name}", is_sample=True) for sample in seeds.samples
    ]
    return ingest_documents(db, samples, gazetteer, now)


def _ingest(db: Database, document: Document, gazetteer: Gazetteer, now: Now) -> SavedArticle | Refusal:
    words = fingerprint(tidy_text(document.text))
    if (known := find_known(db, document, words)) is not None:
        return SavedArticle(article_id=known, story_id=0, is_new_story=False, is_update=False, is_known=True)
    if find_deleted(db, document, words) is not None:
        return Refusal(origin=document.origin, reason=Reason.DELETED)
    reading = read_worthy(document, gazetteer)
    return reading if isinstance(reading, Refusal) else save_reading(db, document, reading, words, now)


def find_known(db: Database, document: Document, words: str) -> int | None:
    """The article at the document's address, however it is linked, or of the same words."""
    for url in list_variants(document.url) if document.url else ():
        if (known := find_article(db, url=url, fingerprint="")) is not None:
            return known
    return find_article(db, url=None, fingerprint=words)


def find_deleted(db: Database, document: Document, words: str) -> Tombstone | None:
    """What stays of an article with the document's address or words that was deleted."""
    return find_tombstone(db, (words, *(list_variants(document.url) if document.url else ())))


def read_worthy(document: Document, gazetteer: Gazetteer) -> Reading | Refusal:
    """What it says; refused where that is nothing anybody could be told."""
    if not tidy_text(document.text).strip():
        return Refusal(origin=document.origin, reason=Reason.EMPTY)
    reading = read_document(document, gazetteer)
    return Refusal(origin=document.origin, reason=Reason.SAYS_NOTHING) if _says_nothing(reading) else reading


def save_reading(
    db: Database, document: Document, reading: Reading, words: str, now: Now, *, is_archive: bool = False
) -> SavedArticle:
    """Article, facts and story in one transaction, or in the caller's. An archive's article is told to nobody: it
    arrived on the day it was published."""
    with write(db):
        # Under the write lock: a digest composed meanwhile must not pass over what bears an earlier instant.
        stored_at = now()
        official_ids = resolve_people(db, reading, stored_at)
        return save_article(
            db,
            document,
            reading,
            official_ids=official_ids,
            story_id=find_story(db, reading, official_ids),
            fingerprint=words,
            now=stored_at,
            arrived_at=_back_then(reading, stored_at) if is_archive else None,
        )


def _back_then(reading: Reading, now: datetime) -> datetime:
    """Noon of its day; of one without a day, so long ago that no digest reaches there."""
    if reading.published_on is None:
        return now - _UNDATED_AGE
    return min(datetime.combine(reading.published_on, time(12), UTC), now)


def _says_nothing(reading: Reading) -> bool:
    """A story of it could neither be found nor be told: nobody, no country, and neither a title nor a day."""
    facts = reading.countries or reading.people or reading.meetings or reading.agreements
    return not (facts or reading.title or reading.published_on or reading.event_on)


def resolve_people(db: Database, reading: Reading, now: datetime) -> dict[str, int]:
    """The official of every name, learned where nobody knows them; inside the caller's `write`."""
    slugs = ids_of_slugs(db, {person.official for person in reading.people if person.official})
    return {person.name: _resolve_official(db, person, slugs, now) for person in reading.people}


def _resolve_official(db: Database, person: PersonFact, slugs: Mapping[str, int], now: datetime) -> int:
    """The seeds' official, else one the store knows by that name, else somebody new."""
    if person.official is not None and person.official in slugs:
        return slugs[person.official]
    found = list_officials_by_key(db, [key for key, _ in name_keys(person.name)])
    candidates = [Candidate(id=o.id, names=(o.name,), country=o.country, organization=o.organization) for o in found]
    match resolve_person(person.name, person.country, person.organization, candidates):
        case Resolved(id=official_id):
            return official_id
        case _:
            return learn_official(db, person.name, person.country, person.organization, now)


def find_story(
    db: Database, reading: Reading, official_ids: Mapping[str, int], *, before_article: int | None = None
) -> int | None:
    """The story that reports the same event; of a stored article, as its reports before that one tell it."""
    near = list_stories_near(db, _candidate_keys(reading, official_ids), reading.published_on)
    if not near:
        return None
    keys = {name: official_key(official) for name, official in official_ids.items()}
    traces = list_traces(db, [story.id for story in near], before_article=before_article)
    return match_story(sign(reading, keys), ((trace.story_id, sign_trace(trace)) for trace in traces))


def _candidate_keys(reading: Reading, official_ids: Mapping[str, int]) -> list[str]:
    """Stories of the same people; where nobody is named, of the same two parties, or of the one."""
    if official_ids:
        return [official_key(official) for official in list(official_ids.values())[:_CANDIDATE_PEOPLE]]
    parties = sorted(reading.parties)
    return [pair_key(parties[0], parties[1])] if len(parties) > 1 else parties
