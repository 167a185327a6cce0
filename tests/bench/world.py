"""The synthetic news: who is in it, and story after story, the same for the same size."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

FIRST_DAY = date(2016, 1, 1)
DAY_COUNT = 3652
OFFICIAL_COUNT = 2000
_COUNTRY_COUNT = 195
_VOCABULARY = 20_000
_UNDATED_SHARE = 0.03
_FURTHER_REPORT_SHARE = 0.15
_ROLES = ("health minister", "deputy health minister", "ambassador", "president", "other official")
_WORDS_A_TEXT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticOfficial:
    """Somebody who holds one office."""

    id: int
    name: str
    country: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticStory:
    """One event: who took part, who is only mentioned, and the texts of its reports."""

    on: date | None
    parties: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[SyntheticOfficial, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who and what the news is about; the first of each are the most frequent."""

    countries: tuple[str, ...]
    officials: tuple[SyntheticOfficial, ...]
    words: tuple[str, ...]


def make_world() -> World:
    """The same world every time."""
    dice = random.Random(20250408)
    codes = [a + b for a in string.ascii_uppercase for b in string.ascii_uppercase]
    countries = tuple(dice.sample(codes, _COUNTRY_COUNT))
    given, surnames = _make_words(dice, 200), _make_words(dice, OFFICIAL_COUNT)
    homes = dice.choices(countries, cum_weights=_zipf(_COUNTRY_COUNT), k=OFFICIAL_COUNT)
    officials = tuple(
        SyntheticOfficial(
            id=number,
            name=f"{dice.choice(given).title()} {surname.title()}",
            country=home,
            role=_ROLES[number % len(_ROLES)],
        )
        for number, (surname, home) in enumerate(zip(surnames, homes, strict=True), start=1)
    )
    return World(countries=countries, officials=officials, words=tuple(_make_words(dice, _VOCABULARY)))


def tell_stories(world: World, article_count: int) -> Iterator[SyntheticStory]:
    """Stories in about the order of their days, until they hold so many articles."""
    dice = random.Random(article_count)
    country_weights, official_weights = _zipf(len(world.countries)), _zipf(len(world.officials))
    word_weights = _zipf(len(world.words))
    told = 0
    while told < article_count:
        people = tuple({p.id: p for p in dice.choices(world.officials, cum_weights=official_weights, k=2)}.values())
        others = dice.choices(world.countries, cum_weights=country_weights, k=dice.choice((0, 1, 1, 2)))
        parties = tuple(dict.fromkeys((*(p.country for p in people), *others[:1])))
        reports = 1
        while dice.random() < _FURTHER_REPORT_SHARE and told + reports < article_count:
            reports += 1
        day = FIRST_DAY + timedelta(days=min(DAY_COUNT, told * DAY_COUNT // article_count + dice.randrange(4)))
        yield SyntheticStory(
            on=None if dice.random() < _UNDATED_SHARE else day,
            parties=parties,
            mentioned=tuple(sorted(set(others[1:]) - set(parties))),
            people=people,
            texts=tuple(
                " ".join(dice.choices(world.words, cum_weights=word_weights, k=_WORDS_A_TEXT)) for _ in range(reports)
            ),
        )
        told += reports


def zipf_choices(dice: random.Random, count: int, k: int) -> list[int]:
    """Positions below `count`, the first the most frequent."""
    return dice.choices(range(count), cum_weights=_zipf(count), k=k)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _make_words(dice: random.Random, count: int) -> list[str]:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4))))] = None
    return list(made)
