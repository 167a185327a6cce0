"""The only reader of `seeds/`: what people curate, checked as a whole. Called when a database or gazetteer is built."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

from storage.errors import SeedError
from storage.models.seeds import (
    Alias,
    Country,
    CountryForm,
    FormKind,
    Office,
    Outlet,
    Role,
    Sample,
    SeedFeed,
    SeedOfficial,
    Seeds,
    SourceRank,
    Tenure,
)
from storage.seed_rows import SeedRow, read_rows

LANGUAGES = ("en", "tr", "ru", "az", "kk", "ky", "uz")
ABOUT = ("health",)
"""What an outlet's news is about, where that goes without saying."""
ANY_LANGUAGE = "*"
NO_COUNTRY = "-"
"""The code of a form that looks like a country's and names none."""

COLUMNS = {
    "countries.csv": ("code", *LANGUAGES),
    "country_forms.csv": ("code", "language", "form", "kind"),
    "offices.csv": ("slug", "role", "country", "organization", "title"),
    "officials.csv": ("slug", "name", "country", "organization"),
    "aliases.csv": ("official", "name"),
    "tenures.csv": ("official", "office", "from", "until", "source"),
    "sources.csv": ("slug", "name", "names", "country", "language", "kind", "rank", "about", "address"),
    "feeds.csv": ("slug", "outlet", "address", "language"),
}

Parsed = TypeVar("Parsed")


def read_seeds(folder: Traversable | None = None) -> Seeds:
    """All of `seeds/`, from the installed package unless a `folder` of the same form is given.

    Raises:
        SeedError: a file is missing or breaks a rule; names the file, the line and the rule.
    """
    return _SeedReader(folder or resources.files("seeds")).read()


class _SeedReader:
    """Reads files in an order in which each may refer to those before it."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._codes: set[str] = set()

    def read(self) -> Seeds:
        countries = self._parse("countries.csv", _country, key=lambda c: c.code)
        self._codes = {country.code for country in countries}
        forms = self._parse("country_forms.csv", self._form, key=lambda f: (f.code, f.language, f.form))
        offices = self._parse("offices.csv", self._office, key=lambda o: o.slug)
        officials = self._parse("officials.csv", self._official, key=lambda o: o.slug)
        slugs, posts = {official.slug for official in officials}, {office.slug for office in offices}
        outlets = self._parse("sources.csv", self._outlet, key=lambda o: o.slug)
        names = {outlet.slug: outlet.name for outlet in outlets}
        return Seeds(
            countries=countries,
            country_forms=forms,
            offices=offices,
            officials=officials,
            aliases=self._parse("aliases.csv", lambda row: _alias(row, slugs), key=lambda a: (a.official, a.name)),
            tenures=self._parse(
                "tenures.csv", lambda row: _tenure(row, slugs, posts), key=lambda t: (t.official, t.office, t.from_on)
            ),
            outlets=outlets,
            samples=tuple(self._samples()),
            feeds=self._parse("feeds.csv", lambda row: _feed(row, names), key=lambda f: f.slug),
        )

    def _parse(
        self, file: str, parse: Callable[[SeedRow], Parsed], key: Callable[[Parsed], object]
    ) -> tuple[Parsed, ...]:
        return tuple(_distinct(read_rows(file, self._text(file), COLUMNS[file]), parse, key))

    def _text(self, file: str) -> str:
        try:
            return self._folder.joinpath(file).read_text("utf-8")
        except OSError:
            raise SeedError(
                f"seeds/{file}: the file is missing", file=file, row=0, rule="the file is missing"
            ) from None
        except UnicodeDecodeError:
            raise SeedError(f"seeds/{file}: not UTF-8", file=file, row=0, rule="not UTF-8") from None

    def _form(self, row: SeedRow) -> CountryForm:
        kind = row.choice("kind", FormKind)
        code = row.one_of("code", {*self._codes, NO_COUNTRY})
        if (kind in (FormKind.DECOY, FormKind.OWN)) and code != NO_COUNTRY:
            raise row.refused(f"a form of the kind {kind} names no country: its code is {NO_COUNTRY}")
        return CountryForm(
            code="" if code == NO_COUNTRY else code,
            language=row.one_of("language", (*LANGUAGES, ANY_LANGUAGE)),
            form=row.text("form"),
            kind=kind,
        )

    def _office(self, row: SeedRow) -> Office:
        return Office(
            slug=row.text("slug"),
            role=row.choice("role", Role),
            title=row.text("title"),
            country=row.optional_of("country", self._codes),
            organization=row.optional("organization"),
        )

    def _official(self, row: SeedRow) -> SeedOfficial:
        return SeedOfficial(
            slug=row.text("slug"),
            name=row.text("name"),
            country=row.optional_of("country", self._codes),
            organization=row.optional("organization"),
        )

    def _outlet(self, row: SeedRow) -> Outlet:
        return Outlet(
            slug=row.text("slug"),
            name=row.text("name"),
            names=tuple(name for part in row.fields["names"].split("|") if (name := part.strip())),
            country=row.optional_of("country", self._codes),
            language=row.optional_of("language", LANGUAGES),
            kind=row.text("kind"),
            rank=row.choice("rank", SourceRank),
            is_of_health=row.optional_of("about", ABOUT) is not None,
            address=row.optional("address"),
        )

    def _samples(self) -> Iterator[Sample]:
        folder = self._folder.joinpath("articles")
        files = [f for f in folder.iterdir() if f.name.endswith(".txt")] if folder.is_dir() else []
        for file in sorted(files, key=lambda f: f.name):
            text = self._text(f"articles/{file.name}")
            yield Sample(name=file.name.removesuffix(".txt"), text=unicodedata.normalize("NFC", text))


def _distinct(
    rows: Iterable[SeedRow], parse: Callable[[SeedRow], Parsed], key: Callable[[Parsed], object]
) -> Iterator[Parsed]:
    seen: dict[object, int] = {}
    for row in rows:
        parsed = parse(row)
        first = seen.setdefault(key(parsed), row.line)
        if first != row.line:
            raise row.refused(f"says again what line {first} says")
        yield parsed


def _country(row: SeedRow) -> Country:
    code = row.text("code")
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        raise row.refused(f"code {code!r} is not two capital letters")
    return Country(code=code, names={language: row.text(language) for language in LANGUAGES})


def _alias(row: SeedRow, officials: set[str]) -> Alias:
    return Alias(official=row.one_of("official", officials), name=row.text("name"))


def _feed(row: SeedRow, outlets: Mapping[str, str]) -> SeedFeed:
    address = row.text("address")
    if not address.startswith(("http://", "https://")):
        raise row.refused(f"address {address!r} begins with neither http:// nor https://")
    return SeedFeed(
        slug=row.text("slug"),
        outlet=outlets[row.one_of("outlet", outlets)],
        address=address,
        language=row.optional_of("language", LANGUAGES),
    )


def _tenure(row: SeedRow, officials: set[str], offices: set[str]) -> Tenure:
    tenure = Tenure(
        official=row.one_of("official", officials),
        office=row.one_of("office", offices),
        from_on=row.day("from"),
        until_on=row.day("until"),
        source=row.text("source"),
    )
    if tenure.from_on and tenure.until_on and tenure.from_on > tenure.until_on:
        raise row.refused("from is later than until")
    return tenure
