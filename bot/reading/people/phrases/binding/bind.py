"""Which cue speaks of which run: by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.people.phrases.binding.lists import country_in_brackets, give_to_list, own_country, share_country
from bot.reading.people.phrases.binding.naming import Naming, gap_tags
from bot.reading.people.phrases.binding.predicates import appoints, bind_after_verb, bind_before_verb
from bot.reading.people.phrases.binding.successors import mark_successors
from bot.reading.people.phrases.chunks import is_genitive
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.runs import Run
from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_TITLE_THEN_NAME = re.compile(r'[h".]{0,8}(?:,h[h".]{0,4}){0,4}')
_TITLE_COMMA_NAME = re.compile(r',[h".]{0,8}(?:,h[h".]{0,4}){0,4}')
_NAME_THEN_TITLE = re.compile(r"(?:,?h\.?){0,4}[,(~]{1,2}[cix]{0,2}")
_WHO_IS = re.compile(r",?w{2}")
_WHO_IS_WORDS = frozenset(("которым является", "которой является", "которого зовут", "где работает"))
_JOINED_TITLES = re.compile("(?:,c?|[~c-]|,[nzoHC][nzoHCc]{0,6}|,c?w{1,4})")
_AND_NOW = frozenset(
    ["а", "ныне", "теперь", "сейчас", "одним", "одного", "одному", "из", "now", "currently", "also", "и"]
)
_RECEIVED = frozenset(
    [
        "qəbul",
        "kabul",
        "qabul",
        "кабыл",
        "қабыл",
        "қабылдады",
        "қабылдап",
        "қабылдаған",
        "қабул",
        "təyin",
        "tayin",
        "atadı",
        "тағайындады",
        "дайындады",
    ]
)
_OWNED = re.compile(
    "(?:başçılı[ğq]|rəhbərliy|iştirak|səfər|sözlərin|dəvət|görüşü|çıxış|müraciət|başkanlı[ğk]|ziyaret|davet|liderliğ"
    "|yerinə|yerine|rahbarlig|ishtiro|tashrif|so.zlari|taklif)"
)
_WITH_BEFORE = frozenset(("with", "с", "со"))
_WITH_AFTER = frozenset(("ile", "ilə", "bilan", "билан", "менен", "мен", "birlikte", "birgə", "birlikdə", "birga"))
_WITH_ENDING = re.compile("(?:y?l[aeə]|[мбп]ен|[mbp]en)$")
_OWNING = TURKIC - {"tr"}
"""Languages that write a name and its genitive ending as one word; Turkish puts an apostrophe between."""
_LED_BEFORE = ("led by", "headed by", "во главе с", "во главе со")
_LED_AFTER = re.compile(
    "başkanlı[ğk]ın|liderliğin|başkanlık|rəhbərli[kyg]|başçılı[ğq]|sədrliyi|баста[ғп]|басқар|басшылығы|жетекшілі[гк]"
    "|төрағалығы|башта[гп]|башында|жетекте|башчылы[гк]|төрагалы[гк]|boshchili[gk]|rahbarli[gk]|raisli[gk]|yetakchili[gk]"
    "|бошчили[гк]|раҳбарли[гк]"
)
_OBLIQUE_TITLE = re.compile(
    "(?:[ıiuü]n(?:[ıiuü]n?|[aə]|d[aə]n?)|s[ıi]yl[aə]|[ıi]yl[aə]|[іыиуү](?:н|н[іыиуү][ңн]|[нм]е[н]?|на|нан)|i(?:ni|ning|ga|dan))$"
)
_GOVERNED = {
    **dict.fromkeys(("с", "со"), "instrumental"),
    **dict.fromkeys(("к", "ко"), "dative"),
    **dict.fromkeys(("у", "от", "для", "без"), "genitive"),
}
_SURNAME_IN_NOMINATIVE = re.compile("(?:[оеё]в|[иы]н|ский|цкий|ич|[уюа]к|ец|дзе|[аеи]й)$")
_WOMAN_IN_NOMINATIVE = re.compile("(?:[оеё]ва|[иы]на|ская|цкая)$")
_MINISTERS = frozenset((Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER, Role.FORMER_HEALTH_MINISTER))
_NEW = frozenset(("new", "next", "новый", "новая"))
_JOINABLE = _MINISTERS | {Role.OTHER_OFFICIAL, None}


def bind(
    units: Sequence[Unit], runs: Sequence[Run], cues: Sequence[Cue], language: str | None
) -> tuple[list[Naming], list[Cue]]:
    """Every run with its cues, and the cues that speak of nobody named beside them; one sentence's, all in order."""
    namings = [_naming(units, run, language) for run in runs]
    mark_successors(units, namings, language)
    free: list[Cue] = []
    following = 0
    for cue in cues:
        while following < len(namings) and namings[following].run.first < cue.last:
            following += 1
        if not _bind_one(units, cue, namings, following, language):
            free.append(cue)
    share_country(units, namings)
    free = bind_after_verb(units, free, namings, language)
    return namings, _join_titles(units, cues, free, namings)


