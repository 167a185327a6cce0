"""One person one official, across scripts and spellings; namesakes apart; what cannot be told is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from bot.reading.people.identity import (
    Ambiguous,
    Candidate,
    Resolution,
    Resolved,
    Unknown,
    agree_on_names,
    recognize,
    resolve_person,
)
from storage.models.reading import Document, MeetingFact, PersonFact, Reading
from storage.models.seeds import Role
from storage.seeds import read_seeds

GAZETTEER = Gazetteer(read_seeds())
OFFICIALS = GAZETTEER.officials
EMPTY = read_document(Document(text="Nothing is told.", origin="x"), GAZETTEER)

TEYMUR = Candidate(id=1, names=("Teymur Musayev", "Теймур Мусаев"), country="AZ")
BEHZOD = Candidate(id=2, names=("Behzod Musaev",), country="UZ")
PORTAL = Candidate(id=3, names=("José Ángel Portal Miranda",), country="CU")
KLUGE = Candidate(id=4, names=("Hans Kluge", "Ханс Клюге"), organization="WHO")
GHAFFAR = Candidate(id=5, names=("Khaled Abdel Ghaffar",), country="EG")
GHAFFAR_SD = Candidate(id=6, names=("Mohamed Abdel Ghaffar",), country="SD")
MIRANDA = Candidate(id=7, names=("Lucia Miranda",), country="CU")
EVERYBODY = (TEYMUR, BEHZOD, PORTAL, KLUGE, GHAFFAR, GHAFFAR_SD)


@pytest.mark.parametrize(
    ("name", "country", "organization", "found"),
    [
        ("Teymur Musayev", "AZ", None, Resolved(1)),
        ("Теймур Мусаев", "AZ", None, Resolved(1)),
        ("Musayev Teymur", None, None, Resolved(1)),
        ("T. Musayev", "AZ", None, Resolved(1)),
        ("Musayev", "AZ", None, Resolved(1)),
        ("Musayev", "UZ", None, Resolved(2)),
        ("Musayev", None, None, Ambiguous((1, 2))),
        ("Teymur Musayev", "KZ", None, Unknown()),
        ("Taymur Musayev", "AZ", None, Resolved(1)),
        ("Behzod Musayev", "AZ", None, Unknown()),
        ("Xalid Abdol Gafor", "EG", None, Resolved(5)),
        ("Xalid Abdol Gafor", None, None, Unknown()),
        ("Xalid Abdol Gafor", "SD", None, Unknown()),
        ("Vagif Musayev", "AZ", None, Unknown()),
        ("Miranda", "CU", None, Resolved(3)),
        ("Portal", "CU", None, Resolved(3)),
        ("Hans Henri P. Kluge", None, "WHO", Resolved(4)),
        ("Х. Клюге", None, "WHO", Resolved(4)),
        ("Kluge", "DE", None, Unknown()),
        ("Abdel Ghaffar", "EG", None, Resolved(5)),
        ("Khaled Abdel Ghaffar", None, None, Resolved(5)),
        ("Nobody Atall", "AZ", None, Unknown()),
        ("", "AZ", None, Unknown()),
    ],
)
def test_a_name_is_resolved(name: str, country: str | None, organization: str | None, found: Resolution) -> None:
    assert resolve_person(name, country, organization, EVERYBODY) == found


def test_two_first_names_of_the_same_consonants_are_two_people() -> None:
    hassan = Candidate(id=8, names=("Hassan Sheikh Mohamud",), country="SO")
    assert resolve_person("Hussein Sheikh Mohamud", "SO", None, (hassan,)) == Unknown()
    assert resolve_person("Hasan Şeyh Mahmud", "SO", None, (hassan,)) == Resolved(8)


def test_two_of_one_country_who_share_a_surname_stay_open() -> None:
    assert resolve_person("Miranda", "CU", None, (PORTAL, MIRANDA)) == Ambiguous((3, 7))


def test_nobody_to_choose_from_is_unknown() -> None:
    assert resolve_person("Teymur Musayev", "AZ", None, ()) == Unknown()


def _said(*people: PersonFact) -> Reading:
    """A reading that names these, who met."""
    meeting = MeetingFact(sides=tuple((p.name,) for p in people), evidence=((0, 1),))
    return replace(EMPTY, people=people, meetings=(meeting,) if len(people) > 1 else ())


def _person(name: str, country: str | None, official: str | None = None) -> PersonFact:
    return PersonFact(
        name=name, role=Role.AMBASSADOR, surface_forms=(name,), evidence=((0, 1),), official=official, country=country
    )


def test_readings_of_one_call_spell_a_person_in_one_way() -> None:
    one, other = (
        _said(_person("Bahtiyar Ibragimov", "UZ")),
        _said(_person("Baxtiyor Ibragimov", "UZ"), _person("Dora Lovas", "HU")),
    )
    _, agreed = agree_on_names((one, other))
    assert [p.name for p in agreed.people] == ["Bahtiyar Ibragimov", "Dora Lovas"]
    assert agreed.meetings[0].sides == (("Bahtiyar Ibragimov",), ("Dora Lovas",))


def test_a_surname_alone_is_the_one_of_its_country_whom_another_report_names_in_full() -> None:
    full, short = _said(_person("Batbayar Tsogtbaatar", "MN")), _said(_person("Tsogtbaatar", "MN"))
    assert agree_on_names((short, full))[0].people[0].name == "Batbayar Tsogtbaatar"
    namesake = _said(_person("Dulmaa Tsogtbaatar", "MN"))
    assert agree_on_names((short, full, namesake))[0].people[0].name == "Tsogtbaatar"


@pytest.mark.parametrize(
    "other", [("Baxtiyor Ibragimov", "KZ"), ("Baxtiyor Ibragimova", "UZ"), ("Bekzod Ibragimov", "UZ")]
)
def test_another_country_or_name_stays_another_person(other: tuple[str, str]) -> None:
    agreed = agree_on_names((_said(_person("Bahtiyar Ibragimov", "UZ")), _said(_person(*other))))
    assert [r.people[0].name for r in agreed] == ["Bahtiyar Ibragimov", other[0]]


@pytest.mark.parametrize(
    ("name", "role", "country", "slug"),
    [
        ("Alişar Şadmanov", Role.HEALTH_MINISTER, "UZ", "alisher-shadmanov"),
        ("Alişar Şadmanov", Role.HEALTH_MINISTER, "KZ", None),
        ("Alişar Şadmanov", Role.OTHER, "UZ", None),
        ("Behzad Musayev", Role.HEALTH_MINISTER, "AZ", None),
        ("Abdal Gaffar", Role.HEALTH_MINISTER, "EG", "khaled-abdel-ghaffar"),
        ("Gaffar", Role.HEALTH_MINISTER, "EG", None),
        ("Ahmed Abdel Ghaffar", Role.HEALTH_MINISTER, "EG", None),
        ("Hasan Abdal Gaffar", Role.HEALTH_MINISTER, "SD", None),
        ("Said Nemeki", Role.HEALTH_MINISTER, "IR", "saeed-namaki"),
        ("Tedros Adanom Gebreıesýs", Role.WHO_DIRECTOR_GENERAL, "WHO", "tedros-adhanom-ghebreyesus"),
        ("Haile Gebreyesus", Role.WHO_DIRECTOR_GENERAL, "WHO", None),
    ],
)
def test_a_known_official_spelled_anew_is_told_by_office_and_country(
    name: str, role: Role, country: str, slug: str | None
) -> None:
    known = recognize(name, role, country, OFFICIALS)
    assert (known.slug if known else None) == slug
