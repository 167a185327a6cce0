"""Messages waiting to be sent, one row a part; claimed durably before the send, settled before the chat's next.

What an outcome means is decided in `bot.delivery`; here each decision is one write.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from storage.arrivals import find_end
from storage.database import Database, write
from storage.models.chats import Delivery, DeliveryState, OutboxCounts, OutgoingMessage, SentDelivery, Subscriber
from storage.times import read_instant, write_instant

_PRIORITIES = {"asked": 0, "reply": 0, "card": 0, "notice": 0, "alert": 1}
_LATER = 2
"""Digests, which many get at once, leave behind those for whom somebody waits."""

_SELECT = """
SELECT o.id, o.dedupe_key, o.subscriber_id, o.chat_id, o.thread_id, o.part, b.text, b.keyboard, o.state,
  o.attempt_count, o.not_before, o.is_repeat, o.edits, o.sent_at, o.message_id, o.outcome, o.error
FROM outbox o JOIN bodies b ON b.id = o.body_id
"""
_INSERT = """
INSERT INTO outbox (dedupe_key, subscriber_id, chat_id, thread_id, group_key, part, body_id, priority, edits, is_repeat,
  not_before, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_INSERT_DIGESTS = """
INSERT INTO outbox (dedupe_key, subscriber_id, chat_id, thread_id, group_key, part, body_id, priority, not_before,
  created_at)
SELECT 'digest:' || u.id || :ends || ':' || (part.key + 1), s.id, s.chat_id, s.thread_id, 'digest:' || u.id || :ends,
  part.key + 1, part.value, :priority, :at, :at
FROM json_each(:readers) sent JOIN json_each(sent.value) reader JOIN json_each(sent.key) part
JOIN subscriptions u ON u.id = reader.value JOIN subscribers s ON s.id = u.subscriber_id
WHERE true ON CONFLICT DO NOTHING
"""
# The first half lets SQLite take the partial index by chat.
_WAITING = "state IN ('pending', 'sending') AND state = 'pending'"
# A chat's first row only, and none while another is under way: parts reach a chat in order, one at a time.
_CLAIMABLE = """
o.state = 'pending' AND o.priority = ? AND NOT EXISTS (
  SELECT 1 FROM outbox e WHERE e.state IN ('pending', 'sending') AND e.chat_id = o.chat_id
  AND (e.state = 'sending' OR (e.priority, e.id) < (o.priority, o.id)))
"""


_EVIDENCE = re.compile(r"e:(\d+)", re.ASCII)
"""What the button that opens a story's evidence carries."""


class Parcel(NamedTuple):
    """What goes to one chat together."""

    group_key: str
    subscriber: Subscriber
    bodies: Sequence[int]


def list_told_stories(message: OutgoingMessage) -> frozenset[int]:
    """The stories a message tells of: each has a button under it that opens its evidence."""
    targets = [_EVIDENCE.fullmatch(target) for row in message.keyboard for _, target in row]
    return frozenset(int(target[1]) for target in targets if target)


def digest_key(subscription_id: int, slot: datetime) -> str:
    """The group key of a subscription's digest of a slot."""
    # Slots are whole minutes; what quiet hours held back ends anywhere, also twice within a second.
    fraction = f".{slot.microsecond:06}" if slot.microsecond else ""
    return f"digest:{subscription_id}:{slot:%Y%m%dT%H%M%S}{fraction}Z"


def save_bodies(db: Database, messages: Iterable[OutgoingMessage]) -> tuple[int, ...]:
    """The ids of what the messages say; the same text is kept once."""
    with write(db):
        return tuple(_save_body(db, message) for message in messages)


def enqueue(
    db: Database,
    *,
    group_key: str,
    subscriber: Subscriber,
    bodies: Sequence[int],
    now: datetime,
    edits: Sequence[int] | None = None,
    not_before: datetime | None = None,
    is_repeat: bool = False,
) -> int:
    """Put the parts of one digest into the outbox; parts it already knows stay as they are. Returns how many are new.

    `group_key` (`digest:<subscription>:<slot>`, `asked:<update>`) and the part make the unique `dedupe_key`.
    `edits` names the chat's messages that the parts replace. `is_repeat`: the first part may have arrived already.
    """
    at, from_at = write_instant(now), write_instant(not_before or now)
    rows = [
        (*row, edits and edits[part - 1], int(is_repeat and part == 1), from_at, at)
        for part, row in enumerate(_list_parts(group_key, subscriber, bodies), start=1)
    ]
    with write(db):
        return db.conn.executemany(_INSERT, rows).rowcount


def enqueue_all(db: Database, parcels: Iterable[Parcel], now: datetime) -> int:
    """As `enqueue`, what goes to many chats."""
    at = write_instant(now)
    rows = ((*row, None, 0, at, at) for parcel in parcels for row in _list_parts(*parcel))
    with write(db):
        return db.conn.executemany(_INSERT, rows).rowcount


def enqueue_digests(
    db: Database, slot: datetime, readers: Mapping[tuple[int, ...], Sequence[int]], now: datetime
) -> None:
    """What the subscriptions get for that slot, listed under the bodies it consists of: each under keys of its own, as
    by `enqueue`."""
    values = {
        "ends": digest_key(0, slot).removeprefix("digest:0"),
        "readers": json.dumps({json.dumps(bodies): ids for bodies, ids in readers.items()}),
        "priority": _LATER,
        "at": write_instant(now),
    }
    with write(db):
        db.execute(_INSERT_DIGESTS, values)


def claim(
    db: Database, now: datetime, limit: int = 1, *, rest: Callable[[int], timedelta] = lambda _: timedelta()
) -> tuple[Delivery, ...]:
    """What may be sent now, at most `limit`, one a chat; on disk as `sending` once the transaction is.

    `rest` says how long a chat is still to be left alone: what waits for it is put off by as much.
    """
    with write(db):
        claimed = []
        for delivery in _list_claimable(db, now, limit):
            if pause := rest(delivery.chat_id):
                hold_chat(db, delivery.chat_id, now + pause)
            else:
                claimed.append(delivery)
        db.conn.executemany(
            "UPDATE outbox SET state = 'sending', claimed_at = ?, attempt_count = attempt_count + 1 WHERE id = ?",
            [(write_instant(now), delivery.id) for delivery in claimed],
        )
    return tuple(
        replace(delivery, state=DeliveryState.SENDING, attempt_count=delivery.attempt_count + 1) for delivery in claimed
    )


def record_sent(db: Database, sent: Sequence[SentDelivery], now: datetime) -> None:
    """Telegram took them."""
    at = write_instant(now)
    with write(db):
        db.conn.executemany(
            "INSERT INTO attempts (delivery_id, attempt, outcome, error, ended_at) VALUES (?, ?, 'sent', ?, ?)",
            [(each.delivery.id, each.delivery.attempt_count, each.flaw, at) for each in sent],
        )
        db.conn.executemany(
            "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, outcome = 'sent', error = ? WHERE id = ?",
            [(at, each.message_id, each.flaw, each.delivery.id) for each in sent],
        )


def record_retry(
    db: Database, delivery: Delivery, *, outcome: str, error: str, not_before: datetime, is_repeat: bool, now: datetime
) -> None:
    """It waits again, and its chat with it. `is_repeat`: it may have arrived already, so the next try says so."""
    with write(db):
        _record_attempt(db, delivery, outcome, error, now)
        db.execute(
            "UPDATE outbox SET state = 'pending', outcome = ?, error = ?, not_before = ?, is_repeat = ? WHERE id = ?",
            [outcome, error, write_instant(not_before), int(is_repeat or delivery.is_repeat), delivery.id],
        )
        hold_chat(db, delivery.chat_id, not_before)


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


def reopen(db: Database, delivery: Delivery, *, outcome: str, not_before: datetime) -> None:
    """Its end was a mistake: it waits again, with what was dropped for its sake."""
    at = write_instant(not_before)
    with write(db):
        db.execute("UPDATE outbox SET state = 'pending', not_before = ? WHERE id = ?", [at, delivery.id])
        db.execute(
            "UPDATE outbox SET state = 'pending', not_before = ? WHERE state = 'dropped' AND chat_id = ?"
            " AND outcome IN (?, 'earlier part failed') AND id >= ?",
            [at, delivery.chat_id, outcome, delivery.id],
        )


def hold_chat(db: Database, chat_id: int, until: datetime) -> None:
    """Nothing that waits for this chat leaves before that."""
    at = write_instant(until)
    with write(db):
        db.execute(
            f"UPDATE outbox SET not_before = ? WHERE chat_id = ? AND {_WAITING} AND not_before < ?",  # noqa: S608
            [at, chat_id, at],
        )


def release_from_future(db: Database, now: datetime) -> None:
    """The clock went back since another process wrote: what was put here or tried later than now need not wait until
    that comes again; nor anything, where the clock stands far behind: who can tell how long it was to wait?"""
    at = write_instant(now)
    with write(db):
        db.execute(
            "UPDATE outbox SET not_before = ? WHERE state = 'pending' AND priority IN (0, 1, 2) AND not_before > ?"
            " AND (max(created_at, coalesce(claimed_at, created_at)) > ? OR ?)",
            [at, at, at, find_end(db, now) is not None],
        )


def shift_waits(db: Database, now: datetime, by: timedelta) -> None:
    """The clock went back by so much: whatever waits is to wait as long as before, not longer."""
    waiting = "state = 'pending' AND priority IN (0, 1, 2)"
    with write(db):
        rows = db.execute(
            f"SELECT DISTINCT not_before FROM outbox WHERE {waiting} AND not_before > ? ORDER BY 1",  # noqa: S608
            [write_instant(now)],
        ).fetchall()
        db.conn.executemany(
            f"UPDATE outbox SET not_before = ? WHERE {waiting} AND not_before = ?",  # noqa: S608
            [(write_instant(max(now, read_instant(at) - by)), at) for (at,) in rows],
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
    return tuple(map(_read, db.execute(f"{_SELECT} WHERE o.state = 'sending' ORDER BY o.id").fetchall()))


def list_in_state(db: Database, state: DeliveryState, limit: int) -> tuple[Delivery, ...]:
    """The newest so many."""
    rows = db.execute(f"{_SELECT} WHERE o.state = ? ORDER BY o.id DESC LIMIT ?", [state, limit])
    return tuple(map(_read, rows.fetchall()))


def next_not_before(db: Database) -> datetime | None:
    """When the next delivery may be claimed, as far as no send under way holds it up; None: nothing waits."""
    query = f"SELECT o.not_before FROM outbox o WHERE {_CLAIMABLE} ORDER BY o.not_before LIMIT 1"  # noqa: S608
    found = [db.execute(query, [priority]).fetchone() for priority in range(_LATER + 1)]
    soonest = [row[0] for row in found if row]
    return read_instant(min(soonest)) if soonest else None


def get_delivery(db: Database, delivery_id: int) -> Delivery:
    """One row of the outbox, by an id it gave out."""
    return _read(db.execute(f"{_SELECT} WHERE o.id = ?", [delivery_id]).fetchone())


def list_group(db: Database, group_key: str) -> tuple[Delivery, ...]:
    """The parts of one digest, in order."""
    rows = db.execute(f"{_SELECT} WHERE o.group_key = ? ORDER BY o.part", [group_key])
    return tuple(map(_read, rows.fetchall()))


def count_attempts(db: Database, delivery_id: int, outcome: str) -> int:
    """How many of its attempts ended so."""
    query = "SELECT count(*) FROM attempts WHERE delivery_id = ? AND outcome = ?"
    return int(db.execute(query, [delivery_id, outcome]).fetchone()[0])


def count_outbox(db: Database) -> OutboxCounts:
    """How many deliveries are in each state."""
    rows = db.execute("SELECT state, count(*) FROM outbox GROUP BY state")
    return {DeliveryState(state): count for state, count in rows.fetchall()}


def _list_parts(group_key: str, chat: Subscriber, bodies: Sequence[int]) -> Iterator[tuple[object, ...]]:
    priority = _PRIORITIES.get(group_key.partition(":")[0], _LATER)
    for part, body in enumerate(bodies, start=1):
        yield (f"{group_key}:{part}", chat.id, chat.chat_id, chat.thread_id, group_key, part, body, priority)


def _save_body(db: Database, message: OutgoingMessage) -> int:
    keyboard = json.dumps(message.keyboard, ensure_ascii=False)
    fingerprint = hashlib.sha256(f"{keyboard}\n{message.text}".encode()).hexdigest()
    known = db.execute("SELECT id FROM bodies WHERE fingerprint = ?", [fingerprint]).fetchone()
    if known:
        return int(known[0])
    body_id = db.execute(
        "INSERT INTO bodies (fingerprint, text, keyboard) VALUES (?, ?, ?)", [fingerprint, message.text, keyboard]
    ).lastrowid
    assert body_id is not None
    db.conn.executemany(
        "INSERT INTO body_stories (story_id, body_id) VALUES (?, ?)",
        [(story_id, body_id) for story_id in list_told_stories(message)],
    )
    return body_id


def _list_claimable(db: Database, now: datetime, limit: int) -> list[Delivery]:
    found: list[Delivery] = []
    for priority in range(_LATER + 1):
        if len(found) < limit:
            rows = db.execute(
                f"{_SELECT} WHERE {_CLAIMABLE} AND o.not_before <= ? ORDER BY o.not_before, o.id LIMIT ?",
                [priority, write_instant(now), limit - len(found)],
            )
            found += map(_read, rows.fetchall())
    return found


def _record_attempt(db: Database, delivery: Delivery, outcome: str, error: str | None, now: datetime) -> None:
    db.execute(
        "INSERT INTO attempts (delivery_id, attempt, outcome, error, ended_at) VALUES (?, ?, ?, ?, ?)",
        [delivery.id, delivery.attempt_count, outcome, error, write_instant(now)],
    )


def _read(row: Sequence[Any]) -> Delivery:
    (id_, dedupe_key, subscriber_id, chat_id, thread_id, part, text, keyboard) = row[:8]
    (state, attempt_count, not_before, is_repeat, edits, sent_at, message_id, outcome, error) = row[8:]
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
        edits=edits,
        sent_at=read_instant(sent_at) if sent_at else None,
        message_id=message_id,
        outcome=outcome,
        error=error,
    )
