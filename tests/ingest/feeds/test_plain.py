"""Promises about markup that becomes plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.plain import cut_text, escape_text, plain_line, plain_name, plain_text, trim_teaser


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>two<br>three</p>", "One\ntwo\nthree"),
        ("One &amp; two", "One & two"),
        ("A &amp;amp; B", "A & B"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("x<script>alert(1)</script>y<style>z</style>", "xy"),
        ("<b>bold</b>, <!-- no --> plain", "bold, plain"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<img src=x onerror=alert(1)>", None),
        ("<b" * 5_000, None),
        ("", None),
        (None, None),
    ],
)
def test_markup_becomes_the_words_in_it(markup: str | None, text: str | None) -> None:
    assert plain_text(markup, longest=1_000) == text


def test_a_line_is_one_line() -> None:
    assert plain_line("<h1>A</h1>\n b", longest=50) == "A b"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("desk@example.org (Leyla Quliyeva)", "Leyla Quliyeva"),
        ("desk@example.org", None),
        ("Admin", None),
        ("https://example.org/leyla", None),
        ("Leyla Quliyeva", "Leyla Quliyeva"),
        (None, None),
    ],
)
def test_an_author_is_a_name(written: str | None, name: str | None) -> None:
    assert plain_name(written) == name


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("He came.\nThe post He came appeared first on Bay.", "He came."),
        ("He came and [...]", "He came and…"),
        ("План готов. Читать далее »", "План готов."),
        ("The post is vacant.", "The post is vacant."),
        ("The post X appeared first on Y.", None),
        (None, None),
    ],
)
def test_what_software_adds_to_a_teaser_goes(text: str | None, trimmed: str | None) -> None:
    assert trim_teaser(text) == trimmed


def test_a_text_is_cut_between_words() -> None:
    assert cut_text("alpha beta gamma", 12) == "alpha beta…"


@given(st.text(max_size=200))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_plain_text_comes_back_from_escaped_text(text: str) -> None:
    assert plain_text(escape_text(text), longest=1_000) == plain_text(escape_text(text), longest=1_000)
    assert "\x00" not in (plain_text(text, longest=1_000) or "")