def _naming(units: Sequence[Unit], run: Run, language: str | None) -> Naming:
    following = units[run.last].word.lower() if run.last < len(units) else ""
    leading = units[run.first - 1].word.lower() if run.first else ""
    return Naming(
        run=run,
        country=country_in_brackets(units, run.last) or own_country(units, run.last) or _owner(units, run, language),
        is_styled=Tag.HONORIFIC in tags_of(units[max(0, run.first - 2) : run.first]) or _leads(units, run, language),
        is_object=following in _RECEIVED,
        is_with=_is_with(run, leading, following, language),
        is_owner=language in _OWNING and not run.ending and _OWNED.match(following) is not None,
        case=_GOVERNED.get(leading) if language == "ru" else None,
    )


def _leads(units: Sequence[Unit], run: Run, language: str | None) -> bool:
    """ "A delegation led by X Y": somebody, whatever else is said."""
    if language in TURKIC:
        following = units[run.last].word.lower() if run.last < len(units) else ""
        return _LED_AFTER.match(following) is not None
    before = " ".join(unit.word.lower() for unit in units[max(0, run.first - 3) : run.first])
    return before.endswith(_LED_BEFORE)


def _owner(units: Sequence[Unit], run: Run, language: str | None) -> str | None:
    """ "Tanzania's Dr X": whose somebody is of whom nothing else is said."""
    first = run.first
    while first and units[first - 1].tag in (Tag.HONORIFIC, "."):
        first -= 1
    owner = units[first - 1] if first else None
    is_owner = language == "en" and owner is not None and owner.tag == Tag.COUNTRY and owner.ending.endswith("s")
    return owner.code if is_owner and owner is not None else None


def _is_with(run: Run, leading: str, following: str, language: str | None) -> bool:
    """Whether the sentence's subject does something with the one named."""
    if language in TURKIC:
        return following in _WITH_AFTER or _WITH_ENDING.search(run.ending or run.words[-1].lower()) is not None
    return leading in _WITH_BEFORE


def _bind_one(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int, language: str | None) -> bool:
    """Give the cue to the name beside it, if there is one; `following` is the first name after the cue."""
    after = namings[following] if following < len(namings) else None
    before = namings[following - 1] if following else None
    gap_after = gap_tags(units, cue.last, after.run.first) if after else "#"
    if "," in gap_after and cue.first and units[cue.first - 1].word.lower() == "as":
        after = None  # "on taking over as Minister of Health, Mr X said …": the title is somebody else's
    if after and _introduces(units, cue, gap_after, language):
        gap_after = gap_after[1:]
    if after and _TITLE_THEN_NAME.fullmatch(gap_after) and _agree(units, cue, after, language):
        after.has_tight_title = True
        if language == "ru" and cue.case is None and after.case is None and cue.first:
            after.case = _GOVERNED.get(units[cue.first - 1].word.lower())  # "с замминистра Олегом …"
        _give(units, cue, namings, following)
        return True
    if before and bind_before_verb(units, cue, namings[max(0, following - 2) : following], language):
        return True
    may_follow = language not in TURKIC or not (cue.is_counterpart or _is_object(units, cue))
    if (
        may_follow
        and before
        and not before.cues
        and _NAME_THEN_TITLE.fullmatch(gap_tags(units, before.run.last, cue.first))
    ):
        before.cues.append(cue)
        return True
    if after and language not in TURKIC and _is_after_comma(units, cue, after, gap_after, language):
        _give(units, cue, namings, following)
        return True
    return False


