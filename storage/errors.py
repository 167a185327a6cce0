"""The root of every error Readout raises on purpose, and the ones the store raises.

Each carries two texts: `str(error)` is for the log; `person_key` and `values` name the keyed message
(`bot/render/locale`) that a person sees. The whole tree is drawn in `bot/errors.py`.
"""

from __future__ import annotations

from typing import ClassVar


class ReadoutError(Exception):
    """Something went wrong that we can name, and can tell a person what to do about."""

    person_key: ClassVar[str] = "error.unexpected"

    def __init__(self, log_text: str, **values: str | int) -> None:
        super().__init__(log_text)
        self.values = values


class StorageError(ReadoutError):
    """SQLite refused: the text says which file and why."""

    person_key = "error.storage"


class DatabaseLockedError(StorageError):
    """Another program holds the write lock for longer than we wait."""

    person_key = "error.storage_busy"


class DatabaseUnwritableError(StorageError):
    """The disk is full or the file or its folder is read-only."""

    person_key = "error.storage_unwritable"


class DatabaseVersionError(StorageError):
    """The file was written by a newer Readout."""

    person_key = "error.storage_version"


class DatabaseOldError(DatabaseVersionError):
    """Its tables are behind, and it was opened in a way that may not mend that."""


class DatabaseForeignError(DatabaseVersionError):
    """It is no database, or another program's."""


class DatabaseDamagedError(StorageError):
    """SQLite finds the file malformed."""


class DatabaseOwnerError(StorageError):
    """A demo was given a file that no demo made, or the bot one that a demo made."""


class DatabaseHeldError(StorageError):
    """Another demo serves the file."""


class SeedError(ReadoutError):
    """A file in `seeds/` breaks its format: names the file, the row and the rule."""

    person_key = "error.seed"
