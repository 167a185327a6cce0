"""Writes down what people decided on their subscriptions: made, changed, moved to another zone, resumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.briefing.asking.understanding import Subject
from bot.briefing.digest import list_subjects
from bot.briefing.due import changed_anchor, changed_due, first_due, list_upcoming
from bot.briefing.subscribing.draft import keys_of, schedule_of
from bot.briefing.subscribing.returning import resume
from bot.handlers.context import Context, Request
from bot.render.subscribing.cards import render_card, render_ended
from storage.arrivals import alert_cursor, start_alerts
from storage.chats.filters import normalize_filter
from storage.chats.subscribers import find_subscriber, record_subscriber, set_timezone
from storage.chats.subscriptions import (
    change_subscription,
    end_subscription,
    find_subscription,
    list_subscriptions,
    save_subscription,
)
from storage.database import write
from storage.models.chats import (
    MOST_ENTRIES,
    Cadence,
    ChatKind,
    Draft,
    Grouping,
    OutgoingMessage,
    QuietHours,
    Schedule,
    Subscriber,
    Subscription,
)


def reader_of(context: Context, request: Request) -> Subscriber:
    """The row of the chat that asks; it was paused, but whoever writes can be written to."""
    subscriber = record_subscriber(
        context.db,
        chat_id=request.chat_id,
        thread_id=request.thread_id,
        kind=request.kind,
        language=request.language,
        now=context.now(),
        owner_id=None if request.kind is ChatKind.PRIVATE else request.user_id or None,
    )
    if subscriber.paused_reason is not None:
        resume(context.db, subscriber.id, context.now())
    return subscriber


def resume_chat(context: Context, request: Request) -> None:
    """For /start: a chat that blocked us and is back gets its digests again, from where they ended."""
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    if subscriber is not None and subscriber.paused_reason is not None:
        resume(context.db, subscriber.id, context.now())


def finish(
    context: Context, request: Request, subscriber: Subscriber, draft: Draft, *, note: str | None = None
) -> OutgoingMessage:
    """A draft that is complete becomes a subscription, or changes one; its card. `note`: key of what to add."""
    known = find_subscription(context.db, draft.changes) if draft.changes else None
    with write(context.db):
        if known is not None and known.subscriber.id == subscriber.id:
            subscription, heading = _change(context, known, draft), "subscription.changed"
        elif same := _find_same(context, subscriber, draft):
            is_same = _habits_of(same) == _habits_said(draft)
            subscription = same if is_same else _change(context, same, draft)
            heading = "subscription.known" if is_same else "subscription.changed"
        else:
            subscription, heading = _save(context, subscriber, draft), "subscription.saved"
            note = note or (None if subscription.schedule.cadence is Cadence.AT_ONCE else _FIRST)
    return show_card(context, request, subscription, heading=heading, note=note, unread=draft.unread)


def show_card(
    context: Context,
    request: Request,
    subscription: Subscription,
    *,
    heading: str,
    note: str | None = None,
    unread: tuple[str, ...] = (),
) -> OutgoingMessage:
    """A subscription with its buttons."""
    return render_card(
        subscription,
        list_upcoming(subscription, context.now()),
        subjects_of(context, (subscription,)),
        request.language,
        context.messages,
        heading=heading,
        note=note,
        unread=unread,
    )


def list_followed(context: Context, request: Request) -> tuple[Subscription, ...]:
    """What the chat follows."""
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    return list_subscriptions(context.db, subscriber.id) if subscriber else ()


def end_all(context: Context, request: Request, subscriptions: Sequence[Subscription]) -> OutgoingMessage:
    """They fall due no more; what to say of it."""
    with write(context.db):
        for each in subscriptions:
            end_subscription(context.db, each.id, context.now())
    return render_ended(subscriptions, subjects_of(context, subscriptions), request.language, context.messages)


def subjects_of(context: Context, subscriptions: Sequence[Subscription]) -> dict[str, Subject]:
    """The countries and officials they name."""
    keys = {key for each in subscriptions for alternative in each.filter.alternatives for key in alternative}
    return dict(list_subjects(context.db, keys))


_FIRST = "subscription.first"

_Habits = tuple[QuietHours | None, bool, int, Grouping]


def _save(context: Context, subscriber: Subscriber, draft: Draft) -> Subscription:
    assert draft.timezone is not None
    schedule, now = schedule_of(draft), context.now()
    quiet, sends_empty, most_entries, grouping = _habits_said(draft)
    subscription_id = save_subscription(
        context.db,
        subscriber_id=subscriber.id,
        alternatives=keys_of(draft),
        cut=draft.cut,
        schedule=schedule,
        timezone=draft.timezone,
        quiet=quiet,
        sends_empty=sends_empty,
        most_entries=most_entries,
        grouping=grouping,
        next_due_at=first_due(schedule, draft.timezone, now, quiet),
        anchor_at=start_alerts(context.db, now) if schedule.cadence is Cadence.AT_ONCE else None,
        now=now,
        asked_in=draft.asked_in,
    )
    return _get(context, subscription_id)


def _change(context: Context, known: Subscription, draft: Draft) -> Subscription:
    """A zone that changes is the chat's that moved: its other subscriptions in the old zone move along."""
    assert draft.timezone is not None
    schedule, now = schedule_of(draft), context.now()
    quiet, sends_empty, most_entries, grouping = _habits_said(draft)
    change_subscription(
        context.db,
        known.id,
        alternatives=keys_of(draft),
        cut=draft.cut,
        schedule=schedule,
        timezone=draft.timezone,
        quiet=quiet,
        sends_empty=sends_empty,
        most_entries=most_entries,
        grouping=grouping,
        next_due_at=changed_due(known, schedule, draft.timezone, quiet, now),
        anchor_at=_changed_anchor(context, known, schedule),
    )
    if draft.timezone != known.timezone:
        _move_zone(context, known, draft.timezone)
    return _get(context, known.id)


