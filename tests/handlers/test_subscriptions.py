"""Subscribing in chat, and the digest that comes of it: through the real application, over HTTP."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.clock import MovableClock
from bot.handlers import answer_text
from bot.handlers.context import Context, Request
from bot.jobs import tick
from bot.sandbox import AIGERIM, DENIZ, GROUP, Message, Sandbox
from bot.sandbox.world.faults import Reset, blocked, flood
from storage.chats.outbox import count_outbox
from storage.chats.subscribers import find_subscriber
from storage.chats.subscriptions import list_subscriptions
from storage.database import Database
from storage.models.chats import Cadence, Cut, DeliveryState, Grouping, Subscription
from tests.factories import NOON, make_country, make_person, make_reading, store_reading
from tests.running import Chat, running

pytestmark = pytest.mark.usefixtures("archive")

DAY = timedelta(days=1)


def followed(db: Database, chat_id: int = AIGERIM.id) -> tuple[Subscription, ...]:
    reader = find_subscriber(db, chat_id)
    return list_subscriptions(db, reader.id) if reader else ()


def arrive(db: Database, *parties: str, at: datetime, on: date | None = None) -> int:
    words = f"Delegations of {' and '.join(parties)} met on the day {at.isoformat()}."
    countries = [make_country(code) for code in parties]
    return store_reading(db, make_reading(words, countries=countries, published_on=on), now=at).story_id


async def last_after(chat: Chat, message: Message) -> Message:
    await chat.next_message(message)
    return chat.world.bot_messages(message.chat_id)[-1]


async def answer_by_buttons(chat: Chat, question: Message, *labels: str) -> Message:
    for label in labels:
        await chat.press(question, label)
        question = await chat.changed(question)
    return question


async def test_one_line_subscribes_and_tomorrow_the_digest_arrives(chat: Chat, clock: MovableClock) -> None:
    confirmed = await chat.ask("/subscribe daily 08:00 Kazakhstan Alnazarova Asia/Almaty")
    assert "Kazakhstan" in confirmed.text
    assert "Akmaral Alnazarova" in confirmed.text
    assert "daily at 08:00 (Asia/Almaty)" in confirmed.text
    assert "Wed 9 Apr 2025, 08:00" in confirmed.text
    clock.move(DAY)
    await chat.pass_minute()
    first = await chat.next_message(confirmed)
    assert "From the archive: the newest 5 stories" in first.text
    assert "11 Feb 2025" in first.text
    assert first.button("Evidence 1")

    arrive(chat.db, "KZ", at=clock())
    arrive(chat.db, "UZ", at=clock())
    clock.move(DAY)
    await chat.pass_minute()
    second = await chat.next_message(first)
    assert "1 story" in second.text
    clock.move(DAY)
    await chat.pass_minute()
    assert chat.world.bot_messages(AIGERIM.id, after=second.id) == []
    assert chat.refusals() == []


async def test_the_dialogue_asks_with_buttons_what_when_and_the_zone_once(chat: Chat, clock: MovableClock) -> None:
    question = await chat.ask("/subscribe")
    card = await answer_by_buttons(chat, question, "Everything", "Weekly", "Friday", "09:00", "Asia/Baku")
    assert "everything" in card.text
    assert "weekly, Friday at 09:00 (Asia/Baku)" in card.text
    assert "Fri 11 Apr 2025, 09:00" in card.text
    again = await chat.ask("/subscribe")
    card = await answer_by_buttons(chat, again, "Everything", "Daily", "08:00")
    assert "daily at 08:00 (Asia/Baku)" in card.text
    assert [each.schedule.cadence for each in followed(chat.db)] == [Cadence.WEEKLY, Cadence.DAILY]
    assert chat.refusals() == []


async def test_countries_and_ministers_are_picked_or_typed(chat: Chat) -> None:
    question = await chat.ask("/subscribe")
    question = await answer_by_buttons(chat, question, "Countries", "🇰🇿 Kazakhstan", "🇦🇿 Azerbaijan", "✓ 🇦🇿 Azerbaijan")
    question = await answer_by_buttons(chat, question, "Ministers", "🇦🇿 Teymur Musayev")
    asked_on = await chat.ask("Cuba")
    assert "Kazakhstan" in asked_on.text
    assert "Cuba" in asked_on.text
    await chat.ask("weekly")
    await chat.ask("on fridays")
    await chat.ask("7:30")
    card = await chat.ask("Алматы")
    assert "weekly, Friday at 07:30 (Asia/Almaty)" in card.text
    (subscription,) = followed(chat.db)
    keys = {key for keys in subscription.filter.alternatives for key in keys}
    assert {"KZ", "CU"} < keys
    assert "AZ" not in keys
    assert len(keys) == 3


async def test_an_open_dialogue_survives_a_restart(chat: Chat, context: Context, sandbox: Sandbox) -> None:
    question = await chat.ask("/subscribe")
    question = await answer_by_buttons(chat, question, "Everything")
    async with running(context, sandbox) as again:
        card = await again.ask("daily 7am")
        assert "Daily 07:00" in card.text


@pytest.mark.parametrize(
    ("words", "what", "when"),
    [
        ("weekly monday 09:00 Türkiye", "Türkiye", "weekly, Monday at 09:00 (UTC)"),
        ("8am Kazakhstan+Musayev", "🇰🇿 Kazakhstan + 🇦🇿 Teymur Musayev", "daily at 08:00 (UTC)"),
        ("Portal Miranda, South Korea every day at 20.30", "José Ángel Portal Miranda", "daily at 20:30 (UTC)"),
        ("everything daily 0:15", "everything", "daily at 00:15 (UTC)"),
    ],
)
async def test_a_line_is_read_in_many_forms(chat: Chat, words: str, what: str, when: str) -> None:
    card = await chat.ask(f"/subscribe {words}")
    assert what in card.text
    assert when in card.text
    assert "change it if it is not yours" in card.text


async def test_what_a_line_leaves_out_is_asked(chat: Chat) -> None:
    question = await chat.ask("/subscribe Kazakhstan")
    assert "How often?" in question.text
    card = await answer_by_buttons(chat, question, "Daily", "18:00")
    assert "daily at 18:00 (UTC)" in card.text


async def test_a_typo_gets_did_you_mean_and_namesakes_a_choice(chat: Chat) -> None:
    question = await chat.ask("/subscribe daily 08:00 kazakstan")
    assert "Did you mean" in question.text
    card = await answer_by_buttons(chat, question, "🇰🇿 Kazakhstan")
    assert "Subscribed" in card.text
    store_reading(chat.db, make_reading("Anvar Musaev spoke.", people=[make_person("Anvar Musaev", country="UZ")]))
    question = await chat.ask("/subscribe daily 09:00 Musaev")
    assert "Which one?" in question.text
    card = await answer_by_buttons(chat, question, "🇺🇿 Anvar Musaev")
    assert "Anvar Musaev" in card.text


async def test_an_unknown_name_can_be_written_anew_or_left_out(chat: Chat) -> None:
    question = await chat.ask("/subscribe daily 08:00 Xyzzyborough Cuba")
    assert "I do not know “Xyzzyborough”" in question.text
    card = await answer_by_buttons(chat, question, "Leave it out")
    assert "Follows: 🇨🇺 Cuba" in card.text
    await chat.ask("/subscribe daily 09:00 Xyzzyborough")
    card = await chat.ask("Uzbekistan")
    assert "Uzbekistan" in card.text
    assert "daily at 09:00" in card.text


async def test_each_part_of_a_subscription_can_be_changed(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan")
    await chat.press(card, "Change time zone")
    question = await chat.next_message(card)
    card = await answer_by_buttons(chat, question, "Asia/Almaty")
    assert "daily at 08:00 (Asia/Almaty)" in card.text
    await chat.press(card, "Change when")
    question = await chat.next_message(card)
    card = await answer_by_buttons(chat, question, "Weekly", "Monday", "20:00")
    assert "weekly, Monday at 20:00 (Asia/Almaty)" in card.text
    await chat.press(card, "Change what")
    await chat.next_message(card)
    card = await chat.ask("Cuba+Azerbaijan")
    assert "🇦🇿 Azerbaijan + 🇨🇺 Cuba" in card.text
    (subscription,) = followed(chat.db)
    assert subscription.timezone == "Asia/Almaty"
    assert subscription.schedule.days == (0,)


async def test_a_subscriber_who_moves_takes_all_their_digests_along(chat: Chat) -> None:
    await chat.ask("/subscribe daily 08:00 Kazakhstan Asia/Almaty")
    card = await chat.ask("/subscribe daily 09:00 Cuba")
    await chat.press(card, "Change time zone")
    await chat.next_message(card)
    await chat.ask("Geneva")
    assert {each.timezone for each in followed(chat.db)} == {"Europe/Zurich"}
    assert {each.next_due_at and each.next_due_at.hour for each in followed(chat.db)} == {6, 7}


async def test_subscriptions_are_listed_with_their_next_slots_and_ended(chat: Chat) -> None:
    assert "You follow nothing yet" in (await chat.ask("/subscriptions")).text
    assert "You follow nothing yet" in (await chat.ask("/unsubscribe")).text
    await chat.ask("/subscribe daily 08:00 Kazakhstan")
    await chat.ask("/subscribe weekly friday 09:00 Cuba")
    listed = await chat.ask("/subscriptions")
    assert "2 subscriptions" in listed.text
    assert "Wed 9 Apr 2025, 08:00; Thu 10 Apr 2025, 08:00; Fri 11 Apr 2025, 08:00" in listed.text
    choose = await chat.ask("/unsubscribe")
    (label,) = (each.text for each in choose.buttons if "Kazakhstan" in each.text)
    ended = await answer_by_buttons(chat, choose, label)
    assert "Ended: 🇰🇿 Kazakhstan" in ended.text
    ask = await chat.ask("/unsubscribe")
    kept = await answer_by_buttons(chat, ask, "Keep it")
    assert "Kept" in kept.text
    ended = await answer_by_buttons(chat, await chat.ask("/unsubscribe"), "End it")
    assert "Ended: 🇨🇺 Cuba" in ended.text
    assert followed(chat.db) == ()
    assert "has ended" in await chat.press(listed, "End 1")


async def test_all_can_be_ended_at_once(chat: Chat) -> None:
    for hour in (8, 9, 10):
        await chat.ask(f"/subscribe daily {hour}:00 Kazakhstan")
    assert "Ended 3 digests" in (await chat.ask("/unsubscribe all")).text
    assert followed(chat.db) == ()


async def test_the_same_wish_twice_is_one_subscription(chat: Chat) -> None:
    await chat.ask("/subscribe daily 08:00 Kazakhstan Cuba")
    assert "already" in (await chat.ask("/subscribe daily 8am Cuba, Kazakhstan")).text
    assert len(followed(chat.db)) == 1


async def test_an_edited_wish_changes_its_subscription(chat: Chat) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan")
    asked = next(each for each in chat.world.messages(AIGERIM.id) if each.text.startswith("/subscribe"))
    chat.world.edit(AIGERIM.id, asked.id, "/subscribe daily 09:00 Cuba")
    card = await chat.changed(card)
    assert "Changed" in card.text
    (subscription,) = followed(chat.db)
    assert subscription.filter.alternatives == (("CU",),)
    assert subscription.schedule.times[0].hour == 9


async def test_a_digest_can_be_had_now_and_the_schedule_stays(chat: Chat, clock: MovableClock) -> None:
    asked = await chat.ask("/digest")
    assert "You follow nothing yet" in asked.text
    await chat.ask("/subscribe daily 08:00 Cuba")
    before = followed(chat.db)
    digest = await chat.ask("/digest")
    assert "Digest: 🇨🇺 Cuba" in digest.text
    assert "Sent because you asked" in digest.text
    assert followed(chat.db) == before
    clock.move(DAY)
    await chat.pass_minute()
    assert "From the archive" in (await last_after(chat, digest)).text


def test_the_terminal_shows_a_digest_and_subscribes_nobody(archive: Context) -> None:
    asked = Request(chat_id=0, words="/digest", language="en")
    (digest,) = answer_text(archive, asked)
    assert "Digest: everything" in digest.text
    (refused,) = answer_text(archive, replace(asked, words="/subscribe daily 08:00 Cuba"))
    assert "in Telegram" in refused.text
    assert count_outbox(archive.db) == {}
    assert find_subscriber(archive.db, 0) is None


async def test_in_a_group_only_its_administrators_subscribe(chat: Chat, clock: MovableClock) -> None:
    chat.person_id = DENIZ.id
    refused = await chat.ask_in_group("/subscribe daily 08:00 Kazakhstan")
    assert "only its administrators" in refused.text
    chat.person_id = AIGERIM.id
    card = await chat.ask_in_group("/subscribe daily 08:00 Kazakhstan")
    assert "Subscribed" in card.text
    chat.person_id = DENIZ.id
    assert "only its administrators" in await chat.press(card, "End")
    clock.move(DAY)
    await chat.pass_minute()
    await asyncio.sleep(6)  # the answers before it count for the group's pace
    await chat.pass_minute()
    digest = await chat.next_message(card)
    assert digest.chat_id == GROUP.id
    assert "Digest: 🇰🇿 Kazakhstan" in digest.text


async def test_a_dialogue_is_its_own_persons(chat: Chat) -> None:
    question = await chat.ask_in_group("/subscribe")
    chat.world.press(DENIZ.id, question.id, question.button("Everything").callback_data, GROUP.id)
    await chat.world.wait_for(lambda: chat.world.calls_of("answerCallbackQuery"))
    assert chat.now_showing(question).text == question.text


async def test_a_cancelled_dialogue_lets_words_be_a_lookup_again(chat: Chat) -> None:
    question = await chat.ask("/subscribe Kazakhstan")
    assert "could not read “now and then”" in (await chat.ask("now and then")).text
    cancelled = await answer_by_buttons(chat, question, "Cancel")
    assert "Nothing was changed" in cancelled.text
    assert "stories" in (await chat.ask("Kazakhstan")).text


async def test_words_long_after_a_question_are_a_lookup(chat: Chat, clock: MovableClock) -> None:
    await chat.ask("/subscribe")
    clock.move(DAY)
    assert "stories" in (await chat.ask("Kazakhstan")).text


async def test_a_press_twice_asks_the_open_question_once(chat: Chat) -> None:
    question = await chat.ask("/subscribe")
    everything = question.button("Everything").callback_data
    for _ in range(2):
        chat.world.press(chat.person_id, question.id, everything)
    await chat.world.wait_for(lambda: len(chat.world.calls_of("answerCallbackQuery")) == 2)
    asked = await chat.changed(question)
    assert "How often?" in asked.text
    assert len(chat.world.bot_messages(chat.person_id)) == 1
    assert chat.refusals() == []


async def test_a_reader_who_blocked_the_bot_is_paused_and_comes_back_by_start(chat: Chat, clock: MovableClock) -> None:
    await chat.ask("/subscribe daily 08:00 Kazakhstan")
    chat.world.faults.script("sendMessage", blocked())
    clock.move(DAY)
    await chat.pass_minute()
    assert followed(chat.db)[0].next_due_at is None
    assert count_outbox(chat.db) == {DeliveryState.FAILED: 1}
    await chat.ask("/start")
    assert followed(chat.db)[0].next_due_at == NOON.replace(hour=8) + 2 * DAY
    story = arrive(chat.db, "KZ", at=clock())
    clock.move(DAY)
    await chat.pass_minute()
    digest = chat.world.bot_messages(AIGERIM.id)[-1]
    assert "1 story" in digest.text
    assert digest.button("Evidence").callback_data == f"e:{story}"


async def test_a_flood_delays_the_digest_and_loses_nothing(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan")
    chat.world.faults.script("sendMessage", flood(6))
    clock.move(DAY)
    await chat.pass_minute()
    assert chat.world.bot_messages(AIGERIM.id, after=card.id) == []
    clock.move(timedelta(minutes=1))  # Telegram counts by no clock of ours
    await chat.pass_minute()
    assert chat.world.bot_messages(AIGERIM.id, after=card.id) == []
    await asyncio.sleep(6)
    await chat.pass_minute()
    assert "From the archive" in (await chat.next_message(card)).text
    assert count_outbox(chat.db) == {DeliveryState.SENT: 1}


@pytest.mark.parametrize("is_accepted", [True, False])
async def test_a_lost_answer_makes_one_repeat_that_says_so(chat: Chat, clock: MovableClock, is_accepted: bool) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan")
    chat.world.faults.script("sendMessage", Reset(is_accepted=is_accepted))
    clock.move(DAY)
    await tick(chat.desk)
    await chat.world.wait_for(lambda: chat.db.execute("SELECT * FROM attempts").fetchall())
    clock.move(timedelta(minutes=1))
    await chat.pass_minute()
    digests = chat.world.bot_messages(AIGERIM.id, after=card.id)
    assert len(digests) == 1 + is_accepted
    assert digests[-1].text.startswith("Possibly a repeat")
    assert count_outbox(chat.db) == {DeliveryState.SENT: 1}


async def test_html_that_telegram_cannot_read_arrives_as_plain_text(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan")
    chat.db.execute(
        "CREATE TRIGGER spoil AFTER INSERT ON bodies BEGIN"
        " UPDATE bodies SET text = '<b>Digest &amp; <nonsense>more' WHERE id = new.id; END"
    )
    clock.move(DAY)
    await chat.pass_minute()
    digest = await chat.next_message(card)
    assert digest.text == "Digest & more"
    assert count_outbox(chat.db) == {DeliveryState.SENT: 1}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("at once Kazakhstan", ("at once, as each story arrives", "as soon as something new arrives")),
        ("daily 08:00 18:00 Cuba", ("daily at 08:00 and 18:00", "Tue 8 Apr 2025, 18:00; Wed 9 Apr 2025, 08:00")),
        ("mon wed fri 09:00 Cuba", ("Monday, Wednesday, and Friday at 09:00", "Fri 11 Apr 2025, 09:00; Mon 14 Apr")),
        ("по будням 9:00 Куба", ("Monday to Friday at 09:00",)),
        ("monthly last 9:00 Cuba", ("the last day at 09:00", "Wed 30 Apr 2025, 09:00; Sat 31 May 2025, 09:00")),
        ("daily 8:00 Cuba topic:vaccines lang:tr -futbol max 5", ("medicines and vaccines", "Turkish", "At most 5")),
        ("daily 6:00 Cuba quiet 22:00-07:00", ("22:00–07:00", "comes at their end, 07:00", "Wed 9 Apr 2025, 07:00")),
        ("daily 8:00 Cuba topic:football every 2 weeks", ("left out: topic:football, 2 weeks", "Topics are")),
    ],
)
async def test_a_line_repeats_what_was_understood_with_the_next_three_slots(
    chat: Chat, words: str, told: tuple[str, ...]
) -> None:
    card = await chat.ask(f"/subscribe {words} UTC")
    assert "Subscribed" in card.text
    assert [part for part in told if part not in card.text] == []
    for label in ("Change what", "Change when", "Change time zone", "Quiet hours", "Length, groups", "End"):
        assert card.button(label)
    assert chat.refusals() == []


async def test_rarer_cadences_are_behind_more(chat: Chat) -> None:
    question = await chat.ask("/subscribe")
    card = await answer_by_buttons(
        chat, question, "Everything", "More…", "Chosen weekdays", "Monday", "Thursday", "✓ Monday", "Friday", "Done",
        "08:00", "Asia/Baku"
    )  # fmt: skip
    assert "Thursday and Friday at 08:00 (Asia/Baku)" in card.text
    question = await chat.ask("/subscribe")
    card = await answer_by_buttons(chat, question, "Everything", "More…", "Monthly", "Last day", "08:00")
    assert "monthly, on the last day at 08:00" in card.text
    question = await chat.ask("/subscribe")
    card = await answer_by_buttons(chat, question, "Everything", "More…", "Monday to Friday")
    card = await chat.ask("8:00 18:00")
    assert "Monday to Friday at 08:00 and 18:00" in card.text
    question = await chat.ask("/subscribe")
    card = await answer_by_buttons(chat, question, "Everything", "At once")
    assert "at once, as each story arrives (Asia/Baku)" in card.text


async def test_quiet_hours_and_length_are_changed_by_buttons_or_words(chat: Chat) -> None:
    card = await chat.ask("/subscribe at once Kazakhstan UTC")
    await chat.press(card, "Quiet hours")
    card = await answer_by_buttons(chat, await chat.next_message(card), "22:00–07:00")
    assert "Quiet hours: 22:00–07:00; what arrives then comes together at 07:00" in card.text
    await chat.press(card, "Quiet hours")
    await chat.next_message(card)
    card = await chat.ask("21:30-06:00")
    assert "Quiet hours: 21:30–06:00" in card.text
    await chat.press(card, "Quiet hours")
    card = await answer_by_buttons(chat, await chat.next_message(card), "No quiet hours")
    assert "Quiet hours:" not in card.text
    await chat.press(card, "Length, groups")
    card = await answer_by_buttons(chat, await chat.next_message(card), "10")
    assert "At most 10 stories a digest" in card.text
    await chat.press(card, "Length, groups")
    card = await answer_by_buttons(chat, await chat.next_message(card), "Even if nothing is new")
    assert "Comes even if nothing is new" in card.text
    await chat.press(card, "Length, groups")
    card = await answer_by_buttons(chat, await chat.next_message(card), "Group by official")
    assert "Grouped by official" in card.text
    (subscription,) = followed(chat.db)
    assert (subscription.quiet, subscription.most_entries, subscription.sends_empty) == (None, 10, True)
    assert subscription.grouping is Grouping.OFFICIAL


async def test_groups_are_asked_for_in_the_line_and_survive_a_change_of_something_else(chat: Chat) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan UTC by country")
    assert "Grouped by country" in card.text
    await chat.press(card, "Length, groups")
    card = await answer_by_buttons(chat, await chat.next_message(card), "5")
    assert "Grouped by country" in card.text


async def test_what_of_an_answer_is_not_understood_is_told_with_the_next_question(chat: Chat) -> None:
    await chat.ask("/subscribe")
    question = await chat.ask("Cuba topic:football")
    assert "left out: topic:football" in question.text
    assert "How often?" in question.text
    question = await answer_by_buttons(chat, question, "Daily")
    assert "left out" not in question.text


async def test_the_same_wish_with_other_quiet_hours_changes_the_one_there_is(chat: Chat) -> None:
    await chat.ask("/subscribe daily 08:00 Cuba UTC")
    card = await chat.ask("/subscribe daily 08:00 Cuba UTC max 5")
    assert "Changed" in card.text
    assert [each.most_entries for each in followed(chat.db)] == [5]


async def test_an_edited_line_takes_back_what_it_no_longer_says(chat: Chat) -> None:
    card = await chat.ask("/subscribe daily 08:00 Cuba topic:research quiet 22-7 max 5 even if empty")
    asked = next(each for each in chat.world.messages(AIGERIM.id) if each.text.startswith("/subscribe"))
    chat.world.edit(AIGERIM.id, asked.id, "/subscribe at once Cuba")
    await chat.changed(card)
    (subscription,) = followed(chat.db)
    assert subscription.schedule.cadence is Cadence.AT_ONCE
    assert (subscription.quiet, subscription.most_entries, subscription.sends_empty) == (None, 50, False)
    assert subscription.filter.cut == Cut()


async def test_the_button_under_a_digest_finds_the_subscription_of_the_chat_it_is_pressed_in(chat: Chat) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan UTC")
    (mine,) = followed(chat.db)
    await chat.forge(card, f"s:f:{mine.filter.id}")
    shown = await chat.next_message(card)
    assert "Your subscription" in shown.text
    assert shown.button("Change what").callback_data == f"s:c:{mine.id}:what"
    chat.person_id = DENIZ.id
    other = await chat.ask("/latest")
    assert "has ended" in await chat.forge(other, f"s:f:{mine.filter.id}")


async def test_an_alert_tells_why_it_came_to_this_chat(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe at once Kazakhstan Cuba UTC")
    story = arrive(chat.db, "CU", at=clock())
    assert await chat.forge(card, f"s:w:{story}") == "You follow here: 🇨🇺 Cuba, 🇰🇿 Kazakhstan: 🇨🇺 Cuba"
    assert "Nothing this chat follows now" in await chat.forge(card, "s:w:99999")


async def test_digests_that_become_alerts_lose_nothing_on_the_way(chat: Chat, clock: MovableClock) -> None:
    card = await chat.ask("/subscribe daily 08:00 Kazakhstan UTC")
    clock.move(DAY)
    await chat.pass_minute()
    arrive(chat.db, "KZ", at=clock())
    clock.move(timedelta(hours=1))
    digest = await chat.next_message(card)
    await chat.press(card, "Change when")
    await answer_by_buttons(chat, await chat.next_message(digest), "At once")
    (subscription,) = followed(chat.db)
    assert subscription.next_due_at is not None
    assert clock() - subscription.next_due_at < timedelta(minutes=1)
    assert subscription.anchor_at == NOON.replace(hour=8) + DAY


async def test_a_topic_of_a_forum_a_group_and_a_private_chat_are_subscribers_each(chat: Chat, context: Context) -> None:
    await chat.ask("/subscribe at once Cuba UTC")
    await chat.ask_in_group("/subscribe at once Cuba UTC")
    request = Request(chat_id=GROUP.id, thread_id=5, words="/subscribe at once Cuba UTC", language="en", update_id=9**9)
    (card,) = answer_text(context, request)
    assert "Subscribed" in card.text
    rows = chat.db.execute("SELECT chat_id, thread_id FROM subscribers ORDER BY id").fetchall()
    assert rows == [(AIGERIM.id, 0), (GROUP.id, 0), (GROUP.id, 5)]
    assert chat.db.execute("SELECT count(DISTINCT filter_id), count(*) FROM subscriptions").fetchone() == (1, 3)
