"""The exception tree.

ReadoutError                      storage/errors.py: two texts, one for the log, one for the person
├── StorageError                  SQLite refused
│   ├── DatabaseLockedError       another program holds the write lock
│   ├── DatabaseUnwritableError   disk full, or read-only
│   ├── DatabaseVersionError      written by a newer Readout
│   │   ├── DatabaseOldError      … an older one, and opened read-only
│   │   └── DatabaseForeignError  … none: no database, or another program's
│   ├── DatabaseDamagedError      malformed
│   ├── DatabaseOwnerError        a demo's file given to the bot, or the other way round
│   └── DatabaseHeldError         another demo serves it
├── SeedError                     a file in seeds/ breaks its format
├── SettingsError                 a setting is missing or malformed
├── PolledElsewhereError          another program polls Telegram with the same token
└── SandboxError                  the local Bot API cannot do what was asked

What may be expected in the course of work is no exception but a value: a file that is no text, a name that nobody
bears, a date that cannot be read, a send that Telegram refused.
"""

from __future__ import annotations

from storage.errors import ReadoutError

__all__ = ["PolledElsewhereError", "ReadoutError", "SandboxError", "SettingsError"]


class SettingsError(ReadoutError):
    """A setting is missing or malformed; the text names it and what to write."""

    person_key = "error.settings"


class PolledElsewhereError(ReadoutError):
    """Telegram serves one poller a token: another one has taken over."""

    person_key = "error.polled_elsewhere"


class SandboxError(ReadoutError):
    """The local Bot API cannot do what was asked (a clock moved back, a port in use)."""

    person_key = "error.sandbox"
