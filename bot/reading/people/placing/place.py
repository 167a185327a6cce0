"""Whose officials they are of whom no title says it: told by who sits beside them, the dateline, the language.

Figures in, their standings out: `find` alone calls it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.reading.people.gathering.figures import Figure, around
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.scenes import Setting
from bot.reading.people.placing.ground import Ground
from bot.reading.people.placing.home import Origin
from bot.reading.people.standing import Standing, read_standing, role_in
from bot.reading.people.titles.lexicon import HOMES
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_BRACKETED = f"({Tag.UNKNOWN})"
_MOST_COMPANY = 20
_MOST_FREE = 20
_OF_BODIES = frozenset((Tag.DIRECTOR, Tag.DIRECTOR_GENERAL, Tag.HEAD))
_OF_GOVERNMENT = frozenset((Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER))
_HEADS = frozenset((Role.PRESIDENT, Role.PRIME_MINISTER))
"""The language's own are known: whoever is not holds the office elsewhere."""
_UNIQUE = frozenset((Role.HEALTH_MINISTER, Role.PRIME_MINISTER, Role.PRESIDENT, Role.FOREIGN_MINISTER))


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
        standings.append(read_standing(figure, before, around(standings, starts, figure.start), setting))
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
                is_unknown = figures[index].known is None
                is_open = home == met or (
                    is_unknown and (setting.names_no_state or (standing.role in _HEADS and home == _own(setting)))
                )
                own = None if is_open else _home_of(standing, home, setting, ground)
                besides = _besides(standing, setting, ground)
                country = _infer_country(standing, near, setting, own, besides=besides | {met})
                is_place = country not in (None, home) and ground.is_place_behind(country or "", starts[index])
                country = None if is_place else country
                country = country or _host_of(standing, near, setting, origin or Origin(), met)
            standings[index] = Standing(
                role=role_in(country, standing),
                country=country,
                organization=None,
                cue=standing.cue,
            )
    return standings


def _own(setting: Setting) -> str | None:
    """The language's own country."""
    return HOMES.get(setting.language or "")


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


def _home_of(standing: Standing, home: str | None, setting: Setting, ground: Ground) -> str | None:
    """The language's own country for whoever no other is told for; one that was only concluded, for an office in a
    sentence without any: "President X was in Kenya" is said of a guest."""
    if home == _own(setting):
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
    own = _own(setting)
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
