"""One person one official, across scripts and spellings; namesakes apart; what cannot be told is left open."""

from __future__ import annotations

import pytest

from bot.reading.people.identity import Ambiguous, Candidate, Resolution, Resolved, Unknown, resolve_person

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


def test_two_of_one_country_who_share_a_surname_stay_open() -> None:
    assert resolve_person("Miranda", "CU", None, (PORTAL, MIRANDA)) == Ambiguous((3, 7))


def test_nobody_to_choose_from_is_unknown() -> None:
    assert resolve_person("Teymur Musayev", "AZ", None, ()) == Unknown()
