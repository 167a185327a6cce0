"""What a story is looked up by: countries, officials, pairs of them. Pure; anyone may call it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

EVERYTHING = "*"
"""The key every story has."""

MAX_PAIRED = 40
"""How many countries and officials of one story are paired with one another: 780 pairs. A story that names more is a
roll call (an assembly, a summit): of its keys the first 40 are paired, countries before officials, those the seeds
have long known before those met lately. No bilateral or regional meeting comes near."""


def official_key(official_id: int) -> str:
    """`#12`."""
    return f"#{official_id}"


def mentioned_key(country: str) -> str:
    """`~KZ`: named, but not a party."""
    return f"~{country}"


def pair_key(one: str, other: str) -> str:
    """Both take part, in whichever order they are asked: `AZ+KZ`, `#12+KZ`."""
    return "+".join(sorted((one, other)))


def list_story_keys(
    parties: Collection[str], mentioned: Collection[str], officials: Collection[int]
) -> tuple[str, ...]:
    """A story's keys: parties, then countries it only mentions, then officials in the order of their ids."""
    only_mentioned = set(mentioned) - set(parties)
    return (
        *sorted(set(parties)),
        *(mentioned_key(country) for country in sorted(only_mentioned)),
        *(official_key(official) for official in sorted(set(officials))),
    )


def list_entry_keys(story_keys: Collection[str]) -> frozenset[str]:
    """The keys a story is listed under: its own, the pairs, and the one of all stories."""
    paired = [key for key in story_keys if not key.startswith("~")][:MAX_PAIRED]
    return frozenset((EVERYTHING, *story_keys, *(pair_key(a, b) for a, b in combinations(paired, 2))))
