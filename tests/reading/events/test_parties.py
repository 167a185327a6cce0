"""Which countries take part and which are only spoken of."""

from __future__ import annotations

import pytest

from bot.reading.document import read_document
from bot.reading.events.meetings import find_meetings
from bot.reading.events.parties import read_parties
from bot.reading.gazetteer import Gazetteer
from bot.reading.models import CountryMention
from storage.models.reading import Document
from storage.models.seeds import FormKind
from storage.seeds import read_seeds
from tests.reading.events.scene import set_scene

WORDS = {
    "Azerbaijan": "AZ",
    "Azerbaijani": "AZ",
    "Kazakhstan": "KZ",
    "Türkiye": "TR",
    "Hungary": "HU",
    "Uzbekistan": "UZ",
    "Pakistan": "PK",
    "Kyrgyzstan": "KG",
    "Moscow": "RU",
}
GAZETTEER = Gazetteer(read_seeds())
A, B = "{Aydan Rzayeva|AZ}", "{Berik Sadykov|KZ}"


def parties_of(marked: str) -> set[str]:
    """The parties of an English text."""
    scene = set_scene(marked)
    mentions = [
        CountryMention(
            code=code,
            start=at,
            end=at + len(word),
            kind=FormKind.CAPITAL if word == "Moscow" else FormKind.NAME,
        )
        for word, code in WORDS.items()
        for at in range(len(scene.text))
        if scene.text.startswith(word, at) and not scene.text[at + len(word) : at + len(word) + 1].isalpha()
    ]
    meetings = find_meetings(scene.layout, scene.plain_text, "en", scene.cast, None, None)
    return set(read_parties(scene.plain_text, mentions, scene.cast, meetings))


def test_those_whose_officials_meet_are_parties() -> None:
    assert parties_of(f"Azerbaijan's minister {A} met Kazakhstan's minister {B}.") == {"AZ", "KZ"}


def test_the_country_of_an_official_need_not_be_named() -> None:
    assert parties_of(f"{A} met {B}.") == {"AZ", "KZ"}


def test_with_the_who_only_the_country_is_a_party() -> None:
    assert parties_of(f"Azerbaijan's minister {A} met {{Hans Kluge|WHO|WHO regional director}}.") == {"AZ"}


def test_a_list_in_the_background_names_no_party() -> None:
    marked = (
        f"Azerbaijan's minister {A} met Kazakhstan's minister {B}.\nVaccines were on the table.\nThey agreed.\n"
        "Such forums have been held in Türkiye, Hungary, Uzbekistan and Pakistan."
    )
    assert parties_of(marked) == {"AZ", "KZ"}


def test_the_venue_is_no_party() -> None:
    marked = f"Azerbaijan's minister {A} met Kazakhstan's minister {B} in Moscow.\nThe ministers spoke of vaccines."
    assert parties_of(marked) == {"AZ", "KZ"}


def test_an_earlier_event_makes_no_party() -> None:
    marked = (
        f"Azerbaijan's minister {A} met Kazakhstan's minister {B}.\nVaccines were on the table.\nThey agreed.\n"
        "Last year the two had met in Hungary."
    )
    assert parties_of(marked) == {"AZ", "KZ"}


def test_all_who_are_present_at_a_gathering_are_parties() -> None:
    marked = (
        f"Representatives of Kazakhstan, Uzbekistan, Kyrgyzstan and Türkiye took part in the council that {B} opened."
    )
    assert parties_of(marked) == {"KZ", "UZ", "KG", "TR"}


def test_news_about_one_country_has_that_one() -> None:
    assert parties_of(f"In Azerbaijan {A} opened a hospital.\nIt has beds for 200.") == {"AZ"}


def test_where_somebody_travels_to_talk_is_a_party() -> None:
    assert parties_of(f"{B} has left for Moscow on a visit to buy vaccines.") == {"KZ", "RU"}


def test_a_text_without_countries_has_no_party() -> None:
    assert parties_of("Wash your hands.") == set()


def test_whoever_speaks_at_a_round_table_takes_part() -> None:
    speakers = f"{B} and {{Cem Kaya|TR}} spoke.\n{{Dora Lovas|HU}} proposed a fund."
    marked = f"Ministers met in Tashkent.\n{A} opened it.\n{speakers}"
    assert parties_of(marked) == {"AZ", "KZ", "TR", "HU"}


def test_a_table_of_last_year_has_no_parties() -> None:
    marked = (
        f"Azerbaijan's minister {A} opened a clinic.\nIt has ten beds.\n"
        f"Last year {B}, {{Cem Kaya|TR}} and {{Dora Lovas|HU}} spoke there."
    )
    assert parties_of(marked) == {"AZ"}


