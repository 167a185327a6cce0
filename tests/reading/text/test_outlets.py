"""Promises about the source a text names."""

from __future__ import annotations

import pytest

from bot.reading.text.layout import lay_out
from bot.reading.text.outlets import SourceGazetteer, find_outlets, read_source
from storage.models.reading import Document
from storage.models.seeds import Outlet
from storage.seeds import read_seeds

OUTLETS = (
    Outlet(slug="trend", name="Trend", names=("Trend News Agency", "Тренд"), country="AZ", kind="agency"),
    Outlet(slug="kazinform", name="Kazinform", names=("KAZINFORM", "Казинформ"), country="KZ", kind="agency"),
    Outlet(slug="herald", name="The Korea Herald", names=("Korea Herald",), country="KR"),
    Outlet(slug="akorda", name="Akorda", names=("Акорда",), country="KZ", kind="presidency"),
    Outlet(slug="nca", name="nCa", names=(), country="TM"),
)
GAZETTEER = SourceGazetteer(OUTLETS)
SENTENCE = "The health minister received the ambassador and spoke with him about hospitals"


def _source(text: str, declared: str | None = None) -> str | None:
    found = read_source(lay_out(text), Document(text=text, origin="test", source=declared), GAZETTEER)
    if found and found[1]:
        assert text[slice(*found[1])].strip()
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{SENTENCE}, Trend reports via the ministry.", "Trend"),
        (f"{SENTENCE}.\n\nAccording to Korea Herald, they will meet again.", "The Korea Herald"),
        ("Министр здравоохранения принял посла, передает Тренд.", "Trend"),
        ("Министр здравоохранения принял посла, сообщает корреспондент Казинформа.", "Kazinform"),
        (f"ASTANA. KAZINFORM – {SENTENCE}.", "Kazinform"),
        (f"Lusaka (SOME NEWS) - {SENTENCE}.", "SOME NEWS"),
        (f"By Ali Vali - Trend:\n\n{SENTENCE}.", "Trend"),
        (f"{SENTENCE}. ///nCa, 3 May 2021", "nCa"),
        (f"Images | Akorda\n\n{SENTENCE}.", "Akorda"),
        (f"{SENTENCE}.\n\nStay up-to-date with more news on Trend News Agency's channel", "Trend"),
        (f"Bakan elçiyle sağlığı konuştu - Deniz TV\n\nBakan Elçiyle Sağlığı Konuştu\n\n{SENTENCE}.", "Deniz TV"),
        ("Xeber.az yazır ki, səhiyyə naziri səfirlə görüşüb və xəstəxanalardan danışıb.", "Xeber.az"),
        ('Министр елшіні қабылдады, - деп жазады "Habar.kz" агенттігі.', "Habar.kz"),
        (f"{SENTENCE}, передает lenta-test.kz.", "lenta-test.kz"),
    ],
)
def test_the_origin_is_read_where_the_text_names_it(text: str, name: str) -> None:
    assert _source(text) == name


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}.",
        f"{SENTENCE}, the press service of the ministry reported.",
        f"{SENTENCE}. A trend towards prevention reports itself.",
        f"Akorda hosted the talks. {SENTENCE}.",
        f"{SENTENCE}.\n\nALSO READ: Trend reports record numbers",
    ],
)
def test_no_origin_is_invented(text: str) -> None:
    assert _source(text) is None


def test_what_the_carrier_declares_is_taken_by_its_usual_name() -> None:
    assert _source(f"{SENTENCE}.", "trend news agency") == "Trend"
    assert _source(f"{SENTENCE}.", "My Paper") == "My Paper"


def test_outlets_are_found_so_that_their_countries_can_be_masked() -> None:
    text = "İstanbul: he told The Korea Herald about Korea."
    (span,) = find_outlets(text, GAZETTEER)
    assert text[slice(*span)] == "The Korea Herald"


def test_the_seeds_name_the_outlets_of_the_field() -> None:
    outlets = read_seeds().outlets
    assert len(outlets) >= 40
    gazetteer = SourceGazetteer(outlets)
    for name in (
        "Trend",
        "Azernews",
        "Kazinform",
        "Anadolu Ajansı",
        "АЗЕРТАДЖ",
        "ҚазАқпарат",
        "Кабар",
        "Bengü Türk",
        "Акорда",
    ):
        assert gazetteer.known(name) is not None, name
