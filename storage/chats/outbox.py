"""Messages waiting to be sent, one row a part; claimed durably before the send, settled before the chat's next.

What an outcome means is decided in `bot.delivery`; here each decision is one write.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.database import Database, write
from storage.models.chats import Delivery, DeliveryState, OutboxCounts, OutgoingMessage, Subscriber
from storage.times import read_instant, write_instant

_COLUMNS = (
    "id, dedupe_key, subscriber_id, chat_id, thread_id, part, text, keyboard, state, attempt_count, not_before,"
    " is_repeat, message_id, outcome, error"
)
# The first half lets SQLite take the partial index by chat.
_WAITING = "state IN ('pending', 'sending') AND state = 'pending'"
# A chat's first unsettled row only: parts and digests reach a chat in order, one at a time.
_CLAIMABLE = """
FROM outbox o WHERE o.state = 'pending' AND NOT EXISTS (
  SELECT 1 FROM outbox e
  WHERE e.state IN ('pending', 'sending') AND e.chat_id = o.chat_id AND e.id < o.id)
"""


def enqueue(
    db: Database, *, group_key: str, subscriber: Subscriber, messages: Sequence[OutgoingMessage], now: datetime
) -> int:
    """Put the parts of one digest into the outbox; parts it already knows stay as they are. Returns how many are new.

    `group_key` (`digest:<subscription>:<slot>`, `asked:<update>`) and the part make the unique `dedupe_key`.
    """
    at = write_instant(now)
    with write(db):
        return sum(
            db.execute(
                "INSERT INTO outbox (dedupe_key, subscriber_id, chat_id, thread_id, group_key, part, text, keyboard,"
                " not_before, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [
                    f"{group_key}:{part}",
                    subscriber.id,
                    subscriber.chat_id,
                    subscriber.thread_id,
                    group_key,
                    part,
                    message.text,
                    json.dumps(message.keyboard, ensure_ascii=False),
                    at,
                    at,
                ],
            ).rowcount
            for part, message in enumerate(messages, start=1)
        )


def claim(db: Database, now: datetime) -> Delivery | None:
    """The next delivery that may be sent now, on disk as `sending` when this returns; None: nothing may."""
    with write(db):
        row = db.execute(
            f"SELECT o.id {_CLAIMABLE} AND o.not_before <= ? ORDER BY o.not_before, o.id LIMIT 1",
            [write_instant(now)],
        ).fetchone()
        if row is None:
            return None
        db.execute(
            "UPDATE outbox SET state = 'sending', claimed_at = ?, attempt_count = attempt_count + 1 WHERE id = ?",
            [write_instant(now), row[0]],
        )
        return get_delivery(db, row[0])


def record_sent(db: Database, delivery: Delivery, *, message_id: int, error: str | None, now: datetime) -> None:
    """Telegram took it. `error` says what it took only at the second try (plain text)."""
    with write(db):
        _record_attempt(db, delivery, "sent", error, now)
        db.execute(
            "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, outcome = 'sent', error = ? WHERE id = ?",
            [write_instant(now), message_id, error, delivery.id],
        )


def record_retry(
    db: Database, delivery: Delivery, *, outcome: str, error: str, not_before: datetime, is_repeat: bool, now: datetime
) -> None:
    """It waits again. `is_repeat`: it may have arrived already, so the next try says so."""
    with write(db):
        _record_attempt(db, delivery, outcome, error, now)
        db.execute(
            "UPDATE outbox SET state = 'pending', outcome = ?, error = ?, not_before = ?, is_repeat = ? WHERE id = ?",
            [outcome, error, write_instant(not_before), int(is_repeat or delivery.is_repeat), delivery.id],
        )


def record_end(
    db: Database, delivery: Delivery, *, state: DeliveryState, outcome: str, error: str, now: datetime
) -> None:
    """It is not tried again (`failed`, or `in_doubt` for good); parts that follow one that failed are dropped."""
    with write(db):
        _record_attempt(db, delivery, outcome, error, now)
        db.execute(
            "UPDATE outbox SET state = ?, outcome = ?, error = ? WHERE id = ?", [state, outcome, error, delivery.id]
        )
        if state is DeliveryState.FAILED:
            db.execute(
                "UPDATE outbox SET state = 'dropped', outcome = 'earlier part failed' WHERE state = 'pending'"
                " AND group_key = (SELECT group_key FROM outbox WHERE id = ?)",
                [delivery.id],
            )


def hold_chat(db: Database, chat_id: int, until: datetime) -> None:
    """Nothing that waits for this chat leaves before that."""
    at = write_instant(until)
    with write(db):
        db.execute(
            f"UPDATE outbox SET not_before = ? WHERE chat_id = ? AND {_WAITING} AND not_before < ?",  # noqa: S608
            [at, chat_id, at],
        )


def drop_chat(db: Database, chat_id: int, reason: str, *, thread_id: int | None = None) -> None:
    """Nobody will read what waits for this chat, or for one of its topics."""
    with write(db):
        db.execute(
            f"UPDATE outbox SET state = 'dropped', outcome = ? WHERE chat_id = ? AND {_WAITING}"  # noqa: S608
            " AND (? IS NULL OR thread_id = ?)",
            [reason, chat_id, thread_id, thread_id],
        )


def list_sending(db: Database) -> tuple[Delivery, ...]:
    """What was being sent: at the start of a run, what the last one was sending when it died."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM outbox WHERE state = 'sending' ORDER BY id")  # noqa: S608
    return tuple(map(_read, rows.fetchall()))


