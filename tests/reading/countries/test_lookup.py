"""Which country a question asks for, in whatever language, script and case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.lookup import country_name, resolve_country, suggest_countries
from storage.seeds import LANGUAGES, read_seeds

SEEDS = read_seeds()
GAZETTEER = CountryGazetteer(SEEDS)

ASKED = """
Türkiye=TR Turkey=TR turkiye=TR TÜRKİYE=TR Турция=TR турции=TR Түркия=TR Turkiya=TR Türkiye'nin=TR
ankara=TR 🇹🇷=TR tur=TR
Казахстана=KZ Қазақстан=KZ Қазақстанға=KZ kazakistan=KZ Kazakistan'da=KZ kazakistana=KZ Qazaqstan=KZ
Qazaxıstan=KZ kz=KZ KAZ=KZ
kazakh=KZ казахстанский=KZ казахстанцы=KZ РК=KZ Қозоғистон=KZ Qozog‘iston=KZ qozogiston=KZ
Küba=CU kuba=CU Cuba=CU Cubans=CU кубинская=CU 🇨🇺=CU Кубой=CU Kubada=CU
azerbaycan=AZ Azərbaycan=AZ Azərbaycanda=AZ Азербайджаном=AZ Әзербайжан=AZ Bakı=AZ
us=US USA=US U.S.=US ABD=US ABŞ=US США=US АҚШ=US uk=GB Holland=NL Burma=MM İRAN=IR IRAN=IR ıran=IR in=IN
САР=SY БиГ=BA BiH=BA İİR=IR AFR=DE КНДР=KP ОАЭ=AE
O‘zbekiston=UZ ozbekiston=UZ Ўзбекистон=UZ Georgia=GE Kosovo=XK ДРК=CD ÇXR=CN
"""
PHRASES = [
    ("Republic of Kazakhstan", "KZ"),
    ("the United Arab Emirates", "AE"),
    ("Kazakistan Cumhuriyeti", "KZ"),
    ("Республики Казахстан", "KZ"),
    ("южной кореи", "KR"),
    ("Misir Ərəb Respublikası", "EG"),
    ("Republic of Srpska", "BA"),
    ("Hashemite Kingdom of Jordan", "JO"),
    ("Socialist Republic of Vietnam", "VN"),
    ("Швейцарская Конфедерация", "CH"),
    ("İran İslam Cumhuriyeti", "IR"),
    ("güney kore'ye", "KR"),
    ("Democratic Republic of the Congo", "CD"),
    ("bosnia & herzegovina", "BA"),
    ("Korea", "KR KP"),
    ("Congo", "CG CD"),
    ("Guinea", "GN GW GQ PG"),
    ("guinea-bissau", "GW"),
]
NOT_COUNTRIES = [
    "",
    " ",
    "Tokayev",
    "Musayev",
    "Koca",
    "hello",
    "Turkic",
    "Kazakhstan Türkiye",
    "<b>",
    "'; drop table",
    "x" * 4000,
    "😀",
    "🇰🇿🇹🇷",
    "2023",
]


@pytest.mark.parametrize(
    ("question", "codes"), [*[pair.rsplit("=", 1) for pair in ASKED.split()], *PHRASES], ids=lambda value: str(value)
)
def test_a_question_finds_its_country_however_it_is_written(question: str, codes: str) -> None:
    assert " ".join(resolve_country(question, GAZETTEER)) == codes


@pytest.mark.parametrize("question", NOT_COUNTRIES, ids=lambda question: str(question)[:20])
def test_what_names_no_country_finds_none(question: str) -> None:
    assert resolve_country(question, GAZETTEER) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_usual_name_code_and_flag(language: str) -> None:
    for country in SEEDS.countries:
        flag = "".join(chr(ord(letter) + 0x1F1A5) for letter in country.code)
        for question in (country.names[language], country.names[language].lower(), country.code, flag):
            assert country.code in resolve_country(question, GAZETTEER), question


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("kazakstan", "KZ"),
        ("azerbaycn", "AZ"),
        ("трурция", "TR"),
        ("turky", "TR"),
        ("kyrgistan", "KG"),
        ("uzbakistan", "UZ"),
        ("казакхстан", "KZ"),
        ("түркіия", "TR"),
        ("canda", "CA"),
    ],
)
def test_a_typo_is_offered_the_country_that_was_meant_first(typed: str, best: str) -> None:
    assert resolve_country(typed, GAZETTEER) == ()
    offered = suggest_countries(typed, GAZETTEER)
    assert offered[0][0] == best
    assert len(offered) <= 4


def test_an_offer_bears_the_name_in_the_language_typed() -> None:
    assert suggest_countries("трурция", GAZETTEER) == (("TR", "Турция"),)


@pytest.mark.parametrize("typed", ["", "asdfgh", "hello", "Musayev", "Tokayev", "Giniyat", "vaccine", "y" * 99])
def test_nonsense_and_people_are_offered_no_country(typed: str) -> None:
    assert suggest_countries(typed, GAZETTEER) == ()


def test_a_name_falls_back_to_english_and_then_to_the_code() -> None:
    assert country_name("TR", "ru", GAZETTEER) == "Турция"
    assert country_name("TR", "fr", GAZETTEER) == "Türkiye"
    assert country_name("ZZ", "en", GAZETTEER) == "ZZ"


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=120))
def test_any_text_is_a_question_that_gets_an_answer(text: str) -> None:
    for code in (*resolve_country(text, GAZETTEER), *(code for code, _ in suggest_countries(text, GAZETTEER))):
        assert code in GAZETTEER.names
