"""A call's arguments, however they came: query, form, multipart or JSON; for the methods."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from aiohttp import web

from bot.sandbox.refusal import bad_request

_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,18})")


class Arguments:
    """As lenient as the real server: a number may be a string, an object may be JSON in a string."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = dict(values)

    def text(self, name: str) -> str:
        """The argument as text, empty where it is missing.

        Raises:
            Refusal: 400: half a surrogate pair, which is no UTF-8.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return "" if value is None else json.dumps(value)
        _check_unicode(value)
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """The number it begins with, as the real server reads it; 0 where there is none, `default` where missing."""
        text = self.text(name)
        match = _INTEGER.match(text)
        return int(match[1]) if match else (0 if text else default)

    def flag(self, name: str) -> bool:
        """True for `true`, `yes`, `1`."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def structure(self, name: str, what: str) -> object:
        """An object or array; None where it is missing. `what` names it in the refusal.

        Raises:
            Refusal: 400: no JSON.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                raise bad_request(f"can't parse {what} JSON object") from None
        _check_unicode(json.dumps(value, ensure_ascii=False))
        return value


async def read_arguments(request: web.Request) -> Arguments:
    """Everything the request carries; the body wins over the query.

    Raises:
        Refusal: 400: a JSON body that is no object.
    """
    values: dict[str, object] = dict(request.query) if request.query_string else {}
    if request.content_type == "application/json":
        values |= await _read_json(request)
    elif request.can_read_body:
        posted = await request.post()
        values |= {name: value if isinstance(value, str) else "" for name, value in posted.items()}
    return Arguments(values)


async def _read_json(request: web.Request) -> Mapping[str, object]:
    body = await request.read()
    if not body:
        return {}
    try:
        values = json.loads(body)
    except (ValueError, RecursionError):
        raise bad_request("can't parse the request's JSON") from None
    if not isinstance(values, dict):
        raise bad_request("object expected as the request's JSON")
    return values


def _check_unicode(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
