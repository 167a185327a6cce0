"""How alike two signatures are, and which reports are one story. Pure.

People at one table, days, places and gatherings carry most; words count within one language, numbers and names across.
A numbered gathering, or an office that changes hands, is one event whoever else a report names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.reading.events.story.signature import Pair, StorySignature

_DAYS_APART = 4
_SAME = 4.8
"""Points from which two reports are one story; `alike` gives them."""
_NEAR = 3
"""Days within which two offices that meet are the same two people, however their names are spelt."""
_COMMON_WORDS = 0.25
"""The share of stems that any two reports of the field have in common."""
_ALIKE_WORDS, _ALIKE_MARKS = 2.5, 1.0
"""Word points of one event's reports in one language, and in two; two meetings of a pair stay below (1.9, .95)."""
_CAST = 3
"""That many people two reports share are the cast of one event."""
_CHANGED = 2
"""Undated reports of a change of office must share the one who goes and the one who comes."""


def match_story(signature: StorySignature, candidates: Iterable[tuple[int, StorySignature]]) -> int | None:
    """The story among the candidates' (one entry an article) that reports the same event. Care before reach."""
    best: dict[int, float] = {}
    for story_id, other in candidates:
        best[story_id] = max(best.get(story_id, 0.0), alike(signature, other))
    found = max(best, key=lambda story_id: (best[story_id], -story_id), default=None)
    return found if found is not None and best[found] >= _SAME else None


def group_stories(signatures: Sequence[StorySignature]) -> tuple[int, ...]:
    """A label for each signature, equal for one story: the articles in the order given, as if stored one by one."""
    labels: list[int] = []
    for i, signature in enumerate(signatures):
        found = match_story(signature, zip(labels, signatures[:i], strict=True))
        labels.append(i if found is None else found)
    return tuple(labels)


def alike(one: StorySignature, other: StorySignature) -> float:
    """Points for what two reports share; 0 where something tells them apart."""
    if _days_between(one, other) > _DAYS_APART * 2:
        return 0.0
    if _is_same_gathering(one, other) or _is_same_change(one, other):
        return _SAME + _setting_points(one, other) + _word_points(one, other)
    if _are_apart(one, other):
        return 0.0
    points = _people_points(one, other) + _setting_points(one, other) + _word_points(one, other)
    return points + _time_points(one, other) + _pair_points(one, other)


def _days_between(one: StorySignature, other: StorySignature) -> int:
    """Between publications; 0 where one is not told."""
    return abs((one.published_on - other.published_on).days) if one.published_on and other.published_on else 0


def _is_same_gathering(one: StorySignature, other: StorySignature) -> bool:
    """The same numbered gathering, a country taking part in both; other talks beside it are other events."""
    if not one.assemblies & other.assemblies:
        return False
    if one.pairs and other.pairs and not (one.pairs & other.pairs or one.office_pairs & other.office_pairs):
        return False
    return bool(one.parties & other.parties)


def _is_same_change(one: StorySignature, other: StorySignature) -> bool:
    """One office changes hands once in a few days; undated, the same people must go and come."""
    if not one.changes & other.changes:
        return False
    if one.published_on and other.published_on:
        return _days_between(one, other) <= _DAYS_APART
    shared = len(one.people & other.people)
    return shared >= _CHANGED and shared * 3 >= max(len(one.people), len(other.people)) * 2


def _are_apart(one: StorySignature, other: StorySignature) -> bool:
    if one.event_on and other.event_on and abs((one.event_on - other.event_on).days) > 1:
        return True
    if _bodies(one.assemblies) & _bodies(other.assemblies):
        return True
    if one.pairs and other.pairs and not (one.pairs & other.pairs or one.office_pairs & other.office_pairs):
        return True
    if one.places and other.places and not one.places & other.places:
        return True
    return bool(one.pairs & other.pairs) and one.is_remote != other.is_remote


def _bodies(assemblies: frozenset[str]) -> frozenset[str]:
    """Whose gatherings: two of one body with other numbers are two events."""
    return frozenset(key.partition("#")[0] for key in assemblies)


def _is_same_table(one: StorySignature, other: StorySignature) -> bool:
    """The same two people met: by their keys, or by their offices where a name is not told or days leave no doubt."""
    if one.pairs & other.pairs:
        return True
    offices = one.office_pairs & other.office_pairs
    if not offices:
        return False
    is_near = one.published_on and other.published_on and _days_between(one, other) <= _NEAR
    return bool(is_near) or _names_nobody(one.pairs, offices) or _names_nobody(other.pairs, offices)


def _is_same_cast(one: StorySignature, other: StorySignature) -> bool:
    """Nobody is said to have met, but both name the same people, of the same countries, at one place."""
    is_same = one.people == other.people and one.parties == other.parties and bool(one.places & other.places)
    return is_same and len(one.people) > 1 and len(one.parties) > 1 and not one.pairs and not other.pairs


def _names_nobody(pairs: frozenset[Pair], offices: frozenset[Pair]) -> bool:
    """Whether a side of the shared table is told by its office alone."""
    labels = {label for pair in offices for label in pair}
    return any(labels & set(pair) for pair in pairs)


def _pair_points(one: StorySignature, other: StorySignature) -> float:
    """Where a day is not told, the same table and parties in words more alike than two meetings of a pair have."""
    days = _days_between(one, other)
    is_timed = bool((one.event_on and other.event_on) or (one.published_on and other.published_on))
    if is_timed and days <= _DAYS_APART:
        return 0.0
    is_cast = _is_same_cast(one, other) or (
        len(one.people & other.people) >= _CAST and bool(one.parties & other.parties)
    )
    if not is_cast and not (_is_same_table(one, other) and one.parties == other.parties):
        return 0.0
    needed = _ALIKE_WORDS if one.language == other.language else _ALIKE_MARKS
    return 1.0 if _word_points(one, other) >= needed else 0.0


def _people_points(one: StorySignature, other: StorySignature) -> float:
    shared = len(one.people & other.people)
    points = min(shared, 3) * 0.5 * shared / max(len(one.people), len(other.people)) if shared else 0.0
    if same := len(one.pairs & other.pairs):
        return points + 1.5 + same / len(one.pairs | other.pairs)
    if _is_same_table(one, other):
        return points + 2.5
    if _is_same_cast(one, other):
        return points + 1.0
    return points + (1.5 if one.office_pairs & other.office_pairs else 0.0)


def _setting_points(one: StorySignature, other: StorySignature) -> float:
    points = 0.5 if one.parties and one.parties == other.parties else 0.0
    if one.parties and other.parties and not one.parties & other.parties:
        points -= 3.0
    points += 0.7 if one.places & other.places else 0.0
    return points + min(len(one.gatherings & other.gatherings), 2) * 0.7


def _word_points(one: StorySignature, other: StorySignature) -> float:
    marks = _share(one.marks, other.marks) * 3.0
    if one.language != other.language:
        return marks
    return marks + max(0.0, _share(one.words, other.words) - _COMMON_WORDS) * 7.0


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if min(len(one), len(other)) >= 5 else 0.0


def _time_points(one: StorySignature, other: StorySignature) -> float:
    if one.event_on and other.event_on:
        return 1.5
    if one.published_on and other.published_on:
        gap = _days_between(one, other)
        return 1.0 if gap <= 2 else 0.0 if gap <= _DAYS_APART else -1.0
    return -1.0
