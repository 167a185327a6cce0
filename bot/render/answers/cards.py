"""Who an official is, from articles only: offices, when seen, whom they met."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.answers.names import name_person
from bot.render.entries import render_place
from bot.render.html import Html, capitalize, join, one_line
from bot.render.messages import Messages
from storage.models.news import Counterpart, HeldOffice, OfficialCard

_MOST_OFFICES = 4
_MOST_COUNTERPARTS = 5
_MOST_SPELLINGS = 3


def render_card(card: OfficialCard, written_as: Sequence[str], language: str, messages: Messages) -> Html:
    """The lines below the name; an official whom no article names has none, whatever the seeds say."""
    if not card.offices:
        return Html()
    shown, many = card.offices[:_MOST_OFFICES], len(card.offices) > 1
    offices = [_render_office(office, language, messages, has_days=many) for office in shown]
    names = join(", ", (one_line(name) for name in written_as[:_MOST_SPELLINGS]))
    written = messages.text("card.written_as", language, names=names) if names else ""
    met = _render_met(card.counterparts, language, messages)
    return join("\n", (*offices, written, _render_seen(card, language, messages), met))


def _render_office(office: HeldOffice, language: str, messages: Messages, *, has_days: bool) -> Html:
    """One line; its days only where there are several offices, for else they are the official's own."""
    role = messages.text(f"role.{office.role.value}", language)
    place = render_place(office.country, _beside(office), language, messages)
    named = messages.text("card.office", language, role=role, place=place) if place else role
    days = _render_days(office, language, messages) if has_days else ""
    return capitalize(messages.text("card.office_seen", language, office=named, days=days) if days else named)


def _beside(office: HeldOffice) -> str | None:
    """The organization, unless the role's name tells it (a WHO regional director of WHO)."""
    named = office.organization and office.organization in office.role.value
    return None if named else office.organization


def _render_days(office: HeldOffice, language: str, messages: Messages) -> Html:
    if office.first_seen_on is None or office.last_seen_on is None:
        return Html()
    first, last = (messages.day(on, language) for on in (office.first_seen_on, office.last_seen_on))
    return first if first == last else messages.text("card.days", language, first=first, last=last)


def _render_seen(card: OfficialCard, language: str, messages: Messages) -> Html:
    if card.first_seen_on is None or card.last_seen_on is None:
        return messages.text("card.seen_undated", language)
    first, last = (messages.day(on, language) for on in (card.first_seen_on, card.last_seen_on))
    if first == last:
        return messages.text("card.seen_once", language, first=first)
    return messages.text("card.seen", language, first=first, last=last)


def _render_met(counterparts: Sequence[Counterpart], language: str, messages: Messages) -> Html:
    if not counterparts:
        return Html()
    names = [_name_counterpart(each, language, messages) for each in counterparts[:_MOST_COUNTERPARTS]]
    if len(counterparts) > _MOST_COUNTERPARTS:
        names.append(messages.plural("headline.others", language, len(counterparts) - _MOST_COUNTERPARTS))
    return messages.text("card.met", language, names=join(", ", names))


def _name_counterpart(met: Counterpart, language: str, messages: Messages) -> Html:
    name = name_person(met.name, met.country, met.organization)
    return (
        name if met.meeting_count < 2 else messages.text("card.met_times", language, name=name, times=met.meeting_count)
    )
