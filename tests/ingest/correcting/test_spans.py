"""Where a text names somebody or some country: nothing is found that does not stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.correcting.spans import find_country_spans, find_name
from bot.reading.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "language", "name", "forms"),
    [
        ("Minister Adham Baba spoke. Baba left.", "en", "Adham Baba", ["Adham Baba"]),
        ("Министр Теймур Мусаев прибыл. Мусаева встретили.", "ru", "Teymur Musayev", ["Теймур Мусаев"]),
        ("Встреча с Мусаевым прошла в Баку.", "ru", "Мусаев", ["Мусаевым"]),
        ("Bakan Koca'nın konuşması", "tr", "Fahrettin Koca", ["Koca"]),
        ("Ministr MUSAYEV TEYMUR gəldi", "az", "Teymur Musayev", ["MUSAYEV TEYMUR"]),
        ("The envoy, Ursula von der Leyen, spoke", "en", "Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Fahad Al-Jalajel received him", "en", "Fahad Al-Jalajel", ["Fahad Al-Jalajel"]),
    ],
)
def test_a_name_is_found_in_any_script_order_and_case(text: str, language: str, name: str, forms: list[str]) -> None:
    found = find_name(text, language, name)
    assert found is not None
    assert [text[slice(*span)] for span in found.spans] == forms


@pytest.mark.parametrize("name", ["Fahrettin Koca", "Teymur Musayev", "", "-", "العلي", "12"])
def test_a_name_that_does_not_stand_there_is_not_found(name: str) -> None:
    assert find_name("Teymur Aliyev met the minister; a musayev is nobody.", "en", name) is None


def test_only_what_stands_there_of_a_name_is_taken_over() -> None:
    found = find_name("Minister Musayev spoke.", "en", "Teymur Musayev")
    assert found is not None
    assert found.written == "Musayev"


@given(st.text(alphabet="Аа Мусаев Koca-ЁўI'\n.", max_size=60), st.sampled_from(["Мусаев", "Koca", "А Koca"]))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_span_is_always_words_of_the_text(text: str, name: str) -> None:
    found = find_name(text, "ru", name)
    for start, end in found.spans if found else ():
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@pytest.mark.parametrize(
    ("text", "language", "code", "forms"),
    [
        ("Делегация из Кубы прибыла.", "ru", "CU", ["Кубы"]),
        ("The delegation of Congo came.", "en", "CG", ["Congo"]),
        ("The delegation of Congo came.", "en", "CD", ["Congo"]),
        ("The delegation of Kenya came.", "en", "CU", []),
        ("Kenyatta spoke to the incubator.", "en", "CU", []),
    ],
)
def test_a_country_is_found_also_by_a_form_that_another_bears_first(
    text: str, language: str, code: str, forms: list[str], gazetteer: Gazetteer
) -> None:
    spans = find_country_spans(text, language, code, gazetteer.countries)
    assert [text[slice(*span)] for span in spans] == forms
