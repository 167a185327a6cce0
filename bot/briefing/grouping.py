"""Under which heading each story of a digest stands, where its subscription wants them grouped. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from storage.models.chats import Filter, Grouping
from storage.models.news import ArrivedStory

Heading = tuple[str, ...]
"""Keys of whom it names: two countries or one, or an official."""

SEVERAL: Heading = ("*",)
"""Three countries or more take part: each such meeting has its own, and a heading for one story helps nobody."""
OTHERS: Heading = ()

_PAIR = 2


def group(stories: Sequence[ArrivedStory], grouping: Grouping, filter_: Filter) -> Mapping[int, Heading]:
    """Heading by story, in the order they are to be shown: groups as their first story stood, stories within as before.

    Empty where nothing is to be grouped, or all would stand under one heading.
    """
    headings: Mapping[int, Heading]
    match grouping:
        case Grouping.NONE:
            return {}
        case Grouping.PAIR:
            headings = {story.story_id: _pair_of(story) for story in stories}
        case Grouping.OFFICIAL:
            headings = _group_by_official(stories, {key for keys in filter_.alternatives for key in keys})
    ranks = {heading: rank for rank, heading in enumerate(dict.fromkeys(headings.values()))}
    if len(ranks) <= 1:
        return {}
    ranks |= {SEVERAL: len(stories), OTHERS: len(stories) + 1}
    return dict(sorted(headings.items(), key=lambda item: ranks[item[1]]))


def _pair_of(story: ArrivedStory) -> Heading:
    parties = tuple(sorted(key for key in story.keys if key[0] not in "~#"))
    return parties if len(parties) <= _PAIR else SEVERAL


def _group_by_official(stories: Sequence[ArrivedStory], followed: Collection[str]) -> Mapping[int, Heading]:
    """Of a story's officials the one the filter names, else who stands in most of the stories; one who stands in a
    single story and was not asked for heads none."""
    counts = Counter(key for story in stories for key in story.keys if key[0] == "#")
    heads = [key for key in counts if key in followed or counts[key] > 1]
    heads.sort(key=lambda key: (key not in followed, -counts[key], key))
    return {story.story_id: next(((head,) for head in heads if head in story.keys), OTHERS) for story in stories}
