"""The tick: windows without gap or overlap, one digest a slot, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.digest import MOST_ENTRIES
from bot.jobs import composing
from bot.jobs.composing import compose_due
from bot.render.html import fits, visible_length
from bot.render.messages import Messages
from storage.chats.digests import record_digest
from storage.chats.filters import save_filter
from storage.chats.outbox import count_outbox
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import end_subscription, find_subscription, save_subscription, set_next_due
from storage.database import Database, open_database
from storage.models.chats import UNCUT, Cadence, ChatKind, Grouping, Schedule, Subscription
from storage.models.reading import HeadlineFacts, Verb
from tests.factories import make_country, make_person, make_reading, store_reading

DAILY = Schedule(cadence=Cadence.DAILY, times=(time(8),))
ALMATY = "Asia/Almaty"
SUBSCRIBED = datetime(2026, 5, 4, 12, tzinfo=UTC)
SLOT = datetime(2026, 5, 5, 3, tzinfo=UTC)
"""08:00 in Almaty on the day after."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def follow(
    db: Database,
    *alternatives: tuple[str, ...],
    chat_id: int = 7,
    schedule: Schedule = DAILY,
    sends_empty: bool = False,
    grouping: Grouping = Grouping.NONE,
    now: datetime = SUBSCRIBED,
) -> int:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=now)
    return save_subscription(
        db,
        subscriber_id=reader.id,
        alternatives=alternatives,
        schedule=schedule,
        timezone=ALMATY,
        next_due_at=SLOT,
        now=now,
        sends_empty=sends_empty,
        grouping=grouping,
    )


def store(db: Database, at: datetime, *parties: str, on: date | None = None, story_id: int | None = None) -> int:
    reading = make_reading(
        f"Talks of {' and '.join(parties)} at {at.isoformat()}.",
        published_on=on,
        countries=[make_country(code) for code in parties or ("KZ",)],
    )
    return store_reading(db, reading, story_id=story_id, now=at).story_id


def told(db: Database, subscription_id: int) -> list[list[int]]:
    """The stories of each digest, in the order of its slots."""
    rows = db.execute(
        "SELECT story_ids FROM digests WHERE subscription_id = ? ORDER BY slot_at", [subscription_id]
    ).fetchall()
    return [sorted(int(id_) for id_ in row[0].strip("[]").split(",") if id_) for row in rows]


def texts(db: Database) -> list[str]:
    return [
        row[0]
        for row in db.execute("SELECT b.text FROM outbox o JOIN bodies b ON b.id = o.body_id ORDER BY o.id").fetchall()
    ]


def get(db: Database, subscription_id: int) -> Subscription:
    found = find_subscription(db, subscription_id)
    assert found is not None
    return found


def test_a_first_digest_brings_the_newest_five_of_the_archive_with_their_dates(
    db: Database, messages: Messages
) -> None:
    ids = [store(db, SUBSCRIBED - DAY, on=date(2026, 4, day)) for day in (9, 3, 7, 1, 5, 8)]
    store(db, SUBSCRIBED - DAY, "CU", on=date(2026, 4, 30))
    undated = store(db, SUBSCRIBED - DAY)
    id_ = follow(db, ("KZ",))
    assert compose_due(db, SLOT, messages) == 1
    assert told(db, id_) == [sorted(set(ids) - {ids[3]})]
    (text,) = texts(db)
    assert "From the archive" in text
    assert text.index("9 Apr 2026") < text.index("8 Apr 2026") < text.index("3 Apr 2026")
    assert "1 Apr 2026" not in text
    assert undated not in told(db, id_)[0]


def test_what_arrives_between_subscribing_and_the_first_digest_is_in_it(db: Database, messages: Messages) -> None:
    for day in range(1, 7):
        store(db, SUBSCRIBED - DAY, on=date(2026, 4, day))
    late = [store(db, SUBSCRIBED + HOUR, on=date(1999, 1, 1)), store(db, SUBSCRIBED + HOUR)]
    many = [store(db, SUBSCRIBED + 2 * HOUR, "CU") for _ in range(7)]
    few, more = follow(db, ("KZ",)), follow(db, ("CU",))
    compose_due(db, SLOT, messages)
    assert set(late) < set(told(db, few)[0])
    assert len(told(db, few)[0]) == 5
    assert told(db, more) == [many]


