"""Cues: the phrases that state an office, with the country or organization it is held for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reading.people.phrases.chunks import ANY_HEAD, LEADING, cut_head_first, cut_head_last, is_genitive
from bot.reading.people.phrases.roles import read_role
from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.lexicon import HOMES, TURKIC
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_CHUNK = re.compile(
    r"(?:[MmdlHEoD1AXPRBWUGgJLNYSqObjefaTVcCkKirzQ#-]|t(?=c{0,2}[CkPRMTa])|(?<=[WU])/(?=[WUr])|(?<=[HEo]),(?=c?[HEo])"
    r"|(?<=[SGLOqj]),(?=[fcC]{0,3}[Ho]{0,3}[NY])|(?<=z)t(?=H)|(?<=[WUNYHozC])\([WUCa]\))+"
)
_PREMIER_MINISTER = re.compile("R-[Mm]")
_OF_COUNTRIES = re.compile("mH?[cT]{0,3}C(?:,C){1,12}(?=cC)|C(?:,C){1,12}(?=cC[THoc]{0,4}m)")
""" "The ministers of A, B and C": the signs between belong to the title."""
_LOCATIVE = re.compile(r"(?:d[aəe]k[ıi]\w*|[дт][ае]ғ[ыі]\w*|[дт][аео]г[ыиі]\w*|dagi\w*|даги\w*|daǵy\w*|dağı\w*)$")
_COUNTRY_AFTER = re.compile(r",(?P<country>c?[VT]{1,2}cC|C(?=[,.;:)~]|$))")
"""What may follow a title in English: ", Oman," or ", Government of Oman"."""
_AT_MINISTRY = re.compile("tc{0,2}C[THo]{0,3}[NY]")
_STANDS_FOR = re.compile(f"[{Tag.ACTING}{Tag.DEPUTY}{Tag.DEPUTY_MINISTER}]")
"""Titles in which the minister stands in the genitive whatever the case of the name: замминистра, и.о. министра."""
_UNDECLINED = frozenset(("вице", "зам"))
_OF_AGENCY = frozenset((Tag.THING, Tag.CONNECT, "-"))
_NAME_GOES_ON = re.compile("[xnoHr]{1,4}z")
_LONGEST_BODY = 12
_UNDER = frozenset(
    ("yanında", "nəzdində", "huzuridagi", "ҳузуридаги", "жанындағы", "алдындагы", "караштуу", "жанындагы", "qasındağı")
)
"""What follows a president under whom a body stands."""
_INTO_MINISTRY = ("bakanlığına", "bakanlığı'na", "bakanlığı’na")
_APPOINTS = re.compile("(?:ata(?:n?dı|nan|nması|ndığı|mış|nmış)|getiril|getirdi|seçil)")
_HEADING = frozenset(("heads", "headed", "heading", "возглавил", "возглавила", "возглавит", "возглавляет"))
_MINISTRY_ONLY = re.compile("[cTCHoVf]*[NY][cTCHof]*")
_POSTS = frozenset(("görevine", "görevini", "koltuğuna"))
_PLURAL = {
    "en": re.compile("s$"),
    "ru": re.compile("(?:ы|и|ов|ей|ам|ям|ами|ями|ах|ях)$"),
    "uz": re.compile("lar|лар"),
}
_TURKIC_PLURAL = re.compile("(?:l[aeə]r|[лд][аеоө]р|т[аеө]р)(?:[ıiuüыіиуү]|$)")
_BODY_HEADS = frozenset(
    (
        Tag.DIRECTOR,
        Tag.DIRECTOR_GENERAL,
        Tag.HEAD,
        Tag.SECRETARY,
        Tag.OFFICIAL,
        Tag.BUSINESS,
        Tag.AMBASSADOR,
        Tag.PRESIDENT,
        Tag.COUNTERPART,
    )
)
_CASES = {
    "а": "genitive",
    "у": "dative",
    "ом": "instrumental",
    "ой": "instrumental",
    "ым": "instrumental",
    "е": "locative",
    "ем": "instrumental",
    "я": "genitive",
    "ю": "dative",
}
_FEMININE_CASES = {"ы": "genitive", "и": "genitive", "у": "accusative", "ой": "instrumental", "ей": "instrumental"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Units `[first, last)` that state an office.

    `role` is None for a bare "minister" and for a counterpart. `countries` has several for "Azerbaijani and Turkish
    ministers". `case` is the grammatical case of a Russian title's noun: the name's beside it, too.
    """

    first: int
    last: int
    start: int
    end: int
    tags: str
    head: str
    role: Role | None
    countries: tuple[str, ...]
    organization: str | None
    is_plural: bool = False
    case: str | None = None
    is_predicate: bool = False
    """A verb says so of the name: "was appointed", "является"; it tells more than a title beside it."""

    @property
    def country(self) -> str | None:
        return self.countries[-1] if self.countries else None

    @property
    def is_counterpart(self) -> bool:
        return self.head == Tag.COUNTERPART

    @property
    def is_bare(self) -> bool:
        """Whether it says no more than "the minister", "the director", "the official"."""
        return self.role is None or (self.role is Role.OTHER_OFFICIAL and set(self.tags) <= set("cGgLOCiTX1SrD-"))


