"""An administrator sends a link: its page is fetched, read and shown as a card, whatever happens in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.handlers.context import Context, Request
from bot.handlers.links import MOST_LINKS, find_links
from bot.ingest.pipeline import ingest_documents
from bot.jobs.cards import Cards
from bot.render.html import plain
from bot.sandbox import AIGERIM, Message, Post, Sandbox
from storage.models.reading import Document
from storage.sources.links import MOST_WAITING, list_untaken
from tests.handlers.conftest import TITLE
from tests.ingest.fetching.web import FastTime, Web
from tests.ingest.gathering.newsroom import STORY, Newsroom, html, opened, page
from tests.running import Chat, running

CAKE = "The best cakes of the season. Bakers of the town show what they can do. Everybody is welcome to taste them all."


def allow(context: Context, **settings: object) -> None:
    """Settings other than the fixture's, the writer an administrator."""
    changed = context.settings.model_copy(update={"admins": (AIGERIM.id,), **settings})
    object.__setattr__(context, "settings", changed)


@pytest.fixture
async def admin(context: Context, sandbox: Sandbox) -> AsyncIterator[Chat]:
    allow(context)
    async with running(context, sandbox) as chat:
        yield chat


@asynccontextmanager
async def fetching(context: Context, web: Web) -> AsyncIterator[Newsroom]:
    """The ingest pass over the chat's store."""
    cards = Cards(context.messages, context.now, context.settings.admins)
    async with opened(web, FastTime(), context.settings.database, context.gazetteer, cards.tell) as room:
        yield room


async def send(context: Context, web: Web, chat: Chat, words: str) -> Message:
    """Write it, let the pass fetch, and take the first card."""
    taken = await chat.ask(words)
    async with fetching(context, web) as room:
        await room.gather()
    await chat.desk.drain.drain()
    return await chat.next_message(taken)


async def test_a_link_becomes_a_card_that_may_be_kept(context: Context, web: Web, admin: Chat) -> None:
    card = await send(context, web, admin, f"Look at this: {web.url('/a')}.")
    assert TITLE in card.text
    assert [button.text for button in card.buttons] == ["Keep", "Wrong?", "Not health diplomacy"]
    assert await admin.press(card, "Keep") == "Kept."
    kept = await admin.changed(card)
    assert TITLE in kept.text
    assert not kept.buttons
    assert TITLE in (await admin.ask("/latest")).text
    assert admin.refusals() == []


async def test_a_card_is_told_to_be_wrong_or_not_relevant(context: Context, web: Web, admin: Chat) -> None:
    card = await send(context, web, admin, web.url("/a"))
    await admin.press(card, "Wrong?")
    assert "What is wrong with this report?" in (await admin.next_message(card)).text
    await admin.press(card, "Not health diplomacy")
    assert "Noted: it is not health diplomacy." in (await admin.changed(card)).text
    await admin.pass_minute()
    assert TITLE not in (await admin.ask("/latest")).text


async def test_a_link_that_is_stored_already_is_shown_at_once_and_not_fetched_again(
    context: Context, web: Web, admin: Chat
) -> None:
    first = await send(context, web, admin, web.url("/a"))
    again = await send(context, web, admin, web.url("/a?utm_source=chat"))
    assert "It was stored already." in again.text
    assert "stored already" not in first.text
    assert web.paths().count("/a") == 1
    assert context.db.execute("SELECT count(*) FROM articles").fetchone()[0] == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none", "HTTP status 404"), ("http://192.168.1.1/a", "not a public address"), ("http://[fe80::1]/", "public")],
)
async def test_what_cannot_be_read_is_said_with_its_reason(
    context: Context, web: Web, admin: Chat, path: str, reason: str
) -> None:
    card = await send(context, web, admin, path if "://" in path else web.url(path))
    assert "could not be read" in card.text
    assert reason in card.text
    assert not card.buttons


async def test_news_of_something_else_is_kept_for_the_search_and_says_so(
    context: Context, web: Web, admin: Chat
) -> None:
    web.pages["/cake"] = html(page(CAKE, "Cakes <b>everywhere</b>"))
    card = await send(context, web, admin, web.url("/cake"))
    assert "does not look like health diplomacy" in card.text
    assert "It is health diplomacy" in [button.text for button in card.buttons]


async def test_a_card_comes_after_a_restart_between_the_message_and_the_fetch(
    context: Context, web: Web, sandbox: Sandbox
) -> None:
    allow(context)
    async with running(context, sandbox) as chat:
        taken = await chat.ask(web.url("/a"))
    async with fetching(context, web) as room:
        await room.gather()
    async with running(context, sandbox) as chat:
        await chat.desk.drain.drain()
        assert TITLE in (await chat.next_message(taken)).text


