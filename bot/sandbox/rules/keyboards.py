"""What may stand under a message: inline keyboards, checked by Telegram's limits; for `api`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.sandbox.formatting.links import check_link, find_user_id
from bot.sandbox.refusal import bad_request

CALLBACK_BYTES = 64
BUTTON_LIMIT = 100
ROW_LIMIT = 12
MARKUP_BYTES = 10_000
COPY_LIMIT = 256
_OTHER_MARKUP = ("keyboard", "remove_keyboard", "force_reply")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One inline button: it carries `callback_data`, a `url`, or text to copy."""

    text: str
    callback_data: str = ""
    url: str = ""
    copy_text: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


def read_keyboard(markup: object, *, is_edit: bool = False) -> Keyboard:
    """The inline keyboard of a `reply_markup`; empty where there is none, or another markup.

    Raises:
        Refusal: 400 by the first rule broken; an edit takes no markup but an inline keyboard.
    """
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("Object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    keyboard = tuple(filter(None, (_read_row(row) for row in rows)))
    if is_edit and not rows and any(markup.get(name) for name in _OTHER_MARKUP):
        raise bad_request("Inline keyboard expected")
    size = len(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    if sum(map(len, keyboard)) > BUTTON_LIMIT or size > MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    return keyboard


def _read_row(row: list[object]) -> tuple[Button, ...]:
    """At most twelve buttons; nameless ones fall out unseen."""
    buttons = [_read_button(button) for button in row]
    return tuple(button for button in buttons if button.text)[:ROW_LIMIT]


def _read_button(button: object) -> Button:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if url := button.get("url"):
        return Button(text=text, url=_check_url(str(url)))
    if callback_data := button.get("callback_data"):
        if len(str(callback_data).encode()) > CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return Button(text=text, callback_data=str(callback_data))
    if isinstance(copied := button.get("copy_text"), dict):
        return Button(text=text, copy_text=_check_copied(copied.get("text")))
    raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _check_url(url: str) -> str:
    if find_user_id(url):
        return url
    try:
        return check_link(url)
    except ValueError as error:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: {error}") from None


def _check_copied(text: object) -> str:
    if not isinstance(text, str) or not 1 <= len(text) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return text
