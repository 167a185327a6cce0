"""A story told to one reader: what stands in which article, and in which language, decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.briefing.entries import SourceLink, compose_entry
from storage.models.news import UNDATED, Article, Story
from storage.models.reading import HeadlineFacts, Verb
from storage.models.seeds import SourceRank
from tests.factories import NOON

FACTS = HeadlineFacts(verb=Verb.MET, who=("A",), whom=("B",))


def make_article(
    *,
    title: str | None = None,
    headline: HeadlineFacts | None = None,
    lead: str | None = None,
    source: str | None = None,
    url: str | None = None,
    language: str = "en",
    event_on: date | None = None,
    is_sample: bool = False,
) -> Article:
    return Article(
        id=1,
        story_id=7,
        document_id=1,
        url=url,
        title=title,
        headline=headline,
        lead=lead,
        source=source,
        language=language,
        published_on=None,
        event_on=event_on,
        place=None,
        is_sample=is_sample,
        stored_at=NOON,
    )


def make_story(*articles: Article, sort_on: date = UNDATED, mentioned: tuple[str, ...] = ()) -> Story:
    return Story(
        id=7,
        sort_on=sort_on,
        first_stored_at=NOON,
        updated_at=None,
        articles=articles,
        parties=() if mentioned else ("KZ", "TR"),
        mentioned=mentioned,
    )


def test_a_title_in_the_readers_language_is_taken_before_a_headline_of_ours() -> None:
    story = make_story(make_article(headline=FACTS), make_article(title="Talks"))
    entry = compose_entry(story, "en")
    assert (entry.title, entry.headline) == ("Talks", None)


def test_a_title_in_another_language_stands_beside_a_headline_of_ours() -> None:
    entry = compose_entry(make_story(make_article(title="Görüşme", headline=FACTS, language="tr")), "en")
    assert (entry.title, entry.headline) == ("Görüşme", FACTS)


def test_the_lead_is_in_the_readers_language_where_there_is_one() -> None:
    story = make_story(make_article(lead="Görüştüler.", language="tr"), make_article(lead="They met."))
    assert compose_entry(story, "en").lead == "They met."
    assert compose_entry(story, "tr").lead == "Görüştüler."


def test_an_undated_story_has_no_date() -> None:
    assert compose_entry(make_story(make_article()), "en").published_on is None


def test_the_day_it_happened_is_told_only_where_it_is_another() -> None:
    day = date(2025, 4, 8)
    same = make_story(make_article(event_on=day), sort_on=day)
    other = make_story(make_article(event_on=date(2025, 4, 7)), sort_on=day)
    assert compose_entry(same, "en").event_on is None
    assert compose_entry(other, "en").event_on == date(2025, 4, 7)


def test_every_outlet_is_listed_once_and_an_unnamed_one_by_its_host() -> None:
    story = make_story(
        make_article(source="Paper", url="https://paper.example/1"),
        make_article(source="Paper", url="https://paper.example/1"),
        make_article(url="https://www.wire.example/2"),
        make_article(),
        make_article(url="https://[broken"),
    )
    assert compose_entry(story, "en").links == (
        SourceLink(name="Paper", url="https://paper.example/1"),
        SourceLink(name="wire.example", url="https://www.wire.example/2"),
    )


def test_an_outlet_with_several_addresses_is_named_once_with_their_number() -> None:
    reports = [make_article(source="Trend", url=f"https://trend.example/{n}") for n in range(3)]
    story = make_story(*reports, make_article(source="Trend"), make_article(source="Other"))
    assert compose_entry(story, "en").links == (
        SourceLink(name="Trend", url="https://trend.example/0", count=3),
        SourceLink(name="Other", url=None),
    )


@pytest.mark.parametrize("url", ["https://exa mple.org/", "https://exa\tmple.org/1", "https://<b>/", "nonsense"])
def test_an_address_that_is_none_names_no_outlet(url: str) -> None:
    assert compose_entry(make_story(make_article(url=url)), "en").links == ()
    assert compose_entry(make_story(make_article(source="Paper", url=url)), "en").links == (
        SourceLink(name="Paper", url=None),
    )


def test_whom_a_sample_retells_is_not_named_beside_a_report() -> None:
    story = make_story(make_article(source="Retold", is_sample=True), make_article(source="Paper"))
    assert compose_entry(story, "en").links == (SourceLink(name="Paper", url=None),)


def test_a_story_is_a_sample_only_while_nobody_else_reports_it() -> None:
    sample, real = make_article(is_sample=True, lead="Retold."), make_article(lead="Reported.")
    assert compose_entry(make_story(sample), "en").is_sample
    joined = compose_entry(make_story(sample, real), "en")
    assert (joined.is_sample, joined.lead) == (False, "Reported.")


def test_the_flags_are_the_parties_or_else_who_is_mentioned() -> None:
    assert compose_entry(make_story(make_article()), "en").flags == ("KZ", "TR")
    assert compose_entry(make_story(make_article(), mentioned=("GE",)), "en").flags == ("GE",)


def test_of_several_sources_the_official_one_is_named_first_and_gives_the_title() -> None:
    ranks = (SourceRank.REPRINT, SourceRank.AGENCY, SourceRank.OFFICIAL, SourceRank.OUTLET)
    articles = [replace(make_article(title=f"Title of {rank}", source=rank.value), source_rank=rank) for rank in ranks]
    entry = compose_entry(make_story(*articles), "en")
    assert [link.name for link in entry.links] == ["official", "agency", "outlet", "reprint"]
    assert entry.title == "Title of official"


def test_a_reprint_in_the_readers_language_gives_the_title_before_an_official_text_in_another() -> None:
    official = replace(make_article(title="Görüşme", language="tr"), source_rank=SourceRank.OFFICIAL)
    reprint = replace(make_article(title="Talks"), source_rank=SourceRank.REPRINT)
    assert compose_entry(make_story(official, reprint), "en").title == "Talks"
