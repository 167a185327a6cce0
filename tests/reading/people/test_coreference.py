"""Titles without a name go to the right person, or to somebody unnamed; short forms to the fullest one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.models import NameKind
from tests.reading.people.test_find import describe, read


def titles_of(text: str, language: str, name: str) -> list[str]:
    person = next(p for p in read(text, language) if p.label == name)
    return [text[m.start : m.end] for m in person.mentions if m.kind is NameKind.TITLE]


@pytest.mark.parametrize(
    ("language", "text", "name", "titles"),
    [
        (
            "en",
            "Kazakh Health Minister Daulet Sarsenov came.\nThe minister thanked Cuba.",
            "Daulet Sarsenov",
            ["minister"],
        ),
        ("en", "Cuban Ambassador Raul Prado came to Kazakhstan.\nThe envoy spoke.", "Raul Prado", ["envoy"]),
        (
            "en",
            "Kazakh Health Minister Daulet Sarsenov met Cuban Health Minister Raul Prado.\nThe Cuban minister agreed.",
            "Raul Prado",
            ["Cuban minister"],
        ),
        (
            "en",
            "Kazakh Health Minister Daulet Sarsenov met Cuba's Raul Prado, Minister of "
            "Health.\nThe Cuban official agreed.",
            "Raul Prado",
            ["Cuban official"],
        ),
        (
            "en",
            "The Head of State received WHO.\nTokayev of Kazakhstan spoke.",
            "Kassym-Jomart Tokayev",
            ["Head of State"],
        ),
        ("tr", "Sağlık Bakanı Fahrettin Koca geldi.\nBakan teşekkür etti.", "Fahrettin Koca", ["Bakan"]),
        (
            "tr",
            "Azerbaycan Sağlık Bakanı Teymur Musayev ile Sağlık Bakanı Fahrettin Koca "
            "geldi.\nKoca, mevkidaşına teşekkür etti.",
            "Teymur Musayev",
            ["mevkidaşına"],
        ),
        (
            "az",
            "Səhiyyə naziri Teymur Musayev və Türkiyənin səhiyyə naziri Kemal Memişoğlu "
            "gəlib.\nMusayev həmkarına təşəkkür edib.",
            "Kemal Memişoğlu",
            ["həmkarına"],
        ),
        (
            "kk",
            "Министр Ақмарал Әлназарова мен Өзбекстан денсаулық сақтау министрі Асилбек Худаяров келді.\n"
            "Әлназарова әріптесіне алғыс айтты.",
            "Asilbek Khudayarov",
            ["әріптесіне"],
        ),
        (
            "ru",
            "Министр здравоохранения Казахстана Даулет Сарсенов прибыл.\nМинистр выступил.",
            "Daulet Sarsenov",
            ["Министр"],
        ),
    ],
)
def test_a_title_refers_to_its_holder(language: str, text: str, name: str, titles: list[str]) -> None:
    assert titles_of(text, language, name) == titles


def test_a_surname_alone_takes_the_fullest_name_of_the_text() -> None:
    text = (
        "The head of the Ministry of Health of Kazakhstan spoke.\nGiniyat agreed.\n"
        "Azhan Giniyat left.\nA.Giniyat smiled."
    )
    (person,) = read(text, "en")
    assert (person.name, person.official, describe(person)) == (
        "Azhan Giniyat",
        "azhar-giniyat",
        "health minister / KZ",
    )
    assert [text[m.start : m.end] for m in person.mentions if m.kind is NameKind.NAME] == [
        "Giniyat",
        "Azhan Giniyat",
        "A.Giniyat",
    ]


def test_namesakes_in_one_text_stay_two() -> None:
    text = "Azerbaijani Health Minister Teymur Musayev met Uzbek Health Minister Behzod Musayev."
    assert {p.official for p in read(text, "en")} == {"teymur-musayev", "behzod-musaev"}


def test_a_minister_without_a_name_stays_without_one() -> None:
    people = read("Health Minister of Kazakhstan Daulet Sarsenov met the Minister of Health of Turkey.", "en")
    assert [(p.name, p.label) for p in people if p.name is None] == [(None, "health minister TR")]


def test_a_title_names_whom_the_body_names() -> None:
    people = read(
        "Baku hospital opens.\nKazakh Health Minister Daulet Sarsenov came.", "en", "Sarsenov Opens Hospital In Baku"
    )
    assert [(p.name, len(p.mentions)) for p in people] == [("Daulet Sarsenov", 2)]


@given(
    st.text(alphabet="AМaб .,'-\n(\"ıİəҚ", max_size=120),
    st.sampled_from(["en", "tr", "ru", "az", "kk", "ky", "uz", None]),
)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_text_is_read_without_a_fault(text: str, language: str | None) -> None:
    for person in read(text, language):
        assert all(text[m.start : m.end].strip() for m in person.mentions)


@pytest.mark.parametrize("language", ["en", "ru", "tr", None])
@pytest.mark.parametrize(
    "hostile",
    [
        "Minister of health and " * 3000,
        "de la " * 8000,
        "Aa-" * 8000,
        "A. " * 8000,
        "Health Minister Aaa Bbbov met Ccc Dddova. " * 700,
        "Health ministers " + ", ".join(f"Aa{i} Bb{i}" for i in range(5000)),
        "x" * 200_000,
        "МинистрMinister" * 8000,
    ],
    ids=range(8),
)
def test_hostile_text_does_not_hang_the_reader(hostile: str, language: str | None) -> None:
    read(hostile, language)


def test_a_first_name_alone_is_whoever_alone_bears_it_in_the_text() -> None:
    people = read("Malaysian Health Minister Karim Nasrullah came.\nKarim thanked Cuba.", "en")
    assert [(p.label, len(p.mentions)) for p in people] == [("Karim Nasrullah", 2)]
    two = "Malaysian Health Minister Karim Nasrullah met Cuba's envoy Karim Prado.\nKarim thanked Cuba."
    assert all(len(p.mentions) == 1 for p in read(two, "en"))
