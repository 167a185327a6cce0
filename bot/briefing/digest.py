"""Which stories a digest holds: those that arrived in its window, or the newest of the archive for a first one."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from bot.briefing.asking.understanding import Subject
from bot.briefing.entries import Entry, compose_entry
from bot.briefing.filters import Reason, explain, matches, needs_words
from bot.briefing.grouping import Heading, group
from storage.database import Database, reads
from storage.models.chats import MOST_ENTRIES, Filter, Grouping
from storage.models.news import UNDATED, ArrivedStory, Cursor
from storage.news.entries import list_entries
from storage.news.keys import EVERYTHING, pair_key
from storage.news.officials import get_official
from storage.news.search import search_entries
from storage.news.stories import get_stories, get_words, list_arrived, list_sendable
from storage.sources.runs import list_silent_sources

__all__ = ["FIRST_COUNT", "MOST_ENTRIES", "Composer", "Digest", "DigestKind", "list_subjects"]

FIRST_COUNT = 5
"""Stories of a first digest, as far as the archive has them."""

_BATCH = 50
_FIRST_REACH = 5_000
"""So many of the archive's stories are held against a filter's topics and languages, for which no list is kept."""
_LATE = timedelta(days=1)
"""How long before a window a story must have been published to count as late: the day it was where it was printed may
have ended up to half a day after, and nobody prints and is read in the same minute."""


class DigestKind(StrEnum):
    """Where a digest's stories come from."""

    WINDOW = "window"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a digest says, before any wording. Its window is `[since, until)`; a first one's begins with the archive.

    `story_ids` are all it counts as told, `entries` those it shows; `reasons` say by story why it is in it;
    `silent_sources` were asked in its window and never answered well.
    """

    kind: DigestKind
    filter: Filter
    subjects: Mapping[str, Subject]
    since: datetime | None
    until: datetime
    entries: tuple[Entry, ...]
    story_ids: tuple[int, ...]
    reasons: Mapping[int, Reason] = field(default_factory=dict)
    headings: Mapping[int, Heading] = field(default_factory=dict)
    """By story, where its entries are grouped: those under one heading stand together."""
    silent_sources: tuple[str, ...] = ()

    @property
    def hidden_count(self) -> int:
        """Stories it counts and does not show."""
        return len(self.story_ids) - len(self.entries)


class _Window(NamedTuple):
    """What is composed once for all who share it. `shown` are its ends as people are told them."""

    kind: DigestKind
    filter: Filter
    since: datetime
    until: datetime
    language: str
    most: int
    grouping: Grouping
    shown: tuple[datetime, datetime]


class Composer:
    """Composes digests for one tick: once for all who share filter, window, language and length."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._arrived: dict[tuple[datetime, datetime], tuple[ArrivedStory, ...]] = {}
        self._silent_in: dict[tuple[datetime, datetime], tuple[str, ...]] = {}
        self._words: dict[int, str] = {}
        self._composed: dict[_Window, Digest] = {}

    def compose_window(
        self,
        filter_: Filter,
        since: datetime,
        until: datetime,
        language: str,
        most: int = MOST_ENTRIES,
        grouping: Grouping = Grouping.NONE,
        shown: tuple[datetime, datetime] | None = None,
    ) -> Digest:
        """The stories and updates that arrived in `[since, until)`; it shows at most so many. `shown`: the window as
        people are told it, where a clock was set."""
        window = _Window(DigestKind.WINDOW, filter_, since, until, language, most, grouping, shown or (since, until))
        if window not in self._composed:
            with reads(self._db):
                self._composed[window] = self._compose(window, self._list_matching(filter_, since, until))
        return self._composed[window]

    def compose_first(
        self,
        filter_: Filter,
        since: datetime,
        until: datetime,
        language: str,
        most: int = MOST_ENTRIES,
        grouping: Grouping = Grouping.NONE,
    ) -> Digest:
        """The newest stories of the archive, and whatever arrived after `since`, when the subscription was made."""
        window = _Window(DigestKind.ARCHIVE, filter_, since, until, language, most, grouping, (since, until))
        if window not in self._composed:
            with reads(self._db):
                # What was stored in that very instant was there to be subscribed to: archive.
                arrived = self._list_matching(filter_, since + timedelta.resolution, until)
                stories = [each for each in arrived if not each.is_update]
                newest = self._newest(filter_, until, {each.story_id for each in stories})
                stories += islice(newest, max(0, min(FIRST_COUNT, most) - len(stories)))
                self._composed[window] = self._compose(window, stories)
        return self._composed[window]

    def compose_told(
        self,
        filter_: Filter,
        story_ids: Sequence[int],
        shown: tuple[datetime | None, datetime],
        language: str,
        most: int,
        grouping: Grouping,
        corrected: Collection[int],
    ) -> Digest:
        """A digest that was sent, of the same stories, as their articles are read now; those corrected are marked."""
        since, until = shown
        kind = DigestKind.WINDOW if since else DigestKind.ARCHIVE
        window = _Window(kind, filter_, since or until, until, language, most, grouping, (since or until, until))
        with reads(self._db):
            stories = list_sendable(self._db, tuple(story_ids))
            known = {story.story_id for story in stories if since and story.first_stored_at < since}
            digest = self._compose(window, [replace(each, is_update=each.story_id in known) for each in stories])
        entries = tuple(replace(entry, is_corrected=entry.story_id in corrected) for entry in digest.entries)
        return replace(digest, entries=entries)

    def _compose(self, window: _Window, stories: Sequence[ArrivedStory]) -> Digest:
        filter_ = window.filter
        ordered = sorted(stories, key=lambda story: (story.sort_on, story.story_id), reverse=True)
        shown = {story.story_id: story for story in ordered[: window.most]}
        headings = group(tuple(shown.values()), window.grouping, filter_)
        updates = {id_ for id_, story in shown.items() if story.is_update}
        late = {id_ for id_, story in shown.items() if _is_late(window, story)}
        return Digest(
            kind=window.kind,
            filter=filter_,
            subjects=list_subjects(self._db, chain.from_iterable((*filter_.alternatives, *headings.values()))),
            since=window.shown[0] if window.kind is DigestKind.WINDOW else None,
            until=window.shown[1],
            entries=tuple(
                compose_entry(story, window.language, is_update=story.id in updates, is_late=story.id in late)
                for story in get_stories(self._db, tuple(headings or shown))
            ),
            story_ids=tuple(story.story_id for story in ordered),
            reasons={id_: explain(filter_, story, self._words_of(filter_, story)) for id_, story in shown.items()},
            headings=headings,
            silent_sources=self._silent(window),
        )

    def _list_matching(self, filter_: Filter, since: datetime, until: datetime) -> list[ArrivedStory]:
        arrived = self._list_arrived(since, until)
        return [story for story in arrived if matches(filter_, story, self._words_of(filter_, story))]

    def _list_arrived(self, since: datetime, until: datetime) -> tuple[ArrivedStory, ...]:
        if (since, until) not in self._arrived:
            self._arrived[since, until] = list_arrived(self._db, since, until)
        return self._arrived[since, until]

    def _silent(self, window: _Window) -> tuple[str, ...]:
        """A first digest tells of the archive, which no source can have failed."""
        if window.kind is DigestKind.ARCHIVE:
            return ()
        span = (window.since, window.until)
        if span not in self._silent_in:
            self._silent_in[span] = tuple(list_silent_sources(self._db, *span))
        return self._silent_in[span]

    def _words_of(self, filter_: Filter, story: ArrivedStory) -> str:
        if not needs_words(filter_):
            return ""
        if story.story_id not in self._words:
            self._words |= get_words(self._db, (story.story_id,))
        return self._words.get(story.story_id, "")

    def _newest(self, filter_: Filter, until: datetime, seen: set[int]) -> Iterator[ArrivedStory]:
        """Matching stories that were there before `until` and are not `seen`, newest first, the undated last."""
        merged = heapq.merge(
            *_list_walks(self._db, filter_), key=lambda cursor: (cursor.sort_on, cursor.story_id), reverse=True
        )
        reached = islice(_list_unseen(merged, seen), _FIRST_REACH)
        while batch := tuple(islice(reached, _BATCH)):
            for story in list_sendable(self._db, batch):
                was_there = story.first_stored_at < until
                if was_there and matches(filter_, story, self._words_of(filter_, story)):
                    yield story


