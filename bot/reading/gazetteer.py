"""What is known before reading: countries, officials, sources. Built once from the seeds and handed in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.people.officials import OfficialGazetteer
from bot.reading.text.outlets import SourceGazetteer
from storage.models.seeds import Seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The three gazetteers every stage of reading draws from."""

    countries: CountryGazetteer
    officials: OfficialGazetteer
    sources: SourceGazetteer


def build_gazetteer(seeds: Seeds) -> Gazetteer:
    """A second or so of work: once a program, not once a text."""
    return Gazetteer(
        countries=CountryGazetteer(seeds), officials=OfficialGazetteer(seeds), sources=SourceGazetteer(seeds.outlets)
    )
