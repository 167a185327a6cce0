from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.formatting.entities import SPLITTABLE, Entity, utf16_length
from bot.sandbox.formatting.html import parse_html
from bot.sandbox.formatting.rendering import render_html
from bot.sandbox.formatting.texts import finish_text
from bot.sandbox.refusal import Refusal

Span = tuple[str, int, int]


def spans(source: str) -> tuple[str, list[Span]]:
    text, entities = parse_html(source)
    return text, [(entity.kind, entity.offset, entity.length) for entity in entities]


def refusal(source: str) -> str:
    with pytest.raises(Refusal) as caught:
        parse_html(source)
    assert caught.value.status == 400
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<a href="https://who.example/">x</a>', "text_link"),
        ('<a href="tg://user?id=77">x</a>', "text_mention"),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"),
        ('<tg-time unix="1700000000" format="wDT">x</tg-time>', "date_time"),
        ("<B>x</B>", "bold"),
        ("<b >x</b >", "bold"),
        ("<b>x</>", "bold"),
    ],
)
def test_each_allowed_tag_becomes_its_entity(source: str, kind: str) -> None:
    assert spans(source) == ("x", [(kind, 0, 1)])


@pytest.mark.parametrize("tag", ["br", "p", "h1", "ul", "li", "div", "img", "br/", "script", "b/", "a.b", "ä"])
def test_any_other_tag_is_refused_with_its_byte_offset(tag: str) -> None:
    assert refusal(f"Қазақ <{tag}>") == f'Unsupported start tag "{tag}" at byte offset 11'


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('a <a href="x', "Unclosed start tag at byte offset 2"),
        ("a <a href", 'Unclosed start tag "a" at byte offset 2'),
        ("a <a href=", 'Unclosed start tag "a" at byte offset 2'),
        ("a <a ", 'Empty attribute name in the tag "a" at byte offset 2'),
        ("<b / >x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>😀</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
        ("<i><b>x</b>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="q">x</tg-time>', "Invalid date format used"),
        ("<", "Unclosed start tag at byte offset 0"),
        ("</", "Unexpected end tag at byte offset 0"),
    ],
)
def test_malformed_html_is_refused_in_telegrams_words(source: str, error: str) -> None:
    assert refusal(source) == error


def test_half_a_surrogate_pair_by_number_is_refused() -> None:
    assert refusal("&#xd83d;").startswith("Text contains invalid Unicode characters after decoding HTML entities")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&lt &amp x", "< & x"),
        ("&#65;&#x42;&#x1F600;", "AB😀"),
        ("&nbsp;&apos;&mdash;&ltx;", "&nbsp;&apos;&mdash;&ltx;"),
        ("&#0;&#x;&#;&", "&#0;&#x;&#;&"),
        ("&#x110000;&#1114111;", "&#x110000;&#1114111;"),
        ("&#X41;", "&#X41;"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_only_four_names_and_numbers_are_decoded(source: str, text: str) -> None:
    assert spans(source) == (text, [])


def test_offsets_count_utf16_units() -> None:
    assert spans("🇰🇿 <b>Қ😀</b>") == ("🇰🇿 Қ😀", [("bold", 5, 3)])


def test_empty_spans_fall_out() -> None:
    assert spans('a<b></b><a href="https://x.example"></a>') == ("a", [])


@pytest.mark.parametrize(
    "url", ["http://localhost/", "ftp://x.example", "x", "http://a b.example", "http://x.example:0/"]
)
def test_a_bad_link_loses_the_link_not_the_message(url: str) -> None:
    assert spans(f'<a href="{url}">text</a>') == ("text", [])


def test_a_link_without_address_points_to_its_own_text() -> None:
    _, [entity] = parse_html("see <a>who.example/x</a>")
    assert entity.url == "http://who.example/x"


def test_attribute_values_are_decoded_and_may_be_single_quoted() -> None:
    _, [entity] = parse_html("<a href='https://x.example/?a=1&amp;b=2'>x</a>")
    assert entity.url == "https://x.example/?a=1&b=2"


@pytest.mark.parametrize(
    "source",
    ['<pre><code class="language-python">x</code></pre>', '<code class="language-python"><pre>x</pre></code>'],
)
def test_pre_and_code_of_the_same_span_are_one_with_its_language(source: str) -> None:
    assert parse_html(source)[1] == [Entity(kind="pre", offset=0, length=1, language="python")]


def test_code_alone_has_no_language() -> None:
    assert parse_html('<code class="language-python">x</code>')[1] == [Entity(kind="code", offset=0, length=1)]


TAGS = ["b", "i", "u", "s", "tg-spoiler", "code", "pre", "blockquote", 'a href="https://x.example/?a=1&amp;b"']
TEXTS = st.text(st.sampled_from("aé😀Қ \n&<>\"'/x"), max_size=6)


def written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrap(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag.split()[0]}>"


MARKUP = st.recursive(
    TEXTS.map(written),
    lambda inner: st.one_of(
        st.builds(wrap, st.sampled_from(TAGS), inner),
        st.lists(inner, min_size=1, max_size=4).map("".join),
    ),
    max_leaves=20,
)
PIECES = [
    "<",
    ">",
    "</",
    "/>",
    "<b>",
    "</b>",
    "<a href='",
    "'",
    '"',
    "=",
    "&",
    "&#",
    "x41;",
    "&lt",
    "\0",
    " ",
    "😀",
    "!--",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.one_of(SOUP, st.text(max_size=60)))
def test_any_text_is_parsed_or_refused_with_an_offset_inside_it(source: str) -> None:
    outcome = attempt(source)
    if isinstance(outcome, Refusal):
        assert outcome.description.startswith("Bad Request: can't parse entities: ")
        if offset := re.search(r"byte offset (\d+)", outcome.description):
            assert 0 <= int(offset[1]) <= len(source.encode())
        return
    text, entities = outcome
    assert all(0 <= e.offset < e.end <= utf16_length(text) for e in entities)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(MARKUP)
def test_what_telegram_keeps_is_nested_and_survives_being_written_and_read_again(source: str) -> None:
    try:
        text, entities = finish_text(*parse_html(source))
    except Refusal:  # nothing but blanks
        return
    for one in entities:
        assert 0 <= one.offset < one.end <= utf16_length(text)
        for other in entities:
            assert one.end <= other.offset or other.end <= one.offset or encloses(one, other) or encloses(other, one)
    again_text, again = finish_text(*parse_html(render_html(text, entities)))
    assert again_text == text
    assert covered(again) == covered(entities)


def attempt(source: str) -> tuple[str, list[Entity]] | Refusal:
    try:
        return parse_html(source)
    except Refusal as refusal:
        return refusal


def encloses(one: Entity, other: Entity) -> bool:
    return one.offset <= other.offset and other.end <= one.end


def covered(entities: list[Entity]) -> set[tuple[str, str, int]]:
    """Which unit has which formatting: bold may be cut at other places and still be the same bold."""
    units = {(e.kind, e.url, at) for e in entities if e.kind in SPLITTABLE for at in range(e.offset, e.end)}
    return units | {(e.kind, f"{e.url}:{e.end}", e.offset) for e in entities if e.kind not in SPLITTABLE}
