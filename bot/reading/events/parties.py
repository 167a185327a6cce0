"""Which countries take part in what is reported, and which are only spoken of. Called by `bot.reading.document`.

Each country earns points for what ties it to the event (its officials at the table, its institutions, how often and how
early it is named) and few for standing in a list, in the past or as a venue. `THRESHOLD` decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.words import HEARSAY, PAST, RECALLED
from bot.reading.models import CountryMention
from storage.models.reading import MeetingFact
from storage.models.seeds import FormKind, Role

THRESHOLD = 3.0
_ALONE = 1.4
"""What the best country needs where none reaches the threshold: news about one country."""
_LIST = 4
"""That many countries in one sentence are a list."""
_ROUND = 4
"""That many countries whose officials act in the text sit at one table."""
_AT_TABLE = 3.0
_CAP = 3.5

_MAIN = 2.0
_JOURNEY = 2.5
_HOME = 1.0
_JOURNEYS = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|arriv\w+|travel\w*|flew|flies|trip|left for|went to|ziyaret\w*|gitti|geldi"
    r"|визит\w*|прибыл\w*|отправи\w*|вылете\w*"
    r"|поездк\w*|səfər\w*|gəlib|gedib|сапар\w*|келді|аттан\w*|барды|келди|жөнө\w*|tashrif\w*|safar\w*|keldi|bordi)\b"
)

_INSTITUTION = re.compile(
    r"^[\w'’-]*(?: \w+){0,2}? ?(?:(?:health|public health|healthcare|federal|foreign) )*"
    r"(?:ministr(?:y|ies)|embassy|delegation|side\b|government|authorities|counterpart|minister|ambassador"
    r"|deputy|envoy|parliament"
    r"|sağlık bakan\w*|bakan\w*|heyet\w*|taraf[ıi]\w*|hükümet\w*|büyükelçi\w*|министер\w*|министр\w*"
    r"|минздрав\w*|посол\w*|посольств\w*|делегаци\w*|сторон\w*|правительств\w*"
    r"|səhiyyə\w*|nazir\w*|səfir\w*|nümayəndə\w*|tərəf\w*|hökumət\w*|денсаулық\w*|елші\w*|өкіл\w*|тарап\w*"
    r"|үкімет\w*|саламаттык\w*|элчи\w*|өкмөт\w*"
    r"|sog'liq\w*|vazir\w*|elchi\w*|hukumat\w*|tomon\w*|соғлиқ\w*|вазир\w*|элчи\w*)"
)
_WORLD = re.compile(
    r"\b(?:world|global|dünya|ümumdünya|всемирн|дүниежүзілік|дүйнөлүк|butunjahon|jahon|жаҳон|бутунжаҳон)"
)
"""The WHO's own name tells of no ministry."""
_LOCATIVE = re.compile(r"(?:n?[dt][aeə]|н?[дт][аеоө]|n?da)$")
_TOWN = 40
_TOWN_BEFORE = re.compile(r"\b(?:in|at) [\w.'-]+(?: [\w.'-]+){0,2}, $|\bво? \w+ \($")
_TOWN_AFTER = re.compile(
    r"[\w'’]{0,8} [\w'’-]+ (?:kentin\w*|şehrin\w*|şəhərin\w*|қаласын\w*|шаарын\w*|shahri\w*|шаҳри\w*|kasabas\w*)"
)
_DELEGATES_BEFORE = re.compile(
    r"\b(?:delegations?|delegates|officials|ministers|representatives|members|guests|heads|health chiefs"
    r"|делегаци\w+|представител\w+|член\w*|министр\w*|глав[аыу]?|участник\w*|специалист\w*)"
    r"(?: (?!and |и )[\w-]+){0,4}? (?:(?:from|of|из)(?: the)? )?$"
)
_DELEGATES_AFTER = re.compile(
    r"[\w']{0,8}(?: [\w-]+){0,3}? (?:heyet\w*|delegasyon\w*|temsilci\w*|yetkili\w*|bakanlar\w*|nümayəndə\w*"
    r"|nazirlər\w*|делегация\w*|өкілдер\w*|министрлер\w*|өкүлдөр\w*|delegatsiya\w*|vakil\w*|vazirlar\w*|вакил\w*"
    r"|вазирлар\w*|delegasıa\w*|ókilder\w*)"
)
_COME = re.compile(
    r"\b(?:guests? (?:were|was|included)|came|arriv\w+|joined|are attending|were present|in attendance|geldi\w*|gelen"
    r"|прибыл\w*|прибыва\w*|приехал\w*|съехал\w*|участву\w*|присутств\w*|gəlib\w*|gəldi\w*|qatıl\w*|qoşul\w*"
    r"|келді|келген|келди|келишти|келген|keldi\w*|kelgan\w*|келди|келган|келишди|yetib kel\w*|qatnash\w*|қатнаш\w*"
    r"|қатынас\w*|hazır bulun\w*|keldi|qatysty)\b"
)
"""Delegations that come: with a list of countries beside "delegations of", each of these takes part."""
_ENUMERATED = re.compile(
    r"['\w]{0,9}(?:,(?: and| as well as| и| а также)?"
    r"| (?:and|as well as|и|а также|ve|ile|və|мен|пен|бен|және|жана|менен|va|ва|hamda|ҳамда)) ?(?:the )?"
)
_PRESENT = re.compile(
    r"\b(?:tour\w*|visit\w*|took part|taking part|take part|participa\w+|attend\w+|representatives"
    r"|delegations? (?:of|from)|delegates|brought together|gathered|signed|met"
    r"|katıl\w*|temsilcileri|bir araya|приняли участие|участвова\w*|участву\w*|участник\w*|представител\w*"
    r"|за столом|собрал\w*"
    r"|spoke|addressed|delivered|выступ\w*|доложил\w*|konuş(?:tu|ma yaptı)\w*|söz al\w*|çıxış (?:ed|et)\w*"
    r"|сөз сөйле\w*|баяндама жаса\w*"
    r"|сөз сүйлө\w*|so'zga chiq\w*|gapir\w*|taklif qil\w*|ma'ruza qil\w*|сўзга чиқ\w*|гапир\w*"
    r"|iştirak\w*|nümayəndələr\w*|қатыс\w*|өкілдері\w*|жиналды|катыш\w*|өкүлдөрү|ishtirok\w*|vakillari\w*|иштирок\w*)\b"
)


