"""Edits beside everything else: in blocks, after who died, undone meanwhile, of chats that moved, of what was right."""

from __future__ import annotations

import logging

import pytest

from bot.briefing.entries import compose_entry
from bot.clock import MovableClock
from bot.delivery.outcomes import Rejected
from bot.delivery.settling import Answered, settle
from bot.handlers.context import Context
from bot.ingest.correcting.rereading import undo
from bot.jobs.editing import compose_edits
from bot.render.digests import render_alert
from storage.chats.outbox import claim, enqueue, list_group, save_bodies
from storage.chats.subscribers import move_chat, record_subscriber
from storage.database import Database
from storage.models.chats import ChatKind, Delivery, OutgoingMessage, Subscriber
from storage.news.stories import find_story
from storage.news.upkeep.unshown import list_unshown, record_shown
from tests.jobs.test_editing import MINUTE, TALKS, correct, ingest, pass_minutes
from tests.running import Chat


def read_person(context: Context, chat_id: int) -> Subscriber:
    kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
    return record_subscriber(context.db, chat_id=chat_id, thread_id=0, kind=kind, language="en", now=context.now())


def send_alerts(context: Context, article_id: int, count: int) -> None:
    """So many chats got an alert of the article's story."""
    (story_id,) = context.db.execute("SELECT story_id FROM articles WHERE id = ?", [article_id]).fetchone()
    story = find_story(context.db, story_id)
    assert story is not None
    bodies = save_bodies(context.db, [render_alert(compose_entry(story, "en"), "en", context.messages)])
    for n in range(1, count + 1):
        reader, key = read_person(context, 10_000 + n), f"alert:{n}:{story_id}"
        enqueue(context.db, group_key=key, subscriber=reader, bodies=bodies, now=context.now())
    context.db.execute("UPDATE outbox SET state = 'sent', sent_at = created_at, message_id = id")


def wait_with_an_edit(context: Context, chat_id: int) -> tuple[Delivery, Delivery]:
    """A message of that chat that is to be edited, and one that is new."""
    for key, edits in (("edit:1:1", (5,)), ("alert:1:1", None)):
        bodies = save_bodies(context.db, [OutgoingMessage(text=key)])
        reader = read_person(context, chat_id)
        enqueue(context.db, group_key=key, subscriber=reader, bodies=bodies, edits=edits, now=context.now())
    return list_group(context.db, "edit:1:1")[0], list_group(context.db, "alert:1:1")[0]


def count_edits(db: Database) -> tuple[int, int]:
    """How many there are, and of how many messages."""
    row = db.execute("SELECT count(*), count(DISTINCT edits) FROM outbox WHERE edits IS NOT NULL").fetchone()
    return row[0], row[1]


def test_who_dies_between_two_blocks_of_edits_goes_on_with_the_rest(context: Context, clock: MovableClock) -> None:
    (article,) = ingest(context, TALKS)
    send_alerts(context, article, 450)
    clock.move(MINUTE)
    correct(context, article)

    def die() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        compose_edits(context.db, context.now(), context.messages, die)
    begun, _ = count_edits(context.db)
    assert 0 < begun < 450
    compose_edits(context.db, context.now(), context.messages)
    assert count_edits(context.db) == (450, 450)
    assert compose_edits(context.db, context.now(), context.messages) == 0


async def test_what_was_sent_after_the_correction_is_not_edited_by_it(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    card = await chat.ask("/subscribe at once Azerbaijan UTC")
    await pass_minutes(chat, clock, 1)
    (article,) = ingest(context, TALKS)
    correction = correct(context, article)
    await pass_minutes(chat, clock, 3)
    alert = await chat.next_message(card)
    assert "corrected" not in chat.now_showing(alert).text
    assert chat.world.calls_of("editMessageText") == []
    assert undo(context.db, correction, context.gazetteer, context.now)
    await pass_minutes(chat, clock)
    assert "corrected" in chat.now_showing(alert).text


def test_a_correction_that_is_undone_while_its_edits_are_composed_is_looked_at_again(context: Context) -> None:
    (article,) = ingest(context, TALKS)
    correction = correct(context, article)
    listed = list_unshown(context.db)
    assert undo(context.db, correction, context.gazetteer, context.now)
    record_shown(context.db, listed, context.now())
    assert [each.revision for each in list_unshown(context.db)] == [f"{correction.id}-undone"]


def test_an_edit_does_not_follow_a_group_that_moves(context: Context) -> None:
    edit, alert = wait_with_an_edit(context, -7)
    move_chat(context.db, -7, -1007)
    assert [each.chat_id for each in claim(context.db, context.now(), 9)] == [-1007]
    assert list_group(context.db, alert.dedupe_key.rpartition(":")[0])[0].state == "sending"
    assert list_group(context.db, edit.dedupe_key.rpartition(":")[0])[0].state == "dropped"


def test_a_message_that_somebody_deleted_is_no_error(context: Context, caplog: pytest.LogCaptureFixture) -> None:
    answered = [
        Answered(delivery=each, outcome=Rejected(reason="message to edit not found"))
        for each in wait_with_an_edit(context, 7)
    ]
    with caplog.at_level(logging.INFO):
        settle(context.db, answered, context.now(), resent=())
    levels = {record.message.partition(":1:1:1")[0]: record.levelname for record in caplog.records}
    assert levels == {"edit": "INFO", "alert": "ERROR"}
