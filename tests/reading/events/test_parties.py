"""Which countries take part and which are only spoken of."""

from __future__ import annotations

from bot.reading.events.meetings import find_meetings
from bot.reading.events.parties import read_parties
from bot.reading.models import CountryMention
from storage.models.seeds import FormKind
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
