"""Every written form of every country: folded for questions, in one automaton for texts. One for a program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from bot.reading.countries.russian import decline, decline_people
from bot.reading.countries.spelling import case_variants, fold, kazakh_latin, lowered, plain
from storage.models.seeds import CountryForm, FormKind, Seeds

if TYPE_CHECKING:
    from bot.reading.countries.endings import Endings

ANY_LANGUAGE = "*"
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one spelling may mean: one country's form in one language. `code` is empty where it names none."""

    code: str
    language: str
    kind: FormKind
    endings: Endings
    is_stem: bool = False
    """Whether it names a country only with one of its endings: qazaxıstan-lı."""


class CountryGazetteer:
    """Finds spellings in a text and folded names in a question; knows every country's usual name."""

    def __init__(self, seeds: Seeds) -> None:
        self._seeds = seeds
        self.names: Mapping[str, Mapping[str, str]] = {c.code: c.names for c in seeds.countries}

    @cached_property
    def codes_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Codes by each folded name, in every case a question may put it."""
        asked: dict[str, dict[str, None]] = defaultdict(dict)
        for form in _all_forms(self._seeds):
            for name in _asked(form):
                asked[name][form.code] = None
        return {name: tuple(codes) for name, codes in asked.items()}

    @cached_property
    def names_by_folded(self) -> Mapping[str, tuple[str, str]]:
        """Every folded name with its code and the country's usual name in that language."""
        return _usual_names(self._seeds)

    @property
    def meanings(self) -> Sequence[tuple[Meaning, ...]]:
        """Of every spelling, in the order of their indices."""
        return self._spellings[0]

    def spellings_in(self, plain_text: str) -> Iterable[tuple[int, int, int]]:
        """(index into `meanings`, start, end) of every spelling, overlapping ones too, inside words too."""
        found: list[tuple[int, int, int]] = self._spellings[1].find_matches_as_indexes(plain_text, overlapping=True)
        return found

    @cached_property
    def _spellings(self) -> tuple[Sequence[tuple[Meaning, ...]], AhoCorasick]:
        # For texts alone: a start need not wait a third of a second for it.
        spelled: dict[str, list[Meaning]] = defaultdict(list)
        for form in _all_forms(self._seeds):
            for spelling, meaning in _spelled(form):
                spelled[spelling].append(meaning)
        return tuple(map(tuple, spelled.values())), AhoCorasick(list(spelled), store_patterns=False)


def _all_forms(seeds: Seeds) -> Iterator[CountryForm]:
    for country in seeds.countries:
        for language, name in country.names.items():
            yield CountryForm(code=country.code, language=language, form=name, kind=FormKind.NAME)
        yield CountryForm(code=country.code, language=ANY_LANGUAGE, form=_flag(country.code), kind=FormKind.FLAG)
        yield CountryForm(code=country.code, language=ANY_LANGUAGE, form=country.code, kind=FormKind.QUESTION)
    yield from seeds.country_forms


def _flag(code: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)


def _inflected(form: CountryForm) -> set[str]:
    """The form, with what endings at the end of the word cannot say: Russian cases, Kazakh in Latin letters."""
    written = plain(form.form)
    match form.language, form.kind:
        case "ru", FormKind.NAME | FormKind.CAPITAL:
            return decline(written)
        case "ru", FormKind.DEMONYM:
            return decline_people(written)
        case "ru", FormKind.ADJECTIVE:
            return {written.removesuffix("ий")}
        case "kk", kind if kind is not FormKind.ABBREVIATION:
            return {written, *kazakh_latin(written)}
        case _:
            return {written}


def _asked(form: CountryForm) -> set[str]:
    """How a question may say the form: folded, and an abbreviation as it is too (ÇXR is not CXR)."""
    if not form.code:
        return set()
    exact = {form.form} if form.kind is FormKind.ABBREVIATION else set()
    return exact | {fold(name) or name for name in _inflected(form)}


def _spelled(form: CountryForm) -> Iterator[tuple[str, Meaning]]:
    if form.kind is FormKind.QUESTION:
        return
    # Imported here: its patterns are a fortieth of a start, and only a text wants them.
    from bot.reading.countries.endings import endings, people_endings

    known = endings(form.form, form.language, form.kind)
    meaning = Meaning(code=form.code, language=form.language, kind=form.kind, endings=known)
    for spelling in set().union(*(case_variants(name, form.language, form.kind) for name in _inflected(form))):
        yield spelling, meaning
    people = people_endings(form.language)
    written = plain(form.form)
    if people and form.kind is FormKind.NAME and written.replace("'", "").isalpha() and len(written) >= _SHORTEST_STEM:
        stem = replace(meaning, kind=FormKind.DEMONYM, endings=people, is_stem=True)
        yield lowered(written, form.language), stem


def _usual_names(seeds: Seeds) -> dict[str, tuple[str, str]]:
    names = {country.code: country.names for country in seeds.countries}
    forms = [(country.code, language, name) for country in seeds.countries for language, name in country.names.items()]
    forms += [(form.code, form.language, form.form) for form in seeds.country_forms if form.kind is FormKind.NAME]
    return {fold(form): (code, names[code].get(language, form)) for code, language, form in reversed(forms)}
