"""What the store holds of one article, for whoever corrects it or lays it beside what was held before."""

from __future__ import annotations

import json

from storage.database import Database
from storage.models.corrections import Recorded, RecordedAgreement, RecordedMeeting, RecordedPerson
from storage.models.seeds import Role
from storage.times import read_day

_ARTICLE = "SELECT story_id, title, published_on, event_on, is_relevant FROM articles WHERE id = ?"
_COUNTRIES = "SELECT country, is_party, stated_by = 'corrected' FROM article_countries WHERE article_id = ?"
_PEOPLE = """
SELECT official_id, name, role, country, organization, surface_forms, stated_by = 'corrected' FROM article_people
WHERE article_id = ? ORDER BY name, official_id"""
_MEETINGS = "SELECT id, held_on, place, format, is_background, is_planned FROM meetings WHERE article_id = ?"
_SIDES = "SELECT side, label FROM meeting_sides WHERE meeting_id = ? ORDER BY side, position"
_AGREEMENTS = "SELECT kind, parties, status, subject FROM agreements WHERE article_id = ?"


def get_recorded(db: Database, article_id: int) -> Recorded | None:
    """Everything a correction or a rule can change, without evidence; none: there is no such article."""
    only = (article_id,)
    row = db.execute(_ARTICLE, only).fetchone()
    if row is None:
        return None
    story_id, title, published_on, event_on, is_relevant = row
    countries = db.execute(_COUNTRIES, only).fetchall()
    return Recorded(
        article_id=article_id,
        story_id=story_id,
        title=title,
        published_on=read_day(published_on),
        event_on=read_day(event_on),
        is_relevant=bool(is_relevant),
        parties=frozenset(code for code, is_party, _ in countries if is_party),
        mentioned=frozenset(code for code, is_party, _ in countries if not is_party),
        corrected_countries=frozenset(code for code, _, is_corrected in countries if is_corrected),
        people=tuple(_read_person(*person) for person in db.execute(_PEOPLE, only)),
        meetings=frozenset(_read_meeting(db, *meeting) for meeting in db.execute(_MEETINGS, only).fetchall()),
        agreements=frozenset(
            RecordedAgreement(kind=kind, parties=tuple(json.loads(parties)), status=status, subject=subject)
            for kind, parties, status, subject in db.execute(_AGREEMENTS, only)
        ),
    )


def _read_person(
    official_id: int,
    name: str,
    role: str,
    country: str | None,
    organization: str | None,
    surface_forms: str,
    is_corrected: int,
) -> RecordedPerson:
    return RecordedPerson(
        official_id=official_id,
        name=name,
        role=Role(role),
        country=country,
        organization=organization,
        surface_forms=tuple(json.loads(surface_forms)),
        is_corrected=bool(is_corrected),
    )


def _read_meeting(
    db: Database,
    meeting_id: int,
    held_on: str | None,
    place: str | None,
    form: str | None,
    is_background: int,
    is_planned: int,
) -> RecordedMeeting:
    sides: dict[int, list[str]] = {}
    for side, label in db.execute(_SIDES, (meeting_id,)):
        sides.setdefault(side, []).append(label)
    return RecordedMeeting(
        sides=tuple(map(tuple, sides.values())),
        held_on=read_day(held_on),
        place=place,
        format=form,
        is_background=bool(is_background),
        is_planned=bool(is_planned),
    )