def read_parties(
    plain_text: str,
    countries: Sequence[CountryMention],
    cast: Cast,
    meetings: Sequence[MeetingFact],
    *,
    told_from: Collection[str] = (),
) -> frozenset[str]:
    """Codes of the countries that take part. `told_from`: the dateline's, home of whom nothing else places."""
    points = _from_people(plain_text, cast, meetings)
    seated = {name for m in meetings if not m.is_background for side in m.sides for name in side}
    if any(p.label in seated and p.country is None and p.organization is None for p in cast.people):
        for code in {m.code for m in countries} & set(told_from):
            points[code] += _HOME
    for code, earned in _from_mentions(plain_text, countries, cast.rows).items():
        points[code] += earned
    if not any(not m.is_background for m in meetings):
        for code in _destinations(plain_text, countries, cast):
            points[code] += _JOURNEY
    parties = frozenset(code for code, p in points.items() if p >= THRESHOLD)
    best = max(points, key=lambda code: (points[code], code), default=None)
    return frozenset({best}) if not parties and best and points[best] >= _ALONE else parties


def _destinations(plain_text: str, countries: Sequence[CountryMention], cast: Cast) -> frozenset[str]:
    """Where officials of another country travel to, when nobody is said to have met them: their hosts take part."""
    found: set[str] = set()
    for row, here in _by_row(countries, cast.rows):
        if here and row.seats and _JOURNEYS.search(plain_text, *row.span) and not _is_past(plain_text, row):
            found |= {m.code for m in here if any(seat.delegation != m.code for seat in row.seats)}
    return frozenset(found)


def _from_people(plain_text: str, cast: Cast, meetings: Iterable[MeetingFact]) -> defaultdict[str, float]:
    points: defaultdict[str, float] = defaultdict(float)
    seated = {name for m in meetings if not m.is_background for side in m.sides for name in side}
    for person, weight in zip(cast.people, cast.weights, strict=True):
        if person.country is None:
            continue
        if person.label in seated:
            points[person.country] += 5
        elif person.role is not Role.OTHER:
            points[person.country] += min(weight, 3.0) * 0.8
    table = _round_table(plain_text, cast)
    for code in table if len(table) >= _ROUND else ():
        points[code] += _AT_TABLE
    main = cast.main_person()
    if main is not None and (home := cast.people[main].country) and cast.people[main].role is not Role.OTHER:
        points[home] += _MAIN
    return points


