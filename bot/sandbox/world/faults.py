"""Faults a test scripts in advance: the next calls of a method go wrong as Telegram's do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A refusal in Telegram's envelope; nothing is done."""

    status: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """A proxy's page in place of JSON; nothing is done."""

    status: int = 502
    html: str = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hang:
    """The answer comes `seconds` late; what was asked is done at once, unless `is_lost`."""

    seconds: float
    is_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """The connection breaks without an answer, before what was asked is done or after."""

    is_accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncated:
    """What was asked is done, and half of the answer comes before the connection breaks."""


Fault = Answer | HtmlPage | Hang | Reset | Truncated


def flood(retry_after: int) -> Answer:
    """A 429."""
    text = f"Too Many Requests: retry after {retry_after}"
    return Answer(status=429, description=text, parameters={"retry_after": retry_after})


def server_error() -> Answer:
    """A 500."""
    return Answer(status=500, description="Internal Server Error")


def blocked() -> Answer:
    """A 403 of a person who has blocked the bot."""
    return Answer(status=403, description="Forbidden: bot was blocked by the user")


def kicked() -> Answer:
    """A 403 of a group that has removed the bot."""
    return Answer(status=403, description="Forbidden: bot was kicked from the supergroup chat")


def migrated(to_chat_id: int) -> Answer:
    """A 400 of a group that has become a supergroup."""
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    return Answer(status=400, description=text, parameters={"migrate_to_chat_id": to_chat_id})


@dataclass(slots=True, kw_only=True)
class _Script:
    method: str
    fault: Fault
    chat_id: int | None
    left: int


class Faults:
    """What will go wrong, in the order it was scripted."""

    def __init__(self) -> None:
        self._scripts: list[_Script] = []

    def script(self, method: str, fault: Fault, *, times: int = 1, chat_id: int | None = None) -> None:
        """The next `times` calls of `method` (to `chat_id`, where given) meet `fault`."""
        self._scripts.append(_Script(method=method.lower(), fault=fault, chat_id=chat_id, left=times))

    def take(self, method: str, chat_id: int) -> Fault | None:
        """The fault this call meets, used up by it."""
        for script in self._scripts:
            if script.method == method.lower() and script.chat_id in (None, chat_id):
                script.left -= 1
                if script.left <= 0:
                    self._scripts.remove(script)
                return script.fault
        return None

    @property
    def left_count(self) -> int:
        """Scripted faults that have not happened yet."""
        return sum(script.left for script in self._scripts)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._scripts.clear()
