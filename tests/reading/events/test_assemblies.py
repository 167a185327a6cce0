"""Gatherings known by their number, and offices that change hands, in every language."""

from __future__ import annotations

import pytest

from bot.reading.events.plain import plain
from bot.reading.events.story.assemblies import assembly_keys, change_keys

FIFTH = {
    "en": "Health ministers opened the 5th Meeting of Health Ministers of the Organization of Turkic States on Monday.",
    "tr": "Bakan, Türk Devletleri Teşkilatı 5'inci Sağlık Bakanları Toplantısı'nda söz aldı.",
    "ru": "V заседание министров здравоохранения стран Организации тюркских государств открылось утром.",
    "az": "Türk Dövlətləri Təşkilatı səhiyyə nazirlərinin V iclası işə başlayıb.",
    "kk": "Түркі мемлекеттері ұйымы денсаулық сақтау министрлерінің 5-отырысы ашылды.",
    "ky": "Түрк мамлекеттер уюмунун саламаттык сактоо министрлеринин 5-жыйыны башталды.",
    "uz": "Turkiy davlatlar tashkiloti sog'liqni saqlash vazirlarining 5-yig'ilishi ochildi.",
}


def keys(text: str, language: str, *, has_pairs: bool = False) -> frozenset[str]:
    return assembly_keys(text, plain(text), language, has_pairs=has_pairs)


@pytest.mark.parametrize("language", FIFTH)
def test_a_gathering_has_one_key_in_every_language(language: str) -> None:
    assert keys(FIFTH[language], language) == {"ots-health#5"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On the sidelines of the 5th meeting of the Organization of Turkic States the two spoke of vaccines.", "en"),
        ("Стороны говорили в рамках V заседания министров стран СНГ.", "ru"),
        ("SCO ölkələrinin V iclası çərçivəsində nazirlər danışıb.", "az"),
        ("Министров свело 5-е совещание министров стран СНГ: на его полях они говорили о лекарствах.", "ru"),
        ("The two countries held 5 meetings of the CIS working group.", "en"),
        ("Since 2021 the CIS meeting has been yearly.", "en"),
        ("The fifth meeting of the two hospitals' doctors went well.", "en"),
    ],
)
def test_what_is_no_gathering_reported_has_no_key(text: str, language: str) -> None:
    assert keys(text, language) == frozenset()


def test_who_met_whom_at_a_gathering_is_an_event_of_its_own() -> None:
    text = "At the 12th meeting of the CIS council Minister Ilze Ozola met with Minister Mart Tamm."
    assert keys(text, "en", has_pairs=True) == frozenset()
    assert keys("The 12th meeting of the CIS council opened.", "en", has_pairs=True) == {"cis#12"}


@pytest.mark.parametrize(
    "text",
    [
        "The president dismissed Health Minister Ilze Ozola on Friday.",
        "Cumhurbaşkanı, Sağlık Bakanı Ilze Ozola'yı görevinden aldı.",
        "Президент освободил от должности министра здравоохранения Илзе Озолу.",
        "Prezident səhiyyə naziri İlze Ozolanı vəzifəsindən azad edib.",
        "Денсаулық сақтау және әлеуметтік даму министрі Илзе Озола қызметінен босатылды.",
        "Саламаттык сактоо министри Илзе Озола кызматынан бошотулду.",
        "Sog'liqni saqlash vaziri Ilze Ozola lavozimidan ozod etildi.",
    ],
)
def test_a_minister_who_goes_is_a_change_of_that_office(text: str) -> None:
    assert change_keys(plain(text), ["LV"]) == {"health minister LV"}


def test_a_deputys_change_or_two_countries_news_is_no_change_of_minister() -> None:
    assert not change_keys(plain("The president dismissed Deputy Health Minister Mart Tamm."), ["EE"])
    assert not change_keys(plain("The president dismissed the health minister."), ["EE", "LV"])
