"""Every written form of every country in one automaton. Built once from the seeds, handed to all who read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick

from bot.reading.countries.endings import Endings, endings, people_endings
from bot.reading.countries.russian import decline, decline_people
from bot.reading.countries.spelling import case_variants, fold, kazakh_latin, lowered, plain
from storage.models.seeds import CountryForm, FormKind, Seeds

ANY_LANGUAGE = "*"
_SHORTEST_STEM = 4
_LOOKUP_KINDS = frozenset(FormKind) - {FormKind.DECOY, FormKind.OWN}


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
        self.names: Mapping[str, Mapping[str, str]] = {c.code: c.names for c in seeds.countries}
        spelled: dict[str, list[Meaning]] = defaultdict(list)
        known: dict[str, dict[str, None]] = defaultdict(dict)
        for form in _all_forms(seeds):
            if form.kind in _LOOKUP_KINDS and form.code:
                for inflected in _inflected(plain(form.form), form):
                    known[fold(inflected) or inflected][form.code] = None
            for spelling, meaning in _spelled(form):
                if meaning not in spelled[spelling]:
                    spelled[spelling].append(meaning)
        self.codes_by_name: Mapping[str, tuple[str, ...]] = {name: tuple(codes) for name, codes in known.items()}
        self.names_by_folded: Mapping[str, tuple[str, str]] = _usual_names(seeds)
        self.meanings: tuple[tuple[Meaning, ...], ...] = tuple(map(tuple, spelled.values()))
        self.lengths: tuple[int, ...] = tuple(map(len, spelled))
        self._automaton = AhoCorasick(list(spelled), store_patterns=False)

    def spellings_in(self, plain_text: str) -> Iterable[tuple[int, int, int]]:
        """(index into `meanings`, start, end) of every spelling, overlapping ones too, inside words too."""
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(plain_text, overlapping=True)
        return found


def _all_forms(seeds: Seeds) -> Iterator[CountryForm]:
    for country in seeds.countries:
        for language, name in country.names.items():
            yield CountryForm(code=country.code, language=language, form=name, kind=FormKind.NAME)
        yield CountryForm(code=country.code, language=ANY_LANGUAGE, form=_flag(country.code), kind=FormKind.FLAG)
        yield CountryForm(code=country.code, language=ANY_LANGUAGE, form=country.code, kind=FormKind.QUESTION)
    yield from seeds.country_forms


def _usual_names(seeds: Seeds) -> dict[str, tuple[str, str]]:
    """Every folded name with its code and the country's usual name in that language."""
    names = {country.code: country.names for country in seeds.countries}
    forms = [form for form in _all_forms(seeds) if form.kind is FormKind.NAME and form.code]
    return {fold(form.form): (form.code, names[form.code].get(form.language, form.form)) for form in reversed(forms)}


def _flag(code: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)


def _spelled(form: CountryForm) -> Iterator[tuple[str, Meaning]]:
    if form.kind is FormKind.QUESTION:
        return
    meaning = Meaning(
        code=form.code, language=form.language, kind=form.kind, endings=endings(form.form, form.language, form.kind)
    )
    written = plain(form.form)
    for inflected in _inflected(written, form):
        for spelling in case_variants(inflected, form.language, form.kind):
            yield spelling, meaning
    people = people_endings(form.language)
    if people and form.kind is FormKind.NAME and written.isalpha() and len(written) >= _SHORTEST_STEM:
        stem = replace(meaning, kind=FormKind.DEMONYM, endings=people, is_stem=True)
        yield lowered(written, form.language), stem


def _inflected(written: str, form: CountryForm) -> Iterable[str]:
    """What endings at the end of the word cannot say: Russian cases, and Kazakh in Latin letters."""
    if form.language == "ru" and form.kind in (FormKind.NAME, FormKind.CAPITAL):
        return decline(written)
    if form.language == "ru" and form.kind is FormKind.DEMONYM:
        return decline_people(written)
    if form.language == "ru" and form.kind is FormKind.ADJECTIVE:
        return (written.removesuffix("ий"),)
    if form.language == "kk" and form.kind is not FormKind.ABBREVIATION:
        return {written, *kazakh_latin(written)}
    return (written,)
