"""Promises about telling languages apart; every sentence is our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.text.language import read_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister met the ambassador of Cuba in Ankara and spoke of hospitals."),
        ("tr", "Sağlık Bakanı dün Küba büyükelçisi ile bir araya geldi ve hastaneleri konuştu."),
        ("ru", "Министр здравоохранения встретился с послом Кубы и рассказал о больницах."),
        ("az", "Səhiyyə naziri Kubanın səfiri ilə görüşüb və xəstəxanalardan danışıb."),
        ("kk", "Денсаулық сақтау министрі Куба елшісімен кездесіп, ауруханалар туралы айтты."),
        ("kk", "Densaulyq saqtaý mınıstri Kýba elshisimen kezdesti jáne aýrýhanalar turaly aıtty."),
        ("kk", "Densaulyq saqtau ministri Astanada Kuba elşisimen kezdesip, yntymaqtastyq turaly aitty."),
        ("ky", "Саламаттык сактоо министри Кубанын элчиси менен жолугушуп, ооруканалар жөнүндө айтты."),
        ("ky", "Премьер-министр Айбек Асанов директорду кабыл алды."),
        ("uz", "Vazirlikda Koreya delegatsiyasi qabul qilindi."),
        ("uz", "Sogʻliqni saqlash vaziri Kuba elchisi bilan uchrashdi va shifoxonalar haqida gapirdi."),
        ("uz", "Соғлиқни сақлаш вазири Куба элчиси билан учрашди ва шифохоналар ҳақида гапирди."),
    ],
)
def test_a_sentence_of_ours_is_known(language: str, text: str) -> None:
    assert read_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع وزير الصحة مع السفير التركي في العاصمة لبحث التعاون بين البلدين",
        "卫生部长今天在首都会见了土耳其大使,讨论了两国之间的合作",
        "El ministro de Salud se reunió con el embajador de Turquía para hablar de la cooperación entre los países.",
        "Der Minister sprach am Montag mit dem türkischen Botschafter über die Zusammenarbeit der beiden Länder.",
        "Міністр охорони здоров'я зустрівся з послом Туреччини, щоб говорити про лікарні та співпрацю.",
        "Türkmenistanyň saglygy goraýyş ministri Türkiýäniň ilçisi bilen duşuşdy we hassahanalar barada gürleşdi.",
        "qwpo zxmn lkjh asdf poiu mnbv cxza qwer",
        "Musayev",
        "Kazakhstan Musayev",
        "",
        "12 34 56 78 90 2024",
    ],
)
def test_another_language_nonsense_and_a_short_query_are_unknown(text: str) -> None:
    assert read_language(text) is None


def test_a_foreign_menu_above_does_not_change_the_language() -> None:
    menu = "Главная страница\nВсе новости\n\n"
    assert (
        read_language(menu + "The minister met the ambassador and they talked of the hospitals in the region. " * 3)
        == "en"
    )


@given(st.text(max_size=400))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_text_gets_one_of_our_languages_or_none(text: str) -> None:
    assert read_language(text) in {None, "en", "tr", "ru", "az", "kk", "ky", "uz"}
