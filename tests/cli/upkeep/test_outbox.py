"""What whoever keeps a Readout running sees of its deliveries."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import readout
from storage.chats.digests import record_digest
from storage.chats.outbox import claim, digest_key, enqueue, get_delivery, record_end, record_sent, save_bodies
from storage.chats.subscribers import record_subscriber
from storage.chats.subscriptions import save_subscription
from storage.database import Database
from storage.models.chats import Cadence, ChatKind, DeliveryState, OutgoingMessage, Schedule, SentDelivery

SLOT = datetime(2026, 5, 4, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def digests(db: Database) -> None:
    """Three subscribers' digests of one slot: sent in two parts, in doubt, and one with nothing to say."""
    for chat_id in (7, 8, 9):
        reader = record_subscriber(db, chat_id=chat_id, thread_id=0, kind=ChatKind.PRIVATE, language="en", now=SLOT)
        id_ = save_subscription(
            db,
            subscriber_id=reader.id,
            alternatives=(),
            schedule=Schedule(cadence=Cadence.DAILY, times=(time(8),)),
            timezone="UTC",
            next_due_at=SLOT,
            now=SLOT,
        )
        record_digest(db, subscription_id=id_, slot=SLOT, since=None, story_ids=(), now=SLOT)
        messages = [OutgoingMessage(text=f"part {part}") for part in range({7: 2, 8: 1, 9: 0}[chat_id])]
        bodies = save_bodies(db, messages)
        enqueue(db, group_key=digest_key(id_, SLOT), subscriber=reader, bodies=bodies, now=SLOT)
    sent, doubtful = claim(db, SLOT, 2)
    record_sent(db, [SentDelivery(delivery=sent, message_id=55)], SLOT)
    record_end(db, doubtful, state=DeliveryState.IN_DOUBT, outcome="in_doubt", error="timed out", now=SLOT)


def run(tmp_path: Path, *arguments: str) -> Result:
    command, *rest = arguments
    return CliRunner().invoke(readout, [command, "--database", str(tmp_path / "readout.sqlite"), *rest])


def test_an_audit_proves_for_a_slot_who_got_what(tmp_path: Path) -> None:
    result = run(tmp_path, "audit", "2026-05-04T08:00")
    assert result.output.splitlines() == [
        "2026-05-04 08:00 subscription 1 chat 7 part 1: sent at 08:00:00, message 55, 1 tries",
        "2026-05-04 08:00 subscription 1 chat 7 part 2: pending, 0 tries",
        "2026-05-04 08:00 subscription 2 chat 8 part 1: in_doubt, 1 tries: timed out",
        "2026-05-04 08:00 subscription 3 chat 9: nothing to say, nothing sent",
        "3 digests, 1 of them with nothing to say; parts:",
        "1 pending, 0 sending, 1 sent, 1 in_doubt, 0 failed, 0 dropped",
    ]
    assert result.exit_code == 1, "something is in doubt"


def test_an_audit_of_a_day_holds_its_slots_and_of_another_none(tmp_path: Path) -> None:
    assert "3 digests" in run(tmp_path, "audit", "2026-05-04").output
    other = run(tmp_path, "audit", "2026-05-05")
    assert other.output.startswith("0 digests")
    assert other.exit_code == 0


def test_a_slot_nobody_can_read_is_told(tmp_path: Path) -> None:
    result = run(tmp_path, "audit", "yesterday")
    assert result.exit_code == 2
    assert "2026-03-01T08:00" in result.output


def test_the_outbox_shows_counts_and_what_needs_a_look(tmp_path: Path) -> None:
    lines = run(tmp_path, "outbox").output.splitlines()
    assert lines[0] == "1 pending, 0 sending, 1 sent, 1 in_doubt, 0 failed, 0 dropped"
    assert lines[1] == "3 in_doubt chat 8 digest:2:20260504T080000Z:1 tries 1: in_doubt: timed out"
    assert lines[2].startswith("2 pending chat 7 digest:1:20260504T080000Z:2 tries 0 not before")


def test_what_is_in_doubt_can_be_sent_again_and_says_so(tmp_path: Path, db: Database) -> None:
    assert "1 of 2" in run(tmp_path, "outbox", "retry", "3", "1").output
    again, sent = get_delivery(db, 3), get_delivery(db, 1)
    assert (again.state, again.is_repeat) == (DeliveryState.PENDING, True)
    assert sent.state is DeliveryState.SENT


def test_what_waits_can_be_given_up_and_what_was_sent_cannot(tmp_path: Path, db: Database) -> None:
    assert "1 of 2" in run(tmp_path, "outbox", "drop", "2", "1").output
    assert get_delivery(db, 2).state is DeliveryState.DROPPED
    assert get_delivery(db, 1).state is DeliveryState.SENT
