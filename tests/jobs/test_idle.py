"""A tick that finds nothing to do: it looks up what there may be to do, however much is stored."""

from __future__ import annotations

from bot.config import Settings
from bot.delivery.outbox import Drain
from bot.delivery.outcomes import Outcome
from bot.jobs import Desk, compose
from bot.reading.gazetteer import Gazetteer
from bot.render.messages import Messages
from storage.database import Database, open_database
from storage.models.chats import Delivery
from tests.jobs.test_composing import DAY, SUBSCRIBED, follow, store

_SHORT = {"documents_unshown", "corrections_unshown", "corrections_article", "subscriptions_at_once"}
"""Indices that hold what is left to do, what people corrected, and those one of whom is asked for."""


async def _send(delivery: Delivery) -> Outcome:
    raise AssertionError("nothing is sent here")


def list_scans(db: Database, sql: str) -> list[str]:
    """What a statement goes through from end to end."""
    plan = [str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    return [step for step in plan if step.startswith("SCAN ")]


def test_an_idle_tick_goes_through_no_table(
    db: Database, settings: Settings, messages: Messages, gazetteer: Gazetteer
) -> None:
    store(db, SUBSCRIBED - DAY)
    follow(db)
    said: list[str] = []

    def open_heard() -> Database:
        opened = open_database(settings.database)
        opened.conn.set_trace_callback(said.append)
        return opened

    desk = Desk(
        open_store=open_heard,
        drain=Drain(db, _send, now=lambda: SUBSCRIBED),
        messages=messages,
        now=lambda: SUBSCRIBED,
        gazetteer=gazetteer,
    )
    compose(desk)
    scans = {scan.split()[-1] for sql in said if "SELECT" in sql for scan in list_scans(db, sql)}
    assert {"documents_unshown", "subscriptions_at_once"} <= scans <= _SHORT
