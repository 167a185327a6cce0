"""Corrections stated in chat are applied in the tick, and stand in nobody's way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.clock import MovableClock
from bot.config import Settings
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome
from bot.delivery.pacer import Pacer
from bot.jobs import Desk, compose
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from storage.chats.outbox import count_outbox
from storage.database import Database, open_database
from storage.models.chats import Delivery, DeliveryState
from storage.models.corrections import CountryChange, Standing
from storage.models.seeds import Seeds
from storage.news.upkeep.corrections import record_correction
from tests.jobs.test_composing import SLOT, SUBSCRIBED, follow, store


async def _send(delivery: Delivery) -> Outcome:
    raise AssertionError("nothing is sent here")


def test_a_report_that_cannot_be_read_anew_holds_up_no_digest(
    db: Database, settings: Settings, messages: Messages, seeds: Seeds
) -> None:
    store(db, SUBSCRIBED + timedelta(hours=1))
    follow(db)
    article = db.execute("SELECT id FROM articles").fetchone()[0]
    change = CountryChange(code="KE", standing=Standing.PARTY)
    record_correction(db, article, change, corrected_by="Aigul", now=SUBSCRIBED)
    clock = MovableClock(lambda: SLOT)
    broken = Gazetteer(replace(seeds, country_forms=None))  # type: ignore[arg-type]
    desk = Desk(
        open_store=partial(open_database, settings.database),
        drain=Drain(db, _send, now=clock, pacer=Pacer(1)),
        messages=messages,
        now=clock,
        gazetteer=broken,
    )
    with pytest.raises(TypeError):
        compose(desk)
    assert count_outbox(db)[DeliveryState.PENDING] == 1
