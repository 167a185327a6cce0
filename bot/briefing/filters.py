"""What a subscription's filter lets through. Pure."""

from __future__ import annotations

from collections.abc import Collection

from storage.models.chats import Filter


def matches(filter_: Filter, story_keys: Collection[str]) -> bool:
    """Whether everyone of some alternative takes part in the story; a filter without alternatives lets all through."""
    return not filter_.alternatives or any(is_met(alternative, story_keys) for alternative in filter_.alternatives)


def list_met(filter_: Filter, story_keys: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The alternatives the story meets: why a reader got it."""
    return tuple(alternative for alternative in filter_.alternatives if is_met(alternative, story_keys))


def is_met(alternative: Collection[str], story_keys: Collection[str]) -> bool:
    """Whether everyone of it takes part in the story."""
    return all(key in story_keys for key in alternative)
