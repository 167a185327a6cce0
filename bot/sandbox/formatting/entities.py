"""Formatted spans of a text and how Telegram orders, nests, splits, trims and caps them: for the other rules.

The rules follow TDLib's MessageEntity.cpp. Offsets and lengths count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
LITERAL = frozenset({"pre", "code", "date_time"})
"""Nothing nests in these."""

FOUND = frozenset({"mention", "hashtag", "bot_command", "url", "email"})
"""Spans Telegram finds by itself."""

ENTITY_LIMIT = 100
_LAYERED = QUOTES | set(SPLITTABLE)
_PRIORITY = {"blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "date_time": 30, "text_link": 49}
_PRIORITY |= {"text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94}
_PRIORITY |= {"custom_emoji": 99}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One formatted span; `url`, `language` … are filled where the kind has them."""

    kind: str
    offset: int
    length: int
    url: str = ""
    language: str = ""
    user_id: int = 0
    emoji_id: str = ""
    unix_time: int = 0
    time_format: str = ""

    @property
    def end(self) -> int:
        """The offset just after the span."""
        return self.offset + self.length


def utf16_length(text: str) -> int:
    """How many UTF-16 units `text` takes."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def sort_entities(entities: Iterable[Entity]) -> list[Entity]:
    """By offset, the longer first, then by Telegram's priority of kinds."""
    return sorted(entities, key=lambda entity: (entity.offset, -entity.length, _PRIORITY.get(entity.kind, 50)))


def fix_entities(entities: Iterable[Entity]) -> list[Entity]:
    """Drop what may not nest or overlap, and split bold and its kin where they cross other spans."""
    ordered = sort_entities(entity for entity in entities if entity.length > 0)
    if all(_are_apart(one, other) for one, other in pairwise(ordered)):
        return ordered
    splittable = [entity for entity in ordered if entity.kind in SPLITTABLE]
    quotes = _without_overlaps([entity for entity in ordered if entity.kind in QUOTES])
    others = _without_overlaps([entity for entity in ordered if entity.kind not in _LAYERED])
    firm = sort_entities([*quotes, *(entity for entity in others if not _crosses_a_quote(entity, quotes))])
    return sort_entities([*firm, *_split(splittable, firm)])


def add_found(entities: Sequence[Entity], found: Iterable[Entity]) -> list[Entity]:
    """Join the spans Telegram finds to the bot's own, which go first wherever they meet."""
    taken = [entity for entity in entities if entity.kind not in SPLITTABLE and entity.kind not in QUOTES]
    fresh = [entity for entity in found if not any(_overlap(entity, other) for other in taken)]
    return fix_entities([*entities, *fresh]) if fresh else list(entities)


def cap_entities(entities: Sequence[Entity]) -> list[Entity]:
    """The hundred the server keeps: links, code and quotations before bold and its kin."""
    if len(entities) <= ENTITY_LIMIT:
        return list(entities)
    firm = [entity for entity in entities if entity.kind not in SPLITTABLE][:ENTITY_LIMIT]
    soft = [entity for entity in entities if entity.kind in SPLITTABLE][: ENTITY_LIMIT - len(firm)]
    return sort_entities([*firm, *soft])


def trim(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """Cut blanks off both ends; in front only up to the first span."""
    kept = text.rstrip(" \n")
    end = utf16_length(kept)
    cut = [e if e.end <= end else replace(e, length=end - e.offset) for e in entities if e.offset < end]
    first = min((entity.offset for entity in cut), default=len(kept))
    blanks = min(len(kept) - len(kept.lstrip(" \n")), first)
    if not blanks:
        return kept, cut
    return kept[blanks:], [replace(entity, offset=entity.offset - blanks) for entity in cut]


def _are_apart(one: Entity, other: Entity) -> bool:
    return one.end < other.offset or (one.end == other.offset and one.kind != other.kind)


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _crosses_a_quote(entity: Entity, quotes: Sequence[Entity]) -> bool:
    """A span may lie inside a quotation, not around or across it."""
    return any(
        _overlap(entity, quote) and not (quote.offset <= entity.offset and entity.end <= quote.end) for quote in quotes
    )


def _without_overlaps(entities: Sequence[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _split(splittable: Sequence[Entity], firm: Sequence[Entity]) -> list[Entity]:
    """Bold and its kin, merged per kind, cut at every border of a firm span, left out inside code."""
    borders = sorted({border for entity in firm for border in (entity.offset, entity.end)})
    literal = [entity for entity in firm if entity.kind in LITERAL]
    pieces = [
        Entity(kind=kind, offset=start, length=stop - start)
        for kind in SPLITTABLE
        for offset, end in _merge([entity for entity in splittable if entity.kind == kind])
        for start, stop in _cut(offset, end, borders)
        if not _is_inside(start, literal)
    ]
    starts = sorted({piece.offset for piece in pieces})
    return [
        Entity(kind=piece.kind, offset=start, length=stop - start)
        for piece in pieces
        for start, stop in _cut(piece.offset, piece.end, starts)
    ]


def _cut(offset: int, end: int, borders: Sequence[int]) -> list[tuple[int, int]]:
    inner = borders[bisect_right(borders, offset) : bisect_left(borders, end)]
    return list(pairwise([offset, *inner, end]))


def _is_inside(offset: int, spans: Sequence[Entity]) -> bool:
    """Whether one of the `spans`, in order and apart, covers `offset`."""
    index = bisect_right(spans, offset, key=lambda span: span.offset) - 1
    return index >= 0 and offset < spans[index].end


def _merge(entities: Sequence[Entity]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for entity in entities:
        if merged and entity.offset <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], entity.end))
        else:
            merged.append((entity.offset, entity.end))
    return merged
