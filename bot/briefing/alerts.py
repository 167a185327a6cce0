"""Who is told of a story at once: from the story's keys to filters to subscriptions, never the other way round.

A round takes what arrived since the last one, tells a bounded number of chats, and says whether some are left. `jobs`
enqueues it, `settle_alerts` and `advance_alerts` record it, all in one transaction: what is told is never told again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.briefing.entries import Entry, compose_entry
from bot.briefing.filters import matches, needs_words
from bot.briefing.schedule import find_zone, quiet_end
from storage.arrivals import alert_cursor, has_alerts, next_alert_cursor
from storage.chats.filters import list_filters_for, topic_key
from storage.chats.subscriptions import list_untold, list_untold_chats
from storage.database import Database
from storage.models.chats import Subscriber, Subscription
from storage.models.news import ArrivedStory
from storage.news.stories import find_story, get_words, list_arrived

MOST_AT_ONCE = 5
"""Stories a chat is told one by one in a round; more (after a pause) come together, as a digest."""
MOST_CHATS = 250
"""Told in one transaction: others who write wait no longer than that takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A story to be told to a chat at once. Its `entry` is the same object for all who read the language."""

    subscription: Subscription
    entry: Entry
    version: int

    @property
    def group_key(self) -> str:
        """What makes it unique in the outbox; a story that was updated is another alert."""
        return f"alert:{self.subscription.id}:{self.entry.story_id}:{self.version}"

    @property
    def subscriber(self) -> Subscriber:
        return self.subscription.subscriber


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one transaction tells. `told` and `held` are ids of subscriptions, `held` with the end of the wait; once
    nobody `is_left`, the cursor goes on to `until`."""

    since: datetime
    until: datetime
    alerts: Sequence[Alert]
    told: Sequence[int]
    held: dict[int, datetime]
    is_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a round does with one subscription: tells it these stories, or lets them wait; neither: none are its."""

    stories: Sequence[ArrivedStory] = ()
    waits_until: datetime | None = None


class Alerts:
    """One tick's alerts. Every call of `compose` stands in its own `write`; a story is matched and worded once."""

    def __init__(self, db: Database, now: datetime) -> None:
        self._db, self._now = db, now
        self._since = alert_cursor(db, now)
        self._until = next_alert_cursor(db, self._since, now)
        self._arrived: tuple[ArrivedStory, ...] = ()
        self._matched: dict[int, list[ArrivedStory]] = {}
        self._untold: deque[int] = deque()
        self._entries: dict[tuple[int, bool, str], Entry | None] = {}
        self._look()  # before anybody waits for the lock: there may be many to tell

    def compose(self) -> Round | None:
        """The next chats and what they are told; None: nothing arrived, or nobody waits for it."""
        self._look()
        if not self._arrived:
            return None
        chats = [self._untold.popleft() for _ in range(min(MOST_CHATS, len(self._untold)))]
        subscriptions = list_untold(self._db, self._matched, self._until, chats)
        if not self._untold:  # whoever came back or changed something meanwhile
            now_told = set(chats)
            self._untold.extend(id_ for id_ in self._list_untold() if id_ not in now_told)
        verdicts = [(each, decide(each, self._matched[each.filter.id], self._now)) for each in subscriptions]
        return Round(
            since=self._since,
            until=self._until,
            alerts=tuple(self._word(verdicts)),
            told=[each.id for each, verdict in verdicts if not verdict.waits_until],
            held={each.id: verdict.waits_until for each, verdict in verdicts if verdict.waits_until},
            is_left=bool(self._untold),
        )

    def _look(self) -> None:
        """What arrived, and whom it concerns."""
        arrived = list_arrived(self._db, self._since, self._until) if has_alerts(self._db) else ()
        if arrived != self._arrived:
            self._arrived, self._matched = arrived, match_stories(self._db, arrived)
            self._untold = deque(self._list_untold())

    def _list_untold(self) -> tuple[int, ...]:
        return list_untold_chats(self._db, self._matched, self._until)

    def _word(self, verdicts: Sequence[tuple[Subscription, Verdict]]) -> Iterator[Alert]:
        """A chat that follows a story twice is told once."""
        known: set[tuple[int, int]] = set()
        for subscription, verdict in verdicts:
            for story in verdict.stories:
                chat = (subscription.subscriber.id, story.story_id)
                entry = None if chat in known else self._entry_of(subscription, story)
                if entry is not None:
                    known.add(chat)
                    yield Alert(subscription=subscription, entry=entry, version=story.version)

    def _entry_of(self, subscription: Subscription, story: ArrivedStory) -> Entry | None:
        key = (story.story_id, is_update(subscription, story), subscription.subscriber.language)
        if key not in self._entries:
            found = find_story(self._db, story.story_id)
            self._entries[key] = compose_entry(found, key[2], is_update=key[1]) if found else None
        return self._entries[key]


def match_stories(db: Database, stories: Sequence[ArrivedStory]) -> dict[int, list[ArrivedStory]]:
    """The stories that each filter with alerts lets through, by the filter's id, in the order they arrived."""
    matched: dict[int, list[ArrivedStory]] = {}
    words: dict[int, str] = {}
    for story in sorted(stories, key=_arrival):
        keys = (*story.keys, *map(topic_key, story.topics))
        for filter_ in list_filters_for(db, keys):
            if needs_words(filter_) and story.story_id not in words:
                words |= get_words(db, (story.story_id,))
            if matches(filter_, story, words.get(story.story_id, "")):
                matched.setdefault(filter_.id, []).append(story)
    return matched


def decide(subscription: Subscription, stories: Sequence[ArrivedStory], now: datetime) -> Verdict:
    """Told now, or at the end of the quiet hours, or together when there are many. Pure.

    Only what arrived after the chat was last told counts.
    """
    anchor = subscription.anchor_at
    new = [story for story in stories if anchor is None or _arrival(story)[0] >= anchor]
    if not new:
        return Verdict()
    end = quiet_end(subscription.quiet, find_zone(subscription.timezone), now)
    if end is None and len(new) > MOST_AT_ONCE:
        end = now
    return Verdict(waits_until=end) if end else Verdict(stories=new)


def is_update(subscription: Subscription, story: ArrivedStory) -> bool:
    """Whether the chat knows the story already, or could."""
    return story.is_update or (subscription.anchor_at is not None and story.first_stored_at < subscription.anchor_at)


def _arrival(story: ArrivedStory) -> tuple[datetime, int]:
    return story.updated_at or story.first_stored_at, story.story_id
