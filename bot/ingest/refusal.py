"""Why a file, page or line cannot become a document: a value, not an exception, so that the rest goes on."""

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
    NO_FILES = "no readable files in folder"
    NO_PERMISSION = "no permission"
    NOT_FOUND = "not found"
    NOT_A_FILE = "not a file"
    UNKNOWN_KIND = "not .txt, .html or .jsonl"
    UNREADABLE = "cannot be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was refused (a path, `path:line`, an address) and why."""

    origin: str
    reason: Reason
