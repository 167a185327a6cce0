"""Whom an official acts for where the title does not say: told by the words around it, or left open."""

from __future__ import annotations

import pytest

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from storage.models.reading import Document
from storage.models.seeds import Role
from storage.seeds import read_seeds

GAZETTEER = Gazetteer(read_seeds())


def country_of(text: str, language: str, surname: str) -> str | None:
    """The country read for the person of that surname."""
    reading = read_document(Document(text=text, origin="x", language=language), GAZETTEER)
    return next(p.country for p in reading.people if p.name.split()[-1] == surname)


@pytest.mark.parametrize(
    ("language", "text", "surname", "country"),
    [
        (
            "en",
            "Kenyan Health Minister Amos Barasa held talks in Havana with Cuban officials, among "
            "them the deputy minister "
            "of health, Lidia Prado. Vaccines were discussed.",
            "Prado",
            "CU",
        ),
        (
            "en",
            "The forum in Riga gathered experts from Latvia, Ghana and Norway. The Minister of "
            "Health, Amos Barasa, spoke "
            "for Ghana.",
            "Barasa",
            "GH",
        ),
        (
            "en",
            "Ghana and Norway agreed on vaccines. Norwegian Health Minister Lars Hagen met the "
            "Minister of Health Amos "
            "Barasa.",
            "Barasa",
            "GH",
        ),
        (
            "ky",
            "Кыргызстандын министри Азамат Токтоев Түркияда иш сапарда. Ал Анкарада өлкөнүн "
            "саламаттык сактоо министринин "
            "орун басары Мурат Демир менен жолукту.",
            "Demir",
            "TR",
        ),
        (
            "tr",
            "Türkiye Sağlık Bakanı Murat Demir geldi. Hindistan Sağlık ve Aile Refahı Bakan "
            "Yardımcısı Rajan Bhatt konuştu.",
            "Bhatt",
            "IN",
        ),
        (
            "en",
            "A team of the Ministry of Health of Ghana flew to Oslo, where Norway and Latvia hold a fair. At its head "
            "was Deputy Health Minister Kofi Amoah; with him came Esi Darko, head of the laboratory.",
            "Darko",
            "GH",
        ),
        (
            "en",
            "A team of the Ministry of Health of Ghana flew to Oslo, where Norway and Latvia hold a fair. At its head "
            "was Deputy Health Minister Kofi Amoah; with him came Esi Darko, head of the laboratory.",
            "Amoah",
            "GH",
        ),
        (
            "ru",
            "Делегация Минздрава Ганы прибыла в Осло, где Норвегия и Латвия проводят ярмарку. Ее возглавляет "
            "заместитель министра здравоохранения Кофи Амоа; вместе с ним приехала руководитель лаборатории Эси Дарко.",
            "Darko",
            "GH",
        ),
        (
            "tr",
            "Gana Sağlık Bakanı Kofi Amoah, Norveç ve Letonya fuarına geldi. Amoah'a kendisine eşlik eden Genel Müdür "
            "Esi Darko yardım etti.",
            "Amoah",
            "GH",
        ),
        (
            "en",
            "Ghanaian state minister of health meets guests from Oslo. Latvia looks on.\n\nKofi Amoah, State Minister "
            "for Health in charge of General Duties, met guests from Norway and Latvia.",
            "Amoah",
            "GH",
        ),
        (
            "en",
            "Norway and Latvia opened a fair. Kofi Amoah, State Minister for Health in charge of General Duties of the "
            "Republic of Ghana, welcomed them.",
            "Amoah",
            "GH",
        ),
        ("tr", "Suriye'den heyet geldi. Sağlık Bakanımız Murat Demir, Suriye heyetini dinledi.", "Demir", "TR"),
    ],
)
def test_the_words_around_tell_the_country(language: str, text: str, surname: str, country: str) -> None:
    assert country_of(text, language, surname) == country


@pytest.mark.parametrize(
    ("language", "text", "surname"),
    [
        (
            "en",
            "Rwanda and Norway will share laboratories. Health Secretary Amos Barasa praised the "
            "step. Rwanda will pay for "
            "half, and Norway for the rest.",
            "Barasa",
        ),
        (
            "ru",
            "Латвия и Норвегия договорились о поставках вакцин. Об этом сообщил министр "
            "здравоохранения Андрис Калныш. "
            "Латвия и Норвегия построят завод.",
            "Kalnysh",
        ),
        ("tr", "Norveç ve Letonya aşı için anlaştı. Sağlık Bakanı Lars Hagen Norveç için konuştu.", "Hagen"),
    ],
)
def test_a_country_is_left_open_where_two_are_possible(language: str, text: str, surname: str) -> None:
    assert country_of(text, language, surname) is None


@pytest.mark.parametrize(
    ("text", "surname", "role"),
    [
        ("Health and Human Services Secretary Xavier Becerra met India's doctors.", "Becerra", Role.HEALTH_MINISTER),
        (
            "Oman's minister thanked Director-General Tedros Adhanom Ghebreyesus for vaccines.",
            "Ghebreyesus",
            Role.WHO_DIRECTOR_GENERAL,
        ),
    ],
)
def test_a_known_officials_role_is_not_lost_to_a_title_that_says_less(text: str, surname: str, role: Role) -> None:
    reading = read_document(Document(text=text, origin="x", language="en"), GAZETTEER)
    assert next(p.role for p in reading.people if p.name.split()[-1] == surname) is role