def find_cues(units: Sequence[Unit], language: str | None, named: frozenset[str]) -> list[Cue]:
    """The cues of a sentence, in order; `named` are the countries of the text, which tell some offices apart."""
    tags = _PREMIER_MINISTER.sub("R##", tags_of(units))
    if Tag.MINISTERS in tags:
        tags = _OF_COUNTRIES.sub(lambda listed: listed.group().replace(",", "#"), tags)
    cues = []
    for match in _CHUNK.finditer(tags):
        if language not in TURKIC and (headed := _read_headed(units, tags, match.start(), match.end())):
            cues.append(headed)
        elif language not in TURKIC and (staff := _read_staff(units, tags, match.start(), match.end())):
            cues.append(staff)
        elif language in TURKIC and (post := _read_ministry_post(units, tags, match.start(), match.end())):
            cues.append(post)
        elif not ANY_HEAD.isdisjoint(match.group()):
            cut = cut_head_last if language in TURKIC else cut_head_first
            for first, last, head in cut(units, tags, match.start(), match.end()):
                cue = _read_cue(units, tags, (first, last, head), language, named)
                if not _is_seat_of_body(units, cue, language):
                    cues.append(cue)
                elif language == "ru" and cues and _goes_on(tags, cues[-1], cue):
                    cues[-1] = replace(cues[-1], last=cue.last, end=cue.end, countries=cue.countries)
    return cues


def _is_seat_of_body(units: Sequence[Unit], cue: Cue, language: str | None) -> bool:
    """ "The committee under the President": he is named, but takes no part."""
    if cue.role not in (Role.PRESIDENT, Role.PRIME_MINISTER):
        return False
    if language == "ru":
        return cue.case == "locative" and cue.first > 0 and units[cue.first - 1].word.lower() == "при"
    following = units[cue.last].word.lower() if cue.last < len(units) else ""
    return language in TURKIC and following in _UNDER


def _goes_on(tags: str, title: Cue, under: Cue) -> bool:
    """Whether the title before speaks of the body that is under the president."""
    return (
        title.head in _BODY_HEADS
        and under.first - title.last < _LONGEST_BODY
        and "," not in tags[title.last : under.first]
    )


def _read_headed(units: Sequence[Unit], tags: str, first: int, last: int) -> Cue | None:
    """ "X heads Oman's health ministry", "X возглавил Минздрав Омана": whoever does is the minister."""
    if not first or units[first - 1].word.lower() not in _HEADING or not _MINISTRY_ONLY.fullmatch(tags, first, last):
        return None
    return _minister_of(units, tags, first, last)


def _minister_of(units: Sequence[Unit], tags: str, first: int, last: int) -> Cue:
    """The minister of the ministry named there."""
    while first < last - 1 and tags[first] in LEADING:
        first += 1
    countries = [unit.code or "" for unit in units[first:last] if unit.tag == Tag.COUNTRY]
    return Cue(
        first=first,
        last=last,
        start=units[first].start,
        end=units[last - 1].end,
        tags=tags[first:last],
        head=Tag.MINISTER,
        role=read_role(tags[first:last], Tag.MINISTER, frozenset(countries)),
        countries=tuple(countries[-1:]),
        organization=None,
    )


