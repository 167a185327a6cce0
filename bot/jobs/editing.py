"""Corrections and revised articles → edits of what was sent: composed once a text, however many chats it went to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.briefing.digest import Composer
from bot.briefing.due import show_window
from bot.briefing.entries import compose_entry
from bot.jobs.composing import Pause
from bot.render.digests import render_alert, render_digest
from bot.render.messages import Messages
from storage.chats.outbox import get_delivery, list_group, save_bodies
from storage.chats.sent.edits import Telling, enqueue_edits, find_told_digest, list_tellings
from storage.chats.subscribers import find_subscriber
from storage.chats.subscriptions import find_subscription
from storage.database import Database, write
from storage.models.chats import Delivery, OutgoingMessage
from storage.news.stories import find_story
from storage.news.upkeep.unshown import list_changed, list_unshown, record_shown

EDITED_FOR = timedelta(days=7)
"""How long after it was sent a message is still corrected: nobody scrolls back farther."""
_BLOCK = 200
"""Edits put into the outbox in one transaction: others wait to write meanwhile."""


def compose_edits(db: Database, now: datetime, messages: Messages, pause: Pause = lambda: None) -> int:
    """Let what was sent of corrected stories say what is known now; returns how many edits are new.

    What is only on its way is waited for: it is edited once it has arrived. A message that would no longer hold the
    same entries stays as it is. Whoever dies in between goes on with those that are not edited yet.
    """
    unshown = list_unshown(db)
    revisions = {each.story_id: each.revision for each in unshown}
    tellings = {story_id: list_tellings(db, story_id, now - EDITED_FOR) for story_id in revisions}
    waits = {story_id for story_id, found in tellings.items() if not all(each.is_sent for each in found)}
    count, editing = 0, _Editing(db, messages)
    for story_id, revision in revisions.items():
        if story_id in waits:
            continue
        texts = {each.body_id: editing.compose(each) for each in _one_a_text(tellings[story_id])}
        with write(db):
            bodies = {id_: save_bodies(db, (message,))[0] for id_, message in texts.items() if message}
        changed = [
            (each.delivery_id, bodies[each.body_id])
            for each in tellings[story_id]
            if each.body_id in bodies and bodies[each.body_id] != each.shown_id
        ]
        for start in range(0, len(changed), _BLOCK):
            count += enqueue_edits(db, dict(changed[start : start + _BLOCK]), revision, now)
            pause()
        record_shown(db, [each for each in unshown if each.story_id == story_id], now)
    return count


def _one_a_text(tellings: Iterable[Telling]) -> Sequence[Telling]:
    return tuple({each.body_id: each for each in tellings}.values())


class _Editing:
    """What messages would say now."""

    def __init__(self, db: Database, messages: Messages) -> None:
        self._db, self._messages = db, messages
        self._composer = Composer(db)

    def compose(self, telling: Telling) -> OutgoingMessage | None:
        """The message as it would be sent now, marked if that is another one; none: it would not hold the same
        entries."""
        sent = get_delivery(self._db, telling.delivery_id)
        compose = self._compose_alert if telling.group_key.startswith("alert:") else self._compose_part
        message = compose(telling, sent, is_marked=False)
        if message is None or message.keyboard != sent.message.keyboard:
            return None
        return message if message == sent.message else compose(telling, sent, is_marked=True)

    def _compose_alert(self, telling: Telling, sent: Delivery, *, is_marked: bool) -> OutgoingMessage | None:
        story = find_story(self._db, int(telling.group_key.split(":")[2]))
        reader = find_subscriber(self._db, sent.chat_id, sent.thread_id)
        if story is None or reader is None:
            return None
        update = str(self._messages.text("entry.update", reader.language))
        entry = compose_entry(story, reader.language, is_update=f"<i>{update}</i>" in sent.message.text)
        is_corrected = is_marked and bool(list_changed(self._db, (story.id,), telling.composed_at))
        return render_alert(replace(entry, is_corrected=is_corrected), reader.language, self._messages)

    def _compose_part(self, telling: Telling, sent: Delivery, *, is_marked: bool) -> OutgoingMessage | None:
        told = find_told_digest(self._db, telling.group_key)
        followed = told and find_subscription(self._db, told.subscription_id)
        if not told or not followed:
            return None
        shown: tuple[datetime | None, datetime] = (None, told.slot)
        if told.since:
            shown = show_window(followed.schedule, followed.timezone, told.since, told.slot, told.slot)
        language, most = followed.subscriber.language, followed.most_entries
        corrected = list_changed(self._db, told.story_ids, telling.composed_at) if is_marked else ()
        digest = self._composer.compose_told(
            followed.filter, told.story_ids, shown, language, most, followed.grouping, corrected
        )
        parts = render_digest(digest, followed.timezone, language, self._messages, schedule=followed.schedule)
        return parts[sent.part - 1] if _is_alike(parts, list_group(self._db, telling.group_key)) else None


def _is_alike(parts: Sequence[OutgoingMessage], sent: Sequence[Delivery]) -> bool:
    """Whether they are parts of the same digest: the subscription may have changed since."""
    return len(parts) == len(sent) and _title(parts[0]) == _title(sent[0].message)


def _title(message: OutgoingMessage) -> str:
    return message.text.partition("\n")[0]
