"""Which stories a digest holds: those that arrived in its window, or the newest of the archive for a first one."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from bot.briefing.asking.understanding import Subject
from bot.briefing.entries import Entry, compose_entry
from bot.briefing.filters import matches
from storage.database import Database, reads
from storage.models.chats import Filter
from storage.models.news import ArrivedStory, Cursor, Story
from storage.news.entries import list_entries
from storage.news.keys import EVERYTHING, pair_key
from storage.news.officials import get_official
from storage.news.stories import get_stories, list_arrived, list_relevant

FIRST_COUNT = 5
"""Stories of a first digest, as far as the archive has them."""
MOST_ENTRIES = 50
"""What a digest shows; the rest is counted, and a lookup away."""

_BATCH = 20


class DigestKind(StrEnum):
    """Where a digest's stories come from."""

    WINDOW = "window"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a digest says, before any wording. Its window is `[since, until)`; a first one's begins with the archive.

    `story_ids` are all it counts as told, `entries` those it shows.
    """

    kind: DigestKind
    filter: Filter
    subjects: Mapping[str, Subject]
    since: datetime | None
    until: datetime
    entries: tuple[Entry, ...]
    story_ids: tuple[int, ...]

    @property
    def hidden_count(self) -> int:
        """Stories it counts and does not show."""
        return len(self.story_ids) - len(self.entries)


class _Pick(NamedTuple):
    """A story chosen, in the order digests list them."""

    sort_on: date
    story_id: int
    is_update: bool = False


class Composer:
    """Composes digests for one tick: once for all who share filter, window and language."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._arrived: dict[tuple[datetime, datetime], tuple[ArrivedStory, ...]] = {}
        self._composed: dict[tuple[object, ...], Digest] = {}

    def compose_window(self, filter_: Filter, since: datetime, until: datetime, language: str) -> Digest:
        """The stories and updates that arrived in `[since, until)`."""
        key = (DigestKind.WINDOW, filter_.id, since, until, language)
        if key not in self._composed:
            with reads(self._db):
                picks = [_Pick(a.sort_on, a.story_id, a.is_update) for a in self._list_matching(filter_, since, until)]
                self._composed[key] = self._compose(DigestKind.WINDOW, filter_, since, until, language, picks)
        return self._composed[key]

    def compose_first(self, filter_: Filter, since: datetime, until: datetime, language: str) -> Digest:
        """The newest stories of the archive, and whatever arrived after `since`, when the subscription was made."""
        key = (DigestKind.ARCHIVE, filter_.id, since, until, language)
        if key not in self._composed:
            with reads(self._db):
                # What was stored in that very instant was there to be subscribed to: archive.
                arrived = self._list_matching(filter_, since + timedelta.resolution, until)
                picks = [_Pick(each.sort_on, each.story_id) for each in arrived if not each.is_update]
                newest = self._newest(filter_, until, {pick.story_id for pick in picks})
                picks += islice(newest, max(0, FIRST_COUNT - len(picks)))
                self._composed[key] = self._compose(DigestKind.ARCHIVE, filter_, None, until, language, picks)
        return self._composed[key]

    def _compose(
        self,
        kind: DigestKind,
        filter_: Filter,
        since: datetime | None,
        until: datetime,
        language: str,
        picks: Sequence[_Pick],
    ) -> Digest:
        ordered = sorted(picks, reverse=True)
        shown = {pick.story_id: pick.is_update for pick in ordered[:MOST_ENTRIES]}
        return Digest(
            kind=kind,
            filter=filter_,
            subjects=list_subjects(self._db, chain.from_iterable(filter_.alternatives)),
            since=since,
            until=until,
            entries=tuple(
                compose_entry(story, language, is_update=shown.get(story.id, False))
                for story in get_stories(self._db, tuple(shown))
            ),
            story_ids=tuple(pick.story_id for pick in ordered),
        )

    def _list_matching(self, filter_: Filter, since: datetime, until: datetime) -> list[ArrivedStory]:
        return [arrived for arrived in self._list_arrived(since, until) if matches(filter_, arrived.keys)]

    def _list_arrived(self, since: datetime, until: datetime) -> tuple[ArrivedStory, ...]:
        if (since, until) not in self._arrived:
            self._arrived[since, until] = list_arrived(self._db, since, until)
        return self._arrived[since, until]

    def _newest(self, filter_: Filter, until: datetime, seen: set[int]) -> Iterator[_Pick]:
        """Matching stories that were there before `until` and are not `seen`, newest first, the undated last."""
        walks = [_walk(self._db, keys) for keys in filter_.alternatives] or [_walk(self._db, ())]
        merged = heapq.merge(*walks, key=lambda cursor: (cursor.sort_on, cursor.story_id), reverse=True)
        for cursor in merged:
            if cursor.story_id in seen:
                continue
            seen.add(cursor.story_id)
            story = next(iter(get_stories(self._db, (cursor.story_id,))), None)
            if story and story.first_stored_at < until and list_relevant(self._db, (story.id,)):
                yield _Pick(story.sort_on, story.id)


def list_subjects(db: Database, keys: Iterable[str]) -> Mapping[str, Subject]:
    """The country or official behind each key; one that is gone is missing."""
    found = {key: get_official(db, int(key[1:])) if key.startswith("#") else key for key in keys}
    return {key: subject for key, subject in found.items() if subject is not None}


def _walk(db: Database, keys: tuple[str, ...]) -> Iterator[Cursor]:
    """Stories in which all of the keys take part, newest first."""
    listed = EVERYTHING if not keys else keys[0] if len(keys) == 1 else pair_key(keys[0], keys[1])
    before = None
    while found := list_entries(db, listed, before=before, limit=_BATCH):
        before = found[-1]
        yield from found if len(keys) < 3 else _meeting_all(db, found, keys)


def _meeting_all(db: Database, cursors: tuple[Cursor, ...], keys: tuple[str, ...]) -> Iterator[Cursor]:
    """Of three and more no list is kept."""
    stories = {story.id: story for story in get_stories(db, [cursor.story_id for cursor in cursors])}
    for cursor in cursors:
        if (story := stories.get(cursor.story_id)) and set(keys) <= _keys_of(story):
            yield cursor


def _keys_of(story: Story) -> set[str]:
    return {*story.parties, *(f"#{person.official_id}" for person in story.people)}
