"""/subscribe, /subscriptions, /unsubscribe, /digest, and the buttons under their answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.briefing.asking.understanding import Subject
from bot.briefing.digest import Composer, list_subjects
from bot.briefing.schedule import find_zone, list_next
from bot.briefing.subscribing.draft import draft_of, forget
from bot.briefing.subscribing.line import read_line
from bot.handlers.context import Context, Pressed, Request
from bot.handlers.subscribing.dialogue import advance_dialogue, answer_step, find_keys
from bot.handlers.subscribing.keeping import reader_of, show_card
from bot.render.digests import render_digest
from bot.render.subscribing.buttons import Action, AnswerStep, TouchSubscription, parse_button
from bot.render.subscribing.cards import (
    render_ask_end,
    render_choose_end,
    render_ended,
    render_list,
    render_none,
)
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import find_subscriber, set_timezone
from storage.chats.subscriptions import end_subscription, find_asked, find_subscription, list_subscriptions
from storage.database import write
from storage.models.chats import Cadence, Draft, Filter, OutgoingMessage, Step, Subscriber, Subscription

_SLOTS_SHOWN = 3
_EVERYTHING = Filter(id=0, alternatives=())


def answer_subscribe(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """In one line, or a dialogue; what the line leaves out, the dialogue asks."""
    if refusal := _refuse(request):
        return (_say(context, request, refusal),)
    subscriber = reader_of(context, request)
    if not request.words:
        return (advance_dialogue(context, request, subscriber, Draft(timezone=subscriber.timezone)),)
    line = read_line(request.words, lambda words: find_keys(context, words))
    draft = line.draft
    if draft.timezone and subscriber.timezone is None:
        set_timezone(context.db, subscriber.id, draft.timezone)
    is_guessed = draft.timezone is None and subscriber.timezone is None
    asked = find_asked(context.db, subscriber.id, request.message_id) if request.is_edit else None
    whole = Draft(
        alternatives=draft.alternatives,
        cadence=draft.cadence or (Cadence.DAILY if draft.at else None),
        weekday=draft.weekday,
        at=draft.at,
        timezone=draft.timezone or subscriber.timezone or context.settings.timezone,
        changes=asked.id if asked else None,
        asked_in=request.message_id or None,
    )
    note = "subscription.cut" if line.is_cut else "subscription.zone_guessed" if is_guessed else None
    return (advance_dialogue(context, request, subscriber, whole, note=note),)


def answer_subscriptions(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """All this chat follows, with the next slots."""
    subscriptions = _list(context, request)
    if not subscriptions:
        return (render_none(request.language, context.messages),)
    listed = [(each, _next_slots(context, each)) for each in subscriptions]
    return (render_list(listed, _subjects(context, subscriptions), request.language, context.messages),)


def answer_unsubscribe(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """One is asked about, several are offered; `all` and a number of /subscriptions are understood."""
    if refusal := _refuse(request):
        return (_say(context, request, refusal),)
    subscriptions = _list(context, request)
    if not subscriptions:
        return (render_none(request.language, context.messages),)
    if request.words.lower() == "all":
        return (_end(context, request, subscriptions),)
    if request.words.isdecimal() and 1 <= int(request.words[:4]) <= len(subscriptions):
        subscriptions = (subscriptions[int(request.words[:4]) - 1],)
    subjects = _subjects(context, subscriptions)
    if len(subscriptions) == 1:
        return (render_ask_end(subscriptions[0], subjects, request.language, context.messages),)
    return (render_choose_end(subscriptions, subjects, request.language, context.messages),)


def answer_digest(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """What the next digests would hold by now, through the outbox; the schedule stays as it is."""
    composer, now = Composer(context.db), context.now()
    subscriptions = _list(context, request)
    parts = [part for each in subscriptions for part in _render_now(context, request, composer, each)]
    if not subscriptions:
        digest = composer.compose_first(_EVERYTHING, now, now, request.language)
        zone, note = context.zone_of(request).key, "digest.asked_unsubscribed"
        parts = list(render_digest(digest, zone, request.language, context.messages, note=note))
    if not request.update_id:  # the terminal has no outbox
        return parts
    subscriber = reader_of(context, request)
    enqueue(
        context.db,
        group_key=f"asked:{request.update_id}",
        subscriber=subscriber,
        bodies=save_bodies(context.db, parts),
        now=now,
    )
    context.wake()
    return ()


def press_subscription_button(context: Context, request: Request) -> Pressed:
    """Buttons outlive what they point to, may be forged, and in a group are pressed by anybody."""
    if not request.is_admin:
        return Pressed(toast=context.messages.text("subscription.admins_only", request.language))
    match parse_button(request.words):
        case AnswerStep() as button:
            return answer_step(context, request, button)
        case TouchSubscription(subscription_id=0, action=Action.END_ALL):
            subscriptions = _list(context, request)
            return Pressed(edited=_end(context, request, subscriptions)) if subscriptions else _over(context, request)
        case TouchSubscription() as touch:
            return _touch(context, request, touch)
        case None:
            return Pressed(toast=context.messages.text("button.unknown", request.language))


def _touch(context: Context, request: Request, touch: TouchSubscription) -> Pressed:
    subscription = find_subscription(context.db, touch.subscription_id)
    if subscription is None or not _is_here(subscription.subscriber, request):
        return _over(context, request)
    language, messages = request.language, context.messages
    match touch.action:
        case Action.CARD:
            return Pressed(sent=(show_card(context, request, subscription, heading="subscription.shown"),))
        case Action.WHAT | Action.WHEN | Action.ZONE as action:
            draft = forget(draft_of(subscription), _ASKED[action])
            return Pressed(sent=(advance_dialogue(context, request, subscription.subscriber, draft),))
        case Action.ASK_END:
            subjects = _subjects(context, (subscription,))
            return Pressed(sent=(render_ask_end(subscription, subjects, language, messages),))
        case Action.END:
            return Pressed(edited=_end(context, request, (subscription,)))
        case _:
            return Pressed(edited=_say(context, request, "unsubscribe.kept"))


_ASKED = {Action.WHAT: Step.WHAT, Action.WHEN: Step.CADENCE, Action.ZONE: Step.ZONE}


def _render_now(
    context: Context, request: Request, composer: Composer, subscription: Subscription
) -> Sequence[OutgoingMessage]:
    now, filter_, language = context.now(), subscription.filter, request.language
    if subscription.anchor_at is None:
        digest = composer.compose_first(filter_, subscription.created_at, now, language)
    else:
        digest = composer.compose_window(filter_, min(subscription.anchor_at, now), now, language)
    return render_digest(digest, subscription.timezone, language, context.messages, note="digest.asked")


def _refuse(request: Request) -> str | None:
    """Why they may not decide what this chat follows: the key of a message."""
    if not request.update_id:  # nobody's chat: the terminal
        return "subscription.chat_only"
    return None if request.is_admin else "subscription.admins_only"


def _end(context: Context, request: Request, subscriptions: Sequence[Subscription]) -> OutgoingMessage:
    with write(context.db):
        for each in subscriptions:
            end_subscription(context.db, each.id, context.now())
    return render_ended(subscriptions, _subjects(context, subscriptions), request.language, context.messages)


def _list(context: Context, request: Request) -> tuple[Subscription, ...]:
    subscriber = find_subscriber(context.db, request.chat_id, request.thread_id)
    return list_subscriptions(context.db, subscriber.id) if subscriber else ()


def _next_slots(context: Context, subscription: Subscription) -> Sequence[datetime]:
    return list_next(subscription.schedule, find_zone(subscription.timezone), context.now(), _SLOTS_SHOWN)


def _subjects(context: Context, subscriptions: Sequence[Subscription]) -> dict[str, Subject]:
    keys = {key for each in subscriptions for alternative in each.filter.alternatives for key in alternative}
    return dict(list_subjects(context.db, keys))


def _is_here(subscriber: Subscriber, request: Request) -> bool:
    return (subscriber.chat_id, subscriber.thread_id) == (request.chat_id, request.thread_id)


def _over(context: Context, request: Request) -> Pressed:
    return Pressed(toast=context.messages.text("subscription.over", request.language))


def _say(context: Context, request: Request, key: str) -> OutgoingMessage:
    return OutgoingMessage(text=context.messages.text(key, request.language))