def _round_table(plain_text: str, cast: Cast) -> set[str]:
    """The countries whose officials the text names as acting, nobody of the past or of hearsay among them."""
    found: set[str] = set()
    for row in cast.rows:
        acting = [cast.people[s.person] for s in row.seats if s.is_name and not s.is_bystander]
        if acting and not _is_past(plain_text, row):
            found |= {
                p.country for p in acting if p.country and p.role not in (Role.OTHER, Role.FORMER_HEALTH_MINISTER)
            }
    return found


def _from_mentions(plain_text: str, countries: Sequence[CountryMention], rows: Sequence[Row]) -> dict[str, float]:
    points: defaultdict[str, float] = defaultdict(float)
    bodies = [r for r in rows if not r.is_title]
    position = {id(r): i for i, r in enumerate(bodies)}
    for row, here in _by_row(countries, rows):
        for code, earned in _from_sentence(plain_text, row, here, position.get(id(row))).items():
            points[code] += earned
    return {code: p if p < _CAP else _CAP + (p - _CAP) * 0.1 for code, p in points.items()}


def _by_row(countries: Sequence[CountryMention], rows: Sequence[Row]) -> Iterator[tuple[Row, list[CountryMention]]]:
    ordered = sorted(countries, key=lambda c: c.start)
    at = 0
    for row in rows:
        while at < len(ordered) and ordered[at].start < row.span[0]:
            at += 1
        here: list[CountryMention] = []
        while at < len(ordered) and ordered[at].start < row.span[1]:
            here.append(ordered[at])
            at += 1
        yield row, here


def _from_sentence(
    plain_text: str, row: Row, mentions: Sequence[CountryMention], position: int | None
) -> dict[str, float]:
    codes = {m.code for m in mentions}
    if not codes:
        return {}
    worth = 2.0 if position is None else 1.5 if position < 2 else 0.5
    if len(codes) > 1 and (delegates := _delegates(plain_text, row, mentions)):
        rest = [m for m in mentions if m.code not in delegates]
        return dict.fromkeys(delegates, _AT_TABLE) | _from_sentence(plain_text, row, rest, position)
    if len(codes) >= _LIST:
        venues = {m.code for m in mentions if _is_venue(plain_text, m)} - {
            m.code for m in mentions if not _is_venue(plain_text, m)
        }
        present = _PRESENT.search(plain_text, *row.span) and not _is_past(plain_text, row)
        worth = 3.0 if (present and row.seats) or (present and (position or 0) < 4) else 0.2
        return dict.fromkeys(codes - venues, worth) | dict.fromkeys(venues, 0.2)
    if (position or 0) > 1 and _is_past(plain_text, row):
        worth *= 0.3
    return {code: max(_worth(plain_text, m, worth) for m in mentions if m.code == code) for code in codes}


def _is_venue(plain_text: str, mention: CountryMention) -> bool:
    """ "In Geneva, Switzerland", "İsviçre'nin Cenevre kentinde"."""
    before = plain_text[max(0, mention.start - _TOWN) : mention.start]
    return bool(_TOWN_BEFORE.search(before) or _TOWN_AFTER.match(plain_text, mention.end))


def _delegates(plain_text: str, row: Row, mentions: Sequence[CountryMention]) -> frozenset[str]:
    """Countries listed beside "delegations of" where these are said to come or take part."""
    is_told = _COME.search(plain_text, *row.span) or _PRESENT.search(plain_text, *row.span)
    if not is_told or _is_past(plain_text, row):
        return frozenset()
    found: set[str] = set()
    chain: list[CountryMention] = []
    for mention in (*sorted(mentions, key=lambda m: m.start), None):
        if mention and chain and _ENUMERATED.fullmatch(plain_text, chain[-1].end, mention.start):
            chain.append(mention)
            continue
        if len({m.code for m in chain}) > 1 and (
            _DELEGATES_BEFORE.search(plain_text[max(row.span[0], chain[0].start - 90) : chain[0].start])
            or _DELEGATES_AFTER.match(plain_text, chain[-1].end, row.span[1])
        ):
            found |= {m.code for m in chain}
        chain = [mention] if mention else []
    return frozenset(found)


def _worth(plain_text: str, mention: CountryMention, worth: float) -> float:
    is_capital = mention.kind is FormKind.CAPITAL
    is_venue = is_capital and _LOCATIVE.search(plain_text, mention.start, mention.end)
    found = None if is_venue else _INSTITUTION.match(plain_text[mention.end : mention.end + 50])
    if found and not _WORLD.search(found.group()):
        return worth + 1.0
    return worth * 0.5 if is_capital else worth


def _is_past(plain_text: str, row: Row) -> bool:
    return any(pattern.search(plain_text, *row.span) for pattern in (PAST, RECALLED, HEARSAY))
