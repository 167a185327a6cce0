"""/subscribe, /subscriptions, /unsubscribe, /digest; what their buttons do stands in `subscribing.touching`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.briefing.digest import Composer
from bot.briefing.due import list_upcoming
from bot.briefing.subscribing.line import read_line
from bot.handlers.context import Context, Request
from bot.handlers.subscribing.dialogue import advance_dialogue, find_keys
from bot.handlers.subscribing.keeping import end_all, list_followed, reader_of, subjects_of
from bot.handlers.subscribing.touching import press_subscription_button
from bot.render.digests import render_digest
from bot.render.subscribing.cards import render_ask_end, render_choose_end, render_list, render_none
from storage.arrivals import find_end
from storage.chats.outbox import enqueue, save_bodies
from storage.chats.subscribers import set_timezone
from storage.chats.subscriptions import find_asked
from storage.models.chats import Cadence, Draft, Filter, OutgoingMessage, Subscription

__all__ = [
    "answer_digest",
    "answer_subscribe",
    "answer_subscriptions",
    "answer_unsubscribe",
    "press_subscription_button",
]

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
    whole = replace(
        draft,
        cadence=draft.cadence or (Cadence.DAILY if draft.times else None),
        timezone=draft.timezone or subscriber.timezone or context.settings.timezone,
        changes=asked.id if asked else None,
        asked_in=request.message_id or None,
    )
    note = "subscription.cut" if line.is_cut else "subscription.zone_guessed" if is_guessed else None
    return (advance_dialogue(context, request, subscriber, whole, note=note),)


def answer_subscriptions(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """All this chat follows, with the next slots."""
    subscriptions = list_followed(context, request)
    if not subscriptions:
        return (render_none(request.language, context.messages),)
    listed = [(each, list_upcoming(each, context.now())) for each in subscriptions]
    return (render_list(listed, subjects_of(context, subscriptions), request.language, context.messages),)


def answer_unsubscribe(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """One is asked about, several are offered; `all` and a number of /subscriptions are understood."""
    if refusal := _refuse(request):
        return (_say(context, request, refusal),)
    subscriptions = list_followed(context, request)
    if not subscriptions:
        return (render_none(request.language, context.messages),)
    if request.words.lower() == "all":
        return (end_all(context, request, subscriptions),)
    if request.words.isdecimal() and 1 <= int(request.words[:4]) <= len(subscriptions):
        subscriptions = (subscriptions[int(request.words[:4]) - 1],)
    subjects = subjects_of(context, subscriptions)
    if len(subscriptions) == 1:
        return (render_ask_end(subscriptions[0], subjects, request.language, context.messages),)
    return (render_choose_end(subscriptions, subjects, request.language, context.messages),)


def answer_digest(context: Context, request: Request) -> Sequence[OutgoingMessage]:
    """What the next digests would hold by now, through the outbox; the schedule stays as it is."""
    composer, now = Composer(context.db), context.now()
    subscriptions = list_followed(context, request)
    parts = [part for each in subscriptions for part in _render_now(context, request, composer, each)]
    if not subscriptions:
        digest = composer.compose_first(_EVERYTHING, now, now, request.language)
        zone, note = context.zone_of(request).key, "digest.asked_unsubscribed"
        parts = list(render_digest(digest, zone, request.language, context.messages, note=note))
    if not request.update_id:  # the terminal has no outbox
        return parts
    subscriber = reader_of(context, request)
    bodies = save_bodies(context.db, parts)
    enqueue(context.db, group_key=f"asked:{request.update_id}", subscriber=subscriber, bodies=bodies, now=now)
    context.wake()
    return ()


def _render_now(
    context: Context, request: Request, composer: Composer, subscription: Subscription
) -> Sequence[OutgoingMessage]:
    now, filter_, language = context.now(), subscription.filter, request.language
    most, grouping = subscription.most_entries, subscription.grouping
    if subscription.anchor_at is None or subscription.schedule.cadence is Cadence.AT_ONCE:
        since = now if subscription.anchor_at else subscription.created_at
        digest = composer.compose_first(filter_, since, now, language, most, grouping)
    else:
        since, until = subscription.anchor_at, find_end(context.db, now) or now
        shown = (min(since, now), now)
        digest = composer.compose_window(filter_, since, until, language, most, grouping, shown)
    return render_digest(digest, subscription.timezone, language, context.messages, note="digest.asked")


def _refuse(request: Request) -> str | None:
    """Why they may not decide what this chat follows: the key of a message."""
    if not request.update_id:  # nobody's chat: the terminal
        return "subscription.chat_only"
    return None if request.is_admin else "subscription.admins_only"


def _say(context: Context, request: Request, key: str) -> OutgoingMessage:
    return OutgoingMessage(text=context.messages.text(key, request.language))
