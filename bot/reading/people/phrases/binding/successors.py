"""Who comes into whose place: "X-in yerinə Y", "he was replaced by Y", "на ее место назначен Y". For `bind` only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.people.phrases.binding.naming import Naming
from bot.reading.people.phrases.units import Unit
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import Tag

_REACH = 6
"""Words looked at beside a name."""
_INTO_PLACE = frozenset(
    ["yerinə", "yerine", "орнына", "ордуна", "oʻrniga", "o‘rniga", "o'rniga", "oʼrniga", "ўрнига", "ornyna"]
)
_PARTICLES = frozenset(["isə", "ise", "da", "də", "de", "və", "ve", "эсе", "болса", "эса", "esa"])
_TURKIC_HIS = re.compile(
    rf"(?:^|[.,;:~] |(?:onun|оның|анын|uning|унинг|onyń) )(?:{'|'.join(_INTO_PLACE)})(?: (?:{'|'.join(_PARTICLES)}))?$"
)
_TURKIC_HIS_AFTER = re.compile(rf"(?:onun|оның|анын|uning|унинг|onyń) (?:{'|'.join(_INTO_PLACE)})\b")
_BY = {
    "en": re.compile(r"(?:, )?(?:(?:who )?(?:was|is|has|had|been|be|will|being|to) ){1,3}(?:replaced|succeeded) by"),
    "ru": re.compile(
        r"(?:(?:был[аи]?|будет|временно|теперь) )?(?:назначен[аы]?|утвержд[её]н[аы]?|избран[аы]?|заняла?|займ[её]т"
        r"|приш[её]л|пришла|придет)"
    ),
}
"""What stands between the one who leaves and the one who comes."""
_PLACE_OF = re.compile(r"(?:^| )(?:(?:на|в) (?:место|смену|пост|должность)|вместо|место)$")
"""What a Russian sentence needs before the one who leaves."""
_HIS = {
    "en": re.compile(
        r"(?:(?:^| )(?:he|she|who)(?: has| had| will)?(?: was| is| been| be){0,2} (?:replaced|succeeded) by"
        r"|(?:^| )(?:his|her) successor(?: is| was| will be)?(?: ,)?|(?:^| )in (?:his|her) place(?: [\w,]+){0,4})$"
    ),
    "ru": re.compile(
        r"(?:(?:^| )(?:на|в) (?:его|ее|её) (?:место|пост|должность)(?: \w+){0,2}? (?:назнач|утвер|избр|приш|постав)\w+"
        r"|(?:^| )(?:его|ее|её|которого|которую) (?:на (?:этом )?посту )?(?:смени|замени)\w+"
        r"|(?:^| )вместо (?:него|не[её])(?: \w+){0,2}? назнач\w+"
        r"|(?:^| )(?:его|ее|её) преемни\w+ (?:стал|стала|назначен|назначена|будет|станет))$"
    ),
}
_HIS_AFTER = {
    "en": re.compile(
        r"(?:(?:was|has been|is|will be) )?(?:(?:appointed|named|chosen|elected|picked) )?(?:in (?:his|her) place"
        r"|(?:to|will|would) (?:replace|succeed) (?:him|her)|as (?:his|her) successor)\b"
        r"|(?:has )?(?:replaced|succeeded|replaces|succeeds) (?:him|her)\b"
    ),
    "ru": re.compile(r"(?:сменил|сменила|сменит|заменил|заменила|заменит) (?:его|ее|её)\b"),
}


def mark_successors(units: Sequence[Unit], namings: Sequence[Naming], language: str | None) -> None:
    """Tell of each name whose place the one named comes into: another's of the sentence, or whoever was told of."""
    for one, other in pairwise(namings):
        if _is_between(units, one, other, language):
            other.predecessor = one
    for naming in namings:
        if naming.predecessor is None and _is_into_his(units, naming, language):
            naming.succeeds_former = True


def _is_between(units: Sequence[Unit], one: Naming, other: Naming, language: str | None) -> bool:
    gap = _words(units[one.run.last : min(_begin(other), one.run.last + _REACH)])
    if language in TURKIC:
        words = set(gap.split())
        return bool(words & _INTO_PLACE) and words <= _INTO_PLACE | _PARTICLES
    by = _BY.get(language or "")
    if by is None or not by.fullmatch(gap):
        return False
    return language != "ru" or _PLACE_OF.search(_words_before(units, one)) is not None


def _is_into_his(units: Sequence[Unit], naming: Naming, language: str | None) -> bool:
    before = _words_before(units, naming)
    after = _words(units[naming.run.last : naming.run.last + _REACH])
    if language in TURKIC:
        return bool(_TURKIC_HIS.search(before) or _TURKIC_HIS_AFTER.match(after))
    his, his_after = _HIS.get(language or ""), _HIS_AFTER.get(language or "")
    return bool((his and his.search(before)) or (his_after and his_after.match(after)))


def _words_before(units: Sequence[Unit], naming: Naming) -> str:
    begin = _begin(naming)
    return _words(units[max(0, begin - _REACH) : begin])


def _begin(naming: Naming) -> int:
    """Where the name begins with the titles before it."""
    return min([naming.run.first, *(cue.first for cue in naming.cues)])


def _words(units: Sequence[Unit]) -> str:
    return " ".join([unit.word.lower() for unit in units if unit.tag != Tag.HONORIFIC])
