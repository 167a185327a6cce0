"""The facts of a headline of our own: who did what with whom. `render` words them; none where no fact carries one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.events.changes import find_change
from bot.reading.events.meetings.cast import Cast
from bot.reading.events.meetings.words import PAST, RECALLED
from storage.models.reading import AgreementFact, AgreementStatus, Format, HeadlineFacts, MeetingFact, Span, Verb
from storage.models.seeds import Role

_VISIT = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|arriv\w+|ziyaret\w*|geldi|визит\w*|прибыл\w*|поездк\w*|səfər\w*|gəlib|сапар\w*"
    r"|келді|келди|tashrif\w*|safar\w*)\b"
)
_TAKING_PART = re.compile(
    r"\b(?:took part|takes part|(?:speaking|spoke|speech) at the|addressed the|выступ\w+ на|chaired?"
    r"|participat\w+|attend(?:ed|s|ing)|katıl\w*|приня\w* участие|участ\w*|iştirak\w*"
    r"|қатыс\w*|катыш\w*|ishtirok\w*)\b"
)
_OPENING = 3
"""Sentences in which a text tells what it is about."""


def compose_headline(
    plain_text: str, cast: Cast, meetings: Sequence[MeetingFact], agreements: Sequence[AgreementFact]
) -> HeadlineFacts | None:
    """The meeting reported first; else who came into office or left it; else what the main person did."""
    if (meeting := _worth_telling(meetings, cast)) is not None:
        return HeadlineFacts(
            verb=_verb_of(meeting),
            who=meeting.sides[0],
            whom=tuple(name for side in meeting.sides[1:] for name in side),
            occasion=meeting.occasion,
        )
    if (change := find_change(plain_text, cast)) is not None:
        return HeadlineFacts(verb=change.verb, who=(cast.people[change.person].label,))
    main = cast.main_person()
    if main is None or cast.people[main].role is Role.OTHER:
        return None
    return HeadlineFacts(verb=_verb(plain_text, cast, main, agreements), who=(cast.people[main].label,))


def _worth_telling(meetings: Sequence[MeetingFact], cast: Cast) -> MeetingFact | None:
    """The first meeting reported. What will take place, or one with a group, only where the text opens with it."""
    current = [m for m in meetings if not m.is_background]
    labels = {person.label for person in cast.people}
    opening = max((row.span[1] for row in cast.rows[:_OPENING]), default=0)

    def rank(meeting: MeetingFact) -> tuple[bool, bool, Span]:
        is_late = meeting.evidence[0][0] >= opening
        is_with_group = not all(name in labels for side in meeting.sides for name in side)
        return is_late and meeting.is_planned, is_late and is_with_group, meeting.evidence[0]

    return min(current, key=rank, default=None)


def _verb_of(meeting: MeetingFact) -> Verb:
    if meeting.is_planned:
        return Verb.WILL_MEET
    return Verb.CALLED if meeting.format in (Format.CALL, Format.VIDEO) else Verb.MET


def _verb(plain_text: str, cast: Cast, main: int, agreements: Sequence[AgreementFact]) -> Verb:
    rows = [row for row in cast.rows if any(seat.person == main for seat in row.seats)][:_OPENING]
    spans = [row.span for row in rows if not any(p.search(plain_text, *row.span) for p in (RECALLED, PAST))]
    if any(a.status is AgreementStatus.SIGNED and set(a.evidence) & set(spans) for a in agreements):
        return Verb.SIGNED
    for pattern, verb in ((_VISIT, Verb.VISITED), (_TAKING_PART, Verb.TOOK_PART)):
        if any(pattern.search(plain_text, *span) for span in spans):
            return verb
    return Verb.SPOKE
