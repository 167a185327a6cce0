"""Titles bound to a name by a verb: "X is the minister", "министром стал X". For `bind` only.

Whoever was dismissed, or preceded another, has the title as a former one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.people.phrases.binding.naming import Naming, gap_tags
from bot.reading.people.phrases.binding.verbs import (
    AS_AFTER,
    ENDED_AS,
    FILLER,
    GIVES,
    INTO_POST,
    IS,
    IS_SUFFIX,
    NO_MORE_AFTER,
    PUTS,
    SUCCEEDS,
    TITLE_IS,
    UNTIL,
    WAS,
)
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.roles import read_role
from bot.reading.people.phrases.units import Unit, tags_of
from bot.reading.people.titles.lexicon import TURKIC
from bot.reading.people.titles.tags import Tag
from storage.models.seeds import Role

_LONGEST_GAP = 7
_TURKIC_GAP = re.compile(r"h?,?[wx9c']{0,4}")
_TO_NAME = re.compile(r'[wx9ch".]{0,4}')
_PLURAL = re.compile("l[aeə]r|[лд][аеоө]р|т[аеө]р")
_NEXT_IN_LIST = re.compile(r"[,cw]{1,2}h?")
_FORMER = {Role.HEALTH_MINISTER: Role.FORMER_HEALTH_MINISTER}


def bind_before_verb(units: Sequence[Unit], cue: Cue, before: Sequence[Naming], language: str | None) -> bool:
    """The name stands before the title; `before` are the last names there."""
    naming = before[-1]
    if language in TURKIC:
        return _bind_turkic(units, cue, before)
    words = IS.get(language or "")
    gap = units[naming.run.last : cue.first]
    if words is None or len(gap) > _LONGEST_GAP or naming.run.ending or units[cue.last - 1].ending:
        return False
    plain = [unit.word.lower() for unit in gap if unit.tag not in (Tag.NUMBER, ",", Tag.STOP)]
    assert language is not None
    if _was_put(units, cue, naming, plain, language, before):
        return True
    if not plain or tags_of(gap).count(",") > 1 or not set(plain) <= words | WAS[language] | FILLER[language]:
        return False
    is_past = bool(WAS[language] & set(plain)) and not (words & set(plain) - {"was", "were", "been"})
    is_past = is_past or (bool({"was", "served"} & set(plain)) and _is_over(units, cue))
    if not is_past and not words & set(plain):
        return False
    if language == "ru" and not _is_predicative(cue, plain):
        return False
    naming.cues.insert(0, out_of_office(cue) if is_past else in_office(cue))
    return True


def _is_predicative(cue: Cue, words: Sequence[str]) -> bool:
    """A Russian title after a verb stands in the instrumental, or in the genitive after "the post of"."""
    is_post = any(word.startswith(("пост", "должност")) for word in words)
    return cue.case in (None, "instrumental") or (is_post and cue.case == "genitive")


def _is_over(units: Sequence[Unit], cue: Cue) -> bool:
    after = units[cue.last : cue.last + 2]
    return bool(after) and (
        after[0].word.lower() in UNTIL or (len(after) > 1 and after[0].word.lower() == "in" and after[1].tag == "9")
    )


def _was_put(
    units: Sequence[Unit],
    cue: Cue,
    naming: Naming,
    gap: Sequence[str],
    language: str,
    before: Sequence[Naming],
) -> bool:
    """ "appointed X health minister", "сменил X на посту министра": a verb before the name."""
    if not set(gap) <= FILLER[language] or (language == "ru" and not _is_predicative(cue, gap)):
        return False
    first = min([naming.run.first, *(own.first for own in naming.cues)])
    verbs = [unit.word.lower() for unit in units[max(0, first - 4) : first] if unit.tag in (Tag.WORD, Tag.FORMER)]
    verb = next((word for word in reversed(verbs) if PUTS[language].match(word)), None)
    ended = next((word for word in reversed(verbs) if ENDED_AS[language].match(word)), None)
    if verb is None and (ended is None or not gap):
        return False
    naming.cues.insert(0, out_of_office(cue) if verb is None else in_office(cue))
    naming.case = "genitive" if language == "ru" else None
    if ended and SUCCEEDS.match(ended) and len(before) > 1 and first - before[-2].run.last <= 3:
        before[-2].cues.insert(0, in_office(cue))
    return True


def _bind_turkic(units: Sequence[Unit], cue: Cue, before: Sequence[Naming]) -> bool:
    naming = before[-1]
    following = units[cue.last].word.lower() if cue.last < len(units) else ""
    last = units[cue.last - 1]
    is_over = NO_MORE_AFTER.match(following) is not None
    is_so = AS_AFTER.match(following) is not None or IS_SUFFIX.search(last.ending or last.word.lower()) is not None
    if not (is_over or is_so) or cue.is_counterpart:
        return False
    if not _TURKIC_GAP.fullmatch(gap_tags(units, naming.run.last, cue.first)):
        return False
    told = out_of_office(cue) if is_over else in_office(cue)
    naming.cues.insert(0, told)
    if (cue.is_plural or _PLURAL.search(last.word.lower())) and len(before) > 1:
        gap = gap_tags(units, before[-2].run.last, naming.run.first)
        if _NEXT_IN_LIST.fullmatch(gap):
            before[-2].cues.insert(0, told)
    return True


def bind_after_verb(
    units: Sequence[Unit], free: Sequence[Cue], namings: Sequence[Naming], language: str | None
) -> list[Cue]:
    """The name stands after the title and a verb; what is left over is returned."""
    left = []
    following = 0
    for cue in free:
        while following < len(namings) and namings[following].run.first < cue.last:
            following += 1
        after = namings[following] if following < len(namings) else None
        receiver = _receiver(units, cue, namings[following : following + 2], language)
        if receiver is not None:
            receiver.cues.insert(0, in_office(cue))
            receiver.case = "genitive" if language == "ru" else None
        elif after is not None and _is_put_after(units, cue, after, language):
            after.cues.insert(0, in_office(cue))
            verb = units[after.run.first - 1].word.lower()
            if language == "ru" and (verb == "на" or GIVES.fullmatch(verb)):
                after.case = "genitive"
            after.has_tight_title = after.has_tight_title or len(after.cues) == 1
        else:
            left.append(cue)
    return left


def appoints(units: Sequence[Unit], cue: Cue, naming: Naming) -> bool:
    """ "Министром Санду назначила …": whoever stands between a title in the instrumental and such a verb gives it."""
    if cue.case != "instrumental":
        return False
    verb = next((unit.word.lower() for unit in units[naming.run.last : naming.run.last + 1]), "")
    return GIVES.fullmatch(verb) is not None


def _receiver(units: Sequence[Unit], cue: Cue, namings: Sequence[Naming], language: str | None) -> Naming | None:
    """Whom the one named first after the title puts into that office; `namings` are those after it."""
    if len(namings) < 2 or namings[1].run.first - namings[0].run.last > _LONGEST_GAP:
        return None
    giver, receiver = namings
    if language in TURKIC:
        is_into = cue.last < len(units) and INTO_POST.match(units[cue.last].word.lower()) is not None
        return receiver if is_into and receiver.is_object and not giver.is_object else None
    return receiver if language == "ru" and appoints(units, cue, giver) else None


def _is_put_after(units: Sequence[Unit], cue: Cue, after: Naming, language: str | None) -> bool:
    first = min([after.run.first, *(own.first for own in after.cues)])
    gap = units[cue.last : first]
    if not gap or len(gap) > _LONGEST_GAP or after.run.ending or cue.is_plural:
        return False
    if language in TURKIC:
        into = INTO_POST.match(gap[0].word.lower())
        return into is not None and _TO_NAME.fullmatch(tags_of(gap[1:])) is not None
    verbs = TITLE_IS.get(language or "")
    if verbs is None or (language == "ru" and not (cue.case in (None, "instrumental") or _is_of_post(units, cue))):
        return False
    words = {unit.word.lower() for unit in gap if unit.tag not in (Tag.HONORIFIC, ".")}
    if language == "ru":
        return bool(words & verbs) and not set(tags_of(gap)) & set(',.;:~()"')
    return bool(words & verbs) and words <= verbs | {"now", "to", "the", "new", "has", "been"}


def _is_of_post(units: Sequence[Unit], cue: Cue) -> bool:
    """ "На пост министра … назначен": the title stands in the genitive behind it."""
    return any(unit.word.lower().startswith(("пост", "должност")) for unit in units[max(0, cue.first - 1) : cue.first])


def in_office(cue: Cue) -> Cue:
    """The title as a verb gives it to somebody, whoever held it before."""
    role = Role.HEALTH_MINISTER if cue.role is Role.FORMER_HEALTH_MINISTER else cue.role
    return replace(cue, tags=cue.tags.replace(Tag.FORMER, ""), role=role, is_predicate=True)


def out_of_office(cue: Cue) -> Cue:
    """The title of whoever has it no more."""
    tags = Tag.FORMER + cue.tags
    role = _FORMER.get(cue.role, read_role(tags, cue.head)) if cue.role else cue.role
    return replace(cue, tags=tags, role=role, is_predicate=True)
