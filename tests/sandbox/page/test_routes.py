from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.errors import SandboxError
from bot.sandbox import AIGERIM, BOT, DENIZ, GROUP, PEOPLE, Sandbox, World
from bot.sandbox.page.journal import KEPT_CHANGES, Journal
from bot.sandbox.page.routes import STATIC
from bot.sandbox.world.model import Message, Typing
from tests.sandbox.conftest import Call

Post = Callable[..., Awaitable[tuple[int, dict[str, object]]]]


@pytest.fixture
def post(http: aiohttp.ClientSession, sandbox: Sandbox) -> Post:
    async def post(action: str, **body: object) -> tuple[int, dict[str, object]]:
        url, headers = f"{sandbox.api_url}/page/{action}", {"X-Sandbox-Page": "1"}
        async with http.post(url, json=body, headers=headers) as response:
            return response.status, await response.json()

    return post


async def read(http: aiohttp.ClientSession, sandbox: Sandbox, path: str) -> dict[str, object]:
    async with http.get(sandbox.api_url + path) as response:
        assert response.status == 200
        shown = await response.json()
        assert isinstance(shown, dict)
        return shown


async def events(http: aiohttp.ClientSession, sandbox: Sandbox, after: str) -> AsyncIterator[tuple[str, str]]:
    """The (id or event, data) of each frame."""
    async with http.get(f"{sandbox.api_url}/page/events", params={"after": after}) as response:
        assert response.content_type == "text/event-stream"
        field = ""
        async for raw in response.content:
            name, _, value = raw.decode().strip().partition(": ")
            if name in ("id", "event"):
                field = value
            elif name == "data":
                yield field, value


async def first_event(http: aiohttp.ClientSession, sandbox: Sandbox, after: str) -> tuple[str, dict[str, object]]:
    async for field, data in events(http, sandbox, after):
        return field, json.loads(data)
    raise AssertionError("no event")


async def test_the_page_and_its_files_are_served(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    async with http.get(sandbox.api_url + "/") as response:
        page = await response.text()
    linked = re.findall(r'(?:src|href)="(/[^"]+)"', page)
    assert linked
    for path in linked:
        async with http.get(sandbox.api_url + path) as response:
            assert response.status == 200, path


def test_the_page_needs_nothing_from_elsewhere_and_parses_no_html() -> None:
    for path in STATIC.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"""(?:src|href|url|import|from)\s*[=(]?\s*["']?(?:https?:)?//""", text), path.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\son\w+=\"", text), (
            path.name
        )


@pytest.mark.parametrize("path", ["/static/../routes.py", "/static/%2e%2e/routes.py", "/static/", "/page/x", "/robots"])
async def test_nothing_else_is_served(http: aiohttp.ClientSession, sandbox: Sandbox, path: str) -> None:
    from yarl import URL

    async with http.get(URL(sandbox.api_url + path, encoded=True)) as response:
        assert response.status in (403, 404)


async def test_the_state_tells_people_chats_menu_and_time(
    http: aiohttp.ClientSession, sandbox: Sandbox, call: Call
) -> None:
    await call("setMyCommands", commands=[{"command": "help", "description": "How to ask"}])
    await call("setMyDescription", description="Ask me")
    await call("setMyDescription", description="Bana sor", language_code="tr")
    state = await read(http, sandbox, "/page/state")
    assert state["zone"] == "UTC"
    people, chats = state["people"], state["chats"]
    assert isinstance(people, list)
    assert isinstance(chats, list)
    assert [person["id"] for person in people] == [person.id for person in PEOPLE]
    assert {chat["id"] for chat in chats} == {GROUP.id, *(person.id for person in PEOPLE)}
    assert [chat["description"] for chat in chats if chat["id"] in (AIGERIM.id, DENIZ.id)] == ["Ask me", "Bana sor"]
    assert chats[0]["menu"] == [{"name": "help", "description": "How to ask"}]


async def test_a_crowd_does_not_flood_the_page(http: aiohttp.ClientSession, sandbox: Sandbox, world: World) -> None:
    for number in range(200):
        world.add_person(f"Person {number}", is_started=True)
    people = (await read(http, sandbox, "/page/state"))["people"]
    assert isinstance(people, list)
    assert len(people) == 30


async def test_writing_editing_pressing_and_attaching(post: Post, call: Call, world: World) -> None:
    place = {"person_id": AIGERIM.id, "chat_id": AIGERIM.id}
    _, written = await post("write", **place, text="<b>hi")
    await post("edit", **place, id=written["id"], text="ho")
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    await call("sendMessage", chat_id=AIGERIM.id, text="x", reply_markup=keyboard)
    bot_message = world.bot_messages(AIGERIM.id)[0]
    assert (await post("press", **place, id=bot_message.id, data="m"))[0] == 200
    assert (await post("attach", **place, kind="sticker"))[0] == 200
    assert (await post("write", **place, text="yes", reply_to=bot_message.id))[0] == 200
    shown = world.messages(AIGERIM.id)
    assert [message.text for message in shown] == ["ho", "x", "", "yes"]
    assert shown[-1].reply_to is not None
    assert len(world.updates) == 5


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("write", {"person_id": 1, "chat_id": 1, "text": "x"}),
        ("write", {"person_id": AIGERIM.id, "chat_id": DENIZ.id, "text": "x"}),
        ("write", {"person_id": AIGERIM.id, "chat_id": AIGERIM.id, "text": "x" * 5000}),
        ("write", {"person_id": AIGERIM.id, "chat_id": AIGERIM.id, "text": "\ud83d"}),
        ("write", {"person_id": "x", "chat_id": AIGERIM.id, "text": "x"}),
        ("write", {"person_id": True, "chat_id": AIGERIM.id, "text": "x"}),
        ("write", {}),
        ("press", {"person_id": AIGERIM.id, "chat_id": AIGERIM.id, "id": 1, "data": "x"}),
        ("attach", {"person_id": AIGERIM.id, "chat_id": AIGERIM.id, "kind": "bomb"}),
        ("clock", {"by_seconds": -1}),
    ],
)
async def test_what_cannot_be_done_is_told_in_words(post: Post, action: str, body: dict[str, object]) -> None:
    status, answer = await post(action, **body)
    assert status == 400
    assert answer["error"]


