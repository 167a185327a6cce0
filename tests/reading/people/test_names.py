"""Inflected names meet their nominatives; what is shown is the nominative in Latin letters."""

from __future__ import annotations

import pytest

from bot.reading.people.names import ACCUSATIVE, GENITIVE, bases, is_person_shaped, nominative, readings, to_latin
from storage.folding import name_key


@pytest.mark.parametrize(
    ("language", "form", "nominative_form"),
    [
        ("ru", "Мусаева", "Мусаев"),
        ("ru", "Мусаеву", "Мусаев"),
        ("ru", "Мусаевым", "Мусаев"),
        ("ru", "Мусаеве", "Мусаев"),
        ("ru", "Альназаровой", "Альназарова"),
        ("ru", "Альназарову", "Альназарова"),
        ("ru", "Цоем", "Цой"),
        ("ru", "Алексея", "Алексей"),
        ("ru", "Игорем", "Игорь"),
        ("ru", "Садовского", "Садовский"),
        ("ru", "Мурашко", "Мурашко"),
        ("az", "Musayevlə", "Musayev"),
        ("az", "Musayevin", "Musayev"),
        ("az", "Kocanın", "Koca"),
        ("az", "Memişoğlunu", "Memişoğlu"),
        ("tr", "Kocanın", "Koca"),
        ("kk", "Клюгемен", "Клюге"),
        ("kk", "Сұлтанғазиевтің", "Сұлтанғазиев"),
        ("kk", "Худаяровпен", "Худаяров"),
        ("kk", "Тоқаевқа", "Тоқаев"),
        ("ky", "Жапаровдун", "Жапаров"),
        ("uz", "Xudayorovning", "Xudayorov"),
        ("uz", "Klyugeni", "Klyuge"),
    ],
)
def test_a_form_may_come_from_its_nominative(language: str, form: str, nominative_form: str) -> None:
    assert nominative_form in bases(form, language)


@pytest.mark.parametrize(
    ("language", "words", "case", "shown"),
    [
        ("ru", "Алымкадыра Бейшеналиева", "genitive", "Алымкадыр Бейшеналиев"),
        ("ru", "Лола Бобоходжаева", None, "Лола Бобоходжаева"),
        ("ru", "Романом Скляром", "instrumental", "Роман Скляр"),
        ("ru", "Еленой Садовской", "instrumental", "Елена Садовская"),
        ("ru", "Теймуром Мусаевым", None, "Теймур Мусаев"),
        ("az", "Teymur Musayevlə", None, "Teymur Musayev"),
        ("az", "Ellada Quliyeva", None, "Ellada Quliyeva"),
        ("az", "Vasile Soareni", ACCUSATIVE, "Vasile Soare"),
        ("az", "Marek Kovaçın", GENITIVE, "Marek Kovaç"),
        ("ru", "Ивану Петрову", "dative", "Иван Петров"),
        ("ru", "Арама Саркисяна", None, "Арам Саркисян"),
        ("kk", "Тимур Сұлтанғазиевтің", None, "Тимур Сұлтанғазиев"),
        ("en", "Adham Baba", None, "Adham Baba"),
    ],
)
def test_the_nominative_is_shown(language: str, words: str, case: str | None, shown: str) -> None:
    assert " ".join(nominative(tuple(words.split()), language, case)) == shown


@pytest.mark.parametrize(
    ("language", "name", "latin"),
    [
        ("ru", "Теймур Мусаев", "Teymur Musayev"),
        ("ru", "Дмитрий Щукин", "Dmitry Shchukin"),
        ("kk", "Ержан Нұрлыбаев", "Yerzhan Nurlybayev"),
        ("kk", "Қасым-Жомарт", "Kasym-Zhomart"),
        ("uz", "Олган Ҳожиев", "Olgan Hojiyev"),
        ("en", "José Ángel", "José Ángel"),
    ],
)
def test_names_are_transliterated_in_the_usual_way(language: str, name: str, latin: str) -> None:
    assert to_latin(name, language) == latin


def test_initials_after_the_surname_are_read_as_before_it() -> None:
    assert readings(("Мурашко", "М", "А"), "ru")[0] == name_key("М. Мурашко")


def test_a_name_is_found_without_its_diacritics() -> None:
    assert name_key("Simun Babic") in readings(("Šimun", "Babić"), "en")


def test_a_patronymic_may_be_left_out() -> None:
    assert name_key("Михаил Мурашко") in readings(("Михаил", "Альбертович", "Мурашко"), "ru")


@pytest.mark.parametrize("surname", ["Нанушян", "Kapanadze", "Musayevlə", "Мусаевым", "Memişoğlu", "Baba"])
def test_a_surname_shows_by_its_end(surname: str) -> None:
    assert is_person_shaped(("X", surname), "az" if surname.isascii() is False else "ru") is (surname != "Baba")
