"""A page that says something else now edits what was sent; what it adds is news and comes with the next digest."""

from __future__ import annotations

from bot.clock import MovableClock
from bot.handlers.context import Context
from bot.ingest.correcting.rereading import record_version
from storage.models.reading import Document
from storage.news.upkeep.unshown import list_unshown
from tests.jobs.test_editing import DAY, MINUTE, OTHER, TALKS, get_digest, ingest, pass_minutes
from tests.running import Chat

REWORDED = TALKS.replace("has received", "on Tuesday received")
WITH_MORE = TALKS.replace(
    "could do more in oncology.",
    "could do more in oncology. Health Minister of Türkiye Fahrettin Koca also met Péter Takács there.",
)


def revise(context: Context, article_id: int, text: str) -> None:
    record_version(context.db, article_id, Document(text=text, origin="test"), context.gazetteer, context.now)


async def test_a_reworded_article_edits_the_digest_once_and_comes_in_no_other(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS, OTHER)
    clock.move(MINUTE)
    revise(context, articles[0], REWORDED)
    await pass_minutes(chat, clock, 3)
    shown = chat.now_showing(digest).text
    assert "on Tuesday received" in shown
    assert shown.count("corrected") == 1
    assert len(chat.world.calls_of("editMessageText")) == 1
    sent = len(chat.world.calls_of("sendMessage"))
    clock.move(DAY)
    await pass_minutes(chat, clock)
    assert len(chat.world.calls_of("sendMessage")) == sent
    assert len(chat.world.calls_of("editMessageText")) == 1


async def test_what_a_version_adds_is_told_once_in_the_next_digest_and_edits_nothing(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, digest = await get_digest(context, chat, clock, TALKS)
    clock.move(MINUTE)
    revise(context, articles[0], WITH_MORE)
    await pass_minutes(chat, clock, 3)
    assert chat.world.calls_of("editMessageText") == []
    clock.move(DAY)
    await chat.pass_minute()
    update = await chat.next_message(digest)
    assert "Takács" in update.text
    assert "update" in update.text
    clock.move(DAY)
    await pass_minutes(chat, clock)
    assert chat.world.calls_of("editMessageText") == []


async def test_a_version_that_says_the_same_in_what_is_shown_edits_nothing(
    context: Context, chat: Chat, clock: MovableClock
) -> None:
    articles, _ = await get_digest(context, chat, clock, TALKS)
    clock.move(MINUTE)
    revise(context, articles[0], TALKS + "\nThey spoke for an hour.\n")
    await pass_minutes(chat, clock, 3)
    assert chat.world.calls_of("editMessageText") == []


def test_a_version_read_again_by_the_same_words_is_no_revision(context: Context) -> None:
    (article,) = ingest(context, TALKS)
    revise(context, article, TALKS)
    assert list_unshown(context.db) == ()
    revise(context, article, REWORDED)
    assert len(list_unshown(context.db)) == 1
