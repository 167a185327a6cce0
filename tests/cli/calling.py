"""Calls `readout` as a person would."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.main import readout

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "seeds" / "articles"
TOKEN = f"123456789:{'A' * 35}"
"""Well-formed, and nobody's."""


def run(*words: str) -> Result:
    """What `readout WORDS…` prints, and how it ends."""
    return CliRunner().invoke(readout, words)
