"""Whether two reports tell of one event: signatures free of language, and how alike two of them are.

People at one table, days, places and gatherings carry most; words count within one language, numbers and names across.
Called by `bot.ingest.pipeline` (against the store) and by `readout read` (among the paths of one call).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.reading.events.occasion import gathering_keys
from bot.reading.events.plain import plain
from storage.folding import fold, name_key, rough_key
from storage.models.news import ArticleTrace
from storage.models.reading import Format, MeetingFact, Reading

_DAYS_APART = 4
_SAME = 4.8
"""Points from which two reports are one story; `_alike` gives them."""
_TEXT_LIMIT = 4000
"""How much of a text is laid beside another: reports open with what they report."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"\b[^\W\d_a-zа-яәіңғүұқөһў][^\W\d_]{3,}")
_NUMBER = re.compile(r"\b\d{2,}(?:[.,]\d+)?\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEM = 6
_COMMON_WORDS = 0.25
"""The share of stems that any two reports of the field have in common."""
_ALIKE_WORDS, _ALIKE_MARKS = 2.5, 1.0
"""Word points of one event's reports in one language, and in two; two meetings of a pair stay below (1.9, .95)."""
_REMOTE = frozenset({Format.CALL, Format.VIDEO})

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySignature:
    """What of one article is laid beside another's. People are keys: `#12` in the store, slug or name key elsewhere."""

    people: frozenset[str]
    pairs: frozenset[Pair]
    office_pairs: frozenset[Pair]
    """The same by role and country: one event may spell a name anew, or not tell it."""
    parties: frozenset[str]
    published_on: date | None
    event_on: date | None
    places: frozenset[str]
    gatherings: frozenset[str]
    is_remote: bool
    language: str | None
    words: frozenset[str]
    marks: frozenset[str]


def person_keys(reading: Reading) -> dict[str, str]:
    """What people go by outside the store: the slug of a known official, else the consonants or key of the name."""
    return {
        person.name: person.official or rough_key(person.name) or name_key(person.name) for person in reading.people
    }


def sign(reading: Reading, keys: Mapping[str, str]) -> StorySignature:
    """The signature of a reading; `keys` gives each `PersonFact.name` what it goes by (`#12` beside the store)."""
    current = [m for m in reading.meetings if not m.is_background]
    offices = {p.name: f"{p.role} {p.country or p.organization}" for p in reading.people if p.country or p.organization}
    places = {m.place for m in current if m.place} | ({reading.place} if reading.place else set())
    return _sign(
        text=reading.text,
        people=frozenset(keys[p.name] for p in reading.people),
        pairs=frozenset(pair for m in current for pair in _pairs(m, keys)),
        office_pairs=frozenset(pair for m in current for pair in _pairs(m, offices)),
        parties=frozenset(reading.parties),
        published_on=reading.published_on,
        event_on=reading.event_on,
        places=frozenset(places),
        is_remote=any(m.format in _REMOTE for m in current),
        language=reading.language,
    )


def sign_trace(trace: ArticleTrace) -> StorySignature:
    """The signature of an article in the store; people go by `#<official id>`."""
    return _sign(
        text=trace.text,
        people=frozenset(f"#{official}" for official in trace.officials),
        pairs=trace.pairs,
        office_pairs=trace.office_pairs,
        parties=trace.parties,
        published_on=trace.published_on,
        event_on=trace.event_on,
        places=trace.places,
        is_remote=any(form in _REMOTE for form in trace.formats),
        language=trace.language,
    )


def _sign(
    *,
    text: str,
    people: frozenset[str],
    pairs: frozenset[Pair],
    office_pairs: frozenset[Pair],
    parties: frozenset[str],
    published_on: date | None,
    event_on: date | None,
    places: frozenset[str],
    is_remote: bool,
    language: str | None,
) -> StorySignature:
    words, marks = text_marks(text)
    return StorySignature(
        people=people,
        pairs=pairs,
        office_pairs=office_pairs,
        parties=parties,
        published_on=published_on,
        event_on=event_on,
        places=places,
        gatherings=gathering_keys(plain(text[:_TEXT_LIMIT])),
        is_remote=is_remote,
        language=language,
        words=words,
        marks=marks,
    )


def _pairs(meeting: MeetingFact, keys: Mapping[str, str]) -> Iterator[Pair]:
    for i, side in enumerate(meeting.sides):
        for other in meeting.sides[i + 1 :]:
            for a in side:
                for b in other:
                    one, two = keys.get(a, a), keys.get(b, b)
                    yield (min(one, two), max(one, two))


def text_marks(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems for texts of one language; numbers and capitalised words as name keys, which hold across languages."""
    head = text[:_TEXT_LIMIT]
    words = frozenset(word[:_STEM] for word in _WORD.findall(fold(head)))
    names = {_key(word) for word in _NAME.findall(head)}
    numbers = {n.replace(",", ".") for n in _NUMBER.findall(head) if not _YEAR.fullmatch(n)}
    return words, frozenset(names | numbers)


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return name_key(word)[:5]


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
    if _are_apart(one, other):
        return 0.0
    points = _people_points(one, other) + _setting_points(one, other) + _word_points(one, other)
    return points + _time_points(one, other) + _pair_points(one, other)


def _are_apart(one: StorySignature, other: StorySignature) -> bool:
    if one.published_on and other.published_on and abs((one.published_on - other.published_on).days) > _DAYS_APART * 2:
        return True
    if one.event_on and other.event_on and abs((one.event_on - other.event_on).days) > 1:
        return True
    if one.pairs and other.pairs and not (one.pairs & other.pairs or one.office_pairs & other.office_pairs):
        return True
    if one.places and other.places and not one.places & other.places:
        return True
    return bool(one.pairs & other.pairs) and one.is_remote != other.is_remote


def _pair_points(one: StorySignature, other: StorySignature) -> float:
    """Where a day is not told, the same pair and parties in words more alike than two meetings of a pair have."""
    is_timed = bool((one.event_on and other.event_on) or (one.published_on and other.published_on))
    if is_timed or not one.pairs & other.pairs or one.parties != other.parties:
        return 0.0
    needed = _ALIKE_WORDS if one.language == other.language else _ALIKE_MARKS
    return 1.0 if _word_points(one, other) >= needed else 0.0


def _people_points(one: StorySignature, other: StorySignature) -> float:
    shared = len(one.people & other.people)
    points = min(shared, 3) * 0.5 * shared / max(len(one.people), len(other.people)) if shared else 0.0
    if same := len(one.pairs & other.pairs):
        return points + 1.5 + same / len(one.pairs | other.pairs)
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
        gap = abs((one.published_on - other.published_on).days)
        return 1.0 if gap <= 2 else 0.0 if gap <= _DAYS_APART else -1.0
    return -1.0


_ENDLESS = re.compile(r"[aeiouyw]")
_CONSONANTS = (("sh", "s"), ("zh", "j"), ("kh", "h"), ("ch", "c"), ("ts", "s"))


def fingerprint(text: str) -> str:
    """Equal for texts of the same words, whatever the spacing, punctuation, case or (in Kazakh) the script."""
    words = fold(text)
    for written, sound in _CONSONANTS:
        words = words.replace(written, sound)
    skeletons = (_ENDLESS.sub("", word) for word in re.findall(r"\w+", words))
    return hashlib.sha256(" ".join(s for s in skeletons if s).encode()).hexdigest()[:32]
