"""What reading anew changed is told kind by kind."""

from __future__ import annotations

from datetime import date

from bot.ingest.correcting.differences import Kind, compare
from storage.models.corrections import Recorded, RecordedAgreement, RecordedMeeting, RecordedPerson
from storage.models.seeds import Role


def recorded(
    *,
    story_id: int = 1,
    title: str | None = None,
    published_on: date | None = None,
    parties: frozenset[str] = frozenset(),
    mentioned: frozenset[str] = frozenset(),
    people: tuple[RecordedPerson, ...] = (),
    meetings: frozenset[RecordedMeeting] = frozenset(),
    agreements: frozenset[RecordedAgreement] = frozenset(),
) -> Recorded:
    """An article that says nothing but that."""
    return Recorded(
        article_id=1,
        story_id=story_id,
        title=title,
        published_on=published_on,
        event_on=None,
        is_relevant=True,
        parties=parties,
        mentioned=mentioned,
        corrected_countries=frozenset(),
        people=people,
        meetings=meetings,
        agreements=agreements,
    )


def person(official_id: int, name: str, role: Role = Role.HEALTH_MINISTER) -> RecordedPerson:
    """Somebody of Kazakhstan."""
    return RecordedPerson(
        official_id=official_id,
        name=name,
        role=role,
        country="KZ",
        organization=None,
        surface_forms=(name,),
        is_corrected=False,
    )


def test_nothing_differs_from_itself() -> None:
    same = recorded(parties=frozenset({"KZ"}), people=(person(1, "Alnazarova"),))
    assert compare(same, same) == {}


def test_a_party_that_is_only_mentioned_now_is_no_other_country() -> None:
    before = recorded(parties=frozenset({"KZ", "RU"}))
    after = recorded(parties=frozenset({"KZ"}), mentioned=frozenset({"RU"}))
    assert compare(before, after) == {Kind.PARTIES: ("- RU",)}


def test_a_role_differs_apart_from_the_person() -> None:
    before = recorded(people=(person(1, "Alnazarova"), person(2, "Musayev")))
    after = recorded(people=(person(1, "Alnazarova", Role.AMBASSADOR), person(3, "Musayev")))
    assert compare(before, after) == {
        Kind.PEOPLE: ("- Musayev (#2)", "+ Musayev (#3)"),
        Kind.ROLES: ("Alnazarova: health minister, KZ → ambassador, KZ",),
    }


def test_talks_agreements_days_titles_and_stories_are_told() -> None:
    met = RecordedMeeting(
        sides=(("A", "B"), ("C",)),
        held_on=date(2025, 4, 8),
        place="Astana",
        format="in person",
        is_background=False,
        is_planned=True,
    )
    signed = RecordedAgreement(kind="memorandum", parties=("AZ", "KZ"), status="signed", subject=None)
    after = recorded(
        story_id=2,
        title="A title",
        published_on=date(2025, 4, 8),
        meetings=frozenset({met}),
        agreements=frozenset({signed}),
    )
    assert compare(recorded(), after) == {
        Kind.MEETINGS: ("+ A and B with C, 2025-04-08, Astana, in person, planned",),
        Kind.AGREEMENTS: ("+ memorandum, signed, AZ KZ",),
        Kind.DATES: ("+ published 2025-04-08",),
        Kind.TITLES: ("+ A title",),
        Kind.STORIES: ("- story 1", "+ story 2"),
    }
