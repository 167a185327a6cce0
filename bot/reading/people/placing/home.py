"""Whose news a text is: the country whose officials it names without saying whose. For `place` and `document`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.reading.models import CountryMention, Layout
from bot.reading.people.gathering.figures import Figure
from bot.reading.people.titles.lexicon import HOMES
from storage.models.seeds import Outlet, Role

_CREDIT_REACH = 250
"""A credit stands in so many of the last characters."""
_CREDIT = re.compile(
    r"(?:^|\b(?:on behalf of|issued by|released by|source:|courtesy of|источник:) *)(?:the )?"
    r"(?:(?:press (?:service|office) of (?:the )?|пресс-служба )?(?:ministry|department of health|government|embassy"
    r"|high commission|office of the president|state house|permanent mission|министерств\w+|посольств\w+"
    r"|правительств\w+|администраци\w+))\b[^.\n]{0,90}[.]?$",
    re.IGNORECASE | re.MULTILINE,
)
_EVERYWHERE = frozenset((Role.PRESIDENT, Role.PRIME_MINISTER))
"""Who holds these is known abroad too, and called by the bare title."""
_KNOWN = 10
"""So many figures are asked at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a text comes from: the country of whoever publishes it, and those whose capital its dateline names."""

    country: str | None = None
    dateline: frozenset[str] = frozenset()
    is_of_health: bool = False
    """A health ministry publishes it: its "minister" is of health."""


def read_origin(layout: Layout, mentions: Iterable[CountryMention], outlet: Outlet) -> Origin:
    """`mentions` are those of the whole text. A ministry or embassy that signs says more than who publishes it."""
    listed = sorted((m for m in mentions if m.code), key=lambda m: m.start)
    start, end = layout.dateline or (0, 0)
    dateline = frozenset(m.code for m in listed if start <= m.start < end)
    country = _credited(layout.text, listed) or outlet.country
    return Origin(country=country, dateline=dateline, is_of_health=outlet.is_of_health)


def find_home(figures: Sequence[Figure], language: str | None, origin: Origin) -> str | None:
    """The language's own country; else the one that the origin and the officials known by a bare title agree on.

    None where they do not, and where the dateline is another country's: there a bare title may be the host's.
    """
    if own := HOMES.get(language or ""):
        return own
    told = {official for figure in figures[:_KNOWN] if (official := _bare_official(figure))}
    if origin.country:
        told.add(origin.country)
    return next(iter(told)) if len(told) == 1 and (not origin.dateline or origin.dateline == told) else None


def _credited(text: str, mentions: Sequence[CountryMention]) -> str | None:
    """ "On behalf of the Ministry of Health, Kenya", "Embassy of Cuba in Türkiye": whose ministry or embassy signs."""
    found = list(_CREDIT.finditer(text, max(0, len(text) - _CREDIT_REACH)))
    if not found:
        return None
    start, end = found[-1].span()
    return next((m.code for m in mentions if start <= m.start < end), None)


def _bare_official(figure: Figure) -> str | None:
    """The country of a known official whose titles say no country: the text takes it for granted."""
    known, cues = figure.known, figure.cues
    if known is None or not cues or any(cue.countries or cue.organization or cue.is_counterpart for cue in cues):
        return None
    is_of_home = all(cue.role not in _EVERYWHERE and (cue.role is None or known.has_held(cue.role)) for cue in cues)
    return known.country if is_of_home and not any(n.country for n in figure.namings) else None
