"""The outbox in the store: claimed once, in order, never forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.chats.outbox import (
    claim,
    count_outbox,
    drop_chat,
    enqueue,
    get_delivery,
    hold_chat,
    list_group,
    list_sending,
    next_not_before,
    record_end,
    record_retry,
    record_sent,
    reopen,
    save_bodies,
)
from storage.chats.subscribers import record_subscriber
from storage.database import Database, open_database
from storage.models.chats import ChatKind, Delivery, DeliveryState, OutgoingMessage, SentDelivery

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def put(db: Database, group_key: str, parts: int = 1, chat_id: int = 7, thread_id: int = 0) -> int:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=thread_id, kind=ChatKind.PRIVATE, language="en", now=NOON)
    messages = [OutgoingMessage(text=f"<b>{n}</b>", keyboard=((("Evidence", f"e:{n}"),),)) for n in range(parts)]
    return enqueue(db, group_key=group_key, subscriber=reader, bodies=save_bodies(db, messages), now=NOON)


def take(db: Database, now: datetime = NOON) -> Delivery:
    (claimed,) = claim(db, now)
    return claimed


def arrived(db: Database, delivery: Delivery) -> None:
    record_sent(db, [SentDelivery(delivery=delivery, message_id=5)], NOON)


def test_a_delivery_comes_back_as_it_was_put_in(db: Database) -> None:
    assert put(db, "digest:1:x", parts=2) == 2
    first, second = list_group(db, "digest:1:x")
    assert (first.dedupe_key, second.dedupe_key) == ("digest:1:x:1", "digest:1:x:2")
    assert first.message == OutgoingMessage(text="<b>0</b>", keyboard=((("Evidence", "e:0"),),))
    assert first.state is DeliveryState.PENDING


def test_what_is_known_is_not_put_in_again(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    arrived(db, take(db))
    assert put(db, "digest:1:x", parts=3) == 1
    assert get_delivery(db, 1).state is DeliveryState.SENT


def test_a_claim_is_on_disk_before_the_send(db: Database, tmp_path: Path) -> None:
    put(db, "digest:1:x")
    claimed = take(db)
    other = open_database(tmp_path / "readout.sqlite")
    assert list_sending(other) == (claimed,)
    assert claim(other, NOON) == ()
    other.close()


def test_a_chat_gets_its_parts_one_after_another(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    put(db, "digest:2:x", chat_id=8)
    first, elsewhere = take(db), take(db)
    assert (first.part, elsewhere.chat_id) == (1, 8)
    assert claim(db, NOON) == ()
    arrived(db, first)
    assert take(db).part == 2


def test_a_part_that_waits_holds_back_what_follows_it_in_its_chat_only(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    put(db, "digest:2:x", chat_id=8)
    later = NOON + 60 * SECOND
    record_retry(db, take(db), outcome="retry_at", error="e", not_before=later, is_repeat=False, now=NOON)
    assert take(db).chat_id == 8
    assert claim(db, later - SECOND) == ()
    assert next_not_before(db) == later
    assert take(db, later).part == 1


def test_a_held_chat_waits_and_others_do_not(db: Database) -> None:
    put(db, "digest:1:x")
    put(db, "digest:2:x", chat_id=8)
    hold_chat(db, 7, NOON + SECOND)
    hold_chat(db, 7, NOON)
    assert take(db).chat_id == 8
    assert claim(db, NOON) == ()
    assert take(db, NOON + SECOND).chat_id == 7


def test_a_failed_part_drops_what_follows_in_its_digest_and_nothing_else(db: Database) -> None:
    put(db, "digest:1:x", parts=3)
    put(db, "digest:9:x")
    record_end(db, take(db), state=DeliveryState.FAILED, outcome="rejected", error="e", now=NOON)
    assert [each.state.value for each in list_group(db, "digest:1:x")] == ["failed", "dropped", "dropped"]
    assert take(db).dedupe_key == "digest:9:x:1"


def test_a_part_in_doubt_for_good_lets_the_next_one_go(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    record_end(db, take(db), state=DeliveryState.IN_DOUBT, outcome="in_doubt", error="e", now=NOON)
    assert take(db).part == 2


def test_a_repeat_stays_one_until_it_is_sent(db: Database) -> None:
    put(db, "digest:1:x")
    record_retry(db, take(db), outcome="in_doubt", error="e", not_before=NOON, is_repeat=True, now=NOON)
    record_retry(db, take(db), outcome="retry_at", error="e", not_before=NOON, is_repeat=False, now=NOON)
    assert take(db).is_repeat


def test_every_attempt_is_on_record(db: Database) -> None:
    put(db, "digest:1:x")
    record_retry(db, take(db), outcome="in_doubt", error="timed out", not_before=NOON, is_repeat=True, now=NOON)
    arrived(db, take(db))
    rows = db.execute("SELECT attempt, outcome, error FROM attempts ORDER BY attempt").fetchall()
    assert rows == [(1, "in_doubt", "timed out"), (2, "sent", None)]
    sent = get_delivery(db, 1)
    assert (sent.state, sent.message_id, sent.attempt_count) == (DeliveryState.SENT, 5, 2)


def test_a_chat_that_is_gone_gets_nothing_more(db: Database) -> None:
    put(db, "digest:1:x")
    put(db, "digest:9:x", thread_id=3)
    drop_chat(db, 7, "topic closed", thread_id=3)
    assert take(db).thread_id == 0
    drop_chat(db, 7, "blocked")
    assert count_outbox(db) == {DeliveryState.SENDING: 1, DeliveryState.DROPPED: 1}


def test_a_text_for_many_is_kept_once(db: Database) -> None:
    for chat_id in range(20):
        put(db, f"digest:{chat_id}:x", parts=2, chat_id=chat_id)
    assert db.execute("SELECT count(*) FROM bodies").fetchone()[0] == 2


def test_somebody_who_waits_comes_first_and_before_the_digest_of_the_same_chat(db: Database) -> None:
    put(db, "digest:1:x", chat_id=7)
    put(db, "digest:2:x", chat_id=8)
    put(db, "alert:1:2:0", chat_id=9)
    put(db, "asked:9", chat_id=7)
    assert [each.dedupe_key for each in claim(db, NOON, 10)] == ["asked:9:1", "alert:1:2:0:1", "digest:2:x:1"]


def test_a_batch_holds_one_message_a_chat(db: Database) -> None:
    for chat_id in range(5):
        put(db, f"digest:{chat_id}:x", parts=3, chat_id=chat_id)
    assert [each.part for each in claim(db, NOON, 100)] == [1] * 5
    assert claim(db, NOON, 100) == ()


def test_an_end_that_was_a_mistake_is_taken_back_with_what_was_dropped_for_it(db: Database) -> None:
    put(db, "digest:1:x", parts=3)
    delivery = take(db)
    record_end(db, delivery, state=DeliveryState.FAILED, outcome="blocked", error="e", now=NOON)
    drop_chat(db, 7, "blocked")
    reopen(db, delivery, outcome="blocked", not_before=NOON + SECOND)
    assert [each.state.value for each in list_group(db, "digest:1:x")] == ["pending"] * 3
    assert claim(db, NOON) == ()
    assert take(db, NOON + SECOND).part == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE outbox SET not_before = 'x' WHERE chat_id = 7 AND state IN ('pending', 'sending')"
        " AND state = 'pending' AND not_before < 'x'",
        "SELECT 1 FROM outbox e WHERE e.state IN ('pending', 'sending') AND e.chat_id = 7 AND e.id < 5",
    ],
)
def test_what_waits_for_a_chat_is_found_by_an_index(db: Database, sql: str) -> None:
    assert "outbox_chat" in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()[0][3]
