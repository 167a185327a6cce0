"""In which role, and for whom, each figure acts in the text: its titles first, what is known of it last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.people.gathering.figures import Figure, around
from bot.reading.people.ground import Ground
from bot.reading.people.home import Origin
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.roles import read_role
from bot.reading.people.phrases.scenes import Setting
from bot.reading.people.titles.lexicon import HOMES
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

WHO = "WHO"
WHO_ROLES = frozenset((Role.WHO_DIRECTOR_GENERAL, Role.WHO_REGIONAL_DIRECTOR))
_FORMER = frozenset((Role.FORMER_HEALTH_MINISTER,))
_NEAR = 400
"""How many characters back a counterpart still belongs to a health minister rather than to somebody nearer."""
_SAY_NOT_OF_WHAT = frozenset("MXCTcif,")
_BRACKETED = f"({Tag.UNKNOWN})"
_MOST_COMPANY = 20
_MOST_FREE = 20
_OF_BODIES = frozenset((Tag.DIRECTOR, Tag.DIRECTOR_GENERAL, Tag.HEAD))
_OF_GOVERNMENT = frozenset((Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER))
_UNIQUE = frozenset((Role.HEALTH_MINISTER, Role.PRIME_MINISTER, Role.PRESIDENT, Role.FOREIGN_MINISTER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A role and whom it is held for. `cue`: the words that state it."""

    role: Role
    country: str | None
    organization: str | None
    cue: Cue | None
    is_stated: bool = False
    """Whether a title or the words behind the name say the country."""


def read_standings(
    figures: Sequence[Figure],
    free: Sequence[Cue],
    setting: Setting,
    ground: Ground,
    home: str | None = None,
    origin: Origin | None = None,
) -> list[Standing]:
    """One standing a figure, in the same order; countries that no title states are inferred last.

    `free` are the titles that stand beside no name, `home` is the country whose news the text is.
    """
    standings: list[Standing] = []
    starts = [figure.start for figure in figures]
    for figure in figures:
        before = around(figures[: len(standings)], starts, figure.start)
        standings.append(_read(figure, before, around(standings, starts, figure.start), setting))
    names = sorted(naming.run.start for figure in figures for naming in figure.namings)
    counts = Counter(standing.role for standing in standings)
    for index, standing in enumerate(standings):
        if standing.country is None and standing.organization is None and standing.role is not Role.OTHER:
            country = ground.country_beside(standing.cue, names) if standing.cue else None
            country = country or _of_company(figures[index], figures[:index], standings, ground)
            country = country or _of_unnamed(standing, counts[standing.role], free)
            if country is None and not _is_of_thing(standing) and not _is_of_no_state(standing):
                near = [other for other in around(standings, starts, starts[index]) if other is not standing]
                met = _met_by(standing, figures[:index], standings, setting, ground)
                own = None if home == met else _home_of(standing, home, setting, ground)
                besides = _besides(standing, setting, ground)
                country = _infer_country(standing, near, setting, own, besides=besides | {met})
                is_place = country not in (None, home) and ground.is_place_behind(country or "", starts[index])
                country = None if is_place else country
                country = country or _host_of(standing, near, setting, origin or Origin(), met)
            standings[index] = Standing(
                role=_role_in(country, standing, figures[index], setting),
                country=country,
                organization=None,
                cue=standing.cue,
            )
    return standings


def _role_in(country: str | None, standing: Standing, figure: Figure, setting: Setting) -> Role:
    """A health secretary heads the ministry in some countries and serves it in others: now it is told which. A
    "president" of the language's own country whom nobody knows presides over something else."""
    cue = standing.cue
    if standing.role is Role.PRESIDENT and figure.known is None and country == HOMES.get(setting.language or "", ""):
        return Role.OTHER_OFFICIAL
    if country is None or cue is None or cue.head != Tag.SECRETARY or standing.role is not cue.role:
        return standing.role
    return read_role(cue.tags, cue.head, frozenset((country,))) or standing.role


def _of_unnamed(standing: Standing, count: int, free: Sequence[Cue]) -> str | None:
    """ "Zambian state minister received …", says the title: the one such minister named, of no country, is Zambia's."""
    if standing.cue is None or standing.cue.is_bare or count > 1:
        return None
    told = {cue.country for cue in free[:_MOST_FREE] if cue.role is standing.role and cue.country and not cue.is_plural}
    return told.pop() if len(told) == 1 else None


def _of_company(figure: Figure, before: Sequence[Figure], standings: Sequence[Standing], ground: Ground) -> str | None:
    """ "… was led by Minister X; with him came Y, head of …": Y is of X's side."""
    company = ground.company_begins(figure.start)
    if company is None:
        return None
    begins, turns = company
    led = [
        (f, s.country)
        for f, s in zip(before[-_MOST_COMPANY:], standings[max(0, len(before) - _MOST_COMPANY) :], strict=False)
    ]
    return next((country for f, country in reversed(led) if country and begins <= f.last_start_before(turns)), None)