def _read_staff(units: Sequence[Unit], tags: str, first: int, last: int) -> Cue | None:
    """ "… of the Israeli Ministry of Foreign Affairs X Y": the end of a long title whose noun stands far before."""
    if tags[last : last + 2] != "nn" or not ANY_HEAD.isdisjoint(tags[first:last]):
        return None
    if Tag.MINISTRY not in tags[first:last] and Tag.HEALTH_MINISTRY not in tags[first:last]:
        return None
    while first < last and tags[first] in LEADING:
        first += 1
    countries = [unit.code or "" for unit in units[first:last] if unit.tag == Tag.COUNTRY]
    return Cue(
        first=first,
        last=last,
        start=units[first].start,
        end=units[last - 1].end,
        tags=tags[first:last],
        head=Tag.OFFICIAL,
        role=Role.OTHER_OFFICIAL,
        countries=tuple(countries[-1:]),
        organization=None,
    )


def _read_ministry_post(units: Sequence[Unit], tags: str, first: int, last: int) -> Cue | None:
    """ "Sağlık Bakanlığı görevine": the ministry stands for its minister's post."""
    is_post = last < len(units) and units[last].word.lower() in _POSTS
    ministry = units[last - 1].word.lower()
    if not is_post and ministry.endswith(_INTO_MINISTRY):
        is_post = any(_APPOINTS.match(unit.word.lower()) for unit in units[last : last + _LONGEST_BODY])
    if not is_post or tags[last - 1] != Tag.MINISTRY or not ANY_HEAD.isdisjoint(tags[first:last]):
        return None
    return _minister_of(units, tags, first, last)


def _read_cue(
    units: Sequence[Unit], tags: str, at: tuple[int, int, int], language: str | None, named: frozenset[str]
) -> Cue:
    first, last, head = at
    is_turkic = language in TURKIC
    own = _holder_tags(units, first) + _own_tags(tags, first, last, head, is_turkic=is_turkic)
    if not is_turkic and (_is_of_part(units, tags, last, head) or _is_of_body(units, tags, last, head)):
        own += Tag.THING
    countries = tuple((_countries_before if is_turkic else _countries_around)(units, tags, first, last, head))
    if not countries and language == "en" and (found := _COUNTRY_AFTER.match(tags, last)):
        countries = (units[found.end("country") - 1].code or "",)
    begin = first
    while begin and tags[begin - 1] in _OF_AGENCY:
        begin -= 1
    countries = countries or _countries_of_parts(units[begin:last], named, language)
    is_plural = tags[head] == Tag.MINISTERS or _is_plural(units[head].word, language)
    role = None if tags[head] == Tag.COUNTERPART else read_role(own, tags[head], frozenset(countries) or named)
    if is_plural and tags[head] == Tag.HEAD and role is Role.WHO_DIRECTOR_GENERAL:
        role = Role.OTHER_OFFICIAL
    if role is Role.OTHER and any(unit.tag == Tag.THING and unit.code for unit in units[begin:last]):
        role = Role.OTHER_OFFICIAL  # whoever runs a public agency
    body = _body(units[first:last])
    organization = (
        body if tags[head] in _BODY_HEADS and (tags[head] != Tag.PRESIDENT or role is Role.OTHER_OFFICIAL) else None
    )
    return Cue(
        first=first,
        last=last,
        start=units[first].start,
        end=units[last - 1].end,
        tags=own,
        head=tags[head],
        role=role,
        countries=() if organization else countries,
        organization=organization,
        is_plural=is_plural,
        case=_case_of_title(units, tags, first, head, own) if language == "ru" else None,
    )


def _countries_of_parts(units: Sequence[Unit], named: frozenset[str], language: str | None) -> tuple[str, ...]:
    """ "Министр здравоохранения Татарстана" acts for Russia, "TÜSEB Başkanı" for Türkiye, where the text names it or is
    in its language."""
    known = named | {HOMES.get(language or "")}
    return tuple(u.code for u in units if u.tag in (Tag.PROVINCE, Tag.THING) and u.code and u.code in known)


def _case_of_title(units: Sequence[Unit], tags: str, first: int, head: int, own: str) -> str | None:
    """That of "заместитель" where one stands in, else the noun's: "вице-" and "зам" are not declined."""
    deputy = tags.rfind(Tag.DEPUTY, first, head)
    if deputy >= 0 and units[deputy].word.lower() not in _UNDECLINED:
        return _case(units[deputy].word)
    return None if deputy < 0 and _STANDS_FOR.search(own) else _case(units[head].word)


def _is_of_part(units: Sequence[Unit], tags: str, last: int, head: int) -> bool:
    """ "Head of the ministry's technical office": of a part of the ministry, whatever that is called."""
    is_head = tags[head] in (Tag.HEAD, Tag.DEPUTY_HEAD) and last - 1 > head
    return is_head and bool(units[last - 1].ending) and tags[last - 1] in (Tag.MINISTRY, Tag.HEALTH_MINISTRY)


