"""What is wrong is one clear line, and an exit code that says of what kind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from storage.database import open_database
from storage.file.demo import hold_demo
from tests.cli.calling import ROOT, SAMPLES, TOKEN, run

ASK = "import bot.cli.reading as r, sys; r.read_seeds = stop; from bot.cli.main import readout; readout(['read', '.'])"


def test_run_without_a_token_says_what_to_do_and_ends_with_two() -> None:
    ended = run("run")
    assert ended.exit_code == 2
    assert ended.stderr.count("\n") == 1
    assert "READOUT_TOKEN" in ended.stderr
    assert "@BotFather" in ended.stderr


def test_a_malformed_setting_is_one_line_and_ends_with_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TIMEZONE", "Mars/Olympus")
    ended = run("ask", "/latest")
    assert ended.exit_code == 2
    assert ended.stderr.startswith("readout: READOUT_TIMEZONE: ")
    assert ended.stderr.count("\n") == 1


def test_a_database_that_is_none_is_named_with_exit_code_one() -> None:
    Path("notes.sqlite").write_text("these are my notes, not a database; " * 100)
    ended = run("ask", "/latest", "--database", "notes.sqlite")
    assert ended.exit_code == 1
    assert "notes.sqlite" in ended.stderr
    assert "Traceback" not in ended.output


@pytest.mark.parametrize("command", [("run",), ("seed",), ("ask", "/latest"), ("ingest", str(SAMPLES))])
@pytest.mark.parametrize(
    ("database", "said"),
    [(".", ".: a folder; name a file in it"), ("nowhere/readout.sqlite", "there is no folder")],
)
def test_a_database_that_cannot_be_is_one_line(
    command: tuple[str, ...], database: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_TOKEN", TOKEN)
    monkeypatch.setenv("READOUT_DATABASE", database)
    ended = run(*command)
    assert ended.exit_code == 1
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("run",), ("seed",), ("demo", "--port", "0")])
def test_a_read_only_database_is_one_line_at_the_start(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with hold_demo(Path("readout.sqlite")) if command[0] == "demo" else nullcontext():
        open_database(Path("readout.sqlite")).close()
    monkeypatch.setenv("READOUT_TOKEN", TOKEN)
    # Root may write what is read-only: let the system answer as it would anybody else.
    monkeypatch.setattr(os, "access", lambda asked, mode: False)
    ended = run(*command, "--database", "readout.sqlite")
    assert ended.exit_code == 1
    assert ended.stderr == "readout: readout.sqlite: read-only; make it writable, or name another file\n"


def test_an_empty_name_of_a_database_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (("ask", "/latest"), ("seed",), ("demo",), ("run",)):
        ended = run(*command, "--database", "")
        assert ended.exit_code == 2
        assert "empty; name a file" in ended.stderr
    monkeypatch.setenv("READOUT_DATABASE", "")
    assert run("seed").exit_code == 2


def test_the_bot_does_not_serve_a_demos_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TOKEN", TOKEN)
    with hold_demo(Path("demo.sqlite")):
        pass
    ended = run("run", "--database", "demo.sqlite")
    assert ended.exit_code == 2
    assert "demo.sqlite: a demo's database" in ended.stderr


def test_a_misspelt_setting_is_warned_of_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TIMEZON", "Asia/Baku")
    ended = run("seed")
    assert ended.exit_code == 0
    assert ended.stderr == (
        "readout: the environment sets READOUT_TIMEZON, which is no setting; READOUT_TIMEZONE is meant?\n"
    )


def test_a_port_that_is_none_or_in_use_is_said_in_words() -> None:
    assert "99999 is not in the range" in run("demo", "--port", "99999").stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("demo", "--port", str(port))
    assert ended.exit_code == 1
    assert ended.stderr == f"readout: port {port} is in use; --port 0 takes a free one\n"


@pytest.mark.parametrize("command", ["import bot.__main__ as m; m._run = stop; m.main()", ASK])
def test_an_interrupt_is_one_line_whenever_it_comes(command: str) -> None:
    script = f"def stop(*_, **__):\n    raise KeyboardInterrupt\n{command}"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "Stopped.\n")
