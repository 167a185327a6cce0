"""Who is told of a story at once: once, through an index, and at peace in quiet hours."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.briefing.alerts as alerts_module
from bot.briefing.alerts import MOST_AT_ONCE, Alerts
from bot.briefing.digest import Composer
from bot.briefing.due import is_sent, read_slots, settle
from bot.briefing.subscribing.returning import resume
from storage.arrivals import advance_alerts, alert_cursor, start_alerts
from storage.chats.digests import record_digest
from storage.chats.subscribers import pause_chat, record_subscriber
from storage.chats.subscriptions import advance, find_subscription, list_due, save_subscription, settle_alerts
from storage.database import Database, open_database, write
from storage.models.chats import UNCUT, Cadence, ChatKind, Cut, QuietHours, Schedule
from tests.factories import make_country, make_reading, store_reading

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
AT_ONCE = Schedule(cadence=Cadence.AT_ONCE)
NIGHT = QuietHours(since=time(22), until=time(7))

Told = list[tuple[int, int, str]]
"""Chat, story, and how: `new`, `update`, `gathered`."""


def follow(
    db: Database,
    *alternatives: tuple[str, ...],
    chat_id: int = 7,
    cut: Cut = UNCUT,
    quiet: QuietHours | None = None,
    now: datetime = NOON,
) -> int:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=now)
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=alternatives,
        cut=cut,
        schedule=AT_ONCE,
        timezone="UTC",
        quiet=quiet,
        next_due_at=None,
        anchor_at=start_alerts(db, now),
        now=now,
    )


def store(
    db: Database, at: datetime, *parties: str, story_id: int | None = None, topics: tuple[str, ...] = (), text: str = ""
) -> int:
    text = text or f"Talks of {' and '.join(parties)} at {at.isoformat()}."
    countries = [make_country(code) for code in parties or ("KZ",)]
    reading = make_reading(text, countries=countries, topics=topics)
    return store_reading(db, reading, story_id=story_id, now=at).story_id


def tick(db: Database, now: datetime) -> Told:
    """What `jobs` does, without the outbox."""
    told: Told = []
    alerts = Alerts(db, now)
    is_left = True
    while is_left:
        with write(db):
            told_now = alerts.compose()
            if told_now is None:
                break
            told += [
                (each.subscriber.chat_id, each.entry.story_id, "update" if each.entry.is_update else "new")
                for each in told_now.alerts
            ]
            settle_alerts(db, told_now.told, told_now.held, since=told_now.since, until=told_now.until)
            is_left = told_now.is_left
            if not is_left:
                advance_alerts(db, told_now.until)
    return told + gather(db, now)


def gather(db: Database, now: datetime) -> Told:
    told: Told = []
    with write(db):
        ids = [id_ for due in list_due(db, now, 1000) for id_ in due.ids]
        for each in filter(None, (find_subscription(db, id_) for id_ in ids)):
            cursor = alert_cursor(db, now)
            settled = settle(each, read_slots(each.schedule, each.timezone, each.quiet, now, cursor))
            if settled.slot and each.anchor_at:
                digest = Composer(db).compose_window(each.filter, each.anchor_at, settled.slot, "en")
                record_digest(
                    db,
                    subscription_id=each.id,
                    slot=settled.slot,
                    since=each.anchor_at,
                    story_ids=digest.story_ids,
                    now=now,
                )
                assert is_sent(each, digest.story_ids) == bool(digest.story_ids)
                told += [(each.subscriber.chat_id, story, "gathered") for story in sorted(digest.story_ids)]
            advance(db, each.id, slot=settled.anchor_at, next_due_at=settled.next_due_at)
    return told


def test_a_story_is_told_once_to_those_who_follow_it(db: Database) -> None:
    follow(db, ("KZ",))
    follow(db, ("CU",), chat_id=8)
    follow(db, chat_id=9)
    story = store(db, NOON + MINUTE, "KZ")
    assert tick(db, NOON + 2 * MINUTE) == [(7, story, "new"), (9, story, "new")]
    assert tick(db, NOON + 3 * MINUTE) == []


def test_the_archive_is_not_told(db: Database) -> None:
    store(db, NOON - HOUR, "KZ")
    store(db, NOON, "KZ")
    follow(db, ("KZ",))
    assert tick(db, NOON + MINUTE) == []
    at_once = store(db, NOON, "KZ")
    assert tick(db, NOON + 2 * MINUTE) == [(7, at_once, "new")]


def test_a_new_fact_is_told_as_an_update_under_a_key_of_its_own(db: Database) -> None:
    follow(db, ("KZ",))
    story = store(db, NOON + MINUTE, "KZ")
    with write(db):
        first = Alerts(db, NOON + 2 * MINUTE).compose()
    assert tick(db, NOON + 2 * MINUTE) == [(7, story, "new")]
    store(db, NOON + 3 * MINUTE, "KZ", story_id=story)
    assert tick(db, NOON + 4 * MINUTE) == []
    store(db, NOON + 5 * MINUTE, "KZ", "CU", story_id=story)
    with write(db):
        second = Alerts(db, NOON + 6 * MINUTE).compose()
    assert tick(db, NOON + 6 * MINUTE) == [(7, story, "update")]
    assert first
    assert second
    keys = [each.alerts[0].group_key for each in (first, second)]
    assert len(set(keys)) == 2
    assert all(key.startswith(f"alert:1:{story}:") for key in keys)


def test_a_chat_that_follows_a_story_twice_is_told_once(db: Database) -> None:
    follow(db, ("KZ",))
    follow(db, ("CU",))
    story = store(db, NOON + MINUTE, "KZ", "CU")
    assert tick(db, NOON + 2 * MINUTE) == [(7, story, "new")]


def test_topics_languages_and_words_are_held_against_the_story(db: Database) -> None:
    for chat_id, cut in enumerate(
        (
            Cut(topics=("research",)),
            Cut(topics=("epidemics",)),
            Cut(languages=("tr",)),
            Cut(includes=("aşı",)),
            Cut(excludes=("aşı",)),
            Cut(topics=("research",), excludes=("futbol",)),
        ),
        start=1,
    ):
        follow(db, chat_id=chat_id, cut=cut)
    store(db, NOON + MINUTE, "TR", topics=("research",), text="Aşılar konuşuldu.")
    assert [chat for chat, _, _ in tick(db, NOON + 2 * MINUTE)] == [1, 4, 6]


def test_one_wording_serves_all_who_are_told(db: Database) -> None:
    for chat_id in range(1, 6):
        follow(db, *([("KZ",)] if chat_id % 2 else []), chat_id=chat_id)
    store(db, NOON + MINUTE, "KZ")
    with write(db):
        told = Alerts(db, NOON + 2 * MINUTE).compose()
    assert told
    assert len(told.alerts) == 5
    assert len({id(each.entry) for each in told.alerts}) == 1


def test_quiet_hours_hold_alerts_back_and_gather_each_story_once(db: Database) -> None:
    follow(db, ("KZ",), quiet=NIGHT)
    evening = datetime(2026, 5, 4, 21, 58, tzinfo=UTC)
    first = store(db, evening, "KZ")
    assert tick(db, evening + MINUTE) == [(7, first, "new")]
    at_night = [store(db, evening + (2 + n) * HOUR, "KZ") for n in range(3)]
    store(db, evening + 6 * HOUR, "CU", "KZ", story_id=at_night[0])
    for n in range(2, 9):
        assert tick(db, evening + n * HOUR + MINUTE) == []
    last = store(db, datetime(2026, 5, 5, 7, tzinfo=UTC), "KZ")
    told = tick(db, datetime(2026, 5, 5, 7, 1, tzinfo=UTC))
    assert told == [(7, story, "gathered") for story in (*at_night, last)]
    after = store(db, datetime(2026, 5, 5, 7, 2, tzinfo=UTC), "KZ")
    assert tick(db, datetime(2026, 5, 5, 7, 3, tzinfo=UTC)) == [(7, after, "new")]


def test_many_at_once_come_together(db: Database) -> None:
    follow(db, ("KZ",))
    stories = [store(db, NOON + n * MINUTE, "KZ") for n in range(1, MOST_AT_ONCE + 2)]
    assert tick(db, NOON + HOUR) == [(7, story, "gathered") for story in stories]
    assert tick(db, NOON + 2 * HOUR) == []


def test_a_chat_that_was_paused_gets_what_it_missed_together(db: Database) -> None:
    follow(db, ("KZ",))
    pause_chat(db, 7, "blocked")
    story = store(db, NOON + MINUTE, "KZ")
    assert tick(db, NOON + 2 * MINUTE) == []
    resume(db, 1, NOON + HOUR)
    assert tick(db, NOON + HOUR) == [(7, story, "gathered")]


def test_a_clock_set_back_delays_no_alert_and_doubles_none(db: Database) -> None:
    follow(db, ("KZ",))
    one = store(db, NOON + HOUR, "KZ")
    assert tick(db, NOON + HOUR + MINUTE) == [(7, one, "new")]
    two = store(db, NOON, "KZ")
    assert tick(db, NOON + MINUTE) == [(7, two, "new")]
    assert tick(db, NOON + 2 * MINUTE) == []
    three = store(db, NOON + 2 * MINUTE, "KZ")
    assert tick(db, NOON + 3 * HOUR) == [(7, three, "new")]


def test_many_chats_are_told_in_bounded_rounds_and_none_is_left_out(
    db: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(alerts_module, "MOST_CHATS", 3)
    for chat_id in range(1, 9):
        follow(db, ("KZ",), chat_id=chat_id)
        follow(db, ("CU",), chat_id=chat_id)
    story = store(db, NOON + MINUTE, "KZ", "CU")
    other = open_database(tmp_path / "readout.sqlite")
    with write(db):
        begun = Alerts(db, NOON + 2 * MINUTE).compose()
        assert begun
        assert begun.is_left
        settle_alerts(db, begun.told, begun.held, since=begun.since, until=begun.until)
    late = store(other, NOON + MINUTE, "KZ")  # read before the round, stored after it
    told = [(each.subscriber.chat_id, each.entry.story_id, "new") for each in begun.alerts]
    told += tick(other, NOON + 3 * MINUTE)
    other.close()
    assert sorted(told) == [(chat_id, each, "new") for chat_id in range(1, 9) for each in (story, late)]


def test_a_round_costs_the_same_however_many_are_still_to_be_told(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts_module, "MOST_CHATS", 3)
    steps: list[int] = []
    for chat_id in range(1, 200):
        follow(db, ("KZ",), chat_id=chat_id)
    store(db, NOON + MINUTE, "KZ")
    alerts = Alerts(db, NOON + 2 * MINUTE)

    def step() -> None:
        steps[-1] += 1

    for _ in range(60):
        steps.append(0)
        with write(db):
            db.conn.set_progress_handler(step, 1)
            told = alerts.compose()
            db.conn.set_progress_handler(None, 0)
            assert told
            settle_alerts(db, told.told, told.held, since=told.since, until=told.until)
    assert max(steps) < 1.5 * min(steps)


def test_a_round_walks_from_the_story_to_its_filters_by_an_index(db: Database) -> None:
    for chat_id in range(1, 60):
        follow(db, (f"#{chat_id}",), chat_id=chat_id)
    follow(db, ("KZ",))
    store(db, NOON + MINUTE, "KZ")
    plans: list[str] = []
    with write(db), db.tracer(lambda sql, _: plans.append(sql)):
        told = Alerts(db, NOON + 2 * MINUTE).compose()
    assert told
    assert told.told == [60]
    (lookup,) = (sql for sql in plans if "filter_keys" in sql)
    plan = " ".join(str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {lookup}", ["[]"]).fetchall())
    assert "SEARCH k USING PRIMARY KEY" in plan
    assert "subscriptions_at_once" in plan


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("story"), st.integers(0, 90)),
            st.tuples(st.just("tick"), st.integers(0, 90)),
            st.tuples(st.just("back"), st.integers(1, 300)),
            st.tuples(st.just("pause"), st.integers(0, 90)),
            st.tuples(st.just("resume"), st.integers(0, 90)),
        ),
        min_size=1,
        max_size=25,
    )
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_whatever_the_clock_does_every_story_is_told_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    db = open_database(tmp_path_factory.mktemp("any") / "readout.sqlite")
    follow(db, ("KZ",), quiet=NIGHT)
    now, stories, told = NOON, list[int](), Told()
    for what, minutes in steps:
        now += -minutes * MINUTE if what == "back" else minutes * MINUTE
        if what == "story":
            stories.append(store(db, now, "KZ"))
        elif what == "tick":
            told += tick(db, now)
        elif what == "pause":
            pause_chat(db, 7, "blocked")
        elif what == "resume":
            resume(db, 1, now)
    resume(db, 1, now)
    for _ in range(2):
        now += 48 * HOUR
        told += tick(db, now)
    db.close()
    assert sorted(story for _, story, _ in told) == sorted(stories)
