"""Promises about the source a text names."""

from __future__ import annotations

import pytest

from bot.reading.text.layout import lay_out
from bot.reading.text.outlets import SourceGazetteer, find_outlet, find_outlets, read_source
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


AZ = "Səhiyyə naziri səfiri qəbul edib və onunla xəstəxanalardan danışıb."
TR = "Sağlık Bakanı büyükelçiyi kabul etti ve onunla hastaneleri konuştu."
RU = "Министр здравоохранения принял посла и обсудил с ним больницы и подготовку медсестер."
KK = "Денсаулық сақтау министрі елшіні қабылдап, ауруханалар туралы сөйлесті."
KY = "Саламаттык сактоо министри элчини кабыл алып, ооруканалар тууралуу сүйлөштү."
UZ = "Sogʻliqni saqlash vaziri elchini qabul qildi va u bilan shifoxonalar haqida suhbatlashdi."


@pytest.fixture(scope="module")
def seeded() -> SourceGazetteer:
    return SourceGazetteer(read_seeds().outlets)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{AZ}\n\nTapdiq.az-a nazirlikdən verilən məlumata görə, görüş çərşənbə günü olub.", "Tapdiq.az"),
        (f"{AZ}\n\nBu barədə Səhiyyə Nazirliyindən APA-ya məlumat verilib.", "APA"),
        (f"{AZ}\n\nBu barədə “Report”a nazirlikdən bildirilib.", "Report"),
        (f"{AZ} Oxu.Az bu barədə Səhiyyə Nazirliyinə istinadən xəbər verir.", "Oxu.Az"),
        (f"{AZ}\n\nAPA-nın Tbilisi müxbiri xəbər verir ki, onlar yenə görüşəcək.", "APA"),
        (f"{AZ[:-1]}, - deyə Axar.az məlumat verir.", "Axar.az"),
        (f"{AZ}\n\nNazir yenə görüşəcəklərini bildirib.(Turan İnformasiya Agentliyi)", "Turan"),
        (f"{AZ}\n\nNazir yenə görüşəcəklərini bildirib. (Samir Əli, APA)", "APA"),
        (f"{TR} Konuya ilişkin DHA muhabirine konuşan Bakan, memnun olduğunu söyledi.", "DHA"),
        (f"{TR} Bakan, DHA'ya yaptığı açıklamada memnun olduğunu söyledi.", "DHA"),
        (f"{TR}\n\nİHLAS HABER AJANSI", "İHA"),
        (f"{TR} (Ayşe Kaya/İHA)", "İHA"),
        (f"{RU[:-1]}, рассказали «Ленте.ру» в ведомстве.", "Лента.ру"),
        (f"{RU} Об этом Vesti.az сообщили в посольстве.", "Vesti.az"),
        (f"{RU} Об этом пишет агентство «Интерфакс».", "Interfax"),
        (f"{RU} Министр сказал об этом в интервью ТАСС.", "TASS"),
        (f"АСТАНА, 4 мар — Sputnik. {RU}", "Sputnik"),
        (f"Душанбе. 4 марта. УзТАГ - {RU}", "УзТАГ"),
        (f"Минск, 04.03.22 /Анна Ким – БЕЛТА/. {RU}", "BelTA"),
        (f'ТЕГЕРАН, 4 марта - ИП "МЕДинформ". {RU}', "МЕДинформ"),
        (f"Каир – МЕНА\n04-03-2021\n{RU}", "MENA"),
        (f"Қызылорда, BAQ.KZ. {KK}", "BAQ.KZ"),
        (f"Шымкент, Medicina.kz. {KK}", "Medicina.kz"),
        (f"{KK[:-1]}, - деп жазды Aikyn.kz министрлікке сілтеме жасап.", "Aikyn.kz"),
        (f"{KY[:-1]}, деп кабарлайт «Кабар» агенттиги.", "Kabar"),
        (f"{KY} Бул тууралуу AKIpress агенттигине министрликтен билдиришти.", "AKIpress"),
        (f"{UZ[:-1]}, deya xabar bermoqda Daryo.", "Daryo"),
        (f"{UZ} Bu haqda Kun.uzga vazirlikdan maʼlum qilishdi.", "Kun.uz"),
        (f"DAMASCUS, SANA- {SENTENCE}.", "SANA"),
        (f"Santiago, Mar 4 (ACN) {SENTENCE}.", "ACN"),
        (f"{SENTENCE}. He was speaking to the Cyprus Mail on Monday.", "Cyprus Mail"),
        (f"{SENTENCE}, the Example Health Times reported.", "Example Health Times"),
        (f"{SENTENCE}.\n\nCopyright © 2021 Ghana News Agency. All rights reserved.", "Ghana News Agency"),
        (f"Minister meets the new ambassador\n4 March 2021\nNew Vision (Kampala)\n\n{SENTENCE}.", "New Vision"),
    ],
)
def test_every_language_has_its_way_to_credit_an_outlet(text: str, name: str, seeded: SourceGazetteer) -> None:
    found = read_source(lay_out(text), Document(text=text, origin="test"), seeded)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    [
        f"{TR}\n\nBu sitede yayınlanan haberlerin telif hakları BBC ve Reuters gibi kaynaklara aittir.",
        f"{TR}\n\nFacebook Twitter BBC",
        f"{SENTENCE}.\n\nFollow us\nBBC\nCNN",
        f"{SENTENCE}. The visit to the MENA region and the APP of the ministry were discussed.",
        f"{SENTENCE}. Turkic states welcomed it, and Turkish Airlines flies there.",
        f"London, UK – {SENTENCE}.",
        f"{SENTENCE}. (Source: Government of Somewhere)",
        f"Foto: Ali Vali / “Xalq soʻzi”\n\n{UZ}",
    ],
)
def test_a_name_in_a_footer_or_talked_about_is_no_origin(text: str, seeded: SourceGazetteer) -> None:
    assert read_source(lay_out(text), Document(text=text, origin="test"), seeded) is None


