"""How countries and officials are called in answers, and on buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefing.asking.understanding import Subject
from bot.render.entries import flag_of
from bot.render.html import Html, cut, escape, join, one_line, plain
from bot.render.messages import Messages

_LABEL_LIMIT = 40


def label_of(subjects: Sequence[Subject], language: str, messages: Messages) -> str:
    """A button's label: flag and name of one subject, or of both of a pair."""
    return plain(join(" – ", (cut(name_subject(each, language, messages), _LABEL_LIMIT) for each in subjects)))


def name_subject(subject: Subject, language: str, messages: Messages) -> Html:
    """🇰🇿 Kazakhstan; 🇦🇿 Teymur Musayev; Hans Kluge (WHO)."""
    if isinstance(subject, str):
        return join(" ", (flag_of(subject), messages.country(subject, language)))
    return name_person(subject.name, subject.country, subject.organization)


def bare_name(subject: Subject, language: str, messages: Messages) -> Html:
    return messages.country(subject, language) if isinstance(subject, str) else escape(subject.name)


def name_person(name: str, country: str | None, organization: str | None) -> Html:
    behind = "" if country else f"({organization})" if organization else ""
    return join(" ", (flag_of(country or ""), one_line(name), behind))
