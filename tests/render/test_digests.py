"""Digests as they are sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.briefing.digest import Digest, DigestKind
from bot.briefing.entries import Entry, SourceLink
from bot.briefing.filters import Reason
from bot.render.digests import render_alert, render_digest
from bot.render.html import fits, visible_length
from bot.render.messages import Messages
from storage.models.chats import Cadence, Cut, Filter, Schedule
from storage.models.news import Official
from storage.models.reading import HeadlineFacts, Verb
from tests.conftest import Golden

MUSAYEV = Official(
    id=12,
    slug="teymur-musayev",
    name="Teymur Musayev",
    country="AZ",
    organization=None,
    is_learned=False,
    story_count=3,
)
ENTRY = Entry(
    story_id=4,
    flags=("AZ", "CU"),
    title=None,
    headline=HeadlineFacts(verb=Verb.MET, who=("Teymur Musayev",), whom=("José Ángel Portal Miranda",)),
    published_on=date(2023, 3, 1),
    event_on=None,
    links=(SourceLink(name="Example Times", url="https://example.org/a?b=1&c=2"),),
    lead="The two spoke of doctors & medicines <in Havana>.",
    is_sample=False,
)
UNDATED = Entry(
    story_id=5,
    flags=("KZ",),
    title="A plant is planned",
    headline=None,
    published_on=None,
    event_on=None,
    links=(),
    lead=None,
    is_sample=True,
    is_update=True,
)
WINDOW = Digest(
    kind=DigestKind.WINDOW,
    filter=Filter(id=1, alternatives=(("#12", "CU"), ("KZ",))),
    subjects={"#12": MUSAYEV, "CU": "CU", "KZ": "KZ"},
    since=datetime(2026, 5, 4, 3, tzinfo=UTC),
    until=datetime(2026, 5, 5, 3, tzinfo=UTC),
    entries=(ENTRY, UNDATED),
    story_ids=(4, 5),
)
ARCHIVE = replace(WINDOW, kind=DigestKind.ARCHIVE, since=None, entries=(ENTRY,), story_ids=(4,))


def test_a_digest_of_a_window(messages: Messages, golden: Golden) -> None:
    golden("digest_window", render_digest(WINDOW, "Asia/Almaty", "en", messages))


def test_a_first_digest(messages: Messages, golden: Golden) -> None:
    golden("digest_archive", render_digest(ARCHIVE, "Asia/Almaty", "en", messages))


def test_a_digest_in_groups(messages: Messages, golden: Golden) -> None:
    others = replace(ENTRY, story_id=6, flags=("AZ", "KZ", "TR"), is_sample=False)
    grouped = replace(
        WINDOW,
        entries=(ENTRY, UNDATED, others),
        story_ids=(4, 5, 6),
        subjects={**WINDOW.subjects, "AZ": "AZ"},
        headings={4: ("AZ", "CU"), 5: ("#12",), 6: ("*",)},
    )
    golden("digest_grouped", render_digest(grouped, "Asia/Almaty", "en", messages))


def test_a_part_that_goes_on_with_a_group_names_it_again(messages: Messages) -> None:
    entries = tuple(replace(ENTRY, story_id=number, lead="word " * 300) for number in range(1, 13))
    headings = dict.fromkeys(range(1, 13), ("CU",))
    long = replace(WINDOW, entries=entries, story_ids=tuple(headings), headings=headings)
    parts = render_digest(long, "UTC", "en", messages)
    assert len(parts) > 1
    assert all(part.text.count("<b>🇨🇺 Cuba</b>") == 1 for part in parts)


def test_a_digest_asked_for_of_an_empty_window(messages: Messages, golden: Golden) -> None:
    empty = replace(WINDOW, entries=(), story_ids=())
    golden("digest_empty", render_digest(empty, "UTC", "en", messages, note="digest.asked"))


def test_parts_are_cut_between_entries_each_with_its_own_buttons(messages: Messages) -> None:
    entries = tuple(replace(ENTRY, story_id=number, lead="word " * 300) for number in range(1, 41))
    long = replace(WINDOW, entries=entries, story_ids=tuple(range(1, 48)))
    parts = render_digest(long, "UTC", "en", messages)
    assert len(parts) > 2
    carried = [target for part in parts for row in part.keyboard for _, target in row]
    assert carried == [f"e:{number}" for number in range(1, 41)]
    assert all(fits(part.text) and visible_length(part.text) <= 4000 for part in parts)
    assert sum(part.text.count("met José") for part in parts) == 40
    assert "7 more stories" in parts[-1].text
    assert f"2 of {len(parts)}" in parts[1].text


def test_what_a_source_says_cannot_break_the_message(messages: Messages) -> None:
    nasty = replace(ENTRY, headline=None, title="</b><a href='x'>" * 40, lead="&" * 9000)
    (part,) = render_digest(replace(ARCHIVE, entries=(nasty,)), "UTC", "en", messages)
    assert fits(part.text)
    assert "</b><a" not in part.text


FRIDAYS = Schedule(cadence=Cadence.WEEKLY, times=(time(8),), days=(4,))


def test_a_digest_says_what_of_the_subscription_each_entry_met_and_where_to_change_it(
    messages: Messages, golden: Golden
) -> None:
    told = replace(
        WINDOW,
        filter=replace(
            WINDOW.filter, cut=Cut(topics=("epidemics", "research"), includes=("asi",), excludes=("futbol",))
        ),
        entries=(replace(ENTRY, is_late=True), UNDATED),
        reasons={
            4: Reason(alternatives=(("#12", "CU"),), topics=("research",), words=("asi",)),
            5: Reason(alternatives=(("KZ",),)),
        },
    )
    golden("digest_why", render_digest(told, "Asia/Almaty", "en", messages, schedule=FRIDAYS))


def test_nothing_new_is_one_line_with_its_button(messages: Messages, golden: Golden) -> None:
    empty = replace(WINDOW, entries=(), story_ids=())
    (part,) = render_digest(empty, "Asia/Almaty", "en", messages, schedule=FRIDAYS)
    assert "\n" not in part.text
    golden("digest_nothing", (part,))


def test_the_last_line_names_the_sources_that_failed_however_they_are_called(messages: Messages) -> None:
    entries = tuple(replace(ENTRY, story_id=number, lead="word " * 300) for number in range(1, 31))
    silent = ("An <Agency>\nof news", *("x" * 500 for _ in range(90)))
    long = replace(WINDOW, entries=entries, story_ids=tuple(range(1, 31)), silent_sources=silent)
    *others, last = render_digest(long, "UTC", "en", messages, schedule=FRIDAYS)
    line = last.text.splitlines()[-1]
    assert line.startswith("<i>No news could be had in this time from: An &lt;Agency&gt; of news, xxx")
    assert line.endswith(", 86 more sources.</i>")
    assert not [part for part in others if "could be had" in part.text]
    assert all(fits(part.text) for part in (*others, last))
    nothing = replace(WINDOW, entries=(), story_ids=(), silent_sources=("Kabar",))
    (part,) = render_digest(nothing, "UTC", "en", messages, schedule=FRIDAYS)
    assert part.text.splitlines()[-1] == "<i>No news could be had in this time from: Kabar.</i>"


def test_gathered_alerts_say_why_they_come_together(messages: Messages) -> None:
    (part,) = render_digest(WINDOW, "UTC", "en", messages, schedule=Schedule(cadence=Cadence.AT_ONCE))
    assert "quiet hours" in part.text


def test_only_the_last_part_names_the_subscription(messages: Messages) -> None:
    entries = tuple(replace(ENTRY, story_id=number, lead="word " * 300) for number in range(1, 31))
    long = replace(WINDOW, entries=entries, story_ids=tuple(range(1, 31)))
    *others, last = render_digest(long, "UTC", "en", messages, schedule=FRIDAYS)
    assert others
    assert all("you follow here" not in part.text for part in others)
    assert not [label for part in others for row in part.keyboard for label, _ in row if "Change" in label]
    assert "you follow here" in last.text
    assert last.keyboard[-1] == (("Change this subscription", f"s:f:{WINDOW.filter.id}"),)
    assert all(fits(part.text) and visible_length(part.text) <= 4000 for part in (*others, last))


def test_an_alert_is_the_story_alone_for_every_chat_the_same(messages: Messages, golden: Golden) -> None:
    golden("alert", (render_alert(ENTRY, "en", messages), render_alert(UNDATED, "en", messages)))
    huge = replace(ENTRY, headline=None, title="&" * 5000, lead="<b>" * 5000)
    assert fits(render_alert(huge, "en", messages).text)
