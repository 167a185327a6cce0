"""`/bot<token>/<method>`: who may call, which method, what goes wrong on purpose, and Telegram's envelope."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable

from aiohttp import web

from bot.sandbox.api import messages, polling, profile
from bot.sandbox.api.arguments import Arguments, read_arguments
from bot.sandbox.refusal import Refusal
from bot.sandbox.world.faults import Answer, Hang, HtmlPage, Reset, Truncated
from bot.sandbox.world.model import Call
from bot.sandbox.world.world import World

Method = Callable[[World, Arguments], object]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my("name"),
    "getMyName": profile.get_my("name"),
    "setMyDescription": profile.set_my("description"),
    "getMyDescription": profile.get_my("description"),
    "setMyShortDescription": profile.set_my("short_description"),
    "getMyShortDescription": profile.get_my("short_description"),
    "getChat": profile.get_chat,
    "getChatMember": profile.get_chat_member,
    "getChatMemberCount": profile.get_chat_member_count,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": messages.send_message,
    "editMessageText": messages.edit_message_text,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": messages.answer_callback_query,
    "sendChatAction": messages.send_chat_action,
    "setMessageReaction": messages.set_message_reaction,
}
_NAMES = {name.lower(): name for name in [*METHODS, "getUpdates"]}
_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{35}")


class BotApi:
    """One bot's API over one world."""

    def __init__(self, world: World, token: str) -> None:
        self.poller = polling.Poller(world)
        self._world = world
        self._token = token

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Serve under `/bot<token>/<method>`, whatever the verb."""
        router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", self._handle)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        called = request.match_info["method"]
        name = _NAMES.get(called.lower())
        arguments = Arguments({})
        try:
            self._check_token(request.match_info["token"])
            arguments = await read_arguments(request)
            if name is None:
                raise Refusal(404, "method not found")
            return await self._answer(request, name, arguments)
        except web.HTTPRequestEntityTooLarge:
            return self._refuse(name or called, arguments, 413, "Request Entity Too Large", {})
        except Refusal as refusal:
            return self._refuse(name or called, arguments, refusal.status, refusal.description, refusal.parameters)

    def _check_token(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise Refusal(404)
        if token != self._token:
            raise Refusal(401)

    async def _answer(self, request: web.Request, name: str, arguments: Arguments) -> web.StreamResponse:
        fault = self._world.faults.take(name, arguments.integer("chat_id"))
        match fault:
            case None:
                return await self._carry_out(name, arguments)
            case Answer(status=status, description=description, parameters=parameters):
                return self._refuse(name, arguments, status, description, dict(parameters))
            case HtmlPage(status=status, html=html):
                self._record(name, arguments, status, "")
                return web.Response(status=status, text=html, content_type="text/html")
            case Hang(seconds=seconds, is_lost=is_lost):
                response = None if is_lost else await self._carry_out(name, arguments)
                await asyncio.sleep(seconds)
                return response or self._cut(request, name, arguments)
            case Reset(is_accepted=is_accepted):
                if is_accepted:
                    await self._carry_out(name, arguments)
                return self._cut(request, name, arguments)
            case Truncated():
                return await _break_off(request, await self._carry_out(name, arguments))

    async def _carry_out(self, name: str, arguments: Arguments) -> web.Response:
        if name == "getUpdates":
            result: object = await self.poller.get_updates(arguments)
        else:
            result = METHODS[name](self._world, arguments)
        self._record(name, arguments, 200, "", result)
        return _json_response({"ok": True, "result": result}, 200)

    def _refuse(
        self, name: str, arguments: Arguments, status: int, description: str, parameters: dict[str, int]
    ) -> web.Response:
        self._record(name, arguments, status, description)
        body: dict[str, object] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        response = _json_response(body, status)
        if "retry_after" in parameters:
            response.headers["Retry-After"] = str(parameters["retry_after"])
        return response

    def _cut(self, request: web.Request, name: str, arguments: Arguments) -> web.Response:
        self._record(name, arguments, 0, "connection reset")
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _record(self, name: str, arguments: Arguments, status: int, description: str, result: object = None) -> None:
        call = Call(
            method=name,
            params=arguments.values,
            status=status,
            at=self._world.clock(),
            description=description,
            result=result,
        )
        self._world.record(call)


async def _break_off(request: web.Request, whole: web.Response) -> web.StreamResponse:
    body = whole.body if isinstance(whole.body, bytes) else b""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()  # what was written still leaves
    return response


def _json_response(body: dict[str, object], status: int) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")
