"""Dates as people write them in chat, in all the languages; what no calendar has is said to be impossible."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.asking.dates.days import Days
from bot.briefing.asking.dates.when import NoDays, parse_when

TUESDAY = date(2026, 11, 24)


def days(first: str, last: str | None = None) -> Days:
    return Days(since_on=date.fromisoformat(first), until_on=date.fromisoformat(last or first))


@pytest.mark.parametrize(
    "words",
    [
        "2023-03-01",
        "1 March 2023",
        "March 1, 2023",
        "1 Mart 2023",
        "1 марта 2023",
        "01.03.2023",
        " 1  march 2023. ",
        "1 mart 2023-cü il",
        "2023 жылғы 1 наурыз",
        "1st of March 2023",
        "20230301",
        "01.03.23",
        "1 March 2023 12:14",
        "2023-03-01T12:00:00Z",
        "2023-03-01 12:00:00 +03:00",
        "２０２３-０３-０１",
        "٢٠٢٣-٠٣-٠١",
    ],
)
def test_one_day_in_any_language(words: str) -> None:
    assert parse_when(words, TUESDAY) == days("2023-03-01")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-03", days("2023-03-01", "2023-03-31")),
        ("March 2023", days("2023-03-01", "2023-03-31")),
        ("февраль 2024", days("2024-02-01", "2024-02-29")),
        ("2023", days("2023-01-01", "2023-12-31")),
        ("2023-03-01..2023-10-31", days("2023-03-01", "2023-10-31")),
        ("2023-03-01 - 2023-10-31", days("2023-03-01", "2023-10-31")),
        ("2023-03-01 to 2023-10-31", days("2023-03-01", "2023-10-31")),
        ("March 2023 – May 2023", days("2023-03-01", "2023-05-31")),
        ("1 March - 5 April 2023", days("2023-03-01", "2023-04-05")),
        ("с 1 марта 2023 по 5 марта 2023", days("2023-03-01", "2023-03-05")),
        ("7-8 April 2025", days("2025-04-07", "2025-04-08")),
        ("2022-2023", days("2022-01-01", "2023-12-31")),
        ("since 2025", days("2025-01-01", "2026-11-24")),
        ("2026-11-01..", days("2026-11-01", "2026-11-24")),
        ("..2023", days("1900-01-01", "2023-12-31")),
        ("mar 2023", days("2023-03-01", "2023-03-31")),
        ("Sept. 2023", days("2023-09-01", "2023-09-30")),
        ("2023 Mart", days("2023-03-01", "2023-03-31")),
        ("2023 год март", days("2023-03-01", "2023-03-31")),
        ("March-October 2023", days("2023-03-01", "2023-10-31")),
        ("2023-01-01-2023-12-31", days("2023-01-01", "2023-12-31")),
        ("between 2023-01-01 and 2023-12-31", days("2023-01-01", "2023-12-31")),
        ("1 Mart ile 5 Mart 2023 arasında", days("2023-03-01", "2023-03-05")),
        ("before 2024", days("1900-01-01", "2023-12-31")),
        ("until 2023", days("1900-01-01", "2023-12-31")),
        ("since 2023", days("2023-01-01", "2026-11-24")),
        ("after March 2023", days("2023-04-01", "2026-11-24")),
        ("after 2030", days("2031-01-01", "2031-01-01")),
        ("до 2024", days("1900-01-01", "2023-12-31")),
        ("после марта 2023", days("2023-04-01", "2026-11-24")),
        ("2024'ten önce", days("1900-01-01", "2023-12-31")),
        ("2023-cü ildən sonra", days("2024-01-01", "2026-11-24")),
        ("2023 жылдан бері", days("2023-01-01", "2026-11-24")),
    ],
)
def test_months_years_and_ranges(words: str, expected: Days) -> None:
    assert parse_when(words, TUESDAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today", days("2026-11-24")),
        ("yesterday", days("2026-11-23")),
        ("dün", days("2026-11-23")),
        ("вчера", days("2026-11-23")),
        ("dünən", days("2026-11-23")),
        ("кеше", days("2026-11-23")),
        ("this week", days("2026-11-23", "2026-11-29")),
        ("last week", days("2026-11-16", "2026-11-22")),
        ("geçen hafta", days("2026-11-16", "2026-11-22")),
        ("last month", days("2026-10-01", "2026-10-31")),
        ("в прошлом году", days("2025-01-01", "2025-12-31")),
        ("Monday", days("2026-11-23")),
        ("Tuesday", days("2026-11-24")),
        ("last Friday", days("2026-11-20")),
        ("last 7 days", days("2026-11-18", "2026-11-24")),
        ("last 10 days", days("2026-11-15", "2026-11-24")),
        ("последние 10 дней", days("2026-11-15", "2026-11-24")),
        ("son 10 gün", days("2026-11-15", "2026-11-24")),
        ("last 3 years", days("2023-11-25", "2026-11-24")),
        ("son 3 yıl", days("2023-11-25", "2026-11-24")),
        ("last 9999 years", days("1900-11-25", "2026-11-24")),
        *((words, days("2026-11-24")) for words in ("bugün", "сегодня", "за сегодня", "bu gün", "бүгін", "Today")),
        *((words, days("2026-11-01", "2026-11-30")) for words in ("this month", "bu ay", "за этот месяц", "осы ай")),
        ("8 April", days("2026-04-08")),
        ("8 December", days("2025-12-08")),
        ("29 February", days("2024-02-29")),
    ],
)
def test_days_told_from_today_with_weeks_that_start_on_monday(words: str, expected: Days) -> None:
    assert parse_when(words, TUESDAY) == expected


@pytest.mark.parametrize("words", ["unknown", "Undated", "date unknown", "неизвестно", "tarihsiz", "белгісіз"])
def test_the_undated_can_be_asked_for(words: str) -> None:
    assert parse_when(words, TUESDAY) is NoDays.UNDATED


@pytest.mark.parametrize(
    "words", ["2023-02-30", "31 June 2024", "20231301", "2023-13", "2023-13-01", "1/40/2023", "30 February"]
)
def test_what_no_calendar_has_is_impossible(words: str) -> None:
    assert parse_when(words, TUESDAY) is NoDays.IMPOSSIBLE


def test_a_range_that_ends_before_it_begins_is_reversed() -> None:
    assert parse_when("2023-10-31..2023-03-01", TUESDAY) is NoDays.REVERSED


@pytest.mark.parametrize(
    "words",
    [
        *("", "blah", "Kazakhstan", "'; drop table", "<b>", "🇨🇺", "..", "x..y", "1 of many"),
        *("0", "99", "1899", "99999", "blah and foo", "Kazakhstan-Cuba", "before Cuba"),
    ],
)
def test_what_is_no_date_is_unreadable(words: str) -> None:
    assert parse_when(words, TUESDAY) is NoDays.UNREADABLE


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_written_plainly_is_that_day_whatever_today(day: date, today: date) -> None:
    assert parse_when(day.isoformat(), today) == Days(since_on=day, until_on=day)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=120), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_the_reading_of_dates(words: str, today: date) -> None:
    match parse_when(words, today):
        case Days(since_on=since_on, until_on=until_on):
            assert since_on <= until_on
        case no_days:
            assert no_days in NoDays
