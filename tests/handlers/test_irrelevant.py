"""What is no health diplomacy: kept, found by its words and marked, in no list, digest or alert."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.clock import MovableClock
from bot.handlers import answer_text
from bot.handlers.context import Context, Request
from bot.ingest.correcting.rereading import correct_article
from bot.ingest.pipeline import ingest_documents
from bot.render.html import plain
from storage.database import Database
from storage.models.corrections import Correction, RelevanceChange
from storage.models.reading import Document
from storage.news.officials import load_officials
from storage.news.stories import list_stories_near
from tests.factories import make_seeds
from tests.running import Chat

HOSPITAL = """ date 2025-04-08 Hospital opened in the south

Health Minister Akmaral Alnazarova opened a hospital in Shymkent. It has two hundred beds, the ministry of Kazakhstan
says; a tramway will lead there.
"""
MARK = "not health diplomacy"


@pytest.fixture
def kept(context: Context) -> int:
    """The article that was stored."""
    load_officials(context.db, make_seeds(), context.now())
    return ingest(context, HOSPITAL)


def ingest(context: Context, text: str) -> int:
    report = ingest_documents(context.db, [Document(text=text, origin="test")], context.gazetteer, context.now)
    (article,) = report.new
    return article.article_id


def say(context: Context, words: str) -> str:
    answer = answer_text(context, Request(chat_id=1, words=words, language="en"))
    return plain("\n".join(message.text for message in answer))


def test_a_search_finds_it_and_says_what_it_is(context: Context, kept: int) -> None:
    shown = say(context, "/search tramway Shymkent")
    assert (MARK in shown, "8 Apr 2025" in shown) == (True, True)


@pytest.mark.parametrize(
    "words", ["/latest", "/country Kazakhstan", "/minister Alnazarova", "/date 8 April 2025", "/date unknown"]
)
def test_no_list_holds_it(context: Context, kept: int, words: str) -> None:
    assert "Hospital opened" not in say(context, words)
    assert MARK not in say(context, words)


def test_a_reader_who_says_that_it_is_relevant_puts_it_into_every_list(context: Context, kept: int) -> None:
    changed = correct_article(
        context.db,
        kept,
        RelevanceChange(is_relevant=True),
        corrected_by="Aigul",
        gazetteer=context.gazetteer,
        now=context.now,
    )
    assert isinstance(changed, Correction)
    for words in ("/latest", "/country Kazakhstan", "/minister Alnazarova", "/date 8 April 2025", "/search tramway"):
        shown = say(context, words)
        assert ("Hospital opened" in shown, MARK in shown) == (True, False), shown


def test_reports_of_the_same_event_still_find_it(context: Context, kept: int) -> None:
    (story,) = list_stories_near(context.db, ["KZ"], date(2025, 4, 8))
    assert not story.is_relevant
    assert story.parties == ("KZ",)


async def test_neither_an_alert_nor_a_digest_tells_of_it(
    context: Context, kept: int, chat: Chat, clock: MovableClock, db: Database
) -> None:
    card = await chat.ask("/subscribe at once Kazakhstan UTC")
    other = await chat.ask("/subscribe daily 08:00 Kazakhstan UTC")
    clock.move(timedelta(minutes=1))
    ingest(context, HOSPITAL.replace("Shymkent", "Aktau"))
    for _ in range(2):
        clock.move(timedelta(minutes=1))
        await chat.pass_minute()
    assert chat.world.bot_messages(card.chat_id, after=other.id) == []
    clock.move(timedelta(days=1))
    await chat.pass_minute()
    told = await chat.next_message(other)
    assert ("Aktau" in told.text, "Shymkent" in told.text) == (False, False)
