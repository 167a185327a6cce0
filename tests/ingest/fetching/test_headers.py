"""Headers are read with distrust."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.fetching.headers import (
    LONGEST_REST,
    parse_charset,
    parse_media_type,
    parse_retry_after,
    parse_validator,
)
from tests.factories import NOON

HTTP_DATE = "%a, %d %b %Y %H:%M:%S GMT"


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta()),
        ("99999999999999999999", LONGEST_REST),
        ((NOON + timedelta(hours=1)).strftime(HTTP_DATE), timedelta(hours=1)),
        ((NOON + timedelta(hours=1)).strftime(HTTP_DATE).removesuffix(" GMT"), timedelta(hours=1)),
        ((NOON - timedelta(hours=1)).strftime(HTTP_DATE), timedelta()),
        ((NOON + timedelta(days=400)).strftime(HTTP_DATE), LONGEST_REST),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_rest_is_read_as_seconds_or_as_a_date(written: str | None, rest: timedelta | None) -> None:
    assert parse_retry_after(written, NOON) == rest


@pytest.mark.parametrize(
    ("content_type", "media_type", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Application/RSS+XML;Charset = "windows-1254"', "application/rss+xml", "windows-1254"),
        ("text/html;charset='cp1251';x=y", "text/html", "cp1251"),
        ("text/html; charset=", "text/html", None),
        ("charset=utf-8", None, "utf-8"),
        ("html", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_content_type_says_kind_and_encoding(content_type: str, media_type: str | None, charset: str | None) -> None:
    assert parse_media_type(content_type) == media_type
    assert parse_charset(content_type) == charset


@pytest.mark.parametrize("written", ["", " ", "a\r\nX: 1", "a\0", "ö", "x" * 501, None])
def test_a_validator_that_could_not_be_sent_back_is_none(written: str | None) -> None:
    assert parse_validator(written) is None


@given(st.text(max_size=80))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_header_has_an_answer(text: str) -> None:
    rest = parse_retry_after(text, NOON)
    assert rest is None or timedelta() <= rest <= LONGEST_REST
    assert len(parse_charset(text) or "") <= 40
    assert len(parse_media_type(text) or "") <= 161
    assert parse_validator(text) is None or text.strip().isprintable()
