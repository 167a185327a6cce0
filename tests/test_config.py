"""Settings are right, or one clear line says which is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Settings, UnknownSetting, list_unknown_settings, load_settings
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
        ("READOUT_LOG_LEVEL", "loud"),
        ("READOUT_DATABASE", ""),
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


def test_every_setting_says_what_may_stand_there_in_words_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
    monkeypatch.setenv("READOUT_ADMINS", "five, six")
    monkeypatch.setenv("READOUT_LOG_LEVEL", "loud")
    with pytest.raises(SettingsError) as raised:
        load_settings(None)
    assert str(raised.value) == (
        "READOUT_ADMINS: write Telegram ids, numbers separated by commas; "
        "READOUT_LOG_LEVEL: write debug, info, warning or error"
    )


def test_a_file_of_settings_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"READOUT_TIMEZONE=Asia/Almat\xff\n")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings(env_file)


def test_a_misspelt_name_is_found_with_the_one_it_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("READOUT_TOKN=x\nREADOUT_TIMEZONE=Asia/Baku\nOTHER_TOKEN=y\n", "utf-8")
    monkeypatch.setenv("READOUT_WEATHER", "fair")
    assert list_unknown_settings(env_file) == [
        UnknownSetting(name="READOUT_TOKN", where=str(env_file), nearest="READOUT_TOKEN"),
        UnknownSetting(name="READOUT_WEATHER", where="the environment", nearest=None),
    ]


def test_a_token_never_shows_in_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TOKEN", TOKEN)
    assert TOKEN not in repr(load_settings(None))


def test_an_empty_token_is_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_TOKEN", "")
    assert load_settings(None).token is None
