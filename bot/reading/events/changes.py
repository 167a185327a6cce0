"""Who comes into an office and who leaves it, told from the opening of a text. For `headline` alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.seats import Seat
from bot.reading.events.meetings.words import HEARSAY, PAST, PLUPERFECT, RECALLED
from bot.reading.events.relevance import names_minister
from storage.models.reading import Verb
from storage.models.seeds import Role

_OPENING = 5
"""Sentences in which the news is told: an appointment further down is a biography."""
_NEAR = 60

# Finite verbs: "the newly appointed minister" tells of no appointment.
_COMES = (
    r"(?<!newly )(?<!recently )(?:re)?appointed|(?:was|been|were) (?:named|sworn in|confirmed)|named (?:as )?(?:the )?"
    r"(?:new )?(?:acting )?(?:health )?(?:minister|secretary)|takes? over as|took over as"
    r"|atandı|atadı|göreve getir(?:di|ildi)|bakanlığ(?:a|ına) [^.;\n]{2,110}?getir(?:di|ildi)|görevi devraldı"
    r"|назначил\w?|назначен[аоы]?|возглавил\w?|поручено исполнять|возложен[аоы]?"
    r"|həvalə (?:edilib|olunub)|təyin (?:edilib|edildi|olunub|olundu|edib|etdi)|naziri oldu"
    r"|тағайында(?:ды|лды|лыпты|п)|жүкте(?:ді|лді)|жүктө(?:ду|лдү)|дайында(?:ды|лды)|yuklatildi|tayinla(?:di|ndi)|тайинла(?:ди|нди)|taǵaıynda(?:dy|ldy)"
)
_GOES = (
    r"(?:was|been|were) (?:dismissed|sacked|fired|removed|ousted|relieved)|(?:dismissed|sacked|fired|relieved)"
    r"(?= [^.;\n]{0,60}?(?:minister|secretary))|resigned|stepped down|left office|tendered (?:his|her) resignation"
    r"|görev(?:in)?den (?:aldı|alındı|ayrıldı)|istifa etti|istifasını (?:verdi|sundu)|görevini bıraktı|affını istedi"
    r"|освободил\w?|освобожд[её]н[аоы]?|уволил\w?|уволен[аоы]?|(?:отправил\w?|отправлен[аоы]?|под[аё]л\w?|уш[её]л|ушла"
    r"|ушли) (?:[\w-]+ ){0,3}?в отставку|покинул\w? (?:пост|должность)|отстранил\w?|отстран[её]н[аоы]?|снят[аы]? с"
    r"|azad (?:edilib|edildi|olunub|olundu|edib|etdi)|istefa (?:verib|verdi)|istefaya (?:gedib|göndərilib)"
    r"|işdən çıxarıl\w+"
    r"|босат(?:ты|ылды|ылып|ыпты)|қызмет(?:тен|інен) (?:кетті|алды|алынды|босат\w+)|отставкаға (?:кетті|жібер\w+)"
    r"|бошот(?:ту|улду)|кызмат(?:тан|ынан) (?:кетти|алды|алынды|бошо\w+)|отставкага кетти"
    r"|ozod (?:etildi|qilindi|etdi|qildi)|озод (?:этилди|қилинди)|iste'fo(?:ga)? (?:berdi|chiqdi)|истеъфога чиқди"
)
_CHANGE = re.compile(rf"\b(?:(?P<comes>{_COMES})|(?P<goes>{_GOES}))(?!\w)")
_INSTEAD_BEFORE = re.compile(
    r"\b(?:instead of|replac\w+|succeed\w+|in place of|вместо|сменив\w*|на смену|сменил\w?)(?: [\w.'-]+){0,3} $"
)
_INSTEAD_AFTER = re.compile(
    r"[\w']{0,5}(?:'?[ıiuü]n|nın|nin|nun|nün|ның|нің|дың|дің|тың|тің|нын|нин|нун|нүн|дын|дин|тын|тин|ning|нинг)? "
    r"(?:yerine|yerinə|əvəzinə|орнына|ордуна|o'rniga|ўрнига)\b"
)
_GIVERS = frozenset({Role.PRESIDENT, Role.PRIME_MINISTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Somebody who comes (`Verb.APPOINTED`) or goes (`Verb.LEFT`)."""

    person: int
    verb: Verb


def find_change(plain_text: str, cast: Cast) -> Change | None:
    """The first change of an office that the opening tells, of somebody it names."""
    gone: set[int] = set()
    found: list[Change] = []
    for row in cast.rows[:_OPENING]:
        for change in _read_row(plain_text, row, cast, gone):
            if change.verb is Verb.LEFT:
                gone.add(change.person)
            found.append(change)
    return next((c for c in found if c.verb is Verb.LEFT or c.person not in gone), None)


def _read_row(plain_text: str, row: Row, cast: Cast, gone: set[int]) -> Iterator[Change]:
    if HEARSAY.search(plain_text, *row.span) or RECALLED.search(plain_text, *row.span):
        return
    for match in _CHANGE.finditer(plain_text, *row.span):
        near = max(row.span[0], match.start() - _NEAR), min(row.span[1], match.end() + _NEAR)
        if PAST.search(plain_text, *near) or PLUPERFECT.search(plain_text, match.start(), near[1]):
            continue
        verb = Verb.APPOINTED if match["comes"] else Verb.LEFT
        seats = [s for s in row.seats if _may_change(plain_text, s, row, cast, verb, gone)]
        if verb is Verb.LEFT:
            seats = [s for s in seats if cast.people[s.person].role is Role.FORMER_HEALTH_MINISTER] or seats
        if seats:
            nearest = min(seats, key=lambda s: max(match.start() - s.end, s.start - match.end()))
            yield Change(person=nearest.person, verb=verb)


def _may_change(plain_text: str, seat: Seat, row: Row, cast: Cast, verb: Verb, gone: set[int]) -> bool:
    role = cast.people[seat.person].role
    if not seat.is_name or role in _GIVERS:
        return False
    is_before = _INSTEAD_BEFORE.search(plain_text[max(row.span[0], seat.start - 90) : seat.start])
    is_old = bool(is_before or _INSTEAD_AFTER.match(plain_text, seat.end, row.span[1]))
    if verb is Verb.LEFT:
        return is_old or role is not Role.OTHER or names_minister(plain_text, row.span)
    return not is_old and role is not Role.FORMER_HEALTH_MINISTER and seat.person not in gone
