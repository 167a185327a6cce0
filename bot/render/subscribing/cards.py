"""A subscription as people see it: confirmed, listed, changed, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.briefing.asking.understanding import Subject
from bot.briefing.filters import Reason
from bot.briefing.schedule import is_quiet
from bot.render.answers.choices import quote
from bot.render.html import Html, bold, cut, join, plain
from bot.render.messages import Messages
from bot.render.subscribing.buttons import Action, TouchSubscription
from bot.render.subscribing.words import (
    describe_filter,
    describe_quiet,
    describe_reason,
    describe_schedule,
    local_time,
    name_times,
    name_topic,
)
from storage.models.chats import MOST_ENTRIES, Cadence, Grouping, OutgoingMessage, Subscription
from storage.models.reading import TOPICS

Subjects = Mapping[str, Subject]

_LABEL_LIMIT = 30
_MOST_LISTED = 20
_WHAT_LIMIT = 600
_TOAST_LIMIT = 190
"""Telegram shows 200 letters of a toast."""
_CHANGES = ((Action.WHAT, Action.WHEN, Action.ZONE), (Action.QUIET, Action.LENGTH, Action.ASK_END))


def render_card(
    subscription: Subscription,
    slots: Sequence[datetime],
    subjects: Subjects,
    language: str,
    messages: Messages,
    *,
    heading: str,
    note: str | None,
    unread: Sequence[str] = (),
) -> OutgoingMessage:
    """All that was understood, the zone, the next slots there, a button to change each. `heading`, `note`: message
    keys; `unread`: what was not understood."""
    lines = (
        bold(messages.text(heading, language)),
        messages.text("subscription.what", language, what=_what(subscription, subjects, language, messages)),
        messages.text("subscription.when", language, when=_when(subscription, language, messages)),
        _render_next(subscription, slots, language, messages),
        *_list_habits(subscription, language, messages),
    )
    foot = messages.text(note, language) if note else ""
    return OutgoingMessage(
        text=join("\n\n", (join("\n", lines), render_unread(unread, language, messages), foot)),
        keyboard=tuple(
            tuple(_button(subscription.id, action, language, messages) for action in row) for row in _CHANGES
        ),
    )


def render_unread(unread: Sequence[str], language: str, messages: Messages) -> Html:
    """What of a line was left out, and where to find how it is written."""
    if not unread:
        return Html()
    told = messages.text("subscription.unread", language, words=join(", ", map(quote, unread)))
    if not any(word.casefold().startswith("topic") for word in unread):
        return told
    topics = join(", ", (name_topic(topic, language, messages) for topic in TOPICS))
    return join("\n", (told, messages.text("subscription.topics", language, topics=topics)))


def render_why(
    met: Sequence[tuple[Subscription, Reason]], subjects: Subjects, language: str, messages: Messages
) -> Html:
    """Which of a chat's subscriptions a story met, short enough for a toast."""
    if not met:
        return messages.text("why.none", language)
    told = [
        join(
            ": ",
            (
                describe_filter(each.filter, subjects, language, messages),
                describe_reason(reason, subjects, language, messages),
            ),
        )
        for each, reason in met
    ]
    return cut(messages.text("why.told", language, what=join("; ", told)), _TOAST_LIMIT)


def render_list(
    subscriptions: Sequence[tuple[Subscription, Sequence[datetime]]],
    subjects: Subjects,
    language: str,
    messages: Messages,
) -> OutgoingMessage:
    """All a chat follows, each with its next slots and its buttons."""
    shown = subscriptions[:_MOST_LISTED]
    entries = [
        _render_entry(number, subscription, slots, subjects, language, messages)
        for number, (subscription, slots) in enumerate(shown, start=1)
    ]
    hidden = len(subscriptions) - len(shown)
    more = messages.plural("subscriptions.more", language, hidden) if hidden else ""
    title = bold(messages.plural("subscriptions.title", language, len(subscriptions)))
    return OutgoingMessage(
        text=join("\n\n", (title, *entries, more)),
        keyboard=tuple(
            (
                _numbered(number, subscription.id, Action.CARD, language, messages),
                _numbered(number, subscription.id, Action.ASK_END, language, messages),
            )
            for number, (subscription, _) in enumerate(shown, start=1)
        ),
    )


def render_none(language: str, messages: Messages) -> OutgoingMessage:
    """A chat that follows nothing."""
    return OutgoingMessage(text=messages.text("subscriptions.none", language))


def render_ask_end(
    subscription: Subscription, subjects: Subjects, language: str, messages: Messages
) -> OutgoingMessage:
    """Really?"""
    what = _what(subscription, subjects, language, messages)
    when = _when(subscription, language, messages)
    return OutgoingMessage(
        text=messages.text("unsubscribe.ask", language, what=what, when=when),
        keyboard=(
            (
                _button(subscription.id, Action.END, language, messages),
                _button(subscription.id, Action.KEEP, language, messages),
            ),
        ),
    )


