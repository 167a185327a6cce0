"""Files and folders to documents (.txt, .html, .jsonl); what cannot be read is refused by name. For `cli`."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.ingest.encodings import decode_text
from bot.ingest.pages import parse_address, parse_language, parse_page, parse_printed_day
from bot.ingest.refusal import Reason, Refusal
from bot.reading.text.dates import parse_day
from bot.reading.text.layout import tidy_text
from storage.models.reading import Document

LARGEST = 10 * 1024 * 1024
"""Bytes; what is larger is refused by its size, unread."""

_SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl"})

__all__ = ["LARGEST", "Refusal", "list_files", "parse_file"]


def list_files(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    """Every readable file under the paths, folders recursively in order of name; what cannot be one is refused."""
    for path in paths:
        if path.is_dir():
            yield from _list_folder(path)
        elif reason := _check_file(path):
            yield Refusal(origin=str(path), reason=reason)
        else:
            yield path


def parse_file(path: Path) -> Iterator[Document | Refusal]:
    """The documents of one file: one, or one a line of .jsonl. At most `LARGEST` bytes are held."""
    origin = str(path)
    raw = _read(path)
    if isinstance(raw, Reason):
        yield Refusal(origin=origin, reason=raw)
    elif path.suffix.lower() in (".html", ".htm"):
        yield parse_page(raw, origin)
    else:
        text = decode_text(raw)
        if isinstance(text, Reason):
            yield Refusal(origin=origin, reason=text)
        elif path.suffix.lower() == ".jsonl":
            yield from _parse_lines(text, origin)
        else:
            yield _document(text, origin)


def _list_folder(folder: Path) -> Iterator[Path | Refusal]:
    is_empty = True
    refused: list[Refusal] = []

    def refuse(error: OSError) -> None:
        refused.append(Refusal(origin=str(error.filename or folder), reason=_reason(error)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in _SUFFIXES:
                is_empty = False
                yield Path(root, name)
    yield from refused
    if is_empty and not refused:
        yield Refusal(origin=str(folder), reason=Reason.NO_FILES)


def _check_file(path: Path) -> Reason | None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _reason(error)
    if not stat.S_ISREG(mode):
        return Reason.NOT_A_FILE
    return None if path.suffix.lower() in _SUFFIXES else Reason.UNKNOWN_KIND


def _reason(error: OSError) -> Reason:
    match error:
        case PermissionError():
            return Reason.NO_PERMISSION
        case FileNotFoundError():
            return Reason.NOT_FOUND
        case _:
            return Reason.UNREADABLE


def _read(path: Path) -> bytes | Reason:
    try:
        if not path.is_file():
            return Reason.NOT_A_FILE if path.exists() else Reason.NOT_FOUND
        if path.stat().st_size > LARGEST:
            return Reason.TOO_LARGE
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        return _reason(error)
    return Reason.TOO_LARGE if len(raw) > LARGEST else raw


def _parse_lines(text: str, origin: str) -> Iterator[Document | Refusal]:
    """One document a line, numbered from 1; a broken line is refused and the rest goes on."""
    is_empty = True
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            is_empty = False
            yield _parse_line(line, f"{origin}:{number}")
    if is_empty:
        yield Refusal(origin=origin, reason=Reason.EMPTY)


def _parse_line(line: str, origin: str) -> Document | Refusal:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return Refusal(origin=origin, reason=Reason.BROKEN_JSON)
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return Refusal(origin=origin, reason=Reason.NO_TEXT)
    return _document(fields["text"], origin, fields)


def _document(raw: str, origin: str, fields: dict[str, object] | None = None) -> Document | Refusal:
    text = tidy_text(raw)
    if not text.strip():
        return Refusal(origin=origin, reason=Reason.EMPTY)
    fields = fields or {}
    written = fields.get("published_on") or fields.get("date")
    day = parse_day(written) if isinstance(written, str) and len(written) < 60 else None
    return Document(
        text=text,
        origin=origin,
        url=parse_address(fields.get("url")),
        title=_words(fields.get("title")),
        published_on=parse_printed_day(written) or (day.on if day else None),
        source=_words(fields.get("source")),
        language=parse_language(fields.get("language")),
    )


def _words(value: object) -> str | None:
    """A field that is one line of text."""
    return " ".join(tidy_text(value[:500]).split()) or None if isinstance(value, str) else None