def _is_late(window: _Window, story: ArrivedStory) -> bool:
    """An archive's stories are all old, and an update is news of an old one."""
    is_new = window.kind is DigestKind.WINDOW and not story.is_update
    return is_new and UNDATED < story.sort_on < (window.shown[0] - _LATE).date()


def list_subjects(db: Database, keys: Iterable[str]) -> Mapping[str, Subject]:
    """The country or official behind each key; one that is gone is missing."""
    found = {key: get_official(db, int(key[1:])) if key.startswith("#") else key for key in keys}
    return {key: subject for key, subject in found.items() if subject is not None}


def _list_unseen(cursors: Iterable[Cursor], seen: set[int]) -> Iterator[int]:
    for cursor in cursors:
        if cursor.story_id not in seen:
            seen.add(cursor.story_id)
            yield cursor.story_id


def _list_walks(db: Database, filter_: Filter) -> list[Iterator[Cursor]]:
    """Lists, newest first, that hold all stories the filter lets through: the shortest that are kept."""
    if filter_.alternatives:
        return [_walk(db, keys) for keys in filter_.alternatives]
    if filter_.cut.includes:
        return [_walk_found(db, term.split()) for term in filter_.cut.includes]
    return [_walk(db, ())]


def _walk(db: Database, keys: tuple[str, ...]) -> Iterator[Cursor]:
    """Stories in which the first two of the keys take part, newest first; of three and more no list is kept."""
    listed = EVERYTHING if not keys else keys[0] if len(keys) == 1 else pair_key(keys[0], keys[1])
    before = None
    while found := list_entries(db, listed, before=before, limit=_BATCH):
        before = found[-1]
        yield from found


def _walk_found(db: Database, words: Sequence[str]) -> Iterator[Cursor]:
    """Stories that hold the words, newest first."""
    before = None
    while found := search_entries(db, words, before=before, limit=_BATCH):
        before = found[-1]
        yield from found
