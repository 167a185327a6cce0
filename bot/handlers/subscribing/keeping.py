"""Writes down what people decided on their subscriptions: made, changed, moved to another zone, resumed."""

from __future__ import annotations

from bot.briefing.digest import list_subjects
from bot.briefing.schedule import find_zone, next_due
from bot.briefing.subscribing.draft import keys_of, schedule_of
from bot.handlers.context import Context, Request
from bot.render.subscribing.cards import render_card
from storage.chats.subscribers import find_subscriber, record_subscriber, resume_subscriber, set_timezone
from storage.chats.subscriptions import (
    change_subscription,
    find_subscription,
    list_subscriptions,
    save_subscription,
    set_next_due,
)
from storage.database import write
from storage.models.chats import ChatKind, Draft, OutgoingMessage, Subscriber, Subscription


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
        _resume(context, subscriber)
    return subscriber


def resume_chat(context: Context, request: Request) -> None:
    """For /start: a chat that blocked us and is back gets its digests again, from where they ended."""
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    if subscriber is not None and subscriber.paused_reason is not None:
        _resume(context, subscriber)


def finish(
    context: Context, request: Request, subscriber: Subscriber, draft: Draft, *, note: str | None = None
) -> OutgoingMessage:
    """A draft that is complete becomes a subscription, or changes one; its card. `note`: key of what to add."""
    known = find_subscription(context.db, draft.changes) if draft.changes else None
    with write(context.db):
        if known is not None and known.subscriber.id == subscriber.id:
            subscription, heading = _change(context, known, draft), "subscription.changed"
        elif same := _find_same(context, subscriber, draft):
            subscription, heading = same, "subscription.known"
        else:
            subscription, heading, note = _save(context, subscriber, draft), "subscription.saved", note or _FIRST
    return show_card(context, request, subscription, heading=heading, note=note)


def show_card(
    context: Context, request: Request, subscription: Subscription, *, heading: str, note: str | None = None
) -> OutgoingMessage:
    """A subscription with its buttons."""
    subjects = list_subjects(context.db, (key for keys in subscription.filter.alternatives for key in keys))
    return render_card(subscription, subjects, request.language, context.messages, heading=heading, note=note)


_FIRST = "subscription.first"


def _save(context: Context, subscriber: Subscriber, draft: Draft) -> Subscription:
    assert draft.timezone is not None
    subscription_id = save_subscription(
        context.db,
        subscriber_id=subscriber.id,
        alternatives=keys_of(draft),
        schedule=schedule_of(draft),
        timezone=draft.timezone,
        next_due_at=next_due(schedule_of(draft), find_zone(draft.timezone), context.now()),
        now=context.now(),
        asked_in=draft.asked_in,
    )
    return _get(context, subscription_id)


def _change(context: Context, known: Subscription, draft: Draft) -> Subscription:
    """A zone that changes is the chat's that moved: its other subscriptions in the old zone move along."""
    assert draft.timezone is not None
    after = max(context.now(), known.anchor_at or context.now())
    change_subscription(
        context.db,
        known.id,
        alternatives=keys_of(draft),
        schedule=schedule_of(draft),
        timezone=draft.timezone,
        next_due_at=next_due(schedule_of(draft), find_zone(draft.timezone), after),
    )
    if draft.timezone != known.timezone:
        _move_zone(context, known, draft.timezone)
    return _get(context, known.id)


def _move_zone(context: Context, known: Subscription, timezone: str) -> None:
    set_timezone(context.db, known.subscriber.id, timezone)
    for other in list_subscriptions(context.db, known.subscriber.id):
        if other.timezone == known.timezone:
            after = max(context.now(), other.anchor_at or context.now())
            change_subscription(
                context.db,
                other.id,
                alternatives=other.filter.alternatives,
                schedule=other.schedule,
                timezone=timezone,
                next_due_at=next_due(other.schedule, find_zone(timezone), after),
            )


def _find_same(context: Context, subscriber: Subscriber, draft: Draft) -> Subscription | None:
    wanted = {frozenset(keys) for keys in keys_of(draft)}
    for each in list_subscriptions(context.db, subscriber.id):
        same_filter = {frozenset(keys) for keys in each.filter.alternatives} == wanted
        if same_filter and each.schedule == schedule_of(draft) and each.timezone == draft.timezone:
            return each
    return None


def _resume(context: Context, subscriber: Subscriber) -> None:
    with write(context.db):
        resume_subscriber(context.db, subscriber.id)
        for each in list_subscriptions(context.db, subscriber.id):
            due_at = next_due(each.schedule, find_zone(each.timezone), context.now())
            set_next_due(context.db, each.id, due_at)


def _get(context: Context, subscription_id: int) -> Subscription:
    subscription = find_subscription(context.db, subscription_id)
    assert subscription is not None
    return subscription
