"""Whether an article is news of health diplomacy, told from its facts, with the reasons. For `bot.reading.document`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from bot.reading.events.meetings.cast import Cast
from storage.models.reading import AgreementFact, AgreementStatus, MeetingFact, Span
from storage.models.seeds import Role

_HEALTH = re.compile(
    r"\b(?:health\w*|medic\w*|hospital\w*|doctor\w*|sağlık\w*|sıhhat\w*|tıp\w*|tıbb\w*|здрав\w*|медиц\w*|минздрав\w*"
    r"|врач\w*|səhiyyə\w*|tibb\w*|həkim\w*|денсаулық\w*|дәрігер\w*"
    r"|саламаттык\w*|ден соолук\w*|дарыгер\w*|sog'liq\w*|tibbiy\w*|соғлиқ\w*|тиббиёт\w*|who|воз|dsö|üst|ддұ"
    r"|ддсу|ддсұ|jsst|жсст|densa\w*|vaccin\w*|вакцин\w*)\b"
)
_OFFICE_CHANGED = re.compile(
    r"\b(?:(?:re)?appoint\w*|was named|named (?:as )?(?:the )?(?:new )?(?:acting )?(?:health )?minister|dismiss\w*"
    r"|sworn in"
    r"|resign\w*|stepp\w+ down|sacked|reliev\w+ of|remov\w+ from (?:office|his|her|the post)|succeed\w*"
    r"|replac\w+ (?:him|her|as)"
    r"|atan(?:dı|mış|dığı|ma)\w*|göreve getir\w*|görev(?:den|inden) al\w*|bakan(?:lığa|lığına|ı)? değiş\w*"
    r"|istifa\w*|affını|görevi devral\w*|devir teslim"
    r"|назнач\w*|освобожд\w*|освободил\w*|отправлен\w* в отставку|в отставку|уволен\w*|уволил\w*|отстран\w+"
    r"|покинул\w* пост|сменил\w*|смен[аеыу] министр\w*"
    r"|исполнять обязанности|возложен\w*|сложил\w* полномочия"
    r"|təyin (?:ed|olun)(?!muş|mış|ulmuş)\w*|vəzifədən azad|vəzifəsindən azad|işdən azad|istefa\w*"
    r"|naziri? dəyiş\w*|министр\w* (?:ауыс|алмаш)\w*|қызмет(?:тен|інен) (?:ал|кет)\w*|vaziri? (?:almash|o'zgar)\w*"
    r"|тағайында\w*|босат\w*|отставка\w*|дайындал?(?:ды|ган|ған)\w*|бошот\w*|кызматтан ал\w*|кызматынан (?:ал|бошо)\w*"
    r"|tayinla\w*|lavozimidan ozod|ozod (?:et|qil)\w*|iste'fo\w*|тайинла\w*|озод (?:эт|қил)\w*|taǵaıynda\w*"
    r"|tağayında\w*|bosat\w*)\b"
)
_CONFERENCE = re.compile(
    r"\b(?:(?:meeting|conference|forum|council|summit) of (?:the )?(?:\w+ )?(?:health ministers|ministers of health)"
    r"|health ministers'? (?:meeting|conference|forum|summit)|ministerial (?:meeting|conference)|world health assembly"
    r"|regional committee|(?:international|global|regional|world) (?:health )?(?:conference|forum|summit|congress)"
    r"|sağlık bakanları (?:\w+ )?(?:toplant|konferans|zirve|forum|konsey)\w*|dünya sağlık (?:asamble|meclis|kurul)\w*"
    r"|uluslararası (?:sağlık )?(?:kongre|konferans|zirve)\w*"
    r"|(?:встреч|совещани|заседани|конференци|форум|саммит|совет)\w* министров здравоохранения|всемирн\w+ ассамбле\w+"
    r"|(?:международн|глобальн|региональн)\w+ (?:конференц|форум|саммит)\w*"
    r"|совет\w* по сотрудничеству в области здравоохранения"
    r"|səhiyyə nazirlərinin (?:\S+ ){0,2}(?:görüş|toplant|iclas|konfrans|forum)\w*|səhiyyə assambleya\w*"
    r"|beynəlxalq (?:konfrans|forum)\w*"
    r"|денсаулық сақтау министрлерінің (?:\S+ ){0,2}(?:кездесу|отырыс|жиын|кеңес|конференция|форум)\w*"
    r"|денсаулық сақтау ассамблея\w*"
    r"|халықаралық (?:конференция|форум)\w*|жаһандық конференция\w*"
    r"|саламаттык сактоо министрлеринин (?:\S+ ){0,2}(?:жыйын|жолугуш|кеңеш|конференция|форум)\w*"
    r"|эл аралык (?:конференция|форум)\w*"
    r"|sog'liqni saqlash vazirlari\w* (?:\S+ ){0,2}(?:uchrashuv|yig'ilish|kengash|anjuman)\w*"
    r"|xalqaro (?:konferensiya|anjuman|forum)\w*"
    r"|sog'liqni saqlash assambleya\w*|соғлиқни сақлаш вазирлари\w* (?:\S+ ){0,2}(?:учрашув|йиғилиш|кенгаш)\w*"
    r"|халқаро (?:конференция|анжуман)\w*"
    r"|(?:alma-?ata|almaty|astana|алматы|алма-атинск\w+|астан\w+) (?:deklar\w+|декларац\w+|bəyannamə\w*|declaration)"
    r"|halyqaralyq konferen\w+|xalıqaralıq konferen\w+)(?!\w)"
)
_MINISTER = re.compile(
    r"\b(?:health minister|minister (?:of|for) (?:public )?health|sağlık bakan|министр\w* здравоохранения"
    r"|səhiyyə nazir"
    r"|денсаулық сақтау (?:және (?:[\w-]+ ){1,4})?министр|саламаттык(?:ты)? сактоо (?:жана (?:[\w-]+ ){1,4})?министр"
    r"|sog'liqni saqlash (?:va (?:[\w'-]+ ){1,4})?vazir|соғлиқни сақлаш (?:ва (?:[\w-]+ ){1,4})?вазир"
    r"|sağlık ve (?:[\w-]+ ){1,5}bakan|министр\w* (?:труда|образования)?[\w ]{0,20}здравоохранения"
    r"|densaýlyq saqtaý mınıstr"
    r"|densaulıq saqtau ministr)"
)
_DEPUTY = re.compile(r"\b(?:deputy|vice|вице|заместител|yardımcı|müavin|орынбасар|орун басар|o'rinbosar|ўринбосар)")
_MINISTERS = frozenset({Role.HEALTH_MINISTER, Role.FORMER_HEALTH_MINISTER})
_OFFICES = frozenset(Role) - {Role.OTHER}
_HEALTH_OFFICES = frozenset({Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER})
_WHO = frozenset({Role.WHO_DIRECTOR_GENERAL, Role.WHO_REGIONAL_DIRECTOR})
_RELEVANT_AT = 3.0
_ENOUGH = 3.0
"""A reason that carries an article by itself, once it is about health."""
_OPENING = 4
"""Sentences in which the news is told: a change of office further down is a biography."""


def judge_relevance(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
) -> tuple[bool, str]:
    """Whether this is news of health diplomacy, and what speaks for it, weightiest first."""
    reasons = _reasons(plain_text, cast, parties, meetings, agreements)
    total = sum(points for points, _ in reasons)
    told = ", ".join(reason for _, reason in sorted(reasons, key=lambda r: -r[0]) if reason)
    return total >= _RELEVANT_AT, told or "no health, no officials, no second side"


def _reasons(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
) -> list[tuple[float, str]]:
    health = len(list(islice((row for row in cast.rows if _HEALTH.search(plain_text, *row.span)), 2)))
    if not health:
        return [(0.0, "nothing about health")]
    roles = {person.role for person in cast.people}
    has_who = bool(roles & _WHO) or any(person.organization == "WHO" for person in cast.people)
    found = [(1.0 if health > 1 else 0.5, "about health")]
    if any(not m.is_background for m in meetings):
        found.append((2.0, "a meeting"))
    if any(a.status is not AgreementStatus.EARLIER for a in agreements):
        found.append((1.5, "an agreement"))
    if roles & _HEALTH_OFFICES:
        found.append((1.0, "a health minister"))
    if has_who:
        found.append((1.0, "the WHO"))
    elif roles & _OFFICES:
        found.append((0.5, "officials"))
    if len(parties) >= 2:
        found.append((1.0, f"{len(parties)} countries"))
    return found + _carrying(plain_text, cast, parties, has_who=has_who)


def _carrying(plain_text: str, cast: Cast, parties: Sequence[str], *, has_who: bool) -> list[tuple[float, str]]:
    """What is health diplomacy without talks: a new minister, the WHO on a country, ministers at a conference."""
    found = []
    opening = cast.rows[:_OPENING]
    if any(_changes_office(plain_text, row.span, cast, {s.person for s in row.seats}) for row in opening):
        found.append((_ENOUGH, "a change of health minister"))
    if has_who and parties:
        found.append((_ENOUGH, "the WHO and a country"))
    has_office = any(person.role in _HEALTH_OFFICES | _WHO for person in cast.people)
    if has_office and any(_CONFERENCE.search(plain_text, *row.span) for row in opening):
        found.append((_ENOUGH, "an international health conference"))
    return found


def names_minister(plain_text: str, span: Span) -> bool:
    """Whether a sentence speaks of a health minister."""
    return _MINISTER.search(plain_text, *span) is not None


def tells_of_new_minister(plain_text: str, span: Span) -> bool:
    """Whether a sentence says that a health minister comes or goes; a deputy's change is none."""
    return bool(
        _MINISTER.search(plain_text, *span)
        and _OFFICE_CHANGED.search(plain_text, *span)
        and not _DEPUTY.search(plain_text, *span)
    )


def _changes_office(plain_text: str, span: Span, cast: Cast, people: set[int]) -> bool:
    """A health minister comes or goes in this sentence, by name or by office; a deputy's change is none."""
    if not _OFFICE_CHANGED.search(plain_text, *span):
        return False
    if any(cast.people[p].role in _MINISTERS for p in people):
        return True
    is_told = _MINISTER.search(plain_text, *span) and not _DEPUTY.search(plain_text, *span)
    return bool(is_told) and any(person.role in _MINISTERS for person in cast.people)
