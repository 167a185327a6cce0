"""The exception tree.

ReadoutError                      storage/errors.py: two texts, one for the log, one for the person
├── StorageError                  SQLite refused
│   ├── DatabaseLockedError       another program holds the write lock
│   ├── DatabaseUnwritableError   disk full, or read-only
│   └── DatabaseVersionError      written by a newer Readout, or no Readout database
├── SeedError                     a file in seeds/ breaks its format
├── SettingsError                 a setting is missing or malformed
├── RefusedError                  a file or address cannot become a document; says why
└── SandboxError                  the local Bot API cannot do what was asked

What may be expected in the course of work is no exception but a value: a name that nobody bears,
a date that cannot be read, a send that Telegram refused.
"""

from __future__ import annotations

from storage.errors import ReadoutError


class SettingsError(ReadoutError):
    """A setting is missing or malformed; the text names it and what to write."""

    person_key = "error.settings"


class RefusedError(ReadoutError):
    """A file or address that cannot become a document. `reason` is a short word for summaries."""

    person_key = "error.refused"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}", origin=origin, reason=reason)
        self.origin = origin
        self.reason = reason


class SandboxError(ReadoutError):
    """The local Bot API cannot do what was asked (a clock moved back, a port in use)."""

    person_key = "error.sandbox"
