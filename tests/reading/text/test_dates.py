"""Promises about date expressions in seven languages."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.text.dates import find_dates, parse_day
from bot.reading.text.datewords import Relative, find_weekday, parse_relative

Told = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("signed on April 8, 2025 in Baku", (2025, 4, 8)),
        ("апреля 8, 2025 - 14:09", (2025, 4, 8)),
        ("the 8th of April", (None, 4, 8)),
        ("Tuesday, 4, June, 2024", (2024, 6, 4)),
        ("Published : Sept. 5, 2018 - 11:40", (2018, 9, 5)),
        ("from Aug. 26 on", (None, 8, 26)),
        ("12 Mart 2026 günü", (2026, 3, 12)),
        ("12 Mart'ta buluştu", (None, 3, 12)),
        ("6 nisanda Ankara'da", (None, 4, 6)),
        ("6 NİSAN 2024", (2024, 4, 6)),
        ("28 Mayıs’ta bitecek", (None, 5, 28)),
        ("встретились 8 апреля 2025 г. в Баку", (2025, 4, 8)),
        ("19 АПРЕЛЯ 2024", (2024, 4, 19)),
        ("в марте 2023 года", (2023, 3, None)),
        ("23 oktyabr 2023-cü il tarixində", (2023, 10, 23)),
        ("mayın 27-də məlumat", (None, 5, 27)),
        ("2025-ci il aprelin 8-də", (2025, 4, 8)),
        ("2023-cü ilin martında", (2023, 3, None)),
        ("2026 жылғы 12 наурыз", (2026, 3, 12)),
        ("2022 жылғы 14 қыркүйекте", (2022, 9, 14)),
        ("2025 ж. 8 сәуір", (2025, 4, 8)),
        ("2026 jylğy 12 naurız", (2026, 3, 12)),
        ("2026-жылдын 12-марты", (2026, 3, 12)),
        ("8-апрелде жолугушту", (None, 4, 8)),
        ("12-mart 2026-yil", (2026, 3, 12)),
        ("2026-yil 12-mart kuni", (2026, 3, 12)),
        ("08.04.2025 14:20", (2025, 4, 8)),
        ("2025-04-08T10:00", (2025, 4, 8)),
        ("2025/04/08", (2025, 4, 8)),
        ("04/25/2025", (2025, 4, 25)),
        ("7-8 апреля 2025 года", (2025, 4, None)),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(words: str, told: Told) -> None:
    assert [(m.year, m.month, m.day) for m in find_dates(words, None)] == [told]


@pytest.mark.parametrize(
    "words",
    [
        "5 Martin kişi",
        "COVID-19",
        "May 30 percent of them",
        "31.02.2024",
        "1918-ci ildə",
        "2022-2023 гг.",
        "в марте 10 человек",
        "on 5 sat TR",
        "8 maybe",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert find_dates(words, None) == ()


def test_a_slashed_day_is_left_out_in_english_where_it_may_be_two_days() -> None:
    assert find_dates("04/08/2025", "en") == ()
    assert find_dates("04/08/2025", "tr")[0].on == date(2025, 8, 4)


@pytest.mark.parametrize("language", ["en", "tr", "ru", "az", "kk", "ky", "uz"])
def test_every_month_of_the_cldr_is_known(language: str) -> None:
    for context in ("format", "stand-alone"):
        for month, name in get_month_names("wide", locale=language, context=context).items():
            assert [(m.month, m.day) for m in find_dates(f"12 {name} 2024", None)] == [(month, 12)], name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2023-03-01", (2023, 3, 1)),
        ("1 March 2023", (2023, 3, 1)),
        ("1 Mart 2023", (2023, 3, 1)),
        ("1 марта 2023", (2023, 3, 1)),
        ("2023-03", (2023, 3, None)),
        ("March 2023", (2023, 3, None)),
        ("Mart 2023", (2023, 3, None)),
        ("2023", (2023, None, None)),
        ("8 апреля 2025", (2025, 4, 8)),
        ("8 апреля 2025 г.", (2025, 4, 8)),
        ("2025 жылғы 8 сәуір", (2025, 4, 8)),
        ("MART", (None, 3, None)),
        ("on Tuesday, 8 April 2025", (2025, 4, 8)),
    ],
)
def test_one_whole_expression_is_parsed_in_any_language(words: str, told: Told) -> None:
    parsed = parse_day(words)
    assert parsed is not None
    assert (parsed.year, parsed.month, parsed.day) == told


@pytest.mark.parametrize(
    "words", ["TR", "on", "5", "a", "sat", "Kazakhstan", "2023 Cuba", "", "99", "1 March 2023 and 2 May 2024"]
)
def test_what_is_no_date_expression_is_not_parsed(words: str) -> None:
    assert parse_day(words) is None


def test_a_month_and_a_year_know_their_first_and_last_day() -> None:
    month, year = parse_day("2024-02"), parse_day("2023")
    assert month is not None
    assert month.bounds == (date(2024, 2, 1), date(2024, 2, 29))
    assert year is not None
    assert year.bounds == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("words", "relative"),
    [
        ("Yesterday", Relative.YESTERDAY),
        ("geçen  hafta", Relative.LAST_WEEK),
        ("на прошлой неделе", Relative.LAST_WEEK),
        ("bu ay", Relative.THIS_MONTH),
        ("биыл", Relative.THIS_YEAR),
        ("DÜN", Relative.YESTERDAY),
        ("бүгүн", Relative.TODAY),
    ],
)
def test_relative_words_are_known_in_the_languages(words: str, relative: Relative) -> None:
    assert parse_relative(words) is relative


def test_a_weekday_that_is_also_another_word_needs_its_day_word() -> None:
    assert find_weekday("Cuma günü görüştü") == (4, 0, 9)
    assert find_weekday("Cuma Bey geldi") is None
    assert find_weekday("в пятницу") == (4, 2, 9)


@given(st.text(alphabet="0123456789 ./-,'apriləмартa июнь2025жылyil", max_size=200))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_dates_never_overlap_and_stand_in_the_text(text: str) -> None:
    at = 0
    for mention in find_dates(text, None):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
