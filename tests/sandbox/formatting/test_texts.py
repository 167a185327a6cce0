from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.formatting.entities import utf16_length
from bot.sandbox.formatting.texts import SOURCE_BYTES, TEXT_LIMIT, compose_text
from bot.sandbox.refusal import Refusal


def spans(source: str, parse_mode: str = "HTML", entities: object = None) -> tuple[str, list[tuple[str, int, int]]]:
    text, found = compose_text(source, parse_mode, entities)
    return text, [(entity.kind, entity.offset, entity.length) for entity in found]


def refusal(source: str, parse_mode: str = "HTML", entities: object = None) -> str:
    with pytest.raises(Refusal) as caught:
        compose_text(source, parse_mode, entities)
    return caught.value.description


@pytest.mark.parametrize("parse_mode", ["", "HTML", "html"])
def test_no_text_is_empty_and_blanks_are_no_text(parse_mode: str) -> None:
    assert refusal("", parse_mode) == "Bad Request: message text is empty"
    assert refusal(" \n\t ", parse_mode) == "Bad Request: text must be non-empty"


def test_tags_around_nothing_are_no_text() -> None:
    assert refusal("<b></b>") == "Bad Request: text must be non-empty"


def test_4096_code_points_pass_and_one_more_is_too_long() -> None:
    assert len(compose_text("😀" * TEXT_LIMIT, "HTML")[0]) == TEXT_LIMIT
    assert refusal("😀" * (TEXT_LIMIT + 1)) == "Bad Request: message is too long"


def test_length_is_measured_after_parsing_and_trimming() -> None:
    source = " <b>" + "&amp;" * TEXT_LIMIT + "</b>\n\n"
    assert len(compose_text(source, "HTML")[0].strip()) == TEXT_LIMIT


def test_the_source_has_a_limit_of_its_own_in_bytes() -> None:
    assert refusal("<b></b>" * (SOURCE_BYTES // 7) + "<b></b>") == "Bad Request: text is too long"


@pytest.mark.parametrize("parse_mode", ["Markdown", "MarkdownV2"])
def test_markdown_is_refused_plainly(parse_mode: str) -> None:
    assert refusal("*x*", parse_mode) == f"Bad Request: the sandbox does not parse {parse_mode}; send HTML"


def test_an_unknown_parse_mode_is_refused() -> None:
    assert refusal("x", "rst") == "Bad Request: unsupported parse_mode"


def test_without_parse_mode_tags_are_text() -> None:
    assert spans("<b>&amp;</b>", "") == ("<b>&amp;</b>", [])


def test_entities_may_be_sent_in_place_of_tags() -> None:
    listed = [{"type": "bold", "offset": 0, "length": 2}, {"type": "url", "offset": 0, "length": 1}]
    assert spans("😀 x", "", listed) == ("😀 x", [("bold", 0, 2)])


def test_sent_entities_must_lie_inside_the_text() -> None:
    listed = [{"type": "bold", "offset": 1, "length": 9}]
    error = "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10"
    assert refusal("abc", "", listed) == f"Bad Request: {error}"


def test_bold_is_cut_where_italic_begins_inside_it() -> None:
    assert spans("<b>a<i>b</i>c</b>")[1] == [("bold", 0, 1), ("bold", 1, 2), ("italic", 1, 1)]


def test_neighbouring_bold_spans_are_one() -> None:
    assert spans("<b>a</b><b>b</b>")[1] == [("bold", 0, 2)]


def test_code_takes_no_formatting() -> None:
    assert spans("<b>a<code>b</code>c</b>")[1] == [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]


def test_code_and_links_do_not_nest() -> None:
    assert spans('<a href="https://x.example">a<code>b</code></a>')[1] == [("text_link", 0, 2)]


def test_quotations_do_not_nest_but_may_hold_the_rest() -> None:
    source = "<blockquote>a<blockquote>b</blockquote><b>c</b></blockquote>"
    assert spans(source)[1] == [("blockquote", 0, 3), ("bold", 2, 1)]


def test_the_first_hundred_entities_stay_links_before_bold() -> None:
    source = "<b>x</b> " * 60 + '<a href="https://x.example">y</a> ' * 60
    kinds = [kind for kind, _, _ in spans(source)[1]]
    assert (kinds.count("bold"), kinds.count("text_link")) == (40, 60)


def test_blanks_at_both_ends_go_and_spans_move_along() -> None:
    assert spans("\n  a <b> b </b> \n") == ("a  b", [("bold", 2, 2)])


def test_blanks_in_front_stay_from_the_first_span_on() -> None:
    assert spans("  <b> x</b>") == (" x", [("bold", 0, 2)])


def test_control_characters_are_blanks_and_direction_marks_fall_out() -> None:
    assert spans("a\tb\x01<b>c\u202e\r\nd</b>") == ("a b c\nd", [("bold", 4, 3)])


def test_telegram_finds_commands_links_mentions_and_hashtags_by_itself() -> None:
    found = spans("/start see https://who.example/a. @somebody #Тег x@y.example /help@a_bot 1/2 /é")[1]
    assert found == [
        ("bot_command", 0, 6),
        ("url", 11, 21),
        ("mention", 34, 9),
        ("hashtag", 44, 4),
        ("email", 49, 11),
        ("bot_command", 61, 11),
    ]


def test_what_the_bot_marked_goes_before_what_telegram_finds() -> None:
    assert spans('<a href="https://x.example/">https://y.example/</a>')[1] == [("text_link", 0, 18)]
    assert spans("<code>/start</code>")[1] == [("code", 0, 6)]


def test_bold_around_a_command_is_cut_at_its_borders() -> None:
    assert spans("<b>x /start y</b>")[1] == [("bold", 0, 2), ("bot_command", 2, 6), ("bold", 2, 6), ("bold", 8, 2)]


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_is_shown_or_refused_and_its_spans_lie_inside(source: str) -> None:
    try:
        text, entities = compose_text(source)
    except Refusal:
        return
    assert text
    assert all(0 <= entity.offset < entity.end <= utf16_length(text) for entity in entities)
