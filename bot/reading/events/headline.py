"""The facts of a headline of our own: who did what with whom. `render` words them; none where no fact carries one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.events.meetings.cast import Cast
from storage.models.reading import AgreementFact, AgreementStatus, Format, HeadlineFacts, MeetingFact, Verb
from storage.models.seeds import Role

_VISIT = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|arriv\w+|ziyaret\w*|geldi|визит\w*|прибыл\w*|поездк\w*|səfər\w*|gəlib|сапар\w*"
    r"|келді|келди|tashrif\w*|safar\w*)\b"
)
_TAKING_PART = re.compile(
    r"\b(?:took part|takes part|participat\w+|attend(?:ed|s|ing)|katıl\w*|приня\w* участие|участ\w*|iştirak\w*"
    r"|қатыс\w*|катыш\w*|ishtirok\w*)\b"
)
_APPOINTED = re.compile(
    r"\b(?:appointed|was named|atandı|назнач\w*|təyin (?:ed|olun)\w*|тағайында\w*|дайында(?:лды|ды)|tayinla\w*)\b"
)


def compose_headline(
    plain_text: str, cast: Cast, meetings: Sequence[MeetingFact], agreements: Sequence[AgreementFact]
) -> HeadlineFacts | None:
    """The reported meeting with most names first; else what the main person did."""
    if (meeting := _worth_telling(meetings)) is not None:
        called = meeting.format in (Format.CALL, Format.VIDEO)
        return HeadlineFacts(
            verb=Verb.CALLED if called else Verb.MET,
            who=meeting.sides[0],
            whom=tuple(name for side in meeting.sides[1:] for name in side),
            occasion=meeting.occasion,
        )
    main = cast.main_person()
    if main is None or cast.people[main].role is Role.OTHER:
        return None
    return HeadlineFacts(verb=_verb(plain_text, cast, main, agreements), who=(cast.people[main].label,))


def _worth_telling(meetings: Sequence[MeetingFact]) -> MeetingFact | None:
    """The first meeting reported, named sides before groups, what took place before what will."""
    current = [m for m in meetings if not m.is_background]
    return min(current, key=lambda m: (m.is_planned, m.evidence[0]), default=None)


def _verb(plain_text: str, cast: Cast, main: int, agreements: Sequence[AgreementFact]) -> Verb:
    spans = [row.span for row in cast.rows if any(seat.person == main for seat in row.seats)][:3]
    if any(a.status is AgreementStatus.SIGNED and set(a.evidence) & set(spans) for a in agreements):
        return Verb.SIGNED
    for pattern, verb in ((_APPOINTED, Verb.APPOINTED), (_VISIT, Verb.VISITED), (_TAKING_PART, Verb.TOOK_PART)):
        if any(pattern.search(plain_text, *span) for span in spans):
            return verb
    return Verb.SPOKE
