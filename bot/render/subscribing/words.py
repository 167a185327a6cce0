"""What a subscription follows, when, and at which instants, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from babel.dates import format_datetime, get_day_names

from bot.briefing.asking.understanding import Subject
from bot.briefing.schedule import find_zone
from bot.render.answers.names import name_subject
from bot.render.html import Html, cut, escape, join
from bot.render.messages import Messages
from storage.models.chats import Cadence, Schedule

_MOST_NAMED = 12
_NAME_LIMIT = 60


def describe_filter(
    alternatives: Sequence[Sequence[str]], subjects: Mapping[str, Subject], language: str, messages: Messages
) -> Html:
    """🇰🇿 Kazakhstan, 🇦🇿 Teymur Musayev; both of a pair with a plus; everything."""
    if not alternatives:
        return messages.text("subscription.everything", language)
    ordered = sorted((sorted(keys, key=_is_official) for keys in alternatives), key=lambda keys: _is_official(keys[0]))
    named = [join(" + ", (_name(key, subjects, language, messages) for key in keys)) for keys in ordered[:_MOST_NAMED]]
    if len(alternatives) > _MOST_NAMED:
        named.append(messages.plural("headline.others", language, len(alternatives) - _MOST_NAMED))
    return join(", ", named)


def describe_schedule(schedule: Schedule, timezone: str, language: str, messages: Messages) -> Html:
    """Daily at 08:00 (Asia/Almaty)."""
    at = f"{schedule.at:%H:%M}"
    if schedule.cadence is Cadence.WEEKLY and schedule.weekday is not None:
        day = name_weekday(schedule.weekday, language)
        return messages.text("schedule.weekly", language, day=day, at=at, zone=timezone)
    return messages.text("schedule.daily", language, at=at, zone=timezone)


def name_weekday(weekday: int, language: str) -> str:
    """Monday is 0."""
    return str(get_day_names("wide", "stand-alone", locale=language)[weekday])


def local_time(at: datetime, timezone: str, language: str) -> Html:
    """Wed 25 Nov 2026, 08:00: what the clock there shows."""
    return escape(format_datetime(at.astimezone(find_zone(timezone)), "EEE d MMM y, HH:mm", locale=language))


def _is_official(key: str) -> bool:
    """Countries are named first."""
    return key.startswith("#")


def _name(key: str, subjects: Mapping[str, Subject], language: str, messages: Messages) -> Html:
    subject = subjects.get(key)
    if subject is None:
        return messages.text("subscription.gone", language)
    return cut(name_subject(subject, language, messages), _NAME_LIMIT)
