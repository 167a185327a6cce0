"""Filters: one row for the same wish, found from a story's keys."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.chats.filters import list_filter_keys, list_filters_for, normalize_filter, save_filter, topic_key
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import end_subscription, save_subscription
from storage.database import Database
from storage.models.chats import UNCUT, Cadence, ChatKind, Cut, Schedule

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
RESEARCH = Cut(topics=("research",))


def follow(db: Database, *alternatives: tuple[str, ...], cut: Cut = UNCUT, cadence: Cadence = Cadence.AT_ONCE) -> int:
    reader = record_subscriber(db, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=NOON)
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=alternatives,
        cut=cut,
        schedule=Schedule(cadence=cadence),
        timezone="UTC",
        next_due_at=None,
        anchor_at=NOON,
        now=NOON,
    )


def found(db: Database, *keys: str) -> list[tuple[tuple[tuple[str, ...], ...], Cut]]:
    return [(each.alternatives, each.cut) for each in list_filters_for(db, keys)]


def test_the_same_wish_is_one_row_however_it_is_put(db: Database) -> None:
    one = save_filter(
        db, [("KZ", "#12"), ("CU",)], Cut(topics=("research", "epidemics"), includes=("Aşı", "oil  PRICE"))
    )
    other = save_filter(
        db, [("CU",), ("#12", "KZ"), ("CU",)], Cut(topics=("epidemics", "research"), includes=("oil price", "asi"))
    )
    assert one == other
    assert one.cut.includes == ("asi", "oil price")
    assert db.execute("SELECT count(*) FROM filters").fetchone() == (1,)


@pytest.mark.parametrize(
    "cut",
    [Cut(topics=("research",)), Cut(languages=("tr",)), Cut(includes=("x1",)), Cut(excludes=("x1",))],
)
def test_a_wish_that_differs_is_another_row(db: Database, cut: Cut) -> None:
    assert save_filter(db, [("KZ",)], cut) != save_filter(db, [("KZ",)], Cut())
    assert save_filter(db, [("KZ",)], cut).cut == cut


@pytest.mark.parametrize(
    ("alternatives", "cut", "keys"),
    [
        ([("KZ",), ("CU",)], Cut(), {"KZ", "CU"}),
        ([("KZ", "#12")], Cut(), {"#12"}),
        ([("KZ",)], RESEARCH, {"KZ"}),
        ([], RESEARCH, {"topic:research"}),
        ([], Cut(languages=("tr",), excludes=("futbol",)), {"*"}),
        ([], Cut(), {"*"}),
    ],
)
def test_a_filter_is_found_by_the_fewest_keys_that_lead_to_all_its_stories(
    alternatives: list[tuple[str, ...]], cut: Cut, keys: set[str]
) -> None:
    assert list_filter_keys(normalize_filter(alternatives, cut)) == keys


def test_a_story_leads_to_the_filters_it_may_pass(db: Database) -> None:
    follow(db, ("KZ",))
    follow(db, ("CU",), ("KZ", "#12"))
    follow(db, cut=RESEARCH)
    follow(db)
    everything, kazakhstan = ((), Cut()), ((("KZ",),), Cut())
    assert found(db, "AZ") == [everything]
    assert found(db, "KZ", "~CU") == [kazakhstan, everything]
    assert found(db, topic_key("research")) == [((), RESEARCH), everything]


def test_a_filter_nobody_wants_alerts_of_is_not_found(db: Database) -> None:
    follow(db, ("KZ",), cadence=Cadence.DAILY)
    ended = follow(db, ("KZ", "CU"))
    end_subscription(db, ended, NOON)
    assert found(db, "KZ", "CU") == []


KEYS = st.sampled_from(["KZ", "CU", "AZ", "#1", "#2"])


@given(
    st.lists(st.lists(KEYS, min_size=1, max_size=3), max_size=3),
    st.lists(st.sampled_from(["research", "epidemics"]), max_size=2),
    st.sets(KEYS),
    st.sets(st.sampled_from(["research", "epidemics"])),
)
@settings(
    deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_story_that_passes_is_missed(
    db: Database, alternatives: list[list[str]], topics: list[str], story_keys: set[str], story_topics: set[str]
) -> None:
    wanted = normalize_filter(alternatives, Cut(topics=tuple(topics)))
    names_met = not wanted.alternatives or any(set(keys) <= story_keys for keys in wanted.alternatives)
    topics_met = not wanted.cut.topics or bool(set(wanted.cut.topics) & story_topics)
    leads = {*story_keys, *map(topic_key, story_topics), "*"} & list_filter_keys(wanted)
    assert leads or not (names_met and topics_met)
