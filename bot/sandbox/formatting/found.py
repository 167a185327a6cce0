"""The spans Telegram finds by itself in anybody's text: commands, links, mentions, hashtags; for `rules.texts`."""

from __future__ import annotations

import re

from bot.sandbox.formatting.entities import Entity, sort_entities, utf16_length
from bot.sandbox.formatting.links import check_link

_ZONES = "com|org|net|int|gov|edu|info|kz|az|tr|uz|kg|ru|eu|cu|me|io"
_PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])"),
    "url": re.compile(
        rf"(?<![\w@.])(?:https?://[^\s<>\"]{{1,2000}}|(?:[a-z0-9\-]{{1,63}}\.){{1,5}}(?:{_ZONES})(?!\w)(?:/[^\s<>\"]{{0,2000}})?)",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+\-])[a-zA-Z0-9._%+\-]{1,64}@(?:[a-zA-Z0-9\-]{1,63}\.){1,4}[a-zA-Z]{2,8}(?!\w)"),
    "mention": re.compile(r"(?<![\w@])@[a-zA-Z0-9_]{4,32}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w{0,64}[^\W\d_])\w{1,64}(?!\w)"),
}
_SIGNS = {"bot_command": "/", "url": ".", "email": "@", "mention": "@", "hashtag": "#"}
_CLOSERS = ".,:;!?'»)]}"


def find_entities(text: str) -> list[Entity]:
    """In order of offset and without overlap; of two that meet, the one that begins first."""
    found = []
    for kind, pattern in _PATTERNS.items():
        if _SIGNS[kind] in text:
            for match in pattern.finditer(text):
                found += _span(kind, match[0], text, match.start())
    apart: list[Entity] = []
    for entity in sort_entities(found):
        if not apart or entity.offset >= apart[-1].end:
            apart.append(entity)
    return apart


def _span(kind: str, word: str, text: str, start: int) -> list[Entity]:
    if kind == "url":
        word = _without_closers(word)
        try:
            check_link(word)
        except ValueError:
            return []
    return [Entity(kind=kind, offset=utf16_length(text[:start]), length=utf16_length(word))]


def _without_closers(link: str) -> str:
    """A sentence's full stop is no part of the link, nor a bracket that was not opened in it."""
    while link and link[-1] in _CLOSERS and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link
