"""What is known before reading: countries, officials, sources. One for a program, handed in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.people.officials import OfficialGazetteer
from storage.models.seeds import Seeds

if TYPE_CHECKING:
    from bot.reading.text.outlets import SourceGazetteer


class Gazetteer:
    """The three gazetteers every stage of reading draws from, each built from the seeds when first asked for."""

    def __init__(self, seeds: Seeds) -> None:
        self._seeds = seeds

    @cached_property
    def countries(self) -> CountryGazetteer:
        return CountryGazetteer(self._seeds)

    @cached_property
    def officials(self) -> OfficialGazetteer:
        return OfficialGazetteer(self._seeds)

    @cached_property
    def sources(self) -> SourceGazetteer:
        # Imported here: its patterns take a tenth of a second, and who answers questions reads no text.
        from bot.reading.text.outlets import SourceGazetteer

        return SourceGazetteer(self._seeds.outlets)
