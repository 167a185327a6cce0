"""What was sent of a story that somebody corrects says so, in place, once; what cannot be edited stays as it was."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import MovableClock
from bot.handlers.context import Context
from bot.ingest.correcting.rereading import correct_article, undo
from bot.ingest.pipeline import ingest_documents
from bot.jobs.editing import EDITED_FOR, compose_edits
from bot.sandbox import Message
from bot.sandbox.world import faults
from storage.chats.filters import save_filter
from storage.database import Database
from storage.models.chats import UNCUT, OutgoingMessage
from storage.models.corrections import Change, Correction, CountryChange, RelevanceChange, Standing
from storage.models.reading import Document
from tests.conftest import Golden
from tests.running import Chat

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
TALKS = """ date 2024-03-12 BAKU, Azerbaijan, March 12. Health Minister of Azerbaijan Teymur Musayev has received \
Péter Takács, State Secretary for Health of Hungary, Trend reports.

Musayev said the two countries could do more in oncology. A clinic in Kenya was named.
"""
OTHER = """ date 2024-03-11 ANKARA, March 11. Health Minister of Türkiye Fahrettin Koca has received Health Minister \
of Azerbaijan Teymur Musayev, Trend reports.

They spoke of vaccines.
"""
MORE = CountryChange(code="KE", standing=Standing.PARTY)
"""A flag more in the entry."""


def ingest(context: Context, *texts: str) -> list[int]:
    documents = [Document(text=text, origin="test") for text in texts]
    return [each.article_id for each in ingest_documents(context.db, documents, context.gazetteer, context.now).new]


def correct(context: Context, article_id: int, change: Change = MORE) -> Correction:
    corrected = correct_article(
        context.db, article_id, change, corrected_by="Aigul", gazetteer=context.gazetteer, now=context.now
    )
    assert isinstance(corrected, Correction)
    return corrected


async def pass_minutes(chat: Chat, clock: MovableClock, count: int = 2) -> None:
    for _ in range(count):
        clock.move(MINUTE)
        await chat.pass_minute()


async def get_digest(context: Context, chat: Chat, clock: MovableClock, *texts: str) -> tuple[list[int], Message]:
    """The articles, and the digest that told of them."""
    card = await chat.ask("/subscribe daily 08:00 Azerbaijan UTC")
    clock.move(DAY)
    await chat.pass_minute()
    first = await chat.next_message(card)
    articles = ingest(context, *texts)
    clock.move(DAY)
    await chat.pass_minute()
    return articles, await chat.next_message(first)


def shown(message: Message) -> tuple[OutgoingMessage, ...]:
    rows = tuple(tuple((b.text, b.callback_data) for b in row) for row in message.keyboard)
    return (OutgoingMessage(text=message.text, keyboard=rows),)


async def test_a_correction_edits_the_digest_that_was_sent_once_and_marks_it(
    context: Context, chat: Chat, clock: MovableClock, golden: Golden
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS, OTHER)
    correct(context, articles[0])
    await pass_minutes(chat, clock)
    edited = chat.now_showing(digest)
    golden("digest_corrected", shown(edited))
    assert edited.text.count("corrected") == 1
    assert edited.keyboard == digest.keyboard
    await pass_minutes(chat, clock, 3)
    assert len(chat.world.calls_of("editMessageText")) == 1
    clock.move(DAY)
    await chat.pass_minute()
    assert chat.world.bot_messages(digest.chat_id, after=digest.id) == []
    assert chat.refusals() == []


async def test_a_correction_edits_an_alert_and_its_end_takes_that_back(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    card = await chat.ask("/subscribe at once Azerbaijan UTC")
    await pass_minutes(chat, clock, 1)
    (article,) = ingest(context, TALKS)
    await pass_minutes(chat, clock)
    alert = await chat.next_message(card)
    correction = correct(context, article)
    await pass_minutes(chat, clock)
    edited = chat.now_showing(alert)
    assert ("corrected" in alert.text, "corrected" in edited.text) == (False, True)
    assert undo(context.db, correction, context.gazetteer, context.now)
    await pass_minutes(chat, clock)
    assert chat.now_showing(alert).text == alert.text
    assert chat.world.bot_messages(card.chat_id, after=alert.id) == []


async def test_two_corrections_at_once_are_one_edit_and_a_later_one_another(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    correct(context, articles[0])
    correct(context, articles[0], CountryChange(code="HU", standing=Standing.MENTIONED))
    await pass_minutes(chat, clock)
    first = chat.now_showing(digest)
    correct(context, articles[0], CountryChange(code="HU", standing=Standing.PARTY))
    await pass_minutes(chat, clock)
    assert len(chat.world.calls_of("editMessageText")) == 2
    assert len({digest.text, first.text, chat.now_showing(digest).text}) == 3


async def test_a_correction_that_the_message_does_not_show_edits_nothing(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    correct(context, articles[0], CountryChange(code="HU", standing=Standing.PARTY))
    await pass_minutes(chat, clock)
    assert chat.world.calls_of("editMessageText") == []
    assert chat.now_showing(digest) == digest


async def test_a_digest_of_a_subscription_that_was_changed_since_stays_as_it_was(
    context: Context, chat: Chat, clock: MovableClock, db: Database
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    db.execute("UPDATE subscriptions SET filter_id = ?", [save_filter(db, [("HU",)], UNCUT).id])
    correct(context, articles[0])
    await pass_minutes(chat, clock)
    assert chat.now_showing(digest) == digest


async def test_a_message_that_would_lose_an_entry_stays_as_it_was(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS, OTHER)
    correct(context, articles[0], RelevanceChange(is_relevant=False))
    await pass_minutes(chat, clock)
    assert chat.now_showing(digest) == digest


async def test_what_is_too_old_is_left_alone(context: Context, chat: Chat, clock: MovableClock) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    clock.move(EDITED_FOR + DAY)
    correct(context, articles[0])
    await pass_minutes(chat, clock)
    assert chat.now_showing(digest) == digest


async def test_what_is_only_on_its_way_is_edited_once_it_has_arrived(
    context: Context, chat: Chat, clock: MovableClock, db: Database
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    db.execute("UPDATE outbox SET state = 'pending' WHERE message_id = ?", [digest.id])
    correct(context, articles[0])
    assert compose_edits(db, context.now(), context.messages) == 0
    db.execute("UPDATE outbox SET state = 'sent' WHERE message_id = ?", [digest.id])
    assert compose_edits(db, context.now(), context.messages) == 1
    assert compose_edits(db, context.now(), context.messages) == 0


async def test_a_message_that_is_gone_harms_nothing(context: Context, chat: Chat, clock: MovableClock) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    chat.world.faults.script(
        "editMessageText", faults.Answer(status=400, description="Bad Request: message to edit not found")
    )
    correct(context, articles[0])
    await pass_minutes(chat, clock)
    card = await chat.ask("/help")
    assert card.text
    assert chat.now_showing(digest) == digest


async def test_of_a_digest_in_parts_only_that_is_edited_which_tells_of_it(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    months = [f"20{year}-{month:02}" for year in (22, 23) for month in range(1, 9)]
    texts = [TALKS.replace("2024-03", month).replace(", March 12", "").replace("oncology", month) for month in months]
    articles, first = await get_digest(context, chat, clock, *texts)
    await pass_minutes(chat, clock)
    before = chat.world.bot_messages(first.chat_id, after=first.id - 1)
    assert len(before) == 2
    correct(context, articles[0])
    await pass_minutes(chat, clock)
    assert [chat.now_showing(message) == message for message in before] == [True, False]
