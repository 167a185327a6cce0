"""A page is one message that Telegram takes, whatever its entries hold; its title says of whom and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.briefing.asking.understanding import Candidate, candidate_of
from bot.briefing.entries import Entry
from bot.briefing.lookup import Count, Page
from bot.render.answers.pages import render_page
from bot.render.html import fits, plain
from bot.render.messages import Messages
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official
from tests.render.test_entries import MET, long_links, make_entry

CUBA = Lookup(kind=LookupKind.COUNTRY, asked="Cuba", keys=("CU",))


def make_page(*entries: Entry, lookup: Lookup = CUBA) -> Page:
    return Page(lookup=lookup, subjects=("CU",), entries=entries, count=Count(value=len(entries)))


def make_namesake(story_count: int) -> Candidate:
    official = Official(
        id=3,
        slug="aru",
        name="Aru Example",
        country="KZ",
        organization=None,
        is_learned=False,
        story_count=story_count,
    )
    return candidate_of("Example", official)


@pytest.mark.parametrize("count", [1, 3, 8])
def test_a_page_of_the_longest_addresses_fits_and_keeps_what_links_it_can(messages: Messages, count: int) -> None:
    lead = "Слова без конца. " * 40
    entry = make_entry(headline=MET, title="Başlık & " * 30, links=long_links(count), lead=lead)
    shown = render_page(make_page(*[entry] * 5), "en", messages, lookup_id=1).text
    assert fits(shown)
    assert shown.count("Paper 0") == 5
    assert "Слова" in shown


def test_one_long_address_does_not_cost_the_others_their_links(messages: Messages) -> None:
    entries = [make_entry(headline=MET, links=(*long_links(1), replace(long_links(1)[0], url="https://a.example/")))]
    shown = render_page(make_page(*entries * 5), "en", messages, lookup_id=1).text
    assert shown.count('<a href="https://a.example/">') == 5


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), "🇨🇺 Cuba, 2023 · 1 story"),
        (date(2023, 1, 1), date(2024, 12, 31), "🇨🇺 Cuba, 2023 – 2024 · 1 story"),
        (date(2023, 3, 1), date(2023, 3, 1), "🇨🇺 Cuba, 1 Mar 2023 · 1 story"),
        (date(1900, 1, 1), date(2023, 12, 31), "🇨🇺 Cuba, until 31 Dec 2023 · 1 story"),
    ],
)
def test_the_title_says_of_which_days(messages: Messages, since: date, until: date, said: str) -> None:
    lookup = replace(CUBA, since_on=since, until_on=until)
    shown = render_page(make_page(make_entry(title="T"), lookup=lookup), "en", messages, lookup_id=0).text
    assert plain(shown).startswith(said)


def test_nothing_in_those_days_offers_the_same_at_any_time(messages: Messages) -> None:
    lookup = replace(CUBA, since_on=date(2023, 3, 1), until_on=date(2023, 3, 31))
    answer = render_page(make_page(lookup=lookup), "en", messages, lookup_id=0, anytime_id=9)
    assert "Nothing with Cuba was published then" in answer.text
    assert answer.keyboard == ((("🇨🇺 Cuba", "l:9"),),)


@pytest.mark.parametrize(("story_count", "said"), [(0, "not in our articles yet:"), (2, "You may also mean:")])
def test_the_line_about_others_stands_above_their_buttons(messages: Messages, story_count: int, said: str) -> None:
    page = make_page(make_entry(title="T"))
    answer = render_page(page, "en", messages, lookup_id=0, others=[(5, make_namesake(story_count))])
    assert answer.text.endswith(said)
    assert answer.keyboard[0] == (("🇰🇿 Aru Example", "l:5"),)
