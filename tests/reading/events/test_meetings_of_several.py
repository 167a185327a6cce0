"""One host with several guests, calls, and what only looks like talks."""

from __future__ import annotations

import pytest

from tests.reading.events.scene import meetings_of, tables_of

A, B = "{Aydan Rzayeva|AZ}", "{Berik Sadykov|KZ}"
C, D = "{Cem Kaya|TR}", "{Dora Lovas|HU}"


def _pairs(marked: str, language: str | None) -> set[frozenset[str]]:
    return {
        frozenset((one.split()[0], other.split()[0]))
        for first, second in tables_of(marked, language)
        for one in first
        for other in second
    }


HOST_AND_THREE = {frozenset(("Aydan", "Berik")), frozenset(("Aydan", "Cem")), frozenset(("Aydan", "Dora"))}

LISTS = [
    ("en", f"{A} met with Kazakh Health Minister {B}, Turkish Health Minister {C} and Hungarian minister {D}."),
    ("en", f"{A} held separate meetings with {B}, {C}, and {D} in Geneva."),
    ("en", f"{A} received {B}, {C} and {D}."),
    ("en", f"{B}, {C} and {D} were received by {A}."),
    ("en", f"Three guests, one after another, were received by {A}: minister {B}; minister {C}; and minister {D}."),
    ("en", f"{A} received three colleagues, each alone: {B}, {C} and {D}."),
    ("en", f"{A} held phone calls with {B}, {C} and {D}, the ministry said."),
    ("tr", f"{A}, Kazakistan Sağlık Bakanı {B}, Türkiye Sağlık Bakanı {C} ve Macar mevkidaşı {D} ile görüştü."),
    ("tr", f"{A}, kongrede {B}, {C} ve {D} ile ayrı ayrı bir araya geldi."),
    ("tr", f"{A}, {B}, {C} ve {D}'ı telefonla ayrı ayrı aradı."),
    ("tr", f"{A}, makamında {B}, {C} ve {D}'ı kabul etti."),
    (
        "ru",
        f"{A} встретилась с министром здравоохранения Казахстана {B}, турецким коллегой {C} и главой минздрава {D}.",
    ),
    ("ru", f"{A} провела переговоры с {B}, {C} и {D}."),
    ("ru", f"{A} приняла {B}, {C} и {D}."),
    ("az", f"{A} Qazaxıstanın səhiyyə naziri {B}, Türkiyənin səhiyyə naziri {C} və Macarıstan naziri {D} ilə görüşüb."),
    ("az", f"{A} {B}, {C} və {D}la ayrı-ayrılıqda görüşüb."),
    ("kk", f"{A} Қазақстан министрі {B}, {C} және {D}мен кездесті."),
    ("ky", f"{A} {B}, {C} жана {D} менен жолугушту."),
    ("uz", f"{A} {B}, {C} va {D} bilan uchrashdi."),
]


