from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.errors import SandboxError
from bot.sandbox import AIGERIM, BOT, DENIZ, GROUP, LEYLA, AttachmentKind, World
from bot.sandbox.rules.keyboards import Button
from bot.sandbox.world.model import IDS_A_RUN, Access, Message, UpdateKind
from bot.sandbox.world.updates import KEPT_UPDATES, UpdateQueue


@pytest.fixture
def world(clock: MovableClock) -> World:
    return World(clock=clock)


def said(world: World, text: str = "x", chat_id: int = AIGERIM.id, **rest: object) -> Message:
    message = Message(
        id=world.chats.next_message_id(chat_id),
        chat_id=chat_id,
        sender=BOT,
        sent_at=world.clock(),
        text=text,
        keyboard=((Button(text="More", callback_data="m"),),),
    )
    return world.show(message)


def kinds(world: World) -> list[UpdateKind]:
    return [update.kind for update in world.updates.take(0, 100)]


def test_what_somebody_writes_is_shown_and_becomes_an_update(world: World) -> None:
    message = world.write(AIGERIM.id, " /country Cuba ")
    assert world.messages(AIGERIM.id) == [message]
    assert (message.text, message.entities[0].kind) == ("/country Cuba", "bot_command")
    assert kinds(world) == [UpdateKind.MESSAGE]


def test_an_edit_replaces_the_message_and_becomes_an_update(world: World) -> None:
    message = world.write(AIGERIM.id, "Cubaa")
    edited = world.edit(AIGERIM.id, message.id, "Cuba")
    assert world.messages(AIGERIM.id) == [edited]
    assert edited.edited_at is not None
    assert kinds(world) == [UpdateKind.MESSAGE, UpdateKind.EDITED_MESSAGE]


@pytest.mark.parametrize("kind", list(AttachmentKind))
def test_stickers_photos_and_voice_reach_the_bot(world: World, kind: AttachmentKind) -> None:
    assert world.send(AIGERIM.id, kind).attachment is kind
    assert kinds(world) == [UpdateKind.MESSAGE]


def test_messages_carry_the_demos_time(world: World, clock: MovableClock) -> None:
    first = world.write(AIGERIM.id, "today")
    clock.move(timedelta(days=1))
    assert world.write(AIGERIM.id, "tomorrow").sent_at - first.sent_at >= timedelta(days=1)


def test_a_later_run_uses_no_id_of_an_earlier_one_and_knows_who_was_talking(clock: MovableClock) -> None:
    last = 0
    for run in (1, 2, 3):
        world = World(clock=clock)
        world.resume(run, {AIGERIM.id, DENIZ.id, 404}, {DENIZ.id})
        access = {person.id: world.chats.get_chat(person.id).access for person in (AIGERIM, DENIZ, LEYLA)}
        assert access == {AIGERIM.id: Access.OPEN, DENIZ.id: Access.BLOCKED, LEYLA.id: Access.NEVER_STARTED}
        assert world.write(AIGERIM.id, "x").id == (run - 1) * IDS_A_RUN + 1
        (update,) = world.updates.take(0, 100)
        assert update.id > last
        last = update.id
        world.reset()
        assert not world.chats.resumed_ids
        assert world.write(AIGERIM.id, "x").id == (run - 1) * IDS_A_RUN + 2


def test_message_ids_count_per_chat(world: World) -> None:
    assert world.write(AIGERIM.id, "x").id == world.write(DENIZ.id, "x").id == 1


def test_a_button_is_pressed_by_what_it_carries(world: World) -> None:
    message = said(world)
    press = world.press(AIGERIM.id, message.id, message.button("More").callback_data)
    assert kinds(world) == [UpdateKind.CALLBACK_QUERY]
    assert world.answer(press.id, "", is_alert=False)
    assert not world.answer(press.id, "", is_alert=False)


def test_a_button_that_is_not_there_cannot_be_pressed(world: World) -> None:
    message = said(world)
    with pytest.raises(SandboxError):
        world.press(AIGERIM.id, message.id, "other")
    with pytest.raises(LookupError, match="More"):
        message.button("Less")


