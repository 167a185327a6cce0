"""Odd feeds and pages under `tests/data/feeds`, each with its expected result beside it as JSON.

A file is kept as UTF-8; `encode` in its JSON says in what form the parser gets it.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

CASES = Path(__file__).parents[2] / "data" / "feeds"
NOW = datetime(2025, 4, 10, 12, tzinfo=UTC)

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file and what its JSON says."""

    name: str
    body: bytes
    given: Json

    def word(self, field: str) -> str | None:
        value = self.given.get(field)
        assert value is None or isinstance(value, str)
        return value

    @property
    def url(self) -> str:
        return self.word("url") or ""


def list_cases(folder: str) -> list[Case]:
    return [_read(path) for path in sorted((CASES / folder).glob("*.expected.json"))]


def to_json(value: object) -> object:
    """A result as JSON, without what is None or empty."""
    if is_dataclass(value):
        pairs = ((field.name, to_json(getattr(value, field.name))) for field in fields(value))
        return {name: inner for name, inner in pairs if inner not in (None, [], 0)}
    if isinstance(value, tuple):
        return [to_json(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(expected: Path) -> Case:
    name = expected.name.removesuffix(".expected.json")
    (path,) = [p for p in expected.parent.glob(f"{name}.*") if p != expected]
    given = json.loads(expected.read_text("utf-8"))
    return Case(name=name, body=_encode(path.read_bytes(), given.get("encode")), given=given)


def _encode(body: bytes, how: str | None) -> bytes:
    match how:
        case None:
            return body
        case "gzip":
            return gzip.compress(body)
        case "utf-8 with a slip":
            return body.replace("ÿ".encode(), b"\xff")
        case _:
            return body.decode().encode(how)