def test_an_empty_archive_says_so_once(db: Database, messages: Messages) -> None:
    follow(db, ("KZ",))
    for days in range(3):
        compose_due(db, SLOT + days * DAY, messages)
    assert len(texts(db)) == 1
    assert "nothing on this yet" in texts(db)[0]


def test_an_empty_window_sends_nothing_unless_asked_to(db: Database, messages: Messages) -> None:
    store(db, SUBSCRIBED - DAY)
    follow(db, ("KZ",))
    follow(db, ("KZ",), chat_id=8, sends_empty=True)
    compose_due(db, SLOT, messages)
    compose_due(db, SLOT + DAY, messages)
    assert len(texts(db)) == 3
    assert "Nothing new arrived" in texts(db)[2]


@pytest.mark.parametrize(
    ("offset", "digest"),
    [
        (timedelta(0), 1),
        (-timedelta(microseconds=1), 0),
        (DAY - timedelta(microseconds=1), 1),
        (DAY, 2),
    ],
)
def test_a_window_holds_its_first_instant_and_not_its_last(
    db: Database, messages: Messages, offset: timedelta, digest: int
) -> None:
    id_, story = follow(db), 0
    for days in range(3):
        if offset < days * DAY and not story:
            story = store(db, SLOT + offset)
        compose_due(db, SLOT + days * DAY, messages)
    assert [story in stories for stories in told(db, id_)] == [number == digest for number in range(3)]


