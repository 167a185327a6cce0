"""A reading as one JSON line: the format of `readout read --json`, fixed by the scorer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from storage.models.reading import AgreementFact, CountryFact, Evidence, MeetingFact, PersonFact, Reading

Json = dict[str, "JsonValue"]
JsonValue = str | bool | int | None | Sequence["JsonValue"] | Json


def to_line(reading: Reading, path: str, story: str, headline: str | None = None) -> Json:
    """`story` groups the paths of one call; `headline` is the worded one (`render`), for a text without a title."""
    return {
        "path": path,
        "title": reading.title,
        "headline": headline,
        "published_on": _day(reading.published_on),
        "published_seen": reading.published_seen.value if reading.published_seen else None,
        "source": reading.source,
        "language": reading.language,
        "countries": [_country(c) for c in reading.countries],
        "people": [_person(p) for p in reading.people],
        "meetings": [_meeting(m) for m in reading.meetings],
        "agreements": [_agreement(a) for a in reading.agreements],
        "topics": list(reading.topics),
        "event_on": _day(reading.event_on),
        "place": reading.place,
        "lead": reading.text[slice(*reading.lead)] if reading.lead else None,
        "is_relevant": reading.is_relevant,
        "relevance_reason": reading.relevance_reason,
        "rules_version": reading.rules_version,
        "story": story,
        "text": reading.text,
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _spans(evidence: Evidence) -> list[JsonValue]:
    return [[start, end] for start, end in evidence]


def _country(country: CountryFact) -> Json:
    return {"code": country.code, "is_party": country.is_party, "evidence": _spans(country.evidence)}


def _person(person: PersonFact) -> Json:
    return {
        "name": person.name,
        "official": person.official,
        "role": person.role.value,
        "country": person.country,
        "organization": person.organization,
        "surface_forms": list(person.surface_forms),
        "evidence": _spans(person.evidence),
    }


def _meeting(meeting: MeetingFact) -> Json:
    return {
        "sides": [list(side) for side in meeting.sides],
        "held_on": _day(meeting.held_on),
        "place": meeting.place,
        "format": meeting.format.value if meeting.format else None,
        "occasion": meeting.occasion,
        "is_background": meeting.is_background,
        "is_planned": meeting.is_planned,
        "evidence": _spans(meeting.evidence),
    }


def _agreement(agreement: AgreementFact) -> Json:
    return {
        "kind": agreement.kind,
        "subject": agreement.subject,
        "parties": list(agreement.parties),
        "status": agreement.status.value,
        "evidence": _spans(agreement.evidence),
    }
