"""What each chat follows and when its next digest falls due; a tick asks here who is due, and whom to tell at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from storage.arrivals import arrival_at, record_told
from storage.chats.filters import Alternatives, read_filter, save_filter
from storage.chats.subscribers import COLUMNS as SUBSCRIBER_COLUMNS
from storage.chats.subscribers import read_subscriber
from storage.database import Database, write
from storage.models.chats import MOST_ENTRIES, UNCUT, Cadence, Cut, Grouping, QuietHours, Schedule, Subscription
from storage.models.due import Due
from storage.times import read_instant, write_instant

_REMEMBERED = 2000
"""Schedules, for most people choose alike."""

_SELECT = f"""
SELECT u.id, u.cadence, u.times, u.days, u.timezone, u.anchor_at, u.next_due_at, u.sends_empty, u.created_at,
       u.quiet_from, u.quiet_until, u.most_entries, u.grouping, f.id, f.wanted, {SUBSCRIBER_COLUMNS}
FROM subscriptions u JOIN filters f ON f.id = u.filter_id JOIN subscribers s ON s.id = u.subscriber_id
"""  # noqa: S608
_DUE = """
SELECT u.id, json_array(u.filter_id, u.cadence, u.times, u.days, u.timezone, u.quiet_from, u.quiet_until, u.anchor_at,
  CASE WHEN u.anchor_at IS NULL THEN u.created_at END, u.sends_empty, u.most_entries, u.grouping, s.language)
FROM subscriptions u JOIN subscribers s ON s.id = u.subscriber_id
WHERE u.next_due_at IS NOT NULL AND u.next_due_at <= ? ORDER BY u.next_due_at LIMIT ?
"""
"""All that a digest depends on, as one text: a tenth of a second less for ten thousand than a column each. Only a first
one depends on when it was subscribed to."""
_WHEN = "u.cadence, u.times, u.days, u.timezone, u.quiet_from, u.quiet_until"
# One that waits for the end of its quiet hours has a slot, and gets what comes until then with it.
_UNTOLD = """
u.cadence = 'at once' AND u.ended_at IS NULL
AND u.next_due_at IS NULL AND u.anchor_at < :until AND s.paused_reason IS NULL"""


def save_subscription(
    db: Database,
    *,
    subscriber_id: int,
    alternatives: Alternatives,
    schedule: Schedule,
    timezone: str,
    next_due_at: datetime | None,
    now: datetime,
    cut: Cut = UNCUT,
    quiet: QuietHours | None = None,
    sends_empty: bool = False,
    most_entries: int = MOST_ENTRIES,
    grouping: Grouping = Grouping.NONE,
    anchor_at: datetime | None = None,
    asked_in: int | None = None,
) -> int:
    """A new subscription's id; its first digest falls due at `next_due_at`, null for alerts, which begin at
    `anchor_at`. `asked_in` is the message that asked."""
    values = _columns(
        db, alternatives, cut, schedule, timezone, next_due_at, quiet, sends_empty, most_entries, grouping
    )
    values |= {
        "subscriber_id": subscriber_id,
        "anchor_at": anchor_at and write_instant(anchor_at),
        "asked_in": asked_in,
    }
    with write(db):
        # Among arrivals: what a clock ahead of this one stored is archive, and what comes from now on is not.
        created_at = max(now, arrival_at(db, now) - timedelta.resolution)
        record_told(db, created_at + timedelta.resolution)
        values["created_at"] = write_instant(created_at)
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        cursor = db.execute(f"INSERT INTO subscriptions ({names}) VALUES ({marks})", values)  # noqa: S608
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change_subscription(
    db: Database,
    subscription_id: int,
    *,
    alternatives: Alternatives,
    schedule: Schedule,
    timezone: str,
    next_due_at: datetime | None,
    cut: Cut = UNCUT,
    quiet: QuietHours | None = None,
    sends_empty: bool = False,
    most_entries: int = MOST_ENTRIES,
    grouping: Grouping = Grouping.NONE,
    anchor_at: datetime | None = None,
) -> None:
    """Follow something else or at another time; the window still begins where the last digest ended, or at
    `anchor_at`."""
    values = _columns(
        db, alternatives, cut, schedule, timezone, next_due_at, quiet, sends_empty, most_entries, grouping
    )
    assignments = ", ".join(f"{name} = :{name}" for name in values)
    values |= {"id": subscription_id, "anchor_at": anchor_at and write_instant(anchor_at)}
    with write(db):
        db.execute(
            f"UPDATE subscriptions SET {assignments}, anchor_at = coalesce(:anchor_at, anchor_at)"  # noqa: S608
            " WHERE id = :id AND ended_at IS NULL",
            values,
        )


def find_subscription(db: Database, subscription_id: int) -> Subscription | None:
    """One that has not ended."""
    row = db.execute(f"{_SELECT} WHERE u.id = ? AND u.ended_at IS NULL", [subscription_id]).fetchone()
    return _read(row) if row else None


def get_subscription(db: Database, subscription_id: int) -> Subscription:
    """One by an id it gave out, ended or not."""
    return _read(db.execute(f"{_SELECT} WHERE u.id = ?", [subscription_id]).fetchone())


def find_asked(db: Database, subscriber_id: int, message_id: int) -> Subscription | None:
    """The one this message asked for, if it has not ended."""
    row = db.execute(
        f"{_SELECT} WHERE u.subscriber_id = ? AND u.asked_in = ? AND u.ended_at IS NULL", [subscriber_id, message_id]
    ).fetchone()
    return _read(row) if row else None


def list_subscriptions(db: Database, subscriber_id: int) -> tuple[Subscription, ...]:
    """What a chat follows, oldest first."""
    rows = db.execute(f"{_SELECT} WHERE u.subscriber_id = ? AND u.ended_at IS NULL ORDER BY u.id", [subscriber_id])
    return tuple(map(_read, rows.fetchall()))


def end_subscription(db: Database, subscription_id: int, now: datetime) -> None:
    """It falls due no more; its row stays, for its digests point to it."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET ended_at = ?, next_due_at = NULL WHERE id = ? AND ended_at IS NULL",
            [write_instant(now), subscription_id],
        )


