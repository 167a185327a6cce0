"""The drain: nothing lost, nothing twice unmarked, order kept, one chat's trouble its own."""

from __future__ import annotations

import asyncio
import math
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.delivery.breaker import CLOSED_IN_A_ROW
from bot.delivery.outbox import BREAK_SECONDS, LONGEST_WAY_SECONDS, Drain
from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt, Sent
from bot.delivery.pacer import CHAT_BURST, Pacer
from bot.delivery.settling import MOST_ATTEMPTS_IN_DOUBT, RESENT, Answered, settle
from bot.jobs.notices import Notices
from bot.render.messages import Messages
from storage.chats.outbox import claim, count_outbox, enqueue, list_group, save_bodies
from storage.chats.sent.audit import drop_deliveries, retry_deliveries
from storage.chats.subscribers import find_subscriber, record_subscriber
from storage.chats.subscriptions import list_due, save_subscription
from storage.database import Database
from storage.models.chats import Cadence, ChatKind, Delivery, DeliveryState, OutgoingMessage, Schedule

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
Answer = Callable[[Delivery], Outcome]


class Telegram:
    """Answers sends as told, by a clock that moves only when somebody waits."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.now = START
        self.seconds = 1000.0
        self.sends: list[tuple[datetime, Delivery]] = []
        self.answer = answer or (lambda _: Sent(message_id=len(self.sends)))

    async def send(self, delivery: Delivery) -> Outcome:
        self.sends.append((self.now, delivery))
        await asyncio.sleep(0)
        return self.answer(delivery)

    async def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds
        await asyncio.sleep(0)

    def pass_until(self, at: datetime) -> None:
        self.seconds += (at - self.now).total_seconds()
        self.now = at

    def drain_over(self, db: Database) -> Drain:
        return Drain(db, self.send, now=lambda: self.now, seconds=lambda: self.seconds, sleep=self.sleep)

    def keys(self) -> list[str]:
        return [delivery.dedupe_key for _, delivery in self.sends]


def put(db: Database, group_key: str, parts: int = 1, chat_id: int = 7) -> None:
    reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=START)
    messages = [OutgoingMessage(text=f"part {n}") for n in range(1, parts + 1)]
    enqueue(db, group_key=group_key, subscriber=reader, bodies=save_bodies(db, messages), now=START)


async def until(comes_true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if comes_true():
            return
        await asyncio.sleep(0)
    raise AssertionError("it did not come true")


def states(db: Database, group_key: str) -> list[str]:
    return [each.state.value for each in list_group(db, group_key)]


async def test_everything_that_waits_is_sent_once_and_parts_in_order(db: Database) -> None:
    for chat_id in range(1, 21):
        put(db, f"digest:{chat_id}:x", parts=3, chat_id=chat_id)
    telegram = Telegram()
    await telegram.drain_over(db).drain()
    await telegram.drain_over(db).drain()
    assert count_outbox(db) == {DeliveryState.SENT: 60}
    assert len(set(telegram.keys())) == len(telegram.keys()) == 60
    for chat_id in range(1, 21):
        parts = [delivery.part for _, delivery in telegram.sends if delivery.chat_id == chat_id]
        assert parts == [1, 2, 3]


async def test_after_its_burst_a_chat_gets_one_a_second_and_a_group_twenty_a_minute(db: Database) -> None:
    put(db, "digest:1:x", parts=CHAT_BURST + 3, chat_id=7)
    put(db, "digest:2:x", parts=4, chat_id=-7)
    telegram = Telegram()
    await telegram.drain_over(db).drain()
    for chat_id, gap, burst, count in ((7, 1, CHAT_BURST, CHAT_BURST + 3), (-7, 3, 1, 4)):
        times = [at for at, delivery in telegram.sends if delivery.chat_id == chat_id]
        assert len(times) == count
        in_burst = zip(times, times[burst:], strict=False)
        assert all(later - earlier >= timedelta(seconds=gap) for earlier, later in in_burst)
        assert times[-1] - times[0] >= timedelta(seconds=gap) * (count - burst)


async def test_a_flood_waits_to_the_second_and_only_for_its_chat(db: Database) -> None:
    put(db, "digest:1:x", chat_id=7)
    put(db, "digest:2:x", chat_id=8)
    put(db, "digest:3:x", chat_id=7)
    until = START + timedelta(seconds=120)

    def answer(delivery: Delivery) -> Outcome:
        floods = delivery.chat_id == 7 and telegram.now < until
        return RetryAt(when=until, reason="flood", is_flood=True) if floods else Sent(message_id=1)

    telegram = Telegram(answer)
    drain = telegram.drain_over(db)
    await drain.drain()
    assert telegram.keys().count("digest:1:x:1") == 1
    assert states(db, "digest:2:x") == ["sent"]
    assert states(db, "digest:3:x") == ["pending"]
    telegram.pass_until(until - timedelta(seconds=6))
    await drain.drain()
    assert telegram.keys().count("digest:1:x:1") == 1
    telegram.pass_until(until)
    await drain.drain()
    assert states(db, "digest:1:x") == states(db, "digest:3:x") == ["sent"]


async def test_a_blocked_chat_is_paused_and_delays_nobody(db: Database) -> None:
    put(db, "digest:1:x", parts=3, chat_id=7)
    put(db, "digest:2:x", chat_id=8)
    save_subscription(
        db,
        subscriber_id=1,
        alternatives=(),
        schedule=Schedule(cadence=Cadence.DAILY, times=(time(8),)),
        timezone="UTC",
        next_due_at=START,
        now=START,
    )
    telegram = Telegram(lambda d: Blocked(reason="blocked by the user") if d.chat_id == 7 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    assert states(db, "digest:1:x") == ["failed", "dropped", "dropped"]
    assert states(db, "digest:2:x") == ["sent"]
    reader = find_subscriber(db, 7)
    assert reader is not None
    assert reader.paused_reason == "blocked by the user"
    assert list_due(db, START, 10) == ()


async def test_a_rejected_part_stops_the_later_ones_not_other_digests(db: Database) -> None:
    put(db, "digest:1:x", parts=3)
    put(db, "asked:2")
    telegram = Telegram(lambda d: Rejected(reason="too long") if d.part == 2 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    assert states(db, "digest:1:x") == ["sent", "failed", "dropped"]
    assert states(db, "asked:2") == ["sent"]


async def test_a_moved_group_gets_its_digest_at_its_new_place(db: Database) -> None:
    put(db, "digest:1:x", parts=2, chat_id=-7)
    telegram = Telegram(lambda d: Migrated(chat_id=-1007) if d.chat_id == -7 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    assert states(db, "digest:1:x") == ["sent", "sent"]
    assert [delivery.chat_id for _, delivery in telegram.sends] == [-7, -1007, -1007]


async def test_a_lost_answer_is_recorded_and_the_repeat_is_marked(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    telegram = Telegram(lambda d: InDoubt(reason="reset") if len(telegram.sends) == 1 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    assert telegram.keys() == ["digest:1:x:1", "digest:1:x:1", "digest:1:x:2"]
    assert [delivery.is_repeat for _, delivery in telegram.sends] == [False, True, False]
    rows = db.execute("SELECT outcome FROM attempts ORDER BY delivery_id, attempt").fetchall()
    assert [row[0] for row in rows] == ["in_doubt", "sent", "sent"]


async def test_doubt_that_does_not_end_is_left_in_doubt(db: Database) -> None:
    put(db, "digest:1:x")
    telegram = Telegram(lambda _: InDoubt(reason="reset"))
    for _ in range(MOST_ATTEMPTS_IN_DOUBT + 3):
        await telegram.drain_over(db).drain()
        telegram.now += timedelta(hours=1)
    assert states(db, "digest:1:x") == ["in_doubt"]
    assert len(telegram.sends) == MOST_ATTEMPTS_IN_DOUBT


async def test_an_alert_in_doubt_is_not_sent_again(db: Database) -> None:
    put(db, "alert:1:2")
    telegram = Telegram(lambda _: InDoubt(reason="reset"))
    await telegram.drain_over(db).drain()
    assert states(db, "alert:1:2") == ["in_doubt"]
    assert len(telegram.sends) == 1


async def test_what_was_dropped_in_doubt_and_is_sent_again_by_hand_is_marked(db: Database) -> None:
    put(db, "alert:1:2")
    telegram = Telegram(lambda _: InDoubt(reason="reset") if len(telegram.sends) == 1 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    (left,) = list_group(db, "alert:1:2")
    assert drop_deliveries(db, [left.id]) == retry_deliveries(db, [left.id], telegram.now) == 1
    await telegram.drain_over(db).drain()
    assert [delivery.is_repeat for _, delivery in telegram.sends] == [False, True]


async def test_a_network_that_is_down_is_not_hammered_and_nothing_is_lost(db: Database) -> None:
    for chat_id in range(1, 31):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram(lambda _: RetryAt(when=telegram.now + timedelta(seconds=60), reason="refused"))
    drain = telegram.drain_over(db)
    await drain.drain()
    assert len(telegram.sends) <= 4
    telegram.answer = lambda _: Sent(message_id=1)
    telegram.pass_until(telegram.now + timedelta(seconds=90))
    await drain.drain()
    assert count_outbox(db) == {DeliveryState.SENT: 30}


async def test_what_a_killed_process_was_sending_is_in_doubt_and_marked(db: Database) -> None:
    put(db, "digest:1:x", parts=2)
    put(db, "digest:2:x", chat_id=8)
    assert len(claim(db, START)) == 1  # and here it is killed
    telegram = Telegram()
    drain = telegram.drain_over(db)
    await drain.drain()
    telegram.now += timedelta(minutes=1)
    await drain.drain()
    assert count_outbox(db) == {DeliveryState.SENT: 3}
    repeats = {delivery.dedupe_key: delivery.is_repeat for _, delivery in telegram.sends}
    assert repeats == {"digest:1:x:1": True, "digest:1:x:2": False, "digest:2:x:1": False}


async def test_a_send_that_hangs_holds_back_its_own_chat_only(db: Database) -> None:
    put(db, "digest:1:x", parts=2, chat_id=7)
    hangs = asyncio.Event()
    telegram = Telegram()

    async def send(delivery: Delivery) -> Outcome:
        if delivery.chat_id == 7 and delivery.part == 1:
            await hangs.wait()
        return await telegram.send(delivery)

    drain = Drain(db, send, now=lambda: telegram.now, seconds=lambda: telegram.seconds, sleep=telegram.sleep)
    drain.wake()
    await asyncio.sleep(0.01)
    put(db, "digest:2:x", parts=2, chat_id=8)
    drain.wake()
    await until(lambda: states(db, "digest:2:x") == ["sent", "sent"])
    assert states(db, "digest:1:x") == ["sending", "pending"]
    hangs.set()
    await drain.drain()
    assert states(db, "digest:1:x") == ["sent", "sent"]


async def test_a_stop_finishes_what_is_under_way_and_begins_no_more(db: Database) -> None:
    for chat_id in range(1, 31):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram()
    drain = telegram.drain_over(db)
    drain.wake()
    await asyncio.sleep(0)
    await drain.stop()
    counts = count_outbox(db)
    assert DeliveryState.SENDING not in counts
    assert counts[DeliveryState.PENDING] > 0
    drain.wake()
    await asyncio.sleep(0)
    assert count_outbox(db) == counts


async def test_a_stop_does_not_wait_for_ever_and_the_next_start_knows(db: Database) -> None:
    put(db, "digest:1:x")

    async def hang(_: Delivery) -> Outcome:
        await asyncio.Event().wait()
        raise AssertionError

    drain = Drain(db, hang, now=lambda: START)
    drain.wake()
    await until(lambda: states(db, "digest:1:x") == ["sending"])
    await drain.stop(patience_seconds=0)
    assert states(db, "digest:1:x") == ["sending"]
    drain.recover()
    (left,) = list_group(db, "digest:1:x")
    assert (left.state, left.is_repeat) == (DeliveryState.PENDING, True)


async def test_somebody_who_waits_is_served_before_a_fan_out(db: Database) -> None:
    for chat_id in range(1, 31):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    put(db, "asked:9", chat_id=30)
    telegram = Telegram()
    await telegram.drain_over(db).drain()
    assert telegram.keys()[0] == "asked:9:1"
    assert count_outbox(db) == {DeliveryState.SENT: 31}


async def test_no_send_begins_while_somebody_is_answered_but_not_for_long(db: Database) -> None:
    put(db, "digest:1:x")
    telegram = Telegram()
    drain = telegram.drain_over(db)
    with drain.making_way(), drain.making_way():
        await drain.drain()
    assert [at for at, _ in telegram.sends] == [START + timedelta(seconds=LONGEST_WAY_SECONDS)]


async def test_once_somebody_is_answered_sends_go_on(db: Database) -> None:
    put(db, "digest:1:x")
    telegram = Telegram()
    asleep = asyncio.Event()

    async def sleep(_: float) -> None:
        await asleep.wait()

    drain = Drain(db, telegram.send, now=lambda: START, seconds=lambda: telegram.seconds, sleep=sleep)
    with drain.making_way():
        drain.wake()
        for _ in range(20):
            await asyncio.sleep(0)
        assert telegram.sends == []
    await until(lambda: count_outbox(db) == {DeliveryState.SENT: 1})
    await drain.stop()


async def test_many_chats_that_refuse_in_a_row_are_not_the_readers_fault(db: Database) -> None:
    for chat_id in range(1, CLOSED_IN_A_ROW + 20):
        put(db, f"digest:{chat_id}:x", parts=2, chat_id=chat_id)
    telegram = Telegram(lambda _: Blocked(reason="bot was blocked by the user"))
    drain = telegram.drain_over(db)
    await drain.drain()
    assert len(telegram.sends) <= CLOSED_IN_A_ROW + 2
    assert all(reader.paused_reason is None for n in range(1, 32) if (reader := find_subscriber(db, n)))
    telegram.answer = lambda _: Sent(message_id=1)
    telegram.pass_until(telegram.now + timedelta(seconds=BREAK_SECONDS))
    await drain.drain()
    assert count_outbox(db) == {DeliveryState.SENT: 2 * (CLOSED_IN_A_ROW + 19)}


async def test_readers_who_left_one_by_one_are_paused(db: Database) -> None:
    for chat_id in range(1, 3 * CLOSED_IN_A_ROW):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram(lambda d: Blocked(reason="left") if d.chat_id % 3 else Sent(message_id=1))
    await telegram.drain_over(db).drain()
    paused = [n for n in range(1, 3 * CLOSED_IN_A_ROW) if (r := find_subscriber(db, n)) and r.paused_reason]
    assert paused == [n for n in range(1, 3 * CLOSED_IN_A_ROW) if n % 3]


async def test_whoever_subscribed_a_group_is_told_when_it_closes(db: Database, messages: Messages) -> None:
    put(db, "digest:1:x", chat_id=7)
    record_subscriber(db, chat_id=-7, thread_id=0, kind=ChatKind.SUPERGROUP, language="en", now=START, owner_id=7)
    put(db, "digest:2:x", chat_id=-7)
    telegram = Telegram(lambda d: Blocked(reason="bot was kicked") if d.chat_id < 0 else Sent(message_id=1))
    drain = Drain(
        db,
        telegram.send,
        now=lambda: telegram.now,
        seconds=lambda: telegram.seconds,
        sleep=telegram.sleep,
        notices=Notices(messages, "en", ()),
    )
    await drain.drain()
    (told,) = [delivery for _, delivery in telegram.sends if delivery.dedupe_key.startswith("notice:")]
    assert told.chat_id == 7
    assert "“bot was kicked”" in told.message.text


async def test_administrators_are_told_once_when_telegram_refuses_everybody(db: Database, messages: Messages) -> None:
    put(db, "digest:99:x", chat_id=99)
    for chat_id in range(1, CLOSED_IN_A_ROW + 5):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram(lambda _: Blocked(reason="no"))
    drain = Drain(
        db,
        telegram.send,
        now=lambda: telegram.now,
        seconds=lambda: telegram.seconds,
        sleep=telegram.sleep,
        notices=Notices(messages, "en", (99, 12345)),
    )
    await drain.drain()
    rows = db.execute("SELECT chat_id FROM outbox WHERE dedupe_key LIKE 'notice:refused:%'").fetchall()
    assert rows == [(99,)]


@pytest.mark.parametrize(("kind", "sends"), [("everything", 2), ("digests", 1), ("nothing", 1)])
async def test_the_setting_says_what_is_sent_again_after_doubt(db: Database, kind: str, sends: int) -> None:
    put(db, "alert:1:2:0")
    telegram = Telegram(lambda _: InDoubt(reason="reset") if len(telegram.sends) == 1 else Sent(message_id=1))
    drain = Drain(
        db,
        telegram.send,
        now=lambda: telegram.now,
        seconds=lambda: telegram.seconds,
        sleep=telegram.sleep,
        resent=RESENT[kind],
    )
    await drain.drain()
    assert len(telegram.sends) == sends


async def test_what_cannot_be_written_down_is_kept_and_not_sent_again(db: Database) -> None:
    put(db, "digest:1:x")
    put(db, "digest:2:x", chat_id=8)
    telegram = Telegram()
    drain = telegram.drain_over(db)
    other = sqlite3.connect(next(row[2] for row in db.execute("PRAGMA database_list")), isolation_level=None)
    db.execute("PRAGMA busy_timeout = 0")

    async def sleep(seconds: float) -> None:
        await Telegram.sleep(telegram, seconds)
        if telegram.now > START + timedelta(seconds=5) and other.in_transaction:
            other.execute("ROLLBACK")

    async def send(delivery: Delivery) -> Outcome:
        if not other.in_transaction:
            other.execute("BEGIN IMMEDIATE")
        return await telegram.send(delivery)

    drain = Drain(db, send, now=lambda: telegram.now, seconds=lambda: telegram.seconds, sleep=sleep)
    await drain.drain()
    other.close()
    assert sorted(telegram.keys()) == ["digest:1:x:1", "digest:2:x:1"]
    assert count_outbox(db) == {DeliveryState.SENT: 2}


async def test_a_process_that_may_not_send_sends_nothing(db: Database) -> None:
    put(db, "digest:1:x")
    telegram = Telegram()
    drain = Drain(db, telegram.send, now=lambda: START, may_send=lambda: False)
    await drain.drain()
    assert states(db, "digest:1:x") == ["pending"]


async def test_a_fan_out_leaves_as_fast_as_telegram_answers_where_no_pace_holds(db: Database) -> None:
    for chat_id in range(1, 301):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram()
    drain = Drain(db, telegram.send, now=lambda: START, pacer=Pacer(math.inf), sleep=telegram.sleep)
    await drain.drain()
    assert count_outbox(db) == {DeliveryState.SENT: 300}
    assert telegram.now == START


async def test_the_line_is_opened_before_anything_is_claimed_and_only_when_something_waits(db: Database) -> None:
    seen: list[list[str]] = []

    async def open_line() -> None:
        seen.append(states(db, "digest:1:x"))

    telegram = Telegram()
    drain = Drain(db, telegram.send, now=lambda: START, open_line=open_line)
    await drain.drain()
    assert not seen
    put(db, "digest:1:x")
    await drain.drain()
    assert seen == [["pending"]]
    assert states(db, "digest:1:x") == ["sent"]


async def test_only_one_drain_sends_at_a_time(db: Database) -> None:
    for chat_id in range(1, 11):
        put(db, f"digest:{chat_id}:x", chat_id=chat_id)
    telegram = Telegram()
    drain = telegram.drain_over(db)
    await asyncio.gather(drain.drain(), drain.drain(), drain.drain())
    assert sorted(telegram.keys()) == sorted(set(telegram.keys()))
    assert len(telegram.sends) == 10


@pytest.mark.parametrize("outcome", [Sent(message_id=1), Rejected(reason="r"), Blocked(reason="b")])
def test_an_outcome_and_its_consequences_are_one_write(db: Database, outcome: Outcome) -> None:
    put(db, "digest:1:x", parts=2)
    (delivery,) = claim(db, START)
    db.execute("CREATE TRIGGER stop BEFORE UPDATE OF state ON outbox BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        settle(db, [Answered(delivery=delivery, outcome=outcome)], START, resent=())
    assert db.execute("SELECT count(*) FROM attempts").fetchone()[0] == 0
    assert states(db, "digest:1:x") == ["sending", "pending"]


async def test_a_database_that_is_locked_when_a_drain_begins_is_one_calm_line(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    put(db, "digest:1:x")
    drain = Telegram().drain_over(db)
    other = sqlite3.connect(next(row[2] for row in db.execute("PRAGMA database_list")), isolation_level=None)
    db.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    await drain.drain()
    other.execute("ROLLBACK")
    other.close()
    assert [(record.levelname, record.exc_info) for record in caplog.records] == [("WARNING", None)]
    await drain.drain()
    assert count_outbox(db) == {DeliveryState.SENT: 1}
