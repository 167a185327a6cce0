"""Topics, languages and words of a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.cuts import _TOPIC_WORDS, MOST_WORDS, find_language, find_topic, read_cut
from storage.folding import fold
from storage.models.chats import Cut
from storage.models.reading import TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_found_by_its_name_and_has_synonyms(topic: str) -> None:
    assert find_topic(topic) == topic
    assert find_topic(topic.replace(" ", "-").upper()) == topic
    assert topic in _TOPIC_WORDS


def test_every_synonym_stands_for_one_topic_and_is_written_as_it_is_folded() -> None:
    synonyms = [word for words in _TOPIC_WORDS.values() for word in words.split()]
    assert len(synonyms) == len(set(synonyms))
    assert [word for word in synonyms if fold(word) != word] == []


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("vaccines", "pharma and vaccines"),
        ("Вакцины", "pharma and vaccines"),
        ("aşı", "pharma and vaccines"),
        ("covid-19", "epidemics"),
        ("universal health coverage", "insurance and financing"),
        ("football", None),
        ("", None),
        ("and", None),
    ],
)
def test_a_topic_is_found_by_a_synonym(words: str, topic: str | None) -> None:
    assert find_topic(words) == topic


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("tr", "tr"),
        ("Turkish", "tr"),
        ("Türkçe", "tr"),
        ("русский", "ru"),
        ("қазақ", "kk"),
        ("o'zbek", "uz"),
        ("xx", None),
    ],
)
def test_a_language_is_found_by_code_or_name(words: str, code: str | None) -> None:
    assert find_language(words) == code


@pytest.mark.parametrize(
    ("tokens", "cut", "rest", "unread"),
    [
        (["topic:vaccines", "Cuba"], Cut(topics=("pharma and vaccines",)), ("Cuba",), ()),
        (["topic:medical", "tourism", "Cuba"], Cut(topics=("medical tourism",)), ("Cuba",), ()),
        (['topic:"one health"'], Cut(topics=("one health",)), (), ()),
        (["topic:", "research"], Cut(topics=("research",)), (), ()),
        (["тема:вакцины", "konu:aşı"], Cut(topics=("pharma and vaccines",)), (), ()),
        (["topic:football"], Cut(), (), ("topic:football",)),
        (["lang:tr", "language:Russian"], Cut(languages=("tr", "ru")), (), ()),
        (["lang:klingon"], Cut(), (), ("lang:klingon",)),
        (["-football", "–футбол", "Cuba"], Cut(excludes=("football", "футбол")), ("Cuba",), ()),
        (['-"oil price"'], Cut(excludes=("oil price",)), (), ()),
        (['"oil price"', "word:gas", 'word:"two words"'], Cut(includes=("oil price", "gas", "two words")), (), ()),
        (["“gas”", "“Cuba”"], Cut(includes=("gas",)), ("“Cuba”",), ()),
        (["-5", "UTC-5"], Cut(), ("-5", "UTC-5"), ()),
        (["topic:"], Cut(), (), ("topic:",)),
        (['""'], Cut(), (), ('""',)),
    ],
)
def test_what_a_line_asks_of_stories_is_taken_out_of_it(
    tokens: list[str], cut: Cut, rest: tuple[str, ...], unread: tuple[str, ...]
) -> None:
    said = read_cut(tokens, known=["“Cuba”"])
    assert (said.cut, said.rest, said.unread) == (cut, rest, unread)


def test_more_words_than_are_kept_are_told() -> None:
    said = read_cut([f"-w{n}" for n in range(MOST_WORDS + 2)])
    assert len(said.cut.excludes) == MOST_WORDS
    assert len(said.unread) == 2


@given(st.lists(st.text(max_size=12), max_size=8))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_tokens_break_it_and_none_is_lost(tokens: list[str]) -> None:
    said = read_cut(tokens)
    kept = (*said.rest, *said.unread, *said.cut.topics, *said.cut.languages, *said.cut.includes, *said.cut.excludes)
    assert kept or not tokens