async def forward(context: Context, web: Web, admin: Chat, text: str, post: Post) -> Message:
    """Forward it, let the pass read, and take the card."""
    asked = admin.world.forward(admin.person_id, text, post)
    taken = await admin.next_message(asked)
    async with fetching(context, web) as room:
        await room.gather()
    await admin.desk.drain.drain()
    return await admin.next_message(taken)


async def test_a_forwarded_post_is_read_as_it_stands_with_its_channel_and_day(
    context: Context, web: Web, admin: Chat
) -> None:
    post = Post(
        at=datetime(2025, 4, 7, 9, tzinfo=UTC), title="Ministry <i>News</i>", username="ministry", message_id=12
    )
    card = await forward(context, web, admin, STORY, post)
    assert "7 Apr 2025" in card.text
    assert "Ministry <i>News</i>" in card.text
    assert "https://t.me/ministry/12" in card.html
    assert web.paths() == []
    again = await forward(context, web, admin, STORY, post)
    assert "It was stored already." in again.text
    assert admin.refusals() == []


async def test_of_a_post_by_somebody_who_hides_neither_day_nor_outlet_is_made_up(
    context: Context, web: Web, admin: Chat
) -> None:
    undated = STORY.replace("BAKU, Azerbaijan, April 8. ", "")
    card = await forward(context, web, admin, undated, Post(at=datetime(2025, 4, 7, 9, tzinfo=UTC)))
    assert "2025" not in card.text
    assert "Takács" in card.text
    (stored,) = context.db.execute("SELECT published_on, source, url FROM articles").fetchall()
    assert tuple(stored) == (None, None, None)


async def test_a_post_too_short_to_be_read_is_told_so_and_one_with_a_link_is_that_link(
    context: Context, admin: Chat
) -> None:
    post = Post(at=datetime(2025, 4, 7, 9, tzinfo=UTC), title="News")
    asked = admin.world.forward(admin.person_id, "Look at this!", post)
    assert "too short" in (answer := await admin.next_message(asked)).text
    asked = admin.world.forward(admin.person_id, "More: https://news.example/a", post)
    assert "being fetched" in (await admin.next_message(asked)).text
    assert answer.id
    assert [link.url for link in list_untaken(context.db)] == ["https://news.example/a"]


async def test_only_five_links_of_a_message_are_taken_and_the_rest_is_told(admin: Chat, context: Context) -> None:
    links = " ".join(f"https://news.example/{n}" for n in range(MOST_LINKS + 2))
    said = (await admin.ask(links)).text
    assert "5 pages are being fetched" in said
    assert "2 links were left out" in said
    for _ in range(4):
        said = (await admin.ask(links)).text
    assert "7 links were left out" in said
    assert len(list_untaken(context.db)) == MOST_WAITING


async def test_whoever_is_no_administrator_asks_as_before(context: Context, chat: Chat) -> None:
    ingest_documents(context.db, [Document(text=STORY, origin="t")], context.gazetteer, context.now)
    answered = await chat.ask("https://news.example/a")
    assert "fetched" not in answered.text
    assert list_untaken(context.db) == []


async def test_where_nothing_is_fetched_a_link_is_answered_with_that(context: Context, sandbox: Sandbox) -> None:
    allow(context, fetch=False)
    async with running(context, sandbox) as chat:
        assert "not fetched here" in (await chat.ask("https://news.example/a")).text
    assert list_untaken(context.db) == []


async def test_a_card_of_an_article_that_is_gone_and_a_forged_button_are_refused(
    context: Context, web: Web, admin: Chat
) -> None:
    card = await send(context, web, admin, web.url("/a"))
    assert await admin.forge(card, "k:999999") == plain(context.messages.text("evidence.gone", "en"))
    assert await admin.forge(card, "k:drop") == plain(context.messages.text("evidence.gone", "en"))
    assert admin.refusals() == []


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("see https://a.example/x, please", ("https://a.example/x",)),
        ("(https://a.example/x)", ("https://a.example/x",)),
        ("https://a.example/x https://a.example/x", ("https://a.example/x",)),
        ("javascript:alert(1) tg://resolve?domain=x ftp://a.example", ()),
        ("mail me: a@b.example", ()),
        ("Kazakhstan 2023", ()),
        ("https://a.example/" + "x" * 3000, ()),
    ],
)
def test_links_are_found_in_the_words(words: str, links: tuple[str, ...]) -> None:
    assert find_links(Request(chat_id=1, words=words, language="en")) == links
