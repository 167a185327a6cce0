"""Who an official is: offices as articles state them, when seen, whom they met; of the seeds alone nothing."""

from __future__ import annotations

from datetime import date

from bot.render.answers.cards import render_card
from bot.render.messages import Messages
from storage.models.news import Counterpart, HeldOffice, Official, OfficialCard
from storage.models.seeds import Role


def make_card(*offices: HeldOffice, counterparts: tuple[Counterpart, ...] = ()) -> OfficialCard:
    official = Official(
        id=1, slug="aru", name="Aru Example", country="KZ", organization=None, is_learned=False, story_count=2
    )
    seen = [day for office in offices for day in (office.first_seen_on, office.last_seen_on) if day]
    return OfficialCard(
        official=official,
        offices=offices,
        first_seen_on=min(seen, default=None),
        last_seen_on=max(seen, default=None),
        counterparts=counterparts,
    )


def held(
    role: Role, first: date | None = None, last: date | None = None, organization: str | None = None
) -> HeldOffice:
    country = None if organization else "KZ"
    return HeldOffice(
        role=role, country=country, organization=organization, first_seen_on=first, last_seen_on=last or first
    )


def met(name: str, count: int = 1) -> Counterpart:
    return Counterpart(official_id=2, name=name, country="TR", organization=None, meeting_count=count)


def test_an_official_no_article_names_has_no_lines(messages: Messages) -> None:
    assert render_card(make_card(), (), "en", messages) == ""


def test_one_office_stands_without_days_of_its_own(messages: Messages) -> None:
    card = make_card(held(Role.HEALTH_MINISTER, date(2024, 1, 1), date(2025, 1, 1)))
    assert render_card(card, (), "en", messages).split("\n") == [
        "Health minister, Kazakhstan",
        "First seen 1 Jan 2024, last seen 1 Jan 2025",
    ]


def test_several_offices_each_have_their_days(messages: Messages) -> None:
    card = make_card(
        held(Role.HEALTH_MINISTER, date(2025, 1, 1)), held(Role.AMBASSADOR, date(2023, 1, 1), date(2024, 1, 1))
    )
    assert render_card(card, (), "en", messages).split("\n")[:2] == [
        "Health minister, Kazakhstan (1 Jan 2025)",
        "Ambassador, Kazakhstan (1 Jan 2023 – 1 Jan 2024)",
    ]


def test_an_office_of_who_is_not_named_twice(messages: Messages) -> None:
    card = make_card(held(Role.WHO_REGIONAL_DIRECTOR, organization="WHO"))
    assert render_card(card, (), "en", messages).split("\n") == [
        "WHO regional director",
        "Seen in undated articles only",
    ]


def test_a_name_written_otherwise_is_told_as_the_articles_have_it(messages: Messages) -> None:
    shown = render_card(make_card(held(Role.PRESIDENT)), ("A. <Example>",), "en", messages)
    assert "In the articles: A. &lt;Example&gt;" in shown


def test_many_counterparts_end_in_a_count(messages: Messages) -> None:
    card = make_card(held(Role.PRESIDENT), counterparts=(met("A", 3), *(met(name) for name in "BCDEFG")))
    assert render_card(card, (), "en", messages).endswith("Met: 🇹🇷 A (×3), 🇹🇷 B, 🇹🇷 C, 🇹🇷 D, 🇹🇷 E, 2 others")
