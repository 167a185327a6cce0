"""Runs a script of SQL statement by statement, inside the transaction of the caller."""

from __future__ import annotations

from sqlite_utils import Database


def run_script(db: Database, script: str) -> None:
    """Run it; what follows `--` on a line is a comment."""
    lines = (line.split("--")[0].rstrip() for line in script.splitlines())
    for statement in "\n".join(lines).split(";"):
        if statement.strip():
            db.execute(statement)
