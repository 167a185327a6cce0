"""What a reading says, as rows: written and taken back for `storage.news.articles`, read as evidence by anyone."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping

from storage.database import Database
from storage.models.news import EvidencePassage
from storage.models.reading import (
    AgreementFact,
    AgreementStatus,
    CountryFact,
    Evidence,
    Fact,
    Format,
    MeetingFact,
    PersonFact,
    Reading,
)
from storage.models.seeds import Role
from storage.news.careers import forget_offices, see_offices
from storage.times import read_day, write_day

_MEETINGS = """
SELECT id, held_on, place, format, occasion, is_planned, evidence FROM meetings
WHERE article_id = ? AND is_background = 0 ORDER BY id"""
_SIDES = "SELECT side, label FROM meeting_sides WHERE meeting_id = ? ORDER BY side, position"
_PEOPLE = """
SELECT name, role, country, organization, surface_forms, evidence FROM article_people
WHERE article_id = ? ORDER BY official_id"""
_AGREEMENTS = "SELECT kind, subject, parties, status, evidence FROM agreements WHERE article_id = ? ORDER BY id"
_PARTIES = "SELECT country, evidence FROM article_countries WHERE article_id = ? AND is_party = 1 ORDER BY country"


def record_facts(db: Database, article_id: int, reading: Reading, official_ids: Mapping[str, int]) -> None:
    """One row a fact, each with its evidence, who stated it and the version of the rules."""
    version = reading.rules_version
    db.conn.executemany(
        "INSERT INTO article_countries (article_id, country, is_party, evidence, stated_by, rules_version)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (article_id, c.code, c.is_party, _write_evidence(c.evidence), _stated_by(c), version)
            for c in reading.countries
        ],
    )
    _record_people(db, article_id, reading, official_ids)
    for meeting in reading.meetings:
        _record_meeting(db, article_id, meeting, official_ids, version)
    db.conn.executemany(
        "INSERT INTO agreements (article_id, kind, subject, parties, status, evidence, stated_by, rules_version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(article_id, *_agreement_row(agreement), version) for agreement in reading.agreements],
    )


def remove_facts(db: Database, article_id: int) -> None:
    """Take out all that was stated, while the article has its old day still.

    What a reader corrected goes too: it is kept in `corrections` and applied to the next reading. A row that stayed
    would outlive its undoing, and its evidence the text it points into.
    """
    forget_offices(db, article_id)
    # The sides of a meeting go with it.
    for table in ("meetings", "article_countries", "article_people", "agreements"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))  # noqa: S608


def list_evidence(db: Database, story_id: int) -> tuple[EvidencePassage, ...]:
    """For each article of the story its text, with the spans every fact rests on."""
    rows = db.execute(
        "SELECT a.id, a.source, a.url, a.is_sample, a.language, d.text FROM articles AS a"
        " JOIN documents AS d ON d.id = a.document_id"
        " WHERE a.story_id = (SELECT coalesce(merged_into, id) FROM stories WHERE id = ?) ORDER BY a.id",
        (story_id,),
    ).fetchall()
    return tuple(
        EvidencePassage(
            article_id=article_id,
            source=source,
            url=url,
            is_sample=bool(is_sample),
            language=language,
            text=text,
            facts=tuple(_list_facts(db, article_id)),
        )
        for article_id, source, url, is_sample, language, text in rows
    )


def nfc(text: str) -> str:
    """Names and labels are compared and stored in NFC."""
    return unicodedata.normalize("NFC", text)


def _record_people(db: Database, article_id: int, reading: Reading, official_ids: Mapping[str, int]) -> None:
    """Two names of one text that turned out to be one official become one row: the first name, all the evidence."""
    people: dict[int, list[PersonFact]] = {}
    for person in reading.people:
        people.setdefault(official_ids[person.name], []).append(person)
    for official_id, facts in people.items():
        first = next((fact for fact in facts if fact.is_corrected), facts[0])
        forms = tuple(dict.fromkeys(form for fact in facts for form in fact.surface_forms))
        evidence = tuple(sorted({span for fact in facts for span in fact.evidence}))
        db.execute(
            "INSERT INTO article_people (article_id, official_id, name, role, country, organization, surface_forms,"
            " evidence, stated_by, rules_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article_id, official_id, nfc(first.name), first.role.value, first.country, first.organization),
                *(json.dumps(forms, ensure_ascii=False), _write_evidence(evidence)),
                *(_stated_by(first), reading.rules_version),
            ),
        )
    see_offices(db, article_id)


def _record_meeting(
    db: Database, article_id: int, meeting: MeetingFact, official_ids: Mapping[str, int], version: str
) -> None:
    cursor = db.execute(
        "INSERT INTO meetings (article_id, held_on, place, format, occasion, is_background, is_planned, evidence,"
        " stated_by, rules_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article_id, write_day(meeting.held_on), meeting.place, meeting.format and meeting.format.value),
            *(meeting.occasion, meeting.is_background, meeting.is_planned, _write_evidence(meeting.evidence)),
            *(_stated_by(meeting), version),
        ),
    )
    db.conn.executemany(
        "INSERT INTO meeting_sides (meeting_id, side, position, label, official_id) VALUES (?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, side, position, nfc(label), official_ids.get(label))
            for side, labels in enumerate(meeting.sides)
            for position, label in enumerate(labels)
        ],
    )


def _agreement_row(agreement: AgreementFact) -> tuple[str, str | None, str, str, str, str]:
    parties = json.dumps(sorted(agreement.parties), ensure_ascii=False)
    evidence = _write_evidence(agreement.evidence)
    return agreement.kind, agreement.subject, parties, agreement.status.value, evidence, _stated_by(agreement)


def _stated_by(fact: Fact) -> str:
    return "corrected" if fact.is_corrected else "read"


def _list_facts(db: Database, article_id: int) -> Iterator[Fact]:
    """Meetings first, then people, agreements, parties: what a reader most wants proved."""
    only = (article_id,)
    for row in db.execute(_MEETINGS, only).fetchall():
        yield _meeting_of(db, *row)
    for name, role, country, organization, forms, evidence in db.execute(_PEOPLE, only):
        yield PersonFact(
            name=name,
            role=Role(role),
            country=country,
            organization=organization,
            surface_forms=tuple(json.loads(forms)),
            evidence=_read_evidence(evidence),
        )
    for kind, subject, parties, status, evidence in db.execute(_AGREEMENTS, only):
        yield AgreementFact(
            kind=kind,
            subject=subject,
            parties=tuple(json.loads(parties)),
            status=AgreementStatus(status),
            evidence=_read_evidence(evidence),
        )
    for country, evidence in db.execute(_PARTIES, only):
        yield CountryFact(code=country, is_party=True, evidence=_read_evidence(evidence))


def _meeting_of(
    db: Database,
    meeting_id: int,
    held_on: str | None,
    place: str | None,
    form: str | None,
    occasion: str | None,
    is_planned: int,
    evidence: str,
) -> MeetingFact:
    sides: dict[int, list[str]] = {}
    for side, label in db.execute(_SIDES, (meeting_id,)):
        sides.setdefault(side, []).append(label)
    return MeetingFact(
        sides=tuple(map(tuple, sides.values())),
        held_on=read_day(held_on),
        place=place,
        format=Format(form) if form else None,
        occasion=occasion,
        is_planned=bool(is_planned),
        evidence=_read_evidence(evidence),
    )


def _write_evidence(spans: Evidence) -> str:
    return json.dumps(spans, separators=(",", ":"))


def _read_evidence(text: str) -> Evidence:
    return tuple((start, end) for start, end in json.loads(text))
