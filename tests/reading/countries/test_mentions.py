"""Short sentences over every language and trap: which countries each names, in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.mentions import find_countries
from bot.reading.models import CountryMention
from storage.models.seeds import FormKind
from storage.seeds import read_seeds
from tests.reading.countries.sentences import AZERBAIJANI, ENGLISH, KAZAKH, KYRGYZ, OWN, RUSSIAN, TURKISH, UZBEK

GAZETTEER = CountryGazetteer(read_seeds())
CASES = [
    pytest.param(language, sentence, codes, id=f"{language}: {sentence[:40]}")
    for language, table in (
        ("en", ENGLISH),
        ("tr", TURKISH),
        ("ru", RUSSIAN),
        ("az", AZERBAIJANI),
        ("kk", KAZAKH),
        ("ky", KYRGYZ),
        ("uz", UZBEK),
    )
    for sentence, codes in table
]


def shown(mention: CountryMention) -> str:
    return (mention.code or OWN) + ("*" if mention.is_part_of_name else "")


@pytest.mark.parametrize(("language", "sentence", "codes"), CASES)
def test_a_sentence_names_its_countries_in_order(language: str, sentence: str, codes: str) -> None:
    assert " ".join(map(shown, find_countries(sentence, language, GAZETTEER))) == codes


def test_the_span_is_the_word_up_to_an_apostrophe() -> None:
    text = "Kazakistan'ın, Казахстана, Qazaxıstanın, Cubans, казахстанско-турецкий"
    words = [text[m.start : m.end] for m in find_countries(text, None, GAZETTEER)]
    assert words == ["Kazakistan", "Казахстана", "Qazaxıstanın", "Cubans", "казахстанско", "турецкий"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Türkiye", FormKind.NAME),
        ("Kazakistanlılar", FormKind.DEMONYM),
        ("қазақстандық", FormKind.DEMONYM),
        ("турецких", FormKind.ADJECTIVE),
        ("Ankara", FormKind.CAPITAL),
        ("США", FormKind.NAME),
        ("ABŞ", FormKind.ABBREVIATION),
        ("🇨🇺", FormKind.FLAG),
        ("our country", FormKind.OWN),
    ],
)
def test_a_mention_says_what_kind_of_form_it_is(text: str, kind: FormKind) -> None:
    (mention,) = find_countries(text, None, GAZETTEER)
    assert mention.kind is kind


def test_a_masked_span_names_nothing_and_its_neighbours_do() -> None:
    text = "Sputnik Казахстан: министр Казахстана в Турции"
    mentions = find_countries(text, "ru", GAZETTEER, masks=((8, 17), (0, 7)))
    assert [text[m.start : m.end] for m in mentions] == ["Казахстана", "Турции"]


def test_a_line_break_inside_a_name_does_not_hide_it() -> None:
    assert [m.code for m in find_countries("Republic of\nKorea and South\u00a0Korea", "en", GAZETTEER)] == ["KR", "KR"]


def test_without_a_language_the_forms_of_all_of_them_count() -> None:
    text = "Kazakistan, Қазақстан, Qozogʻiston, Казахстана, qazax, түрік"
    assert [m.code for m in find_countries(text, None, GAZETTEER)] == ["KZ"] * 5 + ["TR"]


def test_small_adjectives_of_another_language_do_not_count() -> None:
    assert find_countries("The rus and the qazax, the alban", "en", GAZETTEER) == ()


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    st.lists(st.sampled_from([case.values[1] for case in CASES]) | st.text(max_size=30), max_size=6).map(
        lambda parts: " ".join(map(str, parts))
    ),
    st.sampled_from([None, "en", "tr", "ru", "az", "kk", "ky", "uz"]),
)
def test_mentions_stand_in_the_text_in_order_and_apart(text: str, language: str | None) -> None:
    end = 0
    for mention in find_countries(text, language, GAZETTEER):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.is_first_person == (mention.code == "")
        assert mention.is_first_person or mention.code in GAZETTEER.names
        end = mention.end


@pytest.mark.parametrize("piece", ["Türk ", "а" * 40, "Kazakistan'", "Republic of ", "казахстанско-", "U.S.", "🇰🇿"])
def test_a_text_of_one_repeated_piece_is_read_to_its_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(m.end <= len(text) for m in find_countries(text, None, GAZETTEER))
