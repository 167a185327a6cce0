"""What is stored is read by today's rules, and the command tells what that changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.cli.calling import run


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Iterator[Database]:
    """The retold samples, as older rules read two of them: nobody was seen in the first."""
    assert run("seed").exit_code == 0
    with closing(open_database(tmp_path / "readout.sqlite")) as db:
        db.execute("UPDATE articles SET rules_version = '0' WHERE id IN (1, 3)")
        db.execute("DELETE FROM article_people WHERE article_id = 1")
        yield db


def test_only_what_older_rules_read_is_read_anew_and_told_by_kind() -> None:
    told = run("reread").stdout
    assert told == "2 articles read anew, 1 changed\n  people of 1\n"
    assert run("reread").stdout == "0 articles read anew, 0 changed\n"
    assert run("reread", "--all").stdout == "5 articles read anew, 0 changed\n"


def test_every_change_is_listed_where_asked_for() -> None:
    lines = run("reread", "1", "--verbose").stdout.splitlines()
    assert lines[0].startswith("article 1 people: + ")
    assert lines[-2:] == ["1 articles read anew, 1 changed", "  people of 1"]


def test_a_dry_run_tells_the_same_and_changes_nothing(store: Database) -> None:
    told = run("reread", "--dry-run").stdout
    assert told == "2 articles read anew, 1 would change\n  people of 1\n"
    assert store.execute("SELECT count(*) FROM article_people WHERE article_id = 1").fetchone() == (0,)
    assert run("reread").stdout == told.replace("would change", "changed")


def test_corrections_stay_in_force(store: Database) -> None:
    party = run("correct", "2").stdout.split("parties: ")[1][:2]
    run("correct", "2", "--mentioned", party)
    assert run("reread", "--all").exit_code == 0
    assert f"mentioned: {party}*" in run("correct", "2").stdout


def test_an_article_that_is_not_there_is_said_so() -> None:
    ended = run("reread", "99")
    assert ended.exit_code == 2
    assert "no article has the id or address 99" in ended.stderr


def test_a_dry_run_of_no_database_makes_none(tmp_path: Path) -> None:
    ended = run("reread", "--dry-run", "--database", "none.sqlite")
    assert ended.exit_code == 1
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "none.sqlite").exists()