def render_choose_end(
    subscriptions: Sequence[Subscription], subjects: Subjects, language: str, messages: Messages
) -> OutgoingMessage:
    """Which of several."""
    shown = subscriptions[:_MOST_LISTED]
    rows = [
        (
            (
                _end_label(each, subjects, language, messages),
                str(TouchSubscription(subscription_id=each.id, action=Action.END)),
            ),
        )
        for each in shown
    ]
    everything = _button(0, Action.END_ALL, language, messages)
    return OutgoingMessage(text=messages.text("unsubscribe.which", language), keyboard=(*rows, (everything,)))


def render_ended(
    ended: Sequence[Subscription], subjects: Subjects, language: str, messages: Messages
) -> OutgoingMessage:
    """What is followed no more."""
    if len(ended) != 1:
        return OutgoingMessage(text=messages.plural("unsubscribe.ended_all", language, len(ended)))
    what = _what(ended[0], subjects, language, messages)
    return OutgoingMessage(text=messages.text("unsubscribe.ended", language, what=what))


def _render_entry(
    number: int,
    subscription: Subscription,
    slots: Sequence[datetime],
    subjects: Subjects,
    language: str,
    messages: Messages,
) -> Html:
    what = bold(join(" ", (f"{number}.", cut(_what(subscription, subjects, language, messages), 120))))
    when = _when(subscription, language, messages)
    next_line = _render_next(subscription, slots, language, messages)
    return join("\n", (what, when, next_line, *_list_habits(subscription, language, messages)))


def _render_next(subscription: Subscription, slots: Sequence[datetime], language: str, messages: Messages) -> Html:
    if subscription.subscriber.paused_reason is not None:
        return messages.text("subscription.paused", language)
    if subscription.schedule.cadence is not Cadence.AT_ONCE:
        times = join("; ", (local_time(at, subscription.timezone, language) for at in slots))
        return messages.text("subscription.next", language, times=times)
    if subscription.next_due_at is None:
        return messages.text("subscription.next.at_once", language)
    at = local_time(subscription.next_due_at, subscription.timezone, language)
    return messages.text("subscription.next.held", language, at=at)


def _list_habits(subscription: Subscription, language: str, messages: Messages) -> Sequence[Html]:
    """Quiet hours, and what was asked for of length and empty digests."""
    return (
        *_describe_quiet(subscription, language, messages),
        *(_describe_length(subscription, language, messages)),
        *_describe_grouping(subscription, language, messages),
    )


def _describe_quiet(subscription: Subscription, language: str, messages: Messages) -> Sequence[Html]:
    quiet, schedule = subscription.quiet, subscription.schedule
    if quiet is None:
        return ()
    hours = {"hours": describe_quiet(quiet), "end": f"{quiet.until:%H:%M}"}
    if schedule.cadence is Cadence.AT_ONCE:
        return (messages.text("subscription.quiet.alerts", language, **hours),)
    within = [at for at in schedule.times if is_quiet(quiet, at)]
    if not within:
        return (messages.text("subscription.quiet.digests", language, **hours),)
    return (messages.text("subscription.quiet.within", language, at=name_times(within, language), **hours),)


def _describe_length(subscription: Subscription, language: str, messages: Messages) -> Sequence[Html]:
    most = subscription.most_entries
    length = (messages.plural("subscription.length", language, most),) if most != MOST_ENTRIES else ()
    return (*length, messages.text("subscription.empty", language)) if subscription.sends_empty else length


def _describe_grouping(subscription: Subscription, language: str, messages: Messages) -> Sequence[Html]:
    grouping = subscription.grouping
    return () if grouping is Grouping.NONE else (messages.text(f"subscription.grouping.{grouping}", language),)


def _what(subscription: Subscription, subjects: Subjects, language: str, messages: Messages) -> Html:
    return cut(describe_filter(subscription.filter, subjects, language, messages), _WHAT_LIMIT)


def _when(subscription: Subscription, language: str, messages: Messages) -> Html:
    return describe_schedule(subscription.schedule, subscription.timezone, language, messages)


def _end_label(subscription: Subscription, subjects: Subjects, language: str, messages: Messages) -> str:
    what = cut(_what(subscription, subjects, language, messages), _LABEL_LIMIT)
    return plain(join(" · ", (what, _when(subscription, language, messages))))


def _numbered(number: int, id_: int, action: Action, language: str, messages: Messages) -> tuple[str, str]:
    label, target = _button(id_, action, language, messages)
    return (f"{label} {number}", target)


def _button(id_: int, action: Action, language: str, messages: Messages) -> tuple[str, str]:
    label = plain(messages.text(f"subscription.button.{action.value}", language))
    return (label, str(TouchSubscription(subscription_id=id_, action=action)))