def _is_of_thing(standing: Standing) -> bool:
    """An institute's head acts for the institute, of which no country is told."""
    return standing.cue is not None and Tag.THING in standing.cue.tags and Tag.MINISTRY not in standing.cue.tags


def _is_of_no_state(standing: Standing) -> bool:
    """Of a part of a country, or of what is on no list of countries: it acts for neither host nor guest. An
    abbreviation in brackets only repeats a body's name."""
    tags = standing.cue.tags.replace(_BRACKETED, "") if standing.cue else ""
    return Tag.PROVINCE in tags or Tag.UNKNOWN in tags


def _read(figure: Figure, figures: Sequence[Figure], before: Sequence[Standing], setting: Setting) -> Standing:
    cue = _telling_cue(figure.cues)
    role = _role(figure, cue, figures, before, setting)
    if role in WHO_ROLES:
        return Standing(role=role, country=None, organization=WHO, cue=cue)
    known = figure.known
    organization = cue.organization if cue and cue.organization else None
    listed = next((n.country for n in figure.namings if n.country), None)
    stated = next((c.country for c in ([cue] if cue else []) + figure.cues if c.country), None)
    country = None if organization else listed or stated or (known.country if known else None)
    if organization is None and country is None and known is not None:
        organization = known.organization
    is_stated = country is not None and country in (listed, stated)
    return Standing(role=role, country=country, organization=organization, cue=cue, is_stated=is_stated)


def _telling_cue(cues: Sequence[Cue]) -> Cue | None:
    """The title that says most: full before bare, in office before former, an acting minister's first."""
    telling = [cue for cue in cues if cue.role is not None and not cue.is_bare]
    for better in (
        [cue for cue in telling if cue.role is Role.HEALTH_MINISTER and Tag.ACTING in cue.tags],
        [cue for cue in telling if cue.role not in _FORMER and Tag.FORMER not in cue.tags],
        telling,
        [cue for cue in cues if cue.is_counterpart],
    ):
        if better:
            return better[0]
    return cues[0] if cues else None


def _role(
    figure: Figure, cue: Cue | None, figures: Sequence[Figure], before: Sequence[Standing], setting: Setting
) -> Role:
    known = figure.known.role_on(setting.on) if figure.known else None
    if cue is None:
        return known or Role.OTHER
    if _is_former_minister(cue) and any(s.role is Role.HEALTH_MINISTER for s in before):
        return Role.FORMER_HEALTH_MINISTER
    if not cue.is_bare and cue.role is not None:
        return cue.role
    if cue.is_counterpart:
        return _role_of_counterpart(cue, figures, before) or known or _bare_role(cue, setting)
    if figure.known and known and _may_be(cue, known):
        return known
    return _bare_role(cue, setting)


def _is_former_minister(cue: Cue) -> bool:
    """ "The former minister" of nothing said: of health where a health minister was named before."""
    return cue.head == Tag.MINISTER and Tag.FORMER in cue.tags and set(cue.tags) <= _SAY_NOT_OF_WHAT


def _may_be(cue: Cue, role: Role) -> bool:
    """Whether "the minister", "the director" may be said of somebody in that role."""
    match cue.head:
        case Tag.MINISTER | Tag.DEPUTY_MINISTER:
            is_deputy = not {Tag.DEPUTY, Tag.DEPUTY_MINISTER}.isdisjoint(cue.tags)
            return role not in (*WHO_ROLES, Role.PRESIDENT) and not (is_deputy and role is Role.HEALTH_MINISTER)
        case Tag.DIRECTOR | Tag.DIRECTOR_GENERAL | Tag.HEAD:
            return True
        case _:
            return role is not Role.OTHER


def _bare_role(cue: Cue, setting: Setting) -> Role:
    is_deputy = Tag.DEPUTY in cue.tags or Tag.DEPUTY_MINISTER in cue.tags
    if cue.role is None:
        if not setting.is_about_health:
            return Role.OTHER_OFFICIAL
        return Role.DEPUTY_HEALTH_MINISTER if is_deputy else Role.HEALTH_MINISTER
    if cue.head in (Tag.DIRECTOR, Tag.DIRECTOR_GENERAL) and WHO in setting.bodies and not is_deputy:
        if Tag.REGION in cue.tags:
            return Role.WHO_REGIONAL_DIRECTOR
        if Tag.GENERAL in cue.tags or cue.head == Tag.DIRECTOR_GENERAL:
            return Role.WHO_DIRECTOR_GENERAL
    return cue.role


