"""In which role, and for whom, each figure acts in the text: its titles first, what is known of it last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.people.gathering.figures import Figure
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.roles import read_role
from bot.reading.people.phrases.scenes import Setting
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

WHO = "WHO"
WHO_ROLES = frozenset((Role.WHO_DIRECTOR_GENERAL, Role.WHO_REGIONAL_DIRECTOR))
_FORMER = frozenset((Role.FORMER_HEALTH_MINISTER,))
_NEAR = 400
"""How many characters back a counterpart still belongs to a health minister rather than to somebody nearer."""
_SAY_NOT_OF_WHAT = frozenset("MXCTcif,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A role and whom it is held for. `cue`: the words that state it."""

    role: Role
    country: str | None
    organization: str | None
    cue: Cue | None
    is_stated: bool = False
    """Whether a title or the words behind the name say the country."""


def role_in(country: str | None, standing: Standing) -> Role:
    """A health secretary heads the ministry in some countries and serves it in others: now it is told which."""
    cue = standing.cue
    if country is None or cue is None or cue.head != Tag.SECRETARY or standing.role is not cue.role:
        return standing.role
    return read_role(cue.tags, cue.head, frozenset((country,))) or standing.role


def read_standing(figure: Figure, figures: Sequence[Figure], before: Sequence[Standing], setting: Setting) -> Standing:
    """By the titles of the figure, and what is known of it; `before`: the standings of those named earlier."""
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
    if known is Role.HEALTH_MINISTER and cue.head == Tag.SECRETARY and Tag.HEALTH in cue.tags:
        return known  # where the text names other countries only, a health secretary may be their civil servant
    if not cue.is_bare and cue.role is not None:
        return cue.role
    if cue.is_counterpart and cue.organization and cue.organization != WHO:
        return Role.OTHER_OFFICIAL  # "his UNICEF colleague"
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
