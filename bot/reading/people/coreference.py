"""Titles without a name ("the minister", "the Cuban official", "mevkidaşı"): whose they are, or that nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reading.people.gathering.figures import Figure, around
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.scenes import Scene, Setting
from bot.reading.people.standing import WHO, WHO_ROLES, Standing
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_NAMEABLE = frozenset(
    (
        Role.HEALTH_MINISTER,
        Role.DEPUTY_HEALTH_MINISTER,
        Role.PRIME_MINISTER,
        Role.PRESIDENT,
        Role.FOREIGN_MINISTER,
        Role.AMBASSADOR,
        *WHO_ROLES,
    )
)
_MOST_UNNAMED = 60
_MINISTERS = frozenset((Tag.MINISTER, Tag.MINISTERS, Tag.DEPUTY_MINISTER))


@dataclass(slots=True, kw_only=True)
class Unnamed:
    """A participant that the text gives by office alone."""

    role: Role
    country: str | None
    organization: str | None
    cues: list[Cue] = field(default_factory=list)


def lend_titles(scenes: Sequence[Scene], figures: Sequence[Figure]) -> None:
    """ "The vice minister received … , V. Dudnik said": a bare title is the one person's whom nothing else titles.

    To be called before the standings are read.
    """
    if any(cue.head in _MINISTERS for figure in figures for cue in figure.cues):
        return
    untitled = [f for f in figures if f.known is None and not f.cues and not any(n.is_with for n in f.namings)]
    bare = [
        c for s in scenes for c in s.free if c.role is None and not (c.is_counterpart or c.countries or c.is_plural)
    ]
    if len(untitled) == 1 and bare and bare[0].start < untitled[0].start:
        untitled[0].lend(bare[0])


def resolve_titles(
    scenes: Sequence[Scene], figures: Sequence[Figure], standings: Sequence[Standing], setting: Setting
) -> list[Unnamed]:
    """Give every title without a name to its figure; return those that are nobody's named in the text."""
    unnamed: list[Unnamed] = []
    starts = [figure.start for figure in figures]
    for cue in sorted((cue for scene in scenes for cue in scene.free), key=lambda cue: cue.start):
        if cue.is_plural:
            continue
        figure = _find(cue, around(figures, starts, cue.start), around(standings, starts, cue.start))
        if figure is not None:
            figure.add_title(cue)
        elif (role := _nameable_role(cue, setting)) is not None and (cue.country or cue.organization):
            _add_unnamed(unnamed, cue, role)
    return unnamed


def _nameable_role(cue: Cue, setting: Setting) -> Role | None:
    if cue.role is None and not cue.is_counterpart and setting.is_about_health and not _is_deputy(cue):
        return Role.HEALTH_MINISTER
    return cue.role if cue.role in _NAMEABLE else None


def _add_unnamed(unnamed: list[Unnamed], cue: Cue, role: Role) -> None:
    organization = WHO if role in WHO_ROLES else cue.organization
    country = None if organization else cue.country
    same = next(
        (u for u in unnamed[:_MOST_UNNAMED] if (u.role, u.country, u.organization) == (role, country, organization)),
        None,
    )
    if same is None:
        same = Unnamed(role=role, country=country, organization=organization)
        unnamed.append(same)
    same.cues.append(cue)


def _find(cue: Cue, figures: Sequence[Figure], standings: Sequence[Standing]) -> Figure | None:
    fitting = [f for f, s in zip(figures, standings, strict=True) if _fits(cue, f, s)]
    if cue.is_counterpart:
        return _counterpart(cue, fitting, figures, standings)
    before = [f for f in fitting if f.last_start_before(cue.start) >= 0]
    if before and cue.head == Tag.OFFICIAL and cue.is_bare:
        return min(before, key=lambda figure: figure.start)
    if before:
        return max(before, key=lambda figure: figure.last_start_before(cue.start))
    is_told = cue.country is not None or cue.organization is not None or len(fitting) == 1
    return min(fitting, key=lambda figure: figure.start, default=None) if is_told else None


def _fits(cue: Cue, figure: Figure, standing: Standing) -> bool:
    if cue.country and standing.country != cue.country:
        return False
    if cue.organization and standing.organization != cue.organization:
        return False
    if cue.is_counterpart:
        return cue.country is not None
    if cue.role is None:
        return _fits_minister(cue, figure, standing)
    if cue.is_bare:
        return _fits_bare(cue, standing)
    if cue.role in (Role.OTHER, Role.OTHER_OFFICIAL):
        return (
            standing.role is cue.role and cue.head in {own.head for own in figure.cues} and cue.role is not Role.OTHER
        )
    if standing.role is cue.role or cue.role in {own.role for own in figure.cues}:
        return True
    return figure.known is not None and not figure.cues and figure.known.has_held(cue.role)


def _fits_minister(cue: Cue, figure: Figure, standing: Standing) -> bool:
    """ "The minister" is a minister, "the vice minister" has a deputy's title."""
    is_deputy = _is_deputy(cue)
    if any(own.head in _MINISTERS and _is_deputy(own) is is_deputy for own in figure.cues):
        return True
    return standing.role is (Role.DEPUTY_HEALTH_MINISTER if is_deputy else Role.HEALTH_MINISTER)


def _is_deputy(cue: Cue) -> bool:
    return Tag.DEPUTY in cue.tags or Tag.DEPUTY_MINISTER in cue.tags


def _fits_bare(cue: Cue, standing: Standing) -> bool:
    match cue.head:
        case Tag.DIRECTOR | Tag.DIRECTOR_GENERAL:
            return standing.role in WHO_ROLES
        case Tag.OFFICIAL:
            return cue.country is not None and Tag.TOWARDS not in cue.tags
        case _:
            return False


def _counterpart(
    cue: Cue, fitting: Sequence[Figure], figures: Sequence[Figure], standings: Sequence[Standing]
) -> Figure | None:
    """His counterpart: whoever holds the speaker's office for another country; the country named, if one is."""
    before = [(f.last_start_before(cue.start), i) for i, f in enumerate(figures)]
    speaker = max((pair for pair in before if pair[0] >= 0), default=None)
    if speaker is None:
        return fitting[0] if len(fitting) == 1 else None
    mine = standings[speaker[1]]
    same_office = [
        f
        for f, s in zip(figures, standings, strict=True)
        if s.role is mine.role and s.country != mine.country and (not cue.country or f in fitting)
    ]
    return same_office[0] if len(same_office) == 1 else None