async def test_text_reaches_the_page_as_text_with_entities(
    http: aiohttp.ClientSession, sandbox: Sandbox, call: Call, started: Message
) -> None:
    await call("sendMessage", chat_id=AIGERIM.id, text="&lt;script&gt; <b>x</b>", parse_mode="HTML")
    messages = (await read(http, sandbox, f"/page/chats/{AIGERIM.id}"))["messages"]
    assert isinstance(messages, list)
    assert messages[-1]["text"] == "<script> x"
    assert messages[-1]["entities"] == [{"type": "bold", "offset": 9, "length": 1}]


async def test_blocking_shuts_the_bot_out_until_unblocked(post: Post, world: World, started: Message) -> None:
    await post("block", person_id=AIGERIM.id)
    assert world.chats.get_chat(AIGERIM.id).access == "blocked"
    await post("unblock", person_id=AIGERIM.id)
    assert world.chats.get_chat(AIGERIM.id).access == "open"


async def test_events_come_live_and_go_on_where_they_stopped(
    http: aiohttp.ClientSession, sandbox: Sandbox, world: World
) -> None:
    cursor = str((await read(http, sandbox, "/page/state"))["cursor"])
    world.write(AIGERIM.id, "one")
    seen, change = await first_event(http, sandbox, cursor)
    message = change["message"]
    assert isinstance(message, dict)
    assert message["text"] == "one"
    world.write(AIGERIM.id, "missed")
    headers = {"Last-Event-ID": seen}
    async with http.get(f"{sandbox.api_url}/page/events", params={"after": cursor}, headers=headers) as response:
        await response.content.readuntil(b"data: ")
        assert "missed" in (await response.content.readline()).decode()


@pytest.mark.parametrize("after", ["", "x", "other-3", "-1"])
async def test_a_page_of_another_run_is_told_to_read_anew(
    http: aiohttp.ClientSession, sandbox: Sandbox, after: str
) -> None:
    assert (await first_event(http, sandbox, after))[0] == "stale"


def test_the_journal_is_bounded_and_says_when_it_cannot_continue(world: World) -> None:
    journal = Journal(world)
    start = journal.cursor
    for _ in range(KEPT_CHANGES):
        world.tell(Typing(chat_id=1))
    changes = journal.after(start)
    assert changes is not None
    assert [number for number, _ in changes] == list(range(1, KEPT_CHANGES + 1))
    world.tell(Typing(chat_id=1))
    assert journal.after(start) is None
    assert journal.after(journal.cursor) == []


async def test_moving_the_clock_runs_the_tick_before_it_answers(http: aiohttp.ClientSession) -> None:
    ticks = []

    async def tick() -> None:
        ticks.append(clock())

    clock = MovableClock()
    sandbox = Sandbox(clock=clock, on_moved=tick, zone=ZoneInfo("Asia/Almaty"))
    await sandbox.start()
    before = clock()
    url, headers = f"{sandbox.api_url}/page/clock", {"X-Sandbox-Page": "1"}
    async with http.post(url, json={"to": "tomorrow", "zone": "Asia/Almaty"}, headers=headers) as response:
        assert response.status == 200
    local = ticks[0].astimezone(ZoneInfo("Asia/Almaty"))
    assert (local.hour, local.minute) == (8, 0)
    assert timedelta() < ticks[0] - before <= timedelta(hours=32)
    assert (await read(http, sandbox, "/page/state"))["zone"] == "Asia/Almaty"
    await sandbox.stop()


async def test_reset_makes_a_new_demo_and_then_a_new_world(http: aiohttp.ClientSession, clock: MovableClock) -> None:
    seen = []

    async def forget() -> None:
        seen.append(len(sandbox.world.messages(AIGERIM.id)))

    sandbox = Sandbox(clock=clock, on_reset=forget)
    await sandbox.start()
    sandbox.world.write(AIGERIM.id, "x")
    async with http.post(f"{sandbox.api_url}/page/reset", json={}, headers={"X-Sandbox-Page": "1"}) as response:
        assert response.status == 200
    assert seen == [1]
    assert sandbox.world.messages(AIGERIM.id) == []
    await sandbox.stop()


async def test_a_port_in_use_is_a_clear_error(sandbox: Sandbox, clock: MovableClock) -> None:
    other = Sandbox(clock=clock)
    with pytest.raises(SandboxError, match="port"):
        await other.start(int(sandbox.api_url.rpartition(":")[2]))
    await other.stop()


async def test_stopping_closes_open_pages(http: aiohttp.ClientSession, clock: MovableClock) -> None:
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    async with http.get(f"{sandbox.api_url}/page/events", params={"after": "x"}) as response:
        await sandbox.stop()
        assert response.status == 200


def test_the_files_are_in_the_package() -> None:
    assert {path.name for path in Path(STATIC).iterdir()} >= {"index.html", "app.js", "theme.css"}
    assert BOT.is_bot
