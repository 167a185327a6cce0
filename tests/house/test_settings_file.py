"""`.env.example` and `Settings` say the same."""

from __future__ import annotations

from pathlib import Path

from bot.config import PREFIX, Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def _lines() -> list[str]:
    return EXAMPLE.read_text("utf-8").splitlines()


def test_every_setting_stands_in_the_example_and_nothing_else_does() -> None:
    named = {line.split("=")[0] for line in _lines() if line and not line.startswith("#")}
    assert named == {PREFIX + name.upper() for name in Settings.model_fields}


def test_every_setting_is_explained_right_above() -> None:
    lines = _lines()
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line


def test_the_example_as_it_stands_means_the_defaults() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)
