"""What of an article is laid beside another's: a signature free of language. Pure; for `likeness` and `ingest`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.reading.events.occasion import gathering_keys
from bot.reading.events.plain import plain
from bot.reading.events.story.assemblies import assembly_keys, change_keys
from storage.folding import fold, name_key, rough_key
from storage.models.news import ArticleTrace
from storage.models.reading import Format, MeetingFact, Reading

_TEXT_LIMIT = 4000
"""How much of a text is laid beside another: reports open with what they report."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"\b[^\W\d_a-zа-яәіңғүұқөһў][^\W\d_]{3,}")
_NUMBER = re.compile(r"\b\d{2,}(?:[.,]\d+)?\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEM = 6
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
    assemblies: frozenset[str] = frozenset()
    """Numbered gatherings it reports, as `ots-health#5`."""
    changes: frozenset[str] = frozenset()
    """Offices that change hands, as `health minister TJ`."""


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
    words, marks = text_marks(text, language)
    head = plain(text[:_TEXT_LIMIT])
    return StorySignature(
        people=people,
        pairs=pairs,
        office_pairs=office_pairs,
        parties=parties,
        published_on=published_on,
        event_on=event_on,
        places=places,
        gatherings=gathering_keys(head),
        is_remote=is_remote,
        language=language,
        words=words,
        marks=marks,
        assemblies=assembly_keys(text[:_TEXT_LIMIT], head, language, has_pairs=bool(pairs)),
        changes=change_keys(head, parties),
    )


def _pairs(meeting: MeetingFact, keys: Mapping[str, str]) -> Iterator[Pair]:
    for i, side in enumerate(meeting.sides):
        for other in meeting.sides[i + 1 :]:
            for a in side:
                for b in other:
                    one, two = keys.get(a, a), keys.get(b, b)
                    yield (min(one, two), max(one, two))


def text_marks(text: str, language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Stems for texts of one language; numbers and capitalised words as name keys, which hold across languages."""
    head = text[:_TEXT_LIMIT]
    stems = _skeletons(head) if language in _TWO_SCRIPTS else _WORD.findall(fold(head))
    words = frozenset(word[:_STEM] for word in stems)
    names = {_key(word) for word in _NAME.findall(head)}
    numbers = {n.replace(",", ".") for n in _NUMBER.findall(head) if not _YEAR.fullmatch(n)}
    return words, frozenset(names | numbers)


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return name_key(word)[:5]


_ENDLESS = re.compile(r"[aeiouyw]")
_CONSONANTS = (("sh", "s"), ("zh", "j"), ("kh", "h"), ("ch", "c"), ("ts", "s"))
_TWO_SCRIPTS = frozenset({"kk", "uz"})
_SHORTEST = 3


def _skeletons(text: str) -> list[str]:
    """Words by their consonants: the same in either script a language is written in."""
    return [word for word in _consonants(text) if len(word) >= _SHORTEST]


def _consonants(text: str) -> Iterator[str]:
    words = fold(text)
    for written, sound in _CONSONANTS:
        words = words.replace(written, sound)
    return (_ENDLESS.sub("", word) for word in re.findall(r"\w+", words))


def fingerprint(text: str) -> str:
    """Equal for texts of the same words, whatever the spacing, punctuation, case or (in Kazakh) the script."""
    return hashlib.sha256(" ".join(filter(None, _consonants(text))).encode()).hexdigest()[:32]
