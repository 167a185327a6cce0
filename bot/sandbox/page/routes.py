"""The page's own API: what it shows, and what the person in front of it does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import MovableClock
from bot.errors import SandboxError
from bot.sandbox.page.clockwork import read_move
from bot.sandbox.page.events import stream
from bot.sandbox.page.journal import Journal
from bot.sandbox.page.shapes import SHOWN_MESSAGES, message_json, state_json
from bot.sandbox.world.model import Altered, AttachmentKind
from bot.sandbox.world.world import World

STATIC = Path(__file__).parent / "static"
Hook = Callable[[], Awaitable[None]]
Json = dict[str, object]
_Action = Callable[[Mapping[str, object]], Awaitable[Json]]


class Page:
    """One page API over one world; `on_moved` and `on_reset` are awaited before the page hears of success."""

    def __init__(
        self,
        world: World,
        clock: MovableClock,
        *,
        zone: ZoneInfo,
        kept_in: str = "",
        on_moved: Hook | None = None,
        on_reset: Hook | None = None,
    ) -> None:
        self._world = world
        self._clock = clock
        self._zone = zone
        self._kept_in = kept_in
        self._on_moved = on_moved
        self._on_reset = on_reset
        self._journal = Journal(world)
        self._one_at_a_time = asyncio.Lock()

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Serve the page at `/`, its files under `/static/`, its API under `/page/`."""
        router.add_get("/", self._show_page)
        router.add_static("/static/", STATIC)
        router.add_get("/page/state", self._show_state)
        router.add_get(r"/page/chats/{chat_id:-?\d{1,18}}", self._show_messages)
        router.add_get("/page/events", self._stream)
        for name, action in self._actions().items():
            router.add_post(f"/page/{name}", _posted(action))

    def _actions(self) -> dict[str, _Action]:
        return {
            "write": self._write,
            "edit": self._edit,
            "press": self._press,
            "attach": self._attach,
            "block": self._block,
            "unblock": self._unblock,
            "clock": self._move_clock,
            "reset": self._reset,
        }

    async def _show_page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})

    async def _show_state(self, request: web.Request) -> web.StreamResponse:
        return _answer(state_json(self._world, self._journal.cursor, self._zone, self._kept_in))

    async def _show_messages(self, request: web.Request) -> web.StreamResponse:
        messages = self._world.messages(int(request.match_info["chat_id"]))[-SHOWN_MESSAGES:]
        return _answer({"cursor": self._journal.cursor, "messages": [message_json(message) for message in messages]})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        return await stream(request, self._journal)

    async def _write(self, asked: Mapping[str, object]) -> Json:
        reply_to = _number(asked, "reply_to") if asked.get("reply_to") else None
        message = self._world.write(
            _number(asked, "person_id"), _text(asked, "text"), _number(asked, "chat_id"), reply_to
        )
        return {"id": message.id}

    async def _edit(self, asked: Mapping[str, object]) -> Json:
        person_id, message_id = _number(asked, "person_id"), _number(asked, "id")
        return {"id": self._world.edit(person_id, message_id, _text(asked, "text"), _number(asked, "chat_id")).id}

    async def _press(self, asked: Mapping[str, object]) -> Json:
        person_id, message_id = _number(asked, "person_id"), _number(asked, "id")
        return {"id": self._world.press(person_id, message_id, _text(asked, "data"), _number(asked, "chat_id")).id}

    async def _attach(self, asked: Mapping[str, object]) -> Json:
        kind = _text(asked, "kind")
        if kind not in set(AttachmentKind):
            raise SandboxError(f"nobody can send a {kind}")
        return {"id": self._world.send(_number(asked, "person_id"), AttachmentKind(kind), _number(asked, "chat_id")).id}

    async def _block(self, asked: Mapping[str, object]) -> Json:
        self._world.block(_number(asked, "person_id"))
        return {}

    async def _unblock(self, asked: Mapping[str, object]) -> Json:
        self._world.unblock(_number(asked, "person_id"))
        return {}

    async def _move_clock(self, asked: Mapping[str, object]) -> Json:
        async with self._one_at_a_time:
            self._clock.move(read_move(asked, self._clock()))
            self._world.tell(Altered())
            if self._on_moved:
                await self._on_moved()
        return {}

    async def _reset(self, asked: Mapping[str, object]) -> Json:
        async with self._one_at_a_time:
            if self._on_reset:
                await self._on_reset()
            self._world.reset()
        return {}


def _posted(action: _Action) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            asked = await request.json()
            if not isinstance(asked, dict):
                raise SandboxError("the page sends an object")
            return _answer(await action(asked))
        except (SandboxError, ValueError, RecursionError) as error:
            return _answer({"error": str(error)}, 400)

    return handle


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})


def _number(asked: Mapping[str, object], name: str) -> int:
    value = asked.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise SandboxError(f"{name} must be a number")
    return value


def _text(asked: Mapping[str, object], name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise SandboxError(f"{name} must be a text")
    value.encode()  # half a surrogate pair is a ValueError
    return value
