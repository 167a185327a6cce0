"""What became of many who were due, in one write: claimed, enqueued, gone on."""

from __future__ import annotations

from datetime import timedelta

from storage.chats.digests import record_digest, settle_due
from storage.chats.outbox import save_bodies
from storage.chats.subscriptions import advance, find_subscription
from storage.database import Database
from storage.models.chats import OutgoingMessage
from storage.models.due import SettledDue
from tests.storage.chats.test_subscriptions import NOON, follow, make_reader

DAY = timedelta(days=1)


def settled(*ids: int, bodies: tuple[int, ...] = (), story_ids: tuple[int, ...] = ()) -> SettledDue:
    return SettledDue(ids=ids, slot=NOON, anchor_at=NOON, next_due_at=NOON + DAY, story_ids=story_ids, bodies=bodies)


def list_waiting(db: Database, chat_id: int) -> list[tuple[str, str]]:
    """The keys and texts of what leaves for a chat, in that order."""
    sql = "SELECT dedupe_key, text FROM outbox o JOIN bodies b ON b.id = body_id WHERE chat_id = ? ORDER BY o.id"
    return [(key, text) for key, text in db.execute(sql, [chat_id]).fetchall()]


def test_each_digest_of_a_chat_leaves_whole_and_in_order_before_its_next(db: Database) -> None:
    first, same, other, second = (follow(db, make_reader(db, chat_id)) for chat_id in (7, 7, 8, 7))
    *long, short = save_bodies(db, [OutgoingMessage(text=text) for text in ("a", "b", "c")])
    settle_due(db, [settled(first, same, other, bodies=tuple(long)), settled(second, bodies=(short,))], NOON)
    wanted = [(first, 1, "a"), (first, 2, "b"), (same, 1, "a"), (same, 2, "b"), (second, 1, "c")]
    assert list_waiting(db, 7) == [(f"digest:{id_}:20260504T120000Z:{part}", text) for id_, part, text in wanted]
    assert [text for _, text in list_waiting(db, 8)] == ["a", "b"]


def test_a_digest_is_recorded_with_its_window_and_stories_though_nothing_is_sent(db: Database) -> None:
    told, quiet = (follow(db, make_reader(db, chat_id)) for chat_id in (7, 8))
    advance(db, quiet, slot=NOON - DAY, next_due_at=NOON)
    settle_due(db, [settled(told, story_ids=(3, 1)), settled(quiet)], NOON)
    sql = "SELECT subscription_id, slot_at, since_at, story_ids FROM digests ORDER BY subscription_id"
    noon, before = (f"2026-05-0{day}T12:00:00.000000+00:00" for day in (4, 3))
    assert db.execute(sql).fetchall() == [(told, noon, None, "[3, 1]"), (quiet, noon, before, "[]")]
    assert list_waiting(db, 7) == list_waiting(db, 8) == []


def test_whose_slot_was_composed_already_gets_nothing_and_keeps_its_window(db: Database) -> None:
    had, fresh = (follow(db, make_reader(db, chat_id)) for chat_id in (7, 8))
    for id_ in (had, fresh):
        advance(db, id_, slot=NOON - DAY, next_due_at=NOON)
    record_digest(db, subscription_id=had, slot=NOON, since=NOON - DAY, story_ids=(), now=NOON)
    settle_due(db, [settled(had, fresh, bodies=save_bodies(db, [OutgoingMessage(text="a")]))], NOON)
    assert (len(list_waiting(db, 7)), len(list_waiting(db, 8))) == (0, 1)
    for id_, anchor_at in ((had, NOON - DAY), (fresh, NOON)):
        found = find_subscription(db, id_)
        assert found
        assert (found.anchor_at, found.next_due_at) == (anchor_at, NOON + DAY)


def test_who_has_no_slot_only_goes_on(db: Database) -> None:
    id_ = follow(db, make_reader(db))
    settle_due(db, [SettledDue(ids=(id_,), slot=None, anchor_at=NOON, next_due_at=None)], NOON)
    found = find_subscription(db, id_)
    assert found
    assert (found.anchor_at, found.next_due_at) == (NOON, None)
    assert db.execute("SELECT count(*) FROM digests").fetchone()[0] == 0