def _is_of_body(units: Sequence[Unit], tags: str, last: int, head: int) -> bool:
    """ "President of the Japan International Cooperation Agency": the country is part of a longer name."""
    body = _NAME_GOES_ON.match(tags, last) if last - 1 > head and tags[last - 1] == Tag.COUNTRY else None
    return body is not None and all(unit.word[0].isupper() for unit in units[last : body.end()])


def _body(units: Sequence[Unit]) -> str | None:
    """The organization named, WHO before another ("PAHO/WHO")."""
    codes = [unit.code for unit in units if unit.tag in (Tag.WHO, Tag.BODY)]
    return "WHO" if "WHO" in codes else next(iter(codes), None)


def _holder_tags(units: Sequence[Unit], first: int) -> str:
    """ "IsDB President": an abbreviation before a title is the body it is held in."""
    before = units[first - 1] if first else None
    is_abbreviation = (
        before is not None and before.tag in (Tag.NAME, Tag.STOP) and sum(map(str.isupper, before.word)) > 1
    )
    return Tag.THING if is_abbreviation else ""


def _own_tags(tags: str, first: int, last: int, head: int, *, is_turkic: bool) -> str:
    """The tags that qualify this noun: those of a thing count only on the side where the noun's genitives stand."""
    before, after = tags[first:head], tags[head:last]
    if is_turkic:
        return (
            before.replace(Tag.MINISTER, "").replace(Tag.PRESIDENT, "") + after
            if tags[head] in "OLGb"
            else before + after
        )
    if tags[head] in "MmdPR":
        told = before.rpartition(Tag.THING)
        before = (told[0].replace(Tag.FORMER, "") + told[2]).replace(Tag.THING, "")
    return before + after


def _countries_around(units: Sequence[Unit], tags: str, first: int, last: int, head: int) -> list[str]:
    """ "of Cuba" after the noun, else "Cuban" before it; not where an envoy serves."""
    after: list[str] = []
    is_place = False
    for index in range(head + 1, last):
        if tags[index] == Tag.TOWARDS:
            is_ministry = _AT_MINISTRY.match(tags, index) is not None
            is_place = not is_ministry and tags[index + 1 : last].lstrip("cT")[:1] in (Tag.COUNTRY, Tag.CAPITAL)
        elif tags[index] == Tag.COUNTRY and not is_place:
            after.append(units[index].code or "")
    before = [units[i].code or "" for i in range(first, head) if tags[i] == Tag.COUNTRY]
    if tags[head] == Tag.MINISTERS:
        return before or after
    return after[:1] or before[-1:]


def _countries_before(units: Sequence[Unit], tags: str, first: int, last: int, head: int) -> list[str]:
    """The nearest country before the noun that is not where an envoy serves ("Türkiyədəki səfiri")."""
    found = [
        units[i].code or ""
        for i in range(first, head)
        if tags[i] == Tag.COUNTRY and not _is_where(units, tags, i, head)
    ]
    if tags[head] == Tag.AMBASSADOR and len(found) > 1 and is_genitive(units[tags.index("C", first)].word):
        return found[:1]  # "Umman'ın Türkiye Büyükelçisi": the second is where he serves
    return found if tags[head] == Tag.MINISTERS else found[-1:]


def _is_where(units: Sequence[Unit], tags: str, country: int, head: int) -> bool:
    """Whether an envoy serves there: "Türkiyədəki", "Azərbaycan Respublikasındakı"."""
    last = country
    while last + 1 < head and tags[last + 1] == Tag.STATE:
        last += 1
    return _LOCATIVE.search(units[last].word.lower()) is not None


def _is_plural(word: str, language: str | None) -> bool:
    """Whether the title's noun speaks of several; a Russian feminine in -и is no title's noun."""
    pattern = _PLURAL.get(language or "en", _TURKIC_PLURAL)
    return pattern.search(word.lower().split()[-1]) is not None and word.lower() not in (
        "charge d affaires",
        "главы",
        "визави",
    )


def _case(word: str) -> str | None:
    """The case a Russian noun of a title stands in: министр, министра, министру, министром, министре."""
    lower = word.lower()
    endings = _FEMININE_CASES if lower.startswith(("глав", "коллег", "судь")) or "ниц" in lower else _CASES
    return next((case for ending, case in endings.items() if lower.endswith(ending)), None)