def _introduces(units: Sequence[Unit], cue: Cue, gap: str, language: str | None) -> bool:
    """ "The ministers of A and B - X and Y", "a new minister: X", "министр — X": the sign stands for "is"."""
    if language in TURKIC or gap[:1] not in ("~", ":", "-"):
        return False
    if cue.is_plural or (language == "ru" and gap[0] == "~" and cue.case is None):
        return True
    around = units[max(0, cue.first - 2) : cue.first + 1]
    return any(unit.word.lower() in _NEW for unit in around)


def _is_object(units: Sequence[Unit], cue: Cue) -> bool:
    """Whether a Turkic title stands in an oblique case: "X, Katar Büyükelçisini ağırladı" speaks of two people."""
    following = units[cue.last].word.lower() if cue.last < len(units) else ""
    return following in _WITH_AFTER or _OBLIQUE_TITLE.search(units[cue.last - 1].word.lower()) is not None


def _agree(units: Sequence[Unit], cue: Cue, after: Naming, language: str | None) -> bool:
    """Whether the title's case lets it stand with the name: "Министру Сергей Петров привез" is two people."""
    if language in TURKIC:
        return not is_genitive(units[cue.last - 1].word)
    if language != "ru" or cue.case is None or cue.is_plural:
        return True
    if appoints(units, cue, after):
        return False
    surname = after.run.words[-1].lower()
    is_certain = after.run.full_words > 1 or cue.is_counterpart
    if is_certain and _SURNAME_IN_NOMINATIVE.search(surname):
        return False
    return cue.case == "genitive" or not _WOMAN_IN_NOMINATIVE.search(surname)


def _is_after_comma(units: Sequence[Unit], cue: Cue, after: Naming, gap: str, language: str | None) -> bool:
    if language == "ru":
        words = " ".join(unit.word for unit in units[cue.last : after.run.first] if unit.tag == Tag.WORD)
        return _WHO_IS.fullmatch(gap) is not None and words.lower() in _WHO_IS_WORDS
    return _TITLE_COMMA_NAME.fullmatch(gap) is not None


def _give(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], following: int) -> None:
    namings[following].cues.append(cue)
    if cue.is_plural:
        give_to_list(units, cue, namings, following)


def _join_titles(
    units: Sequence[Unit], cues: Sequence[Cue], free: Sequence[Cue], namings: Sequence[Naming]
) -> list[Cue]:
    """ "First Deputy Minister of Health, Acting Minister X": the first title is X's, too; the health one tells."""
    holders = {id(cue): naming for naming in namings for cue in naming.cues}
    successors = {id(cue): following for cue, following in pairwise(cues)}
    left = []
    for cue in reversed(free):
        following = successors.get(id(cue))
        naming = holders.get(id(following))
        if following and naming and _is_one_holder(units, cue, following, naming):
            is_telling = cue.role in _MINISTERS or following.role not in _MINISTERS
            naming.cues.insert(0 if is_telling else len(naming.cues), cue)
            holders[id(cue)] = naming
        else:
            left.append(cue)
    return left[::-1]


def _is_one_holder(units: Sequence[Unit], cue: Cue, following: Cue, naming: Naming) -> bool:
    gap = gap_tags(units, cue.last, following.first)
    if not _JOINED_TITLES.fullmatch(gap) or cue.is_plural:
        return False
    if Tag.WORD in gap and not {u.word.lower() for u in units[cue.last + 1 : following.first]} <= _AND_NOW:
        return False
    same_side = cue.country is None or following.country in (None, cue.country)
    kinds = {cue.role, following.role}
    return (
        same_side
        and naming.has_tight_title
        and bool(kinds & _MINISTERS)
        and kinds <= _JOINABLE
        and kinds != {Role.HEALTH_MINISTER}
    )
