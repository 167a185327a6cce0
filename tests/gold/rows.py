"""The lines of gold and of predictions, typed, and how they are read from disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict

HERE = Path(__file__).parent
TEXTS = HERE / "texts"


class GoldPerson(TypedDict):
    name: str
    as_written: list[str]
    role: str
    country: str | None
    role_alt: NotRequired[list[str]]


GoldMeeting = TypedDict(
    "GoldMeeting",
    {"who": list[str], "with": list[str], "background": NotRequired[bool], "planned": NotRequired[bool]},
)


class GoldRow(TypedDict):
    path: str
    lang: str
    date: str | None
    source: str | None
    countries: list[str]
    countries_mentioned: list[str]
    people: list[GoldPerson]
    ministers: list[str]
    meetings: list[GoldMeeting]
    agreements: list[str]
    event: str
    source_alt: NotRequired[list[str]]
    countries_optional: NotRequired[list[str]]
    countries_place_only: NotRequired[list[str]]
    countries_forbidden: NotRequired[list[str]]
    people_ignored: NotRequired[list[str]]
    people_incidental: NotRequired[list[str]]
    relevant: NotRequired[bool]
    """False where the text tells of one country's home affairs only."""


class PredictedCountry(TypedDict):
    code: str
    is_party: bool


class PredictedPerson(TypedDict):
    name: str
    official: str | None
    role: str
    country: str | None
    surface_forms: list[str]


class PredictedMeeting(TypedDict):
    sides: list[list[str]]
    is_background: bool


class PredictedRow(TypedDict, total=False):
    path: str
    language: str | None
    published_on: str | None
    source: str | None
    countries: list[PredictedCountry]
    people: list[PredictedPerson]
    meetings: list[PredictedMeeting]
    is_relevant: bool
    story: str


def read_gold(path: Path = HERE / "gold.jsonl") -> list[GoldRow]:
    """The gold rows, in file order."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
