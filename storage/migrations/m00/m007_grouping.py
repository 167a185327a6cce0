"""A subscription may want its digests' stories under headings."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script


def keep_grouping(db: Database) -> None:
    """Every subscription goes on without headings."""
    run_script(db, "ALTER TABLE subscriptions ADD COLUMN grouping TEXT NOT NULL DEFAULT 'none';")
