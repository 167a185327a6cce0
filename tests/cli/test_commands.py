"""The command line as a person meets it: what it prints, how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calling import run


def test_ask_answers_from_the_samples_of_a_new_database() -> None:
    ended = run("ask", "/country Cuba")
    assert ended.exit_code == 0, ended.output
    assert "Portal Miranda" in ended.stdout
    assert "<" not in ended.stdout
    assert Path("readout.sqlite").exists()


def test_samples_taken_out_stay_out() -> None:
    assert run("seed").exit_code == 0
    assert "5 retold samples removed" in run("seed", "--no-samples").stdout
    assert "Portal Miranda" not in run("ask", "/country Cuba").stdout
    assert run("seed", "--samples").exit_code == 0
    assert "Portal Miranda" in run("ask", "/country Cuba").stdout