def _changed_anchor(context: Context, known: Subscription, schedule: Schedule) -> datetime | None:
    now, is_at_once = context.now(), schedule.cadence is Cadence.AT_ONCE
    begin = start_alerts(context.db, now) if is_at_once else now
    return changed_anchor(known, schedule, alert_cursor(context.db, now), begin)


def _move_zone(context: Context, known: Subscription, timezone: str) -> None:
    set_timezone(context.db, known.subscriber.id, timezone)
    for other in list_subscriptions(context.db, known.subscriber.id):
        if other.timezone == known.timezone:
            change_subscription(
                context.db,
                other.id,
                alternatives=other.filter.alternatives,
                cut=other.filter.cut,
                schedule=other.schedule,
                timezone=timezone,
                quiet=other.quiet,
                sends_empty=other.sends_empty,
                most_entries=other.most_entries,
                grouping=other.grouping,
                next_due_at=changed_due(other, other.schedule, timezone, other.quiet, context.now()),
            )


def _find_same(context: Context, subscriber: Subscriber, draft: Draft) -> Subscription | None:
    """One that tells of the same at the same times; its quiet hours and length may differ."""
    wanted = normalize_filter(keys_of(draft), draft.cut)
    for each in list_subscriptions(context.db, subscriber.id):
        is_same = (each.filter.alternatives, each.filter.cut) == (wanted.alternatives, wanted.cut)
        if is_same and each.schedule == schedule_of(draft) and each.timezone == draft.timezone:
            return each
    return None


def _habits_said(draft: Draft) -> _Habits:
    return draft.quiet, bool(draft.sends_empty), draft.most_entries or MOST_ENTRIES, draft.grouping or Grouping.NONE


def _habits_of(subscription: Subscription) -> _Habits:
    return subscription.quiet, subscription.sends_empty, subscription.most_entries, subscription.grouping


def _get(context: Context, subscription_id: int) -> Subscription:
    subscription = find_subscription(context.db, subscription_id)
    assert subscription is not None
    return subscription
