"""The grammar of callback data, at most 64 bytes: what our buttons carry, written and read in one place.

p:<lookup>:<a|b>:<yyyymmdd>:<story>   the page of a stored lookup after (newer) or before (older) a cursor
l:<lookup>                            ask this stored lookup
e:<story>[:<part>]                    evidence of a story; with a part: turn to it in place
c:…                                   what is wrong with a report (`render.correcting.buttons`)
k:…                                   the card of a link that was sent (`render.cards`)
s:…                                   subscriptions and their dialogue (`render.subscribing.buttons`)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage.models.news import Cursor

LIMIT = 64
_ID = r"([1-9][0-9]{0,17})"
_PAGE = re.compile(rf"p:{_ID}:([ab]):([0-9]{{4}})([0-9]{{2}})([0-9]{{2}}):{_ID}")
_ASK = re.compile(rf"l:{_ID}")
_EVIDENCE = re.compile(rf"e:{_ID}(?::([0-9]{{1,3}}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPage:
    """Turn a stored lookup's page. `a`: what is newer than the cursor, `b`: what is older."""

    lookup_id: int
    side: Literal["a", "b"]
    cursor: Cursor

    def __str__(self) -> str:
        on = self.cursor.sort_on
        return f"p:{self.lookup_id}:{self.side}:{on.year:04}{on.month:02}{on.day:02}:{self.cursor.story_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLookup:
    """Answer a stored lookup, from its first page."""

    lookup_id: int

    def __str__(self) -> str:
        return f"l:{self.lookup_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEvidence:
    """Show what a story's facts rest on; `part` is set on the buttons that turn the evidence's own pages."""

    story_id: int
    part: int | None = None

    def __str__(self) -> str:
        return f"e:{self.story_id}" if self.part is None else f"e:{self.story_id}:{self.part}"


Callback = TurnPage | AskLookup | ShowEvidence


def parse_callback(carried: str) -> Callback | None:
    """What a button of a lookup carries; None for any other: buttons can be forged, and outlive their code."""
    if found := _PAGE.fullmatch(carried):
        lookup_id, side, year, month, day, story_id = found.groups()
        try:
            cursor = Cursor(sort_on=date(int(year), int(month), int(day)), story_id=int(story_id))
        except ValueError:
            return None
        return TurnPage(lookup_id=int(lookup_id), side="a" if side == "a" else "b", cursor=cursor)
    if found := _ASK.fullmatch(carried):
        return AskLookup(lookup_id=int(found[1]))
    if found := _EVIDENCE.fullmatch(carried):
        return ShowEvidence(story_id=int(found[1]), part=int(found[2]) if found[2] else None)
    return None
