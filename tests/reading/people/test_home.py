"""Whose news a text is, and whose the officials are whom it gives a bare title."""

from __future__ import annotations

import pytest

from tests.reading.people.test_standing import country_of

_TALKS = "Cuba and Norway were the first to answer. "
_SILENT = "The Permanent Secretary for Public Health and Rural Clinics, Ms. Joy Achen, was there too."


@pytest.mark.parametrize(
    ("credit", "country"),
    [
        ("Distributed by a press group on behalf of Ministry of Health, Kenya.", "KE"),
        ("Embassy of Kenya in Norway", "KE"),
        ("Source: Ministry of Health of Uganda", "UG"),
        ("", None),
    ],
)
def test_whoever_signs_a_text_tells_whose_officials_it_gives_a_bare_title(credit: str, country: str | None) -> None:
    text = f"The vaccine plan of Kenya and Uganda is out.\n{_TALKS}\n{_SILENT}\n{credit}"
    assert country_of(text, "en", "Achen") == country


def test_a_known_minister_without_a_country_tells_it_too() -> None:
    text = f"Health Minister Khairy Jamaluddin presented the plan.\n{_TALKS}\n{_SILENT}"
    assert country_of(text, "en", "Achen") == "MY"


def test_two_ministers_of_two_countries_tell_nothing() -> None:
    text = f"Health Minister Khairy Jamaluddin met Health Minister Fahrettin Koca.\n{_TALKS}\n{_SILENT}"
    assert country_of(text, "en", "Achen") is None


def test_a_president_whom_everybody_knows_tells_nothing() -> None:
    text = f"President Kassym-Jomart Tokayev praised the plan.\n{_TALKS}\n{_SILENT}"
    assert country_of(text, "en", "Achen") is None


def test_a_dateline_abroad_leaves_it_open_whose_the_bare_titles_are() -> None:
    text = f"OSLO, May 3 - Health Minister Khairy Jamaluddin presented the plan.\n{_TALKS}\n{_SILENT}"
    assert country_of(text, "en", "Achen") is None


def test_a_guest_whom_a_sentence_places_in_the_country_is_not_taken_for_its_own() -> None:
    guest = "President Joy Achen was in Malaysia in May."
    text = f"Health Minister Khairy Jamaluddin presented the plan.\n{_TALKS}\n{guest}"
    assert country_of(text, "en", "Achen") is None


def test_whom_an_official_of_one_side_meets_is_of_the_other() -> None:
    text = (
        "Malaysian Health Minister Khairy Jamaluddin ended his visit to Singapore, his ministry said in Malaysia.\n"
        "In those days Khairy met Deputy Prime Minister Heng Wei Ming as well."
    )
    assert country_of(text, "en", "Ming") == "SG"


def test_in_a_country_its_ministry_acts_through_its_own() -> None:
    text = (
        "Malaysia and Singapore set up a committee, Health Minister Khairy Jamaluddin said.\n"
        "In Singapore, the Ministry of Health named Senior Minister of State Lam Boon Tan as its chair."
    )
    assert country_of(text, "en", "Tan") == "SG"


def test_somebody_who_was_among_a_countrys_officials_is_its_own() -> None:
    text = "Cuba and Norway spoke of vaccines. Chief of Staff Joy Achen was among the Norwegian officials at the table."
    assert country_of(text, "en", "Achen") == "NO"


def test_an_ambassador_is_received_by_the_country_where_he_serves() -> None:
    text = "Union Minister for Health Dr Aung Naing received Ambassador Ms Li Na of China to Myanmar at his office."
    assert country_of(text, "en", "Naing") == "MM"


def test_a_health_secretary_serves_the_minister_where_the_news_comes_from_such_a_country() -> None:
    from bot.reading.document import read_document
    from storage.models.reading import Document
    from storage.models.seeds import Role
    from tests.reading.people.test_standing import GAZETTEER

    text = (
        f"The plan of Bangladesh is out.\n{_TALKS}\nHealth Secretary Rafiq Alam thanked them.\n"
        "Source: Ministry of Health, Bangladesh"
    )
    (person,) = read_document(Document(text=text, origin="x", language="en"), GAZETTEER).people
    assert (person.country, person.role) == ("BD", Role.OTHER_OFFICIAL)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("WELLINGTON: Health Minister Joy Achen on Friday met Cuba's Health Minister Ana Ruiz.", "NZ"),
        ("KINGSTON, Jamaica. Health Minister Joy Achen welcomed a team from India's Ministry of Ayush.", "JM"),
        ("Cuba's Health Minister Ana Ruiz met Vice Minister of Health Joy Achen in Hanoi.", "VN"),
        ("Cuba's Health Minister Ana Ruiz met Vice Minister of Health Joy Achen in Geneva.", None),
    ],
)
def test_a_minister_of_no_stated_country_is_the_hosts_by_the_dateline_or_the_capital(
    text: str, country: str | None
) -> None:
    assert country_of(text, "en", "Achen") == country


def test_in_a_text_on_a_country_of_no_list_a_bare_title_is_of_nobodys_home() -> None:
    text = "Sağlık Bakanı Deniz Kaya, Umman Sağlık Bakanı Karim Nasser ile Ankara'da görüştü."
    assert country_of(text, "tr", "Kaya") == "TR"
    assert country_of(f"{text}\nKaya, KKTC olarak iş birliğine açığız, dedi.", "tr", "Kaya") is None
