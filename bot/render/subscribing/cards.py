"""A subscription as people see it: confirmed, listed, changed, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.briefing.asking.understanding import Subject
from bot.render.html import Html, bold, cut, join, plain
from bot.render.messages import Messages
from bot.render.subscribing.buttons import Action, TouchSubscription
from bot.render.subscribing.words import describe_filter, describe_schedule, local_time
from storage.models.chats import OutgoingMessage, Subscription

Subjects = Mapping[str, Subject]

_LABEL_LIMIT = 30
_MOST_LISTED = 20
_WHAT_LIMIT = 600


def render_card(
    subscription: Subscription, subjects: Subjects, language: str, messages: Messages, *, heading: str, note: str | None
) -> OutgoingMessage:
    """What was understood, the zone, the next slot there, a button to change each. `heading`, `note`: message keys."""
    lines = (
        bold(messages.text(heading, language)),
        messages.text("subscription.what", language, what=_what(subscription, subjects, language, messages)),
        messages.text("subscription.when", language, when=_when(subscription, language, messages)),
        _render_next(subscription, [subscription.next_due_at], language, messages),
    )
    foot = messages.text(note, language) if note else ""
    return OutgoingMessage(
        text=join("\n\n", (join("\n", lines), foot)),
        keyboard=(
            (
                _button(subscription.id, Action.WHAT, language, messages),
                _button(subscription.id, Action.WHEN, language, messages),
            ),
            (
                _button(subscription.id, Action.ZONE, language, messages),
                _button(subscription.id, Action.ASK_END, language, messages),
            ),
        ),
    )


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
    return join("\n", (what, when, _render_next(subscription, slots, language, messages)))


def _render_next(
    subscription: Subscription, slots: Sequence[datetime | None], language: str, messages: Messages
) -> Html:
    if subscription.next_due_at is None:
        return messages.text("subscription.paused", language)
    times = join("; ", (local_time(at, subscription.timezone, language) for at in slots if at))
    return messages.text("subscription.next", language, times=times)


def _what(subscription: Subscription, subjects: Subjects, language: str, messages: Messages) -> Html:
    return cut(describe_filter(subscription.filter.alternatives, subjects, language, messages), _WHAT_LIMIT)


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
