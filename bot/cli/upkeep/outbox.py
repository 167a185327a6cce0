"""`readout outbox` and `readout audit`: what waits, what failed, and proof of who got what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.cli.options import database_option, settings_with
from bot.clock import now
from storage.chats.outbox import count_outbox
from storage.chats.sent.audit import AuditedDigest, audit_slots, drop_deliveries, list_deliveries, retry_deliveries
from storage.database import Database, open_database
from storage.models.chats import Delivery, DeliveryState

_TROUBLE = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.IN_DOUBT, DeliveryState.FAILED)
_SHOWN = 50


@click.group(invoke_without_command=True)
@database_option
@click.option("--state", type=click.Choice([state.value for state in DeliveryState]), help="Only these.")
@click.option("--limit", default=_SHOWN, show_default=True, type=click.IntRange(min=1), help="The newest so many.")
@click.pass_context
def outbox(context: click.Context, database: Path | None, state: str | None, limit: int) -> None:
    """Show what waits, is in doubt or failed; `retry` and `drop` take the numbers shown."""
    context.obj = database
    if context.invoked_subcommand is not None:
        return
    with _store(database) as db:
        counts = count_outbox(db)
        click.echo(", ".join(f"{counts.get(each, 0)} {each.value}" for each in DeliveryState))
        for delivery in list_deliveries(db, [DeliveryState(state)] if state else _TROUBLE, limit):
            click.echo(_describe(delivery))


@outbox.command()
@click.argument("numbers", nargs=-1, required=True, type=int)
@click.pass_obj
def retry(database: Path | None, numbers: tuple[int, ...]) -> None:
    """Send failed, dropped or doubtful deliveries again; those in doubt are marked as a possible repeat."""
    with _store(database) as db:
        count = retry_deliveries(db, numbers, now())
    click.echo(f"{count} of {len(numbers)} wait to be sent again.")


@outbox.command()
@click.argument("numbers", nargs=-1, required=True, type=int)
@click.pass_obj
def drop(database: Path | None, numbers: tuple[int, ...]) -> None:
    """Give up on deliveries that wait, failed or are in doubt."""
    with _store(database) as db:
        count = drop_deliveries(db, numbers)
    click.echo(f"{count} of {len(numbers)} are given up.")


@click.command()
@database_option
@click.argument("slot")
def audit(database: Path | None, slot: str) -> None:
    """Prove who got what: SLOT is a day (2026-03-01) or a time (2026-03-01T08:00) in READOUT_TIMEZONE."""
    zone = settings_with(database).zone
    since, until = _read_slot(slot, zone)
    totals: Counter[str] = Counter()
    with _store(database) as db:
        for digest in audit_slots(db, since, until):
            for line in _lines(digest, zone):
                click.echo(line)
            totals.update(part.state.value for part in digest.parts)
            totals["digests"] += 1
            totals["silent"] += not digest.parts
    click.echo(f"{totals['digests']} digests, {totals['silent']} of them with nothing to say; parts:")
    click.echo(", ".join(f"{totals[state.value]} {state.value}" for state in DeliveryState))
    if totals[DeliveryState.FAILED] or totals[DeliveryState.IN_DOUBT]:
        raise SystemExit(1)


@contextmanager
def _store(database: Path | None) -> Iterator[Database]:
    db = open_database(settings_with(database).database)
    try:
        yield db
    finally:
        db.close()


def _read_slot(slot: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    try:
        at = datetime.fromisoformat(slot)
    except ValueError:
        raise click.BadParameter("write a day such as 2026-03-01 or a time such as 2026-03-01T08:00") from None
    at = at.replace(tzinfo=at.tzinfo or zone)
    is_day = len(slot) == len("2026-03-01") and at.timetz().replace(tzinfo=None) == time()
    until = at + (timedelta(days=1) if is_day else timedelta(minutes=1))
    return at.astimezone(UTC), until.astimezone(UTC)


def _lines(digest: AuditedDigest, zone: ZoneInfo) -> Iterator[str]:
    chat = f"{digest.chat_id}/{digest.thread_id}" if digest.thread_id else str(digest.chat_id)
    head = f"{digest.slot_at.astimezone(zone):%Y-%m-%d %H:%M} subscription {digest.subscription_id} chat {chat}"
    if not digest.parts:
        yield f"{head}: nothing to say, nothing sent"
    for part in digest.parts:
        when = f" at {part.sent_at.astimezone(zone):%H:%M:%S}" if part.sent_at else ""
        number = f", message {part.message_id}" if part.message_id else ""
        repeat = ", marked as a repeat" if part.is_repeat else ""
        why = f": {part.error}" if part.error else ""
        yield f"{head} part {part.part}: {part.state.value}{when}{number}, {part.attempt_count} tries{repeat}{why}"


def _describe(delivery: Delivery) -> str:
    why = f": {delivery.outcome}: {delivery.error}" if delivery.outcome else ""
    waits = f" not before {delivery.not_before:%Y-%m-%d %H:%M:%SZ}" if delivery.state is DeliveryState.PENDING else ""
    return (
        f"{delivery.id} {delivery.state.value} chat {delivery.chat_id} {delivery.dedupe_key}"
        f" tries {delivery.attempt_count}{waits}{why}"
    )