def next_not_before(db: Database) -> datetime | None:
    """When the next delivery may be claimed, as far as no send under way holds it up; None: nothing waits."""
    row = db.execute(f"SELECT o.not_before {_CLAIMABLE} ORDER BY o.not_before LIMIT 1").fetchone()
    return read_instant(row[0]) if row else None


def get_delivery(db: Database, delivery_id: int) -> Delivery:
    """One row of the outbox, by an id it gave out."""
    return _read(db.execute(f"SELECT {_COLUMNS} FROM outbox WHERE id = ?", [delivery_id]).fetchone())  # noqa: S608


def list_group(db: Database, group_key: str) -> tuple[Delivery, ...]:
    """The parts of one digest, in order."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM outbox WHERE group_key = ? ORDER BY part", [group_key])  # noqa: S608
    return tuple(map(_read, rows.fetchall()))


def count_outbox(db: Database) -> OutboxCounts:
    """How many deliveries are in each state."""
    rows = db.execute("SELECT state, count(*) FROM outbox GROUP BY state")
    return {DeliveryState(state): count for state, count in rows.fetchall()}


def _record_attempt(db: Database, delivery: Delivery, outcome: str, error: str | None, now: datetime) -> None:
    db.execute(
        "INSERT INTO attempts (delivery_id, attempt, outcome, error, ended_at) VALUES (?, ?, ?, ?, ?)",
        [delivery.id, delivery.attempt_count, outcome, error, write_instant(now)],
    )


def _read(row: Sequence[Any]) -> Delivery:
    (id_, dedupe_key, subscriber_id, chat_id, thread_id, part, text, keyboard) = row[:8]
    (state, attempt_count, not_before, is_repeat, message_id, outcome, error) = row[8:]
    return Delivery(
        id=id_,
        dedupe_key=dedupe_key,
        subscriber_id=subscriber_id,
        chat_id=chat_id,
        thread_id=thread_id,
        part=part,
        message=OutgoingMessage(
            text=text, keyboard=tuple(tuple((label, target) for label, target in row) for row in json.loads(keyboard))
        ),
        state=DeliveryState(state),
        attempt_count=attempt_count,
        not_before=read_instant(not_before),
        is_repeat=bool(is_repeat),
        message_id=message_id,
        outcome=outcome,
        error=error,
    )