@pytest.mark.parametrize(("language", "marked"), LISTS)
def test_a_host_meets_each_guest_of_a_list(language: str, marked: str) -> None:
    assert _pairs(marked, language) == HOST_AND_THREE


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} opened the congress.\n{A} spoke of care.\nLater she met with {B} and {C}."),
        ("tr", f"{A} kongreyi açtı.\n{A} konuştu.\nBakan ayrıca {B} ve {C} ile birer görüşme gerçekleştirdi."),
        ("ru", f"{A} открыла конгресс.\n{A} выступила.\nОна также встретилась с {B} и {C}."),
        ("az", f"{A} konqresi açıb.\n{A} danışıb.\nO, {B} və {C} ilə görüşüb."),
        ("kk", f"{A} конгресті ашты.\n{A} сөйледі.\nОл {B} және {C} мен кездесті."),
        ("uz", f"{A} kongressni ochdi.\n{A} gapirdi.\nU {B} va {C} bilan uchrashdi."),
    ],
)
def test_guests_of_a_host_named_before_are_not_paired_with_each_other(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Aydan", "Berik")), frozenset(("Aydan", "Cem"))}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} opened the congress.\n{A} spoke.\n{B} praised it. \nHe met with {C}."),
        ("ru", f"{A} открыла конгресс.\n{A} выступила.\n{B} похвалил его.\nОн встретился с {C}."),
        ("tr", f"{A} kongreyi açtı.\n{A} anlattı.\n{B} teşekkür etti.\nO, {C} ile görüştü."),
        ("ky", f"{A} жыйынды ачты.\n{A} айтты.\n{B} рахмат айтты.\nАл {C} менен жолугушту."),
    ],
)
def test_a_pronoun_is_the_last_one_named(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Berik", "Cem"))}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("tr", f"{A}, {B} ile telefonda görüştüklerini belirtti."),
        ("tr", f"{B} ile buluştuklarını belirten {A}, iş birliğinin büyüdüğünü söyledi."),
        ("tr", f"{B} ile de konuştuğunu aktaran {A}, adımların ele alındığını söyledi."),
        ("tr", f"{B}, {A}'nın makamına gelmiş, heyetler konuşmuştur."),
        ("tr", f"{A}, {B}'u telefonla aradı."),
        ("az", f"{A} {B}a zəng edib."),
        ("az", f"{A} {B} ilə telefonla danışıb."),
        ("ru", f"{A} созвонилась с {B}."),
        ("ru", f"У {A} был телефонный разговор с {B}."),
        ("ru", f"{A} позвонила {B}."),
        ("en", f"{A} telephoned {B}."),
        ("en", f"{A} called {B} by phone."),
        ("kk", f"{A} {B}пен телефон арқылы сөйлесті."),
        ("ky", f"{A} {B} менен телефон аркылуу сүйлөштү."),
        ("uz", f"{A} {B} bilan telefon orqali gaplashdi."),
    ],
)
def test_calls_and_reported_verbs_are_talks(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Aydan", "Berik"))}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("az", f"{A} {B}un istefa ərizəsini qəbul edib."),
        ("az", f"{A} {B}un təklifini qəbul edib."),
        ("tr", f"{A}, {B}'un istifasını kabul etti."),
        ("tr", f"{A} ve {B} planı kabul etti."),
        ("ru", f"{A} приняла отставку {B}."),
        ("ru", f"{A} и {B} приняли закон о донорстве."),
        ("kk", f"{A} {B}тың өтінішін қабылдады."),
        ("ky", f"{A} {B}дун сунушун кабыл алды."),
        ("uz", f"{A} {B}ning taklifini qabul qildi."),
        ("en", f"{A} received a letter from {B}."),
        ("en", f"{A} welcomed the proposal of {B}."),
    ],
)
def test_what_is_accepted_must_be_a_person(language: str, marked: str) -> None:
    assert _pairs(marked, language) == set()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} met with {B}, and {C} said that vaccines had arrived."),
        ("ru", f"{A} встретилась с {B}, а {C} рассказал о вакцинах."),
        ("tr", f"{A}, {B} ile görüştü ve {C} aşıları anlattı."),
    ],
)
def test_a_new_clause_names_no_guest(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Aydan", "Berik"))}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("tr", f"{A} ve {B}, {C} ile görüştü."),
        ("az", f"{A} və {B}, {C} ilə görüşüb."),
        ("en", f"{A} and {B} met with {C}."),
        ("ru", f"{A} и {B} встретились с {C}."),
    ],
)
def test_two_hosts_meet_one_guest(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Aydan", "Cem")), frozenset(("Berik", "Cem"))}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} was worried by reports that {B} had allegedly met {C}."),
        ("az", f"{A} {B} ilə {C}ın görüşündə guya belə fikir səsləndiyini deyib."),
        ("ru", f"{A} сообщила, что якобы состоялась встреча {B} с {C}."),
    ],
)
def test_hearsay_is_no_meeting_of_the_article(language: str, marked: str) -> None:
    assert all(meeting.is_background for meeting in meetings_of(f"One.\nTwo.\n{marked}", language))


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "{Omar Bek|KZ|president} received {Berik Sadykov|KZ} and {Dana Omar|KZ|other official}."),
        ("ru", "{Omar Bek|KZ|president} принял {Berik Sadykov|KZ} и {Dana Omar|KZ|other official}."),
        ("az", "{Omar Bek|KZ|president} {Berik Sadykov|KZ} və {Dana Omar|KZ|other official}la görüşüb."),
    ],
)
def test_a_host_may_receive_several_of_his_own(language: str, marked: str) -> None:
    assert _pairs(marked, language) == {frozenset(("Omar", "Berik")), frozenset(("Omar", "Dana"))}
