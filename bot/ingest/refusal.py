"""Why a file, page or line is not taken, or not whole: values, not exceptions, so that the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with it, as summaries say it."""

    EMPTY = "empty"
    BINARY = "binary, not text"
    TOO_LARGE = "larger than 10 MB"
    ENCODING = "unknown encoding"
    BROKEN_JSON = "broken JSON"
    NO_TEXT = "no article text"
    TANGLED = "too many tags for an article"
    NO_FILES = "no readable files in folder"
    NO_PERMISSION = "no permission"
    NOT_FOUND = "not found"
    NOT_A_FILE = "not a file"
    UNKNOWN_KIND = "not .txt, .html, .jsonl, .csv, .opml or .warc"
    BROKEN_ROW = "a broken row"
    NO_FEEDS = "no OPML"
    NO_PAGES = "a web archive without pages"
    DAMAGED = "damaged or broken off"
    ADDRESS = "an address; `readout ingest` fetches it"
    UNREADABLE = "cannot be read"
    BAD_NAME = "its name is not UTF-8"
    DELETED = "deleted here before"
    SAYS_NOTHING = "no country, person or meeting was found"


class Oddity(StrEnum):
    """What is missing of a document that is taken all the same."""

    NO_DAY = "its date cannot be read; kept undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was refused (a path, `path:line`, an address) and why."""

    origin: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is odd about a document that is taken: for the summary."""

    origin: str
    oddity: Oddity


def show_origin(origin: str) -> str:
    """A path or address as a terminal may see it: what is no letter of a text is written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in origin)
