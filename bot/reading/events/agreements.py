"""What was signed, adopted or agreed: kind, parties, status, subject, evidence. Called by `bot.reading.document`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.words import PAST, RECALLED
from bot.reading.models import CountryMention
from storage.models.reading import AgreementFact, AgreementStatus, Span

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "memorandum",
        r"memorand(?:um|a)\w*|mous?\b|mutabakat (?:zaptı|muhtırası)\w*|mutabakat\w*|меморандум\w*"
        r"|anlaşma memorandumu\w*|меморандум\w*|memorandum\w*",
    ),
    ("protocol", r"protocols?(?! of)|protokol\w*|протокол\w*|хаттама\w*|bayonnoma\w*"),
    ("road map", r"road ?-?maps?|yol haritası\w*|дорожн\w+ карт\w*|yol xəritəsi\w*|жол картасы\w*|yo'l xaritasi\w*"),
    (
        "joint statement",
        r"joint (?:statement|communiqu[eé]|declaration)s?|stated jointly|ortak (?:bildiri|açıklama)\w*"
        r"|совместн\w+ (?:заявлени|коммюнике|деклараци)\w*|birgə bəyanat\w*|бірлескен мәлімдеме\w*"
        r"|qo'shma bayonot\w*",
    ),
    (
        "declaration",
        r"declarations?|deklarasyon\w*|bildirge\w*|деклараци\w*|bəyannamə\w*|декларация\w*|deklaratsiya\w*",
    ),
    (
        "recognition",
        r"mutual recognition|karşılıklı tanı\w*|взаимн\w+ признани\w*|qarşılıqlı tanın\w*|өзара тану\w*"
        r"|o'zaro tan ol\w*",
    ),
    (
        "action plan",
        r"action plans?|work plans?|eylem planı\w*|план\w* (?:совместных )?(?:действий|мероприятий)"
        r"|fəaliyyət planı\w*|іс-шаралар жоспары\w*|harakatlar rejasi\w*|chora-tadbirlar rejasi\w*",
    ),
    ("contract", r"contracts?|sözleşme\w*|контракт\w*|договор(?!ил|[её]н)\w*|müqavilə\w*|келісімшарт\w*|shartnoma\w*"),
    (
        "agreement",
        r"agreements?|accords?|anlaşma\w*|muahede\w*|соглашени\w*|saziş\w*|sazış\w*|келісім(?!шарт)\w*"
        r"|келишим\w*|макулдашуу\w*|bitim\w*|kelishuv\w*",
    ),
    ("documents", r"documents?|belge\w*|документ\w*|sənəd\w*|құжат\w*|документтер\w*|hujjat\w*"),
)
_DONE = (
    r"signed|signing|inked|concluded|adopted|put their names to|put (?:his|her) name to|approved|endorsed"
    r"|sealed|exchanged"
    r"|imzala(?!nacak|yacak|nması planl)\w*|imza (?:at|koy)\w*|imza edildi|kabul edil\w*|onaylan\w*"
    r"|подписал\w*|подписан\w*|заключил\w*|заключен\w*|принял\w*|принят\w*|скрепил\w*"
    r"|imzalan(?!acaq)\w*|imzalay(?!acaq)\w*|imza(?:lanma|lan)\w*|qəbul (?:ed|olun)\w*|қол қой(?!ыла|мақ)\w*"
    r"|қол қойыл\w*|қабылда(?:н)?ды|кол кой(?!ула)\w*|кол коюл\w*|imzola(?!na)\w*|имзола\w*|qol qo'y\w*"
)
_TO_COME = (
    r"will (?:be )?sign\w*|to be signed|to be (?:drawn up|concluded|prepared)|being (?:prepared|drafted"
    r"|negotiated)|should be (?:drawn up|signed)|prepared for signing|plan\w* to sign|draft|preparing"
    r"|imzalanacak\w*|imzalayacak\w*|imzalanması (?:plan|için|öngör|bekl)\w*|hazırlan\w*|hazırlığı\w*|подпишут"
    r"|будет подписан\w*|будут подписан\w*|планиру\w*|проект\w* (?:соглаш|мемор|докум)\w*|подготов\w+"
    r"|готовит\w*|предстоит"
    r"|imzalanacaq\w*|imzalanması (?:plan|nəzərdə|gözlə)\w*|hazırlanır|layihə\w*|қол қойыла\w*"
    r"|қол қою (?:жоспар|күт)\w*|жоба\w*|дайында\w*|әзірлен\w*|даярда\w*|imzolanadi|tayyorla\w*|loyiha\w*"
)
_EARLIER = (
    r"already have|have had|signed (?:in|back in) (?:19|20)\d\d|earlier|previously|since (?:19|20)\d\d"
    r"|last year|ago|в (?:19|20)\d\d году|ранее|в прошлом|daha önce|geçen yıl|(?:19|20)\d\d(?:'d[ae]| yılında)"
    r"|əvvəllər|ötən il|(?:19|20)\d\d-c[iıuü] ildə|бұған дейін|(?:19|20)\d\d жылы|буга чейин|avvalroq|(?:19"
    r"|20)\d\d-yil(?:da|i)"
)
_SUBJECT = re.compile(
    r"^[\w\s()«»“”'’-]{0,60}?\b(?:on|for|in the field of|of cooperation in|regarding|about|о|об|по|в области|в сфере)"
    r"\s+([^,;.\n]{4,110})"
)
_REACH = 170


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(f'(?P<k{i}>{words})' for i, (_, words) in enumerate(_KINDS))})")


_DONE_RE, _TO_COME_RE, _EARLIER_RE = (re.compile(rf"\b(?:{words})\b") for words in (_DONE, _TO_COME, _EARLIER))


def find_agreements(
    text: str, plain_text: str, cast: Cast, countries: Sequence[CountryMention], parties: Sequence[str]
) -> tuple[AgreementFact, ...]:
    """Everything said to be signed or being prepared; a document merely named is none.

    `countries` in text order; `parties` are the article's, taken where the sentence names fewer than two.
    """
    facts: list[AgreementFact] = []
    for row in cast.rows:
        for found in _kinds().finditer(plain_text, *row.span):
            fact = _agreement(found, row, text, plain_text, cast, countries, parties)
            if fact is not None and not any(_is_same(fact, known) for known in facts):
                facts.append(fact)
                break
    return tuple(facts)


def _agreement(
    found: re.Match[str],
    row: Row,
    text: str,
    plain_text: str,
    cast: Cast,
    countries: Sequence[CountryMention],
    parties: Sequence[str],
) -> AgreementFact | None:
    status = _status(found, row.span, plain_text)
    if status is None:
        return None
    kind = _KINDS[next(i for i in range(len(_KINDS)) if found[f"k{i}"] is not None)][0]
    subject = _SUBJECT.match(text[found.end() : row.span[1]])
    return AgreementFact(
        kind=kind,
        parties=_parties(row, cast, countries, parties),
        status=status,
        evidence=(row.span,),
        subject=" ".join(subject.group(1).split()) if subject else None,
    )


def _status(found: re.Match[str], span: Span, plain_text: str) -> AgreementStatus | None:
    near = plain_text[max(span[0], found.start() - _REACH) : min(span[1], found.end() + _REACH)]
    if _TO_COME_RE.search(near):
        return AgreementStatus.PLANNED
    if _DONE_RE.search(near):
        past = _EARLIER_RE.search(near) or PAST.search(near) or RECALLED.search(near)
        return AgreementStatus.EARLIER if past else AgreementStatus.SIGNED
    return None


def _parties(row: Row, cast: Cast, countries: Sequence[CountryMention], parties: Sequence[str]) -> tuple[str, ...]:
    first = bisect_left(countries, row.span[0], key=lambda c: c.start)
    last = bisect_left(countries, row.span[1], lo=first, key=lambda c: c.start)
    named = [c.code for c in countries[first:last] if c.code in parties]
    named += [d for s in row.seats if not (d := s.delegation).startswith("?")]
    here = tuple(dict.fromkeys(named))
    return here if len(here) >= 2 else tuple(dict.fromkeys((*here, *parties)))


def _is_same(one: AgreementFact, other: AgreementFact) -> bool:
    return one.kind == other.kind and one.status is other.status and set(one.parties) == set(other.parties)
