"""One CSV file of `seeds/` as checked rows; for `storage.seeds` only."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from storage.errors import SeedError

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedRow:
    """One line of a file, by column, stripped. Every getter raises `SeedError` naming file, line and rule."""

    file: str
    line: int
    fields: Mapping[str, str]

    def refused(self, rule: str) -> SeedError:
        """The error to raise when this row breaks `rule`."""
        return SeedError(f"seeds/{self.file} line {self.line}: {rule}", file=self.file, row=self.line, rule=rule)

    def optional(self, column: str) -> str | None:
        return self.fields[column] or None

    def text(self, column: str) -> str:
        value = self.fields[column]
        if not value:
            raise self.refused(f"{column} is empty")
        return value

    def one_of(self, column: str, known: Collection[str]) -> str:
        value = self.text(column)
        if value not in known:
            raise self.refused(f"{column} {value!r} is not known")
        return value

    def optional_of(self, column: str, known: Collection[str]) -> str | None:
        return self.one_of(column, known) if self.fields[column] else None

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        try:
            return choices(self.text(column))
        except ValueError:
            raise self.refused(f"{column} {self.fields[column]!r} is none of: {', '.join(choices)}") from None

    def day(self, column: str) -> date | None:
        value = self.fields[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.refused(f"{column} {value!r} is not a date such as 2023-03-01") from None


def read_rows(file: str, text: str, columns: tuple[str, ...]) -> Iterator[SeedRow]:
    """Rows after the header line; blank lines and lines that begin with `#` are skipped.

    Raises:
        SeedError: another header, another number of fields, broken quotes, text that is not in NFC.
    """
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = SeedRow(file=file, line=number, fields={})
        fields = _split(line, row)
        if header is None:
            header = fields
            if tuple(header) != columns:
                raise row.refused(f"the header must be {','.join(columns)}")
            continue
        if len(fields) != len(columns):
            raise row.refused(f"{len(fields)} fields where {len(columns)} are wanted")
        yield SeedRow(file=file, line=number, fields=dict(zip(columns, fields, strict=True)))
    if header is None:
        raise SeedRow(file=file, line=1, fields={}).refused(f"the header {','.join(columns)} is missing")


def _split(line: str, row: SeedRow) -> list[str]:
    if not unicodedata.is_normalized("NFC", line):
        raise row.refused("the text is not in NFC")
    try:
        return [field.strip() for field in next(csv.reader([line], strict=True))]
    except csv.Error as error:
        raise row.refused(str(error)) from None
