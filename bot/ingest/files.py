"""Files and folders to documents and addresses; what cannot be read is refused by name. For `cli`."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.ingest.encodings import decode_text, drop_sequences
from bot.ingest.lists import Link, parse_addresses, parse_opml, parse_table
from bot.ingest.pages import parse_address, parse_language, parse_page, parse_printed_day
from bot.ingest.refusal import Oddity, Reason, Refusal, Remark
from bot.reading.text.dates import parse_day
from bot.reading.text.layout import tidy_text
from storage.models.reading import Document

LARGEST = 10 * 1024 * 1024
"""Bytes; what is larger is refused by its size, unread."""

_DAY_FIELDS = ("published_on", "published", "published_at", "date")
_SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl", ".csv", ".opml", ".warc", ".warc.gz"})

__all__ = ["LARGEST", "Refusal", "list_files", "parse_file"]


def list_files(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    """Every readable file under the paths, folders recursively in order of name; what cannot be one is refused."""
    for path in paths:
        match _look_at(path):
            case Reason() as reason:
                yield Refusal(origin=str(path), reason=reason)
            case True:
                yield from _list_folder(path)
            case False:
                yield path


def parse_file(path: Path) -> Iterator[Document | Refusal | Remark | Link]:
    """The documents of one file: one, or one a line of .jsonl, a row of .csv, a page of a web archive; or the addresses
    that it lists. At most `LARGEST` bytes are held."""
    origin, suffix = str(path), _suffix(path)
    if suffix in (".warc", ".warc.gz"):
        # Imported here: only archives need it.
        from bot.ingest.archives.warc import parse_archive

        try:
            yield from parse_archive(path, LARGEST)
        except OSError as error:
            yield Refusal(origin=origin, reason=_reason(error))
        return
    raw = _read(path)
    if isinstance(raw, Reason):
        yield Refusal(origin=origin, reason=raw)
    elif suffix in (".html", ".htm"):
        yield parse_page(raw, origin)
    else:
        text = decode_text(raw)
        if isinstance(text, Reason):
            yield Refusal(origin=origin, reason=text)
        else:
            yield from _parse_text(text, origin, suffix)


def _suffix(path: Path) -> str:
    """In lower case; of `pages.warc.gz` both."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == ".gz" else suffix


def _parse_text(text: str, origin: str, suffix: str) -> Iterator[Document | Refusal | Remark | Link]:
    match suffix:
        case ".jsonl":
            yield from _parse_lines(text, origin)
        case ".csv":
            yield from _parse_rows(text, origin)
        case ".opml":
            yield from parse_opml(text, origin) or (Refusal(origin=origin, reason=Reason.NO_FEEDS),)
        case _:
            yield from parse_addresses(text, origin) or (_document(text, origin, {}),)


def _list_folder(folder: Path) -> Iterator[Path | Refusal]:
    is_empty = True
    refused: list[Refusal] = []

    def refuse(error: OSError) -> None:
        refused.append(Refusal(origin=str(error.filename or folder), reason=_reason(error)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        refused += [_misnamed(Path(root, name)) for name in folders if not _is_text(name)]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _is_text(name))
        for name in sorted(names):
            if not name.startswith(".") and _suffix(Path(name)) in _SUFFIXES:
                is_empty = False
                yield Path(root, name) if _is_text(name) else _misnamed(Path(root, name))
    yield from refused
    if is_empty and not refused:
        yield Refusal(origin=str(folder), reason=Reason.NO_FILES)


def _look_at(path: Path) -> Reason | bool:
    """Whether it is a folder, or why it is neither that nor a file to read."""
    if not _is_text(str(path)):
        return Reason.BAD_NAME
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _reason(error)
    if stat.S_ISDIR(mode):
        return True
    if not stat.S_ISREG(mode):
        return Reason.NOT_A_FILE
    return False if _suffix(path) in _SUFFIXES else Reason.UNKNOWN_KIND


def _is_text(name: str) -> bool:
    """Whether a name was UTF-8 on the disk: any other bytes stand in it as lone surrogates, which nothing can store."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _misnamed(path: Path) -> Refusal:
    return Refusal(origin=str(path), reason=Reason.BAD_NAME)


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


def _parse_lines(text: str, origin: str) -> Iterator[Document | Refusal | Remark]:
    """One document a line, numbered from 1; a broken line is refused and the rest goes on."""
    is_empty = True
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            is_empty = False
            yield from _parse_line(line, f"{origin}:{number}")
    if is_empty:
        yield Refusal(origin=origin, reason=Reason.EMPTY)


def _parse_rows(text: str, origin: str) -> Iterator[Document | Refusal | Remark | Link]:
    """A row with a text is a document, one with an address alone is to be fetched."""
    is_empty = True
    for number, fields in parse_table(text):
        is_empty, place = False, f"{origin}:{number}"
        url = parse_address(fields.get("url"))
        if "text" in fields:
            yield from _remarked(_document(fields["text"], place, fields), fields)
        elif url is not None:
            yield Link(origin=place, url=url, title=_words(fields.get("title")))
        else:
            yield Refusal(origin=place, reason=Reason.NO_TEXT if fields else Reason.BROKEN_ROW)
    if is_empty:
        yield Refusal(origin=origin, reason=Reason.EMPTY)


def _parse_line(line: str, origin: str) -> Iterator[Document | Refusal | Remark]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        yield Refusal(origin=origin, reason=Reason.BROKEN_JSON)
        return
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        yield Refusal(origin=origin, reason=Reason.NO_TEXT)
        return
    yield from _remarked(_document(fields["text"], origin, fields), fields)


def _remarked(document: Document | Refusal, fields: Mapping[str, object]) -> Iterator[Document | Refusal | Remark]:
    yield document
    if isinstance(document, Document) and document.published_on is None and _stated_day(fields):
        yield Remark(origin=document.origin, oddity=Oddity.NO_DAY)


def _document(raw: str, origin: str, fields: Mapping[str, object]) -> Document | Refusal:
    text = tidy_text(drop_sequences(raw))
    if not text.strip():
        return Refusal(origin=origin, reason=Reason.EMPTY)
    return Document(
        text=text,
        origin=origin,
        url=parse_address(fields.get("url")),
        title=_words(fields.get("title")),
        published_on=_parse_stated_day(_stated_day(fields)),
        source=_words(fields.get("source")),
        language=parse_language(fields.get("language")),
    )


def _stated_day(fields: Mapping[str, object]) -> object:
    return next((fields[name] for name in _DAY_FIELDS if fields.get(name)), None)


def _parse_stated_day(written: object) -> date | None:
    day = parse_day(written) if isinstance(written, str) and len(written) < 60 else None
    return parse_printed_day(written) or (day.on if day else None)


def _words(value: object) -> str | None:
    """A field that is one line of text."""
    return " ".join(tidy_text(drop_sequences(value[:500])).split()) or None if isinstance(value, str) else None
