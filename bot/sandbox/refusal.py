"""What the sandbox answers when it refuses a Bot API call: for `rules`, `api` and `faults`."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import SandboxError

_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


class Refusal(SandboxError):
    """One refused call, with the text Telegram would send; `parameters` is its `ResponseParameters`."""

    def __init__(self, status: int, reason: str = "", parameters: Mapping[str, int] | None = None) -> None:
        title = _TITLES.get(status, "Error")
        self.status = status
        self.description = f"{title}: {reason}" if reason else title
        self.parameters = dict(parameters or {})
        super().__init__(self.description)


def bad_request(reason: str) -> Refusal:
    """A 400; as on the real server the first letter goes lower, unless the reason is a code (`BUTTON_DATA_INVALID`)."""
    is_code = reason[1:2] == "_" or reason[1:2].isupper()
    return Refusal(400, reason if is_code else reason[:1].lower() + reason[1:])


def forbidden(reason: str) -> Refusal:
    """A 403: the chat exists, the bot may not write there."""
    return Refusal(403, reason)


def flooded(retry_after: int) -> Refusal:
    """A 429: come back in `retry_after` seconds."""
    return Refusal(429, f"retry after {retry_after}", {"retry_after": retry_after})
