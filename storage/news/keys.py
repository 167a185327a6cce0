"""What a story is looked up by: countries, officials, pairs of them; and an official by single words of the name.

Pure; anyone may call it.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from storage.folding import PARTICLES, name_key, name_keys

EVERYTHING = "*"
"""The key every story has that is listed."""

UNLISTED = "!"
"""The first key of a story that no article of which is health diplomacy; its entries begin with it, so that no list
holds them, but reports of the same event find one another."""

MAX_PAIRED = 40
"""How many countries and officials of one story are paired with one another: 780 pairs. A story that names more is a
roll call (an assembly, a summit): of its keys the first 40 are paired, countries before officials, those the seeds
have long known before those met lately. No bilateral or regional meeting comes near."""

ROUGH_MARK = "~"
"""Begins a key of `storage.folding.rough_key`: too rough to find anybody by, near enough to suggest somebody."""
_GIVEN_MARK, _LATER_MARK = "@@", "@"
_SHORTEST_WORD = 3


def official_key(official_id: int) -> str:
    """`#12`."""
    return f"#{official_id}"


def mentioned_key(country: str) -> str:
    """`~KZ`: named, but not a party."""
    return f"~{country}"


def pair_key(one: str, other: str) -> str:
    """Both take part, in whichever order they are asked: `AZ+KZ`, `#12+KZ`."""
    return "+".join(sorted((one, other)))


def unlisted_key(key: str) -> str:
    """`!KZ`: where a story is found that is no health diplomacy."""
    return UNLISTED + key


def list_story_keys(
    parties: Collection[str], mentioned: Collection[str], officials: Collection[int], *, is_listed: bool = True
) -> tuple[str, ...]:
    """A story's keys: parties, then countries it only mentions, then officials in the order of their ids."""
    only_mentioned = set(mentioned) - set(parties)
    return (
        *(() if is_listed else (UNLISTED,)),
        *sorted(set(parties)),
        *(mentioned_key(country) for country in sorted(only_mentioned)),
        *(official_key(official) for official in sorted(set(officials))),
    )


def list_entry_keys(story_keys: Collection[str]) -> frozenset[str]:
    """The keys a story is listed under: its own, the pairs, and the one of all stories."""
    own = [key for key in story_keys if key != UNLISTED]
    paired = [key for key in own if not key.startswith("~")][:MAX_PAIRED]
    keys = (*own, *(pair_key(a, b) for a, b in combinations(paired, 2)))
    return frozenset(map(unlisted_key, keys)) if UNLISTED in story_keys else frozenset((EVERYTHING, *keys))


def list_word_keys(name: str) -> frozenset[str]:
    """A key for every word of a name of several: `@@carlos` for the given name, `@valdes` for what follows it.

    They only answer questions in chat: who is asked for by a given name is offered, an article's person is never
    resolved by it.
    """
    if len(name.split()) < 2:
        return frozenset()
    particles = {name_key(particle) for particle in PARTICLES}
    given = _words_of(name.split()[0])
    words = [word for word in _words_of(name) if len(word) >= _SHORTEST_WORD and word not in particles]
    return frozenset(given_word_key(word) if word in given else later_word_key(word) for word in words)


def given_word_key(word: str) -> str:
    """Of the first word of a name, as `storage.folding.name_key` writes it."""
    return _GIVEN_MARK + word


def later_word_key(word: str) -> str:
    """Of any word of a name after the first."""
    return _LATER_MARK + word


def bare_key(key: str) -> str:
    """A name's key without the mark of a single word."""
    return key.lstrip(_LATER_MARK)


def _words_of(name: str) -> frozenset[str]:
    return frozenset(word for key, _ in name_keys(name) if not key.startswith(ROUGH_MARK) for word in key.split())
