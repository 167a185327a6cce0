"""Who is answered, and where: edits change their answer, groups are left in peace, wordless messages get a hint."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.sandbox import GROUP, AttachmentKind
from tests.running import Chat

pytestmark = pytest.mark.usefixtures("archive")


async def test_an_edited_question_edits_its_answer(chat: Chat) -> None:
    asked = chat.world.write(chat.person_id, "/country Kuba")
    answer = (await chat.world.wait_for(lambda: chat.world.bot_messages(chat.person_id)))[0]
    chat.world.edit(chat.person_id, asked.id, "/country Kazakhstan")
    changed = await chat.changed(answer)
    assert "Kazakhstan · 8 stories" in changed.text
    assert len(chat.world.bot_messages(chat.person_id)) == 1


async def test_an_edit_that_asks_the_same_changes_nothing_and_is_no_error(chat: Chat) -> None:
    asked = chat.world.write(chat.person_id, "/country Cuba")
    answer = (await chat.world.wait_for(lambda: chat.world.bot_messages(chat.person_id)))[0]
    chat.world.edit(chat.person_id, asked.id, "/country  Cuba")
    later = await chat.ask("/help")
    assert not chat.world.calls_of("editMessageText")
    assert "What you can ask" in later.text
    assert chat.now_showing(answer) == answer
    assert [message.id for message in chat.world.bot_messages(chat.person_id)] == [answer.id, later.id]


async def test_an_edit_whose_answer_is_gone_is_answered_anew(chat: Chat) -> None:
    asked = chat.world.write(chat.person_id, "/country Cuba")
    answer = (await chat.world.wait_for(lambda: chat.world.bot_messages(chat.person_id)))[0]
    chat.world.remove(chat.person_id, answer.id)
    chat.world.edit(chat.person_id, asked.id, "/country Kazakhstan")
    assert "Kazakhstan" in (await chat.next_message(answer)).text


async def test_an_edit_nobody_remembers_is_answered_anew(chat: Chat) -> None:
    asked = chat.world.write(chat.person_id, "/country Cuba")
    answer = (await chat.world.wait_for(lambda: chat.world.bot_messages(chat.person_id)))[0]
    last = await chat.ask("/help")
    chat.db.execute("DELETE FROM answers")
    chat.world.edit(chat.person_id, asked.id, "/country Kazakhstan")
    assert "Kazakhstan" in (await chat.next_message(last)).text
    assert chat.now_showing(answer) == answer


@pytest.mark.parametrize("attachment", list(AttachmentKind))
async def test_a_wordless_message_gets_a_short_hint(chat: Chat, attachment: AttachmentKind) -> None:
    chat.world.send(chat.person_id, attachment)
    (hint,) = await chat.world.wait_for(lambda: chat.world.bot_messages(chat.person_id))
    assert "words" in hint.text
    assert len(hint.text) < 120


async def test_in_a_group_a_command_is_answered_as_a_reply(chat: Chat) -> None:
    answer = await chat.ask_in_group("/country@readout_sandbox_bot Cuba")
    assert "Cuba" in answer.text
    assert answer.reply_to is not None


async def test_in_a_group_a_reply_to_us_is_answered(chat: Chat) -> None:
    answer = await chat.ask_in_group("/country Cuba")
    assert "Kazakhstan" in (await chat.ask_in_group("Kazakhstan", reply_to=answer.id)).text


async def test_in_a_group_nothing_else_is_answered(chat: Chat) -> None:
    chat.world.is_private = False  # so that the bot hears everything said
    chat.world.write(chat.person_id, "Kazakhstan", GROUP.id)
    chat.world.write(chat.person_id, "/country@another_bot Cuba", GROUP.id)
    chat.world.write(chat.person_id, "/weather", GROUP.id)
    chat.world.send(chat.person_id, AttachmentKind.STICKER, GROUP.id)
    last = await chat.ask_in_group("/help")
    assert "What you can ask" in last.text
    assert chat.world.bot_messages(GROUP.id) == [last]


async def test_an_expired_list_offers_to_ask_again(chat: Chat, clock: MovableClock) -> None:
    page = await chat.ask("/country Kazakhstan")
    clock.move(timedelta(days=91))
    toast = await chat.press(page, "Older ▶")
    assert "expired" in toast
    offer = await chat.next_message(page)
    assert [button.text for button in offer.buttons] == ["🇰🇿 Kazakhstan"]
    await chat.press(offer, "🇰🇿 Kazakhstan")
    assert "Kazakhstan · 8 stories" in (await chat.next_message(offer)).text


@pytest.mark.parametrize(
    "question", ["/minister Musayev", "/latest", "/search vaccine plan", "/date 2025", "/between KZ AZ"]
)
async def test_every_kind_of_expired_list_can_be_asked_again(chat: Chat, clock: MovableClock, question: str) -> None:
    page = await chat.ask(question)
    clock.move(timedelta(days=91))
    await chat.press(page, "Older ▶")
    offer = await chat.next_message(page)
    await chat.press(offer, offer.buttons[0].text)
    again = await chat.next_message(offer)
    assert again.text.split("\n\n")[:6] == page.text.split("\n\n")[:6]


async def test_a_button_pressed_twice_is_answered_twice_and_refused_never(chat: Chat) -> None:
    page = await chat.ask("/country Kazakhstan")
    older = page.button("Older ▶").callback_data
    chat.world.press(chat.person_id, page.id, older)
    await chat.press_raw(page, older)
    await chat.world.wait_for(lambda: len(chat.world.calls_of("answerCallbackQuery")) == 2)
    assert chat.refusals() == []
