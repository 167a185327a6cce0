"""Which role a title's tags add up to. For `cues` and `binding` only."""

from __future__ import annotations

from collections.abc import Callable

from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

SUCCEEDED = frozenset((Role.HEALTH_MINISTER, Role.PRIME_MINISTER, Role.PRESIDENT, Role.FOREIGN_MINISTER))
"""Offices that one person holds at a time, after another."""

_STATE_SECRETARY_HEADS = frozenset(("GB", "HN"))
"""Where a secretary of state for health heads national health; elsewhere (Angola, Hungary, Portugal) a deputy."""
_SECRETARY_HEADS = frozenset(("US", "GB", "PH", "MX", "KE", "PR"))
_HEALTH_CHIEF = Tag.HEALTH + Tag.HEAD
""" "The country's health chief"."""
_CIVIL_SECRETARY = frozenset(("IN", "PK", "BD", "LK", "NP", "BT", "MV", "MY"))
"""Where the health secretary is the ministry's first civil servant."""


def read_role(tags: str, head: str, countries: frozenset[str] = frozenset()) -> Role | None:
    """The role of the office whose noun is `head`; None for a bare "minister", which the context must tell.

    `tags` are the title's, without those of other offices in it; `countries` whom it is held for, or may be.
    """
    role = _read_secretary(tags, countries) if head == Tag.SECRETARY else _READERS.get(head, _read_other)(tags)
    if Tag.FORMER in tags and role is not Role.OTHER:
        return Role.FORMER_HEALTH_MINISTER if role is Role.HEALTH_MINISTER else Role.OTHER_OFFICIAL
    return role


def _is_health(tags: str) -> bool:
    return Tag.HEALTH in tags or Tag.HEALTH_MINISTRY in tags


def _read_minister(tags: str) -> Role | None:
    is_deputy = Tag.DEPUTY in tags or Tag.DEPUTY_MINISTER in tags
    if Tag.PROVINCE in tags:
        return Role.OTHER_OFFICIAL
    if _is_health(tags):
        return Role.DEPUTY_HEALTH_MINISTER if is_deputy else Role.HEALTH_MINISTER
    if Tag.FOREIGN in tags:
        return Role.OTHER_OFFICIAL if is_deputy else Role.FOREIGN_MINISTER
    return Role.OTHER_OFFICIAL if Tag.PORTFOLIO in tags else None


def _read_president(tags: str) -> Role:
    is_state = not {Tag.DEPUTY, Tag.THING, Tag.WHO, Tag.BODY} & set(tags)
    return Role.PRESIDENT if is_state else Role.OTHER_OFFICIAL


def _read_premier(tags: str) -> Role:
    return Role.OTHER_OFFICIAL if Tag.DEPUTY in tags else Role.PRIME_MINISTER


def _read_director(tags: str) -> Role:
    if Tag.WHO not in tags or Tag.DEPUTY in tags or Tag.THING in tags:
        return Role.OTHER_OFFICIAL
    if Tag.REGION in tags:
        return Role.WHO_REGIONAL_DIRECTOR
    is_general = Tag.GENERAL in tags or Tag.DIRECTOR_GENERAL in tags or Tag.HEAD in tags
    return Role.WHO_DIRECTOR_GENERAL if is_general else Role.OTHER_OFFICIAL


def _read_head(tags: str) -> Role | None:
    if Tag.WHO in tags:
        return _read_director(tags)
    if Tag.GOVERNMENT in tags:
        return _read_premier(tags)
    if Tag.THING in tags:
        return Role.OTHER_OFFICIAL
    if Tag.HEALTH_MINISTRY in tags or (Tag.MINISTRY in tags and Tag.HEALTH in tags):
        is_deputy = Tag.DEPUTY in tags or Tag.DEPUTY_HEAD in tags
        return Role.DEPUTY_HEALTH_MINISTER if is_deputy else Role.HEALTH_MINISTER
    if Tag.FOREIGN in tags:
        is_deputy = Tag.DEPUTY in tags or Tag.DEPUTY_HEAD in tags
        return Role.OTHER_OFFICIAL if is_deputy else Role.FOREIGN_MINISTER
    if _HEALTH_CHIEF in tags and Tag.PROVINCE not in tags:
        return Role.HEALTH_MINISTER
    return None if Tag.MINISTRY in tags and Tag.PORTFOLIO not in tags else Role.OTHER_OFFICIAL


def _read_secretary(tags: str, countries: frozenset[str]) -> Role:
    if Tag.DEPUTY in tags:
        return Role.DEPUTY_HEALTH_MINISTER if _is_health(tags) else Role.OTHER_OFFICIAL
    if Tag.HEALTH in tags and not {Tag.THING, Tag.GENERAL, Tag.MINISTRY} & set(tags):
        if Tag.STATE in tags:
            is_minister = not countries or bool(countries & _STATE_SECRETARY_HEADS)
            return Role.HEALTH_MINISTER if is_minister else Role.DEPUTY_HEALTH_MINISTER
        is_civil_servant = bool(countries & _CIVIL_SECRETARY) and not countries & _SECRETARY_HEADS
        return Role.OTHER_OFFICIAL if is_civil_servant else Role.HEALTH_MINISTER
    return Role.FOREIGN_MINISTER if Tag.STATE in tags and Tag.GENERAL not in tags else Role.OTHER_OFFICIAL


def _read_junior(tags: str) -> Role:
    return Role.DEPUTY_HEALTH_MINISTER if _is_health(tags) else Role.OTHER_OFFICIAL


def _read_ambassador(tags: str) -> Role:
    return Role.OTHER_OFFICIAL if Tag.DEPUTY in tags else Role.AMBASSADOR


def _read_business(tags: str) -> Role:
    is_public = not {Tag.MINISTRY, Tag.HEALTH_MINISTRY, Tag.BODY, Tag.WHO}.isdisjoint(tags)
    return Role.OTHER_OFFICIAL if is_public else Role.OTHER


def _read_other(_tags: str) -> Role:
    return Role.OTHER_OFFICIAL


_READERS: dict[str, Callable[[str], Role | None]] = {
    Tag.MINISTER: _read_minister,
    Tag.MINISTERS: _read_minister,
    Tag.DEPUTY_MINISTER: _read_minister,
    Tag.PRESIDENT: _read_president,
    Tag.PREMIER: _read_premier,
    Tag.DIRECTOR: _read_director,
    Tag.DIRECTOR_GENERAL: _read_director,
    Tag.HEAD: _read_head,
    Tag.DEPUTY_HEAD: _read_head,
    Tag.STATE_SECRETARY: _read_junior,
    Tag.JUNIOR: _read_junior,
    Tag.AMBASSADOR: _read_ambassador,
    Tag.BUSINESS: _read_business,
}
