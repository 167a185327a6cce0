"""A start waits for nothing that only a text or a fetched page needs."""

from __future__ import annotations

import subprocess
import sys

_FOR_TEXTS_ALONE = {"bot.reading.document", "bot.reading.text.layout", "bot.ingest.pipeline", "bot.sandbox", "lxml"}
_FOR_PAGES_ALONE = {"trafilatura", "protego", "pypdf", "bot.ingest.fetching.fetcher", "bot.ingest.gathering.gatherer"}


def test_the_bot_starts_without_importing_what_reads_texts() -> None:
    code = "import sys, bot.cli.main, bot.cli.serve; print(*sys.modules, sep='\\n')"
    imported = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "bot.app" in imported
    assert not (_FOR_TEXTS_ALONE | _FOR_PAGES_ALONE) & set(imported)
