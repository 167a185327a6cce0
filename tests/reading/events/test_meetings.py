"""Who met whom, by sentence and by article."""

from __future__ import annotations

import pytest

from bot.reading.events.meetings import find_meetings
from storage.models.reading import Format
from tests.reading.events import turns
from tests.reading.events.scene import meetings_of, set_scene, tables_of

A, B = "{Aydan Rzayeva|AZ}", "{Berik Sadykov|KZ}"
PAIR = {("Aydan Rzayeva",), ("Berik Sadykov",)}

JOINED = [
    ("en", f"Health Minister {A} met Kazakh Health Minister {B} in Baku."),
    ("en", f"{A} held a working meeting with her Kazakh counterpart {B}."),
    ("en", f"{A} received {B} at the ministry."),
    ("en", f"{B} has been received by {A}."),
    ("en", f"Talks between {A} and {B} were held on Monday."),
    ("en", f"A meeting of {A} with {B} took place in Astana."),
    ("en", f"{A} and her Kazakh counterpart {B} discussed vaccines."),
    ("en", f"{A} discussed medicines with the Minister of Health of Kazakhstan {B}."),
    ("en", f"{B} paid a courtesy visit to {A}."),
    ("en", f"{A} spoke by telephone with {B}."),
    ("en", f"{B} has been the guest of Health Minister {A}."),
    ("en", f"{A} asked {B} for doctors when the congress brought them together in Baku."),
    ("en", f"{A} and her Kazakh counterpart {B} put their plan in writing on Monday."),
    ("tr", f"Sağlık Bakanı {A}, Kazakistan Sağlık Bakanı {B} ile görüştü."),
    ("tr", f"Kazakistan Sağlık Bakanı {B} ve heyeti, dün {A}'nın makamındaydı."),
    (
        "tr",
        f"{A}, uzun süren hazırlıkların ardından Astana'da tamamlanan ve iki ülkenin hekimlerini yıllardır bekleten"
        f" sağlık anlaşmasını nihayet {B} ile imzaladı.",
    ),
    ("ru", f"У министра здравоохранения {A} побывал посол Казахстана {B}."),
    ("ru", f"{B} был на приёме у министра здравоохранения {A}."),
    ("tr", f"{A} ile {B} Bakü'de bir araya geldi."),
    ("tr", f"{A}, {B}'u makamında kabul etti."),
    ("tr", f"{A} ve Kazak mevkidaşı {B} arasında görüşme yapıldı."),
    ("tr", f"Bakanlık, {A}'nın {B} ile görüştüğünü duyurdu."),
    ("ru", f"Министр здравоохранения {A} встретилась с министром здравоохранения Казахстана {B}."),
    ("ru", f"{A} провела переговоры с казахстанским коллегой {B}."),
    ("ru", f"{A} приняла {B}."),
    ("ru", f"Состоялась встреча {A} с {B}."),
    ("ru", f"{A} и {B} обсудили поставки лекарств."),
    ("az", f"Səhiyyə naziri {A} qazax həmkarı {B} ilə görüşüb."),
    ("az", f"{A} {B}u qəbul edib."),
    ("az", f"{A} ilə {B} arasında görüş keçirilib."),
    ("kk", f"Денсаулық сақтау министрі {A} {B}пен кездесті."),
    ("kk", f"{A} {B}ты қабылдады."),
    ("kk", f"{A} мен {B} келіссөз жүргізді."),
    ("ky", f"Саламаттык сактоо министри {A} {B} менен жолугушту."),
    ("ky", f"{A} {B}ду кабыл алды."),
    ("uz", f"Vazir {A} {B} bilan uchrashdi."),
    ("uz", f"{A} {B}ni qabul qildi."),
    ("az", f"{B} {A} tərəfindən qəbul olunub."),
    ("ru", f"{B} был принят {A} в министерстве."),
    ("tr", f"{B}, {A} tarafından kabul edildi."),
    ("kk", f"{B} {A} тарапынан қабылданды."),
    ("en", f"A memorandum on nursing bears the signatures of {A} and {B}."),
    ("tr", f"{A}, {B} ile telefonda istişare etti."),
]


@pytest.mark.parametrize(("language", "marked"), [*JOINED, *turns.JOINED])
def test_a_word_for_talks_joins_two_delegations(language: str, marked: str) -> None:
    tables = tables_of(marked, language)
    assert [set(sides) for sides in tables] == [PAIR]


