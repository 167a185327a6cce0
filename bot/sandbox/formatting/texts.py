"""A message's text from what was sent: parsed, cleaned, trimmed, measured; for `api` and `World`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.sandbox.formatting.entities import (
    LITERAL,
    QUOTES,
    SPLITTABLE,
    Entity,
    add_found,
    cap_entities,
    fix_entities,
    trim,
    utf16_length,
)
from bot.sandbox.formatting.found import find_entities
from bot.sandbox.formatting.html import parse_html
from bot.sandbox.refusal import Refusal, bad_request

TEXT_LIMIT = 4096
"""Code points, after parsing."""

SOURCE_BYTES = 1 << 15
"""Bytes, before parsing."""

ANSWER_LIMIT = 200
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANK = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_KINDS = {*SPLITTABLE, *QUOTES, *LITERAL, "text_link", "text_mention", "custom_emoji"}


def compose_text(source: str, parse_mode: str = "", entities: object = None) -> tuple[str, list[Entity]]:
    """The text and spans people see of what a bot sent.

    Raises:
        Refusal: 400: empty, too long, cannot be parsed.
    """
    if not source:
        raise bad_request("message text is empty")
    if len(source.encode()) > SOURCE_BYTES:
        raise bad_request("text is too long")
    text, spans = _read(source, parse_mode, entities)
    text, spans = finish_text(text, spans)
    if len(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, spans


def finish_text(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cleaned and trimmed, with the spans Telegram finds by itself.

    Raises:
        Refusal: 400: nothing but blanks.
    """
    fixed = fix_entities(entities)
    text, spans = trim(*_clean(text, fixed))
    if not text.strip(" \n"):
        raise bad_request("text must be non-empty")
    kept = cap_entities(spans if spans == fixed else fix_entities(spans))
    return text, add_found(kept, find_entities(text))


def _read(source: str, parse_mode: str, entities: object) -> tuple[str, list[Entity]]:
    match parse_mode.lower():
        case "html":
            return parse_html(source)
        case "" | "none":
            return source, _read_entities(entities, utf16_length(source))
        case "markdown" | "markdownv2":
            raise Refusal(400, f"the sandbox does not parse {parse_mode}; send HTML")
        case _:
            raise bad_request("unsupported parse_mode")


def _read_entities(listed: object, length: int) -> list[Entity]:
    if not isinstance(listed, list):
        return []
    read = [_read_entity(item) for item in listed if not isinstance(item, dict) or item.get("type") in _KINDS]
    for entity in read:
        if entity.end > length:
            reason = "ends after the end of the text at UTF-16 offset"
            raise bad_request(f"entity beginning at UTF-16 offset {entity.offset} {reason} {entity.end}")
    return read


def _read_entity(item: object) -> Entity:
    if not isinstance(item, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    offset, length, user = item.get("offset"), item.get("length"), item.get("user")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
        raise bad_request('can\'t parse MessageEntity: Field "offset" must be a Number')
    return Entity(
        kind=str(item["type"]),
        offset=offset,
        length=length,
        url=str(item.get("url", "")),
        language=str(item.get("language", "")),
        user_id=int(user["id"]) if isinstance(user, dict) and str(user.get("id")).isdecimal() else 0,
        emoji_id=str(item.get("custom_emoji_id", "")),
    )


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Control characters become blanks; carriage returns and direction marks fall out, spans shrink with them."""
    text = _BLANK.sub(" ", text)
    dropped = [utf16_length(text[: match.start()]) for match in _DROPPED.finditer(text)]
    if not dropped:
        return text, entities

    def moved(offset: int) -> int:
        return offset - sum(at < offset for at in dropped)

    spans = [replace(e, offset=moved(e.offset), length=moved(e.end) - moved(e.offset)) for e in entities]
    return _DROPPED.sub("", text), spans