def _parties(text: str, language: str) -> set[str]:
    reading = read_document(Document(text=text, origin="x", language=language), GAZETTEER)
    return {c.code for c in reading.countries if c.is_party}


def test_a_capital_before_the_world_health_organization_is_a_venue() -> None:
    text = (
        "Кыргыз Республикасынын саламаттык сактоо министри Азамат Токтоев Москвада Дүйнөлүк "
        "саламаттык сактоо уюмунун "
        "директору менен жолугушту.\nМинистр кызматташтык үчүн ыраазычылык билдирди."
    )
    assert _parties(text, "ky") == {"KG"}


def test_a_country_of_hearsay_is_no_party() -> None:
    text = (
        "Azərbaycanın səhiyyə naziri Aydın Rzalı ÜST-nin regional direktoru ilə "
        "görüşüb.\nGörüşdə peyvəndlər müzakirə olunub.\n"
        "Nazir narahatlığını bildirib: xəbərlərə görə, Ermənistan səhiyyə nazirinin görüşündə "
        "guya başqa fikir səslənib."
    )
    assert _parties(text, "az") == {"AZ"}


def test_an_outlet_named_after_a_country_makes_no_party() -> None:
    text = (
        "Hungarian Health Minister Dora Lovas met Latvian Health Minister Hosam Berzins in "
        "Riga, Kazakhstan Today reports.\n"
        "They signed a memorandum."
    )
    reading = read_document(Document(text=text, origin="x", language="en"), GAZETTEER)
    assert {c.code for c in reading.countries} == {"HU", "LV"}


DELEGATIONS = {
    "en": "Among the guests were delegations from Latvia, Estonia, Lithuania and Moldova, who arrived at noon.",
    "ru": "В заседании участвуют члены совета из Латвии, Эстонии, Литвы и Молдавии.",
    "tr": "Toplantıya Letonya, Estonya, Litvanya ve Moldova'dan heyetler geldi.",
    "az": "İclasda Latviya, Estoniya, Litva və Moldovadan nümayəndə heyətləri iştirak edib.",
    "kk": "Жиынға Латвия, Эстония, Литва мен Молдованың делегациялары келді.",
    "ky": "Жыйынга Латвия, Эстония, Литва жана Молдовадан делегациялар келди.",
    "uz": "Yig'ilishda Latviya, Estoniya, Litva va Moldova delegatsiyalari ishtirok etdi.",
}


@pytest.mark.parametrize("language", DELEGATIONS)
def test_countries_whose_delegations_come_are_parties(language: str) -> None:
    opening = "\n\n".join(["Palanga 2023"] * 3)
    read = read_document(
        Document(text=f"{opening}\n\n{DELEGATIONS[language]}", origin="x", language=language), GAZETTEER
    )
    assert set(read.parties) == {"LV", "EE", "LT", "MD"}


def test_delegations_that_came_before_are_no_parties() -> None:
    text = (
        f"Azerbaijan's minister {A} met Kazakhstan's minister {B}.\n"
        "Last year delegations from Hungary, Pakistan and Uzbekistan attended a forum."
    )
    assert parties_of(text) == {"AZ", "KZ"}


def test_countries_named_beside_no_delegation_are_no_parties() -> None:
    text = (
        f"Azerbaijan's minister {A} met Kazakhstan's minister {B}.\nThey spoke of doctors.\nThey spoke of nurses.\n"
        "Medicines from Hungary and Pakistan are sold, members of the chamber came to learn."
    )
    assert parties_of(text) == {"AZ", "KZ"}


@pytest.mark.parametrize(
    ("language", "text", "venue"),
    [
        (
            "en",
            "Health ministers of Oman, Cuba, Chad and Kenya took part in a meeting in Geneva, Switzerland.",
            "CH",
        ),
        (
            "tr",
            "Sağlık Bakanı, İsviçre'nin Cenevre kentinde Umman Sağlık Bakanı Karim Nasser, Çad Sağlık Bakanı Joy Achen"
            " ve Küba Sağlık Bakanı Ana Ruiz ile bir araya geldi.",
            "CH",
        ),
    ],
)
def test_the_country_of_the_town_where_many_meet_is_no_party(language: str, text: str, venue: str) -> None:
    countries = read_document(Document(text=text, origin="x", language=language), GAZETTEER).countries
    assert venue in {fact.code for fact in countries if not fact.is_party}
    assert {"OM", "CU", "TD"} <= {fact.code for fact in countries if fact.is_party}
