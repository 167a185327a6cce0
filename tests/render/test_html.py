"""Whatever comes in, Telegram takes what comes out: balanced, escaped, within its limits, cut where a reader would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.html import (
    ENTITY_LIMIT,
    Html,
    bold,
    cut,
    cut_to_fit,
    entity_count,
    escape,
    fits,
    is_web_address,
    italic,
    join,
    join_entries,
    link,
    plain,
    visible_length,
)
from bot.sandbox.formatting.html import parse_html

wild = st.text(st.characters(codec=None), max_size=200)
pieces = st.one_of(
    wild.map(escape),
    wild.map(bold),
    wild.map(italic),
    wild.map(lambda text: link("https://example.org/?a=1&b=2", text)),
    wild.map(lambda text: bold(italic(text))),
    st.just(Html("\n")),
)
entries = st.lists(pieces, max_size=12).map(lambda parts: Html("".join(parts)))
fuzz = settings(deadline=None, derandomize=True, max_examples=100)


@fuzz
@given(wild)
def test_any_text_is_shown_and_none_of_it_is_markup(text: str) -> None:
    shown, entities = parse_html(escape(text))
    assert entities == []
    assert shown.replace("\ufffd", "") == plain(escape(text)).replace("\ufffd", "")


@fuzz
@given(entries)
def test_length_is_counted_as_telegram_counts_it(html: Html) -> None:
    shown, entities = parse_html(html)
    assert visible_length(html) == len(shown)
    assert entity_count(html) >= len(entities)


@fuzz
@given(entries, st.integers(min_value=1, max_value=300))
def test_what_is_cut_keeps_its_tags_whole_and_its_limit(html: Html, limit: int) -> None:
    shorter = cut(html, limit)
    shown, _ = parse_html(shorter)
    assert len(shown) <= limit
    assert shorter == html or shown.endswith("…")


@fuzz
@given(st.lists(entries, max_size=20), st.integers(min_value=20, max_value=400))
def test_entries_are_joined_in_order_into_messages_that_fit(listed: list[Html], limit: int) -> None:
    messages = join_entries(listed, limit=limit)
    assert all(fits(message, limit) for message in messages)
    for message in messages:
        parse_html(message)
    whole = [entry for entry in listed if fits(entry, limit)]
    rest = "\n\n".join(messages)
    for entry in whole:
        at = rest.find(entry)
        assert at >= 0
        rest = rest[at + len(entry) :]


def test_a_message_ends_between_two_entries() -> None:
    first, second = bold("a" * 60), bold("b" * 60)
    assert join_entries([first, second], limit=100) == (first, second)
    assert join_entries([first, second], limit=200) == (Html(f"{first}\n\n{second}"),)


def test_an_entry_that_no_message_holds_is_cut_after_a_word() -> None:
    (message,) = join_entries([bold("one two three four")], limit=12)
    assert message == "<b>one two…</b>"


def test_a_word_without_end_is_cut_inside() -> None:
    assert cut(escape("x" * 500), 100) == "x" * 99 + "…"


def test_a_message_never_holds_more_entities_than_telegram_keeps() -> None:
    messages = join_entries([bold("a")] * (ENTITY_LIMIT + 20))
    assert [entity_count(message) for message in messages] == [ENTITY_LIMIT, 20]


def test_an_entry_of_too_many_entities_is_shortened() -> None:
    (message,) = join_entries([Html("".join([bold("ab")] * (ENTITY_LIMIT + 20)))])
    assert fits(message)
    assert plain(message).endswith("…")


def test_what_is_short_on_screen_and_long_in_bytes_is_cut_too() -> None:
    long = Html(" ".join(link("https://a.example/?" + "&" * 1900, f"word{n}") for n in range(9)))
    assert not fits(long)
    shown = cut_to_fit(long)
    assert fits(shown)
    assert plain(shown).startswith("word0 word1")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "https://",
        "https://exa mple.org",
        "https://[bad",
        "//example.org",
        "tg://user?id=1",
        "https://example.org/\u202egpj.exe",
        "",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert not is_web_address(address)
    assert link(address, "read <b>") == "read &lt;b&gt;"


def test_an_address_cannot_break_out_of_its_link() -> None:
    made = link('https://example.org/?a="><b>', "x & y")
    assert made == '<a href="https://example.org/?a=&quot;&gt;&lt;b&gt;">x &amp; y</a>'


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00", "\x1b", "\u2028", "\ufeff"])
def test_what_a_page_hides_in_a_text_is_taken_out(hidden: str) -> None:
    assert escape(f"a{hidden}b") == "ab"


def test_letters_of_all_our_languages_stay_as_they_are() -> None:
    words = "Türkiye Қазақстан Əliyev Oʻzbekiston José ГИНИЯТ 🇰🇿 👩‍⚕️"
    assert escape(words) == words


def test_what_is_html_already_is_not_escaped_twice() -> None:
    assert bold(escape("a & b")) == "<b>a &amp; b</b>"
    assert join(" ", (bold("a"), "", None, "<")) == "<b>a</b> &lt;"


def test_a_label_is_the_letters_alone() -> None:
    assert plain(bold("Côte d'Ivoire & <x>")) == "Côte d'Ivoire & <x>"


def test_no_pattern_of_ours_takes_long_over_hostile_text() -> None:
    for text in ("<" * 20_000, "&" * 20_000, "<a href=" * 5_000, "a" * 20_000 + "<"):
        assert re.sub("[<>]", "", cut(escape(text), 100))
