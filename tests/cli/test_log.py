"""No secret reaches a log."""

from __future__ import annotations

import logging

import pytest

from bot.cli.log import configure_log, redact
from bot.config import Settings

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_blotted_out_of_messages_and_tracebacks(
    log_format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = Settings.model_validate({"log_format": log_format})
    kept = logging.root.handlers[:]
    try:
        configure_log(settings)
        logging.getLogger("bot").error("POST https://api.telegram.org/bot%s/getMe", TOKEN)
        try:
            raise ValueError(f"bad address /bot{TOKEN}/")
        except ValueError:
            logging.getLogger("bot").exception("failed")
    finally:
        logging.root.handlers[:] = kept
        logging.root.setLevel(logging.WARNING)
    written = capfd.readouterr().err
    assert "failed" in written
    assert "AAEhBO" not in written


def test_what_only_looks_like_a_time_is_left_alone() -> None:
    assert redact("at 2026-11-24T20:05:00 count=12345:ok") == "at 2026-11-24T20:05:00 count=12345:ok"
