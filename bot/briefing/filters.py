"""What a subscription's filter lets through, and why. Pure.

Names are alternatives, and so are topics, languages and included words each among themselves; each kind that is asked
for must be met, and no excluded word may occur. Words are those of the titles and texts (a lead is a sentence of one)
of the story's articles, all folded (`storage.folding.fold`: Latin, without case and diacritics). A word of three
letters or more is also found where it begins a longer one, for our languages put their endings there: `aşı` finds
aşıları; so does the last word of a phrase.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from storage.models.chats import UNCUT, Cut, Filter
from storage.models.news import ArrivedStory

_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The part of a subscription that a story met, as far as another part might have been met instead."""

    alternatives: tuple[tuple[str, ...], ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def matches(filter_: Filter, story: ArrivedStory, words: str = "") -> bool:
    """Whether it lets the story through. `words` are the story's (`storage.news.stories.get_words`), where
    `needs_words`."""
    cut = filter_.cut
    return (
        (not filter_.alternatives or any(is_met(alternative, story.keys) for alternative in filter_.alternatives))
        and (not cut.topics or not story.topics.isdisjoint(cut.topics))
        and (not cut.languages or not story.languages.isdisjoint(cut.languages))
        and (not cut.includes or any(occurs(term, words) for term in cut.includes))
        and not any(occurs(term, words) for term in cut.excludes)
    )


def explain(filter_: Filter, story: ArrivedStory, words: str = "") -> Reason:
    """Why a reader got it: of each kind with more than one choice those that are met, and the words found."""
    cut = filter_.cut
    return Reason(
        alternatives=list_met(filter_, story.keys) if len(filter_.alternatives) > 1 else (),
        topics=_of_several(cut.topics, story.topics),
        languages=_of_several(cut.languages, story.languages),
        words=tuple(term for term in cut.includes if occurs(term, words)),
    )


def list_met(filter_: Filter, story_keys: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The alternatives the story meets."""
    return tuple(alternative for alternative in filter_.alternatives if is_met(alternative, story_keys))


def is_met(alternative: Collection[str], story_keys: Collection[str]) -> bool:
    """Whether everyone of it takes part in the story."""
    return all(key in story_keys for key in alternative)


def needs_words(filter_: Filter) -> bool:
    """Whether it asks for words of the text."""
    return bool(filter_.cut.includes or filter_.cut.excludes)


def occurs(term: str, words: str) -> bool:
    """Whether the folded word or phrase stands among the words, between blanks; its end may go on."""
    last = term.rpartition(" ")[2]
    return f" {term}" in words if len(last) >= _SHORTEST_BEGINNING else f" {term} " in words


def is_everything(alternatives: Collection[object], cut: Cut) -> bool:
    """Whether nothing is asked for."""
    return not alternatives and cut == UNCUT


def _of_several(wanted: tuple[str, ...], story_has: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in wanted if each in story_has) if len(wanted) > 1 else ()
