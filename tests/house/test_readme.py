"""The first page says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from bot.handlers import COMMANDS, describe_commands
from bot.render.messages import Messages

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
DEMO = "python3 -m pip install -q --target .uv uv && .uv/bin/uv run readout demo"
TESTS = "python3 -m pip install -q --target .uv uv && .uv/bin/uv run pytest"


def test_the_first_command_comes_within_eighty_words() -> None:
    before = README.split(DEMO)[0]
    assert len(re.findall(r"\w[\w'’.-]*", before)) <= 80


def test_both_commands_stand_there_and_ci_calls_the_second() -> None:
    assert f"    {DEMO}\n" in README
    assert f"    {TESTS}\n" in README
    assert TESTS in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_command_of_the_table_is_listed_with_its_description(messages: Messages) -> None:
    rows = dict(re.findall(r"^\| `/(\w+)[^`]*` \| (.+) \|$", README, re.MULTILINE))
    assert rows == dict(describe_commands(messages, "en"))
    assert list(rows) == [command.name for command in COMMANDS]


def test_every_file_it_names_exists() -> None:
    for name in re.findall(r"`((?:bot|storage|seeds|tests|docs)(?:/[\w./]*)?)`|\((docs/[^)]+)\)", README):
        assert (ROOT / (name[0] or name[1])).exists(), name
