"""Whom short texts name, in which office, for whom; each case of `cases.py`, and what no text may do."""

from __future__ import annotations

from functools import cache

import pytest

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.mentions import find_countries
from bot.reading.models import Layout, NameKind, ReadPerson, Sentence
from bot.reading.people.find import find_people
from bot.reading.people.officials import OfficialGazetteer
from storage.folding import name_key
from storage.seeds import read_seeds
from tests.reading.people.cases import CASES
from tests.reading.people.chains import CHAINED
from tests.reading.people.objects import OBJECTS
from tests.reading.people.offices import OFFICES, TOGETHER
from tests.reading.people.regions import BESIDE, MISREAD, REGIONS
from tests.reading.people.sides import HANDED
from tests.reading.people.strangers import STRANGERS, SUCCESSORS
from tests.reading.people.traps import MORE, TRAPS

ALL = (
    CASES
    + TRAPS
    + MORE
    + CHAINED
    + STRANGERS
    + SUCCESSORS
    + OBJECTS
    + HANDED
    + OFFICES
    + TOGETHER
    + REGIONS
    + BESIDE
    + MISREAD
)
_IDS = [f"{language}-{number}" for number, (language, _, _) in enumerate(ALL)]


@cache
def countries() -> CountryGazetteer:
    return CountryGazetteer(read_seeds())


@cache
def officials() -> OfficialGazetteer:
    return OfficialGazetteer(read_seeds())


def read(text: str, language: str | None, title: str | None = None) -> tuple[ReadPerson, ...]:
    """People of a text whose paragraphs are lines and whose sentences are paragraphs."""
    whole = f"{title}\n{text}" if title else text
    sentences, at = [], len(title) + 1 if title else 0
    for number, line in enumerate(text.split("\n")):
        sentences.append(Sentence(start=at, end=at + len(line), paragraph=number))
        at += len(line) + 1
    layout = Layout(
        text=whole,
        title=(0, len(title)) if title else None,
        header=None,
        bylines=(),
        boilerplate=(),
        body=tuple(sentences),
    )
    return find_people(layout, language, find_countries(whole, language, countries()), officials(), None)


def describe(person: ReadPerson) -> str:
    return f"{person.role.value} / {person.country or person.organization}"


def names_of(person: ReadPerson) -> set[str]:
    known = officials().officials.get(person.official or "")
    return {name_key(person.name or "")} | ({name_key(known.name)} if known else set())


@pytest.mark.parametrize(("language", "text", "expected"), ALL, ids=_IDS)
def test_a_short_text_names_these_people(language: str, text: str, expected: dict[str, str]) -> None:
    people = read(text, language)
    named = [person for person in people if person.name is not None]
    wanted = {name: standing for name, standing in expected.items() if not name.startswith("<")}
    for name, standing in wanted.items():
        found = next((person for person in named if name_key(name) in names_of(person)), None)
        assert found is not None, f"{name} not among {[person.name for person in named]}"
        assert standing.endswith("*") or describe(found) == standing, describe(found)
    assert len(named) == len(wanted), [person.name for person in named]
    unnamed = {person.label for person in people if person.name is None}
    assert {name.strip("<>") for name in expected if name.startswith("<")} <= unnamed


@pytest.mark.parametrize(("language", "text", "expected"), ALL, ids=_IDS)
def test_every_mention_stands_in_the_text(language: str, text: str, expected: dict[str, str]) -> None:
    del expected
    for person in read(text, language):
        assert person.mentions
        for mention in person.mentions:
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end] != ""
        assert person.name is None or any(mention.kind is NameKind.NAME for mention in person.mentions)