@pytest.mark.parametrize(("language", "marked"), JOINED)
def test_a_meeting_rests_on_the_sentence_that_tells_it(language: str, marked: str) -> None:
    (meeting,) = meetings_of(marked, language)
    assert meeting.evidence == ((0, len(set_scene(marked).text)),)


APART = [
    ("en", f"{A} said that the ministry of {B} had sent vaccines."),
    ("en", f"{A} praised the work of {B}."),
    ("en", f"{B} said that in Havana he and {A} had put their names to a plan."),
    ("tr", f"{A}, {B}'a teşekkür etti."),
    ("ru", f"В Баку побывал спортсмен из Казахстана, сказала {A}, а {B} поздравил его."),
    ("ru", f"{A} поздравила {B} с назначением."),
    ("az", f"{A} {B}u təbrik edib."),
    ("kk", f"{A} {B}ты мерекемен құттықтады."),
]


@pytest.mark.parametrize(("language", "marked"), [*APART, *turns.APART])
def test_without_a_word_for_talks_nobody_met(language: str, marked: str) -> None:
    assert tables_of(marked, language) == []


def test_whoever_attended_is_no_side() -> None:
    marked = (
        f"{A} and her Cuban counterpart {{José Portal|CU}} discussed healthcare.\n"
        "Cuban Ambassador {Carlos Valdés|CU|ambassador} also attended the meeting."
    )
    assert tables_of(marked, "en") == [(("Aydan Rzayeva",), ("José Portal",))]


def test_an_onlooker_of_a_third_country_is_no_side() -> None:
    marked = f"{{Cem Kaya|TR|ambassador}} attended the talks between {A} and {B}."
    assert [set(sides) for sides in tables_of(marked, "en")] == [PAIR]


def test_whoever_is_only_spoken_of_is_no_side() -> None:
    marked = f"On behalf of President {{Omar Bek|KG|president}}, {A} thanked {B} at the talks with {B}."
    assert [set(sides) for sides in tables_of(marked, "en")] == [PAIR]


def test_one_named_side_met_the_main_person_of_the_other() -> None:
    marked = f"{A} opened the forum.\n{A} spoke of vaccines.\nA meeting was also held with {B}."
    assert tables_of(marked, "en") == [(("Aydan Rzayeva",), ("Berik Sadykov",))]


def test_a_plain_meeting_joins_the_two_people_an_article_is_about() -> None:
    said = f"{A} thanked the guests.\n{B} praised Azerbaijan.\n{A} agreed.\n{B} too."
    marked = f"During the meeting, vaccines were discussed.\n{said}"
    assert [set(sides) for sides in tables_of(marked, "en")] == [PAIR]


def test_two_of_one_delegation_share_a_side() -> None:
    marked = f"{A} met {{Tedros|WHO|WHO director-general}} and {{Hans Kluge|WHO|WHO regional director}}."
    assert tables_of(marked, "en") == [(("Aydan Rzayeva",), ("Tedros", "Hans Kluge"))]


def test_a_host_meets_each_delegation_by_itself() -> None:
    marked = f"{A} held talks with {B} and with {{Cem Kaya|TR}}."
    assert [set(s) for s in tables_of(marked, "en")] == [PAIR, {("Aydan Rzayeva",), ("Cem Kaya",)}]


def test_somebody_unnamed_is_a_side_by_role_and_country() -> None:
    marked = f"{B} held talks with {{Türkiye's health minister|TR|!}}."
    assert tables_of(marked, "en") == [(("Berik Sadykov",), ("health minister TR",))]


def test_a_group_is_a_side_by_its_name() -> None:
    marked = "A meeting took place between {Olzhas Bek|KZ|prime minister} and the health ministers of the Union states."
    assert tables_of(marked, "en") == [(("Olzhas Bek",), ("the health ministers of the Union states",))]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} recalled that she had met {B} last year."),
        ("tr", f"{A}, geçen yıl {B} ile görüştüğünü hatırlattı."),
        ("ru", f"{A} напомнила, что ранее встретилась с {B}."),
        ("az", f"{A} ötən il {B} ilə görüşdüyünü xatırladıb."),
        ("en", f"{A} recalled the talks that she held with {B}."),
        ("tr", f"{A}, {B} ile görüştüğünü anımsattı."),
        ("ru", f"{A} вспомнила, как встретилась с {B}."),
    ],
)
def test_an_earlier_meeting_is_background(language: str, marked: str) -> None:
    (meeting,) = meetings_of(f"A conference opened.\nIt will last.\n{marked}", language)
    assert meeting.is_background


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} will meet {B} in May."),
        ("tr", f"{A}, {B} ile bir araya gelecek."),
        ("ru", f"Планируется встреча {A} с {B}."),
        ("az", f"{A} {B} ilə görüş keçirəcək."),
    ],
)
def test_a_meeting_to_come_is_planned(language: str, marked: str) -> None:
    (meeting,) = meetings_of(marked, language)
    assert meeting.is_planned