UNLISTED = SourceGazetteer(
    (
        *OUTLETS,
        Outlet(slug="nation", name="The Nation (Pakistan)", names=("The Nation",), country="PK"),
        Outlet(slug="dha", name="DHA", names=("DHA",), country="TR", kind="agency"),
        Outlet(slug="report", name="Report", names=("Report",), country="AZ", kind="agency"),
    )
)
MORE = f"{SENTENCE}.\n\nThey will meet again in autumn, the ministry says."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Minister receives the ambassador\n\n4 May 2021\nLakePress (Entebbe)\nBy Ann Lee\n\n{MORE}", "LakePress"),
        (f"Minister receives the ambassador\n\n4 May 2021\nThe Nation (Nairobi)\nBy Ann Lee\n\n{MORE}", "The Nation"),
        (f"{MORE}\n\n© Copyright 2021 The Jeddah Herald. All Rights Reserved.", "Jeddah Herald"),
        (f"LAHORE, (PunjabPoint / Indus Point News - 3rd May, 2021) {MORE}", "PunjabPoint"),
        (f"Minister receives the ambassador\n\nDHA3 May 2021 12:10\n\n{MORE}", "DHA"),
        (f"{MORE}\n\nHaber-Kamera: Ali KAYA/İZMİR, (DHA)", "DHA"),
        (f"{MORE}\n\nИсточник: Министерство здравоохранения Примера", "Министерство здравоохранения Примера"),
        (f"{MORE}\n\nHavola: namuna.uz", "namuna.uz"),
        ("Nazir səfiri qəbul edib.\n\n“Report”un yerli bürosu bunu səfirlikdən öyrənib.", "Report"),
        (f"Minister receives the ambassador\n\nHealth Ministry (Kabul)\n\n{MORE}", None),
        (f"{MORE}\n\n© 2021 All Rights Reserved.", None),
    ],
)
def test_an_outlet_nobody_listed_is_named_in_unmistakable_places(text: str, name: str | None) -> None:
    found = read_source(lay_out(text), Document(text=text, origin="test"), UNLISTED)
    assert (found and found[0]) == name


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.gov.example/health/news/1", "health"),
        ("https://gov.example/trade/1", "gov"),
        ("http://WWW.Other.example/", ""),
        ("https://[broken", ""),
        (None, ""),
    ],
)
def test_who_publishes_is_told_by_the_site_and_the_path_on_it(url: str | None, slug: str) -> None:
    outlets = (
        Outlet(slug="gov", name="Government", names=(), address="https://gov.example"),
        Outlet(slug="health", name="Health", names=(), address="https://www.gov.example/health"),
    )
    assert find_outlet(Document(text="x", origin="x", url=url), None, SourceGazetteer(outlets)).slug == slug


def test_who_publishes_is_told_by_the_named_source_where_the_site_is_unknown() -> None:
    assert find_outlet(Document(text="x", origin="x"), "Тренд", GAZETTEER).slug == "trend"
