"""Talks that no word names, and what is none."""

from __future__ import annotations

import pytest

from tests.reading.events.scene import tables_of

A, B = "{Aydan Rzayeva|AZ}", "{Berik Sadykov|KZ}"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} told {B} that nurses would come."),
        (
            "en",
            f"{B}, whom Baku expected, arrived.\n{A} took him through the hospital.\nThe two then went over a plan.",
        ),
        ("en", f"{A} opened the ward.\n{B} praised the nurses.\nBoth ministers agreed on more."),
        ("ru", f"{A} рассказала министру {B} о больницах."),
        ("ru", f"{A} открыла клинику.\n{B} похвалил врачей.\nСтороны договорились о новых поездках."),
        ("tr", f"{A} hastaneyi anlattı.\n{B} hemşireleri övdü.\nİki bakan yeni geziler için sözleşti."),
        ("az", f"{A} xəstəxanadan deyib.\n{B} həkimləri tərifləyib.\nTərəflər yeni səfərlər barədə razılaşıblar."),
        ("kk", f"{A} аурухананы айтты.\n{B} дәрігерлерді мақтады.\nТараптар жаңа сапарларға келісті."),
    ],
)
def test_an_exchange_of_two_whom_a_text_is_about_is_a_meeting(language: str, marked: str) -> None:
    assert [{name for side in sides for name in side} for sides in tables_of(marked, language)] == [
        {"Aydan Rzayeva", "Berik Sadykov"}
    ]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} told reporters that {B} had resigned."),
        ("en", f"{A} wrote a letter.\nIn it she told {B} that nurses would come."),
        ("en", f"{A} opened the ward.\n{B} praised the nurses in a message.\nBoth ministers are doctors."),
        ("en", f"{A} opened the ward.\nIt has two rooms.\nThe two are green.\n{B} is in Astana."),
        ("ru", f"Об этом сообщила {A}, а министр {B} уточнил."),
        ("tr", f"{A} tebrik mesajı yolladı.\n{B} teşekkür etti.\nTaraflar iyi komşudur."),
    ],
)
def test_without_an_exchange_nobody_met(language: str, marked: str) -> None:
    assert tables_of(marked, language) == []


def test_whoever_also_attended_beside_another_is_no_side() -> None:
    company = "Minister {Anna Berg|KZ|other official} and Secretary {Carl Dahl|KZ|other official} were also there"
    assert tables_of(f"{A} held talks with {B}; {company}.", "en") == [(("Aydan Rzayeva",), ("Berik Sadykov",))]