def list_due(db: Database, now: datetime, limit: int) -> tuple[Due, ...]:
    """At most so many subscriptions whose slot has come, longest due first, by what they share; one walk along an
    index."""
    together: dict[str, list[int]] = {}
    for id_, shared in db.execute(_DUE, [write_instant(now), limit]).fetchall():
        together.setdefault(shared, []).append(id_)
    return tuple(Due(shared=shared, ids=tuple(ids)) for shared, ids in together.items())


def set_next_due(db: Database, subscription_id: int, next_due_at: datetime | None) -> None:
    """When it falls due next, its window unchanged: for a chat that is back."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET next_due_at = ? WHERE id = ? AND ended_at IS NULL",
            [next_due_at and write_instant(next_due_at), subscription_id],
        )


def advance(db: Database, subscription_id: int, *, slot: datetime, next_due_at: datetime | None) -> None:
    """The slot is composed: the next window begins at it."""
    advance_all(db, [subscription_id], slot, next_due_at)


def advance_all(
    db: Database, subscription_ids: Collection[int], anchor_at: datetime | None, next_due_at: datetime | None
) -> None:
    """Their next windows begin at `anchor_at`, null: as before; their next slot comes at `next_due_at`."""
    with write(db):
        db.execute(
            "UPDATE subscriptions SET anchor_at = coalesce(?, anchor_at), next_due_at = ?"
            " WHERE id IN (SELECT value FROM json_each(?))",
            [
                anchor_at and write_instant(anchor_at),
                next_due_at and write_instant(next_due_at),
                json.dumps(list(subscription_ids)),
            ],
        )


def list_last_due(db: Database) -> tuple[Subscription, ...]:
    """Of all who share schedule, zone and quiet hours, one of those who fall due last."""
    rows = db.execute(f"""{_SELECT} WHERE u.next_due_at IS NOT NULL
        GROUP BY {_WHEN} HAVING u.next_due_at = max(u.next_due_at)""")
    return tuple(map(_read, rows.fetchall()))


def bring_forward(db: Database, like: Subscription, due_at: datetime) -> int:
    """Who shares schedule, zone and quiet hours with that one falls due no later than that; returns how many did."""
    with write(db):
        return db.execute(
            f"UPDATE subscriptions AS u SET next_due_at = :due WHERE next_due_at > :due AND ({_WHEN}) IS "  # noqa: S608
            f"(SELECT {_WHEN} FROM subscriptions u WHERE u.id = :like)",
            {"due": write_instant(due_at), "like": like.id},
        ).rowcount


def last_due_at(db: Database) -> datetime | None:
    """When the last of all falls due next."""
    row = db.execute("SELECT max(next_due_at) FROM subscriptions WHERE next_due_at IS NOT NULL").fetchone()
    return read_instant(row[0]) if row[0] else None


def list_untold_chats(db: Database, filter_ids: Iterable[int], until: datetime) -> tuple[int, ...]:
    """The subscribers who want these filters' stories at once and were not told up to `until` yet: of each filter a
    stretch of an index. `settle_alerts` takes them off the list."""
    rows = db.execute(
        "SELECT DISTINCT u.subscriber_id FROM json_each(:filters) f"  # noqa: S608
        " JOIN subscriptions u ON u.filter_id = f.value JOIN subscribers s ON s.id = u.subscriber_id"
        f" WHERE {_UNTOLD} ORDER BY 1",
        _untold_values(filter_ids, until),
    )
    return tuple(row[0] for row in rows.fetchall())


def list_untold(
    db: Database, filter_ids: Iterable[int], until: datetime, subscriber_ids: Iterable[int]
) -> tuple[Subscription, ...]:
    """What of these subscribers' is still untold, all of a chat's together."""
    # The plus keeps SQLite from going through all who share a filter.
    rows = db.execute(
        f"{_SELECT} WHERE u.subscriber_id IN (SELECT value FROM json_each(:chats)) AND {_UNTOLD}"  # noqa: S608
        " AND +u.filter_id IN (SELECT value FROM json_each(:filters)) ORDER BY u.subscriber_id, u.id",
        {**_untold_values(filter_ids, until), "chats": json.dumps(list(subscriber_ids))},
    )
    return tuple(map(_read, rows.fetchall()))


def _untold_values(filter_ids: Iterable[int], until: datetime) -> dict[str, object]:
    return {"filters": json.dumps(list(filter_ids)), "until": write_instant(until)}


def settle_alerts(
    db: Database, told: Iterable[int], held: Mapping[int, datetime], *, since: datetime, until: datetime
) -> None:
    """Those told know all up to `until`, before which nothing may arrive any more; those held get what arrived from
    `since` on in a digest of their own, then."""
    with write(db):
        record_told(db, until)
        db.conn.executemany(
            "UPDATE subscriptions SET anchor_at = max(anchor_at, ?) WHERE id = ?",
            [(write_instant(until), id_) for id_ in told],
        )
        db.conn.executemany(
            "UPDATE subscriptions SET anchor_at = max(anchor_at, ?), next_due_at = ? WHERE id = ?",
            [(write_instant(since), write_instant(due_at), id_) for id_, due_at in held.items()],
        )


def _columns(
    db: Database,
    alternatives: Alternatives,
    cut: Cut,
    schedule: Schedule,
    timezone: str,
    next_due_at: datetime | None,
    quiet: QuietHours | None,
    sends_empty: bool,
    most_entries: int,
    grouping: Grouping,
) -> dict[str, object]:
    """What a person decides about a subscription, as its row holds it."""
    return {
        "filter_id": save_filter(db, alternatives, cut).id,
        "cadence": schedule.cadence,
        "times": " ".join(map(_write_time, schedule.times)),
        "days": " ".join(map(str, schedule.days)),
        "timezone": timezone,
        "next_due_at": next_due_at and write_instant(next_due_at),
        "quiet_from": quiet and _write_time(quiet.since),
        "quiet_until": quiet and _write_time(quiet.until),
        "sends_empty": int(sends_empty),
        "most_entries": most_entries,
        "grouping": grouping,
    }


def _read(row: Sequence[Any]) -> Subscription:
    (id_, cadence, times, days, timezone, anchor_at, next_due_at, sends_empty, created_at) = row[:9]
    (quiet_from, quiet_until, most_entries, grouping, filter_id, wanted) = row[9:15]
    return Subscription(
        id=id_,
        subscriber=read_subscriber(row[15:]),
        filter=read_filter(filter_id, wanted),
        schedule=_read_schedule(cadence, times, days),
        timezone=timezone,
        anchor_at=read_instant(anchor_at) if anchor_at else None,
        next_due_at=read_instant(next_due_at) if next_due_at else None,
        sends_empty=bool(sends_empty),
        created_at=read_instant(created_at),
        quiet=QuietHours(since=time.fromisoformat(quiet_from), until=time.fromisoformat(quiet_until))
        if quiet_from
        else None,
        most_entries=most_entries,
        grouping=Grouping(grouping),
    )


@lru_cache(maxsize=_REMEMBERED)
def _read_schedule(cadence: str, times: str, days: str) -> Schedule:
    return Schedule(
        cadence=Cadence(cadence),
        times=tuple(map(time.fromisoformat, times.split())),
        days=tuple(map(int, days.split())),
    )


def _write_time(at: time) -> str:
    return at.strftime("%H:%M")
