"""Links that people sent → pages that wait; told at once where the page brought its article before."""

from __future__ import annotations

from datetime import datetime

from bot.ingest.gathering.items import see_address
from bot.ingest.gathering.storing import OnSettled, Stored
from storage.database import Database, write
from storage.models.sources import PageState
from storage.sources.links import list_untaken, record_taken
from storage.sources.wanted import get_settled, get_wanted, want_page


def take_links(db: Database, now: datetime, on_settled: OnSettled) -> None:
    """Let every link's page wait, each in a transaction of its own."""
    for link in list_untaken(db):
        with write(db):
            page_id = want_page(db, see_address(link.url), now=now)
            record_taken(db, link.id, page_id)
            page, settled = get_wanted(db, page_id), get_settled(db, page_id)
            assert page is not None
            assert settled is not None
            if settled.state is not PageState.WAITING:
                on_settled(db, page, Stored(state=PageState.KNOWN, reason=settled.reason, article_id=page.article_id))
