"""Whose word goes first: each article knows the rank of its source."""

from __future__ import annotations

from sqlite_utils import Database

from storage.migrations.statements import run_script

COLUMN = """
ALTER TABLE articles ADD COLUMN source_rank TEXT NOT NULL DEFAULT 'outlet';  -- official, agency, outlet, reprint
"""


def rank_sources(db: Database) -> None:
    """What is stored gets its own when it is read anew."""
    run_script(db, COLUMN)
