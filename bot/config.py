"""Settings: frozen, read once from the environment and `.env`, handed down from `app`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "READOUT_"


class Settings(BaseSettings):
    """Every setting, by its name without `READOUT_`; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    token: SecretStr | None = Field(default=None, description="the bot's token, from BotFather")
    api_url: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^\s/]+(/[^\s]*)?$")
    database: Path = Path("readout.sqlite")
    timezone: str = "UTC"
    language: Literal["en"] = "en"
    admins: Annotated[tuple[int, ...], NoDecode] = ()
    paid_broadcast: bool = False
    resend_in_doubt: Literal["nothing", "digests", "everything"] = "digests"
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("token")
    @classmethod
    def _is_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value():
            return None
        number, _, secret = token.get_secret_value().partition(":")
        if not number.isdecimal() or len(secret) < 20:
            raise ValueError("a token looks like 123456789:AAE…; ask @BotFather for it")
        return token

    @field_validator("api_url")
    @classmethod
    def _has_no_trailing_slash(cls, url: str) -> str:
        return url.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError) as error:  # an unknown zone is a KeyError
            raise ValueError("not a time zone; write one such as Asia/Almaty") from error
        return name

    @field_validator("admins", mode="before")
    @classmethod
    def _split(cls, listed: object) -> object:
        if isinstance(listed, str):
            return tuple(part.strip() for part in listed.split(",") if part.strip())
        return listed

    @property
    def zone(self) -> ZoneInfo:
        """The zone of a subscriber who has named none."""
        return ZoneInfo(self.timezone)


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment over `env_file`.

    Raises:
        SettingsError: names each setting that is malformed, never its secret value.
    """
    try:
        return Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as error:
        faults = [f"{PREFIX}{'_'.join(map(str, e['loc'][:1])).upper()}: {_advice(e['msg'])}" for e in error.errors()]
        raise SettingsError("; ".join(faults), faults="; ".join(faults)) from None


def _advice(message: str) -> str:
    return message.removeprefix("Value error, ")
