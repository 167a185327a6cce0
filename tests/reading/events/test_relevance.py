"""What is health diplomacy and what is not, with the reason."""

from __future__ import annotations

import pytest

from bot.reading.events.meetings import find_meetings
from bot.reading.events.relevance import judge_relevance
from tests.reading.events.scene import set_scene

WHO = "{Ola Nord|WHO|WHO regional director}"


def relevance_of(marked: str, parties: tuple[str, ...], language: str = "en") -> tuple[bool, str]:
    """The judgement on a text."""
    scene = set_scene(marked)
    meetings = find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)
    return judge_relevance(scene.plain_text, scene.cast, parties, meetings, ())


def test_a_meeting_of_health_ministers_is_relevant_and_says_why() -> None:
    is_relevant, reason = relevance_of("Health Minister {A Rza|AZ} met Health Minister {B Sad|KZ}.", ("AZ", "KZ"))
    assert is_relevant
    assert "a meeting" in reason


def test_a_meeting_that_has_nothing_to_do_with_health_is_not() -> None:
    assert relevance_of("{A Rza|AZ|president} met {B Sad|KZ|president}.", ("AZ", "KZ")) == (
        False,
        "nothing about health",
    )


def test_a_hospital_that_opens_at_home_is_not() -> None:
    assert not relevance_of("A hospital has opened.\nDoctors are glad.", ("AZ",))[0]


@pytest.mark.parametrize(
    ("language", "marked", "parties"),
    [
        ("en", "Oman donated ambulances to Chad.\nHealth Minister {A Rza|TD} thanked the donor.", ("OM", "TD")),
        ("ru", "Оман передал Чаду партию вакцин.\nМинистр {Али Рза|TD} поблагодарил врачей.", ("OM", "TD")),
        ("tr", "Umman, Çad'a ambulans hibe etti.\nSağlık Bakanı {Ali Rıza|TD} teşekkür etti.", ("OM", "TD")),
    ],
)
def test_what_one_country_gives_another_for_its_health_is_relevant(
    language: str, marked: str, parties: tuple[str, ...]
) -> None:
    is_relevant, reason = relevance_of(marked, parties, language)
    assert (is_relevant, "aid" in reason) == (True, True)


def test_an_agreement_signed_with_the_who_is_relevant() -> None:
    text = "The Health Ministry of Oman and the WHO signed a plan on vaccines.\nHealth Minister {A Rza|OM} spoke."
    assert relevance_of(text, ("OM",))[0]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "{A Rza|AZ} has been appointed health minister."),
        ("en", "The president dismissed Health Minister {A Rza|AZ}."),
        ("tr", "Sağlık Bakanlığı görevine {Ali Kaya|TR} atandı."),
        ("ru", "Министром здравоохранения назначен {Иван Петров|BY}."),
        ("az", "{Əli Rza|AZ} səhiyyə naziri təyin edilib."),
        ("kk", "{Берік Сад|KZ} денсаулық сақтау министрі болып тағайындалды."),
        ("ky", "{Бакыт Сад|KG} саламаттык сактоо министри кызматынан бошотулду."),
        ("uz", "{Ali Karim|UZ} sog'liqni saqlash vaziri etib tayinlandi."),
    ],
)
def test_a_change_of_minister_is_relevant(language: str, marked: str) -> None:
    is_relevant, reason = relevance_of(marked, (), language)
    assert (is_relevant, "a change of health minister" in reason) == (True, True)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "A new head doctor was appointed.\nHealth Minister {A Rza|AZ} opened a hospital."),
        ("ru", "Заместителем министра здравоохранения назначена врач.\nМинистр {Иван Петров|BY} открыл больницу."),
        ("tr", "Başhekim atandı.\nSağlık Bakanı {Ali Kaya|TR} hastane açtı."),
        ("tr", "Sağlık Bakanı {Ali Kaya|TR} 4 bin sağlık çalışanı atandığını bildirdi."),
        ("en", "Health Minister {A Rza|AZ} said 300 nurses had been appointed."),
    ],
)
def test_a_lesser_appointment_at_home_is_not(language: str, marked: str) -> None:
    assert not relevance_of(marked, ("AZ",), language)[0]


def test_what_the_who_says_of_a_country_is_relevant() -> None:
    is_relevant, reason = relevance_of(f"{WHO} thanked the government for its health reform.", ("KZ",))
    assert is_relevant
    assert "the WHO and a country" in reason


def test_a_conference_of_health_ministers_is_relevant() -> None:
    marked = "{A Rza|AZ} opened the conference of health ministers.\nDoctors spoke."
    assert "an international health conference" in relevance_of(marked, ("AZ",))[1]


