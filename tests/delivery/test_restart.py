"""The process ends while Telegram hangs, and starts again: what was under way is in doubt, and treated as was set."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import now
from bot.sandbox import AIGERIM, BOT, NURLAN, Sandbox
from bot.sandbox.world import faults
from storage.chats.outbox import count_outbox, list_group
from storage.database import open_database
from storage.models.chats import DeliveryState
from tests.delivery.fanout import put_all
from tests.delivery.victim import Victim, follow, take_account

HANGS_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
"""Ten, and what a busy machine takes."""


@pytest.mark.parametrize(
    ("resent", "digest_count", "alert_count"), [("nothing", 1, 1), ("digests", 2, 1), ("everything", 2, 2)]
)
async def test_what_a_killed_process_was_sending_is_sent_again_only_as_set_and_marked(
    real_time: Sandbox, database: Path, resent: str, digest_count: int, alert_count: int
) -> None:
    world = real_time.world
    reader, alerted = (world.add_person(name, is_started=True).id for name in ("Reader", "Alerted"))
    with closing(open_database(database)) as db:
        put_all(db, [reader], now(), kind="digest")
        put_all(db, [alerted], now(), kind="alert")
    hanging = Victim(real_time, database, is_paid=False, latency_seconds=HANGS_SECONDS, resent=resent)
    await hanging.start()
    await hanging.begin(2)
    assert await hanging.kill() == 2
    again = Victim(real_time, database, is_paid=False, latency_seconds=0, resent=resent)
    await again.start()
    await again.settle(0)
    await again.end()
    with closing(open_database(database, read_only=True)) as db:
        for chat_id, kind, count in ((reader, "digest", digest_count), (alerted, "alert", alert_count)):
            first = f"{chat_id} 1"
            shown = [m.text for m in world.messages(chat_id) if m.sender.id == BOT.id and m.text.endswith(first)]
            assert [text == first for text in shown] == [True, False][:count], (kind, shown)
            states = [each.state for each in list_group(db, f"{kind}:{chat_id}:x")]
            assert states[0] is (DeliveryState.SENT if count == 2 else DeliveryState.IN_DOUBT)
            assert set(states[1:]) <= {DeliveryState.SENT}


async def test_a_process_told_to_end_while_telegram_hangs_ends_soon_and_the_next_knows_what_was_under_way(
    real_time: Sandbox, database: Path
) -> None:
    world, people = real_time.world, 40
    chat_ids = [world.add_person(f"Reader {n}", is_started=True).id for n in range(people)]
    with closing(open_database(database)) as db:
        follow(db, chat_ids, now())
    hanging = Victim(real_time, database, is_paid=False, latency_seconds=HANGS_SECONDS)
    await hanging.start()
    await hanging.begin(10)
    world.write(AIGERIM.id, "/help")  # answered beside the outbox
    await world.wait_for(lambda: world.calls_of("sendMessage", AIGERIM.id))
    world.faults.script("getUpdates", faults.Hang(seconds=HANGS_SECONDS), times=1000)
    world.write(NURLAN.id, "/help")  # ends the poll that waits: the next one hangs
    assert await hanging.terminate(PATIENCE_SECONDS) == 0
    with closing(open_database(database)) as db:
        counts = count_outbox(db)
    under_way = counts[DeliveryState.SENDING]
    assert under_way >= 10
    assert counts[DeliveryState.PENDING] > 0
    again = Victim(real_time, database, is_paid=True, latency_seconds=0)
    await again.start()
    await again.settle(people)
    await again.end()
    with closing(open_database(database)) as db:
        account = take_account(db, real_time)
    assert (account.lost, account.unmarked_repeats, account.out_of_order) == (0, 0, 0)
    assert under_way <= account.repeats <= under_way + 2  # and what those two were answered
