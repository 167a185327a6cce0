"""Settings: frozen, read once from the environment and `.env`, handed down from `app`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "READOUT_"
ENV_FILE = Path(".env")


class Settings(BaseSettings):
    """Every setting, by its name without `READOUT_`; `.env.example` explains each.

    A field's description says what may stand there: it is what a malformed value is answered with.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    token: SecretStr | None = Field(
        default=None, description="a token looks like 123456789:AAE…; copy it again from @BotFather"
    )
    api_url: str = Field(
        default="https://api.telegram.org",
        pattern=r"^https?://[^\s/]+(/[^\s]*)?$",
        description="an address such as https://api.telegram.org",
    )
    database: Path = Field(default=Path("readout.sqlite"), description="the name of a file, such as readout.sqlite")
    timezone: str = Field(default="UTC", description="a time zone such as Asia/Almaty")
    language: Literal["en"] = Field(default="en", description="en, the only language so far")
    admins: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="Telegram ids, numbers separated by commas"
    )
    paid_broadcast: bool = Field(default=False, description="true or false")
    resend_in_doubt: Literal["nothing", "digests", "everything"] = Field(
        default="digests", description="nothing, digests or everything"
    )
    links: Literal["admins", "anyone"] = Field(default="admins", description="admins or anyone")
    fetch: bool = Field(default=True, description="on or off")
    contact: str = Field(
        default="",
        max_length=200,
        pattern=r"^(https?://\S+|[^\s@]+@[^\s@]+)?$",
        description="a web page or mail address, such as https://example.org/about",
    )
    proxy: str = Field(
        default="", pattern=r"^(https?://[^\s/]+/?)?$", description="an address such as http://proxy.example:3128"
    )
    fetch_loopback: bool = Field(default=False, description="true or false")
    log_format: Literal["text", "json"] = Field(default="text", description="text or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="debug, info, warning or error"
    )

    @field_validator("token")
    @classmethod
    def _is_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value():
            return None
        number, _, secret = token.get_secret_value().partition(":")
        if not number.isdecimal() or len(secret) < 20:
            raise ValueError("no token")
        return token

    @field_validator("database", mode="before")
    @classmethod
    def _is_named(cls, path: object) -> object:
        if isinstance(path, str) and not path.strip():
            raise ValueError("an empty path would be the current folder")
        return path

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
            raise ValueError("not a time zone") from error
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


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSetting:
    """A name that begins as ours do and is none; `nearest` is the setting it looks like, if any."""

    name: str
    where: str
    nearest: str | None


def load_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the environment over `env_file`.

    Raises:
        SettingsError: the file cannot be read, or settings are malformed: names each, never a secret value.
    """
    try:
        return Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as error:
        names = dict.fromkeys(str(fault["loc"][0]) for fault in error.errors() if fault["loc"])
        faults = "; ".join(f"{PREFIX}{name.upper()}: {_wanted(name)}" for name in names)
        raise SettingsError(faults, faults=faults) from None
    except UnicodeDecodeError:
        fault = f"{env_file}: not UTF-8 text; save it as UTF-8"
        raise SettingsError(fault, faults=fault) from None
    except OSError as error:
        fault = f"{env_file}: cannot be read: {error.strerror}"
        raise SettingsError(fault, faults=fault) from None


def list_unknown_settings(env_file: Path | None = ENV_FILE) -> list[UnknownSetting]:
    """Names in the environment and in `env_file` that only look like settings: most likely misspelt."""
    known = [name.upper() for name in Settings.model_fields]
    written = dotenv_values(env_file, encoding="utf-8") if env_file and env_file.is_file() else {}
    found = [*((name, str(env_file)) for name in written), *((name, "the environment") for name in os.environ)]
    unknown = [
        (name, where)
        for name, where in found
        if name.upper().startswith(PREFIX) and name.upper().removeprefix(PREFIX) not in known
    ]
    return [UnknownSetting(name=name, where=where, nearest=_nearest(name, known)) for name, where in unknown]


def _nearest(name: str, known: Sequence[str]) -> str | None:
    found = get_close_matches(name.upper().removeprefix(PREFIX), known, 1)
    return PREFIX + found[0] if found else None


def _wanted(name: str) -> str:
    wanted = Settings.model_fields[name].description or "see .env.example"
    return wanted if name == "token" else f"write {wanted}"
