"""A lookup → one page of its answer: five entries, the count, the cursors to either side, the card of an official."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.briefing.asking.understanding import Subject
from bot.briefing.entries import Entry, compose_entry
from storage.database import Database, reads
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Cursor, Official, OfficialCard
from storage.news.entries import (
    COUNT_CAP,
    count_days,
    count_entries,
    count_entries_within,
    count_undated,
    list_days,
    list_entries,
    list_entries_within,
    list_undated,
)
from storage.news.keys import EVERYTHING, mentioned_key, pair_key
from storage.news.officials import get_official, get_official_card
from storage.news.search import count_search, search_entries
from storage.news.stories import get_stories, list_spellings

PAGE_SIZE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many stories a lookup finds. `is_capped`: more than `value`, nobody counted on."""

    value: int
    is_capped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Five results of a lookup, newest first. `newer` and `older` are where the next page on that side begins."""

    lookup: Lookup
    subjects: tuple[Subject, ...]
    entries: tuple[Entry, ...]
    count: Count
    mentioned_count: int = 0
    """Stories that only mention the country, beside those it takes part in."""
    newer: Cursor | None = None
    older: Cursor | None = None
    card: OfficialCard | None = None
    written_as: tuple[str, ...] = ()
    """How the articles of this page write the official's name, where that is not the usual way."""


def answer_lookup(
    db: Database, lookup: Lookup, language: str, *, before: Cursor | None = None, after: Cursor | None = None
) -> Page:
    """The page that follows `before` or precedes `after`, else the first.

    A country that takes part in nothing shows the stories that mention it.

    Raises:
        StorageError: the archive could not be read.
    """
    with reads(db):
        page = _read_page(db, lookup, language, before=before, after=after)
        if page.entries or lookup.kind is not LookupKind.COUNTRY or not page.mentioned_count:
            return page
        return _read_page(db, replace(lookup, kind=LookupKind.MENTIONED), language)


def count_stories(db: Database, lookup: Lookup) -> Count:
    """How many stories the lookup finds: kept counts for keys, counted up to a hundred elsewhere."""
    key = _key(lookup)
    if key and lookup.since_on is None:
        return Count(value=count_entries(db, key))
    found = _count_capped(db, lookup)
    return Count(value=min(found, COUNT_CAP), is_capped=found > COUNT_CAP)


def _read_page(
    db: Database, lookup: Lookup, language: str, *, before: Cursor | None = None, after: Cursor | None = None
) -> Page:
    found = _list(db, lookup, before=before, after=after, limit=PAGE_SIZE + 1)
    if after and len(found) < PAGE_SIZE:  # the first page, whole again
        after, found = None, _list(db, lookup, limit=PAGE_SIZE + 1)
    shown = found[-PAGE_SIZE:] if after else found[:PAGE_SIZE]
    is_cut = len(found) > PAGE_SIZE
    has_newer, has_older = (is_cut, True) if after else (before is not None, is_cut)
    stories = get_stories(db, [cursor.story_id for cursor in shown])
    card = get_official_card(db, _official_id(lookup.keys[0])) if lookup.kind is LookupKind.OFFICIAL else None
    subjects = tuple(subject for key in lookup.keys if (subject := _subject(db, key)))
    return Page(
        lookup=lookup,
        subjects=subjects,
        entries=tuple(compose_entry(story, language) for story in stories),
        count=count_stories(db, lookup),
        mentioned_count=_count_mentioned(db, lookup),
        newer=shown[0] if shown and has_newer else None,
        older=shown[-1] if shown and has_older else None,
        card=card,
        written_as=_other_spellings(db, card.official, shown) if card else (),
    )


def _count_mentioned(db: Database, lookup: Lookup) -> int:
    return (
        count_stories(db, replace(lookup, kind=LookupKind.MENTIONED)).value if lookup.kind is LookupKind.COUNTRY else 0
    )


def _other_spellings(db: Database, official: Official, shown: Sequence[Cursor]) -> tuple[str, ...]:
    names = list_spellings(db, official.id, [cursor.story_id for cursor in shown])
    return tuple(name for name in names if name != official.name)


def _list(
    db: Database, lookup: Lookup, *, before: Cursor | None = None, after: Cursor | None = None, limit: int
) -> tuple[Cursor, ...]:
    if key := _key(lookup):
        if lookup.since_on is None:
            return list_entries(db, key, before=before, after=after, limit=limit)
        return list_entries_within(db, key, *_bounds(lookup), before=before, after=after, limit=limit)
    if lookup.kind is LookupKind.SEARCH:
        return search_entries(db, lookup.words, before=before, after=after, limit=limit)
    if lookup.kind is LookupKind.UNDATED:
        return list_undated(db, before=before, after=after, limit=limit)
    since_on, until_on = _bounds(lookup)
    return list_days(db, since_on, until_on, before=before, after=after, limit=limit)


def _count_capped(db: Database, lookup: Lookup) -> int:
    if lookup.kind is LookupKind.SEARCH:
        return count_search(db, lookup.words)
    if lookup.kind is LookupKind.UNDATED:
        return count_undated(db)
    if key := _key(lookup):
        return count_entries_within(db, key, *_bounds(lookup))
    return count_days(db, *_bounds(lookup))


def _key(lookup: Lookup) -> str | None:
    """The key whose list answers the lookup, for those that have one."""
    match lookup.kind:
        case LookupKind.LATEST:
            return EVERYTHING
        case LookupKind.COUNTRY | LookupKind.OFFICIAL:
            return lookup.keys[0]
        case LookupKind.MENTIONED:
            return mentioned_key(lookup.keys[0])
        case LookupKind.PAIR:
            return pair_key(*lookup.keys)
        case _:
            return None


def _bounds(lookup: Lookup) -> tuple[date, date]:
    assert lookup.since_on is not None
    assert lookup.until_on is not None
    return lookup.since_on, lookup.until_on


def _subject(db: Database, key: str) -> Subject | None:
    return get_official(db, _official_id(key)) if key.startswith("#") else key


def _official_id(key: str) -> int:
    return int(key.removeprefix("#"))