def _role_of_counterpart(cue: Cue, figures: Sequence[Figure], before: Sequence[Standing]) -> Role | None:
    """The role of whose counterpart it is: the health minister's named nearest before, else whoever is."""
    placed = [(f.last_start_before(cue.start), s.role) for f, s in zip(figures, before, strict=False)]
    placed = [(at, role) for at, role in placed if at >= 0 and role not in (Role.OTHER, *WHO_ROLES)]
    ministers = [pair for pair in placed if pair[1] is Role.HEALTH_MINISTER and cue.start - pair[0] < _NEAR]
    return max(ministers or placed, key=lambda pair: pair[0])[1] if placed else None


def _home_of(standing: Standing, home: str | None, setting: Setting, ground: Ground) -> str | None:
    """The language's own country for whoever no other is told for; one that was only concluded, for an office in a
    sentence without any: "President X was in Kenya" is said of a guest."""
    if home == HOMES.get(setting.language or ""):
        return home
    cue = standing.cue
    is_told = home and cue and not cue.is_counterpart and ground.is_silent(cue)
    return home if is_told else None


def _met_by(
    standing: Standing,
    before: Sequence[Figure],
    standings: Sequence[Standing],
    setting: Setting,
    ground: Ground,
) -> str | None:
    """The country of whoever meets them in the same sentence: theirs is another."""
    if standing.cue is None or setting.language != "en":
        return None
    at = standing.cue.start
    met = (
        other.country
        for one, other in zip(before[-_MOST_COMPANY:], standings[max(0, len(before) - _MOST_COMPANY) :], strict=False)
        if other.country and ground.is_met_after(one.last_start_before(at), standing.cue)
    )
    return next(met, None)


def _host_of(
    standing: Standing, others: Sequence[Standing], setting: Setting, origin: Origin, met: str | None
) -> str | None:
    """Whose minister it is where nobody says so: the dateline's, unless a foreign outlet writes; else that of the only
    capital named, for whoever is met by somebody of another country ("met Deputy Minister X in Hanoi")."""
    if standing.role not in _OF_GOVERNMENT or standing.cue is None or standing.cue.is_counterpart:
        return None
    hosts = origin.dateline if origin.country in (None, *origin.dateline) else frozenset[str]()
    if met and not hosts:
        hosts = frozenset(setting.countries) - frozenset(setting.named)
    taken = {other.country for other in others if other.role is standing.role and standing.role in _UNIQUE}
    return next(iter(hosts)) if len(hosts) == 1 and hosts.isdisjoint({met, *taken}) else None


def _besides(standing: Standing, setting: Setting, ground: Ground) -> frozenset[str]:
    """The countries of those with whom the sentence sets its bearer side by side."""
    if standing.cue is None:
        return frozenset()
    if setting.language in HOMES:
        return ground.named_behind(standing.cue)
    return ground.met_by(standing.cue) if setting.language == "en" else frozenset()


def _infer_country(
    standing: Standing,
    others: Sequence[Standing],
    setting: Setting,
    home: str | None,
    *,
    besides: frozenset[str | None] = frozenset(),
) -> str | None:
    """The country whose news it is, else the only one left that nobody else's title names or holds the office for."""
    taken = {other.country for other in others if other.role is standing.role and standing.role in _UNIQUE}
    own = HOMES.get(setting.language or "")
    if home and home not in taken and standing.role is not Role.AMBASSADOR:
        if _is_at_home(standing, home, others, setting) or _is_beside_guests(standing, others, setting, besides):
            return home
        if home == own:
            return None
    is_counterpart = standing.cue is not None and standing.cue.is_counterpart
    possible = [code for code in setting.named or setting.countries if code not in (*taken, own, *besides)]
    stated = set() if is_counterpart else {other.country for other in others if other.cue and other.is_stated}
    left = [code for code in possible if code not in stated]
    if not left and not (standing.role in _UNIQUE and set(setting.countries) - set(setting.named)):
        left = possible  # unless a capital names a host whose "Prime Minister" needs no more
    return left[0] if len(left) == 1 else None


def _is_beside_guests(
    standing: Standing, others: Sequence[Standing], setting: Setting, besides: frozenset[str | None]
) -> bool:
    """ "Deputy Minister X talked with Korea's deputy minister Y", says a Kyrgyz text that names no other country."""
    stated = {other.country for other in others if other.is_stated}
    is_alone = not besides.isdisjoint(stated) and stated.issuperset(setting.named)
    return setting.language in HOMES and standing.role in _OF_GOVERNMENT and is_alone


def _is_at_home(standing: Standing, home: str, others: Sequence[Standing], setting: Setting) -> bool:
    """Whether the text speaks of its language's own country, or of envoys to it; a body's director is of no country."""
    head = standing.cue.head if standing.cue else None
    is_general = head is Tag.SECRETARY and standing.cue is not None and Tag.GENERAL in standing.cue.tags
    if is_general or (head in _OF_BODIES and setting.bodies):
        return False
    is_host = any(other.role is Role.AMBASSADOR and other.country not in (None, home) for other in others)
    is_present = home in setting.countries or any(other.country == home for other in others)
    return is_present or not setting.named or is_host