@pytest.mark.parametrize(
    ("language", "marked", "form"),
    [
        ("en", f"{A} had a phone call with {B}: they held talks on vaccines.", Format.CALL),
        ("tr", f"{A}, {B} ile video konferansla görüştü.", Format.VIDEO),
        ("ru", f"{A} провела переговоры с {B} в режиме видеоконференции.", Format.VIDEO),
        ("en", f"{A} met {B} on the sidelines of the World Health Assembly in Geneva.", Format.SIDELINES),
    ],
)
def test_the_form_of_talks_is_read(language: str, marked: str, form: Format) -> None:
    (meeting,) = meetings_of(marked, language)
    assert meeting.format is form


def test_the_occasion_and_the_place_are_read() -> None:
    (meeting,) = meetings_of(f"{A} met {B} on the sidelines of the 78th World Health Assembly in Geneva.", "en")
    assert (meeting.occasion, meeting.place) == ("78th World Health Assembly in Geneva", "Geneva")


def test_ten_thousand_names_in_one_sentence_come_to_an_end() -> None:
    crowd = ", ".join(f"{{Name{i} Surname{i}|{'AZ' if i % 2 else 'KZ'}}}" for i in range(10_000))
    meetings_of(f"Talks were held between {crowd}.", "en")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"At the airport {A} was welcomed by {B}."),
        ("tr", f"{A}'yı havalimanında {B} karşıladı."),
        ("az", f"Aeroportda {A}nı {B} qarşılayıb."),
        ("ru", f"В аэропорту {A} встретил {B}."),
        ("tr", f"{A}'yı Bakü'de büyükelçi {{Ferid Aslan|AZ|ambassador}} karşıladı."),
        ("az", f"{A}nı şəhərdə səfir {{Ferid Aslan|AZ|ambassador}} qarşılayıb."),
        ("kk", f"Әуежайда {A}ны {B} қарсы алды."),
        ("en", f"The ties go back to the statement of 2018, when {B} visited {A}."),
        ("en", f"{A} spoke of nurses when {B} signed a book."),
    ],
)
def test_a_greeting_or_a_tale_of_old_is_no_meeting_reported(language: str, marked: str) -> None:
    scene = set_scene(marked)
    found = find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)
    assert all(m.is_background for m in found)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("tr", f"{A} geçen hafta {B}'ı telefonla aramıştı."),
        ("tr", f"{A} daha sonra {B} ile görüşmüştü."),
        ("az", f"{A} o günlərdə {B} ilə görüşmüşdü."),
        ("kk", f"{A} {B}пен кездескен болатын."),
        ("ky", f"{A} {B} менен жолуккан эле."),
        ("uz", f"{A} {B} bilan uchrashgan edi."),
        ("ru", f"На прошлой неделе {A} встретилась с {B}."),
    ],
)
def test_what_had_happened_before_is_background(language: str, marked: str) -> None:
    scene = set_scene(marked)
    (found,) = find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)
    assert found.is_background


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A} will be there to receive {B} on Friday."),
        ("en", f"{A} will have bilateral talks with {B}."),
        ("en", f"{A} is to host {B}."),
        ("tr", f"{A}, {B} ile görüşeceğini söyledi."),
        ("tr", f"{A}, {B}'ı kabul edecek."),
        ("ru", f"Министр {A} примет {B}."),
        ("az", f"{A} {B}u qəbul edəcək."),
        ("kk", f"{A} {B}ты қабылдайды, кездесу ертең."),
        ("ky", f"{A} {B} менен жолугат, жолугушуу эртең."),
        ("uz", f"{A} {B} bilan uchrashuv o'tkazadi."),
    ],
)
def test_what_is_to_come_is_planned(language: str, marked: str) -> None:
    scene = set_scene(marked)
    found = find_meetings(scene.layout, scene.plain_text, language, scene.cast, None, None)
    assert all(m.is_planned for m in found)
