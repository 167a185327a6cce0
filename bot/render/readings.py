"""A reading as the terminal shows it: what one text says, line by line, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from bot.render.messages import Messages
from storage.models.reading import AgreementFact, MeetingFact, PersonFact, Reading

UNKNOWN = "unknown"


def render_reading(reading: Reading, origin: str, headline: str | None, messages: Messages) -> str:
    """The facts of one text, in English: this is for whoever mends the reading."""
    rows = [(label, value) for label, value in _rows(reading, headline, messages)]
    width = max(len(label) for label, _ in rows)
    return "\n".join([origin, *(f"  {label:<{width}}  {value}" for label, value in rows), ""])


def _rows(reading: Reading, headline: str | None, messages: Messages) -> Iterator[tuple[str, str]]:
    yield "published", _published(reading)
    yield "language", reading.language or UNKNOWN
    yield "source", reading.source or UNKNOWN
    if reading.title:
        yield "title", reading.title
    else:
        yield "headline", f"{headline} (ours)" if headline else UNKNOWN
    yield "parties", ", ".join(messages.country(code, "en") for code in reading.parties) or UNKNOWN
    if mentioned := [c.code for c in reading.countries if not c.is_party]:
        yield "mentioned", ", ".join(messages.country(code, "en") for code in mentioned)
    for person in reading.people:
        yield "person", _person(person)
    for meeting in reading.meetings:
        yield "meeting", _meeting(meeting)
    for agreement in reading.agreements:
        yield "agreement", _agreement(agreement)
    if reading.topics:
        yield "topics", ", ".join(reading.topics)
    yield "lead", " ".join(reading.text[slice(*reading.lead)].split()) if reading.lead else UNKNOWN
    yield "relevant", f"{'yes' if reading.is_relevant else 'no'}: {reading.relevance_reason}"


def _published(reading: Reading) -> str:
    if reading.published_on is None:
        return UNKNOWN
    return f"{reading.published_on} ({reading.published_seen.value if reading.published_seen else UNKNOWN})"


def _person(person: PersonFact) -> str:
    return f"{person.name}, {person.role.value}, {person.country or person.organization or UNKNOWN}"


def _meeting(meeting: MeetingFact) -> str:
    marks = [
        meeting.format.value if meeting.format else None,
        meeting.occasion,
        meeting.place,
        str(meeting.held_on) if meeting.held_on else None,
        "background" if meeting.is_background else None,
        "planned" if meeting.is_planned else None,
    ]
    sides = " – ".join(", ".join(side) for side in meeting.sides)
    return "; ".join(filter(None, [sides, *marks]))


def _agreement(agreement: AgreementFact) -> str:
    parties = ", ".join(agreement.parties)
    return "; ".join(filter(None, [agreement.kind, agreement.subject, parties, agreement.status.value]))
