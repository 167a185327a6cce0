"""What is health diplomacy and what is not, with the reason."""

from __future__ import annotations

import pytest

from bot.reading.events.meetings import find_meetings
from bot.reading.events.relevance import judge_relevance
from tests.reading.events.scene import set_scene

WHO = "{Ola Nord|WHO|WHO regional director}"


def relevance_of(marked: str, parties: tuple[str, ...], language: str = "en") -> tuple[bool, str]:
    """The judgement on a text."""
    scene = set_scene(marked)
    meetings = find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)
    return judge_relevance(scene.plain_text, scene.cast, parties, meetings, ())


def test_a_meeting_of_health_ministers_is_relevant_and_says_why() -> None:
    is_relevant, reason = relevance_of("Health Minister {A Rza|AZ} met Health Minister {B Sad|KZ}.", ("AZ", "KZ"))
    assert is_relevant
    assert "a meeting" in reason


def test_a_meeting_that_has_nothing_to_do_with_health_is_not() -> None:
    assert relevance_of("{A Rza|AZ|president} met {B Sad|KZ|president}.", ("AZ", "KZ")) == (
        False,
        "nothing about health",
    )


def test_a_hospital_that_opens_at_home_is_not() -> None:
    assert not relevance_of("A hospital has opened.\nDoctors are glad.", ("AZ",))[0]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "{A Rza|AZ} has been appointed health minister."),
        ("en", "The president dismissed Health Minister {A Rza|AZ}."),
        ("tr", "Sağlık Bakanlığı görevine {Ali Kaya|TR} atandı."),
        ("ru", "Министром здравоохранения назначен {Иван Петров|BY}."),
        ("az", "{Əli Rza|AZ} səhiyyə naziri təyin edilib."),
        ("kk", "{Берік Сад|KZ} денсаулық сақтау министрі болып тағайындалды."),
        ("ky", "{Бакыт Сад|KG} саламаттык сактоо министри кызматынан бошотулду."),
        ("uz", "{Ali Karim|UZ} sog'liqni saqlash vaziri etib tayinlandi."),
    ],
)
def test_a_change_of_minister_is_relevant(language: str, marked: str) -> None:
    is_relevant, reason = relevance_of(marked, (), language)
    assert (is_relevant, "a change of health minister" in reason) == (True, True)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "A new head doctor was appointed.\nHealth Minister {A Rza|AZ} opened a hospital."),
        ("ru", "Заместителем министра здравоохранения назначена врач.\nМинистр {Иван Петров|BY} открыл больницу."),
        ("tr", "Başhekim atandı.\nSağlık Bakanı {Ali Kaya|TR} hastane açtı."),
    ],
)
def test_a_lesser_appointment_at_home_is_not(language: str, marked: str) -> None:
    assert not relevance_of(marked, ("AZ",), language)[0]


def test_what_the_who_says_of_a_country_is_relevant() -> None:
    is_relevant, reason = relevance_of(f"{WHO} thanked the government for its health reform.", ("KZ",))
    assert is_relevant
    assert "the WHO and a country" in reason


def test_a_conference_of_health_ministers_is_relevant() -> None:
    marked = "{A Rza|AZ} opened the conference of health ministers.\nDoctors spoke."
    assert "an international health conference" in relevance_of(marked, ("AZ",))[1]


def test_two_health_ministers_are_no_conference() -> None:
    assert "conference" not in relevance_of("The health ministers {A Rza|AZ} and {B Sad|KZ} met.", ("AZ", "KZ"))[1]
