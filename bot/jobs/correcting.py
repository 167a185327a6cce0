"""Applies what was stated in chat about stored reports: before anything is sent that it may change."""

from __future__ import annotations

import logging

from bot.clock import Now
from bot.reading.gazetteer import Gazetteer
from storage.database import Database
from storage.news.upkeep.corrections import list_unapplied

logger = logging.getLogger(__name__)


def apply_corrections(db: Database, gazetteer: Gazetteer, now: Now) -> None:
    """Read every report anew that was corrected, one transaction each.

    Raises:
        StorageError: the store refused; the rest is read at the next tick.
    """
    corrected = list_unapplied(db)
    if not corrected:
        return
    # Imported here: a start should not wait for what only texts need.
    from bot.ingest.correcting.rereading import reread_corrected

    for article_id in corrected:
        reread_corrected(db, article_id, gazetteer, now)
        logger.info("article %s was read again with its corrections", article_id)
