"""What those who can mend it are told: a group is closed to us, Telegram refuses everybody, a source is given up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.render.html import escape
from bot.render.messages import Messages
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import find_owner, find_subscriber
from storage.database import Database
from storage.models.chats import Delivery, OutgoingMessage, Subscriber
from storage.models.sources import FollowedFeed

_MOST_LINES = 20


class Notices:
    """Written into the outbox, in the caller's transaction; whoever never wrote to the bot cannot be reached."""

    def __init__(self, messages: Messages, language: str, admins: Iterable[int]) -> None:
        self._messages, self._language, self._admins = messages, language, tuple(admins)

    def tell_closed(self, db: Database, delivery: Delivery, reason: str, now: datetime) -> None:
        """To whoever subscribed a group or channel that we can no longer write to."""
        owner = find_owner(db, delivery.chat_id, delivery.thread_id)
        if owner is not None:
            values = {"chat": str(delivery.chat_id), "reason": reason}
            self._post(db, f"notice:closed:{delivery.id}", owner, "notice.closed", values, now)

    def tell_refused(self, db: Database, count: int, reason: str, now: datetime) -> None:
        """To the administrators: so many chats in a row refused us. Once an hour."""
        for admin in self._admins:
            reader = find_subscriber(db, admin)
            if reader is not None:
                values = {"count": str(count), "reason": reason}
                self._post(db, f"notice:refused:{admin}:{now:%Y%m%dT%H}", reader, "notice.refused", values, now)

    def tell_disabled(self, db: Database, feeds: Sequence[FollowedFeed], now: datetime) -> bool:
        """To the administrators: these feeds are polled no more. Once an hour; whether anybody could be told now."""
        lines = [f"• {feed.name}: {feed.disabled_reason}" for feed in feeds[:_MOST_LINES]]
        lines += ["• …"] if len(feeds) > _MOST_LINES else []
        values = {"count": str(len(feeds)), "feeds": "\n".join(lines)}
        told = 0
        for admin in self._admins:
            reader = find_subscriber(db, admin)
            if reader is not None:
                told += self._post(db, f"notice:feeds:{admin}:{now:%Y%m%dT%H}", reader, "notice.feeds", values, now)
        return told > 0

    def _post(
        self, db: Database, group_key: str, reader: Subscriber, key: str, values: dict[str, str], now: datetime
    ) -> int:
        text = self._messages.text(key, self._language, **{name: escape(value) for name, value in values.items()})
        bodies = save_bodies(db, [OutgoingMessage(text=text)])
        return enqueue(db, group_key=group_key, subscriber=reader, bodies=bodies, now=now)
