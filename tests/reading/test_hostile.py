"""Texts nobody meant for us: other languages, faulty encodings, look-alike letters, very much of anything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from storage.models.reading import Document, Reading
from tests.reading.test_document import assert_evidence

SPANISH = "El ministro de Salud de Cuba, José Ángel Portal, recibió a la ministra de Salud de Chile en La Habana. "
ARABIC = "التقى وزير الصحة الأذربيجاني نظيره الكازاخستاني في باكو وبحثا التعاون في مجال الطب. "
CHINESE = "阿塞拜疆卫生部长会见了哈萨克斯坦卫生部长，双方讨论了合作。"
RUSSIAN = "Министр здравоохранения Азербайджана Теймур Мусаев встретился с послом Кубы Карлосом Вальдесом."
BOILERPLATE = (
    "Home\nNews\nShare on Facebook\nRead also: Minister visits hospital\n© All rights reserved\nUSD 1.70\nEUR 1.85\n"
)


def read(text: str, gazetteer: Gazetteer) -> Reading:
    reading = read_document(Document(text=text, origin="t"), gazetteer)
    assert_evidence(reading)
    return reading


@pytest.mark.parametrize("sentence", [SPANISH, ARABIC, CHINESE], ids=["Spanish", "Arabic", "Chinese"])
@pytest.mark.parametrize("times", [1, 20])
def test_another_language_yields_no_minister_and_no_meeting(gazetteer: Gazetteer, sentence: str, times: int) -> None:
    reading = read(sentence * times, gazetteer)
    assert reading.language is None
    assert (reading.meetings, reading.agreements) == ((), ())
    assert all(person.role.value == "other" or person.official for person in reading.people)


def test_boilerplate_alone_names_nobody(gazetteer: Gazetteer) -> None:
    reading = read(BOILERPLATE * 10, gazetteer)
    assert (reading.people, reading.meetings, reading.agreements, reading.published_on) == ((), (), (), None)


def test_a_title_alone_is_read_for_what_it_says(gazetteer: Gazetteer) -> None:
    reading = read("Health Minister Teymur Musayev meets Cuban ambassador", gazetteer)
    assert [person.name for person in reading.people] == ["Teymur Musayev"]
    assert {country.code for country in reading.countries} == {"CU", "AZ"}


@pytest.mark.parametrize(("written", "taken"), [("utf-8", "cp1251"), ("utf-8", "latin-1"), ("cp1251", "latin-1")])
def test_a_faulty_encoding_invents_nothing(gazetteer: Gazetteer, written: str, taken: str) -> None:
    reading = read((RUSSIAN * 4).encode(written).decode(taken, "replace"), gazetteer)
    assert reading.meetings == ()
    assert all(person.role.value == "other" for person in reading.people)
    assert {country.code for country in reading.countries} == set()


@pytest.mark.parametrize(
    "written",
    [
        "Teymur \u200bMusa\u200byev",
        "Teymur Mus\u00adayev",
        "\u202aTeymur Musayev\u202c",
        "Teymur \u041cusayev",
        "Teymur Mus\u0430yev",
        "T\u0435ymur Musayev",
    ],
    ids=["zero width", "soft hyphen", "direction", "Cyrillic M", "Cyrillic a", "Cyrillic e"],
)
def test_invisible_and_look_alike_letters_do_not_hide_a_minister(gazetteer: Gazetteer, written: str) -> None:
    reading = read(f"Health Minister of Azerbaijan {written} received doctors from Baku.", gazetteer)
    assert [(person.official, person.role.value, person.country) for person in reading.people] == [
        ("teymur-musayev", "health minister", "AZ")
    ]


def test_a_text_of_a_million_letters_is_read(gazetteer: Gazetteer) -> None:
    paragraph = "Doctors of Cuba spoke at length about vaccines, and nothing else was told of that day.\n\n"
    reading = read(paragraph * (1_000_000 // len(paragraph)), gazetteer)
    assert {country.code for country in reading.countries} == {"CU"}
    assert reading.people == ()


def test_thousands_of_names_are_read(gazetteer: Gazetteer) -> None:
    syllables = ("ba", "de", "ki", "lo", "mu", "na", "ri", "so", "tu", "ve")
    names = [
        f"{a}{b}n".title() + " " + f"{c}{d}rov".title()
        for a in syllables
        for b in syllables
        for c in syllables
        for d in syllables[:2]
    ]
    reading = read("Health Minister " + ". Health Minister ".join(names) + ".", gazetteer)
    assert len(reading.people) > 1000


PIECES = st.sampled_from(
    (
        *("Health Minister ", "of Cuba ", "Kazakhstan's ", "министр здравоохранения ", "денсаулық сақтау министрі "),
        *("was replaced by ", "with him came ", "At its head was ", "вместе с ним приехал ", "yerinə ", "орнына "),
        *(
            "José Ángel ",
            "Мусаев ",
            "Teymur Mus\u0430yev ",
            "O‘ktam ",
            "’",
            "\u200b",
            "\u0301",
            "İ",
            "ﬁ",
            "ß",
            "𝐀",
            "🇰🇿",
        ),
        *(
            "met ",
            "ilə görüşüb",
            "подписали меморандум ",
            "12 March 2024",
            "2024-01-01",
            "\n",
            "\n\n",
            ". ",
            "«",
            "»",
            "(",
        ),
    )
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_whatever_is_written_every_fact_stands_in_the_text(gazetteer: Gazetteer, text: str) -> None:
    assert_evidence(read_document(Document(text=text, origin="t"), gazetteer))
