"""A deleted article is gone, and does not come back by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import run


@pytest.fixture(autouse=True)
def _samples() -> None:
    """The retold samples are stored."""
    assert run("seed").exit_code == 0


def test_a_deleted_article_is_in_no_answer_and_no_seed_brings_it_back() -> None:
    assert "Cuba" in run("ask", "Cuba").stdout
    deleted = run("delete", "1", "--reason", "the outlet withdrew it")
    assert deleted.stdout.startswith("article 1 is deleted: ")
    assert run("correct", "1").exit_code != 0
    before = run("ask", "/latest").stdout
    assert run("seed").exit_code == 0
    assert run("ask", "/latest").stdout == before


def test_a_file_with_the_same_words_is_refused_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Health Minister of Cuba José Portal met Health Minister of Kenya Aden Duale in Havana.", "utf-8")
    assert "1 new" in run("ingest", str(file)).stdout
    run("delete", "6")
    told = run("ingest", str(file))
    assert "deleted here before" in told.stdout + told.stderr


def test_an_article_that_is_not_there_is_said_to_be_missing() -> None:
    missing = run("delete", "999")
    assert missing.exit_code != 0
    assert "999" in missing.stderr
