"""Makes documents, readings and what they are made of, with sensible defaults; tests name only what they are about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from storage.database import Database
from storage.models.news import SavedArticle
from storage.models.reading import (
    AgreementFact,
    AgreementStatus,
    CountryFact,
    DateSeen,
    Document,
    Format,
    HeadlineFacts,
    MeetingFact,
    PersonFact,
    Reading,
    Span,
)
from storage.models.seeds import (
    Alias,
    Country,
    CountryForm,
    FormKind,
    Office,
    Outlet,
    Role,
    Sample,
    SeedOfficial,
    Seeds,
    Tenure,
)
from storage.news.articles import save_article
from storage.news.officials import learn_official

NOON = datetime(2025, 4, 8, 12, tzinfo=UTC)
"""The instant tests take for now unless they say otherwise."""

TEXT = "ASTANA. The health ministers of Kazakhstan and Azerbaijan met on Tuesday and spoke of medicines."


def make_document(
    text: str = TEXT,
    *,
    origin: str = "a test",
    url: str | None = None,
    title: str | None = None,
    published_on: date | None = None,
    source: str | None = None,
    language: str | None = None,
    is_sample: bool = False,
) -> Document:
    """A document as it came."""
    return Document(
        text=text,
        origin=origin,
        url=url,
        title=title,
        published_on=published_on,
        source=source,
        language=language,
        is_sample=is_sample,
    )


def make_country(code: str = "KZ", *, is_party: bool = True, evidence: Sequence[Span] = ((0, 6),)) -> CountryFact:
    """A country that takes part."""
    return CountryFact(code=code, is_party=is_party, evidence=tuple(evidence))


def make_person(
    name: str = "Akmaral Alnazarova",
    *,
    role: Role = Role.HEALTH_MINISTER,
    country: str | None = "KZ",
    organization: str | None = None,
    official: str | None = None,
    surface_forms: Sequence[str] | None = None,
    evidence: Sequence[Span] = ((0, 6),),
) -> PersonFact:
    """A health minister of Kazakhstan."""
    return PersonFact(
        name=name,
        role=role,
        country=country,
        organization=organization,
        official=official,
        surface_forms=tuple(surface_forms or (name,)),
        evidence=tuple(evidence),
    )


def make_meeting(
    *sides: Sequence[str],
    held_on: date | None = None,
    place: str | None = None,
    format: Format | None = None,
    occasion: str | None = None,
    is_background: bool = False,
    is_planned: bool = False,
    evidence: Sequence[Span] = ((0, 6),),
) -> MeetingFact:
    """Talks between the sides, each a list of names; without sides, those of the two default ministers."""
    return MeetingFact(
        sides=tuple(tuple(side) for side in sides or (("Akmaral Alnazarova",), ("Teymur Musayev",))),
        held_on=held_on,
        place=place,
        format=format,
        occasion=occasion,
        is_background=is_background,
        is_planned=is_planned,
        evidence=tuple(evidence),
    )


def make_agreement(
    kind: str = "memorandum",
    *,
    parties: Sequence[str] = ("AZ", "KZ"),
    status: AgreementStatus = AgreementStatus.SIGNED,
    subject: str | None = None,
    evidence: Sequence[Span] = ((0, 6),),
) -> AgreementFact:
    """A memorandum signed by Azerbaijan and Kazakhstan."""
    return AgreementFact(kind=kind, parties=tuple(parties), status=status, subject=subject, evidence=tuple(evidence))


def make_reading(
    text: str = TEXT,
    *,
    language: str | None = "en",
    title: str | None = None,
    source: str | None = None,
    published_on: date | None = None,
    event_on: date | None = None,
    place: str | None = None,
    countries: Sequence[CountryFact] | None = None,
    people: Sequence[PersonFact] = (),
    meetings: Sequence[MeetingFact] = (),
    agreements: Sequence[AgreementFact] = (),
    topics: Sequence[str] = (),
    headline: HeadlineFacts | None = None,
    lead: Span | None = None,
    is_relevant: bool = True,
    rules_version: str = "test",
) -> Reading:
    """What a document says: that Kazakhstan takes part, undated, unless told otherwise."""
    return Reading(
        text=text,
        language=language,
        title=title,
        title_span=None,
        source=source,
        source_span=None,
        published_on=published_on,
        published_seen=None if published_on is None else DateSeen.METADATA,
        published_span=None,
        event_on=event_on,
        place=place,
        countries=(make_country(),) if countries is None else tuple(countries),
        people=tuple(people),
        meetings=tuple(meetings),
        agreements=tuple(agreements),
        topics=tuple(topics),
        headline=headline,
        lead=lead or (0, len(text)),
        is_relevant=is_relevant,
        relevance_reason="a test says so",
        rules_version=rules_version,
    )


def store_reading(
    db: Database,
    reading: Reading | None = None,
    *,
    document: Document | None = None,
    story_id: int | None = None,
    fingerprint: str | None = None,
    now: datetime = NOON,
) -> SavedArticle:
    """Save it as `ingest` would, learning everybody it names; each call is another article unless told otherwise."""
    reading = reading or make_reading()
    if fingerprint is None:
        count = db.execute("SELECT count(*) FROM documents").fetchone()[0]
        fingerprint = hashlib.sha256(f"{reading.text}{count}".encode()).hexdigest()
    ids = {p.name: learn_official(db, p.name, p.country, p.organization, now) for p in reading.people}
    return save_article(
        db,
        document or make_document(reading.text),
        reading,
        official_ids=ids,
        story_id=story_id,
        fingerprint=fingerprint,
        now=now,
    )


def make_seeds(
    *,
    countries: Sequence[Country] = (),
    country_forms: Sequence[CountryForm] = (),
    offices: Sequence[Office] | None = None,
    officials: Sequence[SeedOfficial] | None = None,
    aliases: Sequence[Alias] | None = None,
    tenures: Sequence[Tenure] | None = None,
    outlets: Sequence[Outlet] = (),
    samples: Sequence[Sample] = (),
) -> Seeds:
    """Two countries, two ministers with an alias and a tenure each, nothing else."""
    names = {"KZ": "Kazakhstan", "AZ": "Azerbaijan"}
    default_offices = [
        Office(slug=f"{code.lower()}-health", role=Role.HEALTH_MINISTER, title="Minister of Health", country=code)
        for code in names
    ]
    default_officials = [
        SeedOfficial(slug="akmaral-alnazarova", name="Akmaral Alnazarova", country="KZ"),
        SeedOfficial(slug="teymur-musayev", name="Teymur Musayev", country="AZ"),
    ]
    default_aliases = [
        Alias(official="akmaral-alnazarova", name="Ақмарал Әлназарова"),
        Alias(official="teymur-musayev", name="Теймур Мусаев"),
    ]
    default_tenures = [
        Tenure(official="akmaral-alnazarova", office="kz-health", from_on=date(2024, 2, 6), until_on=None, source="s"),
        Tenure(official="teymur-musayev", office="az-health", from_on=None, until_on=None, source="unchecked"),
    ]
    return Seeds(
        countries=tuple(countries) or tuple(Country(code=c, names={"en": n}) for c, n in names.items()),
        country_forms=tuple(country_forms)
        or tuple(CountryForm(code=c, language="en", form=n, kind=FormKind.NAME) for c, n in names.items()),
        offices=tuple(default_offices if offices is None else offices),
        officials=tuple(default_officials if officials is None else officials),
        aliases=tuple(default_aliases if aliases is None else aliases),
        tenures=tuple(default_tenures if tenures is None else tenures),
        outlets=tuple(outlets),
        samples=tuple(samples),
    )
