"""One entry: what is not known is said to be unknown, what is ours is marked as ours, nothing of the page is markup."""

from __future__ import annotations

from datetime import date

from bot.briefing.entries import Entry, SourceLink
from bot.render.entries import OURS, flag_of, render_entry, render_evidence_rows, word_headline
from bot.render.html import fits, plain, visible_length
from bot.render.messages import Messages
from storage.models.reading import HeadlineFacts, Verb


def make_entry(
    *,
    story_id: int = 7,
    flags: tuple[str, ...] = ("AZ", "CU"),
    title: str | None = None,
    headline: HeadlineFacts | None = None,
    published_on: date | None = None,
    event_on: date | None = None,
    links: tuple[SourceLink, ...] = (),
    lead: str | None = None,
    is_sample: bool = False,
    is_update: bool = False,
) -> Entry:
    """An entry that knows nothing but its parties."""
    return Entry(
        story_id=story_id,
        flags=flags,
        title=title,
        headline=headline,
        published_on=published_on,
        event_on=event_on,
        links=links,
        lead=lead,
        is_sample=is_sample,
        is_update=is_update,
    )


def long_links(count: int) -> tuple[SourceLink, ...]:
    """Addresses as long as ingest takes them, of signs that grow when they are escaped."""
    return tuple(SourceLink(name=f"Paper {n}", url=f"https://p{n}.example/?" + "&a" * 990) for n in range(count))


MET = HeadlineFacts(verb=Verb.MET, who=("Teymur Musayev",), whom=("José Ángel Portal Miranda",))


def test_a_publishers_title_stands_as_it_is(messages: Messages) -> None:
    shown = render_entry(make_entry(title="Ministers <met> & spoke"), "en", messages)
    assert "<b>Ministers &lt;met&gt; &amp; spoke</b>" in shown
    assert OURS not in shown


def test_a_headline_of_ours_is_marked(messages: Messages) -> None:
    shown = render_entry(make_entry(headline=MET), "en", messages)
    assert shown.startswith(f"🇦🇿🇨🇺 <b>Teymur Musayev met José Ángel Portal Miranda</b> {OURS}\n")


def test_a_title_in_another_language_stands_below_our_headline(messages: Messages) -> None:
    lines = render_entry(make_entry(headline=MET, title="Bakanlar görüştü"), "en", messages).split("\n")
    assert lines[1] == "<i>“Bakanlar görüştü”</i>"


def test_what_is_not_known_is_said_to_be_unknown(messages: Messages) -> None:
    assert "date unknown · source not named" in render_entry(make_entry(), "en", messages)


def test_the_day_it_happened_stands_beside_the_day_it_was_published(messages: Messages) -> None:
    entry = make_entry(published_on=date(2025, 4, 8), event_on=date(2025, 4, 7))
    assert "8 Apr 2025 · happened 7 Apr 2025" in render_entry(entry, "en", messages)


def test_every_outlet_is_named_and_linked_where_it_has_an_address(messages: Messages) -> None:
    links = (SourceLink(name="A & B", url="https://example.org/?a=1&b=2"), SourceLink(name="Paper", url=None))
    shown = render_entry(make_entry(links=links), "en", messages)
    assert '<a href="https://example.org/?a=1&amp;b=2">A &amp; B</a>, Paper' in shown


def test_an_outlet_with_several_addresses_says_how_many(messages: Messages) -> None:
    links = (SourceLink(name="Trend", url="https://trend.example/", count=3),)
    assert '<a href="https://trend.example/">Trend</a> (3)' in render_entry(make_entry(links=links), "en", messages)


def test_a_source_of_which_only_the_feeds_words_could_be_had_says_so(messages: Messages) -> None:
    links = (SourceLink(name="A & B", url="https://example.org/", is_summary=True), SourceLink(name="Paper", url=None))
    shown = render_entry(make_entry(links=links), "en", messages)
    assert '<a href="https://example.org/">A &amp; B</a> (its summary only), Paper' in shown


def test_an_entry_with_the_longest_addresses_fits_a_message_and_names_every_outlet(messages: Messages) -> None:
    shown = render_entry(make_entry(links=long_links(8)), "en", messages)
    assert fits(shown)
    assert shown.count("<a href=") == 1
    assert all(f"Paper {n}" in shown for n in range(8))


def test_an_address_that_is_none_is_not_linked(messages: Messages) -> None:
    shown = render_entry(make_entry(links=(SourceLink(name="Paper", url="javascript:alert(1)"),)), "en", messages)
    assert "href" not in shown
    assert "Paper" in shown


def test_a_sample_is_shown_as_retold(messages: Messages) -> None:
    assert "<i>retold sample</i>" in render_entry(make_entry(is_sample=True), "en", messages)


def test_a_minister_nobody_names_is_called_by_country_and_office(messages: Messages) -> None:
    facts = HeadlineFacts(verb=Verb.MET, who=("Azhan Giniyat",), whom=("health minister TR",))
    assert word_headline(facts, "en", messages) == "Azhan Giniyat met Türkiye’s health minister"


def test_many_names_end_in_a_count(messages: Messages) -> None:
    facts = HeadlineFacts(verb=Verb.MET, who=("A", "B", "C", "D", "E"), whom=("KZ", "AZ"))
    assert word_headline(facts, "en", messages) == "A, B, C, and 2 others met Kazakhstan and Azerbaijan"


def test_a_headline_may_say_where_it_was(messages: Messages) -> None:
    facts = HeadlineFacts(verb=Verb.TOOK_PART, who=("AZ",), occasion="5th meeting of <OTS>")
    assert word_headline(facts, "en", messages) == "Azerbaijan took part: 5th meeting of &lt;OTS&gt;"


def test_a_long_headline_does_without_the_occasion(messages: Messages) -> None:
    group = "the health ministers of the member and observer countries of the Organization of Examples"
    facts = HeadlineFacts(verb=Verb.MET, who=("Aru Example",), whom=(group,), occasion="its fifth meeting")
    assert word_headline(facts, "en", messages) == f"Aru Example met {group}"


def test_a_long_lead_gives_way_after_a_word(messages: Messages) -> None:
    shown = render_entry(make_entry(title="T", lead="word " * 500), "en", messages)
    assert visible_length(shown) < 400
    assert plain(shown).endswith("word…")


def test_hostile_parts_stay_on_their_lines(messages: Messages) -> None:
    entry = make_entry(title="a\n\n<b>b", lead="c\n/d\u202e", links=(SourceLink(name="x\ny", url=None),))
    assert len(render_entry(entry, "en", messages).split("\n")) == 3


def test_one_entry_has_one_button_and_several_are_numbered(messages: Messages) -> None:
    one, two = make_entry(story_id=4), make_entry(story_id=9)
    assert render_evidence_rows([one], "en", messages) == ((("Evidence", "e:4"),),)
    assert render_evidence_rows([one, two], "en", messages) == ((("Evidence 1", "e:4"), ("Evidence 2", "e:9")),)


def test_a_code_is_its_flag_and_anything_else_has_none() -> None:
    assert [flag_of(code) for code in ("KZ", "XK", "WHO", "kz", "", "ÄÖ")] == ["🇰🇿", "🇽🇰", "", "", "", ""]
