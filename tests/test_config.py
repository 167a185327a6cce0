"""Settings are right, or one clear line says which is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import load_settings
from bot.errors import SettingsError

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("READOUT_TIMEZONE=Asia/Almaty\nREADOUT_ADMINS=5, 6\n", "utf-8")
    monkeypatch.setenv("READOUT_TIMEZONE", "Asia/Baku")
    settings = load_settings(env_file)
    assert settings.timezone == "Asia/Baku"
    assert settings.admins == (5, 6)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("READOUT_TOKEN", "not-a-token"),
        ("READOUT_TIMEZONE", "Asia/Nowhere"),
        ("READOUT_TIMEZONE", "../../etc/passwd"),
        ("READOUT_API_URL", "telegram"),
        ("READOUT_ADMINS", "five"),
        ("READOUT_LANGUAGE", "xx"),
        ("READOUT_LOG_FORMAT", "yaml"),
    ],
)
def test_a_malformed_setting_is_named_in_one_line_without_its_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load_settings(None)
    assert name in str(raised.value)
    assert "\n" not in str(raised.value)
    if name == "READOUT_TOKEN":
        assert value not in str(raised.value)


def test_a_token_never_shows_in_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TOKEN", TOKEN)
    assert TOKEN not in repr(load_settings(None))


def test_an_empty_token_is_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TOKEN", "")
    assert load_settings(None).token is None
