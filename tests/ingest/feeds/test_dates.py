"""Promises about the dates of feeds."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.dates import parse_feed_date, reads_month_first
from bot.ingest.feeds.models import FeedDate
from tests.ingest.feeds.cases import NOW

EIGHTH = date(2025, 4, 8)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("Tue, 08 Apr 2025 14:00:00 +0400", "2025-04-08T14:00:00+04:00"),
        ("Tue, 8 Apr 25 14:00 UZT", "2025-04-08T14:00:00+05:00"),
        ("Tue,08 Apr 2025 14:00:00 MSK", "2025-04-08T14:00:00+03:00"),
        ("Tue, 08 April 2025 14:00:00 GMT+4", "2025-04-08T14:00:00+04:00"),
        ("08-Apr-2025 14:00 (UTC+05:30)", "2025-04-08T14:00:00+05:30"),
        ("Tue Apr 8 14:00:00 UTC 2025", "2025-04-08T14:00:00+00:00"),
        ("2025-04-08T14:00:00.123Z", "2025-04-08T14:00:00+00:00"),
        ("2025-04-08 14:00+04", "2025-04-08T14:00:00+04:00"),
        ("20250408T140000Z", "2025-04-08T14:00:00+00:00"),
        ("1744120800", "2025-04-08T14:00:00+00:00"),
        ("1744120800000", "2025-04-08T14:00:00+00:00"),
        ("08.04.2025 14:00 GMT+4", "2025-04-08T14:00:00+04:00"),
        ("08/04/2025 2:00 PM GMT", "2025-04-08T14:00:00+00:00"),
        ("8 апреля 2025, 14.00 (МСК)", "2025-04-08T14:00:00+03:00"),
        ("08 Nis 2025 12:30 AM +0300", "2025-04-08T00:30:00+03:00"),
    ],
)
def test_an_offset_makes_an_instant_and_the_day_stays_as_printed(written: str, instant: str) -> None:
    assert parse_feed_date(written, now=NOW) == FeedDate(on=EIGHTH, at=datetime.fromisoformat(instant))


@pytest.mark.parametrize(
    "written",
    [
        "2025-04-08",
        "2025/04/08 10:00",
        "08.04.2025 15:20",
        "8.4.25",
        "15:20 08.04.2025",
        "15:20 | 8 апреля 2025 г.",
        "Sal, 08 Nis 2025 14:00",
        "8 NİSAN 2025 SALI",
        "08 Aprel 2025",
        "2025-ci il aprelin 8-də",
        "2025-жылдын 8-апрели",
        "2025 жылғы 8 сәуір",
        "8-aprel, 2025",
        "2025 йил 8 апрель",
        "April 8, 2025",
        "Tue, 08 Apr 2025 25:00:00 GMT",
        "Tue, 08 Apr 2025 14:00:00 ALMT",
        "Tue, 08 Apr 2025 14:00:00 +9900",
    ],
)
def test_without_a_known_offset_only_the_day_is_known(written: str) -> None:
    assert parse_feed_date(written, now=NOW) == FeedDate(on=EIGHTH)


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "soon",
        "2025",
        "April 2025",
        "8 апреля",
        "30.02.2025",
        "2025-02-30",
        "0001-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "0",
        "2025-04-13",
        "2025-04-12T14:00:00+00:00",
        "8 апреля 2025 — 9 апреля 2025",
        "9" * 500,
    ],
)
def test_what_names_no_one_possible_day_is_unknown(written: str | None) -> None:
    assert parse_feed_date(written, now=NOW) is None


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        (["04/08/2025"], "en-US", True),
        (["04/08/2025"], "en_us", True),
        (["04/08/2025"], "en", False),
        (["04/08/2025"], "tr", False),
        (["04/08/2025"], None, False),
        (["04/08/2025", "03/28/2025"], "en", True),
        (["04/08/2025", "28/03/2025"], "en-US", False),
        (["28.03.2025"], "en-US", True),
        ([], "en-US", True),
    ],
)
def test_a_feeds_dates_tell_the_order_of_day_and_month(written: list[str], language: str, expected: bool) -> None:
    assert reads_month_first(written, language=language) is expected


def test_dots_are_day_first_everywhere() -> None:
    assert parse_feed_date("08.04.2025", now=NOW, is_month_first=True) == FeedDate(on=EIGHTH)
    assert parse_feed_date("04/08/2025", now=NOW, is_month_first=True) == FeedDate(on=EIGHTH)


@given(st.text(alphabet="0123456789 .:/-+TZapmGMнисApr,", max_size=60))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_any_words_are_a_possible_date_or_none(written: str) -> None:
    found = parse_feed_date(written, now=NOW)
    if found is not None:
        assert date(1990, 1, 1) <= found.on <= date(2025, 4, 12)
        assert found.at is None or found.at.utcoffset() is not None