def test_two_health_ministers_are_no_conference() -> None:
    assert "conference" not in relevance_of("The health ministers {A Rza|AZ} and {B Sad|KZ} met.", ("AZ", "KZ"))[1]


def test_the_reason_names_who_the_sides_and_the_act() -> None:
    _, reason = relevance_of("Health Minister {A Rza|AZ} met Health Minister {B Sad|KZ}.", ("AZ", "KZ"))
    assert reason == "a health minister; about health; two parties; a meeting"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "{A Rza|AZ|president} met {B Sad|AZ}, the health minister, about hospitals."),
        ("ru", "Президент {Иван Петров|BY|president} встретился с министром {Петр Иванов|BY}: речь о больницах."),
    ],
)
def test_a_meeting_within_one_government_is_home_affairs(language: str, marked: str) -> None:
    is_relevant, reason = relevance_of(marked, ("AZ",), language)
    assert (is_relevant, "no second side" in reason) == (False, True)


@pytest.mark.parametrize(
    "fields",
    [
        "They spoke of trade, energy, transport, education, health care, culture and sport.",
        "Savunma, enerji, ticaret, turizm, sağlık ve gençlik konuşuldu.",
        "Обсудили торговлю, транспорт, культуру, образование, здравоохранение, спорт.",
    ],
)
def test_health_as_one_field_of_many_is_no_health_diplomacy(fields: str) -> None:
    marked = f"{{A Rza|AZ|president}} met {{B Sad|KZ|president}}.\n{fields}\nA declaration on peace followed."
    is_relevant, reason = relevance_of(marked, ("AZ", "KZ"))
    assert (is_relevant, "health only in passing" in reason) == (False, True)


def test_presidents_who_speak_of_health_before_all_are_relevant() -> None:
    marked = (
        "{A Rza|AZ|president} met {B Sad|KZ|president} over the coronavirus.\nVaccines will be sent to the hospitals."
    )
    assert relevance_of(marked, ("AZ", "KZ"))[0]


def test_a_minister_who_is_only_present_at_the_talks_of_others_does_not_carry_them() -> None:
    marked = (
        "{A Rza|AZ|president} met {B Sad|KZ|president}.\nGas and transit were discussed.\nRailways followed.\n"
        "{C Tan|AZ}, the minister of health, the ministers of trade, of energy, of culture, of defence were there."
    )
    assert not relevance_of(marked, ("AZ", "KZ"))[0]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "A delegation of the WHO saw the hospital of Osh."),
        ("en", "The World Health Organization's representative opened the clinic."),
        ("tr", "Dünya Sağlık Örgütü temsilcisi hastaneyi gezdi."),
        ("ru", "Миссия Всемирной организации здравоохранения осмотрела больницу."),
        ("az", "ÜST-nin ölkəmizdəki nümayəndəsi xəstəxanada olub."),
        ("kk", "ДДСҰ-ның Қазақстандағы өкілі ауруханада болды."),
        ("ky", "ДССУ жана ДДСУнун өлкөдөгү өкүлү ооруканада болду."),
        ("uz", "JSSTning mamlakatdagi vakili shifoxonada bo'ldi."),
    ],
)
def test_a_delegation_of_the_who_in_a_country_is_relevant(language: str, marked: str) -> None:
    is_relevant, reason = relevance_of(marked, ("KG",), language)
    assert (is_relevant, "the WHO and a country" in reason) == (True, True)


def test_advice_of_the_who_is_cited_in_any_news_of_health() -> None:
    assert not relevance_of("The WHO advises two doses.\nHospitals counted 40 cases.", ("KG",))[0]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The man, who led the delegation, spoke of tariffs."),
        ("tr", "Tıpkı geçen yıl gibi, üst düzey heyet Bakü'de."),
        ("ru", "Здравствуйте, сказал он: здравый смысл победил."),
    ],
)
def test_words_that_only_look_like_health_are_none(language: str, marked: str) -> None:
    assert relevance_of(marked, ("AZ", "KZ"), language) == (False, "nothing about health")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The president nominated {A Rza|AZ} as health minister."),
        ("ru", "Кандидатуру {Ивана Петрова|BY} на пост министра здравоохранения одобрил парламент."),
        ("uz", "Палата соғлиқни сақлаш вазири лавозимига {Али Карим|UZ} номзодини маъқуллади."),
        ("ky", "{Бакыт Сад|KG} саламаттык сактоо министринин кызматына дайындоого депутаттар макул болду."),
    ],
)
def test_a_minister_whom_parliament_confirms_is_a_change(language: str, marked: str) -> None:
    assert "a change of health minister" in relevance_of(marked, (), language)[1]
