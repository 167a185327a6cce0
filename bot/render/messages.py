"""What Readout says in each language: keyed messages, names of countries, days. Loaded once by `app` and handed around.

A value put into a message is escaped unless it is `Html` already.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources

from babel.dates import format_date
from babel.messages.pofile import read_po

from bot.render.html import Html, escape
from storage.models.seeds import Country

LANGUAGES = ("en",)
"""The languages Readout speaks; each has a folder in `locale/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Catalogue:
    """One language's messages: for each key its plural forms, or one form."""

    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


class Messages:
    """Every sentence the bot can say, by key and language."""

    def __init__(self, catalogues: Mapping[str, _Catalogue], countries: Iterable[Country]) -> None:
        self._catalogues = catalogues
        self._countries = {country.code: country.names for country in countries}

    def text(self, key: str, language: str, /, **values: object) -> Html:
        """The message, its `{names}` filled in.

        Raises:
            KeyError: no such key, or a value is missing; a mistake of ours.
        """
        (form,) = self._catalogues[language].forms[key]
        return _fill(form, values)

    def plural(self, key: str, language: str, count: int, /, **values: object) -> Html:
        """The form of the message for `count`, which fills `{count}`."""
        catalogue = self._catalogues[language]
        return _fill(catalogue.forms[key][catalogue.plural(count)], {"count": f"{count:,}"} | values)

    def has(self, key: str, language: str) -> bool:
        return key in self._catalogues[language].forms

    def form(self, key: str, language: str) -> str:
        """The message unfilled, all its plural forms together, for the tests."""
        return "\n".join(self._catalogues[language].forms[key])

    def keys(self, language: str) -> frozenset[str]:
        """Every key of the language, for the tests that hold code and catalogues together."""
        return frozenset(self._catalogues[language].forms)

    def country(self, code: str, language: str) -> Html:
        """A country's usual name; the code itself where no seed names it."""
        names = self._countries.get(code, {})
        return escape(names.get(language) or names.get("en") or code)

    def day(self, day: date, language: str) -> Html:
        """As people write it: 1 Mar 2023."""
        return escape(_write_day(day, language))


def load_messages(countries: Iterable[Country] = ()) -> Messages:
    """Read every language's catalogue, from a checkout or a wheel alike."""
    return Messages({language: _load(language) for language in LANGUAGES}, countries)


def _load(language: str) -> _Catalogue:
    path = resources.files("bot.render") / "locale" / language / "messages.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    return _Catalogue(
        forms={_key(m.id): _forms(m.string) for m in catalogue if m.id},
        plural=gettext.c2py(catalogue.plural_expr),
    )


def _key(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


@lru_cache(maxsize=1000)  # a wave of digests writes the same few days for thousands of entries
def _write_day(day: date, language: str) -> str:
    return format_date(day, "d MMM y", locale=language)


def _fill(form: str, values: Mapping[str, object]) -> Html:
    return Html(form.format_map({name: escape(value) for name, value in values.items()}))