@given(
    arrivals=st.lists(st.integers(-600, 5 * 24 * 60), min_size=1, max_size=12),
    ticks=st.lists(st.integers(0, 6 * 24 * 60), min_size=1, max_size=12),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_no_story_falls_between_two_digests_or_into_both(
    messages: Messages, tmp_path_factory: pytest.TempPathFactory, arrivals: list[int], ticks: list[int]
) -> None:
    db = open_database(tmp_path_factory.mktemp("any") / "readout.sqlite")
    id_ = follow(db)
    happenings = [(at, "story") for at in arrivals] + [(at, "tick") for at in ticks] + [(8 * 24 * 60, "tick")]
    stories = []
    for minute, what in sorted(happenings):
        at = SLOT + timedelta(minutes=minute)
        if what == "story":
            stories.append(store(db, at))
        else:
            compose_due(db, at, messages)
            compose_due(db, at, messages)
    shown = [story for digest in told(db, id_) for story in digest]
    assert sorted(shown) == sorted(stories)
    db.close()


def test_after_a_pause_one_digest_covers_the_gap(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    compose_due(db, SLOT, messages)
    missed = [store(db, SLOT + days * DAY + HOUR) for days in range(4)]
    compose_due(db, SLOT + 4 * DAY + HOUR, messages)
    assert told(db, id_)[1:] == [missed]
    assert get(db, id_).anchor_at == SLOT + 4 * DAY
    assert get(db, id_).next_due_at == SLOT + 5 * DAY


def test_a_late_and_an_undated_article_are_in_the_next_window(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    compose_due(db, SLOT, messages)
    late, undated = store(db, SLOT + HOUR, on=date(2020, 1, 1)), store(db, SLOT + 2 * HOUR)
    compose_due(db, SLOT + DAY, messages)
    assert told(db, id_)[1] == [late, undated]
    assert "date unknown" in texts(db)[-1]


def test_a_new_fact_makes_a_story_an_update_once(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    story = store(db, SUBSCRIBED - DAY, "KZ")
    compose_due(db, SLOT, messages)
    store(db, SLOT + HOUR, "KZ", "CU", story_id=story)
    store(db, SLOT + 2 * HOUR, "KZ", story_id=story)
    for days in range(1, 4):
        compose_due(db, SLOT + days * DAY, messages)
    assert told(db, id_) == [[story], [story], [], []]
    assert len(texts(db)) == 2
    assert "update" in texts(db)[1]
    assert "update" not in texts(db)[0]


def test_a_report_that_adds_nothing_is_no_update(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    story = store(db, SUBSCRIBED - DAY, "KZ")
    compose_due(db, SLOT, messages)
    store(db, SLOT + HOUR, "KZ", story_id=story)
    compose_due(db, SLOT + DAY, messages)
    assert told(db, id_)[1] == []


def test_a_story_new_and_updated_in_one_window_is_new(db: Database, messages: Messages) -> None:
    follow(db)
    compose_due(db, SLOT, messages)
    story = store(db, SLOT + HOUR, "KZ")
    store(db, SLOT + 2 * HOUR, "KZ", "CU", story_id=story)
    compose_due(db, SLOT + DAY, messages)
    assert "update" not in texts(db)[-1]


def test_each_reader_gets_what_they_follow(db: Database, messages: Messages) -> None:
    kazakhstan, both = follow(db, ("KZ",)), follow(db, ("CU", "KZ"), chat_id=8)
    cuba_or_uzbekistan = follow(db, ("CU",), ("UZ",), chat_id=9)
    compose_due(db, SLOT, messages)
    one, two, three = store(db, SLOT + HOUR, "KZ"), store(db, SLOT + HOUR, "CU", "KZ"), store(db, SLOT + HOUR, "UZ")
    compose_due(db, SLOT + DAY, messages)
    assert told(db, kazakhstan)[1] == [one, two]
    assert told(db, both)[1] == [two]
    assert told(db, cuba_or_uzbekistan)[1] == [two, three]


def test_what_is_not_health_diplomacy_is_not_sent(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    store_reading(db, make_reading("Football.", is_relevant=False), now=SUBSCRIBED - DAY)
    compose_due(db, SLOT, messages)
    store_reading(db, make_reading("More football.", is_relevant=False), now=SLOT + HOUR)
    compose_due(db, SLOT + DAY, messages)
    assert told(db, id_) == [[], []]


def test_two_ticks_at_once_compose_a_slot_once(db: Database, messages: Messages, tmp_path: Path) -> None:
    store(db, SUBSCRIBED - DAY)
    id_ = follow(db)
    other = open_database(tmp_path / "readout.sqlite")
    assert compose_due(db, SLOT, messages) + compose_due(other, SLOT, messages) == 1
    set_next_due(db, id_, SLOT)  # as if the second had read it before the first committed
    compose_due(other, SLOT, messages)
    other.close()
    assert len(texts(db)) == 1
    assert get(db, id_).next_due_at == SLOT + DAY


def test_a_digest_is_composed_while_others_may_write_and_nothing_arrives_in_its_window_any_more(
    db: Database, messages: Messages
) -> None:
    store(db, SUBSCRIBED - DAY)
    follow(db)
    compose_due(db, SLOT, messages)
    said: list[str] = []
    db.conn.set_trace_callback(said.append)
    compose_due(db, SLOT + DAY, messages)
    db.conn.set_trace_callback(None)
    read = next(n for n, sql in enumerate(said) if "first_stored_at >=" in sql)
    told = next(n for n, sql in enumerate(said) if "INTO told_until" in sql and f"{SLOT + DAY:%Y-%m-%d}" in sql)
    assert told < read
    assert "BEGIN IMMEDIATE" in said[:read]
    assert said[:read].count("BEGIN IMMEDIATE") == said[:read].count("COMMIT")


def test_who_changes_or_leaves_while_digests_are_composed_gets_what_they_want_by_then(
    db: Database, messages: Messages, tmp_path: Path
) -> None:
    kazakhstan, cuba = store(db, SUBSCRIBED - DAY, "KZ"), store(db, SUBSCRIBED - DAY, "CU")
    changes, leaves, stays = (follow(db, ("KZ",), chat_id=chat_id) for chat_id in (7, 8, 9))
    other = open_database(tmp_path / "readout.sqlite")

    def meanwhile() -> None:
        cuban = save_filter(other, [("CU",)], UNCUT)
        other.execute("UPDATE subscriptions SET filter_id = ? WHERE id = ?", [cuban.id, changes])
        end_subscription(other, leaves, SLOT)

    compose_due(db, SLOT, messages, meanwhile)
    other.close()
    assert [told(db, id_) for id_ in (changes, leaves, stays)] == [[[cuba]], [], [[kazakhstan]]]
    assert len(texts(db)) == 2


def test_blocks_lose_and_repeat_nobody(db: Database, messages: Messages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "FEWEST_AT_ONCE", 3)
    monkeypatch.setattr(composing, "MOST_AT_ONCE", 3)
    story = store(db, SUBSCRIBED - DAY, "KZ", "CU")
    followed = ("KZ",), ("CU",), ("CU", "KZ"), ("AZ",)
    ids = [follow(db, followed[n % len(followed)], chat_id=n + 1) for n in range(11)]
    pauses: list[None] = []
    assert compose_due(db, SLOT, messages, lambda: pauses.append(None)) == 11
    assert [told(db, id_) for id_ in ids] == [[[story]] if n % 4 < 3 else [[]] for n in range(11)]
    assert len(texts(db)) == 11
    assert len(pauses) > 3
    assert compose_due(db, SLOT, messages) == 0


def test_a_block_is_as_large_as_others_can_wait_for() -> None:
    held = composing.HELD_SECONDS
    assert composing.fit_block(200, held) == 200
    assert composing.fit_block(200, held * 2) == 100
    assert composing.fit_block(200, held / 1.5) == 300
    assert composing.fit_block(200, held / 100) == 400
    assert composing.fit_block(200, held * 1000) == composing.FEWEST_AT_ONCE
    assert composing.fit_block(1500, held / 100) == composing.MOST_AT_ONCE


def test_a_block_that_fails_leaves_those_before_it_settled_and_the_rest_due(
    db: Database, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "FEWEST_AT_ONCE", 3)
    monkeypatch.setattr(composing, "MOST_AT_ONCE", 3)
    store(db, SUBSCRIBED - DAY, "KZ")
    ids = [follow(db, ("KZ",), chat_id=n + 1) for n in range(8)]
    db.execute("CREATE TRIGGER stop BEFORE INSERT ON outbox WHEN new.chat_id = 5 BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        compose_due(db, SLOT, messages)
    assert [len(told(db, id_)) for id_ in ids] == [1, 1, 1, 0, 0, 0, 0, 0]
    assert len(texts(db)) == 3
    db.execute("DROP TRIGGER stop")
    assert compose_due(db, SLOT, messages) == 5
    assert [len(told(db, id_)) for id_ in ids] == [1] * 8
    assert len(texts(db)) == 8


def test_a_slot_composed_once_is_never_composed_again(db: Database, messages: Messages) -> None:
    store(db, SUBSCRIBED - DAY)
    id_ = follow(db)
    assert record_digest(db, subscription_id=id_, slot=SLOT, since=None, story_ids=(), now=SLOT)
    compose_due(db, SLOT, messages)
    assert texts(db) == []
    assert get(db, id_).next_due_at == SLOT + DAY


def test_a_tick_that_dies_midway_leaves_nothing_half_done(db: Database, messages: Messages, tmp_path: Path) -> None:
    store(db, SUBSCRIBED - DAY)
    id_ = follow(db)
    before = get(db, id_)
    db.execute("CREATE TRIGGER stop BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        compose_due(db, SLOT, messages)
    assert get(db, id_) == before
    assert told(db, id_) == []
    db.execute("DROP TRIGGER stop")
    again = open_database(tmp_path / "readout.sqlite")
    compose_due(again, SLOT, messages)
    again.close()
    assert len(texts(db)) == 1


def test_a_clock_that_jumps_composes_no_slot_twice(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    store(db, SUBSCRIBED - DAY)
    for at in (SLOT, SLOT - DAY, SLOT + HOUR, SLOT + 30 * DAY, SLOT + DAY, SLOT + 30 * DAY):
        compose_due(db, at, messages)
    set_next_due(db, id_, SLOT + DAY)  # behind the window's beginning
    compose_due(db, SLOT + 2 * DAY, messages)
    slots = [row[0] for row in db.execute("SELECT slot_at FROM digests ORDER BY slot_at").fetchall()]
    assert len(slots) == len(set(slots)) == 3
    anchor_at = get(db, id_).anchor_at
    assert anchor_at
    assert timedelta() < anchor_at - (SLOT + 30 * DAY) < timedelta(seconds=1)


def test_a_zone_that_is_no_more_stops_nobody(db: Database, messages: Messages) -> None:
    store(db, SUBSCRIBED - DAY)
    follow(db)
    follow(db, chat_id=8)
    db.execute("UPDATE subscriptions SET timezone = 'Mars/Olympus_Mons' WHERE id = 1")
    assert compose_due(db, SLOT + 8 * HOUR, messages) == 2
    assert len(texts(db)) == 2


def test_readers_of_one_filter_share_one_composition(db: Database, messages: Messages) -> None:
    for chat_id in range(1, 121):
        follow(db, ("KZ",), chat_id=chat_id)
    compose_due(db, SLOT, messages)
    for day in range(3):
        store(db, SLOT + HOUR, "KZ", on=date(2026, 5, 1 + day))
    reads: list[str] = []
    with db.tracer(lambda sql, _: reads.append(sql)):
        assert compose_due(db, SLOT + DAY, messages) == 120
    assert sum("first_stored_at >= :since" in sql for sql in reads) == 1
    assert len(set(texts(db)[-120:])) == 1


def test_a_long_digest_is_cut_between_entries_and_counts_what_it_hides(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    compose_due(db, SLOT, messages)
    text = "Akmaral Alnazarova received a guest and spoke of medicines at some length. " * 4
    for number in range(MOST_ENTRIES + 7):
        person = make_person(f"Person Number{number}", country="KZ")
        headline = HeadlineFacts(verb=Verb.MET, who=(person.name,), whom=("Teymur Musayev",))
        store_reading(db, make_reading(f"{text}{number}", people=(person,), headline=headline), now=SLOT + HOUR)
    compose_due(db, SLOT + DAY, messages)
    assert len(told(db, id_)[1]) == MOST_ENTRIES + 7
    parts = texts(db)[1:]
    assert len(parts) > 1
    assert all(fits(part) and visible_length(part) < 4000 for part in parts)
    assert sum(part.count("met") for part in parts) == MOST_ENTRIES
    assert "7 more stories" in parts[-1]
    evidence = db.execute(
        "SELECT b.keyboard FROM outbox o JOIN bodies b ON b.id = o.body_id WHERE o.part > 1 OR o.id > 1"
    ).fetchall()
    assert sum(row[0].count('"e:') for row in evidence) == MOST_ENTRIES


def test_a_digest_names_its_window_in_local_time(db: Database, messages: Messages) -> None:
    follow(db, ("KZ",))
    compose_due(db, SLOT, messages)
    store(db, SLOT + HOUR, "KZ")
    compose_due(db, SLOT + DAY, messages)
    assert "Tue 5 May 2026, 08:00 – Wed 6 May 2026, 08:00 (Asia/Almaty)" in texts(db)[-1]
    assert "1 story" in texts(db)[-1]
    assert count_outbox(db)


def test_slots_follow_one_another_without_gap(db: Database, messages: Messages) -> None:
    id_ = follow(db)
    for hours in range(0, 24 * 6, 5):
        compose_due(db, SLOT + hours * HOUR, messages)
    rows = db.execute(
        "SELECT since_at, slot_at FROM digests WHERE subscription_id = ? ORDER BY slot_at", [id_]
    ).fetchall()
    assert all(later[0] == earlier[1] for earlier, later in pairwise(rows))
    assert len(rows) == 6


def test_a_subscription_that_wants_groups_gets_headings_and_another_of_the_same_filter_none(
    db: Database, messages: Messages
) -> None:
    for parties in (("KZ", "TR"), ("AZ", "CU"), ("KZ", "TR")):
        store(db, SUBSCRIBED + HOUR, *parties)
    follow(db)
    follow(db, chat_id=8, grouping=Grouping.PAIR)
    compose_due(db, SLOT, messages)
    plain, grouped = texts(db)
    assert "<b>🇰🇿 Kazakhstan – 🇹🇷 Türkiye</b>" not in plain
    assert grouped.count("<b>🇰🇿 Kazakhstan – 🇹🇷 Türkiye</b>") == 1
    assert grouped.index("<b>🇰🇿 Kazakhstan") < grouped.index("<b>🇦🇿 Azerbaijan – 🇨🇺 Cuba</b>")
