"""Confirmations and lists: all that was understood, and what was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from bot.briefing.due import list_upcoming
from bot.briefing.filters import Reason
from bot.render.html import visible_length
from bot.render.messages import Messages
from bot.render.subscribing.cards import render_card, render_list, render_why
from bot.render.subscribing.words import describe_schedule
from storage.models.chats import (
    Cadence,
    ChatKind,
    Cut,
    Filter,
    OutgoingMessage,
    QuietHours,
    Schedule,
    Subscriber,
    Subscription,
)
from storage.models.reading import TOPICS
from tests.conftest import Golden

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
NIGHT = QuietHours(since=time(22), until=time(7))
FOLLOWED = Subscription(
    id=3,
    subscriber=Subscriber(
        id=1, chat_id=7, thread_id=0, kind=ChatKind.PRIVATE, language="en", timezone=None, paused_reason=None
    ),
    filter=Filter(
        id=1,
        alternatives=(("KZ",), ("CU", "TR")),
        cut=Cut(
            topics=("epidemics", "research"), languages=("tr", "ru"), includes=("oil price",), excludes=("futbol",)
        ),
    ),
    schedule=Schedule(cadence=Cadence.WEEKDAYS, times=(time(6), time(18)), days=(0, 2, 4)),
    timezone="Asia/Almaty",
    anchor_at=None,
    next_due_at=NOON,
    sends_empty=True,
    created_at=NOON,
    quiet=NIGHT,
    most_entries=10,
)
ALERTS = replace(
    FOLLOWED,
    filter=Filter(id=2, alternatives=()),
    schedule=Schedule(cadence=Cadence.AT_ONCE),
    next_due_at=None,
    sends_empty=False,
    most_entries=50,
)
SUBJECTS = {code: code for code in ("KZ", "CU", "TR")}


def card(followed: Subscription, messages: Messages, unread: tuple[str, ...] = ()) -> OutgoingMessage:
    slots = list_upcoming(followed, NOON)
    return render_card(
        followed, slots, SUBJECTS, "en", messages, heading="subscription.saved", note=None, unread=unread
    )


def test_a_confirmation_repeats_all_that_was_understood(messages: Messages, golden: Golden) -> None:
    golden("subscription", (card(FOLLOWED, messages), card(ALERTS, messages)))


def test_what_was_not_understood_is_told_with_the_topics_there_are(messages: Messages) -> None:
    text = card(ALERTS, messages, ("topic:<foo>", "max 500")).text
    assert "topic:&lt;foo&gt;" in text
    assert "max 500" in text
    assert "traditional medicine" in text
    assert "Topics are" not in card(ALERTS, messages, ("max 500",)).text


def test_a_list_shows_each_with_its_next_slots_and_habits(messages: Messages, golden: Golden) -> None:
    held = replace(ALERTS, next_due_at=datetime(2026, 5, 5, 2, tzinfo=UTC))
    paused = replace(ALERTS, subscriber=replace(ALERTS.subscriber, paused_reason="blocked"))
    listed = [(each, list_upcoming(each, NOON)) for each in (FOLLOWED, held, paused)]
    golden("subscriptions", (render_list(listed, SUBJECTS, "en", messages),))


def test_every_cadence_has_its_words(messages: Messages) -> None:
    described = [
        describe_schedule(schedule, "UTC", "en", messages)
        for schedule in (
            Schedule(cadence=Cadence.AT_ONCE),
            Schedule(cadence=Cadence.DAILY, times=(time(8), time(12), time(18))),
            Schedule(cadence=Cadence.WEEKDAYS, times=(time(8),), days=(0, 1, 2, 3, 4)),
            Schedule(cadence=Cadence.WEEKLY, times=(time(8),), days=(4,)),
            Schedule(cadence=Cadence.MONTHLY, times=(time(8),), days=(1, 31)),
        )
    ]
    assert described == [
        "at once, as each story arrives (UTC)",
        "daily at 08:00, 12:00, and 18:00 (UTC)",
        "Monday to Friday at 08:00 (UTC)",
        "weekly, Friday at 08:00 (UTC)",
        "monthly, on day 1 and the last day at 08:00 (UTC)",
    ]


def test_every_topic_has_its_words(messages: Messages) -> None:
    assert {f"topic.{topic}" for topic in TOPICS} <= messages.keys("en")


def test_a_reason_fits_a_toast(messages: Messages) -> None:
    many = [(FOLLOWED, Reason(alternatives=(("KZ",),), words=("oil price",)))] * 5
    told = render_why(many, SUBJECTS, "en", messages)
    assert visible_length(told) <= 200
    assert "Kazakhstan" in told
    assert "changed" in render_why((), SUBJECTS, "en", messages)