def test_in_a_group_the_bot_sees_commands_mentions_and_replies_only(world: World) -> None:
    spoken = said(world, chat_id=GROUP.id)
    for text in ("good morning", "/help@another_bot", "1/2", "me@x.example"):
        world.write(DENIZ.id, text, GROUP.id)
    assert kinds(world) == []
    for text in ("/help", f"/help@{BOT.username}", f"Ask @{BOT.username} now"):
        world.write(DENIZ.id, text, GROUP.id)
    world.write(DENIZ.id, "and Cuba?", GROUP.id, reply_to=spoken.id)
    assert kinds(world) == [UpdateKind.MESSAGE] * 4


def test_without_privacy_mode_the_bot_sees_all(clock: MovableClock) -> None:
    world = World(clock=clock, is_private=False)
    world.write(DENIZ.id, "good morning", GROUP.id)
    assert kinds(world) == [UpdateKind.MESSAGE]


def test_blocking_and_leaving_are_told_once(world: World) -> None:
    world.write(AIGERIM.id, "x")
    for act in (world.block, world.block, world.unblock):
        act(AIGERIM.id)
    world.kick(GROUP.id, DENIZ.id)
    assert kinds(world) == [UpdateKind.MESSAGE] + [UpdateKind.MY_CHAT_MEMBER] * 3


def test_what_cannot_be_done_is_an_error(world: World) -> None:
    message = world.write(AIGERIM.id, "x")
    acts: list[Callable[[], object]] = [
        lambda: world.write(1, "x"),
        lambda: world.write(AIGERIM.id, "  "),
        lambda: world.write(AIGERIM.id, "x" * 4097),
        lambda: world.write(AIGERIM.id, "x", DENIZ.id),
        lambda: world.write(AIGERIM.id, "x", reply_to=99),
        lambda: world.edit(DENIZ.id, message.id, "y", AIGERIM.id),
        lambda: world.write(AIGERIM.id, "x", 5),
    ]
    for act in acts:
        with pytest.raises(SandboxError):
            act()


def test_a_reset_forgets_all_but_goes_on_counting(world: World) -> None:
    before = world.write(AIGERIM.id, "x")
    update_id = world.updates.take(0, 1)[0].id
    world.reset()
    assert world.messages(AIGERIM.id) == []
    assert kinds(world) == []
    assert world.write(AIGERIM.id, "y").id > before.id
    assert world.updates.take(0, 1)[0].id > update_id


async def test_a_test_may_wait_for_what_comes(world: World) -> None:
    async def speak() -> None:
        await world.wait_for(lambda: world.messages(AIGERIM.id))
        said(world, "an answer")

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(speak())
        answer = tasks.create_task(world.ask(AIGERIM.id, "a question"))
    assert answer.result().text == "an answer"


async def test_waiting_for_nothing_ends(world: World) -> None:
    with pytest.raises(TimeoutError):
        await world.wait_for(lambda: False, timeout_seconds=0.01)


def test_updates_are_handed_out_until_confirmed(world: World) -> None:
    for text in "abc":
        world.write(AIGERIM.id, text)
    first, second, third = (update.id for update in world.updates.take(0, 100))
    assert [u.id for u in world.updates.take(0, 2)] == [first, second]
    assert [u.id for u in world.updates.take(second, 100)] == [second, third]
    assert [u.id for u in world.updates.take(0, 100)] == [second, third]
    assert [u.id for u in world.updates.take(-1, 100)] == [third]
    assert world.updates.take(third + 1, 100) == []


def test_unconfirmed_updates_do_not_grow_for_ever(world: World) -> None:
    queue = UpdateQueue()
    message = world.write(AIGERIM.id, "x")
    for _ in range(KEPT_UPDATES + 5):
        queue.add(UpdateKind.MESSAGE, message)
    assert len(queue) == KEPT_UPDATES
