"""What became of the links that people sent: each gets its card, in the transaction that settles the page."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.clock import Now
from bot.render.cards import render_card, render_refusal
from bot.render.messages import Messages
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import get_subscriber
from storage.database import Database
from storage.models.chats import OutgoingMessage, Subscriber
from storage.models.sources import PageState, SentLink, WantedPage
from storage.news.articles import get_article
from storage.news.stories import find_story
from storage.sources.links import list_untold, record_told

if TYPE_CHECKING:
    from bot.ingest.gathering.storing import Stored


class Cards:
    """An `OnSettled` of the ingest pass."""

    def __init__(self, messages: Messages, now: Now, admins: Collection[int]) -> None:
        self._messages, self._now, self._admins = messages, now, admins

    def tell(self, db: Database, page: WantedPage, stored: Stored) -> None:
        """To everybody who sent the page's link and was not told yet."""
        links = list_untold(db, page.id)
        for link in links:
            reader = get_subscriber(db, link.subscriber_id)
            card = self._render(db, link, stored, reader)
            enqueue(db, group_key=f"card:{link.id}", subscriber=reader, bodies=save_bodies(db, [card]), now=self._now())
        record_told(db, links, self._now())

    def _render(self, db: Database, link: SentLink, stored: Stored, reader: Subscriber) -> OutgoingMessage:
        """Whoever may not correct it gets it without buttons."""
        language = reader.language
        article = get_article(db, stored.article_id) if stored.article_id else None
        story = find_story(db, article.story_id) if article else None
        if article is None or story is None:
            return render_refusal(link.url, stored.reason or "", language, self._messages)
        is_known = stored.state is PageState.KNOWN
        is_decided = reader.chat_id not in self._admins
        return render_card(story, article, language, self._messages, is_known=is_known, is_decided=is_decided)
