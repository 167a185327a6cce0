"""Every fault the sandbox can play, met by a fan-out over real HTTP: nothing lost, nothing twice unless marked."""

from __future__ import annotations

import asyncio
import random
import sys
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.clock import MovableClock
from bot.config import Settings
from bot.delivery.pacer import FLOODED_CHATS
from bot.delivery.window import UNPACED_SENDS
from bot.sandbox import GROUP, NURLAN, Sandbox
from bot.sandbox.world import faults
from bot.sandbox.world.faults import Fault
from bot.sandbox.world.model import Access, Chat, ChatKind
from storage.chats.outbox import list_group
from storage.chats.subscribers import find_subscriber
from storage.database import Database, set_patience
from storage.models.chats import DeliveryState
from tests.delivery.fanout import FanOut, check_arrived, check_waits_obeyed, fanning_out, put_all

LOCKING = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
time.sleep(3)
"""
PATIENCE_SECONDS = 1.0
"""How long an answer may take where one is slow: long enough for a busy machine."""
LONG = 2.5 * PATIENCE_SECONDS
_SOON = timedelta(seconds=5)

REFUSALS: dict[str, Fault] = {
    "500": faults.server_error(),
    "an HTML 502": faults.HtmlPage(),
    "a reset before it is taken": faults.Reset(is_accepted=False),
    "a hang that ends in nothing": faults.Hang(seconds=LONG, is_lost=True),
}
"""Nothing arrives by these, but whoever sends cannot know."""
LOST_ANSWERS: dict[str, Fault] = {
    "a reset after it is taken": faults.Reset(is_accepted=True),
    "an answer that comes too late": faults.Hang(seconds=LONG),
    "half an answer": faults.Truncated(),
}
"""It has arrived, but whoever sends cannot know."""


def never(_: int) -> bool:
    return False


def check_untouched(fan_out: FanOut, chat_ids: list[int]) -> None:
    """Nobody else waited: all they get came at once, at the first try."""
    for chat_id in chat_ids:
        calls = fan_out.sent_calls(chat_id)
        assert [call.status for call in calls] == [200] * len(calls)
        assert calls[-1].at - fan_out.sent_calls()[0].at <= _SOON, chat_id


async def test_a_fan_out_where_nothing_goes_wrong(db: Database, sandbox: Sandbox, clock: MovableClock) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        check_untouched(fan_out, list(fan_out.chat_ids))
        assert set(fan_out.states()) == {DeliveryState.SENT}


@pytest.mark.parametrize("fault", REFUSALS.values(), ids=REFUSALS)
async def test_what_was_refused_on_the_way_arrives_once(
    db: Database, sandbox: Sandbox, clock: MovableClock, fault: Fault
) -> None:
    async with fanning_out(db, sandbox, clock, patience_seconds=PATIENCE_SECONDS) as fan_out:
        unlucky = fan_out.chat_ids[::8]
        for chat_id in unlucky:
            fan_out.world.faults.script("sendMessage", fault, chat_id=chat_id)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        check_untouched(fan_out, [chat_id for chat_id in fan_out.chat_ids if chat_id not in unlucky])


@pytest.mark.parametrize("fault", LOST_ANSWERS.values(), ids=LOST_ANSWERS)
async def test_a_lost_answer_is_the_one_cause_of_a_repeat_and_the_repeat_is_marked(
    db: Database, sandbox: Sandbox, clock: MovableClock, fault: Fault
) -> None:
    async with fanning_out(db, sandbox, clock, patience_seconds=PATIENCE_SECONDS) as fan_out:
        unlucky = fan_out.chat_ids[::8]
        for chat_id in unlucky:
            fan_out.world.faults.script("sendMessage", fault, chat_id=chat_id)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=lambda chat_id: chat_id in unlucky)
        check_untouched(fan_out, [chat_id for chat_id in fan_out.chat_ids if chat_id not in unlucky])
        repeats = sum(len(fan_out.received(chat_id)) for chat_id in fan_out.chat_ids)
        assert repeats == fan_out.states()[DeliveryState.SENT] + len(unlucky)


async def test_a_slow_telegram_is_waited_for(db: Database, sandbox: Sandbox, clock: MovableClock) -> None:
    async with fanning_out(db, sandbox, clock, patience_seconds=PATIENCE_SECONDS) as fan_out:
        fan_out.world.faults.script("sendMessage", faults.Hang(seconds=PATIENCE_SECONDS / 4), times=60)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        assert len(fan_out.sent_calls()) == fan_out.states()[DeliveryState.SENT]


async def test_a_chat_told_to_wait_waits_to_the_second_and_alone(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        flooded = fan_out.chat_ids[::10]
        for n, chat_id in enumerate(flooded):
            fan_out.world.faults.script("sendMessage", faults.flood(30 + n), times=3, chat_id=chat_id)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        check_waits_obeyed(fan_out.sent_calls())
        check_untouched(fan_out, [chat_id for chat_id in fan_out.chat_ids if chat_id not in flooded])


async def test_in_a_storm_that_meets_everybody_nobody_is_written_to(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        fan_out.world.faults.script("sendMessage", faults.flood(60), times=3 * UNPACED_SENDS)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        check_waits_obeyed(fan_out.sent_calls())
        refused = [call.at for call in fan_out.sent_calls() if call.status == 429]
        storms = sorted(set(refused))
        assert all(later - earlier >= timedelta(seconds=60) for earlier, later in pairwise(storms))
        assert max(refused.count(at) for at in storms) < UNPACED_SENDS + FLOODED_CHATS


async def test_a_chat_told_to_wait_gets_nothing_else_meanwhile(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    """Not even what is put into the outbox later, of whatever kind."""
    async with fanning_out(db, sandbox, clock, people=5) as fan_out:
        fan_out.world.faults.script("sendMessage", faults.flood(45), chat_id=fan_out.chat_ids[0])
        await fan_out.drain.drain()
        for minute, kind in enumerate(("digest", "alert", "asked", "notice")):
            put_all(db, fan_out.chat_ids, clock(), slot=str(minute), kind=kind)
            await fan_out.drain.drain()
            clock.move(timedelta(seconds=7))
        await fan_out.finish()
        check_waits_obeyed(fan_out.sent_calls())
        assert set(fan_out.states()) == {DeliveryState.SENT}


async def test_readers_who_left_delay_nobody_and_get_nothing_more(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        gone = fan_out.chat_ids[1::3]
        for chat_id in gone:
            fan_out.world.block(chat_id)
        await fan_out.finish()
        stayed = [chat_id for chat_id in fan_out.chat_ids if chat_id not in gone]
        check_arrived(fan_out, stayed, may_repeat=never)
        check_untouched(fan_out, stayed)
        for chat_id in gone:
            assert len(fan_out.sent_calls(chat_id)) == 1
            reader = find_subscriber(db, chat_id)
            assert reader is not None
            assert reader.paused_reason


@pytest.mark.parametrize(
    "fault", [faults.kicked(), faults.Answer(status=400, description="Bad Request: chat not found")]
)
async def test_a_group_that_is_closed_delays_nobody(
    db: Database, sandbox: Sandbox, clock: MovableClock, fault: Fault
) -> None:
    async with fanning_out(db, sandbox, clock, people=20) as fan_out:
        put_all(db, [GROUP.id], clock())
        fan_out.world.faults.script("sendMessage", fault, times=9, chat_id=GROUP.id)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        check_untouched(fan_out, list(fan_out.chat_ids))
        assert len(fan_out.sent_calls(GROUP.id)) == 1
        assert {each.state for each in list_group(db, f"digest:{GROUP.id}:x")} <= {
            DeliveryState.FAILED,
            DeliveryState.DROPPED,
        }


async def test_a_group_that_became_a_supergroup_gets_everything_at_its_new_place(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    old, new = -4_000_001, -1_001_000_000_099
    async with fanning_out(db, sandbox, clock, people=20) as fan_out:
        fan_out.world.chats.add_chat(
            Chat(id=new, kind=ChatKind.SUPERGROUP, title="New", member_ids=(NURLAN.id,), access=Access.OPEN)
        )
        put_all(db, [old], clock())
        fan_out.world.faults.script("sendMessage", faults.migrated(new), times=9, chat_id=old)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        assert len(fan_out.sent_calls(old)) == 1
        assert fan_out.received(new) == [f"{old} {part}" for part in range(1, 4)][: len(fan_out.received(new))]
        assert len(fan_out.received(new)) == len(list_group(db, f"digest:{old}:x"))


async def test_a_telegram_that_is_not_there_is_waited_for_and_nothing_is_a_repeat(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        port = int(sandbox.api_url.rpartition(":")[2])
        await sandbox.stop()
        await fan_out.drain.drain()
        await fan_out.drain.drain()
        assert not fan_out.sent_calls()
        await sandbox.start(port)
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        assert not [text for chat_id in fan_out.chat_ids for text in fan_out.received(chat_id) if "again" in text]


@pytest.mark.parametrize("fault", [*REFUSALS.values(), faults.flood(20)], ids=[*REFUSALS, "429"])
async def test_an_hour_in_which_telegram_answers_nobody_loses_nothing(
    db: Database, sandbox: Sandbox, clock: MovableClock, fault: Fault
) -> None:
    async with fanning_out(db, sandbox, clock, people=12, patience_seconds=0.2) as fan_out:
        fan_out.world.faults.script("sendMessage", fault, times=10_000)
        until = clock() + timedelta(hours=1)
        while clock() < until:
            await fan_out.drain.drain()
            clock.move(timedelta(seconds=60))
        fan_out.world.faults.clear()
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=lambda _: True)  # patience is short here
        assert set(fan_out.states()) == {DeliveryState.SENT}


MIXED = (
    *(fault for fault in (*REFUSALS.values(), *LOST_ANSWERS.values()) if not isinstance(fault, faults.Hang)),
    faults.flood(3),
    faults.flood(90),
)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_everything_at_once(db: Database, sandbox: Sandbox, clock: MovableClock, seed: int) -> None:
    dice = random.Random(seed)
    async with fanning_out(db, sandbox, clock) as fan_out:
        gone = set(dice.sample(fan_out.chat_ids, 6))
        for chat_id in gone:
            fan_out.world.block(chat_id)
        for chat_id in dice.choices(fan_out.chat_ids, k=60):
            fan_out.world.faults.script("sendMessage", dice.choice(MIXED), chat_id=chat_id)
        await fan_out.finish()
        stayed = [chat_id for chat_id in fan_out.chat_ids if chat_id not in gone]
        check_arrived(fan_out, stayed, may_repeat=lambda _: True)
        check_waits_obeyed(fan_out.sent_calls())


@pytest.mark.parametrize("hours", [-30, -3, 3, 30])
async def test_a_clock_that_jumps_delays_nothing_and_ends_no_wait(
    db: Database, sandbox: Sandbox, clock: MovableClock, hours: int
) -> None:
    async with fanning_out(db, sandbox, clock) as fan_out:
        flooded, lost, later = fan_out.chat_ids[0], fan_out.chat_ids[1], fan_out.chat_ids[2:]
        fan_out.world.faults.script("sendMessage", faults.flood(40), chat_id=flooded)
        fan_out.world.faults.script("sendMessage", faults.server_error(), chat_id=lost)
        fan_out.drain.wake()
        await fan_out.world.wait_for(lambda: len(fan_out.sent_calls()) > len(fan_out.chat_ids) // 2)
        fan_out.bot_clock.jump(timedelta(hours=hours))
        await fan_out.drain.drain()
        put_all(db, fan_out.chat_ids, fan_out.bot_clock(), slot="y")
        fan_out.bot_clock.jump(timedelta(hours=-hours / 2))
        await fan_out.finish()
        assert set(fan_out.states()) == {DeliveryState.SENT}
        check_waits_obeyed(fan_out.sent_calls())
        for chat_id in (lost, *later):
            assert fan_out.sent_calls(chat_id)[-1].at - fan_out.sent_calls()[0].at <= timedelta(seconds=30)
        assert len(fan_out.sent_calls()) == fan_out.states()[DeliveryState.SENT] + 2


async def test_a_full_disk_loses_nothing_and_repeats_nothing(
    db: Database, sandbox: Sandbox, clock: MovableClock
) -> None:
    async with fanning_out(db, sandbox, clock, people=90) as fan_out:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        fan_out.drain.wake()
        await asyncio.sleep(0.5)
        assert fan_out.states()[DeliveryState.PENDING] > 0
        db.execute("PRAGMA max_page_count = 4294967294")
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        assert len(fan_out.sent_calls()) == fan_out.states()[DeliveryState.SENT]


async def test_a_database_locked_by_another_program_loses_nothing_and_repeats_nothing(
    db: Database, sandbox: Sandbox, clock: MovableClock, settings: Settings
) -> None:
    set_patience(db, 0.1)
    async with fanning_out(db, sandbox, clock) as fan_out:
        fan_out.drain.wake()
        await fan_out.world.wait_for(lambda: len(fan_out.sent_calls()) >= UNPACED_SENDS)
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", LOCKING, str(settings.database))
        await other.wait()
        await fan_out.finish()
        check_arrived(fan_out, fan_out.chat_ids, may_repeat=never)
        assert len(fan_out.sent_calls()) == fan_out.states()[DeliveryState.SENT]
