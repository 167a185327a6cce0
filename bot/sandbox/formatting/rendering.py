"""A text with its entities written as HTML again: `Message.html`, for tests and whoever compares messages."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bot.sandbox.formatting.entities import FOUND, Entity

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code"}
_TAGS |= {"blockquote": "blockquote"}


def render_html(text: str, entities: Sequence[Entity]) -> str:
    """Telegram's HTML for the text; what Telegram finds by itself stays bare."""
    units = text.encode("utf-16-le")
    marks: dict[int, tuple[list[str], list[str]]] = {}
    for entity in entities:
        if entity.kind not in FOUND:
            opening, closing = _tags(entity)
            marks.setdefault(entity.offset, ([], []))[1].append(opening)
            marks.setdefault(entity.end, ([], []))[0].insert(0, closing)
    written = []
    at = 0
    for offset in sorted(marks):
        closings, openings = marks[offset]
        written += [_slice(units, at, offset), *closings, *openings]
        at = offset
    return "".join([*written, _slice(units, at, len(units) // 2)])


def _slice(units: bytes, start: int, end: int) -> str:
    return html.escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"), quote=False)


def _tags(entity: Entity) -> tuple[str, str]:
    match entity.kind:
        case "text_link":
            return f'<a href="{html.escape(entity.url)}">', "</a>"
        case "text_mention":
            return f'<a href="tg://user?id={entity.user_id}">', "</a>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{entity.emoji_id}">', "</tg-emoji>"
        case "date_time":
            return f'<tg-time unix="{entity.unix_time}" format="{entity.time_format}">', "</tg-time>"
        case "pre" if entity.language:
            return f'<pre><code class="language-{html.escape(entity.language)}">', "</code></pre>"
        case kind:
            tag = _TAGS.get(kind, kind)
            return f"<{tag}>", f"</{tag}>"
