"""Promises about sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.text.page.sentences import LONGEST, split_sentences


def _split(text: str, *, has_ordinals: bool = False) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), has_ordinals=has_ordinals)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["T. Musayev saw A.Giniyat.", "Dr. Koca came too."],
        ["The 8 апреля 2025 г. Токаев приехал.", "Он рад."],
        ["Nazir T.Musayev danışıb.", "2026-cı il yaxındır."],
        ["Бұл 2024 ж. Астанада болды.", "Кейін ол кетті."],
        ["«Мы рады», - сказал Ю. Л. Петров.", "Потом он уехал."],
        ['"Is it so?" she asked.', '"It is."'],
        ["Clinic No. 5 opened on Sept. 2 in Baku.", "It rose by 4.6 percent in 2023.", "The end."],
        ["The U.S. Health Secretary left!", "Why?", "Nobody knows…", "Then came Sh. Karimov."],
        ["Учились в Баку, Шуше и др.", "Министр доволен."],
    ],
)
def test_a_full_stop_of_an_abbreviation_or_initial_ends_nothing(sentences: list[str]) -> None:
    assert _split(" ".join(sentences)) == sentences


def test_an_ordinal_stays_with_its_noun_in_turkish() -> None:
    text = "Bakan 75. Sağlık Meclisi'nde konuştu. Sonra döndü."
    assert _split(text, has_ordinals=True) == ["Bakan 75. Sağlık Meclisi'nde konuştu.", "Sonra döndü."]


def test_glued_sentences_are_parted_and_names_of_sites_are_not() -> None:
    assert _split("Bakan Bakü'ye geldi.Azerbaycan onu bekliyordu. Haber.az yazdı.") == [
        "Bakan Bakü'ye geldi.",
        "Azerbaycan onu bekliyordu.",
        "Haber.az yazdı.",
    ]


def test_no_sentence_is_endless() -> None:
    assert all(len(s) <= LONGEST for s in _split("word " * 5000))


@given(st.text(alphabet='Aa Бб.!?…"”»\n1 ', max_size=300))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_sentences_are_in_order_trimmed_and_apart(text: str) -> None:
    at = 0
    for start, end in split_sentences(text, 0, len(text), has_ordinals=False):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end
